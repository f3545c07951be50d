"""Sixty bad inputs through the real airlock, and as one story through the real program."""

import json
import subprocess
import sys
from collections import Counter
from dataclasses import replace
from email import message_from_bytes, policy
from pathlib import Path

import pytest
from bad_day import LIMITS, ROOT, BadDay, imagined, people, program, sturdy_server
from worlds import MONDAY, EmbeddedWorld, Story, embedded_world

from mailflow.airlock import AirlockReader
from mailflow.demo import shapes
from mailflow.ports import UnreadableMessage
from tests.bad_inputs import BAD_INPUTS
from tests.bad_mail import kickoff

MEBIBYTE = 1024 * 1024
pytestmark = pytest.mark.xdist_group("bad inputs")  # one story for all workers


@pytest.fixture(scope="module")
def reader():
    """One airlock for all of them, as in the daemon."""
    reader = AirlockReader()
    yield reader
    reader.close()


@pytest.mark.parametrize("row", BAD_INPUTS, ids=lambda row: row.key)
def test_each_is_opened_or_refused(reader, row):
    """What the reader makes of each, within its limits; then it reads an ordinary mail."""
    for raw in row.build(imagined(row)):
        try:
            seen = reader.open(raw).machine.value
        except UnreadableMessage:
            seen = "unreadable"
        if row.reads and row.why != "too large":
            assert seen == row.reads, row.what
    assert reader.open(kickoff(imagined(row), "delegating")).machine.value == "person"


# --- the story ---


@pytest.fixture(scope="module")
def day(tmp_path_factory):
    """The whole story, told once; the tests look at its end."""
    with sturdy_server() as server:
        day = BadDay(tmp_path_factory.mktemp("bad"), server)
        day.begin()
        yield day


@pytest.fixture(scope="module")
def after(day):
    """Two passes over everything: their exit statuses and what they said."""
    day.everything_arrives()
    when = day.story.now.isoformat()
    runs = [program(day.world.config, "run", "--once", "--as-of", when) for _ in range(2)]
    return day, runs, day.places()


def test_the_program_ends_well_and_says_nothing(after):
    """Exit status 0, twice, and not a line on stderr."""
    _, runs, _ = after
    assert [(run.returncode, run.stderr, run.stdout) for run in runs] == [(0, "", "")] * 2


def test_every_good_mail_was_handled(after):
    """Behind every bad one, an expert who said yes has the question."""
    day, _, _ = after
    asked = {row.key for row in BAD_INPUTS if day.since(people(row).experts[1]) == ["question"]}
    assert {row.key for row in BAD_INPUTS if not row.spoils} - asked == set()


@pytest.mark.parametrize("row", BAD_INPUTS, ids=lambda row: row.key)
def test_each_is_in_one_place(after, row):
    """Handled or Attention, nothing in the inbox, nothing lost, nothing doubled."""
    day, _, places = after
    assert len(places[row.key]) == len(row.build(day.cast(row)))
    assert "INBOX" not in places[row.key]
    if row.place:
        assert set(places[row.key]) == {row.place}


@pytest.mark.parametrize("row", [row for row in BAD_INPUTS if row.why], ids=lambda row: row.key)
def test_each_that_needs_a_person_says_why(after, row):
    """The reason stands in `attention list`, in words, without the mail's own."""
    day, _, _ = after
    whys = [aside["why"] for aside in day.shown("attention", "list")]
    assert any(row.why in why for why in whys), whys


@pytest.mark.parametrize("row", BAD_INPUTS, ids=lambda row: row.key)
def test_each_has_its_effect_and_no_other(after, row):
    """The expert's standing and pieces, and exactly the letters that follow; robots get none."""
    day, _, _ = after
    cast = people(row)
    (mine,) = [one for one in day.shown("list") if one["leader"] == cast.leader]
    (expert, *_) = day.shown("show", mine["id"])["experts"]
    if row.standing:
        assert (expert["standing"], expert["pieces"]) == (row.standing, row.pieces)
    if row.place or row.to_expert:
        assert day.since(cast.experts[0]) == sorted(row.to_expert)
    assert set(day.since(cast.starter)) <= row.to_starter
    assert day.since(cast.experts[2]) == (["released"] if row.spoils else [])


def test_no_letter_went_to_anybody_else(after):
    """Every letter is to one of the people of the story; its header lines are ours alone."""
    day, _, _ = after
    known = {address for row in BAD_INPUTS for address in people(row).everybody} | {"ops@mail.test"}
    letters = day.shown("letters", "list")
    assert {letter["to"] for letter in letters} <= known
    assert {letter["state"] for letter in letters} <= {"sent", "queued"}
    for address in known:
        for raw in day.server.letters(address):
            head = raw.partition(b"\r\n\r\n")[0]
            assert b"\nbcc" not in head.lower()
            assert max(map(len, head.split(b"\r\n"))) < 998


def test_what_people_wrote_is_shown_as_text(after):
    """Scripts are escaped in HTML, template language is printed as it was written."""
    day, _, _ = after
    by_key = {row.key: people(row) for row in BAD_INPUTS}
    thanks = message_from_bytes(day.letter(by_key["B22"].experts[0], "thanks"), policy=policy.default)
    page = thanks.get_body(("html",)).get_content()
    assert "<script" not in page
    assert "<img" not in page
    assert "alert(1)" in page
    (preview,) = day.server.letters(by_key["B21"].starter)
    text = message_from_bytes(preview, policy=policy.default).get_body(("plain",)).get_content()
    assert "{{ 7*7 }}" in text


def test_one_leader_cannot_start_a_dozen(after):
    """Five are open at most, the others are told so; details of the budgets have tests of their own."""
    day, _, _ = after
    (row,) = [row for row in BAD_INPUTS if row.key == "B59"]
    assert Counter(day.since(people(row).starter))["preview"] <= 5


def test_all_that_is_kept_is_valid_text(after):
    """Whatever octets came, the files of the store are UTF-8 and JSON."""
    day, _, _ = after
    files = list((day.world.config.parent / "state").rglob("*.json"))
    assert len(files) > len(BAD_INPUTS)
    for file in files:
        json.loads(file.read_text("utf-8"))


PASS = "Authentication-Results: mx.mail.test; dmarc=pass header.from=mail.test\r\n"
FAIL = PASS.replace("pass", "fail")


@pytest.mark.parametrize(
    ("key", "head", "is_believed"),
    [
        ("B15", "Authentication-Results: other.example; dmarc=pass\r\n", False),
        ("B16", FAIL + PASS, False),
        ("B16 without an id", "Authentication-Results: dmarc=pass header.from=mail.test\r\n", False),
        ("nothing", "", False),
        ("the real one", PASS + FAIL, True),
    ],
)
def test_only_the_topmost_result_of_our_own_server_counts(tmp_path, key, head, is_believed):
    """Results of others, forged ones below the real one, and none at all do not authenticate anybody."""
    with embedded_world(tmp_path, 'trusted_authserv = "mx.mail.test"\n') as world:
        story = Story(world)

        def replies(local: str, purpose: str, words: str, marks: str) -> None:
            raw = shapes.gmail_web(
                story.raw_letter(local, purpose),
                sender=world.address(local),
                name=local,
                text=words,
                sent_at=story.now,
            )
            world.deliver(marks.encode() + raw, "")
            story.runs()

        opening = replace(imagined(BAD_INPUTS[0]), starter=world.address("leader"), service=world.service)
        named = [f"{local.title()} <{world.address(local)}>" for local in ("ada", "grace", "mary")]
        world.deliver(PASS.encode() + kickoff(opening, "delegating work", *named), "")
        story.runs()
        replies("leader", "preview", "Yes, send it.", PASS)
        replies("ada", "invitation", f"Yes, happy to have a coffee. ({key})", head)
        assert ("question" in story.purposes("ada")) is is_believed
        assert story.purposes("ada").count("is_this_yours") == 0


# Not ru_maxrss: that begins with the memory of whoever started the program.
MEASURED = """
import sys
from mailflow.cli.app import run
status = run(sys.argv[1:])
most = next(line for line in open("/proc/self/status") if line.startswith("VmHWM:"))
print(status, most.split()[1])
"""


def memory_for(folder: Path, raws: list[bytes]) -> int:
    """What one pass over these mails takes, at its most."""
    folder.mkdir()
    with sturdy_server() as server:
        world = EmbeddedWorld(folder, server, LIMITS)
        for raw in raws:
            world.deliver(raw, "")
        words = ["--config", str(world.config), "run", "--once", "--as-of", MONDAY.isoformat()]
        run = subprocess.run(
            [sys.executable, "-c", MEASURED, *words],
            capture_output=True,
            text=True,
            cwd=ROOT,
            timeout=300,
            check=False,
        )
    status, kibibytes = run.stdout.split()
    assert (status, run.stderr) == ("0", "")
    return int(kibibytes) * 1024


def test_the_program_hardly_grows_by_any_of_them(tmp_path):
    """All of them again to a service that knows nobody: 50 MiB more than good mail alone, at most."""
    good = [kickoff(imagined(row), "delegating", number=number) for number, row in enumerate(BAD_INPUTS)]
    bad = [raw for row in BAD_INPUTS for raw in row.build(imagined(row))]
    assert memory_for(tmp_path / "both", good + bad) - memory_for(tmp_path / "good", good) < 50 * MEBIBYTE
