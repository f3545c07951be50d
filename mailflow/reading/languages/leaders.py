"""What leaders write back in few words, in the languages that letters are offered in; matched on folded text."""

YES = (
    "yes", "yes please", "yep", "yeah", "go", "go ahead", "please go ahead", "ok", "okay", "sure", "fine",
    "looks good", "looks great", "looks fine", "all good", "good to go", "perfect", "great", "excellent", "confirmed",
    "i confirm", "approved", "send it", "send them", "please send", "do it", "just do it", "agreed", "correct",
    "that is right", "that's right", "absolutely", "of course", "it is mine", "it's mine", "that was me", "ja",
    "jawohl", "passt", "in ordnung", "einverstanden", "bitte senden", "schick es", "los", "genau", "oui", "d'accord",
    "c'est bon", "parfait", "allez-y", "vas-y", "envoyez", "s\u00ed", "si", "vale", "de acuerdo", "adelante",
    "perfecto", "env\u00edalo", "\U0001f44d", "\u2705",
)  # fmt: skip
NO = (
    "no", "nope", "no thanks", "no thank you", "cancel", "please cancel", "stop", "stop it", "don't send",
    "do not send", "please don't", "forget it", "call it off", "not mine", "it is not mine", "it's not mine",
    "that was not me", "that wasn't me", "nein", "abbrechen", "bitte nicht", "nicht senden", "non", "annulez",
    "annuler", "n'envoyez pas", "cancelar", "cancela", "no lo env\u00edes",
)  # fmt: skip
CANCEL = (
    "cancel", "please cancel", "cancel this", "cancel it", "call it off", "abort", "end this", "end it", "abbrechen",
    "annuler", "annulez", "cancelar", "cancela",
)  # fmt: skip
PAUSE = (
    "pause",
    "please pause",
    "put it on hold",
    "put this on hold",
    "on hold",
    "hold on",
    "hold",
    "pausieren",
    "pausa",
)
RESUME = (
    "resume",
    "please resume",
    "continue",
    "carry on",
    "go on",
    "weiter",
    "fortsetzen",
    "reprendre",
    "reanudar",
)
HOW_IT_STANDS = (
    "status", "status please", "how is it going", "how's it going", "where are we", "how far are we", "any news",
    "any answers yet", "any replies yet", "what is the status", "what's the status", "progress", "update please",
    "wie steht es", "wie ist der stand", "o\u00f9 en est-on", "o\u00f9 en sommes-nous", "c\u00f3mo va", "estado",
)  # fmt: skip
NUDGE = ("nudge", "remind", "chase", "ping", "erinnere", "erinnern", "relance", "relancer", "recu\u00e9rda")
WAIT = (
    "wait", "wait longer", "more time", "give her time", "give him time", "give them time", "let's wait",
    "i'd rather wait", "we can wait", "keep waiting", "warten", "mehr zeit", "attendons", "plus de temps", "esperemos",
    "esperar", "m\u00e1s tiempo",
)  # fmt: skip
STANDS = (
    "it stands", "stands", "as written", "as it is", "as is", "leave it", "that is what i mean", "that's what i mean",
    "i mean it as written", "keep it", "it is one", "it's one", "that is my goal", "that's my goal", "final", "it is final", "it's final", "that's final",
    "i'm happy with it", "i am happy with it", "good enough", "bleibt so", "so lassen", "tel quel", "as\u00ed queda",
)  # fmt: skip
THANKS = (
    "thanks",
    "thank you",
    "many thanks",
    "cheers",
    "danke",
    "vielen dank",
    "merci",
    "gracias",
    "great, thanks",
)
NONE = (
    "none", "none of these", "none of them", "neither", "no thread", "keine", "keiner davon", "aucun", "aucune", "ninguno",
    "ninguna",
)  # fmt: skip
BUT = (
    "but",
    "however",
    "except",
    "only change",
    "one change",
    "please change",
    "instead",
    "aber",
    "mais",
    "sauf",
    "pero",
)
TOLD = (
    "told me",
    "said",
    "gave me",
    "answered",
    "says",
    "her three",
    "his three",
    "their three",
    "sagte",
    "m'a dit",
    "me dijo",
)
SWAP = (
    "instead of",
    "instead",
    "replace",
    "swap",
    "substitute",
    "statt",
    "anstelle",
    "ersetze",
    "\u00e0 la place",
    "remplacer",
    "en lugar de",
    "cambia",
)
ASK = ("ask", "take", "please ask", "frag", "frage", "demandez", "pregunta")
ADDRESS_IS = (
    "address is",
    "email is",
    "mail is",
    "adresse ist",
    "adresse est",
    "direcci\u00f3n es",
    "correo es",
    "reach her at",
    "reach him at",
)
GOAL_IS = (
    "my goal",
    "the goal",
    "i will",
    "i'll",
    "by the end of",
    "until",
    "mein ziel",
    "ich werde",
    "mon objectif",
    "je vais",
    "mi objetivo",
    "voy a",
)
