"""Checkpointers of LangGraph's own, and every byte that they keep."""

from __future__ import annotations

import sqlite3
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from langgraph.checkpoint.memory import InMemorySaver

__all__ = ["SAVERS", "Kept", "akept", "kept"]

SAVERS = ("memory", "sqlite")


@dataclass(frozen=True, slots=True)
class Kept:
    """A checkpointer, and where it keeps things: itself, or a *folder*."""

    saver: Any
    folder: Path | None = None

    def __str__(self) -> str:
        if self.folder is None:
            return repr((dict(self.saver.storage), dict(self.saver.writes), dict(self.saver.blobs)))
        return "".join(file.read_bytes().decode("latin-1") for file in sorted(self.folder.iterdir()))


@contextmanager
def kept(kind: str, folder: Path) -> Iterator[Kept]:
    """A checkpointer of *kind*; one that writes files writes them in *folder*."""
    if kind == "memory":
        yield Kept(InMemorySaver())
        return
    sqlite = pytest.importorskip("langgraph.checkpoint.sqlite")
    connection = sqlite3.connect(folder / "kept.db", check_same_thread=False)
    try:
        yield Kept(sqlite.SqliteSaver(connection), folder)
    finally:
        connection.close()


@asynccontextmanager
async def akept(kind: str, folder: Path) -> AsyncIterator[Kept]:
    """Async twin of `kept`."""
    if kind == "memory":
        yield Kept(InMemorySaver())
        return
    later = pytest.importorskip("langgraph.checkpoint.sqlite.aio")
    async with later.AsyncSqliteSaver.from_conn_string(str(folder / "kept.db")) as saver:
        await saver.setup()
        yield Kept(saver, folder)
