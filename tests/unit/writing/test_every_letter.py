"""What holds for every letter there is, and every variant of it."""

import re
from pathlib import Path

import pytest
from letters import QUESTION_BEGINS, Page, opened, part, write

from mailflow.identity import Purpose, Reference, make_token, message_id, tokens_in
from mailflow.writing.letter import html_of
from mailflow.writing.sample import render_sample
from mailflow.writing.sample_engagement import HOUSE, NOW
from mailflow.writing.sample_variants import samples

GOLDEN = Path(__file__).parents[2] / "golden" / "letters"
SAMPLES = samples()
AS_EML = ("invitation", "question", "synthesis", "goal_set", "coffee_accepted")
LEFTOVERS = (
    "{{", "}}", "{%", "None", "Undefined", "object at", "[]", "()", " ,", " .", "“”", "‘’", "..”",
    "&amp;", "&#",
)  # fmt: skip
every = pytest.mark.parametrize("name", sorted(SAMPLES))


def bare(text: str) -> str:
    """`text` without blanks and without the marks of quotes: what is said, however it is laid out."""
    return re.sub(r"[\s>]", "", text)


def test_there_is_a_sample_of_every_purpose() -> None:
    """No purpose without a letter."""
    assert {purpose.value for purpose in Purpose} <= set(SAMPLES)
    for name, (send, _) in SAMPLES.items():
        assert name.partition(".")[0] == send.purpose.value


@every
def test_the_same_send_gives_the_same_bytes(name: str) -> None:
    """A letter written twice is one letter."""
    assert write(*SAMPLES[name]) == write(*samples()[name])


@every
def test_nothing_is_left_unresolved(name: str) -> None:
    """No mark of a template, no Python name, no empty value and no doubled blank reaches a person."""
    letter = write(*SAMPLES[name])
    shown = "\n".join(words for _, words in Page(part(letter, "text/html")).blocks)
    for text in (letter.subject, letter.text, shown):
        for mark in LEFTOVERS:
            assert mark not in text, mark
    assert "\n\n\n" not in letter.text
    assert all(line == line.rstrip() for line in letter.text.splitlines())
    if not name.startswith(("synthesis.likely", "synthesis_revised.changed")):  # the two that hold a table
        assert re.search(r"[^\s>] {2,}\S", letter.text) is None


@every
def test_text_and_html_say_the_same_in_the_same_order(name: str) -> None:
    """Every block of the page stands in the text, in order; every word of the text stands on the page."""
    letter = write(*SAMPLES[name])
    assert part(letter, "text/plain") == letter.text
    page = Page(part(letter, "text/html"))
    text, place = bare(letter.text), 0
    for tag, words in page.blocks:
        if tag in {"th", "td"}:  # side by side in the text, one below the other here
            assert all(word in text for word in words.split())
            continue
        place = text.find(bare(words), place)
        assert place >= 0, words
    shown = bare("".join(page.words))
    for word in letter.text.split():
        assert set(word) <= set("->=0123456789.") or bare(word) in shown, word


@every
def test_the_page_is_well_formed_small_and_alone(name: str) -> None:
    """Nothing remote, no link, no script, no picture; its language named; at most 30 KB."""
    source = part(write(*SAMPLES[name]), "text/html")
    page = Page(source)
    assert set(page.seen) <= {
        "html", "head", "meta", "title", "style", "body", "div", "hr", "br", "strong", "em",
        "p", "h2", "h3", "blockquote", "ol", "ul", "li", "table", "tr", "th", "td",
    }  # fmt: skip
    assert "url(" not in source
    assert "http" not in source.replace("hxxp", "")
    assert {key for key, _ in page.attributes} <= {
        "lang", "charset", "name", "content", "style", "start", "scope",
    }  # fmt: skip
    assert '<html lang="en">' in source
    assert len(source.encode()) <= 30 * 1024
    assert html_of(*SAMPLES[name], HOUSE, NOW) == source


@every
def test_colours_are_left_to_the_reader(name: str) -> None:
    """No colour but that of lines: text keeps the contrast of the reader's own light or dark."""
    source = part(write(*SAMPLES[name]), "text/html")
    assert 'content="light dark"' in source
    styles = [value or "" for key, value in Page(source).attributes if key == "style"]
    assert all(not re.search(r"(?:^|;)\s*(?:background|color)", style) for style in styles)
    assert set(re.findall(r"#[0-9a-f]{3,6}\b", " ".join(styles))) <= {"#888"}
    sizes = [float(size) for style in styles for size in re.findall(r"font-size:([\d.]+)em", style)]
    assert min(sizes, default=1.0) >= 0.85


@every
def test_headings_go_down_step_by_step(name: str) -> None:
    """From h2 (the subject is the first), never two levels at once, none of them empty."""
    page = Page(part(write(*SAMPLES[name]), "text/html"))
    for before, level in zip([1, *page.levels], page.levels, strict=False):
        assert level <= before + 1
    assert all(words.strip() for tag, words in page.blocks if tag in {"h2", "h3"})


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
def test_lines_are_short_but_for_the_one_sentence(name: str) -> None:
    """At most 74 columns, people's own words too; only the question is never broken."""
    for line in write(*SAMPLES[name]).text.splitlines():
        assert len(line) <= 74 or line.removeprefix("> ").startswith(QUESTION_BEGINS), line


@every
def test_the_wire_is_safe(name: str) -> None:
    """Seven bits, CRLF only, short lines, none that a mail system on the way would change."""
    raw = write(*SAMPLES[name]).raw
    assert raw.isascii()
    assert raw.count(b"\n") == raw.count(b"\r\n") == raw.count(b"\r")
    head, _, body = raw.partition(b"\r\n\r\n")
    assert max(map(len, head.split(b"\r\n"))) <= 98  # a token in an address does not fold
    assert max(map(len, body.split(b"\r\n"))) <= 78
    assert not [line for line in body.split(b"\r\n") if line.startswith((b".", b"From "))]


@every
def test_every_letter_ends_in_one_ask(name: str) -> None:
    """Exactly one paragraph stands out, and only the sign-off and small print come after it."""
    page = Page(part(write(*SAMPLES[name]), "text/html"))
    assert len(page.asks) == 1, page.asks
    places = [place for place, (_, words) in enumerate(page.blocks) if words.strip().startswith(page.asks[0])]
    after = [words.strip() for tag, words in page.blocks[places[-1] + 1 :]]
    assert after.pop(0).startswith("Just-in-Time Mentoring")
    small = ("Your privacy", "Source:", "How long:", "Your rights:", "Not for you", "Reference:")
    assert all(words.startswith(small) for words in after), after


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


def test_no_golden_letter_is_left_over() -> None:
    """A variant that is gone takes its file along."""
    assert {path.stem for path in GOLDEN.iterdir()} == set(SAMPLES)


def test_samples_render_in_three_forms() -> None:
    """`mailflow preview` shows text, HTML or the whole message."""
    assert render_sample(Purpose.QUESTION, "text").startswith("Hi Ada,")
    assert render_sample(Purpose.QUESTION, "html").startswith("<!doctype html>")
    assert render_sample(Purpose.QUESTION, "eml").startswith("From: ")
