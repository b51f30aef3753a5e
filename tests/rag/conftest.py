"""One server of Chroma for all tests, which starts when the first store needs it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack
from functools import cache

import pytest

from tests.helpers.chroma import serving
from tests.helpers.rag_stores import Server


@pytest.fixture(scope="session")
def chroma(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with ExitStack() as stack:
        yield cache(lambda: stack.enter_context(serving(tmp_path_factory.mktemp("chroma"))))
