"""Letters opened again with the standard library, for the tests of this room."""

import re
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

QUESTION_BEGINS = "If you were to suggest three things I could do"


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


def header_lines(letter: Written) -> list[str]:
    """The lines of its header block, from the raw bytes."""
    return letter.raw.split(b"\r\n\r\n", 1)[0].decode("ascii").split("\r\n")


def names(letter: Written) -> list[str]:
    """The names of its header fields, counted from the raw bytes."""
    return [line.split(":", 1)[0] for line in header_lines(letter) if not line.startswith(" ")]


def part(letter: Written, kind: str) -> str:
    """The first part of a kind, decoded."""
    for one in opened(letter).walk():
        if one.get_content_type() == kind:
            return str(one.get_content()).replace("\r\n", "\n")
    raise AssertionError(f"no {kind} part")


def flat(text: str) -> str:
    """`text` without quote marks and line breaks, so that wrapping does not matter."""
    return " ".join(re.sub(r"(?m)^(?:> ?)+", "", text).split())


class Page(HTMLParser):
    """A page as a screen reader goes through it: its blocks in order, each closed where it was opened."""

    VOID = frozenset({"br", "hr", "meta"})
    BLOCKS = frozenset({"p", "li", "h2", "h3", "blockquote", "th", "td"})
    HIDDEN = frozenset({"style", "title"})

    def __init__(self, page: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.seen: list[str] = []
        self.attributes: list[tuple[str, str | None]] = []
        self.words: list[str] = []
        self.blocks: list[tuple[str, str]] = []  # a tag and its words; text in p in li belongs to the p
        self.asks: list[str] = []  # the paragraphs outside quotes that begin in bold
        self.feed(page)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "strong" and self.open[-1] == "p" and not self.blocks[-1][1].strip():
            self.asks += [""] if "blockquote" not in self.open else []
        self.seen.append(tag)
        self.attributes += attrs
        if tag in self.BLOCKS:
            self.blocks.append((tag, ""))
        if tag not in self.VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if not self.open or self.open[-1] in self.HIDDEN:
            return
        self.words.append(data)
        if self.BLOCKS & set(self.open):
            tag, words = self.blocks[-1]
            self.blocks[-1] = (tag, words + data)
            if self.asks and "strong" in self.open and tag == "p" and "blockquote" not in self.open:
                self.asks[-1] += data

    @property
    def levels(self) -> list[int]:
        """The levels of the headings outside quotes and inside, in order."""
        return [int(tag[1]) for tag in self.seen if tag in {"h1", "h2", "h3", "h4"}]
