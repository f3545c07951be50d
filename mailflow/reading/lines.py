"""Text as lines that remember where they stood: in a list, a table, a quote."""

from dataclasses import dataclass
from enum import StrEnum


class Region(StrEnum):
    """What a mail client itself said about a stretch of text."""

    BODY = "body"
    SIGNATURE = "signature"
    ATTRIBUTION = "attribution"  # "On … wrote:" as an element of its own
    BORDER = "border"  # what stands below is history: Outlook's header block and its kin


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line as its writer meant it: wrapping undone, list mark kept in the text."""

    text: str
    gap: bool = False  # an empty line or a paragraph's margin stands before it
    quote: int = 0  # depth of quotation
    indent: int = 0  # blanks before it
    depth: int = 0  # of HTML list items; 0: not in a list
    begins: bool = False  # it begins an HTML list item
    mark: int = 0  # so many characters of `text` are the mark of an HTML list item
    row: int = 0  # number of the HTML table row it stands in; 0: none
    cell: int = 0  # number of the cell in that row
    region: Region = Region.BODY
    at: int = 0  # where it begins in OwnWords.text; own lines only
