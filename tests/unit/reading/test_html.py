import pytest

from mailflow.reading.html import html_lines
from mailflow.reading.lines import Region


def texts(html: str) -> list[str]:
    """The lines a reader of this page would see."""
    return [line.text for line in html_lines(html)]


def test_lists_carry_their_marks() -> None:
    """Numbers count on from `start`, bullets are dashes, and the mark's length is known."""
    lines = html_lines('<ol start="2"><li>two</li><li>three</li></ol><ul><li>dot</li></ul>')
    assert [line.text for line in lines] == ["2. two", "3. three", "- dot"]
    assert [line.text[line.mark :] for line in lines] == ["two", "three", "dot"]


def test_outlooks_list_marks_are_marks() -> None:
    """`mso-list:Ignore` holds the mark, not a word of the text."""
    mark = "<span style='mso-list:Ignore'>1.<span>&nbsp;&nbsp; </span></span>"
    html = f"<p style='mso-list:l0 level1 lfo1'>{mark}ask</p>"
    assert texts(html) == ["1. ask"]


def test_quotes_of_clients_are_quotes_and_own_ones_are_not() -> None:
    """`type=cite` is somebody else's mail; a bare blockquote is the writer's own."""
    lines = html_lines('<p>own</p><blockquote type="cite">theirs</blockquote><blockquote>mine</blockquote>')
    assert [(line.text, line.quote) for line in lines] == [("own", 0), ("theirs", 1), ("mine", 0)]


def test_cells_know_their_row() -> None:
    """A table can be told from lines that follow each other."""
    lines = html_lines("<table><tr><td>1</td><td>ask</td></tr><tr><td>2</td><td>wait</td></tr></table>")
    assert [(line.row, line.cell) for line in lines] == [(1, 1), (1, 2), (2, 1), (2, 2)]


def test_what_clients_mark_is_known() -> None:
    """Signature, attribution and Outlook's border are regions of their own."""
    html = (
        '<div class="gmail_signature">Ada</div><div class="gmail_attr">On Monday Lee wrote:</div>'
        '<div id="divRplyFwdMsg">From: Lee</div>'
    )
    assert [line.region for line in html_lines(html)] == [Region.SIGNATURE, Region.ATTRIBUTION, Region.BORDER]


@pytest.mark.parametrize(
    "html", ["<style>p {}</style>x", "<script>1</script>x", "<p style='display:none'>y</p>x"]
)
def test_what_no_reader_sees_is_left_out(html: str) -> None:
    """Style sheets, scripts and hidden elements hold no words."""
    assert texts(html) == ["x"]


def test_lists_nested_beyond_sense_are_read_as_text() -> None:
    """Twenty thousand lists in each other would take the parser quadratic time."""
    assert "ask" in texts("<ol><li>" * 20_000 + "ask")[-1]
