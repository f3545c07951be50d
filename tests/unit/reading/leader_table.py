"""What leaders reply, and what each reply means: (stage, letter replied to, seat it is about) -> rows."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from mailflow.identity import Purpose
from mailflow.mentoring.engagement import NamedExpert, Stage
from mailflow.mentoring.events import (
    CancelWanted,
    Chatted,
    Confirmed,
    Event,
    GoalWorded,
    HeardInPerson,
    HoldWanted,
    KickoffRead,
    NotUnderstood,
    NudgeWanted,
    ProgressAsked,
    RelayAnswered,
    ResumeWanted,
    SubstituteNamed,
    ThreadDrawn,
    WaitWanted,
)

Meaning = Event | type[Event] | Callable[[Event], bool]


@dataclass(frozen=True, slots=True)
class Row:
    """One reply, where it comes in, and what it means: an event, a kind of event, or a test of it."""

    stage: Stage
    purpose: Purpose
    about: int
    words: str
    meaning: Meaning

    @property
    def id(self) -> str:
        """Its place and its words, for the name of the test."""
        return f"{self.purpose.value}-{self.words[:50]}"


def _rows(stage: Stage, purpose: Purpose, *rows: tuple[str, Meaning], about: int = 0) -> tuple[Row, ...]:
    return tuple(Row(stage, purpose, about, words, meaning) for words, meaning in rows)


def _all(stage: Stage, purpose: Purpose, meaning: Meaning, *words: str) -> tuple[Row, ...]:
    return tuple(Row(stage, purpose, 0, one, meaning) for one in words)


def _kickoff(**said: object) -> Meaning:
    """A kickoff that says just this of capability, why_now, to_what_end, horizon_months."""

    def is_so(event: Event) -> bool:
        fields = ("capability", "why_now", "to_what_end", "horizon_months")
        empty = {"capability": "", "why_now": "", "to_what_end": "", "horizon_months": None}
        return (
            isinstance(event, KickoffRead)
            and {name: getattr(event.kickoff, name) for name in fields} == {**empty, **said}
            and not event.kickoff.experts
        )

    return is_so


def _experts(*people: str) -> Meaning:
    """A kickoff that names these experts ("Name, address, side") and nothing else."""

    def is_so(event: Event) -> bool:
        if not isinstance(event, KickoffRead) or event.kickoff.capability:
            return False
        return [_written(one) for one in event.kickoff.experts] == list(people)

    return is_so


def _written(expert: NamedExpert) -> str:
    side = expert.side.value if expert.side.value != "unknown" else ""
    return ", ".join(part for part in (expert.name, expert.email, side) if part)


def _insists(event: Event) -> bool:
    return isinstance(event, KickoffRead) and event.insists and event.kickoff.is_empty


def _named(seat: int, name: str, email: str) -> Meaning:
    return SubstituteNamed(seat=seat, expert=NamedExpert(name=name, email=email))


def _heard(seat: int, *texts: str) -> Meaning:
    def is_so(event: Event) -> bool:
        return (
            isinstance(event, HeardInPerson)
            and event.seat == seat
            and [piece.text for piece in event.pieces] == list(texts)
        )

    return is_so


ADA, GRACE, MARY = (
    "Ada Lovelace, ada@x.example",
    "Grace Hopper, grace@y.example",
    "Mary Jackson, mary@z.example",
)

YES = _all(
    Stage.PREVIEW,
    Purpose.PREVIEW,
    Confirmed(),
    "Yes",
    "yes please",
    "Yep, go.",
    "Yes, send it.",
    "Looks good, send it!",
    "Go",
    "go ahead please",
    "OK",
    "Ok, thanks!",
    "Sure thing.",
    "Perfect, thank you",
    "Approved.",
    "I approve.",
    "Sounds good to me, please proceed.",
    "All good, off you go!",
    "LGTM",
    "That's right, ship it",
    "Fine by me.",
    "Works for me!",
    "Hi,\n\nthat looks great. Please send all three.\n\nThanks,\nLee",
    "Yes! I can't wait.",
    "No changes, go ahead.",
    "No objections, send them.",
    "Why not, go for it!",
    "Yes.\n\nIt took me a while to read it all, what a nice text. I am curious what they say.",
    "Yes, send it. How long does it usually take?",
    "It's a yes from me.",
    "Happy with that.",
    "\U0001f44d",
    "\u2705 go",
    "Ja",
    "Ja, passt so.",
    "Ja bitte, gerne so abschicken. Danke!",
    "Sieht gut aus, los geht's!",
    "Passt. Kann so raus.",
    "Einverstanden, vielen Dank",
    "Keine \u00c4nderungen, bitte senden",
    "Oui",
    "Oui, c'est parfait, allez-y !",
    "C\u2019est bon pour moi, vous pouvez envoyer.",
    "D'accord, merci",
    "Tr\u00e8s bien, envoyez.",
    "S\u00ed",
    "si",
    "S\u00ed, adelante.",
    "Vale, perfecto, env\u00edalo.",
    "Est\u00e1 todo bien, de acuerdo. Gracias",
)
NO = _all(
    Stage.PREVIEW,
    Purpose.PREVIEW,
    CancelWanted(),
    "No",
    "No thanks.",
    "No, let's not do this.",
    "Cancel",
    "Please cancel.",
    "Please don't send anything.",
    "Sorry, I changed my mind.",
    "Forget it.",
    "Never mind, thanks",
    "That wasn't me.",
    "Nein",
    "Nein danke, lieber nicht.",
    "Bitte abbrechen",
    "Non merci",
    "J'ai chang\u00e9 d'avis, annulez.",
    "No, gracias",
    "Mejor no. Canc\u00e9lalo, por favor.",
)
NEITHER = _all(
    Stage.PREVIEW,
    Purpose.PREVIEW,
    NotUnderstood,
    "Yes, but please wait until Monday.",
    "Yes, if Grace is back from holiday.",
    "Yes once I have spoken to Ada.",
    "Looks good, but the tone is too stiff.",
    "Yes, except the bit about the reorganisation.",
    "Almost! Let me think about it.",
    "OK, who will see this?",
    "Could you send it tomorrow instead?",
    "Not yet.",
    "Don't send it yet.",
    "I am not sure. Maybe.",
    "There is a typo in the first line",
    "Can I still change something later?",
    "I hope they say yes",
    "It's not ok like this",
    "No, Grace spells her name differently.",
    "Thanks, received.",
    "Ja, aber bitte erst n\u00e4chste Woche.",
    "Noch nicht abschicken",
    "Ja, wenn Grace wieder da ist",
    "Oui, mais pas avant lundi.",
    "Si Grace est d'accord, oui.",
    "S\u00ed, pero espera hasta el lunes.",
    "Si puedes, cambia el tono.",
    "ok?",
)
CORRECTIONS = _rows(
    Stage.PREVIEW,
    Purpose.PREVIEW,
    (
        "Yes, but please ask Hana Sato <hana@w.example> instead of Grace.",
        _experts(ADA, "Hana Sato, hana@w.example", MARY),
    ),
    ("Swap Mary for Hana Sato (hana@w.example), please", _experts(ADA, GRACE, "Hana Sato, hana@w.example")),
    (
        "Grace's address is grace.hopper@navy.example",
        _experts(ADA, "Grace Hopper, grace.hopper@navy.example", MARY),
    ),
    ("Please use ada@new.example for Ada.", _experts("Ada Lovelace, ada@new.example", GRACE, MARY)),
    (
        "Mary has a new address: m.jackson@nasa.example. Otherwise perfect!",
        _experts(ADA, GRACE, "Mary Jackson, m.jackson@nasa.example"),
    ),
    (
        "Hana Sato <hana@w.example> instead of Grace, and Kenji Mori <kenji@v.example> instead of Mary.",
        _experts(ADA, "Hana Sato, hana@w.example", "Kenji Mori, kenji@v.example"),
    ),
    ("Bitte Hana Sato <hana@w.example> statt Ada.", _experts("Hana Sato, hana@w.example", GRACE, MARY)),
    ("Remplacez Grace par Hana Sato <hana@w.example>", _experts(ADA, "Hana Sato, hana@w.example", MARY)),
    ("Hana Sato <hana@w.example> en lugar de Mary", _experts(ADA, GRACE, "Hana Sato, hana@w.example")),
    ("Mary is inside, not outside.", _experts(ADA, GRACE, f"{MARY}, inside")),
    ("The capability should read: saying no to clients", _kickoff(capability="saying no to clients")),
    ("Capability: saying no", _kickoff(capability="saying no")),
    ("Please change the capability to running meetings.", _kickoff(capability="running meetings")),
    (
        "Make it \u201csaying no to clients\u201d instead of delegating",
        _kickoff(capability="saying no to clients"),
    ),
    ("Die F\u00e4higkeit soll lauten: Nein sagen", _kickoff(capability="Nein sagen")),
    ("Why now: we lost two clients in March.", _kickoff(why_now="we lost two clients in March")),
    ("To what end: evenings at home.", _kickoff(to_what_end="evenings at home")),
    ("Horizon: six months", _kickoff(horizon_months=6)),
    ("Please set the horizon to 12 months", _kickoff(horizon_months=12)),
    ("The why now should be that we lost two clients", _kickoff(why_now="we lost two clients")),
)
NO_CORRECTIONS = _rows(
    Stage.PREVIEW,
    Purpose.PREVIEW,
    ("Yes, send it, because I really want to get better at this.", Confirmed()),
    ("Yes, looking forward to getting better at delegating!", Confirmed()),
    ("Yes\n\nLee Ader\nlee.ader@private.example", Confirmed()),
    ("Also ask Hana Sato <hana@w.example>", NotUnderstood),
    ("Status?", ProgressAsked()),
)
GAPS = _rows(
    Stage.DRAFT,
    Purpose.KICKOFF_GAPS,
    ("mary@z.example", _experts("Mary Jackson, mary@z.example")),
    ("Her address is mj1953@z.example", _experts("Mary Jackson, mj1953@z.example")),
    ("Mary's address: mary.j@z.example", _experts("Mary Jackson, mary.j@z.example")),
    ("Mary Jackson <mary@z.example>, outside", _experts("Mary Jackson, mary@z.example, outside")),
    ("Sorry! It's Mary Jackson, mary@z.example", _experts("Mary Jackson, mary@z.example")),
    ("Ihre Adresse ist mj1953@z.example", _experts("Mary Jackson, mj1953@z.example")),
    (
        "Ada Lovelace <ada@x.example>\nGrace Hopper <grace@y.example>\nMary Jackson <mary@z.example>",
        _experts(ADA, GRACE, MARY),
    ),
    ("Ada Lovelace\nGrace Hopper\nHana Sato", _experts("Ada Lovelace", "Grace Hopper", "Hana Sato")),
    ("Capability: delegating", _kickoff(capability="delegating")),
    ("I know it is broad, but leadership it is, please.", _kickoff(capability="leadership")),
    ("The capability is running meetings", _kickoff(capability="running meetings")),
    ("Delegating", _kickoff(capability="Delegating")),
    ("Let's start with giving feedback.", _kickoff(capability="giving feedback")),
    ("I'd take delegating first", _kickoff(capability="delegating")),
    ("the second one", _kickoff(capability="giving feedback")),
    ("Lieber Nein sagen", _kickoff(capability="Nein sagen")),
    ("I want to get better at chairing the works council", _kickoff(capability="chairing the works council")),
    ("9 months", _kickoff(horizon_months=9)),
    ("Let's say half a year", _kickoff(horizon_months=6)),
    ("Why now: the board wants a plan by May.", _kickoff(why_now="the board wants a plan by May")),
    ("As written.", _insists),
    ("It stands", _insists),
    ("It really is one thing.", _insists),
    ("Yes, keep it as it is please", _insists),
    ("Es bleibt so.", _insists),
    ("Tel quel, s'il vous pla\u00eet", _insists),
    ("cancel", CancelWanted()),
)
ORDERS = _rows(
    Stage.GATHERING,
    Purpose.UNDER_WAY,
    ("Status?", ProgressAsked()),
    ("How does it stand?", ProgressAsked()),
    ("How is it going?", ProgressAsked()),
    ("Hi, any news from the three?\n\nBest,\nLee", ProgressAsked()),
    ("Has Grace answered yet?", ProgressAsked()),
    ("Wie ist der Stand?", ProgressAsked()),
    ("O\u00f9 en sommes-nous ?", ProgressAsked()),
    ("\u00bfC\u00f3mo va?", ProgressAsked()),
    ("pause", HoldWanted()),
    ("Please pause this for now.", HoldWanted()),
    ("Put everything on hold, I am ill.", HoldWanted()),
    ("Bitte pausieren", HoldWanted()),
    ("Mettez en pause, merci", HoldWanted()),
    ("Pausa, por favor", HoldWanted()),
    ("resume", ResumeWanted()),
    ("Please resume.", ResumeWanted()),
    ("You can carry on now", ResumeWanted()),
    ("Bitte weitermachen", ResumeWanted()),
    ("On reprend !", ResumeWanted()),
    ("cancel", CancelWanted()),
    ("Please cancel this.", CancelWanted()),
    ("Let's stop this, I have changed jobs.", CancelWanted()),
    ("Bitte abbrechen", CancelWanted()),
    ("Please don't cancel", NotUnderstood),
    ("Can I cancel this at any time?", NotUnderstood),
    ("Please remind Grace", NudgeWanted(seat=2)),
    ("Could you give Mary a gentle nudge?", NudgeWanted(seat=3)),
    ("nudge", NudgeWanted(seat=0)),
    ("Bitte erinnere Ada", NudgeWanted(seat=1)),
    ("Peux-tu relancer Mary ?", NudgeWanted(seat=3)),
    ("Recu\u00e9rdale a Grace, por favor", NudgeWanted(seat=2)),
    ("No need to remind Grace, I'll talk to her.", WaitWanted(seat=2)),
    ("Let's wait for Grace", WaitWanted(seat=2)),
    ("Give Mary more time please", WaitWanted(seat=3)),
    ("Ada braucht mehr Zeit", WaitWanted(seat=1)),
    ("Thanks!", Chatted(seat=0)),
    ("Great news, thank you very much", Chatted(seat=0)),
    ("Merci beaucoup", Chatted(seat=0)),
    ("What is the weather like?", NotUnderstood),
    ("Please ask Hana Sato <hana@w.example> instead of Grace", _named(2, "Hana Sato", "hana@w.example")),
    ("Ask hana@w.example (Hana Sato) instead of Grace", _named(2, "Hana Sato", "hana@w.example")),
    ("Ada's new email: ada@new.example", _named(1, "", "ada@new.example")),
    ("Who's still outstanding?", ProgressAsked()),
    ("instead of Ada: Hana Sato, hana@w.example", _named(1, "Hana Sato", "hana@w.example")),
)
SEAT_OPEN = _rows(
    Stage.GATHERING,
    Purpose.SEAT_OPEN,
    ("Yes, ask Hana Sato <hana@w.example>", _named(2, "Hana Sato", "hana@w.example")),
    ("Hana Sato, hana@w.example", _named(2, "Hana Sato", "hana@w.example")),
    ("Hana Sato <hana@w.example> please. Thanks, Lee", _named(2, "Hana Sato", "hana@w.example")),
    ("His address is gh@navy.example", _named(2, "", "gh@navy.example")),
    ("Her new email is grace.hopper@navy.example.", _named(2, "", "grace.hopper@navy.example")),
    ("gh@navy.example", _named(2, "", "gh@navy.example")),
    ("Ihre Adresse ist gh@navy.example", _named(2, "", "gh@navy.example")),
    ("Fragen Sie bitte Hana Sato (hana@w.example)", _named(2, "Hana Sato", "hana@w.example")),
    ("Demandez \u00e0 Hana Sato <hana@w.example>", _named(2, "Hana Sato", "hana@w.example")),
    ("Pregunta a Hana Sato <hana@w.example>", _named(2, "Hana Sato", "hana@w.example")),
    ("Ask Hana Sato", _named(2, "Hana Sato", "")),
    ("Hana Sato", _named(2, "Hana Sato", "")),
    ("Try Hana Sato at hana@w.example", _named(2, "Hana Sato", "hana@w.example")),
    ("wait", WaitWanted(seat=2)),
    ("Wait two weeks", WaitWanted(seat=2, until=date(2026, 3, 17))),
    ("I'll ask her myself", WaitWanted(seat=2)),
    ("Warten wir noch.", WaitWanted(seat=2)),
    about=2,
)
THREE = ("Hand over outcomes", "Write down who decides", "Never take it back")
HEARD = _rows(
    Stage.GATHERING,
    Purpose.COFFEE_ACCEPTED,
    (
        "Grace told me:\n1. Hand over outcomes\n2. Write down who decides\n3. Never take it back",
        _heard(2, *THREE),
    ),
    (
        "Grace told me: 1. Hand over outcomes 2. Write down who decides 3. Never take it back",
        _heard(2, *THREE),
    ),
    (
        "Coffee with Mary. She said:\n\n- Hand over outcomes\n- Write down who decides\n- Never take it back",
        _heard(3, *THREE),
    ),
    (
        "Ada's three:\n1) Hand over outcomes\n2) Write down who decides\n3) Never take it back\n\nBest,\nLee",
        _heard(1, *THREE),
    ),
    (
        "Grace hat mir gesagt:\n1. Hand over outcomes\n2. Write down who decides\n3. Never take it back",
        _heard(2, *THREE),
    ),
    (
        "Mary m\u2019a dit :\n1. Hand over outcomes\n2. Write down who decides\n3. Never take it back",
        _heard(3, *THREE),
    ),
    ("Ada me dijo:\n1. Hand over outcomes\n2. Write down who decides", _heard(1, *THREE[:2])),
)
RELAY = _rows(
    Stage.GATHERING,
    Purpose.QUESTION_RELAY,
    ("My own team of eleven.", RelayAnswered(seat=2, words="My own team of eleven.")),
    ("Yes", RelayAnswered(seat=2, words="Yes")),
    ("Wait and see, I would say.", RelayAnswered(seat=2, words="Wait and see, I would say.")),
    ("Status?", ProgressAsked()),
    about=2,
)
THREADS = _rows(
    Stage.COMPLETE,
    Purpose.SYNTHESIS,
    ("B", ThreadDrawn(candidate=1)),
    ("b.", ThreadDrawn(candidate=1)),
    ("B please", ThreadDrawn(candidate=1)),
    ("Option A it is", ThreadDrawn(candidate=0)),
    ("I'd go with C", ThreadDrawn(candidate=2)),
    ("The second one", ThreadDrawn(candidate=1)),
    ("Ich nehme B", ThreadDrawn(candidate=1)),
    ("Je prends la B", ThreadDrawn(candidate=1)),
    ("none of these", ThreadDrawn()),
    ("None of them fits, sorry.", ThreadDrawn()),
    ("Keiner davon", ThreadDrawn()),
    ("Aucun", ThreadDrawn()),
    ("2, 5 and 7 belong together, call it saying no", ThreadDrawn(pieces=(2, 5, 7), label="saying no")),
    ("2, 5 and 7 belong together: saying no.", ThreadDrawn(pieces=(2, 5, 7), label="saying no")),
    (
        "I\u2019d say 2, 5 & 7 \u2013 it\u2019s all about saying no",
        ThreadDrawn(pieces=(2, 5, 7), label="saying no"),
    ),
    ("2 5 7: saying no", ThreadDrawn(pieces=(2, 5, 7), label="saying no")),
    ("2/5/7 = saying no", ThreadDrawn(pieces=(2, 5, 7), label="saying no")),
    ("The common thread for me is saying no: 2, 5, 7", ThreadDrawn(pieces=(2, 5, 7), label="saying no")),
    (
        "I see it differently: 2, 5 and 7 are about saying no",
        ThreadDrawn(pieces=(2, 5, 7), label="saying no"),
    ),
    ("2+5+7", ThreadDrawn(pieces=(2, 5, 7))),
    (
        "For me numbers 2, 5 and 7 go together. I would call it \u201csaying no\u201d.",
        ThreadDrawn(pieces=(2, 5, 7), label="saying no"),
    ),
    ("The thread is saying no (2, 5, 7)", ThreadDrawn(pieces=(2, 5, 7), label="saying no")),
    (
        "2, 5 und 7 geh\u00f6ren zusammen, nenn es Nein sagen",
        ThreadDrawn(pieces=(2, 5, 7), label="Nein sagen"),
    ),
    ("2, 5 et 7 vont ensemble, appelez \u00e7a dire non", ThreadDrawn(pieces=(2, 5, 7), label="dire non")),
    ("2, 5 y 7 van juntas, ll\u00e1malo decir no", ThreadDrawn(pieces=(2, 5, 7), label="decir no")),
)
GOAL = "By the end of June I will hand over two decisions a week to Ana and Luis."
GOALS = _rows(
    Stage.COMPLETE,
    Purpose.SYNTHESIS,
    (GOAL, GoalWorded(words=GOAL, missing=())),
    (f"Hi,\n\n{GOAL}\n\nBest,\nLee", GoalWorded(words=GOAL, missing=())),
    (f"My goal: {GOAL}", GoalWorded(words=GOAL, missing=())),
    ("I want to delegate more.", GoalWorded(words="I want to delegate more.", missing=())),
    ("Bis Ende Juni gebe ich jede Woche zwei Entscheidungen ab.", GoalWorded),
    ("D'ici fin juin, je d\u00e9l\u00e8gue deux d\u00e9cisions par semaine.", GoalWorded),
    ("Para finales de junio delego dos decisiones por semana.", GoalWorded),
    ("I will stop taking tasks back and wait two days before I ask.", GoalWorded),
    ("It stands.", GoalWorded(words="", missing=(), insists=True)),
    ("I accept the goal as drafted", GoalWorded(words="", missing=(), insists=True)),
    ("Leave it, it's final.", GoalWorded(words="", missing=(), insists=True)),
    ("Es bleibt dabei.", GoalWorded(words="", missing=(), insists=True)),
    ("As\u00ed queda", GoalWorded(words="", missing=(), insists=True)),
    ("Thank you so much!", Chatted(seat=0)),
    ("What does the third piece mean, do you think?", NotUnderstood),
    ("cancel", CancelWanted()),
    ("pause", HoldWanted()),
)
CHECK_INS = _rows(
    Stage.GOAL_SET,
    Purpose.CHECK_IN,
    ("Done", Chatted(seat=0)),
    ("going", Chatted(seat=0)),
    ("Stuck, to be honest.", Chatted(seat=0)),
    ("pause", HoldWanted()),
    ("Please cancel the check-ins", CancelWanted()),
)
TABLE = (
    *YES,
    *NO,
    *NEITHER,
    *CORRECTIONS,
    *NO_CORRECTIONS,
    *GAPS,
    *ORDERS,
    *SEAT_OPEN,
    *HEARD,
    *RELAY,
    *THREADS,
    *GOALS,
    *CHECK_INS,
)
