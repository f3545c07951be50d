"""What passes between the house and its airlock: length-prefixed msgpack frames, decoded strictly."""

import struct
from collections.abc import Iterator
from datetime import datetime
from typing import Any, get_args, get_origin

import msgspec

from mailflow.mentoring.events import Event
from mailflow.reading.classify import Correspondent
from mailflow.reading.own_words import Block

LENGTH = struct.Struct("!I")
LONGEST_ANSWER = 16 * 1024 * 1024  # several times what the largest readable text makes


class Request(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One message to open; with `who` and `now`, to understand; with `who` and `in_blocks`, to label."""

    raw: bytes
    who: Correspondent | None = None
    now: datetime | None = None
    in_blocks: bool = False


class Answer(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A record of the class `kind`, encoded, or why there is none."""

    kind: str = ""
    body: bytes = b""
    why: str = ""


class Labelled(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A message in labelled blocks and, where a moment was given, the event it means."""

    blocks: tuple[Block, ...] = ()
    kind: str = ""
    event: bytes = b""


def _members(union: Any) -> Iterator[Any]:
    if get_origin(union) is None and not get_args(union):
        yield union
    for member in get_args(union):
        yield from _members(member)


# msgspec wants tagged records in unions; ours stay plain, so the class travels beside its fields.
EVENTS: dict[str, Any] = {event.__name__: event for event in _members(Event)}
