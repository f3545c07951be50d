"""Ten shapes of text that make a parser of replies slow: what a stranger may send to a public address."""

from collections.abc import Callable, Mapping

LETTER = (
    "Hi Ada,\n\nIf you were to suggest three things I could do, three bits of advice that would have the "
    "greatest impact on my ability to delegate whole outcomes, what would they be?\n\n"
    "Reference: aaaa2bbbb3cccc4dddd\n"
)
_WORDS = LETTER.split()


def _repeated(piece: str) -> Callable[[int], str]:
    return lambda size: (piece * (size // len(piece) + 1))[:size]


def _ours(size: int) -> str:
    """Words of the question in ever new order, thirty to a line: they look like ours and are not."""
    words = (_WORDS[(place * 7 + place // 31) % len(_WORDS)] for place in range(size // 2))
    return "".join(f"{word}\n" if not place % 30 else f"{word} " for place, word in enumerate(words))[:size]


SHAPES: Mapping[str, Callable[[int], str]] = {
    "quote marks in one line": _repeated("> "),
    "a quote that never ends": _repeated("> a\n"),
    '"On" without "wrote"': _repeated("On Mon, 2 Mar 2026 Ada\n"),
    '"On … wrote:" each line': _repeated("On Mon, 2 Mar 2026, Ada <a@b.c> wrote:\n"),
    "header blocks": _repeated("From: a@b.c\nSent: x\nTo: d@e.f\nSubject: g\n"),
    "signature marks": _repeated("-- \nAda\n"),
    "blanks, and a letter": lambda size: " " * (size - 1) + "x",
    "one word": _repeated("a"),
    "a list of thousands": _repeated("1. Say no.\n2. Say why.\n"),
    "words of our letter": _ours,
}


def mail(text: str) -> bytes:
    """A mail that holds this text and nothing else."""
    head = (
        "From: Ada <ada@works.example>\r\nTo: coffee@mentoring.example\r\nSubject: Re: advice\r\n"
        "Date: Tue, 01 Dec 2026 10:30:00 +0100\r\nMIME-Version: 1.0\r\n"
        "Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n"
    )
    return (head + text.replace("\n", "\r\n")).encode()
