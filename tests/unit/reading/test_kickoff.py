from dataclasses import replace
from time import perf_counter

import pytest
from kickoff_table import SENT, SERVICE, Golden, golden_kickoffs

from mailflow.mentoring.decide import decide, opened
from mailflow.mentoring.effects import Send
from mailflow.mentoring.engagement import Leader, NamedExpert, Policy, Side, Stage
from mailflow.mentoring.events import Circumstances, KickoffRead
from mailflow.mentoring.kickoff import Gap
from mailflow.reading.classify import Correspondent, classify
from mailflow.reading.horizon import horizon_in, months
from mailflow.reading.message import Message, read_message


def understood(golden: Golden) -> KickoffRead:
    """What the reader makes of a golden mail."""
    event = classify(read_message(golden.raw), Correspondent(service_addresses=(SERVICE,)), SENT)
    assert isinstance(event, KickoffRead)
    return event


def expected_expert(row: str) -> NamedExpert:
    """Read "Name | address | side | seen where", empty where left out."""
    name, email, side, seen = ([part.strip() for part in row.split("|")] + ["", "", ""])[:4]
    return NamedExpert(name=name, email=email, side=Side(side or "unknown"), seen_where=seen)


@pytest.mark.parametrize("golden", golden_kickoffs(), ids=lambda one: one.id)
def test_a_kickoff_is_understood_and_nothing_is_invented(golden):
    """Every field as it was said; what was not said stays empty."""
    kickoff, row = understood(golden).kickoff, golden.row
    said = (kickoff.capability, kickoff.why_now, kickoff.to_what_end, kickoff.horizon_months)
    assert said == (
        row.get("capability", ""),
        row.get("why_now", ""),
        row.get("to_what_end", ""),
        row.get("horizon"),
    )
    experts = [expected_expert(one) for one in row.get("experts", [])]
    if row.get("any_order"):
        assert sorted(map(str, kickoff.experts)) == sorted(map(str, experts))
    else:
        assert list(kickoff.experts) == experts


@pytest.mark.parametrize("golden", golden_kickoffs(), ids=lambda one: one.id)
def test_what_a_kickoff_lacks_is_asked_for_and_nothing_else(golden):
    """The reading and the rules together: gaps of each kind, and none where nothing lacks."""
    message = read_message(golden.raw)
    event = replace(understood(golden), circumstances=Circumstances(service=(SERVICE,)))
    leader = Leader(name=message.sender_name, email=message.sender)
    decision = decide(opened("e1", leader, Policy(), "en", SENT), event, SENT)
    notes = [note for effect in decision.effects if isinstance(effect, Send) for note in effect.notes]
    assert [note for note in notes if note != Gap.WHY_NOW] == golden.row.get("missing", [])


@pytest.mark.parametrize("stage", [None, Stage.DRAFT, Stage.PREVIEW])
@pytest.mark.parametrize(("language", "phrase"), [("en", "say no"), ("de", "saying no")])
def test_the_phrase_is_made_for_the_language_of_the_letters(stage, language, phrase):
    """English grammar fits English letters alone."""
    message = Message(digest="d", sender="lee@works.example", text="Capability: saying no", sent_at=SENT)
    event = classify(message, Correspondent(stage=stage, language=language), SENT)
    assert isinstance(event, KickoffRead)
    assert event.kickoff.phrase == phrase


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("6 months", 6),
        ("six months", 6),
        ("6-12 months", 9),
        ("half a year", 6),
        ("one year", 12),
        ("9 Monate", 9),
        ("ein halbes Jahr", 6),
        ("un an", 12),
        ("ocho meses", 8),
        ("bis Weihnachten", 9),
        ("end of June", 3),
        ("d'ici la fin juin", 3),
        ("June 2027", 15),
        ("12", 12),
        ("soon", None),
        ("", None),
    ],
)
def test_a_labelled_horizon_in_months(text, expected):
    """Counted from 2 March 2026."""
    assert months(text, SENT) == expected


@pytest.mark.parametrize(
    ("prose", "expected"),
    [
        ("In the next six months I want to get better.", 6),
        ("By the summer I want to speak freely.", 5),
        ("bis Ende Juni will ich das können", 3),
        ("dans les neuf prochains mois", 9),
        ("en los próximos seis meses", 6),
        ("I have been here for 3 years.", None),
        ("We lost two people in a month.", None),
        ("weil mein Team in einem Jahr gewachsen ist", None),
        ("We hired four people in six months.", None),
        ("It took us two months.", None),
    ],
)
def test_only_time_ahead_is_a_horizon(prose, expected):
    """Other spans of time tell of something else."""
    assert horizon_in(prose, SENT) == expected


SOON = 5.0  # seconds, on a busy machine; a runaway pattern takes minutes
HOSTILE = {
    "commas": "better at " + "a, " * 30_000,
    "labels": "Capability: " * 9_000,
    "ats": "a@" * 30_000,
    "addresses": "a@b.example " * 8_000,
    "mailto": "<mailto:" * 9_000,
    "capitals": "Ada " * 20_000,
    "blanks": "my ability to" + " " * 60_000,
    "brackets": "(" * 60_000,
    "marks": "- " * 30_000,
    "quotes": '"A, ' * 15_000,
    "digits": "in 9 " * 15_000,
    "and": "better at a and " * 5_000,
    "lines": "Ada\n" * 15_000,
    "links": '<a href="mailto:a@b.example">' * 3_000,
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
@pytest.mark.parametrize("kind", ["text", "html"])
def test_no_kickoff_is_too_hostile_to_read(text, kind):
    """It ends soon, whatever was written."""
    message = Message(digest="d", sender="lee@works.example", sent_at=SENT, **{kind: text})
    start = perf_counter()
    assert isinstance(classify(message, Correspondent(), SENT), KickoffRead)
    assert perf_counter() - start < SOON


@pytest.mark.parametrize("email", ["lee@works.example", SERVICE])
def test_who_cannot_be_asked_is_read_where_they_are_named(email):
    """Named among the experts, the leader and the service are refused with the reason, not left out."""
    words = f"Capability: coaching\n\nAda <ada@x.example>, outside\nLee Ader <{email}>, inside"
    message = Message(digest="d", sender="lee@works.example", sender_name="Lee Ader", text=words)
    event = classify(message, Correspondent(service_addresses=(SERVICE,)), SENT)
    assert isinstance(event, KickoffRead)
    assert email in [expert.email for expert in event.kickoff.experts]
