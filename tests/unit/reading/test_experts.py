import pytest

from mailflow.mentoring.engagement import Side
from mailflow.reading.experts import Line, experts_in, side_of, with_cc
from mailflow.reading.message import Address
from mailflow.reading.names import looks_like_name, name_from, trimmed

SENDER, SERVICE = "lee@works.example", ("coffee@mentoring.example",)


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("Ada Lovelace <ada@x.example>", [("Ada Lovelace", "ada@x.example")]),
        ('"Lovelace, Ada" <ada@x.example>', [("Ada Lovelace", "ada@x.example")]),
        ("ada@x.example (Ada Lovelace)", [("Ada Lovelace", "ada@x.example")]),
        ("Lovelace, Ada <ada@x.example>", [("Ada Lovelace", "ada@x.example")]),
        ("Ada Lovelace <mailto:ada@x.example>", [("Ada Lovelace", "ada@x.example")]),
        ("Ada Lovelace ada@x.example<mailto:ada@x.example>", [("Ada Lovelace", "ada@x.example")]),
        ("Ada Lovelace | ada@x.example | inside", [("Ada Lovelace", "ada@x.example")]),
        ("Ada Lovelace, our CTO (ada@x.example)", [("Ada Lovelace", "ada@x.example")]),
        ("our CTO Ada Lovelace (ada@x.example)", [("Ada Lovelace", "ada@x.example")]),
        ("Dr. Ada van der Berg <ada@x.example>", [("Dr. Ada van der Berg", "ada@x.example")]),
        ("my old boss (ada.lovelace@x.example)", [("Ada Lovelace", "ada.lovelace@x.example")]),
        ("ada lovelace ada@x.example", [("Ada Lovelace", "ada@x.example")]),
        ("al1815@x.example", [("", "al1815@x.example")]),
        (
            "Ask Ada Lovelace (ada@x.example), Grace Hopper (grace@y.example) and Mary <mary@z.example>.",
            [
                ("Ada Lovelace", "ada@x.example"),
                ("Grace Hopper", "grace@y.example"),
                ("Mary", "mary@z.example"),
            ],
        ),
    ],
)  # fmt: skip
def test_a_name_stands_with_its_address(text, people):
    """However the two are put together."""
    found = experts_in([Line(text=text)], SENDER, SERVICE)
    assert [(expert.name, expert.email) for expert in found] == people


def test_an_address_below_its_name():
    """Two lines, one person."""
    lines = [
        Line(text="Ada Lovelace"),
        Line(text="ada@x.example"),
        Line(text="Grace"),
        Line(text="g@y.example"),
    ]
    assert [one.name for one in experts_in(lines, SENDER, SERVICE)] == ["Ada Lovelace", "Grace"]


def test_sides_belong_to_the_nearest():
    """In one sentence each has their own; "both" is for the last two."""
    text = "Ada (ada@x.example) from my company, Grace (g@y.example) and Mary (m@z.example), both external."
    sides = [one.side for one in experts_in([Line(text=text)], SENDER, SERVICE)]
    assert sides == [Side.INSIDE, Side.OUTSIDE, Side.OUTSIDE]


@pytest.mark.parametrize(
    ("text", "side"),
    [
        ("inside", Side.INSIDE),
        ("a colleague", Side.INSIDE),
        ("a former colleague", Side.OUTSIDE),
        ("aus meiner Firma", Side.INSIDE),
        ("ehemaliger Kollege", Side.OUTSIDE),
        ("\u00e0 l\u2019ext\u00e9rieur", Side.OUTSIDE),
        ("de mi empresa", Side.INSIDE),
        ("she runs a bakery", Side.UNKNOWN),
        ("", Side.UNKNOWN),
    ],
)
def test_inside_or_outside_is_said_or_unknown(text, side):
    """Never guessed."""
    assert side_of(text) is side


def test_the_service_and_the_leader_are_only_experts_where_they_are_listed_as_such():
    """Their addresses stand in greetings and signatures."""
    talk = [Line(text="Dear coffee@mentoring.example,"), Line(text="You can reach me at lee@works.example")]
    assert experts_in(talk, SENDER, SERVICE) == []
    listed = [Line(text="- You <coffee@mentoring.example>"), Line(text="- Lee <lee@works.example>")]
    assert len(experts_in(listed, SENDER, SERVICE)) == 2


def test_cc_completes_the_text_and_adds_to_it():
    """The leader and the service in Cc are nobody; a side may stand in the text."""
    named = experts_in([Line(text="Ada", listed=True)], SENDER, SERVICE)
    cc = [
        Address(name="Lovelace, Ada", email="ada@x.example"),
        Address(name="", email="grace.hopper@y.example"),
        Address(name="Me", email=SENDER),
    ]
    experts, in_cc = with_cc(named, cc, [SENDER, *SERVICE], "Ada and Grace (outside) are in Cc")
    assert in_cc
    assert [(one.name, one.email, one.side) for one in experts] == [
        ("Ada Lovelace", "ada@x.example", Side.UNKNOWN),
        ("Grace Hopper", "grace.hopper@y.example", Side.OUTSIDE),
    ]


@pytest.mark.parametrize(
    "text", ["Ada Lovelace", "Dr. Anna van der Berg", "Jos\u00e9 \u00c1ngel N\u00fa\u00f1ez", "O'Brien"]
)
def test_names(text):
    """Capitals, particles, titles, accents."""
    assert looks_like_name(text)


@pytest.mark.parametrize("text", ["our CTO", "please ask", "Ihre Adresse", "Hello", "Room 42", "", "a@b"])
def test_what_is_no_name(text):
    """Roles, greetings, talk."""
    assert not looks_like_name(text)


def test_what_stands_around_a_name_goes():
    """And the family name first is turned round, but no degree."""
    assert trimmed("  and Hopper, Grace ") == "Hopper, Grace"
    assert trimmed("Hopper, Grace") == "Grace Hopper"
    assert trimmed("Grace Hopper, PhD") == "Grace Hopper, PhD"


@pytest.mark.parametrize(
    ("email", "name"),
    [("grace.hopper@y.example", "Grace Hopper"), ("gh1@y.example", ""), ("g.h@y.example", "")],
)
def test_an_address_may_give_a_name_away(email, name):
    """Only where it is one."""
    assert name_from(email) == name
