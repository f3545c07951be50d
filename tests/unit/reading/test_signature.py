import pytest

from mailflow.reading.lines import text_lines
from mailflow.reading.signature import endings, is_greeting, is_sign_off


@pytest.mark.parametrize(
    "line",
    ["Best,", "Kind regards Ada", "Viele Grüße aus Köln", "Thanks, Lee", "cheers ada", "Un abrazo,", "LG"],
)
def test_farewells(line: str) -> None:
    """A farewell, with or without the name."""
    assert is_sign_off(line)


@pytest.mark.parametrize(
    "line",
    [
        "Thanks, but no.",
        "Thanks, Friday works",
        "Thanks, will do",
        "Best regards are for strangers",
        "Thanks?",
    ],
)
def test_what_only_begins_like_a_farewell(line: str) -> None:
    """An answer that begins with thanks is an answer."""
    assert not is_sign_off(line)


@pytest.mark.parametrize("line", ["Hi Ada,", "Liebe Frau Sommer", "Hola:", "Dear all,"])
def test_greetings(line: str) -> None:
    """A whole line that greets."""
    assert is_greeting(line)


def test_a_sentence_that_begins_with_hi_is_no_greeting() -> None:
    """What follows is what was said."""
    assert not is_greeting("Hi, I think you should ask them first")


def test_the_business_card_is_a_signature_and_the_postscript_is_not() -> None:
    """What stands below a signature in a P.S. was still written by hand."""
    lines = text_lines("Ask them.\n\nBest\nAda Byron\nHead of Engines | Works Ltd\n\nPS: and wait.")
    signature, _ = endings(lines, "Ada Byron")
    assert [line.text for line, is_signature in zip(lines, signature, strict=True) if not is_signature] == [
        "Ask them.",
        "Best",
        "PS: and wait.",
    ]


def test_a_numbered_disclaimer_is_a_disclaimer() -> None:
    """What the server of a company adds is nobody's advice."""
    text = (
        "Ask them.\n\nBest\nAda\n\nThis email and any attachments are confidential.\n"
        "1. Delete it.\n2. Tell nobody."
    )
    lines = text_lines(text)
    _, disclaimer = endings(lines, "Ada Byron")
    assert [line.text for line, is_one in zip(lines, disclaimer, strict=True) if is_one] == [
        "This email and any attachments are confidential.",
        "1. Delete it.",
        "2. Tell nobody.",
    ]
