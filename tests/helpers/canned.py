"""Clients of the OpenAI SDK that get their answers from a list of bytes: no socket, every network chunk as given."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator, Sequence
from typing import Any

import httpx
from openai import AsyncOpenAI, OpenAI

__all__ = ["Canned", "aclient_of", "client_of"]


class _Bytes(httpx.SyncByteStream, httpx.AsyncByteStream):
    def __init__(self, canned: Canned) -> None:
        self._canned = canned

    def __iter__(self) -> Iterator[bytes]:
        for chunk in self._canned.chunks:
            self._canned.read += 1
            yield chunk

    async def __aiter__(self) -> AsyncIterator[bytes]:
        for chunk in self:
            yield chunk

    def close(self) -> None:
        self._canned.closed += 1

    async def aclose(self) -> None:
        self._canned.closed += 1


class Canned(httpx.BaseTransport, httpx.AsyncBaseTransport):
    """Answers every request with an event stream of *chunks*; counts those that were read and the streams closed."""

    def __init__(self) -> None:
        self.chunks: Sequence[bytes] = ()
        self.read = self.closed = 0

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        return httpx.Response(200, headers={"content-type": "text/event-stream"}, stream=_Bytes(self))

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        return self.handle_request(request)


def client_of(canned: Canned) -> OpenAI:
    """A client nobody guards."""
    http: Any = httpx.Client(transport=canned)  # one of two libraries that openai 3 takes
    return OpenAI(base_url="http://canned.invalid/v1", api_key="k", max_retries=0, http_client=http)


def aclient_of(canned: Canned) -> AsyncOpenAI:
    """Async twin."""
    http: Any = httpx.AsyncClient(transport=canned)
    return AsyncOpenAI(base_url="http://canned.invalid/v1", api_key="k", max_retries=0, http_client=http)
