"""One implementation of every middleware, driven synchronously, asynchronously or as a stream.

A middleware is a generator: it yields the model calls it needs and receives their replies, so its body does no I/O and
has no colour (the shape of httpx's ``auth_flow``). This is the only module that knows sync from async.
"""

from __future__ import annotations

from collections.abc import (
    AsyncGenerator,
    AsyncIterator,
    Awaitable,
    Callable,
    Coroutine,
    Generator,
    Iterable,
    Iterator,
    Mapping,
)
from contextlib import aclosing, closing
from dataclasses import dataclass, field, replace
from typing import Any, Generic, Protocol, TypeAlias, TypeGuard, TypeVar

from guardrails.trace import Trace
from guardrails.types import Request, Response

__all__ = [
    "AsyncModel",
    "Call",
    "Clearing",
    "CriticCall",
    "Done",
    "Flow",
    "Gate",
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
Item = TypeVar("Item")


@dataclass(frozen=True, slots=True, kw_only=True)
class ModelCall:
    """Send *request* to the guarded model.

    *beside* is a flow that judges the request meanwhile. Until it has returned nothing of the answer is used; what it
    raises cancels the call, which is waited for, and is raised in the call's place. A synchronous driver runs it first.
    """

    request: Request
    beside: Flow[None] | None = field(default=None, repr=False, compare=False)


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


class Clearing(Protocol):
    """What a layer makes of an answer that is still arriving."""

    def feed(self, delta: str, /) -> int:
        """Take more of the answer; return how many characters of all so far the layer leaves as they are, whatever
        follows."""
        ...


class Gate(Protocol[Item]):
    """Stands between the model's stream and the caller: what may be shown now, and what the whole amounts to."""

    def begin(self, request: Request, /, *, silent: bool = False) -> None:
        """A stream is about to be opened for *request*; of a *silent* one nothing is shown."""
        ...

    def feed(self, item: Item, /) -> Iterable[Item]:
        """Take the next item; return what may be shown now."""
        ...

    def reply(self) -> Response:
        """The stream has ended: what the model said, for the layers. Raises what is wrong with it."""
        ...


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
                replies = tuple(_answer(call, model) for call in wants)
            except Exception as error:
                replies = error
            wants = step(flow, replies)
        return wants.value


def _answer(call: Call, model: Model) -> Response:
    if isinstance(call, ModelCall) and call.beside is not None:
        drive(call.beside, model)
        call = replace(call, beside=None)
    return model(call)


async def _gather(calls: tuple[Call, ...], model: AsyncModel) -> tuple[Response, ...]:
    """All replies in order; the first failure cancels the other calls, waits for them and is raised."""
    if len(calls) == 1:
        return (await _aanswer(calls[0], model),)
    return await _together(*(_aanswer(call, model) for call in calls))


async def _aanswer(call: Call, model: AsyncModel) -> Response:
    if not isinstance(call, ModelCall) or call.beside is None:
        return await model(call)

    async def judged(flow: Flow[None]) -> None:
        await adrive(flow, model)

    response: Response
    response, _ = await _together(_aanswer(replace(call, beside=None), model), judged(call.beside))
    return response


async def _together(*running: Coroutine[Any, Any, Any]) -> tuple[Any, ...]:
    import asyncio

    try:
        async with asyncio.TaskGroup() as group:
            tasks = [group.create_task(one) for one in running]
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


def drive_stream(
    flow: Flow[T],
    model: Model,
    open_stream: Callable[[Request], Iterator[Item]],
    gate: Gate[Item],
) -> Generator[Item, None, T]:
    """Run *flow*, yielding what *gate* lets through of the model's stream while it arrives; return what *flow* returns.

    *model* answers the calls to critics. Closing this generator closes the upstream stream and the flow.
    """

    def whole(call: Call) -> Response:
        if not isinstance(call, ModelCall):
            return model(call)
        gate.begin(call.request, silent=True)
        with closing(_closable(open_stream(call.request))) as items:
            for item in items:
                gate.feed(item)
        return gate.reply()

    with closing(flow):
        wants = step(flow)
        while not isinstance(wants, Done):
            replies: _Replies
            try:
                if _is_open(wants):
                    gate.begin(wants[0].request)
                    with closing(_closable(open_stream(wants[0].request))) as items:
                        for item in items:
                            yield from gate.feed(item)
                    replies = (gate.reply(),)
                else:
                    replies = tuple(_answer(call, whole) for call in wants)
            except Exception as error:
                replies = error
            wants = step(flow, replies)
        return wants.value


def _is_open(wants: tuple[Call, ...]) -> TypeGuard[tuple[ModelCall]]:
    """Whether what is wanted is one stream that may be shown while it arrives."""
    return len(wants) == 1 and isinstance(wants[0], ModelCall) and wants[0].beside is None


def _closable(items: Iterator[Item]) -> Generator[Item, None, None]:
    try:
        yield from items
    finally:
        close = getattr(items, "close", None)
        if close is not None:
            close()


async def adrive_stream(
    flow: Flow[T],
    model: AsyncModel,
    open_stream: Callable[[Request], AsyncIterator[Item]],
    gate: Gate[Item],
    *,
    offload: bool = False,
) -> AsyncGenerator[Item | Done[T], None]:
    """Async twin of `drive_stream`; an async generator cannot return a value, so the last item is a `Done`."""
    whole = _asilent(model, open_stream, gate)
    with closing(flow):
        wants = await _astep(flow, None, offload)
        while not isinstance(wants, Done):
            replies: _Replies
            try:
                if _is_open(wants):
                    gate.begin(wants[0].request)
                    async with aclosing(_aclosable(open_stream(wants[0].request))) as items:
                        async for item in items:
                            for shown in gate.feed(item):
                                yield shown
                    replies = (gate.reply(),)
                else:
                    replies = await _gather(wants, whole)
            except Exception as error:
                replies = error
            wants = await _astep(flow, replies, offload)
        yield wants


def _asilent(model: AsyncModel, open_stream: Callable[[Request], AsyncIterator[Item]], gate: Gate[Item]) -> AsyncModel:
    """A model that reads a stream to its end and shows nothing of it; critic calls go to *model*."""

    async def whole(call: Call) -> Response:
        if not isinstance(call, ModelCall):
            return await model(call)
        gate.begin(call.request, silent=True)
        async with aclosing(_aclosable(open_stream(call.request))) as items:
            async for item in items:
                gate.feed(item)
        return gate.reply()

    return whole


async def _aclosable(items: AsyncIterator[Item]) -> AsyncGenerator[Item, None]:
    try:
        async for item in items:
            yield item
    finally:
        close = getattr(items, "aclose", None)
        if close is not None:
            await close()
