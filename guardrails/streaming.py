"""What a caller of a streamed guard iterates over, and what stands between the model's stream and the caller."""

from __future__ import annotations

from collections.abc import AsyncGenerator, AsyncIterator, Callable, Generator, Iterator, Sequence

from guardrails.errors import CriticError
from guardrails.flow import AsyncModel, Call, Done, Model, ModelCall, Scrubber
from guardrails.types import Request, Response, Result, Source, Text

__all__ = ["AsyncGuardedStream", "GuardedStream", "aheld", "ano_critic", "chain", "held", "no_critic"]


class GuardedStream:
    """Iterates over cleared text. ``result`` is there once the iteration has ended; ``close`` stops the model."""

    def __init__(self, deltas: Generator[str, None, Result]) -> None:
        self._deltas = deltas
        self._result: Result | None = None

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        try:
            return next(self._deltas)
        except StopIteration as stop:
            self._result = stop.value or self._result
            raise

    def close(self) -> None:
        """Stop reading: the upstream stream is closed and what ran is recorded."""
        self._deltas.close()

    @property
    def result(self) -> Result:
        """The whole call. Raises ``RuntimeError`` before the stream has been read to its end."""
        return _finished(self._result)


class AsyncGuardedStream:
    """Async twin of `GuardedStream`."""

    def __init__(self, deltas: AsyncGenerator[str | Done[Result], None]) -> None:
        self._deltas = deltas
        self._result: Result | None = None

    def __aiter__(self) -> AsyncIterator[str]:
        return self

    async def __anext__(self) -> str:
        item = await anext(self._deltas)
        if isinstance(item, Done):
            self._result = item.value
            await self._deltas.aclose()
            raise StopAsyncIteration
        return item

    async def aclose(self) -> None:
        """Stop reading: the upstream stream is closed and what ran is recorded."""
        await self._deltas.aclose()

    @property
    def result(self) -> Result:
        """The whole call. Raises ``RuntimeError`` before the stream has been read to its end."""
        return _finished(self._result)


def _finished(result: Result | None) -> Result:
    if result is None:
        raise RuntimeError("the stream has not been read to its end: iterate over it first")
    return result


def chain(scrubbers: Sequence[Scrubber]) -> Scrubber:
    """One scrubber that passes text through *scrubbers* in order; none at all passes it as it is."""
    return _Chain(scrubbers)


class _Chain:
    __slots__ = ("_scrubbers",)

    def __init__(self, scrubbers: Sequence[Scrubber]) -> None:
        self._scrubbers = tuple(scrubbers)

    def feed(self, delta: str, /) -> str:
        for scrubber in self._scrubbers:
            delta = scrubber.feed(delta)
        return delta

    def flush(self) -> str:
        rest = ""
        for scrubber in self._scrubbers:
            rest = scrubber.feed(rest) + scrubber.flush()
        return rest


def held(open_stream: Callable[[Request], Iterator[str]], critic: Model) -> Model:
    """A model that reads the whole stream before it answers; critic calls go to *critic*."""

    def model(call: Call) -> Response:
        if not isinstance(call, ModelCall):
            return critic(call)
        return _whole("".join(open_stream(call.request)))

    return model


def aheld(open_stream: Callable[[Request], AsyncIterator[str]], critic: AsyncModel) -> AsyncModel:
    """Async twin of `held`."""

    async def model(call: Call) -> Response:
        if not isinstance(call, ModelCall):
            return await critic(call)
        return _whole("".join([delta async for delta in open_stream(call.request)]))

    return model


def no_critic(call: Call, /) -> Response:
    """Stands in where no critic model was given: the critique layer's failure policy decides."""
    raise CriticError(f"{type(call).__name__} without a critic model: pass critic=...")


async def ano_critic(call: Call, /) -> Response:
    """Async twin of `no_critic`."""
    return no_critic(call)


def _whole(text: str) -> Response:
    return Response(texts=(Text(path="", text=text, source=Source.ASSISTANT),))
