"""What a caller of a streamed guard iterates over."""

from __future__ import annotations

from collections.abc import AsyncGenerator, AsyncIterator, Generator, Iterator

from guardrails.errors import CriticError
from guardrails.flow import Call, Done
from guardrails.types import Response, Result

__all__ = ["AsyncGuardedStream", "GuardedStream", "ano_critic", "no_critic"]


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


def no_critic(call: Call, /) -> Response:
    """Stands in where no critic model was given: the critique layer's failure policy decides."""
    raise CriticError(f"{type(call).__name__} without a critic model: pass critic=...")


async def ano_critic(call: Call, /) -> Response:
    """Async twin of `no_critic`."""
    return no_critic(call)
