"""The admin's desk, promise by promise, on the real program and an embedded mail server."""

import contextlib
import io
import json
import logging
import stat
import subprocess
import time
from datetime import date, timedelta
from email import message_from_bytes

import pytest

from mailflow.cli.app import run as command
from mailflow.cli.running import _log
from mailflow.demo import shapes
from tests.integration.program import MAILFLOW, mailflow, surroundings
from tests.integration.worlds import embedded_world
from tests.scenarios.tale import ADVICE, EXPERTS, Tale

THREE = "1. Say no more often.\n2. Say it early,\n   and kindly.\n3. Say why.\n"
PIECES = ["Say no more often.", "Say it early,\n   and kindly.", "Say why."]
SECRETS = [piece for three in ADVICE.values() for piece in three]


class Desk(Tale):
    """A tale with an admin in it."""

    def says(self, *words: str, ends: int = 0) -> tuple[str, str]:
        """What a command prints and what it complains of."""
        complaint = io.StringIO()
        with contextlib.redirect_stderr(complaint):
            printed = self.desk(*words, ends=ends)
        return printed, complaint.getvalue()

    def refusal(self, *words: str, ends: int = 1) -> str:
        """The one line with which a command ends; nothing is printed, nothing written."""
        before = self.world.letters("leader", 0), self.shown()
        printed, complaint = self.says(*words, ends=ends)
        assert printed == ""
        (line,) = complaint.splitlines()
        assert before == (self.world.letters("leader", 0), self.shown())
        return line

    def answered_by_hand(self, seat: int, typed: str, *more: str):
        """`answer` with three pieces on stdin."""
        return mailflow("--config", self.world.config, "answer", self.id, str(seat), *more, typed=typed)

    @property
    def id(self) -> str:
        """The only engagement's id."""
        (row,) = self.listed()
        return str(row["id"])

    def outbox(self) -> list[dict]:
        """`letters list --json`."""
        return list(json.loads(self.desk("letters", "list", "--json")))


@pytest.fixture
def desk(tmp_path):
    """A world of its own."""
    with embedded_world(tmp_path) as world, contextlib.closing(Desk(world)) as desk:
        yield desk


def six_are_in(desk: Desk) -> Desk:
    """Ada and Grace have answered, Mary has the question."""
    return desk.asked().answers("ada").answers("grace")


# --- shapes ---


def test_an_empty_house_is_an_empty_list(desk):
    """Arrays from the first day on."""
    for words in (("list",), ("attention", "list"), ("letters", "list")):
        assert json.loads(desk.desk(*words, "--json")) == []
        assert desk.desk(*words).count("\n") == 1


def test_the_shape_of_list(desk):
    """Exactly the fields of the contract, and --stage chooses."""
    six_are_in(desk)
    (row,) = desk.listed()
    assert row == {
        "id": row["id"],
        "stage": "gathering",
        "paused": False,
        "capability": "delegating work to my team",
        "leader": "leader@mail.test",
        "received": 6,
        "needed": 9,
        "wake_at": row["wake_at"],
    }
    assert row["wake_at"].startswith("2026-03-09T09:00:00")
    assert json.loads(desk.desk("list", "--stage", "gathering", "--json")) == [row]
    assert json.loads(desk.desk("list", "--stage", "complete", "--json")) == []
    assert "goal_set" in desk.refusal("list", "--stage", "done", ends=2)


def test_the_shape_of_show_before_nine_and_after(desk):
    """Exactly the fields of the contract; advice, synthesis and goal from the ninth piece on."""
    before = six_are_in(desk).shown()
    assert list(before) == [
        "id", "stage", "paused", "capability", "why_now", "to_what_end", "horizon_months", "leader",
        "experts", "pieces", "synthesis", "goal", "history",
    ]  # fmt: skip
    assert before["leader"] == {"name": "Lee Ader", "email": "leader@mail.test"}
    assert before["pieces"] == {"received": 6, "needed": 9}
    assert (before["synthesis"], before["goal"], before["horizon_months"]) == (None, None, 9)
    for expert in before["experts"]:
        assert list(expert) == ["seat", "name", "email", "side", "standing", "pieces", "wake_at", "advice"]
        assert expert["advice"] is None
    assert [expert["pieces"] for expert in before["experts"]] == [3, 3, 0]
    assert all(list(line) == ["at", "what", "seat", "key", "note"] for line in before["history"])

    after = desk.answers("mary").shown()
    assert after["stage"] == "complete"
    texts = [[one["text"] for one in expert["advice"]] for expert in after["experts"]]
    assert texts == [list(ADVICE[who]) for who in EXPERTS]
    for expert in after["experts"]:
        assert [list(one) for one in expert["advice"]] == [["text", "source", "received_at"]] * 3
        assert {one["source"] for one in expert["advice"]} == {"email"}
    assert list(after["synthesis"]) == ["themes", "sweet_spot", "certainty", "engine"]
    places = [tuple(place) for theme in after["synthesis"]["themes"] for place in theme["pieces"]]
    assert sorted(places) == [(seat, number) for seat in (1, 2, 3) for number in (1, 2, 3)]
    assert list(after["goal"]) == [
        "specific", "measurable", "achievable", "relevant", "time_bound", "statement", "target_date",
        "steps", "own_words", "missing",
    ]  # fmt: skip
    assert [list(step) for step in after["goal"]["steps"]] == [["text", "due", "from"]] * len(
        after["goal"]["steps"]
    )
    assert after["goal"]["own_words"] is None
    printed = desk.desk("show", desk.id)
    assert after["goal"]["statement"] in printed


def test_ids_may_be_shortened_while_unique(desk):
    """One that fits none or several is an error that says so; an empty one is never a wildcard."""
    desk.under_way()
    assert json.loads(desk.desk("show", desk.id[:3], "--json"))["id"] == desk.id
    assert "mailflow list" in desk.refusal("show", "zzzzzz")
    for words in (("show", ""), ("cancel", " "), ("letters", "resend", ""), ("attention", "retry", "")):
        assert "empty" in desk.refusal(*words, ends=2)
    (file,) = desk.world.config.parent.glob("state/engagements/*/*.json")
    first, second = desk.id, desk.id[:-1] + ("a" if desk.id[-1] != "a" else "b")
    file.with_stem(second).write_text(file.read_text().replace(first, second))
    for words in (
        ("show", first[:4]),
        ("cancel", first[:-1]),
        ("letters", "list", "--engagement", first[:4]),
    ):
        printed, complaint = desk.says(*words, ends=1)
        assert printed == ""
        assert first in complaint
        assert second in complaint
    assert json.loads(desk.desk("show", second, "--json"))["id"] == second


# --- the gate ---


def test_no_view_shows_advice_before_nine(desk):
    """Lists, engagements, letters, messages set aside: as text and as JSON."""
    six_are_in(desk)
    words = "1. " + "\n2. ".join(ADVICE["mary"])
    desk.writes("mary", words, subject=ADVICE["mary"][0])  # no token: held
    desk.writes("stranger", words, subject=ADVICE["mary"][0])  # from her other address, who knows
    views = [("list",), ("show", desk.id), ("attention", "list"), ("letters", "list")]
    views += [("letters", "show", row["key"]) for row in desk.outbox()]
    views += [("attention", "show", row["key"]) for row in desk.set_aside()]
    assert len(desk.set_aside()) == 2
    for view in views:
        for more in ((), ("--json",)):
            printed, complaint = desk.says(*view, *more)
            for piece in SECRETS:
                assert piece not in " ".join((printed + complaint).split()), view


def test_reveal_needs_a_reason_and_is_recorded(desk):
    """Who looked behind the curtain, and why, stays in the history."""
    six_are_in(desk)
    desk.writes("mary", "1. " + "\n2. ".join(ADVICE["mary"]))
    (held,) = desk.set_aside()
    thanks = f"{desk.id}.thanks.1.1"
    for view in (("show", desk.id), ("letters", "show", thanks), ("attention", "show", held["key"])):
        assert "--reason" in desk.refusal(*view, "--reveal", ends=2)
        assert "--reason" in desk.refusal(*view, "--reveal", "--reason", " ", ends=2)
        printed = " ".join(desk.desk(*view, "--reveal", "--reason", "Ada asked").split())
        assert any(piece in printed for piece in SECRETS)
    revealed = json.loads(desk.desk("show", desk.id, "--json", "--reveal", "--reason", "Ada asked again"))
    assert [one["text"] for one in revealed["experts"][0]["advice"]] == list(ADVICE["ada"])
    lines = [line for line in desk.shown()["history"] if "revealed at the desk" in line["what"]]
    assert len(lines) == 4
    assert all("Ada asked" in line["note"] for line in lines)
    assert lines[1]["key"] == thanks


def test_after_nine_nothing_is_hidden(desk):
    """The thanks to Ada is an open book then."""
    desk.complete()
    printed = " ".join(desk.desk("letters", "show", f"{desk.id}.thanks.1.1").split())
    assert all(piece in printed for piece in ADVICE["ada"])


# --- the desk's own word ---


@pytest.mark.parametrize(
    "words",
    [
        ("nudge", "ID", "3"),
        ("pause", "ID"),
        ("cancel", "ID"),
        ("substitute", "ID", "3", "Hana Sato <hana@mail.test>"),
        ("substitute", "ID", "3", "Hana Sato <hana@mail.test>", "--confirmed"),
    ],
    ids=" ".join,
)
def test_a_dry_run_shows_the_letters_and_changes_nothing(desk, words):
    """What would be sent, word for word, and afterwards everything is as before."""
    six_are_in(desk)
    words = tuple(desk.id if word == "ID" else word for word in words)
    before = desk.shown(), desk.outbox()
    printed = desk.desk(*words, "--dry-run", "--reason", "why not")
    document = json.loads(desk.desk(*words, "--dry-run", "--json"))
    assert document["dry_run"] is True
    assert document["letters"]
    for letter in document["letters"]:
        assert letter["text"] in printed
        assert f"{letter['purpose']} to {letter['to']}" in printed
    assert before == (desk.shown(), desk.outbox())
    desk.desk(*words, "--reason", "why not")
    new = [row for row in desk.outbox() if row not in before[1]]
    assert [row["key"] for row in new] == [letter["key"] for letter in document["letters"]]
    line = next(line for line in desk.shown()["history"] if line["what"] == f"{words[0]} at the desk")
    assert line["note"].endswith(": why not")  # after who it was


def test_nudges_end_at_two_and_the_third_wish_is_told_why(desk):
    """The service nudges twice in all; the desk has no more than that."""
    six_are_in(desk)
    for day in ("03-03", "03-04"):
        desk.desk("nudge", desk.id, "3")
        desk.on(day)
    assert desk.letters("mary").count("nudge") == 2
    assert "in person" in desk.refusal("nudge", desk.id, "3")
    assert "no open question" in desk.refusal("nudge", desk.id, "1")
    desk.runs()
    assert desk.letters("mary").count("nudge") == 2


def test_pause_and_resume_are_said_once(desk):
    """A second pause tells nobody anything."""
    desk.asked()
    desk.desk("pause", desk.id)
    assert desk.shown()["paused"] is True
    before = desk.outbox()
    desk.desk("pause", desk.id)
    assert desk.outbox() == before
    assert desk.shown()["paused"] is True
    desk.desk("resume", desk.id)
    desk.desk("resume", desk.id)
    assert desk.shown()["paused"] is False
    assert len(desk.outbox()) == len(before) + 1


def test_cancelled_is_cancelled(desk):
    """Experts who owe an answer are released; afterwards every word is refused."""
    six_are_in(desk)
    desk.desk("cancel", desk.id, "--reason", "left the company")
    desk.runs()
    assert desk.letters("mary")[-1] == "released"
    assert desk.letters("ada")[-1] == "thanks"
    for words in (("nudge", desk.id, "3"), ("pause", desk.id), ("resume", desk.id), ("cancel", desk.id)):
        assert "cancelled" in desk.refusal(*words)
    assert json.loads(desk.desk("list", "--stage", "cancelled", "--json"))[0]["id"] == desk.id


def test_a_substitute_is_previewed_first(desk):
    """Nobody is contacted before the leader's yes, not even from the desk, unless the yes is there."""
    six_are_in(desk)
    desk.desk("substitute", desk.id, "3", "Hana Sato <hana@mail.test>", "--reason", "Mary moved")
    desk.runs()
    assert desk.letters("hana") == []
    assert desk.letters("leader")[-1] == "preview"
    desk.replies("leader", "Yes, send it.", to="preview", nth=2)
    assert desk.letters("hana") == ["invitation"]
    assert desk.shown()["experts"][2]["email"] == "hana@mail.test"


def test_a_substitute_the_leader_has_agreed_to(desk):
    """--confirmed invites at once."""
    six_are_in(desk)
    desk.desk("substitute", desk.id, "3", "Hana Sato <hana@mail.test>", "--confirmed")
    desk.runs()
    assert desk.letters("hana") == ["invitation"]
    assert desk.letters("mary")[-1] == "released"


@pytest.mark.parametrize(
    ("seat", "who", "ends"),
    [
        ("3", "Hana", 2),
        ("3", "Hana <hana at mail.test>", 2),
        ("3", "Lee <leader@mail.test>", 1),
        ("3", "Us <jit@mail.test>", 1),
        ("3", "Ada <ADA@mail.test>", 1),
        ("1", "Hana <hana@mail.test>", 1),
    ],
)
def test_who_cannot_take_a_seat(desk, seat, who, ends):
    """Said to whoever asks; the leader, who asked nothing, gets no letter about it."""
    six_are_in(desk)
    desk.refusal("substitute", desk.id, seat, who, ends=ends)


def test_before_the_leaders_yes_there_is_nobody_to_nudge(desk):
    """Too early is an error, not a letter."""
    desk.leader_writes()
    desk.refusal("nudge", desk.id, "1")
    assert desk.answered_by_hand(1, THREE).code == 1


def test_an_answer_heard_over_coffee(desk):
    """Three numbered lines on stdin, recorded as the admin's; the expert gets a thanks to correct."""
    six_are_in(desk)
    rehearsed = desk.answered_by_hand(3, THREE, "--dry-run")
    assert "synthesis to leader@mail.test" in rehearsed.out
    assert all(piece not in " ".join(rehearsed.out.split()) for piece in SECRETS)
    assert desk.shown()["pieces"]["received"] == 6
    assert desk.answered_by_hand(3, THREE, "--reason", "over lunch").code == 0
    desk.runs()
    advice = desk.shown()["experts"][2]["advice"]
    assert [one["text"] for one in advice] == PIECES
    assert {one["source"] for one in advice} == {"admin"}
    assert desk.letters("mary")[-1] == "thanks"
    assert desk.letters("leader").count("synthesis") == 1


def test_an_answer_corrected_by_hand_after_nine(desk):
    """The nine stay nine, and the leader gets the synthesis anew."""
    desk.complete()
    assert desk.answered_by_hand(1, THREE).code == 0
    desk.on("03-04")
    shown = desk.shown()
    assert [one["text"] for one in shown["experts"][0]["advice"]] == PIECES
    assert shown["pieces"]["received"] == 9
    assert desk.letters("leader").count("synthesis_revised") == 1


@pytest.mark.parametrize(
    "typed", ["", "1. one\n2. two\n", "one\ntwo\nthree\n", "1. one\n2. two\n3. three\n4. four\n", b"1. \xff"]
)
def test_what_is_not_three_pieces_changes_nothing(desk, typed):
    """2, and how to write them."""
    desk.asked()
    ran = desk.answered_by_hand(3, typed)
    assert (ran.code, ran.out) == (2, "")
    assert "three numbered lines" in ran.line or "three lines" in ran.line
    assert desk.shown()["pieces"]["received"] == 0


# --- messages and letters ---


def test_messages_set_aside(desk):
    """Lists, retry and drop: each takes effect by the next run, and the reason is kept."""
    desk.asked()
    desk.writes("stranger", "Please let me in.", subject="Hello")
    (row,) = desk.set_aside()
    assert {"key", "from", "why"} <= set(row)
    assert row["from"] == "stranger@mail.test"
    desk.desk("attention", "retry", row["key"][:12])
    desk.runs()
    (again,) = desk.set_aside()
    assert again["key"] == row["key"]
    _, complaint = desk.says("attention", "drop", row["key"], ends=2)
    assert "--reason" in complaint
    desk.desk("attention", "drop", row["key"], "--reason", "spam")
    assert desk.set_aside() == []
    assert desk.shown()["stage"] == "gathering"


def test_a_message_assigned_is_handled_as_theirs(desk):
    """Whatever address it came from; once handled it is never handled twice."""
    desk.asked()
    desk.writes("stranger", "1. " + "\n2. ".join(ADVICE["mary"][:2]) + f"\n3. {ADVICE['mary'][2]}")
    (row,) = desk.set_aside()
    desk.desk("attention", "assign", row["key"], desk.id, "3")
    desk.runs()
    assert desk.set_aside() == []
    assert desk.shown()["experts"][2]["pieces"] == 3
    assert desk.letters("mary")[-1] == "thanks"
    for words in (("retry", row["key"]), ("assign", row["key"], desk.id, "2")):
        assert "handled already" in desk.refusal("attention", *words)


def doubtful(desk: Desk, text: str) -> dict:
    """Mary's answer to the question from an address nobody knows, set aside; `attention list` says so."""
    desk.replies("mary", text, shape=shapes.outlook_desktop, sender="mary@elsewhere.test")
    (row,) = desk.set_aside()
    return dict(row)


MARYS = f"1. {ADVICE['mary'][0]}\n2. {ADVICE['mary'][1]}\n3. {ADVICE['mary'][2]}"


def test_a_doubtful_mail_is_shown_as_it_was_read(desk):
    """Every block under its label, our letter known as ours, and the event with its pieces."""
    row = doubtful(six_are_in(desk), MARYS)
    look = ("attention", "show", row["key"], "--reveal", "--reason", "whose is it?")
    shown = json.loads(desk.desk(*look, "--json"))
    labels = [block["label"] for block in shown["blocks"]]
    assert labels[0] == "own"
    assert "ours" in labels
    assert all(piece in shown["blocks"][0]["text"] for piece in ADVICE["mary"])
    ours = " ".join(block["text"] for block in shown["blocks"] if block["label"] == "ours")
    assert "three bits of advice" in " ".join(ours.split())
    assert shown["read_as"] == {
        "kind": "Answered",
        "count": 3,
        "pieces": list(ADVICE["mary"]),
        "until": None,
        "why": "",
    }
    printed = desk.desk(*look)
    assert "Read as  Answered, 3 pieces" in printed
    margin = [line[:12].strip() for line in printed.partition("\n\n")[2].splitlines()]
    assert [label for label in margin if label] == labels
    assert "Why      its token is good" in printed


def test_the_day_that_was_read_is_shown(desk):
    """As it was meant when the mail came, whenever somebody looks."""
    row = doubtful(desk.asked(), "Give me a week, please.")
    desk.on("03-30")
    shown = json.loads(desk.desk("attention", "show", row["key"], "--json", "--reveal", "--reason", "when?"))
    day = (date.fromisoformat(row["at"][:10]) + timedelta(days=7)).isoformat()
    assert (shown["read_as"]["kind"], shown["read_as"]["until"]) == ("PauseAsked", day)


def test_while_gated_only_the_kind_of_a_mail_is_told(desk):
    """No block, no piece; that it holds three pieces is no advice."""
    row = doubtful(six_are_in(desk), MARYS)
    shown = json.loads(desk.desk("attention", "show", row["key"], "--json"))
    assert shown["blocks"] == []
    assert shown["text"] == shown["subject"]
    assert (shown["read_as"]["kind"], shown["read_as"]["count"]) == ("Answered", 3)
    assert shown["read_as"]["pieces"] == []
    printed = desk.desk("attention", "show", row["key"])
    assert "Read as  Answered, 3 pieces\n\n(hidden:" in printed


def test_a_mail_of_nobody_we_know_is_labelled_and_read_as_nothing(desk):
    """What cannot stand in the margin, a mail cannot forge; nor can it steer the terminal."""
    forged = "Let me in.\nours        we said so\n\x1b[2Jgone\n" + "long words " * 30
    desk.writes("stranger", forged + "\n\n-- \nStan\nStrange Ltd", subject="Hello")
    (row,) = desk.set_aside()
    shown = json.loads(desk.desk("attention", "show", row["key"], "--json"))
    assert shown["read_as"] is None
    assert [block["label"] for block in shown["blocks"]] == ["own", "signature"]
    printed = desk.desk("attention", "show", row["key"])
    assert "Read as  nothing" in printed
    assert "\x1b" not in printed
    words = printed.partition("\n\n")[2].splitlines()
    assert {line[:12].strip() for line in words} == {"", "own", "signature"}
    assert max(len(line) for line in words) <= 100


def test_a_look_at_a_mail_does_not_undo_its_assignment(desk):
    """Revealed between `assign` and the next run, it is still handled as Mary's."""
    six_are_in(desk).writes("stranger", MARYS)
    (row,) = desk.set_aside()
    desk.desk("attention", "assign", row["key"], desk.id, "3")
    desk.desk("attention", "show", row["key"], "--reveal", "--reason", "is it hers?")
    desk.runs()
    assert desk.set_aside() == []
    assert desk.shown()["experts"][2]["pieces"] == 3


def test_a_letter_sent_again_keeps_its_message_id(desk):
    """The very bytes, by the next run."""
    desk.under_way()
    row = next(row for row in desk.outbox() if row["purpose"] == "invitation" and row["to"].startswith("ada"))
    assert {"key", "purpose", "to", "state"} <= set(row)
    assert row["state"] == "sent"
    desk.desk("letters", "resend", row["key"], "--reason", "her spam folder")
    assert desk.letters("ada") == ["invitation"]
    desk.runs()
    first, second = desk.world.letters("ada", 2)
    assert message_from_bytes(first)["Message-ID"] == message_from_bytes(second)["Message-ID"]
    assert first == second
    desk.runs()
    assert len(desk.world.letters("ada", 2)) == 2
    line = desk.shown()["history"][-1]
    assert (line["what"], line["seat"], line["key"]) == ("letter resent at the desk", 1, row["key"])


# --- beside the daemon, and broken files ---


def test_beside_a_running_daemon(desk):
    """Lists work, `run --once` is 75, and what the desk says is carried out."""
    six_are_in(desk).close()
    daemon = subprocess.Popen(
        [*MAILFLOW, "--config", str(desk.world.config), "run"], stderr=subprocess.DEVNULL, env=surroundings()
    )
    try:
        end = time.monotonic() + 60
        lock = desk.world.config.parent / "state" / "lock"
        while str(daemon.pid) not in lock.read_text():
            assert time.monotonic() < end
            time.sleep(0.1)
        ran = mailflow("--config", desk.world.config, "run", "--once")
        assert ran.code == 75
        assert str(daemon.pid) in ran.line
        assert mailflow("--config", desk.world.config, "list", "--json").code == 0
        assert mailflow("--config", desk.world.config, "show", desk.id).code == 0
        assert mailflow("--config", desk.world.config, "pause", desk.id).code == 0
    finally:
        daemon.terminate()
        assert daemon.wait(15) == 0
    desk.restarts().runs()
    assert desk.letters("leader")[-1] == "transcript"


def test_a_torn_engagement_does_not_hide_the_others(desk):
    """Lists show the rest and say that they are not whole; `check` names the file."""
    six_are_in(desk)
    (file,) = desk.world.config.parent.glob("state/engagements/*/*.json")
    torn = file.parent / f"{file.stem[:2]}zzzzzzzz.json"
    torn.write_text('{"x": ')
    for words in (("list",), ("letters", "list"), ("attention", "list")):
        printed, complaint = desk.says(*words, "--json")
        assert isinstance(json.loads(printed), list)
        assert complaint.count("\n") == 1
        assert "mailflow check" in complaint
    assert "cannot be read" in desk.says("show", torn.stem, ends=1)[1]
    assert torn.stem in desk.says("check", ends=1)[0]
    assert desk.id == file.stem


# --- privacy ---


def test_a_whole_engagement_leaves_no_words_in_any_log(desk, caplog, capfd, tmp_path, monkeypatch):
    """At the most talkative level: no advice, no expert's address, no password in any form."""
    spare = tmp_path / "spare"
    spare.mkdir()
    monkeypatch.setenv("TMPDIR", str(spare))
    monkeypatch.setattr("tempfile.tempdir", None)
    text = desk.world.config.read_text().replace('"secret"', '"pa55 w0rd&"')
    desk.world.config.write_text(text)
    desk.world.server.add_account(desk.world.service, "pa55 w0rd&")
    for logger in ("mailflow", "imapclient", "imaplib", "aiosmtplib", "asyncio"):
        caplog.set_level(logging.DEBUG, logger)
    _log(verbose=True, once=True)  # what the program itself sets before its first pass
    desk.restarts().complete()
    desk.replies("ada", "Actually, change 2: Decide who decides.", to="thanks")
    desk.writes("stranger", ADVICE["hana"][0]).close()
    assert command(["--config", str(desk.world.config), "run", "--once", "-v"]) == 0
    logged = "\n".join([caplog.text, *capfd.readouterr()])
    people = [desk.world.address(who) for who in (*EXPERTS, "stranger")]
    passwords = ["pa55 w0rd&", "cGE1NSB3MHJkJg", "pa55%20w0rd", "pa55+w0rd"]
    for word in (*SECRETS, "Decide who decides", *people, *passwords):
        assert word not in logged
    state = tmp_path / "state"
    for path in (state, *state.rglob("*")):
        assert stat.S_IMODE(path.stat().st_mode) == (0o700 if path.is_dir() else 0o600), path
    assert not list(state.rglob(".tmp-*"))
    assert list(spare.iterdir()) == []
