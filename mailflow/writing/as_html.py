"""A letter's tree as HTML: one column, no colours of its own (dark modes stay readable), nothing remote."""

from html import escape
from xml.etree.ElementTree import Element

_LINE = "#888"  # grey enough to be seen on white and on black
_TAGS = {
    "p": ("p", ""),
    "sentence": ("p", f"border-left:4px solid {_LINE};padding-left:.8em;font-size:1.1em;font-weight:600"),
    "small": ("p", "font-size:.85em;margin:.4em 0"),
    "h2": ("h2", "font-size:1.2em;line-height:1.3;margin:1.8em 0 .5em"),
    "h3": ("h3", "font-size:1em;margin:1.3em 0 .3em"),
    "quote": ("blockquote", f"margin:1em 0;padding-left:.8em;border-left:2px solid {_LINE}"),
    "ol": ("ol", "padding-left:1.6em"),
    "ul": ("ul", "padding-left:1.2em"),
    "li": ("li", "margin:.3em 0"),
    "table": ("table", "border-collapse:collapse;width:100%"),
    "tr": ("tr", ""),
    "th": ("th", f"text-align:left;vertical-align:top;padding:.3em .5em;border:1px solid {_LINE}"),
    "td": ("td", f"vertical-align:top;padding:.3em .5em;border:1px solid {_LINE}"),
    "strong": ("strong", ""),
    "em": ("em", ""),
}
_PAGE = """<!doctype html>
<html lang="{language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>{title}</title>
<style>:root{{color-scheme:light dark}}</style>
</head>
<body style="margin:0;padding:16px;font:16px/1.5 -apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif">
<div style="max-width:36em;margin:0 auto;overflow-wrap:break-word">
{body}</div>
</body>
</html>
"""


def as_html(tree: Element, *, language: str, title: str) -> str:
    """The whole page, lines ended by newlines."""
    body = "".join(_told(child) for child in tree)
    return _PAGE.format(language=escape(language), title=escape(title), body=body)


def _told(element: Element) -> str:
    """One element with all inside it; a person's own words need no tag of their own."""
    if element.tag == "br":
        return "<br>\n"
    if element.tag == "rule":
        return f'<hr style="border:0;border-top:1px solid {_LINE};margin:1.6em 0">\n'
    inside = _inside(element)
    if element.tag == "say":
        return inside
    tag, style = _TAGS[str(element.tag)]
    return f"<{tag}{_attributes(element, style)}>{inside}</{tag}>" + _after(tag)


def _inside(element: Element) -> str:
    parts = [escape(element.text or "", quote=False)]
    for child in element:
        parts += [_told(child), escape(child.tail or "", quote=False)]
    return "".join(parts).strip() if element.tag != "say" else "".join(parts)


def _attributes(element: Element, style: str) -> str:
    start = f' start="{int(element.get("start", "1"))}"' if "start" in element.attrib else ""
    scope = f' scope="{escape(element.get("scope", "col"))}"' if element.tag == "th" else ""
    return start + scope + (f' style="{style}"' if style else "")


def _after(tag: str) -> str:
    return "" if tag in {"strong", "em"} else "\n"
