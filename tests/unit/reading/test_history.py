import pytest

from mailflow.reading.history import breaks, is_attribution
from mailflow.reading.lines import text_lines


@pytest.mark.parametrize(
    "line",
    [
        "On Mon, Nov 30, 2026 at 10:00 AM Lee <lee@x.example> wrote:",
        "Am 30.11.26 um 10:00 schrieb Lee:",
        "Le lun. 30 nov. 2026 à 10:00, Lee <lee@x.example> a écrit :",
        "El lun, 30 nov 2026 a las 10:00, Lee (<lee@x.example>) escribió:",
        "Il giorno lun 30 nov 2026 alle 10:00 Lee <lee@x.example> ha scritto:",
        "Op ma 30 nov. 2026 om 10:00 schreef Lee <lee@x.example>:",
        "Em seg., 30 de nov. de 2026 às 10:00, Lee <lee@x.example> escreveu:",
    ],
)
def test_attributions_of_many_languages(line: str) -> None:
    """Who wrote when, in words we know."""
    assert is_attribution(line)


@pytest.mark.parametrize(
    "line",
    ['On Friday my old boss wrote: "we have three other bids"', "On Mondays they write down three things:"],
)
def test_advice_that_looks_like_an_attribution(line: str) -> None:
    """Somebody wrote, but no mail begins here."""
    assert not is_attribution(line)


def test_a_header_block_begins_history() -> None:
    """From, Sent and To together, whatever stands before them."""
    lines = text_lines(
        "Ask them.\n\nFrom: Lee <lee@x.example>\nSent: Monday\nTo: Ada\nSubject: A question\n\nHi Ada"
    )
    [found] = breaks(lines)
    assert (found.start, found.end, found.sender) == (1, 5, "Lee <lee@x.example>")


def test_one_line_that_begins_with_from_is_no_header_block() -> None:
    """From: now on, sign nothing."""
    assert not breaks(text_lines("From: now on, sign nothing you did not read."))
