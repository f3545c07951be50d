"""Which letters of S.M.A.R.T. a goal in the leader's own words lacks.  Rules, lenient on purpose:

the leader can always say that it stands, and a letter asked for wrongly costs more goodwill than
one let through.  What counts as evidence is kept below per language; all languages are read at once.
"""

import re

from mailflow.mentoring.engagement import Engagement
from mailflow.synthesis.verbs import begins_with_a_verb
from mailflow.synthesis.words import READ_UP_TO, content_stems, language_of, plain

LETTERS = ("specific", "measurable", "achievable", "relevant", "time_bound")
FEWEST_WORDS = 3  # of content in a goal that names something to do


def _any(*alternatives: str) -> re.Pattern[str]:
    return re.compile(r"(?<!\w)(?:" + "|".join(alternatives) + r")(?!\w)")


_MONTH = (
    r"jan(?:uary|uar|vier)?|feb(?:ruary|ruar|rero)?|february|f[ée]vrier|march|märz|mars|marzo|april|"
    r"abril|avril|may|mai|mayo"
    r"|june|juni|juin|junio|july|juli|juillet|julio|august|août|agosto|sept(?:ember|embre)?|septiembre"
    r"|oct(?:ober|obre)?|oktober|octubre|nov(?:ember|embre)?|noviembre|dec(?:ember)?|dezember|décembre|"
    r"diciembre|enero"
)
_PERIOD = (
    r"days?|weeks?|months?|quarters?|years?|tage?n?|wochen?|monate?n?|quartals?|jahre?n?|jahres"
    r"|jours?|semaines?|mois|trimestres?|ans?|années?|días?|semanas?|mes(?:es)?|trimestres?|años?"
)
_NUMBER_WORD = (
    r"once|twice|one|two|three|four|five|six|seven|eight|nine|ten|half|zero|einmal|zweimal|dreimal|"
    r"null|zwei|drei"
    r"|vier|fünf|sechs|zehn|une fois|deux|trois|quatre|cinq|six|dix|zéro|una vez|dos|tres|cuatro|cinco|"
    r"diez|cero"
)
_DATE = _any(
    r"\d{1,2}[./-]\d{1,2}(?:[./-]\d{2,4})?",
    r"20\d\d",
    r"(?:by|until|till|before|from|in|end of|bis|im|ab|vor|ende|d'ici|avant|en|fin|para|antes de|hasta|"
    r"a finales de)"
    rf" (?:the |la |le |el |zum |zu |end of |ende |fin |early |mid-?|late )*(?:{_MONTH})",
    rf"\d{{1,2}}(?:st|nd|rd|th|\.|er)? (?:of |de )?(?:{_MONTH})",
    rf"(?:{_MONTH}) \d{{1,2}}",
    rf"(?:within|in|for|over|after|next|this|innerhalb von|innerhalb|in den nächsten|während|nach|"
    rf"nächsten?|dans|d'ici|pendant"
    rf"|en|dentro de|durante|próximos?)(?: the| the next| next| les| los)? (?:\d+|\w+)? ?(?:{_PERIOD})",
    r"by (?:the )?(?:next |end |summer|spring|autumn|winter|christmas|easter|friday|monday|year|"
    r"then)[\w ]{0,20}",
    r"(?:bis|vor) (?:zum |zur |ende |nächste|sommer|weihnachten|ostern|jahresende|herbst|"
    r"frühjahr)[\w ]{0,20}",
    r"(?:d'ici|avant) (?:la fin|l'été|noël|fin|l'automne|le printemps)[\w ]{0,20}",
    r"(?:antes de|para|hasta) (?:fin|finales|el verano|navidad|el otoño|la primavera)[\w ]{0,20}",
    r"end of (?:the )?(?:year|quarter|month|week)",
    r"starting (?:today|tomorrow|monday|next)",
)
_MEASURE = _any(
    r"\d+(?:[.,]\d+)?(?: ?%)?",
    _NUMBER_WORD,
    r"each (?:week|month|day|quarter|meeting|time|friday|monday)",
    r"every (?:\w+ )?(?:week|month|day|quarter|meeting|time|friday|monday|tuesday|wednesday|thursday|"
    r"morning|one|decision|task)",
    r"weekly|monthly|daily|at least|at most|no more than|fewer than|less than|more than|none|percent|"
    r"per cent|score|rating|survey",
    r"count|number of|without (?:me|my|being|having)|all of|every single|from .{1,30} to",
    r"measured by|i will notice|i'll notice|i will know|i'll know|so that .{1,40} (?:says?|tells?|"
    r"sees?)|says?|tells? me|confirm",
    r"jede[nrs]? (?:woche|monat|tag|sitzung|freitag|montag)|wöchentlich|monatlich|täglich|mindestens|"
    r"höchstens|weniger als|mehr als",
    r"prozent|keine|messen|merke|ohne mich",
    r"chaque (?:semaine|mois|jour|réunion)|toutes? les|tous les|au moins|au plus|moins de|plus de|"
    r"pour cent|aucune?|sans moi",
    r"cada (?:semana|mes|día|reunión)|todos los|todas las|al menos|como máximo|menos de|más de|"
    r"por ciento|ninguna?|sin mí",
)
_MEANS = _any(
    r"by (?!the|next|end|then|my|our|this|that|\d)\w+ing",
    r"first(?: step)?|then|starting|start with|start by|begin(?:ning)? (?:with|by)|with the help of|"
    r"with help from|using|through",
    r"step|plan|block|reserve|book|ask|agree with|together with|practise|practice|try|write|schedule|"
    r"rehearse|prepare",
    r"indem|dazu|zuerst|erster schritt|mithilfe|mit hilfe|durch|beginne|fange|schritt|schreibe|frage|"
    r"vereinbare|übe|plane",
    r"en \w+ant|d'abord|première étape|grâce à|avec l'aide|je commence|commencer par|étape|j'écris|"
    r"je demande|je prépare",
    r"primero|primer paso|mediante|con la ayuda|empiezo|empezar por|a través de|paso|escribo|pregunto|"
    r"preparo|\w+(?:ando|iendo)",
)
# Something done so often and no more: its size is said, and a size can be judged.
_PACE = _any(
    rf"(?:\d+|{_NUMBER_WORD}) (?:\w+ ){{0,3}}(?:a|per|each|every|pro|je|in der|im|par|al|a la|por)"
    rf" (?:{_PERIOD})",
)
_REASON = _any(
    r"so that|so (?:i|we|they|my|our|the)|in order to|because|to (?:become|free|make|let|give|stop|"
    r"avoid|win|get|grow)|which lets|so as to",
    r"damit|um .{1,60} zu|weil|sodass|so dass|denn",
    r"afin|pour que|pour|parce que|car|de sorte",
    r"para que|para|porque|a fin de|con el fin",
)
_VAGUE = _any(
    r"(?:be|become|get|do|am) (?:a )?(?:much )?(?:better|good|great|more \w+)",
    r"improve|besser (?:werden|sein)|verbessern|m'améliorer|être meilleure?|mejorar|ser mejor",
)
_DOING = _any(
    r"i(?:'ll| will| am going to| want to| shall| plan to)? (?:\w+ly )?(?!be|become|am|was|want|will|"
    r"improve|try|the)\w{3,}",
    r"we(?:'ll| will)? \w{3,}",
    r"ich \w{3,}",
    r"je \w{3,}|j'\w{3,}",
    r"(?:voy a|quiero|yo) \w{3,}|\w{3,}(?:aré|eré|iré)",
)


def missing_letters(engagement: Engagement, words: str) -> tuple[str, ...]:
    """What `words` lack as a goal, in the order of the letters; all of it where they say nothing."""
    said = " ".join(plain(words[:READ_UP_TO]).split())
    language = language_of(words, engagement.language)
    if not content_stems(said, language):
        return LETTERS
    holds = {
        "specific": _is_specific(said, language),
        "measurable": _is_measurable(said),
        "achievable": _MEANS.search(said) is not None or _PACE.search(said) is not None,
        "relevant": _is_relevant(engagement, said, language),
        "time_bound": _DATE.search(said) is not None,
    }
    return tuple(letter for letter in LETTERS if not holds[letter])


def _is_specific(said: str, language: str) -> bool:
    """Something to do, with an object; "be better" alone is neither."""
    rest = _VAGUE.sub(" ", said)
    enough = len(set(content_stems(_DATE.sub(" ", rest), language))) >= FEWEST_WORDS
    return enough and (_DOING.search(rest) is not None or begins_with_a_verb(rest, language) or rest == said)


def _is_measurable(said: str) -> bool:
    """A number or a frequency beside the date, or something one could see."""
    return _MEASURE.search(_DATE.sub(" ", said)) is not None


def _is_relevant(engagement: Engagement, said: str, language: str) -> bool:
    """A reason, or words of the capability, of why now, of to what end, or of the thread."""
    if _REASON.search(said):
        return True
    ours = [engagement.capability, engagement.phrase, engagement.why_now, engagement.to_what_end]
    synthesis = engagement.synthesis
    if synthesis is not None and synthesis.sweet_spot is not None:
        ours.append(synthesis.themes[synthesis.sweet_spot].label)
    known = {found for text in ours for found in content_stems(text[:READ_UP_TO], language)}
    return bool(known.intersection(content_stems(said, language)))
