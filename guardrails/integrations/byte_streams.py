"""Guarded bytes as the stream of an HTTP response, of the class that the client's library asks for."""

from __future__ import annotations

from collections.abc import AsyncGenerator, AsyncIterator, Callable, Generator, Iterator
from types import ModuleType
from typing import Any

from guardrails.errors import GuardrailsError
from guardrails.flow import Done
from guardrails.integrations.upstream import UpstreamError
from guardrails.types import Result

__all__ = ["astream_of", "stream_of"]

Surface = Callable[[GuardrailsError], GuardrailsError]


def stream_of(http: ModuleType, first: bytes, rest: Generator[bytes, None, Result], surface: Surface) -> object:
    """*first* and then *rest*, which closing the stream closes. An error of the upstream ends it as that says it."""

    def read(_: object) -> Iterator[bytes]:
        yield first
        try:
            yield from rest
        except UpstreamError as error:
            yield error.response.content
        except GuardrailsError as error:
            raise surface(error) from error.__cause__

    def close(_: object) -> None:
        rest.close()

    return _made(http.SyncByteStream, {"__iter__": read, "close": close})


def astream_of(
    http: ModuleType, first: bytes, rest: AsyncGenerator[bytes | Done[Result], None], surface: Surface
) -> object:
    """Async twin of `stream_of`."""

    async def read(_: object) -> AsyncIterator[bytes]:
        yield first
        try:
            async for item in rest:
                if not isinstance(item, Done):
                    yield item
        except UpstreamError as error:
            yield error.response.content
        except GuardrailsError as error:
            raise surface(error) from error.__cause__

    async def aclose(_: object) -> None:
        await rest.aclose()

    return _made(http.AsyncByteStream, {"__aiter__": read, "aclose": aclose})


def _made(base: type, members: dict[str, Any]) -> object:
    return type("GuardedByteStream", (base,), members)()
