"""A message counts when its token and its sender agree; else somebody is asked, or nobody is answered."""

from tale import ADVICE, KICKOFF

from mailflow.demo import shapes
from mailflow.identity import tokens_in


def test_a_fresh_thread_is_held_until_its_writer_says_yes(tale):
    """Known by address alone is not enough; the known address releases it."""
    tale.asked().writes("ada", "1. {}\n2. {}\n3. {}".format(*ADVICE["ada"]), subject="my advice")
    assert tale.letters("ada")[-1] == "is_this_yours"
    assert tale.shown()["pieces"]["received"] == 0
    tale.replies("ada", "Yes, that was me.", to="is_this_yours")
    assert tale.standing("ada") == "answered"


def test_a_good_token_from_another_address_asks_the_known_one(tale):
    """An assistant answers: the expert is asked, stays the author, and keeps their address."""
    tale.asked().replies("ada", "Her three:", pieces=ADVICE["ada"], sender="assistant@mail.test")
    assert tale.letters("ada")[-1] == "is_this_yours"
    assert tale.shown()["pieces"]["received"] == 0
    tale.replies("ada", "Yes", to="is_this_yours")
    assert tale.shown()["experts"][0]["email"] == "ada@mail.test"
    assert tale.standing("ada") == "answered"


def test_a_no_drops_what_was_held(tale):
    """Somebody else's words never count."""
    tale.asked().replies("ada", "Mine:", pieces=ADVICE["ada"], sender="mallory@mail.test")
    tale.replies("ada", "No, that was not me.", to="is_this_yours")
    assert tale.shown()["pieces"]["received"] == 0
    assert tale.standing("ada") == "asked"


def test_a_stranger_is_set_aside_and_not_answered(tale):
    """Neither token nor a known address."""
    tale.asked().writes("hana", "Three bits of advice: 1. a 2. b 3. c")
    assert tale.letters("hana") == []
    assert [aside["from"] for aside in tale.set_aside()] == ["hana@mail.test"]


def test_a_kickoff_from_somebody_who_may_not_start_is_not_answered(tale):
    """The address may be forged."""
    tale.writes("hana", KICKOFF)
    assert tale.listed() == []
    assert tale.letters("hana") == []
    assert len(tale.set_aside()) == 1


def test_a_token_made_up_proves_nothing(tale):
    """A wrong signature on every carrier: set aside."""
    tale.asked()
    mallory = "mallory@mail.test"
    raw = tale.reply("ada", "Mine:", pieces=ADVICE["ada"], sender=mallory, shape=shapes.plain_text)
    forged = raw.decode()
    for token in set(tokens_in(forged)):
        forged = forged.replace(token, token[:-4] + "2222")
    tale.arrives(forged.encode(), "hana").runs()
    assert tale.shown()["pieces"]["received"] == 0
    assert "is_this_yours" not in tale.letters("ada")


def test_the_same_kickoff_twice_is_one_engagement(tale):
    """Delivered again, it changes nothing."""
    raw = shapes.fresh_mail(
        sender="leader@mail.test",
        name="Lee Ader",
        to=tale.world.service,
        subject="Lifting my delegation",
        text=KICKOFF,
        sent_at=tale.now,
    )
    tale.arrives(raw).arrives(raw).runs().arrives(raw).runs()
    assert len(tale.listed()) == 1
    assert tale.letters("leader") == ["preview"]


def test_a_robot_that_answers_everything_is_not_answered(tale):
    """Out-of-office replies to each letter bring no letter back."""
    tale.asked()
    for purpose in ("invitation", "question"):
        for _ in range(3):
            tale.replies("ada", "I am away.", to=purpose, shape=shapes.out_of_office)
    assert tale.letters("ada") == ["invitation", "question"]
