"""What measures the reading of replies: labelled records, peers in children, what counts as exact."""

import base64
import sys
from contextlib import closing
from datetime import date, datetime

import pytest

from benchmarks import golden, hostile, peers
from benchmarks.golden_jsonl import records
from benchmarks.own_words_bench import is_exact
from benchmarks.peers import Peer

KINDS = {
    "answers",
    "partial",
    "needs_time",
    "decline",
    "coffee_accept",
    "auto_reply",
    "bounce",
    "question",
    "opt_out",
    "other",
}


def test_golden_replies_are_labelled_records():
    """Every record is complete, and says of its bytes what the table says."""
    found = list(records())
    tables = {reply.raw: reply for reply in golden.replies()}
    assert len({record["id"] for record in found}) == len(found) > 500
    for record in found:
        reply = tables[base64.b64decode(record["raw_b64"])]
        assert {record["kind"], *record["accept"]} <= KINDS
        assert record["answers"] == reply.table.get("advice", [])
        assert (record["kind"] in {"answers", "partial"}) == bool(record["answers"])
        assert record["until"] is None or date.fromisoformat(record["until"]) == reply.table["until"]
        assert datetime.fromisoformat(record["sent_at"]).tzinfo is not None
        assert len(record["ours"]) == len(reply.who.ours)
        assert not any("Ada" in text.splitlines()[0] for text in record["ours"] if text)


def test_replies_to_other_letters_are_written_when_asked_for():
    """What they mean depends on the letter, so a scorer that knows none does without."""
    few, all_of_them = list(records()), list(records(every_letter=True))
    assert {record["tags"][0] for record in few} == {"question", "nudge"}
    assert {"invitation", "thanks"} <= {record["tags"][0] for record in all_of_them}
    assert {record["id"] for record in few} < {record["id"] for record in all_of_them}


@pytest.mark.parametrize(
    ("own", "exact"),
    [
        ("Hi Lee,\n\n1. Say no.\n2. Say why.\n\nBest,\nAda", True),
        ("Hi Lee,\n\nSay no.\n  Say\nwhy.", True),
        ("Hi Lee,\n\n1. Say no.\n2. Say why.\n\nBest,\nAda\n\nSent from my iPhone", False),
        ("1. Say no.\n2. Say why.", False),
        ("Hi Lee,\n\n1. Say no.", False),
        ("", False),
    ],
)
def test_exact_is_all_that_was_typed_and_nothing_else(own, exact):
    """Blanks, marks of a list and the sign-off do not matter; a piece less or a word more does."""
    assert is_exact(own, "Hi Lee,\n\n1. Say no.\n2. Say why.\n\nBest,\nAda") is exact


def test_a_peer_that_hangs_or_dies_is_told_and_replaced(monkeypatch, tmp_path):
    """Some never come back; the next mail gets a fresh child."""
    child = tmp_path / "child.py"
    child.write_text(
        "import os, time\n"
        "from benchmarks import peers\n"
        "def own(text, *_):\n"
        "    if text == 'hang': time.sleep(60)\n"
        "    if text == 'die': os._exit(1)\n"
        "    if text == 'raise': raise ValueError\n"
        "    return text.upper()\n"
        "peers.PEERS = {'odd': ('odd', own)}\n"
        "peers.answer('odd')\n"
    )
    monkeypatch.setattr(peers, "LIMIT", 1.0)
    monkeypatch.setattr(peers, "COMMAND", [sys.executable, str(child)])
    monkeypatch.setenv("PYTHONPATH", str(golden.tests.FOLDER.parents[2]))
    with closing(Peer("odd")) as peer:
        assert peer.read("hello").own == "HELLO"
        assert "longer than" in peer.read("hang").fault
        assert peer.read("die").fault == "died"
        assert peer.read("raise").fault == "ValueError"
        assert peer.read("again").own == "AGAIN"


def test_hostile_text_has_the_size_it_should():
    """Ten shapes, each as large as asked, none of them the same."""
    texts = {make(100_000) for make in hostile.SHAPES.values()}
    assert len(texts) == 10
    assert {len(text) for text in texts} == {100_000}
