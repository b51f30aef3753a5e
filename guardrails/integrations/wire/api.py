"""What an API has to say about its JSON so that a transport can guard it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from guardrails.integrations.sse import Event
from guardrails.integrations.wire.jsons import JsonObject
from guardrails.types import Text

__all__ = ["Assembled", "CutStreamError", "ErrorEventError", "Refusal", "UnreadableError", "Wire"]


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
    and after. *assemble* and *replay* turn an event stream into one body and back.
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
