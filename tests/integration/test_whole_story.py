"""The main job, whole, through every layer: on the embedded server and on Dovecot with Postfix."""

from email import message_from_bytes, policy

import pytest
from worlds import RealWorld, Story, embedded_world, text_of

from mailflow.demo import shapes

KICKOFF = """Hello,

I'd like to get better at delegating work to my team.
Why now: we grew from four to eleven people since Christmas.
To what end: I want my mornings with customers back.

Ada Lovelace <ada@{0}>, inside, she runs the mill
Grace Hopper <grace@{0}>, outside
Mary Jackson <mary@{0}>, outside

Best,
Lee
"""
ADVICE = {
    "ada": (
        "Hand over the outcome, not the steps.",
        "Write down who decides what.",
        "Hold a fixed half hour a week for questions.",
    ),
    "grace": (
        "Describe the result you want and let them surprise you.",
        "Ask \u201cwhat would you do?\u201d and then wait.",
        "Let small things go wrong.",
    ),
    "mary": (
        "Agree on the result and the limit, inside it they decide.",
        "Start with the thing you like doing most.",
        "Never take a task back.",
    ),
}
NAMES = {"leader": "Lee Ader", "ada": "Ada Lovelace", "grace": "Grace Hopper", "mary": "Mary Jackson"}
QUESTION = (
    "If you were to suggest three things I could do, three bits of advice that would have the greatest "
    "impact on my ability to delegate work to my team, what would they be?"
)


@pytest.fixture(params=["embedded", "real"])
def story(request, tmp_path):
    """The same story in each world."""
    if request.param == "embedded":
        with embedded_world(tmp_path) as world:
            yield Story(world)
    else:
        yield Story(RealWorld(tmp_path, request.getfixturevalue("real_servers")))


def replies(story: Story, local: str, raw: bytes, shape, text: str, pieces=()) -> None:
    """Somebody answers a letter from their mail client."""
    story.world.deliver(
        shape(
            raw,
            sender=story.world.address(local),
            name=NAMES[local],
            text=text,
            pieces=pieces,
            closing="",
            sent_at=story.now,
        ),
        story.world.address(local),
    )


def kicked_off(story: Story) -> None:
    """The leader writes, sees the preview, says yes."""
    kickoff = shapes.fresh_mail(
        sender=story.world.address("leader"),
        name=NAMES["leader"],
        to=story.world.service,
        subject="Lifting my delegation",
        text=KICKOFF.format(story.world.address("ada").partition("@")[2]),
        sent_at=story.now,
    )
    story.world.deliver(kickoff, story.world.address("leader"))
    story.runs()
    preview = story.raw_letter("leader", "preview")
    replies(story, "leader", preview, shapes.gmail_web, "Yes, send it.")
    story.runs()


@pytest.mark.parametrize(
    "clients",
    [
        (shapes.gmail_web, shapes.outlook_desktop, shapes.apple_mail),
        (shapes.outlook_web, shapes.iphone, shapes.thunderbird_interleaved),
        (shapes.plain_text, shapes.thunderbird_interleaved, shapes.outlook_web),
    ],
    ids=["gmail-outlook-apple", "owa-iphone-thunderbird", "plain-thunderbird-owa"],
)
def test_from_kickoff_to_synthesis(story: Story, clients, capsys):
    """Kickoff, preview, yes, invitations, questions, free text from any client, nine, one synthesis."""
    kicked_off(story)
    for local in ADVICE:
        assert QUESTION not in text_of(story.letter(local, "invitation"))
    for local, client in zip(ADVICE, clients, strict=True):
        replies(story, local, story.raw_letter(local, "invitation"), client, "Yes, happy to have a coffee.")
    story.runs()
    for local in ADVICE:
        assert QUESTION in " ".join(text_of(story.letter(local, "question")).split())
    for number, (local, client) in enumerate(zip(ADVICE, clients, strict=True)):
        assert "synthesis" not in story.purposes("leader")
        assert story.shown(capsys)["pieces"]["received"] == number * 3
        question = story.raw_letter(local, "question")
        replies(story, local, question, client, "Here you go:", ADVICE[local])
        story.runs()
        thanks = " ".join(text_of(story.letter(local, "thanks")).split())
        assert all(piece in thanks for piece in ADVICE[local])
    synthesis = " ".join(text_of(story.letter("leader", "synthesis")).split())
    assert all(piece in synthesis for pieces in ADVICE.values() for piece in pieces)
    story.later(days=1).runs()
    assert story.purposes("leader").count("synthesis") == 1
    shown = story.shown(capsys)
    assert shown["stage"] == "complete"
    kept = [[advice["text"] for advice in expert["advice"]] for expert in shown["experts"]]
    assert kept == [list(pieces) for pieces in ADVICE.values()]
    assert shown["goal"]["statement"]
    assert shown["synthesis"]["certainty"] in {"likely", "none"}


def test_letters_thread_and_say_what_they_are(story: Story):
    """Headers that filters, threads and machines rely on."""
    kicked_off(story)
    invitation = story.raw_letter("ada", "invitation")
    replies(story, "ada", invitation, shapes.gmail_web, "Yes, happy to.")
    story.runs()
    first = message_from_bytes(invitation, policy=policy.default)
    second = story.letter("ada", "question")
    assert first["Message-ID"] in second["References"]
    assert first["Auto-Submitted"] == "auto-generated"
    assert "stop" in first["List-Unsubscribe"]
    assert first["Reply-To"].addresses[0].username.startswith("jit+")
    assert [part.get_content_type() for part in first.iter_parts()] == ["text/plain", "text/html"]


def test_a_real_bounce_opens_the_seat(story: Story, capsys):
    """An address that does not exist is the leader's to correct."""
    domain = story.world.address("ada").partition("@")[2]
    text = KICKOFF.format(domain).replace(f"<ada@{domain}>", f"<nobody-by-this-name@{domain}>")
    kickoff = shapes.fresh_mail(
        sender=story.world.address("leader"),
        name=NAMES["leader"],
        to=story.world.service,
        subject="Lifting my delegation",
        text=text,
        sent_at=story.now,
    )
    story.world.deliver(kickoff, story.world.address("leader"))
    story.runs()
    preview = story.raw_letter("leader", "preview")
    replies(story, "leader", preview, shapes.gmail_web, "Yes, send it.")
    story.runs()
    if isinstance(story.world, RealWorld):
        story.world.servers.wait_for("jit", 1)  # the delivery report
        story.runs()
    story.letter("leader", "seat_open")
    assert story.shown(capsys)["experts"][0]["standing"] == "unreachable"
