"""`mailflow preview`: a letter with sample engagements, without any configuration."""

from mailflow.cli.desk import print_json
from mailflow.cli.exits import Ended, Exit
from mailflow.identity import Purpose

FORMS = ("text", "html", "eml")


def preview(purpose: str, *, html: bool, eml: bool, as_json: bool) -> None:
    """Print a letter in one of its forms."""
    if purpose not in [one.value for one in Purpose]:
        letters = ", ".join(one.value for one in Purpose)
        raise Ended(Exit.USAGE, f"there is no letter {purpose!r}; letters are {letters}")
    if html + eml + as_json > 1:
        raise Ended(Exit.USAGE, "--html, --eml and --json are three forms; choose one")
    if as_json:
        print_json({"purpose": purpose, **{form: _rendered(purpose, form) for form in FORMS}})
    else:
        print(_rendered(purpose, "html" if html else "eml" if eml else "text"))


def _rendered(purpose: str, form: str) -> str:
    from mailflow.writing.sample import render_sample

    try:
        return render_sample(Purpose(purpose), form)
    except (LookupError, OSError) as fault:
        raise Ended(
            Exit.FAILED,
            f"the letters' templates are not all there ({type(fault).__name__}); install mailflow anew",
        ) from fault
