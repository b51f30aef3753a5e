"""The stores that every promise about stores is tested with: ours, and Chroma's server where there is one."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final, TypeAlias

from pytest import TempPathFactory

from guardrails.rag import MemoryStore, QdrantStore, RecordStore
from guardrails.rag.stores.memory import TextEmbeddings
from tests.helpers.chroma import EXECUTABLE, ChromaStore
from tests.helpers.qdrant_wire import QdrantWire
from tests.helpers.server import serve

__all__ = ["BY_URL", "STORES", "Server", "opened", "quick_folder"]

STORES: Final = ("memory", "qdrant", *(("chroma",) if EXECUTABLE else ()))

BY_URL: Final = "qdrant by url"
"""The same store by an address, where Qdrant's client speaks over the wire to its own engine for tests."""

Server: TypeAlias = Callable[[], str]
"""Starts Chroma's server, unless it runs, and gives its address."""


@contextmanager
def quick_folder(factory: TempPathFactory) -> Iterator[Path]:
    """A folder in memory where the machine has one: Qdrant flushes every point by itself, which a disk makes slow."""
    memory = Path("/dev/shm")
    if not os.access(memory, os.W_OK):
        yield factory.mktemp("index")
        return
    with TemporaryDirectory(dir=memory, prefix="index-") as folder:
        yield Path(folder)


@contextmanager
def opened(name: str, embeddings: TextEmbeddings, folder: Path, chroma: Server) -> Iterator[RecordStore]:
    """An empty store of that kind, until the block ends."""
    if name == "memory":
        yield MemoryStore(embeddings)
        return
    if name == BY_URL:
        with serve() as upstream:
            upstream.otherwise = QdrantWire()
            with closing(QdrantStore(embeddings, url=upstream.base_url.removesuffix("/v1"))) as store:
                yield store
        return
    made = QdrantStore(embeddings, path=folder) if name == "qdrant" else ChromaStore(embeddings, url=chroma())
    with closing(made) as store:
        yield store
