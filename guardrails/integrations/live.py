"""An event stream that is shown while it arrives: which of its bytes may go, and what is left to say at the end."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Final, NamedTuple

from guardrails.integrations.answers import Reply
from guardrails.integrations.exchange import Exchange
from guardrails.integrations.sse import Arrived, Splitter, parse
from guardrails.integrations.wire.api import Assembled, CutStreamError, ErrorEventError, Live, Piece, Place, Sent
from guardrails.streaming import Release, Releases
from guardrails.types import Request, Response, Result

if TYPE_CHECKING:
    import httpx

__all__ = ["EventGate"]

_ODD: Final = (CutStreamError, ErrorEventError, AttributeError, LookupError, TypeError, ValueError)
"""What an event that is none of its API's raises: the whole stream is read again at its end, which says what it is."""


class _Adds(NamedTuple):
    """A piece of a text, and how far the text must be cleared for it to go."""

    channel: _Channel
    text: str
    need: int


class _Waiting(NamedTuple):
    """A block of the stream, and what it adds to which texts."""

    raw: bytes
    adds: Sequence[_Adds]


class _Channel:
    """One text of the answer. A text that is JSON is judged by its leaves, so none of it goes early."""

    __slots__ = ("_begun", "_left", "_release", "arrived", "cleared", "shown")

    def __init__(self, release: Release) -> None:
        self._release: Release | None = release
        self._left, self._begun = "", False
        self.arrived = self.cleared = 0
        self.shown: list[str] = []

    def feed(self, text: str) -> bool:
        """Take more of it; whether more of it is cleared now."""
        self.arrived += len(text)
        if self._release is None:
            return False
        self._left += text
        if not self._begun and (stripped := self._left.lstrip()):
            self._begun = True
            if stripped[0] in "{[":
                self._release = None
                return False
        now = self._release.feed(text)
        if not now:
            return False
        if not self._left.startswith(now):  # a layer rewrites: the bytes that came cannot stand for what it says
            self._release = None
            return False
        self.cleared, self._left = self.cleared + len(now), self._left[len(now) :]
        return True


class EventGate:
    """The `Relay` of an event stream. It belongs to one call; bytes go in and out as they came.

    *exchange* makes the whole answer of what came. An event goes out when the texts it adds to are cleared as far as it
    says and every event before it is out; one that says more than that waits for the end, with all that follow it.
    *answer* is the upstream's, once there is one.
    """

    def __init__(self, live: Live, exchange: Exchange, releases: Releases) -> None:
        self._live, self._exchange, self._releases = live, exchange, releases
        self.answer: httpx.Response | None = None
        self._size = 0  # bytes that are out
        self._paths: Mapping[str, str] = {}
        self._start(exchange.request)

    def begin(self, request: Request, /, *, silent: bool = False) -> None:
        self._start(request)
        # A layer that asks again replaces what was said first: nothing may follow what was shown of that.
        self._open, self.answer = not silent and not self._size, None

    def _start(self, request: Request) -> None:
        self._request, self._open = request, True
        self._raw: list[bytes] = []
        self._read = 0  # bytes that the assembler knows
        self._splitter, self._assembler = Splitter(), self._live.assembler()
        self._queue: deque[_Waiting] = deque()
        if not self._size:
            self._channels: dict[Place, _Channel] = {}

    def feed(self, item: bytes, /) -> Sequence[bytes]:
        self._raw.append(item)
        if not self._open:
            return ()
        cleared = False
        for arrived in self._splitter.feed(item):
            new = self._take(arrived)
            if new is None:
                self._open = False
                break
            cleared = cleared or new
        shown = self._going() if cleared else b""
        return (shown,) if shown else ()

    def reply(self) -> Response:
        raw = b"".join(self._raw)
        response = self._exchange.gathered(self.answer, raw, self._assembled(raw))
        self._paths = self._shown_at(response)
        shown = {path: len(text) for path, text in self._paths.items()}
        return replace(response, texts=tuple(replace(t, shown=shown.get(t.path, 0)) for t in response.texts))

    def agrees(self, response: Response, /) -> bool:
        said = {text.path: text.text for text in response.texts}
        return response.refusal is not None or all(
            said[path].startswith(shown) for path, shown in self._paths.items() if path in said
        )

    def rest(self, result: Result, /) -> Iterator[bytes]:
        """Nothing where nothing was shown: the answer is then rendered whole, with a status and headers of its own."""
        if self._size:
            raw = b"".join(self._raw)
            sent = Sent(raw=raw[: self._size], shown=self._shown())
            if rest := self._exchange.rest(result, sent, raw[self._size :]):
                yield rest

    def _take(self, arrived: Arrived) -> bool | None:
        """Whether anything that waits may go now; ``None`` if nothing may before the end."""
        if arrived.event is None:
            pieces: Sequence[Piece] | None = ()
        else:
            try:
                value = self._assembler.add(arrived.event)
                pieces = None if value is None else self._live.pieces(value, arrived.event.name)
            except _ODD:
                self._read = -1
                return None
        self._read += len(arrived.raw)
        return None if pieces is None else self._wait(arrived.raw, pieces)

    def _wait(self, raw: bytes, pieces: Sequence[Piece]) -> bool:
        new, adds = False, []
        for place, text in pieces:
            channel = self._channel(place)
            if text:
                new = channel.feed(text) or new
                adds.append(_Adds(channel, text, channel.arrived))
        self._queue.append(_Waiting(raw, adds))
        return new or not adds

    def _channel(self, place: Place) -> _Channel:
        channel = self._channels.get(place)
        if channel is None:
            channel = self._channels[place] = _Channel(self._releases(self._request))
        return channel

    def _going(self) -> bytes:
        """Take from the queue what may go."""
        queue = self._queue
        if not self._size:  # before there is text to show, the answer may still become another one
            said = next((waiting for waiting in queue if waiting.adds), None)
            if said is None or not _may_go(said):
                return b""
        going: list[bytes] = []
        while queue and _may_go(queue[0]):
            raw, adds = queue.popleft()
            for channel, text, _ in adds:
                channel.shown.append(text)
            going.append(raw)
        shown = b"".join(going)
        self._size += len(shown)
        return shown

    def _assembled(self, raw: bytes) -> Assembled | None:
        """What the stream amounts to, if it was read from its beginning; ``None`` also for one that has a fault."""
        if self._read <= 0:
            return None
        try:
            for event in parse(raw[self._read :]):
                self._assembler.add(event)
            return self._assembler.whole()
        except _ODD:
            return None

    def _shown(self) -> dict[Place, str]:
        return {place: "".join(channel.shown) for place, channel in self._channels.items()}

    def _shown_at(self, response: Response) -> Mapping[str, str]:
        """What was shown, by path, unless the end of the stream says otherwise: the upstream's own contradiction."""
        if not self._size:
            return {}
        paths = self._live.paths(response.native.body) if isinstance(response.native, Reply) else {}
        said = {text.path: text.text for text in response.texts}
        shown = {paths[place]: text for place, text in self._shown().items() if text and place in paths}
        return {path: text for path, text in shown.items() if said.get(path, "").startswith(text)}


def _may_go(waiting: _Waiting) -> bool:
    return not any(channel.cleared < need for channel, _, need in waiting.adds)
