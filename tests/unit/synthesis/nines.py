"""Nine pieces in which somebody can see a thread, and nine in which nobody can."""

from datetime import UTC, datetime

from mailflow.mentoring.engagement import Advice, Engagement, Expert, Leader, Policy, Source, Stage
from mailflow.reading.capability import ability_phrase

AT = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)  # a Monday

WITH_A_THREAD = (
    ("Say what done looks like, then leave the how to them.", "Buy good coffee.", "Thank people in public."),
    (
        "Describe the result you want and let them find their own way.",
        "Sleep well.",
        "Read one book a month.",
    ),
    ("Agree on the outcome, not on the method.", "Walk to work.", "Learn their names."),
)
WITHOUT = (
    ("Buy a good coat.", "Oranges keep.", "Violins need rosin."),
    ("Paint the fence.", "Bread rises.", "Ferries are late."),
    ("Trains rattle.", "Snow melts.", "Pencils break."),
)
GERMAN = (
    (
        "Vereinbare das Ergebnis, nicht den Weg.",
        "Trinkt guten Kaffee miteinander.",
        "Lob sie vor allen anderen.",
    ),
    (
        "Beschreibe das Ergebnis und lass sie ihren eigenen Weg gehen.",
        "Schlaf dich aus.",
        "Lies jeden Monat ein Buch.",
    ),
    ("Sag, woran man erkennt, dass es fertig ist: das Ergebnis zählt.", "Geh zu Fuß.", "Merk dir die Namen."),
)


def engagement(
    nine: tuple[tuple[str, ...], ...] = WITH_A_THREAD,
    *,
    capability: str = "delegating work to my team",
    language: str = "en",
    why_now: str = "my team doubled and I still do it all",
    horizon: int = 9,
) -> Engagement:
    """A complete engagement with these nine."""
    return Engagement(
        id="abcdefghij",
        stage=Stage.GATHERING,
        leader=Leader(name="Lee", email="lee@leaders.example"),
        policy=Policy(),
        created_at=AT,
        language=language,
        capability=capability,
        phrase=ability_phrase(capability, language),
        why_now=why_now,
        horizon_months=horizon,
        experts=tuple(_expert(seat, pieces) for seat, pieces in enumerate(nine, start=1)),
    )


def _expert(seat: int, pieces: tuple[str, ...]) -> Expert:
    return Expert(
        seat=seat,
        name=("Ada", "Grace", "Mary")[seat - 1],
        email=f"expert{seat}@experts.example",
        advice=tuple(Advice(text=text, source=Source.EMAIL, received_at=AT) for text in pieces),
    )
