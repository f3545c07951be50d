"""HTML to lines.  The parser is C and never raises; the tree is walked without recursion."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from selectolax.lexbor import LexborHTMLParser, LexborNode

from mailflow.reading.lines import Line, Region, text_lines

# Lexbor takes quadratic time for nested elements: 11 s for 100,000, 0.03 s for this many.
DEEPEST = 5000
LONGEST_LINE = 20_000
_TAG = re.compile(
    r"<(/?)(div|blockquote|table|[ou]l|span|font|section|article|center|b|i|u|a|em|strong)\b", re.IGNORECASE
)
_BLANKS = re.compile(r"[ \t\r\n\f]+")
_SKIPPED = frozenset(
    {"head", "style", "script", "title", "template", "noscript", "select", "textarea", "svg"}
)
_BLOCKS = frozenset(
    {"p", "div", "li", "ul", "ol", "table", "tr", "td", "th", "tbody", "thead", "blockquote", "pre", "hr"}
    | {"h1", "h2", "h3", "h4", "h5", "h6", "section", "article", "header", "footer", "center", "address"}
    | {"dl", "dt", "dd", "fieldset", "figure", "main", "aside", "nav", "caption"}
)
_WITH_MARGIN = frozenset({"p", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "blockquote", "pre", "dl"})
_NO_MARGIN = re.compile(r"margin(?:-top)?:\s*0|mso", re.I)
_QUOTE_CLASS = re.compile(
    r"gmail_quote|yahoo_quoted|protonmail_quote|tutanota_quote|zmail_extra|moz-cite|mailquote|mail-quote|cite\b",
    re.I,
)
_HISTORY = re.compile(
    r"divrplyfwdmsg|appendonsend|mail-editor-reference-message|ms-outlook-mobile-reference-message|"
    r"olk_src_body_section|stopspelling|_origmsg|zwchr|x_divrplyfwdmsg|reply-intro",
    re.I,
)
_ATTRIBUTION = re.compile(r"gmail_attr\b|moz-cite-prefix|moz-forward-container|yahoo_quoted_header", re.I)
_SIGNATURE = re.compile(
    r"gmail_signature|(?:^|[\s_-])signature(?:$|[\s_-])|moz-signature|applemailsignature|mobile-signature|"
    r"protonmail_signature_block",
    re.I,
)
# Outlook for Windows draws a line above the header block of what it quotes.
_OUTLOOK_BORDER = re.compile(r"border:\s*none;\s*border-top:\s*solid #(?:e1e1e1|b5c4df)", re.I)
_HIDDEN = re.compile(r"display:\s*none", re.I)
_LEVEL = re.compile(r"level(\d)", re.I)
_IGNORED_MARK = re.compile(r"mso-list:\s*ignore", re.I)
_LONGEST_ALT = 8  # a picture of an emoji; longer ones describe a logo


@dataclass(slots=True)
class _List:
    """A list on its way: how far it has counted."""

    ordered: bool
    number: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class _Place:
    """Where the walk stands."""

    quote: int = 0
    region: Region = Region.BODY
    depth: int = 0
    row: int = 0
    cell: int = 0
    pre: bool = False
    numbering: _List | None = None
    margin: bool = False
    tag: str = ""
    mark_from: int | None = None  # pieces from here on are an Outlook list mark


@dataclass(slots=True)
class _Writer:
    """Lines as they come out of the walk."""

    lines: list[Line] = field(default_factory=list)
    pieces: list[str] = field(default_factory=list)
    places: list[_Place] = field(default_factory=lambda: [_Place()])
    gap: bool = False
    mark: str = ""  # of the list item that has begun and has no text yet
    begins: bool = False
    border: bool = False  # the next line stands below Outlook's border
    rows: int = 0
    cells: dict[int, int] = field(default_factory=dict)

    @property
    def place(self) -> _Place:
        return self.places[-1]

    # --- elements ---

    def enter(self, node: LexborNode) -> bool:
        """Take in a node; False: its children are of no interest."""
        tag = node.tag or ""
        if tag == "-text":
            self._text(node.text_content or "")
            return False
        if tag.startswith("-") or tag in _SKIPPED:
            return False
        attributes = node.attributes
        if _HIDDEN.search(attributes.get("style") or ""):
            return False
        if tag in {"br", "img", "hr"}:
            self._void(tag, attributes)
            return False
        self._open(tag, attributes)
        return True

    def _void(self, tag: str, attributes: dict[str, str | None]) -> None:
        if tag == "img":
            alt = attributes.get("alt") or ""
            self.pieces.append(alt if len(alt) <= _LONGEST_ALT else "")
            return
        if not self.end_line() and tag == "br":
            self.gap = True
        if tag == "hr":
            self.gap = True
            self.pieces.append("---")
            self.end_line()
            self.gap = True

    def _open(self, tag: str, attributes: dict[str, str | None]) -> None:
        named = f"{attributes.get('class') or ''} {attributes.get('id') or ''}"
        style = attributes.get("style") or ""
        if tag in _BLOCKS:
            self.end_line()
        place = replace(self._inside(tag, attributes), tag=tag, margin=False, mark_from=None)
        place = self._by_name(place, tag, named, style, attributes)
        if tag in _WITH_MARGIN and not _NO_MARGIN.search(named + style):
            self.gap = self.gap or not place.depth
            place = replace(place, margin=True)
        if tag == "span" and _IGNORED_MARK.search(style):
            place = replace(place, mark_from=len(self.pieces))
        self.places.append(place)

    def _inside(self, tag: str, attributes: dict[str, str | None]) -> _Place:
        place = self.place
        match tag:
            case "ul" | "ol":
                start = attributes.get("start") or "1"
                number = int(start) - 1 if start.isascii() and start.isdigit() and len(start) < 4 else 0
                return replace(place, numbering=_List(tag == "ol", number), depth=place.depth + 1)
            case "li":
                return self._list_item(place)
            case "tr":
                self.rows += 1
                return replace(place, row=self.rows, cell=0)
            case "td" | "th":
                self.cells[place.row] = self.cells.get(place.row, 0) + 1
                return replace(place, cell=self.cells[place.row])
            case "pre":
                return replace(place, pre=True)
        return self._outlook_item(place, attributes.get("style") or "") if tag == "p" else place

    def _list_item(self, place: _Place) -> _Place:
        numbering = place.numbering or _List(ordered=False)
        numbering.number += 1
        self.mark = f"{numbering.number}. " if numbering.ordered else "- "
        self.begins = True
        return replace(place, depth=max(place.depth, 1))

    def _outlook_item(self, place: _Place, style: str) -> _Place:
        if "mso-list" not in style.lower():
            return place
        level = _LEVEL.search(style)
        return replace(place, depth=int(level[1]) if level else 1)

    def _by_name(
        self, place: _Place, tag: str, named: str, style: str, attributes: dict[str, str | None]
    ) -> _Place:
        """What the mail client itself says about this element."""
        if tag == "blockquote" and (
            attributes.get("type") == "cite" or _QUOTE_CLASS.search(named) or "border-left" in style
        ):
            return replace(place, quote=place.quote + 1)
        if attributes.get("name") == "quote" or "yahoo_quoted" in named:
            return replace(place, quote=place.quote + 1)
        if _HISTORY.search(named) or _OUTLOOK_BORDER.search(style):
            self.border = True
        if _ATTRIBUTION.search(named):
            return replace(place, region=Region.ATTRIBUTION)
        if _SIGNATURE.search(named) and place.region is Region.BODY:
            return replace(place, region=Region.SIGNATURE)
        return place

    def leave(self) -> None:
        """The innermost element ends."""
        place = self.place
        if place.mark_from is not None:
            self._outlook_mark(place.mark_from)
        if place.tag in _BLOCKS:
            is_blank = "\xa0" in "".join(self.pieces) and not "".join(self.pieces).strip()
            self.end_line()
            self.gap = self.gap or is_blank or (place.margin and not place.depth)
        self.places.pop()

    def _outlook_mark(self, start: int) -> None:
        mark = "".join(self.pieces[start:]).strip()
        del self.pieces[start:]
        self.mark = ("- " if len(mark) == 1 and not mark.isalnum() else f"{mark} ") if mark else ""
        self.begins = bool(mark)

    # --- text ---

    def _text(self, text: str) -> None:
        if not self.place.pre:
            self.pieces.append(_BLANKS.sub(" ", text))
            return
        self.end_line()
        for line in text_lines(text):
            self.lines.append(replace(line, quote=line.quote + self.place.quote, region=self.place.region))

    def end_line(self) -> bool:
        """Put down the line so far; False when there was none."""
        text = _BLANKS.sub(" ", "".join(self.pieces).replace("\xa0", " ")).strip()[:LONGEST_LINE]
        self.pieces.clear()
        if not text:
            return False
        place, mark = self.place, self.mark if self.begins else ""
        self.lines.append(
            Line(
                text=mark + ("-- " if text == "--" else text),
                gap=self.gap and bool(self.lines),
                quote=place.quote,
                depth=place.depth,
                begins=self.begins,
                mark=len(mark),
                row=place.row,
                cell=place.cell,
                region=Region.BORDER if self.border else place.region,
            )
        )
        self.gap, self.begins, self.mark, self.border = False, False, "", False
        return True


def html_lines(html: str) -> list[Line]:
    """The lines a reader of this HTML would see.  Never raises."""
    if _depth(html) > DEEPEST:
        return text_lines("\n".join(_without_tags(html)))
    body = LexborHTMLParser(html).body
    if body is None:
        return []
    writer = _Writer()
    _walk(body, writer)
    writer.end_line()
    return writer.lines


def _walk(body: LexborNode, writer: _Writer) -> None:
    node: LexborNode | None = body
    depth = 0
    while node is not None:
        if writer.enter(node):
            child = node.child
            if child is not None:
                node, depth = child, depth + 1
                continue
            writer.leave()
        while depth and node is not None and node.next is None:
            node, depth = node.parent, depth - 1
            writer.leave()
        node = node.next if depth and node is not None else None


def _depth(html: str) -> int:
    """How deeply elements may nest at most, told without parsing."""
    depth = deepest = 0
    for found in _TAG.finditer(html):
        depth = max(depth - 1, 0) if found[1] else depth + 1
        deepest = max(deepest, depth)
    return deepest


def _without_tags(html: str) -> Iterator[str]:
    for piece in html.split("<"):
        yield piece.partition(">")[2]
