"""The templates, read once from the package (a wheel) or from beside it (a checkout), then kept.

The one place in this room that reads files, and the only one that knows Jinja's loaders.
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

from jinja2 import DictLoader, StrictUndefined, TemplateError
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup

from mailflow.identity import Purpose
from mailflow.writing import wording
from mailflow.writing.wording import Words

FALLBACK = "en"
ENDING = ".xml.j2"
_WORDS = "words.toml"
_FORMS = ("day", "day_with_year", "moment", "joined", "reference", "reply", "nameless", "nameless_short")


@dataclass(frozen=True, slots=True, kw_only=True)
class Language:
    """One folder of templates, ready to render."""

    code: str
    words: Words
    environment: ImmutableSandboxedEnvironment

    def render(self, purpose: Purpose, context: Mapping[str, object]) -> str:
        """The letter in the small markup.  Raises ValueError or TypeError where the template is at fault."""
        try:
            return self.environment.get_template(purpose.value + ENDING).render(context)
        except TemplateError as fault:
            raise ValueError(f"template {purpose.value}: {type(fault).__name__} {fault.message}") from None


@cache
def language_of(*wanted: str) -> Language:
    """The first of the languages wanted that has templates, else English."""
    folders = {folder.name: folder for folder in _top().iterdir() if folder.is_dir()}
    code = next((code for code in wanted if code in folders), FALLBACK)
    return _read(code, folders[code])


def _top() -> Traversable:
    """Where the language folders are: inside the package when installed, else at the project's top."""
    package = files("mailflow")
    inside = package / "templates"
    return inside if inside.is_dir() else Path(str(package)).parent / "templates"


def _read(code: str, folder: Traversable) -> Language:
    sources = {one.name: one.read_text("utf-8") for one in folder.iterdir() if one.name.endswith(ENDING)}
    words = _words(tomllib.loads((folder / _WORDS).read_text("utf-8")))
    return Language(code=code, words=words, environment=_environment(sources, words))


def _environment(sources: Mapping[str, str], words: Words) -> ImmutableSandboxedEnvironment:
    environment = ImmutableSandboxedEnvironment(
        loader=DictLoader(sources),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_fit,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters.update(
        lines=wording.lines,
        shortened=wording.shortened,
        defused=wording.defused,
        without_end=wording.without_end,
        sentence=wording.sentence,
        opening=words.opening,
        closing=words.closing,
        number=words.number,
        waiting=words.waiting,
        all_of=words.all_of,
        first_name=words.first_name,
    )
    return environment


def _fit(value: object) -> object:
    """Whatever a template shows: markup of ours as it is, everything else cleaned; None is a fault."""
    if isinstance(value, Markup | int):
        return value
    if isinstance(value, str):
        return wording.clean(value)
    raise TypeError(f"a template shows a {type(value).__name__}")


def _words(table: Mapping[str, object]) -> Words:
    """The words of a language; a missing one is a KeyError at first use, which the tests bring about."""
    forms = {name: str(table[name]) for name in _FORMS}
    return Words(
        weekdays=_several(table["weekdays"]),
        months=_several(table["months"]),
        numbers=_several(table["numbers"]),
        quotes=_quotes(table["quotes"]),
        titles=frozenset(_several(table["titles"])),
        units=_units(table["units"]),
        **forms,
    )


def _several(value: object) -> tuple[str, ...]:
    if not isinstance(value, list):
        raise TypeError("a list of words is expected")
    return tuple(str(one) for one in value)


def _quotes(value: object) -> tuple[str, str, str, str]:
    opening, closing, outer_opening, outer_closing = _several(value)
    return opening, closing, outer_opening, outer_closing


def _units(value: object) -> Mapping[str, tuple[str, str]]:
    if not isinstance(value, dict):
        raise TypeError("a table of units is expected")
    return {str(unit): (str(forms[0]), str(forms[1])) for unit, forms in value.items()}
