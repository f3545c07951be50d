"""How leaders name the parts of a kickoff, in the languages that letters are offered in.

Patterns are matched on text with straight apostrophes, without regard to case.
"""

# --- labels ---

_WANT = r"(?:want|would\s+like|'d\s+like|wish|need|have|hope|intend)"
_LIFT = r"(?:lift|improve|develop|strengthen|sharpen|build|grow|learn|work\s+on|get\s+better\s+(?:at|in)|be(?:come)?\s+better\s+(?:at|in))"

# A label is all that stands before ":", a dash, "?" or alone on its line; articles and "my" are taken off.
LABELS: dict[str, str] = {
    "capability": (
        r"(?:key |one |chosen |target )?(?:capability|skill|ability|competency|competence|trait)(?: (?:to|i want to) .{1,30})?"
        r"|(?:development )?(?:focus|area|topic|subject|theme|capability)(?: (?:area|to develop|of development|for development|to lift))?"
        rf"|(?:what|(?:the |one )?(?:thing|skill|capability|ability|area)) (?:that )?i(?:{_WANT}| {_WANT})(?: to)? {_LIFT}(?: (?:most|now|at))?"
        rf"|i(?:{_WANT}| {_WANT}) to {_LIFT}|get(?:ting)? better at|better at|what"
        r"|fähigkeit|thema|kompetenz|schwerpunkt|fertigkeit|was ich (?:verbessern|entwickeln|lernen|stärken|ausbauen) (?:möchte|will)"
        r"|ich (?:möchte|will) besser werden (?:in|im|bei|beim)|worin ich besser werden (?:möchte|will)|besser werden in"
        r"|capacité|compétence|aptitude|sujet|thème|ce que je (?:veux|voudrais|souhaite) (?:améliorer|développer|apprendre|travailler)"
        r"|je (?:veux|voudrais) m'améliorer (?:en|dans)"
        r"|capacidad|habilidad|competencia|tema|lo que (?:quiero|quisiera|me gustaría) (?:mejorar|desarrollar|aprender|trabajar)"
        r"|quiero mejorar(?: en)?"
    ),
    "why_now": (
        r"why now (?:&|and|/) to what end|why(?: now| this| this now| do i want this| is this important)?|(?:the )?reasons?(?: why| now)?|because|background|context|trigger|occasion"
        r"|warum(?: jetzt| gerade jetzt)?|wieso(?: jetzt)?|weshalb(?: jetzt)?|anlass|hintergrund|grund|kontext"
        r"|pourquoi(?: maintenant)?|contexte|raison|motif|por qu[ée](?: ahora)?|motivo|contexto|razón"
    ),
    "to_what_end": (
        r"to what end|to which end|what for|(?:desired |hoped-for )?(?:outcome|result)s?|purpose|end|aim|objective|goal|so that|impact"
        r"|what will be different|what (?:it|this) (?:is|should be) for|wozu|ziel|zweck|wofür|ergebnis"
        r"|dans quel but|à quelle fin|but|objectif|pour quoi faire|finalité|résultat"
        r"|para qu[ée]|objetivo|con qué fin|finalidad|resultado"
    ),
    "horizon": (
        r"(?:time )?horizon(?: in months)?|time ?frame|time ?line|by when|until(?: when)?|period|deadline|duration|when"
        r"|(?:zeit)?horizont|zeitraum|zeitrahmen|bis wann|dauer|bis|horizon de temps|délai|échéance|période|durée|pour quand|d'ici quand"
        r"|horizonte|plazo|periodo|período|para cuándo|hasta cuándo"
    ),
    "experts": (
        r"(?:three |3 |top three |top 3 |chosen )?(?:experts?|people|persons|gurus|names|candidates)(?: (?:i(?: would|'d)? (?:like to )?ask|to ask|i have in mind))?"
        r"|(?:top )?(?:three|3)|who|whom|who to ask|please ask|ask"
        r"|(?:drei |3 )?(?:experten|expertinnen|expertinnen und experten|experten und expertinnen|personen|leute|fachleute)|drei|wer|wen|bitte frag(?:e|en|t)?"
        r"|(?:trois |3 )?(?:experts|expertes|personnes)|trois|qui|à qui demander"
        r"|(?:tres |3 )?(?:expertos|expertas|expertos y expertas|personas)|tres|quiénes|a quién preguntar"
    ),
    "inside": (
        r"(?:from )?(?:inside|internal|in-house|within)(?: (?:my|our|the) (?:own )?(?:organi[sz]ation|company|firm|team))?(?: experts?)?"
        r"|intern(?:e|er|es)?|innerhalb|aus (?:dem|der|meiner|unserer) (?:haus|firma|unternehmen|organisation)"
        r"|internes?|en interne|à l'intérieur|intern[oa]s?|dentro(?: de la (?:empresa|organización))?"
    ),
    "outside": (
        r"(?:from )?(?:outside|external)(?: (?:of )?(?:my|our|the) (?:own )?(?:organi[sz]ation|company|firm|team))?(?: experts?)?"
        r"|extern(?:e|er|es)?|außerhalb|von außen|externes?|en externe|à l'extérieur|extern[oa]s?|fuera(?: de la (?:empresa|organización))?"
    ),
    "timezone": r"time ?zone|zeitzone|fuseau horaire|zona horaria",
}  # fmt: skip
# What may stand before any label.
LABEL_OPENS = r"(?:(?:my|the|our|mein[e]?|unser[e]?|der|die|das|ma|mon|mes|la|le|les|mi|mis|el|los|las)\s+)?"
EXPERT_WORDS = (
    "expert",
    "experte",
    "expertin",
    "experto",
    "experta",
    "seat",
    "person",
    "guru",
    "personne",
    "persona",
)

# --- the capability in prose ---

_SKILL = r"(?:abilit(?:y|ies)|capabilit(?:y|ies)|capacity|skills?|competenc[ey]|sense)"
# Most telling first.  (?P<to>...) says that a verb follows.
CAPABILITY_OPENS = (
    r"\bcapability\s+(?:is|should\s+(?:be|read|say))\s+",
    rf"\b(?:the\s+)?(?:one\s+)?(?:capability|skill|ability|thing|area)\s+(?:that\s+)?(?:i\s*(?:most\s+|really\s+)?{_WANT}\s+to\s+{_LIFT}|to\s+lift)\b[^.,:;?!\n]{{0,40}}?\s+is\s+(?:my\s+{_SKILL}\s+(?P<to_1>to)\s+)?",
    rf"\b(?:my|our)\s+(?:own\s+)?{_SKILL}\s+(?:(?P<to_2>to)|in|at|of|for|with|around)\s+",
    r"\b(?P<to_0>)(?=(?:become|be)\s+an?\s+(?:much\s+|far\s+)?(?:better|stronger|great|good|more\s+\w+)\s+(?!at\b|in\b|with\b)\w)",
    r"\b(?:raise|up|lift)\s+my\s+game\s+(?:at|in|on)\s+",
    r"\b(?:get|getting|be|being|become|becoming)\s+(?:(?:so|even|much|a\s+lot|really|far|significantly|way)\s+){0,2}(?:better|good|great|stronger|more\s+skilled)\s+(?:at|in|with)\s+",
    r"\b(?:do|doing)\s+(?:much\s+)?better\s+(?:at|in|with)\s+",
    r"\b(?:improve|improving|struggle|struggling|excel)\s+(?:at|in|with)\s+",
    r"\b(?:improve|sharpen|raise|lift|change)\s+(?P<to_3>how\s+i|the\s+way\s+i)\s+",
    r"\b(?:lift|improve|develop|strengthen|sharpen|raise|work\s+on|build|grow)\s+(?:the\s+bar\s+on\s+)?(?=(?:my|our)\s)",
    r"\b(?:lift|improve|develop|strengthen|sharpen|raise)\s+(?:the\s+bar\s+on\s+)?(?=\w+ing\b|the\s+way\b)",
    r"\b(?:learn|master)\s+(?P<to_4>how\s+to|to)\s+",
    r"\bbesser\s+(?:werden\s+)?(?:in|im|bei|beim|darin,?(?:\s+(?:zu\s+)?werden\b,?)?)\s+",
    r"\bdarin,?\s+besser\s+(?:zu\s+)?werden,?\s+",
    r"\b(?:in|im|bei|beim)\s+(?=[^,.;:\n]{3,80}\s+besser\s+(?:zu\s+)?werden\b)",
    r"\bfähigkeit(?:en)?\s+(?:zu\s+)?(?:verbessern|stärken|ausbauen|entwickeln|arbeiten),?\s+",
    r"\b(?:meine|die)\s+fähigkeit,\s+",
    r"\b(?:zu\s+)?lernen,?\s+(?:wie\s+(?:ich|man)\s+)?(?=\S)",
    r"\b(?:möchte|will|würde\s+gerne?|muss)\s+(?:[\w']+\s+){0,4}?(?=besser\s+(?!werden|als)\w)",
    r"\b(?:ma|mes|mon|la)\s+(?:capacités?|compétences?|aptitudes?|faculté)\s+(?:à|de|d'|en|dans|pour)\s*",
    r"\bm'améliorer\s+(?:en|dans|à|pour|sur|au)\s+(?:ma\s+|mon\s+|mes\s+)?",
    r"\bprogresser\s+(?:en|dans|à|pour|sur)\s+",
    r"\bmeilleure?s?\s+(?:en|dans|à|pour)\s+",
    r"\bapprendre\s+(?:à\s+|comment\s+)",
    r"\b(?:améliorer|développer|renforcer)\s+(?:ma|mon|mes)\s+",
    r"\b(?:mi|la)\s+(?:capacidad|habilidad|competencia)\s+(?:de|para|en)\s+",
    r"\b(?:mejorar|ser\s+mejor|hacerlo\s+mejor)\s+(?:en\s+|mis?\s+)",
    r"\bmejor(?:ar)?\s+(?=\w+(?:ando|iendo)\b)",
    r"\baprender\s+(?:a|cómo)\s+",
    r"\bmejorar\s+(?=(?:el|la|los|las)\s)",
    r"\bhelp\s+(?:me\s+)?(?:with|on)\s+",
)  # fmt: skip
_SUBJECT = r"(?:i|we|my|our|the|they|he|she|it|this|that|you)\b"
CLAUSE_ENDS = (
    "because", "so that", "so i", "so we", "in order to", "since", rf"as\s+{_SUBJECT}", r"and\s+(?:i|we|my|our|here|these|have|would)\b",
    r"over\s+the\s+(?:next|coming)", r"within\s+(?:the|\d|a|one|two|three|six|nine|twelve)\b", r"in\s+the\s+(?:next|coming)", "during", r"by\s+the\s+(?:end|summer|autumn|winter|spring|time)",
    r"by\s+(?:january|february|march|april|may|june|july|august|september|october|november|december|christmas|easter|summer|autumn|next|end|year)\b",
    r"before\s+(?:the\s+)?(?:end|summer|christmas|next)\b", "this year", "next year", "why now", "to what end", "to that end", "for which",
    r"from\s+(?:ada|these|the\s+following)\b", "ideally by", r"please\b", "my experts?", "my three", "my gurus",
    "weil", "damit", r"um\s+(?=\w+.{0,60}\bzu\b)", "da ich", "da wir", r"besser\s+(?:zu\s+)?werden", "und zwar", "denn",
    r"parce\s+que?", r"car\s+(?:je|j|nous|mon|ma|mes|notre|nos|il|elle|on|les?|la|c)", "afin", "pour que", "d'ici", "puisque",
    "porque", "para que", "ya que", "antes de", "para poder", "a fin de",
)  # fmt: skip
# After a comma the capability still goes on with these.
COMMA_GOES_ON = (
    "without", "instead of", "rather than", "not", "even", "especially", "ohne", "anstatt", "statt", "sondern", "wenn", "auch",
    "sans", "au lieu", "plutôt", "même", "sin", "en vez", "en lugar", "incluso",
)  # fmt: skip

# --- why now, to what end ---

WHY_OPENS = (
    r"\bwhy\s+now\s*[:?–-]*", r"\bbecause\b(?!\s+of\s+you)", r"\bthe\s+reason\s*(?::|(?:is|being)(?:\s+that)?\b)", r"(?-i:\bweil\b)", r"(?-i:(?<=[.!?]\s)Weil\b)",
    r"\bwarum\s+(?:gerade\s+)?jetzt\s*[:?]*", r"\b(?:der\s+)?(?:grund|anlass)\s*(?::|ist(?:,?\s+dass)?)", r"\bda\s+(?=(?:ich|wir|mein|unser)\b)", r"\bdenn\s+(?=(?:ich|wir|mein|unser)\w*\b)",
    r"\bparce\s+qu(?:e\b|')", r"\bpourquoi\s+maintenant\s*[:?]*", r"\bcar\s+(?=(?:je|j'|nous|mon|ma|mes|notre|nos|il|elle|on|les?|la|c')\b)",
    r"\bpuisqu(?:e\b|')", r"\bporque\b", r"\bpor\s+qué\s+ahora\s*[:?]*", r"\bya\s+que\b",
)  # fmt: skip
END_OPENS = (
    r"\bto\s+what\s+end\s*[:?–-]*", r"\bso\s+that\b", r"\bin\s+order\s+to\b", r"\bdamit\b", r"\bwozu\s*[:?]+", r"\bum\s+(?=\w+.{0,60}\bzu\b)",
    r"\bafin\s+(?:de\b|qu(?:e\b|')|d')", r"\bpour\s+qu(?:e\b|')", r"\bpara\s+qu(?:e|é)\b\s*[:?]*", r"\bdans\s+quel\s+but\s*[:?]*", r"\bcon\s+el\s+fin\s+de\b",
)  # fmt: skip
REASON_LEADS = r"(?:(?:should\s+be|is)(?:\s+that)?|so\s+that|in\s+order\s+to|because|damit|weil|parce\s+que|afin\s+(?:de|que)|pour\s+que|porque|para\s+que|para)\s+"

# --- inside or outside ---

_OURS = r"(?:my|our)\s+(?:own\s+)?(?:(?!client|customer|partner|supplier|former|old|previous|last|sister)\w+\s+)?(?:company|organi[sz]ation|firm|department|team|plant|office|group)"
_ROLES = r"(?:ceo|cto|cfo|coo|cio|md|vp|head|director|managing\s+director|manager|plant\s+manager|site\s+manager|hr|controller|leader)"
INSIDE = (
    rf"\b(?:inside|(?<=\()in(?=\))|internal(?:ly)?|in-house|colleague|co-?worker|(?:from|in|within|at|of)\s+{_OURS}|our\s+(?:own\s+)?{_ROLES}|works?\s+with\s+me"
    r"|intern(?:er?)?|kolleg(?:e|in|en)|aus\s+(?:meiner|unserer|der)\s+(?:firma|abteilung|organisation)|aus\s+(?:meinem|unserem)\s+(?:haus|unternehmen|team)|unser[e]?\s+\w*(?:leiter|leiterin|chef|chefin|vorstand)"
    r"|interne|collègue|de\s+(?:ma|notre)\s+(?:entreprise|société|équipe)|en\s+interne|notre\s+(?:directeur|directrice)"
    r"|intern[oa]|dentro|compañer[oa]|de\s+(?:mi|nuestra)\s+(?:empresa|compañía|organización))\b"
)  # fmt: skip
OUTSIDE = (
    r"\b(?:outside|(?<=\()out(?=\))|external(?:ly)?|elsewhere|(?:former|previous|old|last|ex)[\s-]+(?:boss|colleague|manager|company|employer|firm|job|chef|client|customer|mentor)"
    r"|(?:works|is|runs\s+\w+)\s+at\s+another|different\s+company|not\s+in\s+(?:my|our)\s+(?:company|organi[sz]ation)"
    r"|extern(?:er?)?|außerhalb|außen|ehemalig\w*|früher\w*\s+(?:chef|chefin|kolleg\w+)|alte[rn]?\s+(?:chef|chefin|kolleg\w+)"
    r"|externe|dehors|à\s+l'extérieur|extérieur|(?:ancien|ancienne|ex)[\s-]+(?:patron|patronne|chef|cheffe|collègue|directeur|directrice)"
    r"|extern[oa]|fuera|(?:antigu[oa]|ex)[\s-]+(?:jef[ea]|compañer[oa]|colega))\b"
)  # fmt: skip
BOTH = r"\b(?:both|beide|tous\s+les\s+deux|toutes\s+les\s+deux|les\s+deux|amb[oa]s)\b"
ALL_OF_THEM = (
    r"\b(?:all\s+(?:three|of\s+them)?|alle(?:\s+drei)?|tous(?:\s+les\s+trois)?|tod[oa]s|l[oa]s\s+tres)\b"
)
SEEN = (
    r"\b(?:i(?:'ve|\s+have)?\s+(?:once\s+|often\s+)?(?:saw|seen|watched|met|know|admire)|saw|seen|watched|who|whom|she|he|they|has|runs|ran|leads|led|taught|built|turned"
    r"|(?:habe|hat)\s+(?:ich\s+)?\w*|gesehen|erlebt|die|der|leitet|führt|j'ai\s+vu|vu|qui|dirige|vi|visto|que|lleva|dirige)\b"
)  # fmt: skip

# --- horizon ---

MONTHS = r"(?:months?|monate?n?|mois|mes(?:es)?)"
YEARS = r"(?:years?|jahre?n?|jahres|ans?|années?|años?)"
NUMBERS = {
    "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "ten": 10, "eleven": 11, "twelve": 12, "eighteen": 18, "twenty-four": 24, "einem": 1, "einen": 1, "ein": 1, "eines": 1, "zwei": 2,
    "drei": 3, "vier": 4, "fünf": 5, "sechs": 6, "sieben": 7, "acht": 8, "neun": 9, "zehn": 10, "elf": 11,
    "zwölf": 12, "un": 1, "une": 1, "deux": 2, "trois": 3, "quatre": 4, "cinq": 5, "sept": 7, "huit": 8, "neuf": 9,
    "dix": 10, "onze": 11, "douze": 12, "dos": 2, "tres": 3, "cuatro": 4, "cinco": 5, "seis": 6, "siete": 7,
    "ocho": 8, "nueve": 9, "diez": 10, "doce": 12,
}  # fmt: skip
NEXT = r"(?:next|coming|following|nächsten?|kommenden?|prochaine?s?|próxim[oa]s?|siguientes?)"
WITHIN = r"(?:within|over|during|inside|innerhalb(?:\s+von)?|binnen|im\s+laufe|d'ici(?:\s+à)?|au\s+cours|dans|dentro\s+de|durante|en)"
BARE_IN = r"(?:in|for|für|sur|pour|por)"
WANTS = r"(?:want|would\s+like|'d\s+like|'d\s+love|hope|plan|aim|will|need|möchte|will|würde|muss|voudrais|veux|souhaite|aimerais|quiero|quisiera|gustaría)"
BY = (
    r"(?:by|until|till|before|bis(?:\s+zum|\s+zur)?|d'ici(?:\s+à)?|avant|para|antes\s+de(?:l)?|hasta)\s+(?:the\s+|la\s+|le\s+|l'|el\s+|dem\s+|der\s+)?"
    r"(?:(?:end|ende|anfang|beginning|middle|mitte|start|fin(?:ales)?|début)\s+(?:of\s+|de\s+|du\s+|des\s+|del\s+)?)?(?:the\s+|la\s+|l'|el\s+)?(?:next\s+|nächsten?\s+)?(?:\d{1,2}\.?\s+)?"
)  # fmt: skip
SEASONS = {  # the month a season or a feast is over by
    "spring": 5, "summer": 8, "autumn": 11, "fall": 11, "winter": 2, "christmas": 12, "easter": 4, "year": 12, "year-end": 12,
    "year end": 12, "year's end": 12, "end of the year": 12, "end of year": 12,
    "frühjahr": 5, "frühling": 5, "sommer": 8, "herbst": 11, "weihnachten": 12, "ostern": 4, "jahresende": 12, "jahres": 12,
    "printemps": 5, "été": 8, "automne": 11, "hiver": 2, "noël": 12, "pâques": 4, "année": 12, "fin d'année": 12,
    "primavera": 5, "verano": 8, "otoño": 11, "invierno": 2, "navidad": 12, "pascua": 4, "año": 12,
}  # fmt: skip
LATER_YEAR = r"(?:next\s+year|nächste[sn]?\s+jahr(?:es)?|l'année\s+prochaine|del?\s+(?:año\s+que\s+viene|próximo\s+año))"

# --- names ---

# Capitalised or not, these words are no names: greetings, roles, whatever opens a sentence.
NOT_NAMES = frozenset(
    """
    try invite use take dann i a an and or the my our is are also please ask with from at best regards thanks cheers hi hello dear hey
    expert experts inside outside email mail e-mail address cc to who then next first second third finally lastly then
    capability why how one two three person people leader yes no ok okay sure instead actually sorry perhaps maybe only just
    both all name names side company team in on for of when where what she he they her his there here it this that
    ceo cto cfo coo cio md vp svp hr director manager boss colleague friend professor head chief contact internal external
    und oder mein meine meinen unser unsere der die das herrn chef chefin kollege kollegin leiter leiterin fragen frage bitte
    ihre seine deren adresse it's its that's i'm sa son adresse l'adresse su dirección correo addresse address:
    intern extern innen außen ja nein an den mit
    et ou mon ma mes notre nos le la les à demandez bonjour merci directeur directrice collègue patron patronne oui non
    y o mi mis nuestro nuestra el los las a preguntar pregunta hola gracias jefe jefa compañero compañera sí
    """.split()  # noqa: SIM905 - words in lists read best in long lines
)
