"""The offline engine: themes, evidence, certainty and the draft goal, from the lexicon alone."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from mailflow.mentoring.engagement import (
    PIECES_EACH,
    Candidate,
    Certainty,
    Engagement,
    Goal,
    PieceAt,
    Quote,
    Synthesis,
    Theme,
)
from mailflow.synthesis.critique import missing_letters
from mailflow.synthesis.evidence import quote_from
from mailflow.synthesis.goal import draft_goal
from mailflow.synthesis.labels import LONGEST_LABEL, label_of
from mailflow.synthesis.meaning import Likeness, meaning_of
from mailflow.synthesis.phrases import phrase
from mailflow.synthesis.themes import threads
from mailflow.synthesis.words import cut, words_of

NAME = "offline"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Reading:
    """The pieces of one engagement and how alike they are."""

    engagement: Engagement
    places: tuple[PieceAt, ...]
    texts: tuple[str, ...]
    likeness: Likeness
    names: frozenset[str]

    def label(self, members: Sequence[int]) -> str:
        """What the theme of `members` is called."""
        asked = self.engagement.capability
        return label_of(members, self.texts, self.likeness, asked, self.names, self.engagement.language)

    def theme(self, members: Sequence[int], label: str = "") -> Theme:
        """`members` as a theme, its pieces in the order in which they stand."""
        pieces = tuple(self.places[member] for member in sorted(members))
        return Theme(label=label or self.label(members), pieces=pieces)

    def quotes(self, members: Sequence[int]) -> tuple[Quote, ...]:
        """Every piece's own words as evidence for the thread of `members`, most central piece first."""
        ranked = sorted(members, key=lambda one: (-self._centrality(one, members), one))
        return tuple(self._quote(member, members) for member in ranked)

    def _quote(self, member: int, members: Sequence[int]) -> Quote:
        seat, number = self.places[member]
        others = [self.likeness.meanings[other] for other in members if self.places[other][0] != seat]
        words = quote_from(self.texts[member], others, self.engagement.language)
        return Quote(seat=seat, number=number, text=words)

    def _centrality(self, one: int, members: Sequence[int]) -> float:
        seat = self.places[one][0]
        return sum(self.likeness.between(one, other) for other in members if self.places[other][0] != seat)


class OfflineSynthesiser:
    """Reads the nine without any model: the same nine always give the same answer.  Never raises.

    It offers threads (Certainty.LIKELY) or says that there is none; it never claims to have found one.
    """

    def synthesise(self, engagement: Engagement, today: date) -> tuple[Synthesis, Goal]:
        """Themes, up to three candidate threads, and a draft goal on the first."""
        reading = _read(engagement)
        offered = [thread.members for thread in threads(reading.places, reading.likeness)]
        themes = _partition(reading, offered)
        candidates = tuple(
            Candidate(theme=place, quotes=_one_per_expert(reading.quotes(members)))
            for place, members in enumerate(offered)
        )
        synthesis = Synthesis(
            themes=themes,
            sweet_spot=0 if offered else None,
            certainty=Certainty.LIKELY if offered else Certainty.NONE,
            engine=NAME,
            candidates=candidates,
        )
        return synthesis, _goal(reading, synthesis, offered[0] if offered else (), today)

    def redraw(
        self, engagement: Engagement, pieces: tuple[tuple[int, int], ...], label: str, today: date
    ) -> tuple[Synthesis, Goal]:
        """The same nine with the thread a person drew; no pieces: a person saw no thread."""
        reading = _read(engagement)
        drawn = tuple(place for place, piece in enumerate(reading.places) if piece in set(pieces))
        if not drawn:
            return _without_thread(reading, today)
        offered = [thread.members for thread in threads(reading.places, reading.likeness)]
        others = [members for members in offered if not set(members).intersection(drawn)]
        called = cut(" ".join(label.split()), LONGEST_LABEL) or phrase("label_drawn", engagement.language)
        themes = (reading.theme(drawn, called), *_partition(reading, others, without=drawn))
        candidate = Candidate(theme=0, quotes=_one_per_expert(reading.quotes(drawn)))
        synthesis = Synthesis(
            themes=themes, sweet_spot=0, certainty=Certainty.DRAWN, engine=NAME, candidates=(candidate,)
        )
        return synthesis, _goal(reading, synthesis, drawn, today)

    def critique(self, engagement: Engagement, words: str) -> tuple[str, ...]:
        """Which of specific, measurable, achievable, relevant, time_bound `words` still lack."""
        return missing_letters(engagement, words)


def _read(engagement: Engagement) -> _Reading:
    """The first three pieces of each seat, and what they speak of."""
    found = [
        ((expert.seat, number), advice.text)
        for expert in engagement.experts
        for number, advice in enumerate(expert.advice[:PIECES_EACH], start=1)
    ]
    texts = tuple(text for _, text in found)
    asked = meaning_of(engagement.capability, engagement.language)
    people = (engagement.leader.name, *(expert.name for expert in engagement.experts))
    return _Reading(
        engagement=engagement,
        places=tuple(place for place, _ in found),
        texts=texts,
        likeness=Likeness([meaning_of(text, engagement.language) for text in texts], asked),
        names=frozenset(word for person in people for word in words_of(person)),
    )


def _partition(
    reading: _Reading, groups: Sequence[Sequence[int]], without: Sequence[int] = ()
) -> tuple[Theme, ...]:
    """`groups` as themes, then every other piece alone; the pieces `without` are left out."""
    taken = {member for group in groups for member in group}.union(without)
    alone = [(member,) for member in range(len(reading.places)) if member not in taken]
    return tuple(reading.theme(members) for members in (*groups, *alone))


def _one_per_expert(quotes: Sequence[Quote]) -> tuple[Quote, ...]:
    """The first quote of every expert, by seat."""
    first: dict[int, Quote] = {}
    for quote in quotes:
        first.setdefault(quote.seat, quote)
    return tuple(first[seat] for seat in sorted(first))


def _goal(reading: _Reading, synthesis: Synthesis, members: Sequence[int], today: date) -> Goal:
    label = synthesis.themes[synthesis.sweet_spot].label if synthesis.sweet_spot is not None else ""
    return draft_goal(reading.engagement, label, _all_experts_first(reading.quotes(members)), today)


def _all_experts_first(quotes: Sequence[Quote]) -> tuple[Quote, ...]:
    """One quote of every expert before anyone's second, so that a short plan leaves nobody out."""
    seen: Counter[int] = Counter()
    turns: list[tuple[int, int, Quote]] = []
    for quote in quotes:
        turns.append((seen[quote.seat], len(turns), quote))
        seen[quote.seat] += 1
    return tuple(quote for _, _, quote in sorted(turns, key=lambda turn: turn[:2]))


def _without_thread(reading: _Reading, today: date) -> tuple[Synthesis, Goal]:
    synthesis = Synthesis(
        themes=_partition(reading, ()), sweet_spot=None, certainty=Certainty.NONE, engine=NAME
    )
    return synthesis, _goal(reading, synthesis, (), today)
