"""Simulated people: a leader and three experts who only ever see email.

Each looks at the letters in their inbox and answers as such a person would, from the mail client
they use.  They know nothing of the service but what its letters say.
"""

from collections.abc import Callable
from dataclasses import dataclass
from email import message_from_bytes, policy

from mailflow.demo import shapes

Shape = Callable[..., bytes]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """What a person writes back, as paragraphs or a list of three, and how long they take."""

    words: str
    pieces: tuple[str, ...] = ()
    closing: str = ""
    after_days: float = 0.1


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """Somebody with an address, a mail client, and answers to the letters they may get."""

    name: str
    email: str
    shape: Shape
    replies: dict[str, tuple[Reply, ...]]  # by purpose: first, second ... letter of that kind

    def answer(self, raw: bytes, how_many_before: int) -> Reply | None:
        """What they answer to this letter, the nth of its purpose; None: nothing."""
        letter = message_from_bytes(raw, policy=policy.default)
        answers = self.replies.get(str(letter["X-Mailflow-Letter"]), ())
        return answers[how_many_before] if how_many_before < len(answers) else None


SERVICE = "coffee@mentoring.example"
PASSWORD = "demo-only"  # noqa: S105 - the embedded server listens on loopback for some seconds

KICKOFF = """\
Hello,

I'd like to get better at delegating work to my team.

Why now: we grew from four to eleven people since Christmas and every decision still crosses my desk.
To what end: so that I can spend my mornings with customers again and the team grows up without me.

Tom Okafor <tom@partners.example> - he is outside, I watched him hand over a whole region in a month.
Marguerite Leclerc <marguerite@chamber.example> - also outside, she runs forty volunteers with a phone.
Kenji Mori <kenji@works.example> - inside, our plant manager; nobody there waits for him.

Best,
Priya
"""

TOM_SAYS = (
    "Hand over the outcome, not the steps. Say what good looks like, then leave the how to them.",
    "Write down who decides what. Half of what comes back to your desk is nobody's.",
    "Put a fixed half hour a week in the diary for each of them, and answer questions then.",
)
MARGUERITE_SAYS = (
    "Don't tell people how. Describe the result you want, in one sentence, and let them surprise you.",
    "When they bring you a problem, ask \u201cwhat would you do?\u201d and wait. Silence is the training.",
    "Let small things go wrong. If you rescue people once they will wait for you for ever.",
)
KENJI_SAYS = (
    "Agree on the result first and on the limit of money or time. Inside that they decide alone.",
    "Start with the thing you like doing most. That one is the hardest to let go of.",
)
KENJIS_THIRD = (
    "Third one: never take a task back. If it comes back half done, send it home with one question."
)
PRIYAS_GOAL = (
    "By the end of June I will hand over two decisions a week to Ana and Luis, in writing, with the outcome "
    "and the limit agreed, and I will take none of them back, so that I spend three mornings a week with "
    "customers."
)

PRIYAS_BETTER_GOAL = (
    "By the end of June, beginning with one small decision this Friday, I hand Ana and Luis two decisions a "
    "week in writing, outcome and limit agreed, and take none back; that gives me three mornings with "
    "customers every week."
)
PRIYA = Person(
    name="Priya Nair",
    email="priya@works.example",
    shape=shapes.gmail_web,
    replies={
        "preview": (Reply(words="Yes, looks good, send it."),),
        "synthesis": (Reply(words=PRIYAS_GOAL, after_days=1),),
        "goal_feedback": (Reply(words=PRIYAS_BETTER_GOAL),),
    },
)
TOM = Person(
    name="Tom Okafor",
    email="tom@partners.example",
    shape=shapes.outlook_desktop,
    replies={
        "invitation": (Reply(words="Happy to. Thursday at 10 or Friday after lunch would work for me."),),
        "question": (
            Reply(
                words="Good question. Here is what made the difference for me:",
                pieces=TOM_SAYS,
                closing="Good luck,\nTom",
                after_days=1,
            ),
        ),
    },
)
MARGUERITE = Person(
    name="Marguerite Leclerc",
    email="marguerite@chamber.example",
    shape=shapes.apple_mail,
    replies={
        "invitation": (
            Reply(
                words="What a nice idea. I am buried in the annual meeting, give me a week please.",
                after_days=1,
            ),
        ),
        "question": (Reply(words="Here you go.", pieces=MARGUERITE_SAYS, after_days=1),),
    },
)
KENJI = Person(
    name="Kenji Mori",
    email="kenji@works.example",
    shape=shapes.iphone,
    replies={
        "question": (
            Reply(words="", pieces=KENJI_SAYS, closing="The third when I'm off the train", after_days=1),
        ),
        "more_please": (Reply(words=KENJIS_THIRD, after_days=1),),
    },
)
EXPERTS = (TOM, MARGUERITE, KENJI)
PEOPLE = (PRIYA, *EXPERTS)
