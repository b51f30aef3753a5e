"""What an API has to say about its JSON so that a transport can guard it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple, Protocol, TypeAlias

from guardrails.integrations.sse import Event, parse
from guardrails.integrations.wire.jsons import JsonObject
from guardrails.types import Text

__all__ = [
    "Assembled",
    "Assembler",
    "CutStreamError",
    "ErrorEventError",
    "Live",
    "Piece",
    "Place",
    "Refusal",
    "Sent",
    "UnreadableError",
    "Wire",
]


class UnreadableError(Exception):
    """A request holds what cannot be guarded. The message is ours and safe to show."""


class CutStreamError(Exception):
    """An event stream ended before the answer did."""


class ErrorEventError(Exception):
    """The upstream reported an error inside its stream."""

    def __init__(self, event: Event) -> None:
        self.event = event
        super().__init__("the upstream reported an error inside its event stream")


@dataclass(frozen=True, slots=True, kw_only=True)
class Refusal:
    """A withheld answer, to be rendered natively. *created* is in seconds since 1970."""

    text: str = field(repr=False)
    call_id: str
    created: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Assembled:
    """The whole body an event stream amounts to. *faithful*: its events say nothing that *body* does not say."""

    body: JsonObject
    faithful: bool = True


class Assembler(Protocol):
    """Makes one body of an event stream while it arrives."""

    def add(self, event: Event, /) -> JsonObject | None:
        """Take the next event; return its JSON, or ``None`` for one that has none. Raises `CutStreamError` for half an
        event, `ErrorEventError` for the upstream's own error."""
        ...

    def whole(self) -> Assembled:
        """The stream has ended. Raises `CutStreamError` when it was before the answer did."""
        ...


class Piece(NamedTuple):
    """What one event adds to the text at *place*; nothing, if it only announces it."""

    place: Place
    text: str


Place: TypeAlias = tuple[int, ...]
"""Where in an answer a streamed text stands, in the API's own numbers."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sent:
    """What of a stream has gone out: its bytes, and the beginning of the text at each place it spoke of."""

    raw: bytes = field(repr=False)
    shown: Mapping[Place, str] = field(repr=False)

    @property
    def events(self) -> Sequence[Event]:
        """What went out, read again."""
        return parse(self.raw)


@dataclass(frozen=True, slots=True, kw_only=True)
class Live:
    """How an API's answer is told apart while it arrives.

    *assembler* makes one body of it. *pieces* is what an event's JSON adds to which texts, given the event's name, or
    ``None`` for one that may say more than that and has to wait. *paths* tells where the texts stand in the whole body.
    *resume* is what is still to be said of a body, given the request's, when part of it was sent; *cut_off* makes of a
    withheld answer's body one that what was sent fits into.
    """

    assembler: Callable[[], Assembler]
    pieces: Callable[[JsonObject, str], Sequence[Piece] | None]
    paths: Callable[[JsonObject], Mapping[Place, str]]
    resume: Callable[[JsonObject, JsonObject, Sent], list[Event]]
    cut_off: Callable[[JsonObject, Sent], JsonObject]


def _nothing(_: JsonObject) -> tuple[Text, ...]:
    return ()


def _as_is(_: JsonObject, after: JsonObject) -> JsonObject:
    return after


@dataclass(frozen=True, slots=True, kw_only=True)
class Wire:
    """One API. *inputs* maps a request's body to its texts, *outputs* a response's body, given the request's.

    *shape*: the key without which a response is none of this API (``None``: any will do). *opaque*: a response holds
    no text and is not parsed. *refuse* renders a withheld answer from the upstream's body, if there was one, and the
    request's (``None``: only an error can say it). *settle* puts right what an edit made stale, given the body before
    and after. *assemble* and *replay* turn an event stream into one body and back. *live* is there where a stream can
    be shown while it arrives.
    """

    name: str
    inputs: Callable[[JsonObject], tuple[Text, ...]] = _nothing
    outputs: Callable[[JsonObject, JsonObject], tuple[Text, ...]] = lambda _, __: ()
    shape: str | None = None
    opaque: bool = False
    refuse: Callable[[JsonObject | None, JsonObject, Refusal], JsonObject] | None = None
    settle: Callable[[JsonObject, JsonObject], JsonObject] = _as_is
    assemble: Callable[[Sequence[Event]], Assembled] | None = None
    replay: Callable[[JsonObject, JsonObject], list[Event]] | None = None
    stamp: Callable[[Sequence[Event], JsonObject], list[Event]] | None = None
    live: Live | None = None
