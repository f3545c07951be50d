from dataclasses import replace

import pytest

from mailflow.identity import Purpose
from mailflow.mentoring.kickoff import Gap
from mailflow.reading.capability import ability_phrase, doubts, tidy
from mailflow.writing.letter import write_letter
from mailflow.writing.sample import sample
from mailflow.writing.sample_engagement import HOUSE, NOW

# What leaders write, and how it stands after "my ability to".
PHRASES = {
    # the four of the article
    "networking and relationship building": "excel at networking and relationship building",
    "decision making": "excel at decision making",
    "strategic alignment": "excel at strategic alignment",
    "creating accountability": "create accountability",
    # nouns
    "delegation": "excel at delegation",
    "my decision making": "excel at decision making",
    "public speaking": "excel at public speaking",
    "public speaking at company town halls": "excel at public speaking at company town halls",
    "executive presence in client meetings": "excel at executive presence in client meetings",
    "change management": "excel at change management",
    "time management": "excel at time management",
    "strategic thinking": "excel at strategic thinking",
    "my communication with engineers": "excel at communication with engineers",
    "NPS interpretation": "excel at NPS interpretation",
    "OKR setting": "excel at OKR setting",
    "better presentations": "excel at presentations",
    "our hiring process": "excel at hiring process",
    "work-life balance": "excel at work-life balance",
    "de-escalation": "excel at de-escalation",
    "listening": "excel at listening",
    "coaching": "excel at coaching",
    "focus": "excel at focus",
    "an eye for talent": "have an eye for talent",
    "a calmer way of handling escalations": "have a calmer way of handling escalations",
    # verbs that end in -ing
    "delegating": "delegate",
    "delegating work to my team": "delegate work to my team",
    "saying no": "say no",
    "Presenting to the board with confidence": "present to the board with confidence",
    "running meetings that end with decisions": "run meetings that end with decisions",
    "networking outside my own company": "network outside my own company",
    "mentoring juniors": "mentor juniors",
    "being more assertive": "be more assertive",
    "seeing the big picture": "see the big picture",
    "agreeing on scope": "agree on scope",
    "tying up loose ends": "tie up loose ends",
    "admitting mistakes": "admit mistakes",
    "letting go": "let go",
    "setting OKRs": "set OKRs",
    "leading change": "lead change",
    "managing up": "manage up",
    "quickly making decisions": "quickly make decisions",
    "not taking things personally": "not take things personally",
    "no longer avoiding conflict": "no longer avoid conflict",
    "giving and receiving feedback": "give and receive feedback",
    "hiring and keeping good people": "hire and keep good people",
    "delegating and giving feedback": "delegate and give feedback",
    # verbs as they are
    "to delegate better": "delegate better",
    "to be more patient with my team": "be more patient with my team",
    "think more strategically": "think more strategically",
    "let go of operational work": "let go of operational work",
    "write short, clear messages that get read": "write short, clear messages that get read",
    "stop micromanaging": "stop micromanaging",
    "become a better listener": "become a better listener",
    "delegate": "delegate",
    # with a lead
    "getting better at delegating": "delegate",
    "better at storytelling": "excel at storytelling",
    "my ability to negotiate": "negotiate",
    "improve my listening": "excel at listening",
    "improving my negotiation skills": "excel at negotiation skills",
    "how to hire well": "hire well",
    "how I run meetings": "run meetings",
    "the way I give feedback": "give feedback",
    "skill at closing deals": "close deals",
    "I want to delegate": "delegate",
    "I'd like to be better at delegating": "delegate",
    # another language inside an English letter
    "Entscheidungen treffen": "excel at \u201cEntscheidungen treffen\u201d",
    "Nein sagen": "excel at \u201cNein sagen\u201d",
    "mieux animer mes r\u00e9unions": "excel at \u201cmieux animer mes r\u00e9unions\u201d",
    "tomar decisiones": "excel at \u201ctomar decisiones\u201d",
}


@pytest.mark.parametrize(("capability", "phrase"), PHRASES.items())
def test_the_question_reads_as_a_sentence(capability, phrase):
    """The exact sentence of the method, with the capability fitted in, in the letter that is sent."""
    assert ability_phrase(capability) == phrase
    send, engagement = sample(Purpose.QUESTION)
    letter = write_letter(
        send, replace(engagement, capability=capability, phrase=ability_phrase(capability)), HOUSE, NOW
    )
    sentence = (
        "If you were to suggest three things I could do, three bits of advice that would have the "
        f"greatest impact on my ability to {phrase}, what would they be?"
    )
    assert sentence in " ".join(letter.text.replace("\n> ", "\n").split())


@pytest.mark.parametrize("language", ["de", "fr", "es"])
def test_letters_of_another_language_get_the_capability_as_written(language):
    """English grammar is for English letters."""
    assert ability_phrase("Entscheidungen treffen.", language) == "Entscheidungen treffen"


@pytest.mark.parametrize(
    "capability",
    [
        "delegating and giving feedback",
        "public speaking and delegation",
        "delegation, coaching and time management",
        "Delegieren und Feedback geben",
        "d\u00e9l\u00e9guer et donner du feedback",
        "hablar en p\u00fablico y delegar",
    ],
)
def test_two_in_one_are_asked_about(capability):
    """Each could stand alone."""
    assert doubts(capability) == (Gap.CAPABILITY_JOINED,)


@pytest.mark.parametrize(
    "capability",
    [
        "leadership",
        "Leadership.",
        "getting better at leadership",
        "communication",
        "my communication skills",
        "to lead",
        "managing people",
        "F\u00fchrung",
        "le leadership",
        "liderazgo",
    ],
)
def test_what_is_too_broad_is_asked_about(capability):
    """Three people would talk of three different things."""
    assert doubts(capability) == (Gap.CAPABILITY_BROAD,)


@pytest.mark.parametrize(
    "capability",
    [
        "networking and relationship building",
        "decision making",
        "strategic alignment",
        "creating accountability",
        "giving and receiving feedback",
        "handling conflict between sales and support",
        "saying no to my boss and the board",
        "time and energy management",
        "planning and prioritising",
        "leading change",
        "write short, clear messages that get read",
        "leadership in a crisis",
    ],
)
def test_one_ability_brings_no_question(capability):
    """Two words, or two objects, may be one thing."""
    assert doubts(capability) == ()


def test_a_capability_is_kept_as_written_but_for_what_stands_around_it():
    """Quotes, stars, blanks and the full stop go; it stays on one bounded line."""
    assert tidy(' *"delegating\n whole outcomes".* ') == "delegating whole outcomes"
    assert len(tidy("x" * 5_000)) <= 200


@pytest.mark.parametrize(
    "capability", ["", "   ", "my ability to", "to", "...", "a", "to " * 500, "and " * 90]
)
def test_odd_capabilities_make_no_trouble(capability):
    """Whatever is said there, a phrase comes back and nothing is raised."""
    assert isinstance(ability_phrase(capability), str)
    assert isinstance(doubts(capability), tuple)
