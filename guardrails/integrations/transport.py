"""HTTP transports that guard what goes through them; the two differ in nothing but ``await``."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Generator, Iterator
from dataclasses import dataclass, field
from types import ModuleType
from typing import TYPE_CHECKING

from tenacity import AsyncRetrying, Retrying

from guardrails.errors import CriticError, GuardrailsError
from guardrails.flow import AsyncModel, Call, CriticCall, Done, Model
from guardrails.guard import Guard
from guardrails.integrations.answers import is_event_stream
from guardrails.integrations.byte_streams import astream_of, stream_of
from guardrails.integrations.critic_call import Dialect, critic_flow
from guardrails.integrations.exchange import Exchange, OnBlock
from guardrails.integrations.live import EventGate
from guardrails.integrations.retrying import joined, limited, retry_policy
from guardrails.integrations.routes import Route, route
from guardrails.integrations.upstream import UpstreamError, rebuilt
from guardrails.types import Request, Response

if TYPE_CHECKING:
    import httpx

__all__ = ["AsyncGuardedTransport", "GuardedTransport", "Settings"]

Owner = Callable[[], object]
"""The client the connections belong to, or ``None`` once it is gone: a weak reference."""

_Critic = Generator["httpx.Request", "httpx.Response", Response]


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What the transports of one wrapped client share.

    *http* is that client's library, ``httpx`` or ``httpx2``; *root* is the path of its base URL; *surface* lets an
    error of ours reach the caller as it is.
    """

    guard: Guard
    http: ModuleType
    on_block: OnBlock = "refuse"
    allow: tuple[str, ...] = ()
    root: str = ""
    dialect: Dialect = field(default_factory=Dialect)
    clock: Callable[[], float] = time.monotonic
    sleep: Callable[[float], None] = time.sleep
    asleep: Callable[[float], Awaitable[None]] = asyncio.sleep
    surface: Callable[[GuardrailsError], GuardrailsError] = lambda error: error

    def route(self, request: httpx.Request) -> Route | None:
        return route(request.method, request.url.path, self.allow, root=self.root)

    def exchange(self, found: Route, request: httpx.Request) -> Exchange:
        return Exchange(found, request, http=self.http, on_block=self.on_block)

    def gate(self, found: Route, exchange: Exchange) -> EventGate | None:
        """Where a stream was asked for that may be shown while it arrives."""
        live, need = found.wire.live, self.guard.stream_need
        if live is None or need == "hold" or not exchange.streamed:
            return None
        return EventGate(live, exchange, self.guard.releases)

    def critic(self, call: CriticCall, sent: httpx.Request, found: Route, model: str | None) -> _Critic:
        return critic_flow(call, sent, found, model, self.dialect, self.http)

    def deadline(self, call: CriticCall) -> float | None:
        return None if call.timeout_s is None else self.clock() + call.timeout_s


class GuardedTransport:
    """Stands where a client's transport stood and sends through that *client*'s own transports and proxies.

    The connections stay *owner*'s, as long as it says there is one: closing this closes them only when there is none.
    """

    def __init__(self, client: httpx.Client, settings: Settings, *, owner: Owner = lambda: None) -> None:
        self._client, self._settings, self._owner = client, settings, owner

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        try:
            found = self._settings.route(request)
            return self._send(request) if found is None else self._guarded(request, found)
        except UpstreamError as error:
            return error.response
        except GuardrailsError as error:
            raise self._settings.surface(error) from error.__cause__

    def _guarded(self, request: httpx.Request, found: Route) -> httpx.Response:
        request.read()
        exchange = self._settings.exchange(found, request)

        def model(call: Call) -> Response:
            if isinstance(call, CriticCall):
                return self._ask(call, self._settings.critic(call, request, found, exchange.request.model))
            return exchange.decode(self._read(exchange.encode(call.request)))

        gate = self._settings.gate(found, exchange)
        if gate is None:
            return exchange.render(self._settings.guard.run(exchange.request, model))
        return self._flowing(exchange, gate, model)

    def _flowing(self, exchange: Exchange, gate: EventGate, model: Model) -> httpx.Response:
        """The answer as soon as there is something to show; one that is held to its end comes whole."""

        def opened(request: Request) -> Iterator[bytes]:
            return self._arriving(exchange.encode(request), gate)

        shown = self._settings.guard.relay(exchange.request, model, opened, gate)
        try:
            first = next(shown)
        except StopIteration as stop:
            return exchange.render(stop.value)
        return exchange.flowing(gate.answer, stream_of(self._settings.http, first, shown, self._settings.surface))

    def _arriving(self, request: httpx.Request, gate: EventGate) -> Iterator[bytes]:
        answer = gate.answer = self._send(request)
        answer.request = request
        try:
            if is_event_stream(answer):
                yield from answer.iter_bytes()
            else:
                answer.read()
        finally:
            answer.close()

    def _send(self, request: httpx.Request) -> httpx.Response:
        return self._client._transport_for_url(request.url).handle_request(request)

    def _read(self, request: httpx.Request) -> httpx.Response:
        response = self._send(request)
        response.request = request
        try:
            response.read()
        except BaseException:
            response.close()
            raise
        return response

    def _ask(self, call: CriticCall, flow: _Critic) -> Response:
        http, clock, deadline = self._settings.http, self._settings.clock, self._settings.deadline(call)
        retrying = Retrying(sleep=self._settings.sleep, **retry_policy(http, timeout_s=call.timeout_s))
        try:
            request = next(flow)
            while True:
                request = flow.send(
                    retrying(lambda sent: self._read_by(limited(sent, deadline, clock), deadline), request)
                )
        except StopIteration as stop:
            return _answer(stop)
        except (TimeoutError, http.HTTPError) as error:
            raise _unreachable(error) from error

    def _read_by(self, request: httpx.Request, deadline: float | None) -> httpx.Response:
        """The answer to *request*, all of it there by *deadline*."""
        response = self._send(request)
        response.request = request
        try:
            content = joined(response.iter_bytes(), deadline, self._settings.clock)
        finally:
            response.close()
        whole = rebuilt(self._settings.http, response, content, None)
        whole.request = request
        return whole

    def close(self) -> None:
        """Close the connections if nobody else is left to."""
        if self._owner() is None:
            self._client.close()

    def __enter__(self) -> GuardedTransport:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


class AsyncGuardedTransport:
    """Async twin of `GuardedTransport`. Cancelling a call closes its upstream connection."""

    def __init__(self, client: httpx.AsyncClient, settings: Settings, *, owner: Owner = lambda: None) -> None:
        self._client, self._settings, self._owner = client, settings, owner

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        try:
            found = self._settings.route(request)
            return await (self._send(request) if found is None else self._guarded(request, found))
        except UpstreamError as error:
            return error.response
        except GuardrailsError as error:
            raise self._settings.surface(error) from error.__cause__

    async def _guarded(self, request: httpx.Request, found: Route) -> httpx.Response:
        await request.aread()
        exchange = self._settings.exchange(found, request)

        async def model(call: Call) -> Response:
            if isinstance(call, CriticCall):
                return await self._ask(call, self._settings.critic(call, request, found, exchange.request.model))
            return exchange.decode(await self._read(exchange.encode(call.request)))

        gate = self._settings.gate(found, exchange)
        if gate is None:
            return exchange.render(await self._settings.guard.arun(exchange.request, model))
        return await self._flowing(exchange, gate, model)

    async def _flowing(self, exchange: Exchange, gate: EventGate, model: AsyncModel) -> httpx.Response:
        def opened(request: Request) -> AsyncIterator[bytes]:
            return self._arriving(exchange.encode(request), gate)

        shown = self._settings.guard.arelay(exchange.request, model, opened, gate)
        first = await anext(shown)
        if isinstance(first, Done):
            await shown.aclose()
            return exchange.render(first.value)
        return exchange.flowing(gate.answer, astream_of(self._settings.http, first, shown, self._settings.surface))

    async def _arriving(self, request: httpx.Request, gate: EventGate) -> AsyncIterator[bytes]:
        answer = gate.answer = await self._send(request)
        answer.request = request
        try:
            if is_event_stream(answer):
                async for chunk in answer.aiter_bytes():
                    yield chunk
            else:
                await answer.aread()
        finally:
            await answer.aclose()

    async def _send(self, request: httpx.Request) -> httpx.Response:
        return await self._client._transport_for_url(request.url).handle_async_request(request)

    async def _read(self, request: httpx.Request) -> httpx.Response:
        response = await self._send(request)
        response.request = request
        try:
            await response.aread()
        except BaseException:
            await response.aclose()
            raise
        return response

    async def _ask(self, call: CriticCall, flow: _Critic) -> Response:
        http, clock, deadline = self._settings.http, self._settings.clock, self._settings.deadline(call)
        retrying = AsyncRetrying(sleep=self._settings.asleep, **retry_policy(http, timeout_s=call.timeout_s))

        async def read(sent: httpx.Request) -> httpx.Response:
            return await self._read(limited(sent, deadline, clock))

        try:
            async with asyncio.timeout(call.timeout_s):
                request = next(flow)
                while True:
                    request = flow.send(await retrying(read, request))
        except StopIteration as stop:
            return _answer(stop)
        except (TimeoutError, http.HTTPError) as error:
            raise _unreachable(error) from error

    async def aclose(self) -> None:
        """Close the connections if nobody else is left to."""
        if self._owner() is None:
            await self._client.aclose()

    async def __aenter__(self) -> AsyncGuardedTransport:
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.aclose()


def _answer(stop: StopIteration) -> Response:
    answer: Response = stop.value
    return answer


def _unreachable(error: Exception) -> CriticError:
    return CriticError(f"the critic's model could not be reached: {type(error).__name__}", retryable=True)
