"""What a template may speak of: people with names to call them, pieces with their numbers, threads.  Pure."""

from dataclasses import dataclass, replace

from mailflow.mentoring.engagement import (
    PIECES_EACH,
    SEATS,
    Advice,
    Candidate,
    Certainty,
    Engagement,
    Expert,
    Goal,
    PieceAt,
    Source,
    Synthesis,
    Theme,
)
from mailflow.writing.wording import LONGEST_NAME, Words, one_line

BLANK = "______"
LETTERS = "ABC"


@dataclass(frozen=True, slots=True, kw_only=True)
class Numbered:
    """One piece of advice with its number: 1 to 9 for the leader, 1 to 3 (and on) for its author."""

    number: int
    text: str
    by_leader: bool = False  # the leader passed it on


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """A leader or an expert as a letter calls them."""

    seat: int
    name: str  # in full; the address where there is no name
    first: str  # in running text
    email: str
    side: str = ""
    seen_where: str = ""
    standing: str = ""
    question_open: bool = False
    invited: bool = False
    pieces: tuple[Numbered, ...] = ()  # numbered 1 to 3
    extras: tuple[Numbered, ...] = ()  # numbered on from 4
    count: int = 0
    missing: int = PIECES_EACH
    heard: bool = False  # the leader (or the desk) passed pieces on
    by_leader: bool = False
    nameless: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Voice:
    """What one expert says in a thread, in their own words."""

    name: str
    first: str
    text: str
    number: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Thread:
    """A theme as the leader reads it."""

    letter: str  # A, B or C; empty when it is not on offer
    label: str
    voices: tuple[Voice, ...]  # one per expert
    related: tuple[int, ...]  # numbers of its other pieces
    numbers: tuple[int, ...]  # numbers of all its pieces
    by_expert: tuple[str, ...]  # per seat, the numbers of its pieces


@dataclass(frozen=True, slots=True, kw_only=True)
class Nine:
    """The nine pieces by expert, and the threads drawn through them."""

    certainty: str
    experts: tuple[tuple[Person, tuple[Numbered, ...]], ...]
    sweet_spot: Thread | None
    offered: tuple[Thread, ...]
    outside: tuple[Thread, ...]  # the themes that are neither

    @property
    def grouped(self) -> tuple[Thread, ...]:
        """The themes outside that hold several pieces."""
        return tuple(thread for thread in self.outside if len(thread.numbers) > 1)

    @property
    def alone(self) -> tuple[int, ...]:
        """The numbers of the pieces that no other stands beside."""
        return tuple(sorted(thread.numbers[0] for thread in self.outside if len(thread.numbers) == 1))


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """One letter of S.M.A.R.T. with what the draft says for it."""

    letter: str
    name: str
    text: str


def person(expert: Expert, words: Words) -> Person:
    """An expert as letters call them."""
    sources = {advice.source for advice in expert.advice}
    name = one_line(expert.name, LONGEST_NAME) or expert.email
    return Person(
        seat=expert.seat,
        name=name,
        first=words.first_name(name) or name,
        email=expert.email,
        side=expert.side.value,
        seen_where=expert.seen_where,
        standing=expert.standing.value,
        question_open=expert.question_open,
        invited=expert.invited_at is not None,
        pieces=_numbered(expert.advice, 1),
        extras=_numbered(expert.extras, PIECES_EACH + 1),
        count=min(len(expert.advice), PIECES_EACH),
        missing=max(PIECES_EACH - len(expert.advice), 0),
        heard=bool(sources - {Source.EMAIL}),
        by_leader=Source.LEADER in sources,
        nameless=expert.nameless,
    )


def unnamed(one: Person, words: Words) -> Person:
    """An expert beside their advice: without a name where they asked for that."""
    return replace(one, name=words.nameless, first=words.nameless_short) if one.nameless else one


def leader(engagement: Engagement, words: Words) -> Person:
    """The leader as letters call them."""
    name = one_line(engagement.leader.name, LONGEST_NAME) or engagement.leader.email
    return Person(seat=0, name=name, first=words.first_name(name) or name, email=engagement.leader.email)


def nine(engagement: Engagement, people: tuple[Person, ...]) -> Nine | None:
    """The nine and what was made of them; None before the synthesis."""
    synthesis = engagement.synthesis
    if synthesis is None:
        return None
    offered = _offered(synthesis, people)
    sweet_spot = None
    if synthesis.sweet_spot is not None:
        sweet_spot = _sweet_spot(synthesis, synthesis.sweet_spot, people)
    shown = _shown(synthesis)
    return Nine(
        certainty=synthesis.certainty.value,
        experts=tuple((one, _for_leader(one)) for one in people),
        sweet_spot=sweet_spot,
        offered=offered,
        outside=tuple(
            _thread(theme, people) for place, theme in enumerate(synthesis.themes) if place not in shown
        ),
    )


def smart(goal: Goal | None) -> tuple[Letter, ...]:
    """The five letters of a goal; what nobody but the leader can know stays a visible blank."""
    if goal is None:
        return ()
    lines = {
        "Specific": goal.specific,
        "Measurable": goal.measurable,
        "Achievable": goal.achievable,
        "Relevant": goal.relevant,
        "Time-bound": goal.time_bound,
    }
    return tuple(Letter(letter=name[0], name=name, text=text or BLANK) for name, text in lines.items())


def number_of(piece: PieceAt) -> int:
    """The number of a piece in letters to the leader, 1 to 9."""
    seat, number = piece
    return (seat - 1) * PIECES_EACH + number


def _numbered(advice: tuple[Advice, ...], start: int) -> tuple[Numbered, ...]:
    return tuple(
        Numbered(number=number, text=one.text, by_leader=one.source is Source.LEADER)
        for number, one in enumerate(advice, start)
    )


def _for_leader(one: Person) -> tuple[Numbered, ...]:
    return tuple(
        Numbered(number=number_of((one.seat, piece.number)), text=piece.text) for piece in one.pieces
    )


def _shown(synthesis: Synthesis) -> set[int | None]:
    """The themes that have a place of their own: the sweet spot, or those on offer."""
    if synthesis.certainty is Certainty.LIKELY:
        return {candidate.theme for candidate in synthesis.candidates}
    return {synthesis.sweet_spot}


def _offered(synthesis: Synthesis, people: tuple[Person, ...]) -> tuple[Thread, ...]:
    if synthesis.certainty is not Certainty.LIKELY:
        return ()
    return tuple(
        _candidate(synthesis, candidate, people, letter)
        for candidate, letter in zip(synthesis.candidates, LETTERS, strict=False)
    )


def _sweet_spot(synthesis: Synthesis, place: int, people: tuple[Person, ...]) -> Thread:
    quoted = [candidate for candidate in synthesis.candidates if candidate.theme == place]
    if quoted:
        return _candidate(synthesis, quoted[0], people, "")
    return _thread(synthesis.themes[place], people)


def _candidate(synthesis: Synthesis, candidate: Candidate, people: tuple[Person, ...], letter: str) -> Thread:
    quotes = {quote.seat: ((quote.seat, quote.number), quote.text) for quote in candidate.quotes}
    return _thread(synthesis.themes[candidate.theme], people, quotes, letter)


def _thread(
    theme: Theme,
    people: tuple[Person, ...],
    quotes: dict[int, tuple[PieceAt, str]] | None = None,
    letter: str = "",
) -> Thread:
    """A theme with one voice per expert: the quote chosen for it, else their first piece in it."""
    chosen = {seat: ((seat, number), "") for seat, number in sorted(theme.pieces, reverse=True)}
    chosen.update(quotes or {})
    voices = tuple(_voice(people[seat - 1], *chosen[seat]) for seat in sorted(chosen) if seat <= len(people))
    spoken = {voice.number for voice in voices}
    numbers = tuple(sorted(number_of(piece) for piece in theme.pieces))
    return Thread(
        letter=letter,
        label=theme.label,
        voices=voices,
        related=tuple(number for number in numbers if number not in spoken),
        numbers=numbers,
        by_expert=tuple(_numbers_of(theme, seat) for seat in SEATS),
    )


def _voice(one: Person, piece: PieceAt, text: str) -> Voice:
    whole = next((given.text for given in one.pieces if given.number == piece[1]), "")
    return Voice(name=one.name, first=one.first, text=text or whole, number=number_of(piece))


def _numbers_of(theme: Theme, seat: int) -> str:
    return ", ".join(str(number_of(piece)) for piece in sorted(theme.pieces) if piece[0] == seat) or "–"
