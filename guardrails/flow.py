"""One implementation of every middleware, driven synchronously, asynchronously or as a stream.

A middleware is a generator: it yields the model calls it needs and receives their replies, so its body does no I/O and
has no colour (the shape of httpx's ``auth_flow``). This is the only module that knows sync from async.
"""

from __future__ import annotations

from collections.abc import AsyncGenerator, AsyncIterator, Awaitable, Callable, Generator, Iterable, Iterator, Mapping
from contextlib import aclosing, closing
from dataclasses import dataclass, field
from typing import Generic, Protocol, TypeAlias, TypeVar

from guardrails.trace import Trace
from guardrails.types import Request, Response, Source, Text

__all__ = [
    "AsyncModel",
    "Call",
    "CriticCall",
    "Done",
    "Flow",
    "Handler",
    "Middleware",
    "Model",
    "ModelCall",
    "Scrubber",
    "adrive",
    "adrive_stream",
    "ask",
    "ask_all",
    "compose",
    "drive",
    "drive_stream",
    "step",
]

T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class ModelCall:
    """Send *request* to the guarded model."""

    request: Request


@dataclass(frozen=True, slots=True, kw_only=True)
class CriticCall:
    """Ask a critic model. The reply is a `Response` with one text.

    *instructions* are ours and constant, *prompt* carries the data, *schema* is the JSON Schema the answer must fit
    (``None``: plain text). *timeout_s* is what is left of the budget, *max_tokens* what the critic allows the answer.
    """

    instructions: str
    prompt: str = field(repr=False)
    schema: Mapping[str, object] | None = field(default=None, repr=False)
    model: str | None = None
    max_tokens: int | None = None
    timeout_s: float | None = None


Call: TypeAlias = ModelCall | CriticCall
Flow: TypeAlias = Generator[tuple[Call, ...], tuple[Response, ...], T]
Handler: TypeAlias = Callable[[Request], Flow[Response]]
Model: TypeAlias = Callable[[Call], Response]
AsyncModel: TypeAlias = Callable[[Call], Awaitable[Response]]


class Middleware(Protocol):
    """A layer around the model call. It may answer without calling, call once, or call again."""

    def __call__(self, request: Request, call_next: Handler, trace: Trace, /) -> Flow[Response]: ...


class Scrubber(Protocol):
    """Incremental text filter; ``"".join(map(feed, deltas)) + flush()`` does not depend on how the text was cut."""

    def feed(self, delta: str, /) -> str: ...
    def flush(self) -> str: ...


def ask(request: Request) -> Flow[Response]:
    """Call the guarded model once."""
    (response,) = yield (ModelCall(request=request),)
    return response


def ask_all(calls: Iterable[Call]) -> Flow[tuple[Response, ...]]:
    """Make independent calls (concurrently under `adrive`); replies come back in order."""
    return (yield tuple(calls))


def compose(middleware: Iterable[Middleware], trace: Trace) -> Handler:
    """Nest *middleware* around the model call; the first listed is the outermost."""
    handler: Handler = ask
    for layer in reversed(tuple(middleware)):
        handler = _bind(layer, handler, trace)
    return handler


def _bind(layer: Middleware, call_next: Handler, trace: Trace) -> Handler:
    def handler(request: Request) -> Flow[Response]:
        return layer(request, call_next, trace)

    return handler


@dataclass(frozen=True, slots=True)
class Done(Generic[T]):
    """The value a flow returned: ``StopIteration`` as data, because it cannot cross a thread or a future."""

    value: T


_Replies: TypeAlias = tuple[Response, ...] | Exception | None


def step(flow: Flow[T], replies: _Replies = None) -> tuple[Call, ...] | Done[T]:
    """Advance *flow* once: start it, answer its calls or fail them; return the calls it wants next, or its value."""
    try:
        if replies is None:
            return next(flow)
        if isinstance(replies, Exception):
            return flow.throw(replies)
        return flow.send(replies)
    except StopIteration as stop:
        return Done(stop.value)


def drive(flow: Flow[T], model: Model) -> T:
    """Run *flow* to its end with a blocking *model*. What the model raises is raised inside the flow."""
    with closing(flow):
        wants = step(flow)
        while not isinstance(wants, Done):
            replies: _Replies
            try:
                replies = tuple(model(call) for call in wants)
            except Exception as error:
                replies = error
            wants = step(flow, replies)
        return wants.value


async def _gather(calls: tuple[Call, ...], model: AsyncModel) -> tuple[Response, ...]:
    """All replies in order; the first failure cancels the other calls, waits for them and is raised."""
    if len(calls) == 1:
        return (await model(calls[0]),)
    import asyncio

    async def one(call: Call) -> Response:
        return await model(call)

    try:
        async with asyncio.TaskGroup() as group:
            tasks = [group.create_task(one(call)) for call in calls]
    except* Exception as errors:
        raise _first(errors) from None
    return tuple(task.result() for task in tasks)


def _first(group: BaseExceptionGroup[Exception]) -> Exception:
    error: Exception | BaseExceptionGroup[Exception] = group
    while isinstance(error, BaseExceptionGroup):
        error = error.exceptions[0]
    return error


async def _astep(flow: Flow[T], replies: _Replies, offload: bool) -> tuple[Call, ...] | Done[T]:
    if not offload:
        return step(flow, replies)
    import asyncio

    running = asyncio.ensure_future(asyncio.to_thread(step, flow, replies))
    try:
        return await asyncio.shield(running)
    finally:
        # A thread cannot be cancelled: it must leave the generator before the generator is closed.
        while not running.done():
            try:
                await asyncio.wait((running,))
            except asyncio.CancelledError:
                continue


async def adrive(flow: Flow[T], model: AsyncModel, *, offload: bool = False) -> T:
    """Run *flow* to its end with an awaitable *model*; *offload* does its CPU work in a thread."""
    with closing(flow):
        wants = await _astep(flow, None, offload)
        while not isinstance(wants, Done):
            replies: _Replies
            try:
                replies = await _gather(wants, model)
            except Exception as error:
                replies = error
            wants = await _astep(flow, replies, offload)
        return wants.value


def _whole(sent: list[str]) -> tuple[Response, ...]:
    return (Response(texts=(Text(path="", text="".join(sent), source=Source.ASSISTANT),)),)


def drive_stream(
    flow: Flow[T],
    model: Model,
    open_stream: Callable[[Request], Iterator[str]],
    scrub: Scrubber,
) -> Generator[str, None, T]:
    """Run *flow*, yielding the model's text through *scrub* while it arrives; return what the flow returns.

    Closing this generator closes the upstream stream and the flow.
    """
    with closing(flow):
        wants = step(flow)
        while not isinstance(wants, Done):
            replies: _Replies
            try:
                if isinstance(wants[0], ModelCall):
                    sent: list[str] = []
                    with closing(_scrubbed(open_stream(wants[0].request), scrub)) as clean_text:
                        for clean in clean_text:
                            sent.append(clean)
                            yield clean
                    replies = _whole(sent)
                else:
                    replies = tuple(model(call) for call in wants)
            except Exception as error:
                replies = error
            wants = step(flow, replies)
        return wants.value


def _scrubbed(deltas: Iterator[str], scrub: Scrubber) -> Generator[str, None, None]:
    try:
        for delta in deltas:
            if clean := scrub.feed(delta):
                yield clean
    finally:
        close = getattr(deltas, "close", None)
        if close is not None:
            close()
    if clean := scrub.flush():
        yield clean


async def adrive_stream(
    flow: Flow[T],
    model: AsyncModel,
    open_stream: Callable[[Request], AsyncIterator[str]],
    scrub: Scrubber,
) -> AsyncGenerator[str | Done[T], None]:
    """Async twin of `drive_stream`; an async generator cannot return a value, so the last item is a `Done`."""
    with closing(flow):
        wants = step(flow)
        while not isinstance(wants, Done):
            replies: _Replies
            try:
                if isinstance(wants[0], ModelCall):
                    sent: list[str] = []
                    async with aclosing(_ascrubbed(open_stream(wants[0].request), scrub)) as clean_text:
                        async for clean in clean_text:
                            sent.append(clean)
                            yield clean
                    replies = _whole(sent)
                else:
                    replies = await _gather(wants, model)
            except Exception as error:
                replies = error
            wants = step(flow, replies)
        yield wants


async def _ascrubbed(deltas: AsyncIterator[str], scrub: Scrubber) -> AsyncGenerator[str, None]:
    try:
        async for delta in deltas:
            if clean := scrub.feed(delta):
                yield clean
    finally:
        close = getattr(deltas, "aclose", None)
        if close is not None:
            await close()
    if clean := scrub.flush():
        yield clean
