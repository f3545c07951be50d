"""The wording of the draft goal and of labels, per language, as data.

Another language joins by adding an entry; a phrase it lacks is said in English.  `{...}` are filled
by name, and every filling was put on one line and shortened before.
"""

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType

BLANK = "______"  # what only the leader can know

_ENGLISH: Mapping[str, str] = MappingProxyType(
    {
        "months": "January February March April May June July August September October November December",
        "date": "{day} {month} {year}",
        "quote": "“{text}”",
        "able": "be better able to {phrase}",
        "better": "be better at {capability}",
        "better_quoted": "be better at this: “{capability}”",
        "simply": "{phrase}",
        "ability": "my ability to {phrase}",
        "skill": "my skill in {capability}",
        "this": "what I set out to lift: {capability}",
        "this_quoted": "what I set out to lift: “{capability}”",
        "specific": "I practise “{label}”, first with {blank} (whom, or in which situation).",
        "specific_why": (
            "I practise “{label}”, first with {blank} (whom, or in which situation); this is why now: "
            "“{why}”."
        ),
        "specific_none": (
            "What I will do differently to {able}: {blank}, with {blank} (whom, or in which situation)."
        ),
        "measurable": (
            "I will notice it by {blank}; today that is {blank}, and by {date} it should be {blank}."
        ),
        "achievable": "In the experts' words: {quotes}.",
        "achievable_none": "The first thing I can do with what I have: {blank}.",
        "relevant": "It lifts {ability}. Why now: {why}. To what end: {end}.",
        "time_bound": "By {date}; the first step by {first}.",
        "statement": (
            "By {date} I will {able} by practising “{label}”, which I will notice when {blank} has "
            "gone from {blank} to {blank}."
        ),
        "statement_none": (
            "By {date} I will {able} by {blank}, which I will notice when {blank} has gone from "
            "{blank} to {blank}."
        ),
        "step_try": "Try this: {quote}",
        "step_again": "Look back at what that changed, then do it again: {quote}",
        "label_one_word": "in one word: {word}",
        "label_thread": "a thread in different words",
        "label_alone": "a point on its own",
        "label_drawn": "the thread I drew",
    }
)
# In the other languages the capability always stands in quotes: no grammar of ours can spoil it.
_GERMAN: Mapping[str, str] = MappingProxyType(
    {
        "months": "Januar Februar März April Mai Juni Juli August September Oktober November Dezember",
        "date": "{day}. {month} {year}",
        "quote": "„{text}“",
        "better": "bei {capability} spürbar weiter sein",
        "better_quoted": "bei „{capability}“ spürbar weiter sein",
        "this": "was ich mir vorgenommen habe: {capability}",
        "this_quoted": "was ich mir vorgenommen habe: „{capability}“",
        "specific": "Ich übe „{label}“, zuerst bei {blank} (mit wem oder in welcher Lage).",
        "specific_why": (
            "Ich übe „{label}“, zuerst bei {blank} (mit wem oder in welcher Lage); warum gerade jetzt: "
            "„{why}“."
        ),
        "specific_none": (
            "Was ich anders machen werde: {blank}, zuerst bei {blank} (mit wem oder in welcher Lage)."
        ),
        "measurable": "Ich merke es an {blank}; heute ist das {blank}, bis zum {date} soll es {blank} sein.",
        "achievable": "In den Worten derer, die ich gefragt habe: {quotes}.",
        "achievable_none": "Das Erste, was ich mit dem tun kann, was ich habe: {blank}.",
        "relevant": "Es dient dem, {ability}. Warum jetzt: {why}. Wozu: {end}.",
        "time_bound": "Bis zum {date}; der erste Schritt bis zum {first}.",
        "statement": (
            "Bis zum {date} werde ich {able}, indem ich „{label}“ übe; ich merke es daran, dass {blank} von "
            "{blank} auf {blank} gekommen ist."
        ),
        "statement_none": (
            "Bis zum {date} werde ich {able}, und zwar durch {blank}; ich merke es daran, dass {blank} von "
            "{blank} auf {blank} gekommen ist."
        ),
        "step_try": "Probier das aus: {quote}",
        "step_again": "Sieh nach, was das verändert hat, und mach es dann wieder: {quote}",
        "label_one_word": "in einem Wort: {word}",
        "label_thread": "ein Faden in verschiedenen Worten",
        "label_alone": "ein Punkt für sich",
        "label_drawn": "der Faden, den ich gezogen habe",
    }
)
_FRENCH: Mapping[str, str] = MappingProxyType(
    {
        "months": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
        "date": "{day} {month} {year}",
        "quote": "« {text} »",
        "better": "nettement progressé sur ce point : {capability}",
        "better_quoted": "nettement progressé sur ce point : « {capability} »",
        "this": "ce que je veux améliorer : {capability}",
        "this_quoted": "ce que je veux améliorer : « {capability} »",
        "specific": "Je m'exerce à ceci : « {label} », d'abord avec {blank} (qui, ou dans quelle situation).",
        "specific_why": (
            "Je m'exerce à ceci : « {label} », d'abord avec {blank} (qui, ou dans quelle situation) ; "
            "pourquoi maintenant : « {why} »."
        ),
        "specific_none": (
            "Ce que je ferai autrement : {blank}, d'abord avec {blank} (qui, ou dans quelle situation)."
        ),
        "measurable": (
            "Je le remarquerai à {blank} ; aujourd'hui c'est {blank}, et le {date} ce devrait être {blank}."
        ),
        "achievable": "Dans les mots des experts : {quotes}.",
        "achievable_none": "La première chose que je peux faire avec ce que j'ai : {blank}.",
        "relevant": "Cela sert {ability}. Pourquoi maintenant : {why}. Dans quel but : {end}.",
        "time_bound": "D'ici le {date} ; le premier pas d'ici le {first}.",
        "statement": (
            "D'ici le {date}, j'aurai {able}, en m'exerçant à ceci : « {label} » ; je le remarquerai quand "
            "{blank} sera passé de {blank} à {blank}."
        ),
        "statement_none": (
            "D'ici le {date}, j'aurai {able}, grâce à {blank} ; je le remarquerai quand {blank} sera passé "
            "de {blank} à {blank}."
        ),
        "step_try": "À essayer : {quote}",
        "step_again": "Regarder ce que cela a changé, puis recommencer : {quote}",
        "label_one_word": "en un mot : {word}",
        "label_thread": "un même fil, d'autres mots",
        "label_alone": "un point à part",
        "label_drawn": "le fil que j'ai tiré",
    }
)
_SPANISH: Mapping[str, str] = MappingProxyType(
    {
        "months": "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
        "date": "{day} de {month} de {year}",
        "quote": "«{text}»",
        "better": "mejorado claramente en esto: {capability}",
        "better_quoted": "mejorado claramente en esto: «{capability}»",
        "this": "lo que quiero mejorar: {capability}",
        "this_quoted": "lo que quiero mejorar: «{capability}»",
        "specific": "Practico esto: «{label}», primero con {blank} (quién, o en qué situación).",
        "specific_why": (
            "Practico esto: «{label}», primero con {blank} (quién, o en qué situación); por qué "
            "ahora: «{why}»."
        ),
        "specific_none": (
            "Lo que haré de otra manera: {blank}, primero con {blank} (quién, o en qué situación)."
        ),
        "measurable": "Lo notaré en {blank}; hoy es {blank}, y el {date} debería ser {blank}.",
        "achievable": "En palabras de los expertos: {quotes}.",
        "achievable_none": "Lo primero que puedo hacer con lo que tengo: {blank}.",
        "relevant": "Sirve a {ability}. Por qué ahora: {why}. Para qué: {end}.",
        "time_bound": "Para el {date}; el primer paso para el {first}.",
        "statement": (
            "Para el {date} habré {able}, practicando esto: «{label}»; lo notaré cuando {blank} haya pasado "
            "de {blank} a {blank}."
        ),
        "statement_none": (
            "Para el {date} habré {able}, gracias a {blank}; lo notaré cuando {blank} haya pasado de {blank} "
            "a {blank}."
        ),
        "step_try": "Para probar: {quote}",
        "step_again": "Mirar qué ha cambiado con eso y repetirlo: {quote}",
        "label_one_word": "en una palabra: {word}",
        "label_thread": "un hilo en otras palabras",
        "label_alone": "un punto aparte",
        "label_drawn": "el hilo que he trazado",
    }
)
PHRASES: Mapping[str, Mapping[str, str]] = MappingProxyType(
    {"en": _ENGLISH, "de": _GERMAN, "fr": _FRENCH, "es": _SPANISH}
)


def phrase(key: str, language: str, **filling: str) -> str:
    """The phrase `key` in `language`, filled; in English where that language lacks it."""
    wording = PHRASES.get(language, _ENGLISH).get(key, _ENGLISH[key])
    return wording.format(blank=BLANK, **filling)


def spoken_date(day: date, language: str) -> str:
    """`day` as people write it."""
    months = PHRASES.get(language, _ENGLISH).get("months", _ENGLISH["months"]).split()
    return phrase("date", language, day=str(day.day), month=months[day.month - 1], year=str(day.year))
