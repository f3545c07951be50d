"""How many of the golden replies are read right, and what reading one costs, beside a plain reader.

    python -m benchmarks.reading_bench [--wrong]

The golden replies are those of the tests, each from every mail client the tests know.  The plain reader
is what one writes in ten minutes with the standard library: the text part, without lines that begin with
">", its numbered lines; it is asked for the pieces of advice alone.  Times are ratios to parsing the same
bytes with `email.message_from_bytes` and its usual policy.  Other programs that read replies follow, where
they are installed; see benchmarks/own_words_bench.py.
"""

import argparse
import re
import statistics
import sys
import time
from dataclasses import dataclass
from datetime import UTC
from email import message_from_bytes, policy
from email.message import EmailMessage
from typing import Any

from benchmarks import golden
from benchmarks.own_words_bench import compare_golden, compare_hostile
from mailflow.reading.classify import classify
from mailflow.reading.message import read_message

_NUMBERED = re.compile(r"^\s*\d[.)]\s+(.*)$", re.MULTILINE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Read:
    """One reply, and how it was read."""

    name: str
    means: str
    right: bool
    plain: bool | None  # whether the plain reader found the pieces; None where there are none
    seconds: float
    floor: float


def read_all() -> list[Read]:
    """Read every reply as the service would."""
    found = []
    for reply in golden.replies():
        start = time.perf_counter()
        event = classify(read_message(reply.raw), reply.who, golden.tests.SENT.astimezone(UTC))
        middle = time.perf_counter()
        parsed = message_from_bytes(reply.raw, policy=policy.default)
        end = time.perf_counter()
        means = reply.table["means"]
        found.append(
            Read(
                name=reply.name,
                means=means if isinstance(means, str) else means[0],
                right=golden.is_right(event, reply),
                plain=_plain(parsed, reply.table),
                seconds=middle - start,
                floor=end - middle,
            )
        )
    return found


def _plain(parsed: EmailMessage, reply: dict[str, Any]) -> bool | None:
    if "advice" not in reply:
        return None
    body = parsed.get_body(("plain",))
    lines = body.get_content().splitlines() if body is not None else []
    words = "\n".join(line for line in lines if not line.lstrip().startswith(">"))
    return [" ".join(text.split()) for text in _NUMBERED.findall(words)] == [
        " ".join(text.split()) for text in reply["advice"]
    ]


def main(arguments: list[str] | None = None) -> int:
    """Print accuracy by what a reply means, and the cost of one message."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--wrong", action="store_true", help="name every reply that was read wrong")
    chosen = parser.parse_args(arguments)
    if not golden.are_here():
        print("there are no golden replies here: nothing was measured")
        return 0
    found = read_all()
    for means in sorted({one.means for one in found}):
        those = [one.right for one in found if one.means == means]
        print(f"  {means:<16} {sum(those):5} of {len(those):5} right")
    print(f"  {'all':<16} {sum(one.right for one in found):5} of {len(found):5} right")
    advice = [one for one in found if one.plain is not None]
    if advice:
        ours, plain = sum(one.right for one in advice), sum(bool(one.plain) for one in advice)
        print(f"pieces of advice exactly right: mailflow {ours}, plain reader {plain} of {len(advice)}")
    seconds, floor = (
        statistics.median(one.seconds for one in found),
        statistics.median(one.floor for one in found),
    )
    print(
        f"a message: {1000 * seconds:.1f} ms; parsing alone {1000 * floor:.1f} ms; "
        f"ratio {seconds / floor:.1f}"
    )
    for one in found:
        if chosen.wrong and not one.right:
            print(f"  wrong: {one.name}")
    compare_golden()
    compare_hostile()
    return 0


if __name__ == "__main__":
    sys.exit(main())
