"""What every store promises, whether it keeps things on disk or in memory."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from mailflow.identity import Purpose
from mailflow.mentoring.engagement import (
    Advice,
    Correspondence,
    Engagement,
    Expert,
    HistoryLine,
    Leader,
    Policy,
    Source,
    Stage,
    Standing,
)
from mailflow.ports import (
    Aside,
    Filed,
    Head,
    Letter,
    LetterState,
    SetAsideMessage,
    Stale,
    Store,
    StoreError,
)
from mailflow.store.tiny import TinyStore
from tests.fake_store import MemoryStore

NOW = datetime(2026, 3, 2, 9, 30, 15, 123456, tzinfo=UTC)
ANY_TIME = datetime.min.replace(tzinfo=UTC)
TODAY = date(2026, 3, 2)
KEY = bytes(range(32))
DIGEST = "ab" * 32

AnyStore = TinyStore | MemoryStore


@pytest.fixture(params=["disk", "memory"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[AnyStore]:
    """One store of each kind."""
    made: AnyStore = (
        TinyStore(tmp_path / "state", exclusive=True) if request.param == "disk" else MemoryStore()
    )
    made.service_key(lambda: KEY)
    yield made
    made.close()


def an_expert(seat: int, email: str, pieces: int = 0) -> Expert:
    """An expert who was asked, with some pieces."""
    advice = tuple(
        Advice(text=f"piece {number}", source=Source.EMAIL, received_at=NOW) for number in range(pieces)
    )
    return Expert(seat=seat, name="Ada", email=email, standing=Standing.ASKED, advice=advice)


def an_engagement(engagement_id: str = "abcdefghij", **changes: Any) -> Engagement:
    """An engagement half way, with whatever the test wants different."""
    plain = Engagement(
        id=engagement_id,
        stage=Stage.GATHERING,
        leader=Leader(name="Lea", email="lea@example.org"),
        policy=Policy(),
        created_at=NOW,
        capability="delegate",
        experts=(
            an_expert(1, "Ada+tag@Example.org", 3),
            an_expert(2, "g.race@gmail.com", 1),
            an_expert(3, "mary@example.org"),
        ),
        turns={"invitation.1": 1},
        threads={0: Correspondence(subject="Hello", message_ids=("<a@b>",)), 2: Correspondence()},
        handled=("00ff",),
        history=(HistoryLine(at=NOW, what="kickoff"),),
    )
    return replace(plain, **changes)


def a_letter(key: str = "abcdefghij.question.1.1", **changes: Any) -> Letter:
    """A letter whose bytes and text are awkward."""
    plain = Letter(
        key=key,
        purpose=Purpose.QUESTION,
        seat=1,
        to="ada@example.org",
        message_id="<m@example.org>",
        raw=b"Subject: x\r\n\r\nbytes \x00\xff\r\n",
        text="Liebe Ada,\n\u2028 one \ud83e broken half",
        queued_at=NOW,
    )
    return replace(plain, **changes)


def a_message(key: str = DIGEST, **changes: Any) -> SetAsideMessage:
    """A message set aside."""
    plain = SetAsideMessage(
        key=key,
        at=NOW,
        sender="who@example.org",
        subject="Hm \ud800",
        why="nobody knows them",
        raw=b"Subject: Hm\r\n\r\n\xff\r\n",
    )
    return replace(plain, **changes)


def the_head(store: Store) -> Head:
    """The head of the only open engagement."""
    (head,) = store.heads()
    return head


def test_every_store_has_the_shape_the_flow_asks_for(store: AnyStore) -> None:
    """Both are Stores to the type checker as well."""
    seam: Store = store
    assert seam.load("nothing000") is None


# --- commit and load ---


def test_what_was_committed_comes_back_equal(store: AnyStore) -> None:
    """Bytes, text with half a character, times, integer keys: all of it."""
    stored = store.commit(Filed(engagement=an_engagement(), letters=(a_letter(), a_letter("second"))))
    assert store.load("abcdefghij") == stored
    assert stored.engagement == an_engagement(version=1)
    assert stored.letters == (a_letter(), a_letter("second"))
    assert stored.letter("second") == a_letter("second")


def test_each_commit_raises_the_version_by_one(store: AnyStore) -> None:
    """A new engagement has version 0, its first commit makes 1."""
    stored = store.commit(Filed(engagement=an_engagement()))
    again = store.commit(stored)
    assert (stored.engagement.version, again.engagement.version) == (1, 2)


def test_the_second_of_two_commits_from_one_version_is_stale(store: AnyStore) -> None:
    """The loser hears of it and nothing of theirs is kept."""
    stored = store.commit(Filed(engagement=an_engagement()))
    winner = store.commit(replace(stored, engagement=replace(stored.engagement, capability="winner")))
    with pytest.raises(Stale):
        store.commit(replace(stored, engagement=replace(stored.engagement, capability="loser")))
    assert store.load("abcdefghij") == winner


@pytest.mark.parametrize("version", [0, 2, 99])
def test_a_version_that_is_not_the_stored_one_is_stale(store: AnyStore, version: int) -> None:
    """Neither an old one, nor one from the future, nor a second birth."""
    store.commit(Filed(engagement=an_engagement()))
    with pytest.raises(Stale):
        store.commit(Filed(engagement=an_engagement(version=version)))


def test_an_engagement_that_is_not_there_cannot_be_continued(store: AnyStore) -> None:
    """A version above 0 means that it was stored once."""
    with pytest.raises(Stale):
        store.commit(Filed(engagement=an_engagement(version=3)))


def test_letters_that_are_left_out_are_gone(store: AnyStore) -> None:
    """A commit replaces the whole file."""
    stored = store.commit(Filed(engagement=an_engagement(), letters=(a_letter(), a_letter("second"))))
    store.commit(replace(stored, letters=(a_letter("second"),)))
    found = store.load("abcdefghij")
    assert found is not None
    assert [letter.key for letter in found.letters] == ["second"]


# --- heads ---


def test_a_head_says_what_lists_and_clocks_need(store: AnyStore) -> None:
    """Addresses in the form in which they are compared, pieces counted, the substitute among the people."""
    wake = NOW + timedelta(days=3)
    substitute = an_expert(3, "Hana@example.org")
    store.commit(Filed(engagement=an_engagement(wake_at=wake, substitute=substitute)))
    assert the_head(store) == Head(
        id="abcdefghij",
        stage=Stage.GATHERING,
        paused=False,
        capability="delegate",
        leader="lea@example.org",
        people=("ada@example.org", "grace@gmail.com", "mary@example.org", "hana@example.org"),
        received=4,
        next_wake=wake,
        next_letter=None,
    )


@pytest.mark.parametrize(
    ("states", "next_letter", "unsettled"),
    [
        ([(LetterState.QUEUED, None)], ANY_TIME, False),
        ([(LetterState.QUEUED, NOW)], NOW, False),
        ([(LetterState.UNKNOWN, NOW)], NOW, True),
        ([(LetterState.SENDING, None)], None, True),
        ([(LetterState.SENT, None), (LetterState.FAILED, None), (LetterState.WITHDRAWN, None)], None, False),
        ([(LetterState.QUEUED, NOW + timedelta(1)), (LetterState.QUEUED, NOW)], NOW, False),
        ([(LetterState.QUEUED, NOW), (LetterState.UNKNOWN, None)], ANY_TIME, True),
    ],
)
def test_a_head_says_when_a_letter_wants_work(
    store: AnyStore,
    states: list[tuple[LetterState, datetime | None]],
    next_letter: datetime | None,
    unsettled: bool,
) -> None:
    """The earliest moment of the queued and the unknown; whether any fate is open."""
    letters = tuple(
        a_letter(f"letter{number}", state=state, next_at=next_at)
        for number, (state, next_at) in enumerate(states)
    )
    store.commit(Filed(engagement=an_engagement(), letters=letters))
    assert (the_head(store).next_letter, the_head(store).unsettled) == (next_letter, unsettled)


def test_heads_follow_every_commit(store: AnyStore) -> None:
    """A list made between two commits is never kept for the truth."""
    stored = store.commit(Filed(engagement=an_engagement()))
    for number in range(20):
        stored = store.commit(replace(stored, engagement=replace(stored.engagement, capability=f"c{number}")))
        assert the_head(store).capability == f"c{number}"


def test_a_refused_kickoff_is_hidden(store: AnyStore) -> None:
    """It carries a letter and is no engagement."""
    store.commit(Filed(engagement=an_engagement(refused=True), letters=(a_letter(),)))
    assert the_head(store).hidden


# --- the archive ---


@pytest.mark.parametrize("stage", [Stage.CLOSED, Stage.CANCELLED])
def test_what_is_over_rests_in_the_archive_and_is_still_found(store: AnyStore, stage: Stage) -> None:
    """Lists stay short; a late reply still comes home."""
    stored = store.commit(Filed(engagement=an_engagement(stage=stage)))
    assert list(store.heads()) == []
    assert [head.id for head in store.archived_heads()] == ["abcdefghij"]
    assert store.load("abcdefghij") == stored
    assert store.resolve("abc") == ["abcdefghij"]


@pytest.mark.parametrize("state", [LetterState.QUEUED, LetterState.SENDING, LetterState.UNKNOWN])
def test_a_letter_that_must_still_go_keeps_it_out_of_the_archive(store: AnyStore, state: LetterState) -> None:
    """The last letter is not forgotten with the engagement."""
    engagement = an_engagement(stage=Stage.CLOSED)
    stored = store.commit(Filed(engagement=engagement, letters=(a_letter(state=state),)))
    assert [head.id for head in store.heads()] == ["abcdefghij"]
    assert list(store.archived_heads()) == []
    store.commit(replace(stored, letters=(a_letter(state=LetterState.SENT),)))
    assert list(store.heads()) == []
    assert [head.id for head in store.archived_heads()] == ["abcdefghij"]


def test_an_archived_engagement_comes_back_when_there_is_work(store: AnyStore) -> None:
    """A letter sent again from the desk, or an engagement taken up again."""
    stored = store.commit(Filed(engagement=an_engagement(stage=Stage.CLOSED)))
    assert len(store.archived_heads()) == 1
    back = store.commit(replace(stored, letters=(a_letter(),)))
    assert back.engagement.version == 2
    assert [head.id for head in store.heads()] == ["abcdefghij"]
    assert list(store.archived_heads()) == []
    assert store.load("abcdefghij") == back
    with pytest.raises(Stale):
        store.commit(stored)


def test_a_commit_to_an_archived_engagement_leaves_it_there(store: AnyStore) -> None:
    """A closing remark opens nothing."""
    stored = store.commit(Filed(engagement=an_engagement(stage=Stage.CLOSED)))
    store.commit(replace(stored, engagement=replace(stored.engagement, handled=("00", "01"))))
    assert list(store.heads()) == []
    found = store.load("abcdefghij")
    assert found is not None
    assert found.engagement.handled == ("00", "01")


# --- ids ---


def test_an_id_may_be_shortened_while_unique(store: AnyStore) -> None:
    """All that begin so, sorted, in whatever case they were typed."""
    for engagement_id in ("abcdefghij", "abcxyzabcd", "azzzzzzzzz"):
        store.commit(Filed(engagement=an_engagement(engagement_id)))
    assert store.resolve("ABC") == ["abcdefghij", "abcxyzabcd"]
    assert store.resolve("abcd") == ["abcdefghij"]
    assert store.resolve("a") == ["abcdefghij", "abcxyzabcd", "azzzzzzzzz"]
    assert store.resolve("q") == []


@pytest.mark.parametrize(
    "strange", ["", "a", "../lock", "ab/../..", ".", "AB CD", "a" * 300, "ab\x00cd", "é" * 9]
)
def test_a_strange_id_is_simply_not_there(store: AnyStore, strange: str) -> None:
    """Whatever a token or a person says, it becomes no path."""
    assert store.load(strange) is None


# --- the never-ask list ---


def test_a_stop_holds_for_the_person_not_the_spelling(store: AnyStore) -> None:
    """Case, tags and Gmail's dots do not matter; nobody else is meant."""
    assert not store.is_never_ask("grace.h@gmail.com")
    store.never_ask("Grace.H+tag@Gmail.com")
    store.never_ask("graceh@gmail.com")
    assert store.is_never_ask("graceh@googlemail.com")
    assert not store.is_never_ask("ada@example.org")


# --- counters and facts ---


def test_counters_count_by_day_and_name(store: AnyStore) -> None:
    """Zero reads, and reading changes nothing."""
    assert store.count(TODAY, "ada", 0) == 0
    assert [store.count(TODAY, "ada"), store.count(TODAY, "ada", 3), store.count(TODAY, "lea")] == [1, 4, 1]
    assert store.count(TODAY, "ada", -1) == 3
    assert [store.count(TODAY, "ada", 0), store.count(TODAY, "lea", 0)] == [3, 1]


def test_several_counters_at_once(store: AnyStore) -> None:
    """All are added to, and the others stay."""
    store.count(TODAY, "ada")
    store.count_all(TODAY, {"ada": 2, "lea": 1, "mia": -1})
    assert [store.count(TODAY, name, 0) for name in ("ada", "lea", "mia")] == [3, 1, -1]


def test_counters_of_past_days_are_forgotten(store: AnyStore) -> None:
    """A new day begins at nothing and drops the old ones."""
    store.count(TODAY, "ada")
    assert store.count(TODAY + timedelta(1), "ada", 0) == 0
    assert store.count(TODAY, "ada", 0) == 1
    assert store.count(TODAY + timedelta(1), "ada") == 1
    assert store.count(TODAY, "ada", 0) == 0


def test_small_facts_are_remembered(store: AnyStore) -> None:
    """The last value under a name counts."""
    assert store.recall("position") is None
    store.remember("position", "1:1")
    store.remember("position", "1:2 \ud800")
    store.remember("other", "")
    assert (store.recall("position"), store.recall("other")) == ("1:2 \ud800", "")


def test_the_service_key_is_made_once(store: AnyStore) -> None:
    """Every later wish for another key gets the first."""
    assert store.service_key(lambda: b"another key" * 3) == KEY


# --- messages set aside ---


def test_a_message_set_aside_comes_back_whole(store: AnyStore) -> None:
    """By its key or the beginning of it, in any case."""
    store.set_aside(a_message())
    assert store.aside(DIGEST) == a_message()
    assert store.aside("ABAB") == a_message()
    assert store.aside("cd") is None


def test_the_list_is_without_bytes_and_oldest_first(store: AnyStore) -> None:
    """Looking through the list does not read every mail."""
    store.set_aside(a_message("cc" * 32, at=NOW + timedelta(1)))
    store.set_aside(a_message("dd" * 32, at=NOW))
    assert list(store.all_aside()) == [
        a_message("dd" * 32, at=NOW, raw=b""),
        a_message("cc" * 32, at=NOW + timedelta(1), raw=b""),
    ]


def test_the_same_key_replaces_and_never_loses_the_bytes(store: AnyStore) -> None:
    """A row from the list, changed and kept again, has no bytes to offer."""
    store.set_aside(a_message())
    (listed,) = store.all_aside()
    store.set_aside(replace(listed, state=Aside.RETRY))
    assert store.aside(DIGEST) == a_message(state=Aside.RETRY)
    store.set_aside(a_message(raw=b"other"))
    assert store.aside(DIGEST) == a_message(raw=b"other")


def test_an_ambiguous_key_says_so(store: AnyStore) -> None:
    """Nobody guesses which of two messages was meant."""
    store.set_aside(a_message("ab12" * 16))
    store.set_aside(a_message("ab34" * 16))
    with pytest.raises(StoreError, match="2 messages begin with ab"):
        store.aside("ab")
    assert store.aside("ab3") == a_message("ab34" * 16)


@pytest.mark.parametrize("strange", ["../../etc/passwd", "zz", "ab/cd", "", "ab.json", "*", "ab\n"])
def test_a_strange_key_is_no_path(store: AnyStore, strange: str) -> None:
    """It finds nothing and nothing is kept under it."""
    store.set_aside(a_message())
    assert store.aside(strange) is None
    with pytest.raises(StoreError):
        store.set_aside(a_message(strange))


def test_a_dropped_message_is_gone(store: AnyStore) -> None:
    """Bytes and all."""
    store.set_aside(a_message())
    assert store.drop("abab")
    assert store.aside(DIGEST) is None
    assert list(store.all_aside()) == []
    assert not store.drop("abab")


def test_an_alert_without_bytes_can_be_listed(store: AnyStore) -> None:
    """Not everything a person should see came by mail."""
    store.set_aside(a_message(raw=b""))
    assert store.aside(DIGEST) == a_message(raw=b"")
    assert store.broken() == []
