"""What of an expert's yes, no or question may reach the leader before all nine are in: never advice.

In doubt a sentence stays back: the leader can ask the expert, but cannot unread a hint.
"""

import re
from datetime import datetime

from mailflow.reading.counsel import advises, is_personal
from mailflow.reading.dates import read_until
from mailflow.reading.inline import sentences
from mailflow.reading.intent import intent_of, is_question, is_talk
from mailflow.reading.languages import folded
from mailflow.reading.ours import words_of

SHORT = 4  # words; "Best from Rotterdam" hints at nothing
_TIP = (
    r"tips?|thoughts?|advice|ideas?|suggestions?|pointers?|hints?|lessons?|tipps?|hinweise?|rat|ratschläge?|"
    r"gedanken?|idee|vorschlag|conseils?|astuces?|pensées?|idées?|consejos?|ideas?|sugerencias?|pistas?"
)
# Words that announce advice or tell what worked: what follows in the paragraph is of it, unless it is talk.
_ANNOUNCES = re.compile(
    r"\b(?:one|a|two|three|first|my|quick|only|other|another|ein(?:en)?|mein(?:e|en)?|erster?|kurzer?|un|une|"
    rf"mon|ma|premier|première|mi|primer|primera)\s+(?:\w+\s+){{0,2}}?(?:{_TIP})\b|"
    r"\b(?:in|from) my (?:own )?(?:experience|case|view|book)\b|\b(?:did|does|do) the trick\b|"
    r"\bthe (?:trick|key|secret)\b|\b(?:was|is|were|are) (?:the )?key\b|\bfor me,? (?:it|the)\b|"
    r"\b(?:helped|worked for|saved|taught) me\b|"
    r"\bwhat (?:really |always |often )?(?:helped|helps|worked|works|matters|counts)\b|"
    r"\b(?:one thing|something|what|all) (?:that )?i(?:'ve| have)? (?:\w+ )?"
    r"(?:learn\w*|found|discovered|noticed|do|did)\b|"
    r"\bi(?:'ve| have)? (?:always |often |usually )?(?:learn(?:ed|t)|found|swear by|would (?:start|begin))\b|"
    r"\bi'd (?:start|begin)\b|"
    r"\bmy (?:hunch|gut|feeling|guess|instinct|rule|mantra|motto)\b|"
    r"\byou (?:should|must|ought|need to|have to)\b|\b(?:du solltest|sie sollten|du musst|sie müssen)\b|"
    r"\b(?:tu devrais|vous devriez|il faut)\b|\b(?:deberías|debería|tienes que|hay que)\b|"
    r"\b(?:nach|aus) meiner erfahrung\b|\bmeiner erfahrung nach\b|\bder trick\b|\bdas geheimnis\b|"
    r"\bmir (?:hat|half)\b|\b(?:habe ich|ich habe) (?:\w+ ){0,4}gelernt\b|"
    r"\b(?:d'après|selon) mon expérience\b|\bl'astuce\b|\ble secret\b|\bm'a (?:aidé|servi|appris)\b|"
    r"\bj'ai appris\b|"
    r"\ben mi experiencia\b|\bel truco\b|\bla clave\b|\bme ayudó\b|\bhe aprendido\b|\baprendí\b"
)


def about_time(text: str, written_at: datetime, language: str) -> str:
    """Of a yes: the yes itself, the words about time and place, and what is said of the writer."""
    kept = []
    for line in text.split("\n"):
        parts = [line[start:end] for start, end in sentences(line)]
        kept.append(" ".join(one for one in parts if _is_about_time(one, written_at, language)))
    return "\n".join(kept)


def _is_about_time(sentence: str, written_at: datetime, language: str) -> bool:
    if _hints(sentence):
        return False
    if len(words_of(sentence)) <= SHORT or is_talk(sentence) or is_personal(sentence):
        return True
    found = intent_of(sentence)
    return found.meeting or found.soon or found.yes or read_until(sentence, written_at, language) is not None


def without_advice(text: str) -> str:
    """Of a no or a question: everything but advice, and what follows it in its paragraph."""
    kept = []
    for line in text.split("\n"):
        parts, is_hint = [], False
        for start, end in sentences(line):
            sentence = line[start:end]
            is_hint = _hints(sentence) or (is_hint and not (is_question(sentence) or is_talk(sentence)))
            if not is_hint:
                parts.append(sentence)
        kept.append(" ".join(parts))
    return "\n".join(kept)


def only_questions(text: str) -> str:
    """Of a question back: the questions alone, for what stands around them may be a hint."""
    kept = []
    for line in text.split("\n"):
        parts = [line[start:end] for start, end in sentences(line)]
        kept.append(" ".join(one for one in parts if is_question(one) and not _hints(one)))
    return "\n".join(one for one in kept if one)


def _hints(sentence: str) -> bool:
    return advises(sentence) or (
        _ANNOUNCES.search(folded(sentence)) is not None and not is_question(sentence)
    )
