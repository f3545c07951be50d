"""Letters opened again with the standard library, for the tests of this room."""

from dataclasses import replace
from email import message_from_bytes, policy
from email.message import EmailMessage
from html.parser import HTMLParser
from typing import Any

from mailflow.identity import Purpose
from mailflow.mentoring.effects import Send
from mailflow.mentoring.engagement import Engagement
from mailflow.writing.letter import Written, write_letter
from mailflow.writing.sample import sample
from mailflow.writing.sample_engagement import HOUSE, NOW


def written(purpose: Purpose, *, house: dict[str, Any] | None = None, **send: Any) -> Written:
    """The sample letter of a purpose, with other details."""
    first, engagement = sample(purpose)
    return write_letter(replace(first, **send), engagement, replace(HOUSE, **(house or {})), NOW)


def write(send: Send, engagement: Engagement) -> Written:
    """A letter of the sample house."""
    return write_letter(send, engagement, HOUSE, NOW)


def opened(letter: Written) -> EmailMessage:
    """The letter as a mail client reads it."""
    return message_from_bytes(letter.raw, policy=policy.default)  # type: ignore[return-value]


def names(letter: Written) -> list[str]:
    """The names of its header fields, counted from the raw bytes."""
    block = letter.raw.split(b"\r\n\r\n", 1)[0].decode("ascii")
    return [line.split(":", 1)[0] for line in block.split("\r\n") if not line.startswith(" ")]


def part(letter: Written, kind: str) -> str:
    """The first part of a kind, decoded."""
    for one in opened(letter).walk():
        if one.get_content_type() == kind:
            return str(one.get_content()).replace("\r\n", "\n")
    raise AssertionError(f"no {kind} part")


def flat(text: str) -> str:
    """`text` without quote marks and line breaks, so that wrapping does not matter."""
    return " ".join(text.replace("> ", " ").replace(">", " ").split())


class Tags(HTMLParser):
    """Checks that every tag is closed in order; collects tags, attributes and words."""

    VOID = frozenset({"br", "hr", "meta"})

    def __init__(self, page: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.seen: list[str] = []
        self.attributes: list[tuple[str, str | None]] = []
        self.words: list[str] = []
        self.feed(page)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.append(tag)
        self.attributes += attrs
        if tag not in self.VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if self.open and self.open[-1] not in {"style", "title"}:
            self.words.append(data)
