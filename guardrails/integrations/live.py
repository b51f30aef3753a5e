"""An event stream that is shown while it arrives: which of its bytes may go, and what is left to say at the end."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from guardrails.integrations.answers import Reply
from guardrails.integrations.exchange import Exchange
from guardrails.integrations.sse import Arrived, Event, Splitter
from guardrails.integrations.wire.api import Live, Piece, Place, Sent
from guardrails.streaming import Release, Releases
from guardrails.types import Request, Response, Result

if TYPE_CHECKING:
    import httpx

__all__ = ["EventGate"]


@dataclass(frozen=True, slots=True)
class _Waiting:
    """A block of the stream, what it says, and how far the texts it belongs to must be cleared for it to go."""

    arrived: Arrived
    pieces: Sequence[Piece]
    needs: tuple[tuple[_Channel, int], ...]

    @property
    def may_go(self) -> bool:
        return all(channel.cleared >= need for channel, need in self.needs)


class _Channel:
    """One text of the answer. A text that is JSON is judged by its leaves, so none of it goes early."""

    __slots__ = ("_begun", "_left", "_release", "arrived", "cleared")

    def __init__(self, release: Release) -> None:
        self._release: Release | None = release
        self._left, self._begun = "", False
        self.arrived = self.cleared = 0

    def feed(self, text: str) -> None:
        self.arrived += len(text)
        if self._release is None:
            return
        self._left += text
        if not self._begun and (stripped := self._left.lstrip()):
            self._begun = True
            if stripped[0] in "{[":
                self._release = None
                return
        now = self._release.feed(text)
        if self._left.startswith(now):
            self.cleared, self._left = self.cleared + len(now), self._left[len(now) :]
        else:  # a layer rewrites: the bytes that came cannot stand for what it says
            self._release = None


class EventGate:
    """The `Relay` of an event stream. It belongs to one call; bytes go in and out as they came.

    *exchange* makes the whole answer of what came. An event goes out when the texts it adds to are cleared as far as it
    says and every event before it is out; one that says more than that waits for the end, with all that follow it.
    *answer* is the upstream's, once there is one.
    """

    def __init__(self, live: Live, exchange: Exchange, releases: Releases) -> None:
        self._live, self._exchange, self._releases = live, exchange, releases
        self.answer: httpx.Response | None = None
        self._request = exchange.request
        self._raw: list[bytes] = []
        self._splitter = Splitter()
        self._queue: deque[_Waiting] = deque()
        self._channels: dict[Place, _Channel] = {}
        self._open = True
        self._size = 0  # bytes that are out
        self._events: list[Event] = []
        self._shown: dict[Place, str] = {}
        self._paths: Mapping[str, str] = {}

    def begin(self, request: Request, /, *, silent: bool = False) -> None:
        # A layer that asks again replaces what was said first: nothing may follow what was shown of that.
        self._open = not silent and not self._size
        self._raw, self._splitter, self.answer = [], Splitter(), None
        self._queue.clear()
        self._channels.clear()
        self._request = request

    def feed(self, item: bytes, /) -> Sequence[bytes]:
        self._raw.append(item)
        if self._open:
            for arrived in self._splitter.feed(item):
                if not self._take(arrived):
                    self._open = False
                    break
        shown = b"".join(self._going())
        return (shown,) if shown else ()

    def reply(self) -> Response:
        response = self._exchange.gathered(self.answer, b"".join(self._raw))
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
            left = b"".join(self._raw)[self._size :]
            sent = Sent(events=self._events, shown=self._shown)
            if rest := self._exchange.rest(result, sent, left):
                yield rest

    def _take(self, arrived: Arrived) -> bool:
        """Whether what comes after *arrived* may go before the end, once it is cleared itself."""
        pieces = self._live.pieces(arrived.event) if arrived.event is not None else ()
        if pieces is None:
            return False
        needs: list[tuple[_Channel, int]] = []
        for place, text in pieces:
            channel = self._channel(place)
            if text:
                channel.feed(text)
                needs.append((channel, channel.arrived))
        self._queue.append(_Waiting(arrived, pieces, tuple(needs)))
        return True

    def _channel(self, place: Place) -> _Channel:
        channel = self._channels.get(place)
        if channel is None:
            channel = self._channels[place] = _Channel(self._releases(self._request))
        return channel

    def _going(self) -> Iterator[bytes]:
        if not self._size:  # before there is text to show, the answer may still become another one
            said = next((waiting for waiting in self._queue if waiting.needs), None)
            if said is None or not said.may_go:
                return
        while self._queue and self._queue[0].may_go:
            going = self._queue.popleft()
            if going.arrived.event is not None:
                self._events.append(going.arrived.event)
            for place, text in going.pieces:
                self._shown[place] = self._shown.get(place, "") + text
            self._size += len(going.arrived.raw)
            yield going.arrived.raw

    def _shown_at(self, response: Response) -> Mapping[str, str]:
        """What was shown, by path, unless the end of the stream says otherwise: the upstream's own contradiction."""
        if not self._shown:
            return {}
        paths = self._live.paths(response.native.body) if isinstance(response.native, Reply) else {}
        said = {text.path: text.text for text in response.texts}
        shown = {paths[place]: text for place, text in self._shown.items() if text and place in paths}
        return {path: text for path, text in shown.items() if said.get(path, "").startswith(text)}
