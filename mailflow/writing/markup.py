"""The small markup of the templates: rendered once, read as a tree, told twice.  Pure.

Blocks: p, sentence (never broken), small, h2, h3, quote, ol and ul with li, table with tr, th, td, rule.
Inline: strong, em, br, and say: a person's own words, which are never re-spaced.
"""

import re
from xml.etree.ElementTree import Element, fromstring

BLOCKS = frozenset({"p", "sentence", "small", "h2", "h3", "quote", "ol", "ul", "li", "table", "tr", "rule"})
# A template's own subject line: whatever is shown in it is escaped, so it ends where it ends.
SUBJECT = re.compile(r"<subject>.*?</subject>\s*", re.DOTALL)
_BLANKS = re.compile(r"[ \t\n\r]+")


def tree_of(rendered: str) -> Element:
    """A rendered template as a tree.  Raises ValueError where it is not well formed."""
    try:
        # Our own templates, every value in them escaped; no document type, so nothing to expand.
        return fromstring(f"<letter>{rendered}</letter>")  # noqa: S314 - see above
    except SyntaxError as fault:  # xml.etree.ElementTree.ParseError
        raise ValueError(f"a template is not well formed: {fault.msg}") from None


def taken(tree: Element, tag: str) -> tuple[str, Element]:
    """The words of the first `tag` at the top, and the tree without such tags."""
    rest = Element(tree.tag)
    rest.extend([child for child in tree if child.tag != tag])
    found = tree.find(tag)
    return ("" if found is None else inline(found)), rest


def has_blocks(element: Element) -> bool:
    """Whether blocks stand inside, or only words."""
    return any(child.tag in BLOCKS for child in element)


def has_own_words(element: Element) -> bool:
    """Whether a person's own words stand inside."""
    return element.find(".//say") is not None


def inline(element: Element) -> str:
    """The words inside; our own blanks collapsed, people's kept."""
    return "".join(_runs(element, own=element.tag == "say")).strip(" \n")


def _runs(element: Element, *, own: bool) -> list[str]:
    runs = [_spaced(element.text, own=own)]
    for child in element:
        runs += ["\n"] if child.tag == "br" else _runs(child, own=own or child.tag == "say")
        runs.append(_spaced(child.tail, own=own))
    return runs


def _spaced(text: str | None, *, own: bool) -> str:
    return (text or "") if own else _BLANKS.sub(" ", text or "")
