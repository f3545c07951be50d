"""The golden replies as labelled records, one JSON document a line, for scorers that know nothing of us.

    python -m benchmarks.golden_jsonl [--every-letter] > FILE

A record holds `raw_b64`, `sent_at`, `ours` (texts of the letters its writer was sent, the name after
"Hi" left out), and what is right: `kind` (and what else is `accept`ed), `answers`, `until`, `until_range`.
Left out is what such a record cannot say: corrections, and answers of which the table gives only the
number.  A table that names no day for "later" does not look at the day, so any is fine.  Without
--every-letter only replies to the question and to its nudge are written: what a reply to another letter
means depends on that letter, which a record does not name.
"""

import argparse
import base64
import json
import sys
from collections.abc import Iterator
from datetime import date
from typing import Any

from benchmarks import golden
from mailflow.identity import Purpose
from mailflow.mentoring.engagement import PIECES_EACH

KINDS = {
    "Accepted": "coffee_accept",
    "Bounced": "bounce",
    "Chatted": "other",
    "Declined": "decline",
    "PauseAsked": "needs_time",
    "QuestionAsked": "question",
    "StopAsked": "opt_out",
    "Unclear": "other",
    "WasAway": "auto_reply",
}
_ABOUT_THE_QUESTION = frozenset({Purpose.QUESTION, Purpose.NUDGE})
_ANY_DAY = [date.min.isoformat(), date.max.isoformat()]


def records(*, every_letter: bool = False) -> Iterator[dict[str, Any]]:
    """Every golden reply that such a record can describe."""
    for number, reply in enumerate(golden.replies(), start=1):
        kinds = _kinds(reply.table)
        if kinds and (every_letter or reply.purpose in _ABOUT_THE_QUESTION):
            yield _record(f"g{number:04}", reply, kinds)


def _kinds(table: dict[str, Any]) -> list[str]:
    """What the table allows, most wanted first; empty where a record cannot say it."""
    means = table["means"] if isinstance(table["means"], list) else [table["means"]]
    if "Answered" in means:
        advice = table.get("advice", ())
        return ["answers" if len(advice) >= PIECES_EACH else "partial"] if advice else []
    return list(dict.fromkeys(KINDS[one] for one in means)) if all(one in KINDS for one in means) else []


def _record(name: str, reply: golden.Reply, kinds: list[str]) -> dict[str, Any]:
    until = reply.table.get("until")
    is_any = until is None and "PauseAsked" in reply.table["means"]
    sent_at = golden.tests.SENT
    return {
        "id": name,
        "sent_at": sent_at.isoformat(),
        "kind": kinds[0],
        "accept": kinds[1:],
        "answers": list(reply.table.get("advice", ())),
        "until": until.isoformat() if until is not None else None,
        "until_range": _ANY_DAY if is_any else None,
        "thread": None,
        "client": reply.client or "whole",
        "lang": reply.who.language,
        "tags": [reply.purpose.value, reply.table["name"]],
        "raw_b64": base64.b64encode(reply.raw).decode("ascii"),
        "split": "golden",
        "ours": [text.replace(" Ada,", ",", 1) for text in reply.who.ours],
    }


def main(arguments: list[str] | None = None) -> int:
    """Write them to standard output."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument(
        "--every-letter", action="store_true", help="replies to all letters, not the question's alone"
    )
    chosen = parser.parse_args(arguments)
    if not golden.are_here():
        print("there are no golden replies here: nothing was written", file=sys.stderr)
        return 1
    for record in records(every_letter=chosen.every_letter):
        print(json.dumps(record, ensure_ascii=True))
    return 0


if __name__ == "__main__":
    sys.exit(main())
