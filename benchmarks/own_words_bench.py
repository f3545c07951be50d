"""Own words beside other programs: how often exactly what was typed, how fast, and what hostile text does.

What was typed is known of the golden replies: the client added everything else.  Words are compared, not
blanks and list marks.  A sign-off and a name below the text may be kept or left out, by anybody.  Peers are
asked about mails with a text part, the only ones that all of them read; they get that part and, where they
take it, the HTML and our letter too.  The clients of these replies announce every quote in English and with
marks or header blocks that every program knows: other languages and forwards are not compared here.
"""

import re
import statistics
import time
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, closing
from dataclasses import dataclass
from datetime import UTC, datetime
from email import message_from_bytes, policy

from benchmarks import golden, hostile
from benchmarks.peers import LIMIT, PEERS, Peer, Told, installed
from mailflow.airlock import AirlockReader
from mailflow.mentoring.engagement import Standing
from mailflow.ports import UnreadableMessage
from mailflow.reading.classify import Correspondent
from mailflow.reading.message import read_message
from mailflow.reading.mime import MOST_TEXT
from mailflow.reading.own_words import own_words

MEGABYTE = 1024 * 1024
SIZES = (1, 2)
_MOST_ENDING = 3  # lines of sign-off and name
_SHORT = 6  # words in such a line: "Head of Engines | Works Ltd"
_MARK = re.compile(r"^\s*(?:\(?\d{1,2}[.)]|[-*•–])\s+", re.MULTILINE)
_WORD = re.compile(r"\w+")
_NOW = datetime(2026, 12, 1, 9, 30, tzinfo=UTC)
OURS, STRANGER, PLAIN = "mailflow", "mailflow, knowing no letter", "plain reader"


@dataclass(frozen=True, slots=True, kw_only=True)
class Mail:
    """One golden reply as the peers see it."""

    reply: golden.Reply
    text: str
    html: str


def mails() -> list[Mail]:
    """Every golden reply of which it is known what was typed, and which has a text part."""
    found = []
    for reply in golden.replies():
        parsed = message_from_bytes(reply.raw, policy=policy.default)
        text, html = parsed.get_body(("plain",)), parsed.get_body(("html",))
        if reply.typed and text is not None:
            found.append(
                Mail(
                    reply=reply, text=text.get_content(), html=html.get_content() if html is not None else ""
                )
            )
    return found


def words(text: str) -> list[str]:
    """Its words in order, without marks of a list."""
    return _WORD.findall(_MARK.sub("", text).casefold())


def is_exact(own: str, typed: str) -> bool:
    """Whether `own` is what was typed, with or without the sign-off and name below it."""
    lines = [line for line in typed.splitlines() if line.strip()]
    endings = 0
    while endings < min(_MOST_ENDING, len(lines) - 1) and _is_ending(lines[-1 - endings]):
        endings += 1
    told = words(own)
    return any(told == words("\n".join(lines[: len(lines) - left])) for left in range(endings + 1))


def _is_ending(line: str) -> bool:
    is_short = len(words(line)) <= _SHORT and not line.rstrip().endswith((".", "!", "?"))
    return is_short and _MARK.match(line) is None


# --- golden replies ---


def compare_golden() -> None:
    """Print exactness and speed of everybody on the golden replies."""
    found = mails()
    told = _all_told(found)
    ours = statistics.median(one.seconds for one in told[OURS])
    print(
        f"own words exactly as typed, of {len(found)} mails with a text part; computing, ratio to {OURS}'s:"
    )
    for name, answers in told.items():
        exact = sum(is_exact(one.own, mail.reply.typed) for one, mail in zip(answers, found, strict=True))
        usual = statistics.median(one.seconds for one in answers)
        faults = sum(bool(one.fault) for one in answers)
        broken = f"; {faults} not answered" if faults else ""
        print(f"  {name:<28} {exact:5}  {1000 * usual:7.2f} ms  ratio {usual / ours:5.2f}{broken}")
    for name in sorted(PEERS.keys() - told.keys()):
        print(f"  {name:<28} is not installed")
    for one, mail in zip(told[OURS], found, strict=True):
        if not is_exact(one.own, mail.reply.typed):
            print(f"  {OURS} is not exact: {mail.reply.name}")


def _all_told(found: Sequence[Mail]) -> dict[str, list[Told]]:
    """Everybody's answers, mail by mail, so that a busy moment of the machine is busy for all."""
    told: dict[str, list[Told]] = {name: [] for name in (OURS, STRANGER, PLAIN, *installed())}
    with ExitStack() as stack:
        peers = [stack.enter_context(closing(Peer(name))) for name in installed()]
        for mail in found:
            told[OURS].append(_ours(mail, mail.reply.who.ours))
            told[STRANGER].append(_ours(mail, ()))
            told[PLAIN].append(_plain(mail))
            for peer in peers:
                letter = "\n".join(mail.reply.who.ours[-1:])
                told[peer.name].append(peer.read(mail.text, mail.html, letter))
    return told


def _ours(mail: Mail, letters: Sequence[str]) -> Told:
    message = read_message(mail.reply.raw)
    start = time.process_time()
    own = own_words(message, letters).text
    return Told(own=own, seconds=time.process_time() - start)


def _plain(mail: Mail) -> Told:
    start = time.process_time()
    own = "\n".join(line for line in mail.text.splitlines() if not line.lstrip().startswith(">"))
    return Told(own=own, seconds=time.process_time() - start)


# --- hostile text ---


def compare_hostile() -> None:
    """Print what each shape of hostile text costs everybody."""
    names = installed()
    print(f"""hostile text, seconds; the airlock allows {OURS} 5 s of computing, {LIMIT:g} s in all, 512 MiB.
"cut": its reading ends after {MOST_TEXT // 1024} Ki characters, whatever came; it opens, labels, understands.
Peers cut own words alone, of all the text, and have {LIMIT:g} s.  Ratio: to {OURS}.""")
    print(f"  {'':<26} MB  {OURS:>16}" + "".join(f"  {name:>21}" for name in names))
    worst: dict[str, list[float]] = {name: [] for name in (OURS, *names)}
    with ExitStack() as stack:
        reader = stack.enter_context(closing(AirlockReader()))
        peers = [stack.enter_context(closing(Peer(name))) for name in names]
        for shape, size, text in _texts():
            seconds, cell = _in_airlock(reader, text)
            worst[OURS].append(seconds)
            cells = [f"{cell:>16}"]
            for peer in peers:
                took, told = _timed(peer, text)
                worst[peer.name].append(took)
                cells.append(f"{told.fault or f'{took:.2f}, ratio {took / seconds:.1f}':>21}")
            print(f"  {shape:<26} {size:2}  " + "  ".join(cells), flush=True)
    for name, each in worst.items():
        over = ">" if max(each) >= LIMIT else ""
        print(f"  worst of {name}: {over}{max(each):.2f} s, ratio {over}{max(each) / max(worst[OURS]):.1f}")


def _texts() -> Iterator[tuple[str, int, str]]:
    for shape, make in hostile.SHAPES.items():
        for size in SIZES:
            yield shape, size, make(size * MEGABYTE)


def _in_airlock(reader: AirlockReader, text: str) -> tuple[float, str]:
    """How long the product takes, and how to say it."""
    raw, who = hostile.mail(text), Correspondent(seat=1, standing=Standing.ASKED, ours=(hostile.LETTER,))
    start = time.perf_counter()
    try:
        is_cut = "body cut" in reader.open(raw).faults
        start = time.perf_counter()  # the child is warm now
        reader.understand(raw, who, _NOW)
    except UnreadableMessage as fault:
        return time.perf_counter() - start, f"refused: {fault}"
    seconds = time.perf_counter() - start
    return seconds, f"{seconds:.2f}{', cut' if is_cut else ''}"


def _timed(peer: Peer, text: str) -> tuple[float, Told]:
    """How long its answer took, pipes included as for us; the limit where none came."""
    peer.read("")  # the child is warm now
    start = time.perf_counter()
    told = peer.read(text)
    return LIMIT if told.fault else time.perf_counter() - start, told
