"""Sentences, clauses, words and their stems, in four languages.  Total on any text.

The stemmer is deliberately light: it only has to bring "delegating" and "delegates" together, and
it is the same for the lexicon and for what people write, so its mistakes cancel out.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Mapping
from functools import lru_cache
from types import MappingProxyType

LANGUAGES = ("en", "de", "fr", "es")
_CLOSING = "\"'”’»)]"
READ_UP_TO = 6000  # characters of a piece that are weighed; quotes may still come from further on
LONGEST_QUOTE = 240  # characters

_WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)*")
# A run of full stops is entered at its start only, so that thousands of dots cost one pass.
_SENTENCE_END = re.compile(r"(?<![.!?…])[.!?…]++[\"'”’»)\]]*+(?=\s)|[\r\n]++")
_CLAUSE_END = re.compile(r"[;:,–—](?=\s)|\s-(?=\s)")
_ELISION = re.compile(r"^(?:l|d|qu|s|n|j|c|m|t)'(?=.)")
_ABBREVIATION = re.compile(r"(?:^|\s)(?:\w|Dr|Mr|Mrs|Ms|St|etc|e\.g|i\.e|z\.B|bzw|vs|Nr|No|Sr|Sra|Mme)\.$")


def _in_order(words: str) -> tuple[str, ...]:
    return tuple(words.split())


_SUFFIXES: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "en": _in_order("ations ation nesses ness ments ment ings ing edly ies ied ers ed es ly er s e y"),
        "de": _in_order(
            "ungen ung igkeit keiten keit heiten heit lichen liche lich esten ern em en er es st te e n s t"
        ),
        "fr": _in_order(
            "issements issement ements ement ations ation euses euse eurs eur antes ante ants ant ées "
            "ée és ez er es ons ent é e s"
        ),
        "es": _in_order(
            "amientos amiento imientos imiento aciones ación ciones ción mente adores ador ando iendo "
            "adas ados ada ado ar er ir as os es an en a o e s"
        ),
    }
)


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


STOP_WORDS: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        "en": _set(
            "a about after again all also always am an and another any are aren't around as at away be "
            "because been before being but by can can't could did didn't do does doesn't doing don't down "
            "each even ever every everybody everyone everything few first for from get gets getting give "
            "given go goes going good got had has have having he her here him his how i i'd i'll i'm i've "
            "if in into is isn't it it's its just keep know last let like made make makes many may me "
            "might mine more most much must my myself never no nobody not nothing now of off often on "
            "once one ones only or other others our out over own people per put really said same say says "
            "see set she should so some somebody someone something still such take than that that's the "
            "their them themselves then there there's these they they're thing things think this those "
            "through till time times to together too two three try until up us use used very want was way "
            "we well went were what what's when where which while who whole whom whose why will with "
            "without won't would you you'll you're you've your yours yourself"
        ),
        "de": _set(
            "aber alle allem allen aller alles als also am an auch auf aus bei beim bin bis da damit dann "
            "das dass dein deine dem den denn der des die dies diese dir doch du durch ein eine einem "
            "einen einer eines er erst es etwas euch euer für ganz gar gut hab habe haben hat hatte hier "
            "ich ihm ihn ihnen ihr ihre im immer in ins ist ja jede jeden jeder jedes jemand kann kein "
            "keine können lass leute machen mal man mehr mein meine mich mir mit muss nach nicht nichts "
            "nie noch nur ob oder ohne schon sehr sein seine sich sie sind so soll sonst über um und uns "
            "unser unter viel vom von vor war was weil wenn wer werden wie wieder will wir wird wo zu zum "
            "zur zwei"
        ),
        "fr": _set(
            "à ai au aussi aux avant avec avoir bien ça car ce ces cela celui cette chaque chez comme "
            "dans de des deux dès donc du elle en encore est et être eu faire fait fais faut il ils je "
            "jamais la là le les leur leurs lui ma mais me même mes moi mon ne ni nos notre nous on ont "
            "ou où par pas peu peut plus pour quand que qui quoi sa sans se ses si son sont sous sur ta "
            "te tes toi ton toujours tous tout toute toutes très trop tu un une va vers vos votre vous y"
        ),
        "es": _set(
            "a al algo antes así aunque bien cada como con cuando de del desde donde dos e el él ella "
            "ellos en entre era es esa ese eso esta está este esto fue ha hace hacer haz hasta hay la las "
            "le les lo los más me mi mis mucho muy nada ni no nos nosotros nunca o os otra otro para pero "
            "poco por porque que qué quien se sea ser si sí siempre sin sobre solo son su sus también te "
            "tener tiene todo todos tu tú tus un una uno y ya yo"
        ),
    }
)


def plain(text: str) -> str:
    """`text` with one kind of apostrophe and blank, case folded."""
    return unicodedata.normalize("NFC", text).replace("’", "'").casefold()


def words_of(text: str) -> list[str]:
    """The words of `text`, folded."""
    return _WORD.findall(plain(text))


def language_of(text: str, otherwise: str = "en") -> str:
    """The language of `text` by its commonest words; `otherwise` where they do not tell."""
    seen = Counter(words_of(text[:READ_UP_TO]))
    votes = {code: sum(seen[word] for word in STOP_WORDS[code]) for code in LANGUAGES}
    best = max(LANGUAGES, key=lambda code: (votes[code], code == otherwise))
    return best if votes[best] >= 2 else otherwise


@lru_cache(maxsize=20_000)
def stem(word: str, language: str) -> str:
    """`word` without its ending."""
    word = _ELISION.sub("", word) if language == "fr" else word
    for suffix in _SUFFIXES.get(language, ()):
        if word.endswith(suffix) and len(word) - len(suffix) >= 3:
            word = word[: -len(suffix)]
            break
    if len(word) > 3 and word[-1] == word[-2]:
        word = word[:-1]
    return word[:-1] + "i" if word.endswith("y") and len(word) > 3 else word


def content_stems(text: str, language: str) -> list[str]:
    """The stems of the words that carry meaning, in order."""
    stop = STOP_WORDS.get(language, frozenset())
    return [stem(word, language) for word in words_of(text) if len(word) > 2 and word not in stop]


def sentences(text: str) -> tuple[str, ...]:
    """The sentences of `text`, verbatim, blanks around them taken off; none for a blank text."""
    found, start = [], 0
    for end in _SENTENCE_END.finditer(text):
        if _goes_on(text, end):
            continue
        found.append(text[start : end.end()].strip())
        start = end.end()
    found.append(text[start:].strip())
    return tuple(sentence for sentence in found if sentence)


def _goes_on(text: str, end: re.Match[str]) -> bool:
    """Whether a mark ends no sentence: an abbreviation, or a question quoted inside one."""
    after = text[end.end() : end.end() + 2].strip()
    inside = end[0][-1] in _CLOSING and after[:1].islower()
    return inside or _ABBREVIATION.search(text[max(0, end.end() - 8) : end.end()]) is not None


def clauses(sentence: str) -> tuple[str, ...]:
    """The clauses of `sentence`, verbatim, marks and blanks around them taken off."""
    found = [part.strip(" \t,;:–—-") for part in _CLAUSE_END.split(sentence)]
    return tuple(part for part in found if part)


def cut(text: str, longest: int = LONGEST_QUOTE) -> str:
    """The beginning of `text`, verbatim, ending with a sentence, a clause or at least a word.

    Longer than `longest` only where the first word is.
    """
    text = text.strip()
    if len(text) <= longest:
        return text
    head = text[: longest + 1]
    for end in (_SENTENCE_END, _CLAUSE_END):
        places = [found.end() for found in end.finditer(head) if found.end() > longest // 3]
        if places:
            return head[: places[-1]].strip(" \t\r\n,;:–—-")
    blank = max((found.start() for found in re.finditer(r"\s", head)), default=0)
    return head[:blank].strip() if blank else text.split(maxsplit=1)[0]
