"""What is particular to Qdrant without a server: a folder of SQLite files, and what can be wrong with it."""

from __future__ import annotations

import sqlite3
from contextlib import closing, suppress
from pathlib import Path

__all__ = ["damage", "write_ahead"]


def damage(error: Exception) -> str | None:
    """The reason to give when a folder could not be opened because of *error*, or ``None`` when it is no damage.

    A folder in use, or one that the disk does not give, is no damage; what decoding its files raises may be anything.
    """
    if isinstance(error, OSError | sqlite3.OperationalError | RuntimeError | Warning):
        return None
    kind = type(error).__name__
    return f"the folder is damaged ({kind}): put back a copy, or delete it with the state of its ingest and ingest anew"


def write_ahead(folder: Path, collection: str) -> None:
    """Let the file of *collection* keep a write-ahead log, as SQLite files may: each commit costs one flush, not four.

    The client commits every point for itself. What it commits is as safe as before; the mode stays with the file.
    Where SQLite cannot have it, everything works as it would without.
    """
    file = folder / "collection" / collection / "storage.sqlite"
    if not file.exists():
        return
    with suppress(sqlite3.Error), closing(sqlite3.connect(file, timeout=0.2)) as database:
        database.execute("PRAGMA journal_mode = WAL")
