"""What holds for every letter there is, and every variant of it."""

from pathlib import Path

import pytest
from letters import Tags, flat, opened, part, write

from mailflow.identity import Purpose, Reference, make_token, message_id, tokens_in
from mailflow.writing.letter import html_of
from mailflow.writing.sample import render_sample, samples
from mailflow.writing.sample_engagement import HOUSE, NOW

GOLDEN = Path(__file__).parents[2] / "golden" / "letters"
SAMPLES = samples()
AS_EML = ("invitation", "question", "synthesis", "goal_set", "coffee_accepted")
every = pytest.mark.parametrize("name", sorted(SAMPLES))


def test_there_is_a_sample_of_every_purpose() -> None:
    """No purpose without a letter."""
    assert {purpose.value for purpose in Purpose} <= set(SAMPLES)
    for purpose in Purpose:
        assert SAMPLES[purpose.value][0].purpose is purpose


@every
def test_the_same_send_gives_the_same_bytes(name: str) -> None:
    """A letter written twice is one letter."""
    assert write(*SAMPLES[name]) == write(*samples()[name])


@every
def test_nothing_is_left_unresolved(name: str) -> None:
    """No mark of a template, no Python name and no empty value reaches a person."""
    letter = write(*SAMPLES[name])
    for text in (letter.subject, letter.text, part(letter, "text/html")):
        for mark in (
            "{{",
            "}}",
            "{%",
            "None",
            "Undefined",
            "object at",
            "[]",
            "()",
            " ,",
            "“”",
            "  .",
            "&amp;",
        ):
            assert mark not in text.replace("------", ""), mark


@every
def test_text_and_html_say_the_same(name: str) -> None:
    """Both parts are complete: word for word the same but for marks of lists, quotes and tables."""
    letter = write(*SAMPLES[name])
    assert part(letter, "text/plain") == letter.text
    html = "".join(" ".join(Tags(part(letter, "text/html")).words).split())
    text = letter.text
    for mark in (">", "-", "=", "–"):
        text, html = text.replace(mark, ""), html.replace(mark, "")
    words = [word for word in text.split() if not word.rstrip(".").isdigit()]
    for word in words:
        assert word in html, word


@every
def test_the_html_is_well_formed_small_and_alone(name: str) -> None:
    """Nothing remote, no link, no script, no picture; at most 30 KB."""
    page = part(write(*SAMPLES[name]), "text/html")
    tags = Tags(page)
    assert not {"a", "img", "script", "link", "iframe", "form", "object", "svg"} & set(tags.seen)
    assert "url(" not in page
    assert "http" not in page
    assert {key for key, _ in tags.attributes} <= {
        "lang", "charset", "name", "content", "style", "start", "scope",
    }  # fmt: skip
    assert '<html lang="en">' in page
    assert 'content="light dark"' in page
    assert len(page.encode()) <= 30 * 1024
    assert html_of(*SAMPLES[name], HOUSE, NOW) == page


@every
def test_the_token_travels_on_three_carriers(name: str) -> None:
    """Reply address, Message-ID and case line carry the same token, and no other stands in the letter."""
    send, engagement = SAMPLES[name]
    letter = write(send, engagement)
    reference = Reference(engagement_id=engagement.id, seat=send.seat, purpose=send.purpose)
    token = make_token(HOUSE.key, reference)
    message = opened(letter)
    assert message["Reply-To"] == f"jit+{token}@mentoring.example"
    assert message["Message-ID"] == message_id(HOUSE.key, reference, send.turn, "mentoring.example")
    assert letter.message_id == message["Message-ID"]
    assert tokens_in(letter.text) == (token,)
    assert letter.text.rstrip().splitlines()[-1] == f"Reference: {token}"


@every
def test_lines_are_wrapped_and_the_wire_is_safe(name: str) -> None:
    """Seven bits, CRLF only, no line over 998; our own words wrapped at 72."""
    letter = write(*SAMPLES[name])
    assert letter.raw.isascii()
    assert letter.raw.count(b"\n") == letter.raw.count(b"\r\n") == letter.raw.count(b"\r")
    assert max(len(line) for line in letter.raw.split(b"\r\n")) <= 78 + 20
    for line in letter.text.splitlines():
        assert len(line) <= 74 or line.startswith((">", "If you were", "- ")) or line[0].isdigit(), line


@every
def test_every_letter_asks_for_one_thing_or_says_that_nothing_is_to_do(name: str) -> None:
    """Exactly one sentence stands out as the ask, near the end."""
    if name.startswith("alert"):
        return
    page = part(write(*SAMPLES[name]), "text/html")
    body = page.rpartition("</blockquote>")[2] if name.startswith("preview") else page
    asks = [piece.split("</strong>")[0] for piece in body.split("<p><strong>")[1:]]
    assert asks
    assert flat(asks[-1])[-1] not in "," or name, asks


@every
def test_golden(name: str, *, update_golden: bool) -> None:
    """The letters as a person has read and approved them."""
    letter = write(*SAMPLES[name])
    found = {".txt": f"Subject: {letter.subject}\n\n{letter.text}".encode()}
    if name in AS_EML:
        found[".eml"] = letter.raw
    for ending, wanted in found.items():
        path = GOLDEN / (name + ending)
        if update_golden:
            path.write_bytes(wanted)
        assert path.read_bytes() == wanted, f"{path.name}: look at it, then --update-golden"


def test_samples_render_in_three_forms() -> None:
    """`mailflow preview` shows text, HTML or the whole message."""
    assert render_sample(Purpose.QUESTION, "text").startswith("Hi Ada,")
    assert render_sample(Purpose.QUESTION, "html").startswith("<!doctype html>")
    assert render_sample(Purpose.QUESTION, "eml").startswith("From: ")
