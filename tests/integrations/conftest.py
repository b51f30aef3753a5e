"""One server for all tests of adapters, and clients of it that are closed when the test ends."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator

import pytest
from openai import AsyncOpenAI, OpenAI

from tests.helpers.server import Upstream, serve


@pytest.fixture(scope="session")
def _server() -> Iterator[Upstream]:
    with serve() as upstream:
        yield upstream


@pytest.fixture
def upstream(_server: Upstream) -> Upstream:
    _server.clear()
    return _server


@pytest.fixture
def plain(upstream: Upstream) -> Iterator[OpenAI]:
    """A client nobody guards."""
    with OpenAI(base_url=upstream.base_url, api_key="test-key", max_retries=0) as client:
        yield client


@pytest.fixture
async def aplain(upstream: Upstream) -> AsyncIterator[AsyncOpenAI]:
    async with AsyncOpenAI(base_url=upstream.base_url, api_key="test-key", max_retries=0) as client:
        yield client
