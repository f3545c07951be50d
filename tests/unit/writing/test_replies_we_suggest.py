"""What a letter tells people to reply is understood when they do, from whatever mail client."""

from dataclasses import replace
from datetime import timedelta

import pytest
from letters import flat, write

from mailflow.demo.shapes import SHAPES
from mailflow.mentoring.engagement import LEADER_SEAT, Engagement, Standing
from mailflow.mentoring.events import Event
from mailflow.reading.classify import Correspondent, classify
from mailflow.reading.message import read_message
from mailflow.writing.sample_engagement import NOW
from mailflow.writing.sample_variants import samples

SAMPLES = samples()
THREE = "1. Hand over the outcome 2. Teach one thing a week 3. Ask before you tell"
INSTEAD = "instead of Ada: Hana Kaya, h@k.example"
# Letter, the words of it that suggest the reply, the reply, what it should mean.
SUGGESTED = [
    ("invitation", "Just reply “yes”", "Yes, Tuesday or Thursday", "Accepted"),
    ("invitation", "Just reply “yes”", "yes", "Accepted"),
    ("invitation", "reply “no”", "no", "Declined"),
    ("invitation", "“not me, ask …”", "Not me, ask Hana Kaya", "Declined"),
    ("invitation", "Reply “stop”", "stop", "StopAsked"),
    ("question", "“give me a week”", "Give me a week", "PauseAsked"),
    ("question", "“ask me again on Thursday”", "Ask me again on Friday", "PauseAsked"),
    ("question", "Reply “no”", "no", "Declined"),
    ("question", "Reply “stop”", "stop", "StopAsked"),
    ("nudge", "“next week”", "next week", "PauseAsked"),
    ("more_please", "“give me a week”", "Give me a week", "PauseAsked"),
    ("second_coffee", "“ask me again on” and that day", "Ask me again on Friday", "PauseAsked"),
    ("thanks", "“2: …”", "2: Teach two things a month, not one a week.", "Corrected"),
    ("thanks.extras", "“2: …”", "2: And buy them lunch.", "Corrected"),
    ("relay_answer.before_yes", "reply “yes” to the coffee", "yes", "Accepted"),
    ("released", "reply “stop”", "stop", "StopAsked"),
    ("preview", "reply “yes”", "yes", "Confirmed"),
    ("preview", "“No” cancels it", "no", "CancelWanted"),
    ("preview.substitute", "reply “yes”", "yes", "Confirmed"),
    ("progress.preview", "Reply “yes”", "yes", "Confirmed"),
    ("under_way", "“status”", "status", "ProgressAsked"),
    ("under_way", "“pause”", "pause", "HoldWanted"),
    ("under_way", "“cancel”", "cancel", "CancelWanted"),
    ("under_way", "“nudge Ada”", "nudge Ada", "NudgeWanted"),
    ("progress", "“nudge” and a name", "nudge Grace", "NudgeWanted"),
    ("progress.paused", "“resume”", "resume", "ResumeWanted"),
    ("progress.open_seat", "“instead of Ada:”", INSTEAD, "SubstituteNamed"),
    ("progress.open_seat", "“wait”", "wait", "WaitWanted"),
    ("coffee_accepted", "“Ada told me: 1. … 2. … 3. …”", f"Ada told me: {THREE}", "HeardInPerson"),
    ("question_relay", "Reply to this mail with your answer", "My own team, not suppliers.", "RelayAnswered"),
    ("seat_open", "Reply with a name and an address", "Hana Kaya, h@k.example", "SubstituteNamed"),
    ("seat_open.unreachable", "the right address", "ada.byron@works.example", "SubstituteNamed"),
    ("seat_open.silent", "reply “wait”", "wait", "WaitWanted"),
    ("transcript.paused", "“resume”", "resume", "ResumeWanted"),
    ("transcript.which_seat", "“instead of Ada: ", INSTEAD, "SubstituteNamed"),
    ("transcript.whose_pieces", "“Ada told me: 1. …", f"Ada told me: {THREE}", "HeardInPerson"),
    ("transcript", "“status”", "status", "ProgressAsked"),
    ("synthesis", "belong together, call it", "1, 4 and 9 belong together, call it room", "ThreadDrawn"),
    ("synthesis", "your goal, in your own words", "By June I hand over four outcomes a month.", "GoalWorded"),
    ("synthesis.likely", "a letter (A, B)", "B", "ThreadDrawn"),
    ("synthesis.likely", "or numbers that belong together", "1, 4 and 9, call it room", "ThreadDrawn"),
    ("synthesis.none", "with their numbers and a name", "1, 4 and 9, call it room", "ThreadDrawn"),
    ("goal_feedback", "reply “it stands”", "it stands", "GoalWorded"),
]  # fmt: skip


def understood(name: str, reply: str, client: str) -> Event:
    """What this reply to this letter means, sent from this client a day later."""
    send, engagement = SAMPLES[name]
    letter = write(send, engagement)
    later = NOW + timedelta(days=1)
    raw = SHAPES[client](
        letter.raw, sender=send.email, name=send.name, text=reply, pieces=(), closing="", sent_at=later
    )
    return classify(read_message(raw), _correspondent(name, engagement, letter.text), later)


def _correspondent(name: str, engagement: Engagement, text: str) -> Correspondent:
    send, _ = SAMPLES[name]
    people = tuple((expert.seat, expert.name, expert.email) for expert in engagement.experts)
    who = Correspondent(
        seat=send.seat,
        stage=engagement.stage,
        ours=(text,),
        replied_to=send.purpose,
        about=send.about,
        experts=people,
    )
    if send.seat == LEADER_SEAT:
        return who
    expert = engagement.expert(send.seat)
    standing = Standing.INVITED if name.startswith(("invitation", "relay")) else expert.standing
    return replace(who, standing=standing, pieces=tuple(piece.text for piece in expert.advice))


@pytest.mark.parametrize(("name", "suggestion", "reply", "meaning"), SUGGESTED)
def test_a_reply_we_suggest_is_understood(name: str, suggestion: str, reply: str, meaning: str) -> None:
    """The letter says so, and so it is."""
    assert suggestion in flat(write(*SAMPLES[name]).text)
    for client in sorted(SHAPES):
        assert type(understood(name, reply, client)).__name__ == meaning, client
