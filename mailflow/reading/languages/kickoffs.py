"""How leaders name the parts of a kickoff, in the languages that letters are offered in."""

# Labels at the start of a line, before ":" or a dash; lower-case.
LABELS: dict[str, tuple[str, ...]] = {
    "capability": (
        "capability", "the capability", "my capability", "skill", "the skill", "my skill", "ability", "focus",
        "area", "topic", "subject", "development area", "what", "what i want to lift", "i want to lift",
        "capability to lift", "i want to get better at", "i would like to get better at", "get better at",
        "f\u00e4higkeit", "thema", "kompetenz", "ich m\u00f6chte besser werden in", "capacit\u00e9", "comp\u00e9tence",
        "la comp\u00e9tence", "capacidad", "habilidad", "competencia", "la capacidad",
    ),
    "why_now": (
        "why now", "why", "reason", "because", "background", "context", "why this", "warum jetzt", "warum",
        "anlass", "hintergrund", "pourquoi maintenant", "pourquoi", "contexte", "por qu\u00e9 ahora", "por qu\u00e9",
        "por que ahora", "motivo", "contexto",
    ),
    "to_what_end": (
        "to what end", "what for", "outcome", "purpose", "end", "aim", "objective", "goal", "so that", "impact",
        "wozu", "ziel", "zweck", "wof\u00fcr", "dans quel but", "but", "objectif", "pour quoi faire", "para qu\u00e9",
        "objetivo", "con qu\u00e9 fin", "finalidad",
    ),
    "horizon": (
        "horizon", "time frame", "timeframe", "time horizon", "by when", "until", "period", "horizont", "zeitraum",
        "bis wann", "horizon de temps", "d\u00e9lai", "\u00e9ch\u00e9ance", "horizonte", "plazo",
    ),
    "experts": (
        "experts", "my experts", "the experts", "three experts", "my three experts", "the three experts", "people",
        "gurus", "who", "the three", "experten", "expertinnen und experten", "meine experten", "personen", "wer",
        "les experts", "mes experts", "personnes", "qui", "expertos", "mis expertos", "personas", "qui\u00e9nes",
    ),
    "timezone": ("time zone", "timezone", "zeitzone", "fuseau horaire", "zona horaria"),
}  # fmt: skip
EXPERT_WORDS = ("expert", "experte", "expertin", "experto", "experta", "seat", "person")

# What opens the capability in prose; it ends where a clause of another kind begins.
CAPABILITY_OPENS = (
    r"(?:get|getting|be|become|becoming)\s+(?:much\s+|a\s+lot\s+|really\s+)?(?:better|good|great|stronger)\s+(?:at|in|with)",
    r"(?:lift|improve|develop|strengthen|sharpen|raise|work\s+on|build|grow)\s+(?:my|our)\s+(?:own\s+)?(?:(?:ability|capability|capacity|skills?)\s+(?:to|in|at|of|for|with)\s+)?",
    r"(?:lift|improve|develop|strengthen|sharpen|raise)\s+(?:the\s+bar\s+on|how\s+i)",
    r"my\s+ability\s+to",
    r"(?:the\s+)?(?:one\s+)?(?:capability|skill|ability|thing)\s+(?:that\s+)?(?:i(?:'d|\s+would)?\s+(?:want|like|need|wish)\s+to\s+(?:lift|develop|improve|work\s+on|build)|to\s+lift)\s+is",
    r"capability\s+(?:is|should\s+(?:be|read))",
    r"(?:learn|want|like|need)\s+(?:how\s+)?to\s+(?:learn\s+(?:how\s+)?to\s+)",
    r"besser\s+(?:werden\s+)?(?:in|im|bei|beim|darin,?)",
    r"(?:m\u2019|m')?am\u00e9liorer\s+(?:en|dans|\u00e0|ma|mon)",
    r"(?:devenir\s+)?meilleure?\s+(?:en|dans|\u00e0|pour)",
    r"mejorar\s+(?:en|mi|la|el)",
)
CLAUSE_ENDS = (
    "because", "so that", "so i", "in order to", "since", "as my", "as our", "as we", "as i", "and i", "and the",
    "over the", "within", "in the next", "during", "by the", "before the", "this year", "next year", "why now",
    "to what end", "to that end", "for which", "and have", "and here", "and these", "and would", "weil", "damit",
    "um", "da ich", "da wir", "parce que", "car", "afin", "pour que", "porque", "para que", "ya que",
)  # fmt: skip
WHY_OPENS = (
    r"\bwhy\s+now\s*[:?\u2013-]*", r"\bbecause\b", r"\bthe\s+reason\s+is\b", r"\bweil\b", r"\bwarum\s+jetzt\s*[:?]*",
    r"\bparce\s+qu(?:e|')", r"\bpourquoi\s+maintenant\s*[:?]*", r"\bporque\b", r"\bpor\s+qu\u00e9\s+ahora\s*[:?]*",
)  # fmt: skip
END_OPENS = (
    r"\bto\s+what\s+end\s*[:?\u2013-]*", r"\bso\s+that\b", r"\bin\s+order\s+to\b", r"\bdamit\b", r"\bum\s+(?=\w+.{0,60}\bzu\b)",
    r"\bafin\s+(?:de|que|d')", r"\bpour\s+que\b", r"\bpara\s+que\b", r"\bdans\s+quel\s+but\s*[:?]*",
)  # fmt: skip

INSIDE = r"\b(?:inside|internal|in-house|colleague|our\s+(?:company|team|plant|own)|intern|interne|interna|interno|dentro|kolleg\w*|coll\u00e8gue)\b"
OUTSIDE = r"\b(?:outside|external|extern|externe|externa|externo|fuera|former\s+colleague|ex-colleague|old\s+boss|au\u00dferhalb|dehors)\b"

MONTHS = r"(?:months?|monate?n?|mois|mes(?:es)?)"
YEARS = r"(?:years?|jahre?n?|ans?|ann\u00e9es?|a\u00f1os?)"
NUMBERS = {
    "a": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "ten": 10, "eleven": 11, "twelve": 12, "eighteen": 18, "twenty-four": 24, "einem": 1, "ein": 1, "zwei": 2,
    "drei": 3, "vier": 4, "f\u00fcnf": 5, "sechs": 6, "sieben": 7, "acht": 8, "neun": 9, "zehn": 10, "elf": 11,
    "zw\u00f6lf": 12, "un": 1, "deux": 2, "trois": 3, "quatre": 4, "cinq": 5, "sept": 7, "huit": 8, "neuf": 9,
    "dix": 10, "onze": 11, "douze": 12, "dos": 2, "tres": 3, "cuatro": 4, "cinco": 5, "seis": 6, "siete": 7,
    "ocho": 8, "nueve": 9, "diez": 10, "doce": 12,
}  # fmt: skip
SEASONS = {  # the month a season is over by
    "spring": 5, "summer": 8, "autumn": 11, "fall": 11, "winter": 2, "christmas": 12, "easter": 4,
    "end of the year": 12, "year end": 12, "year's end": 12,
}  # fmt: skip
MONTH_NAMES = {
    "january": 1, "february": 2, "march": 3, "april": 4, "may": 5, "june": 6, "july": 7, "august": 8,
    "september": 9, "october": 10, "november": 11, "december": 12,
}  # fmt: skip
