"""How far an ingest has come, in one small file that survives a crash: which records are in, and which ids were met."""

from __future__ import annotations

import hashlib
import json
import re
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field, fields
from os import PathLike
from typing import Any, Final, Self

from guardrails.errors import GuardrailsError, IngestError
from guardrails.rag.catalogue.capabilities import Capabilities

__all__ = ["IngestState", "Progress"]

_TABLES: Final = """
    CREATE TABLE IF NOT EXISTS state (name TEXT PRIMARY KEY, value TEXT NOT NULL);
    CREATE TABLE IF NOT EXISTS ids (hash INTEGER PRIMARY KEY);
    CREATE TABLE IF NOT EXISTS census (position INTEGER PRIMARY KEY, tallies BLOB NOT NULL);
"""
_OVER: Final = "delete it to start over: entries are written again in place of those that are there"
_CHAIN: Final = re.compile(r"[0-9a-f]{32}")
_AT_ONCE: Final = 500  # bound parameters of one statement


@dataclass(slots=True)
class Progress:
    """What was done so far. *chain* is a hash over the ids of the records read, *letters* the size of the dead letters
    in bytes; *rejected* counts records by attribute, *faulty* by reason."""

    read: int = 0
    chain: str = ""
    letters: int = -1
    accepted: int = 0
    changed: int = 0
    rejected: dict[str, int] = field(default_factory=dict)
    faulty: dict[str, int] = field(default_factory=dict)

    @property
    def sound(self) -> bool:
        """Whether an ingest can have come to this: every value is of its kind, and the tallies add up."""
        plain = Progress()
        if any(type(getattr(self, one.name)) is not type(getattr(plain, one.name)) for one in fields(Progress)):
            return False
        counts = (self.accepted, self.changed, *self.rejected.values(), *self.faulty.values())
        if any(type(count) is not int or count < 0 for count in counts) or self.changed > self.accepted:
            return False
        chained = bool(_CHAIN.fullmatch(self.chain)) if self.read else not self.chain
        return self.letters >= -1 and chained and self.read == sum(counts) - self.changed


class IngestState:
    """The state of one ingest in a SQLite file, or in a temporary one for ``None``. One process at a time has it.

    Raises `IngestError` for a file that is in use, is no such file, or was begun for another *identity*.
    """

    def __init__(self, path: str | PathLike[str] | None, identity: str) -> None:
        self.path = "" if path is None else str(path)
        try:
            self._database = sqlite3.connect(self.path, timeout=0.2, isolation_level=None, check_same_thread=False)
            self._database.execute("PRAGMA locking_mode = EXCLUSIVE")
            self._database.execute("PRAGMA synchronous = FULL")  # a commit has reached the disk when it returns
            self._database.execute("BEGIN EXCLUSIVE")
            for statement in filter(str.strip, _TABLES.split(";")):
                self._database.execute(statement)
            self._database.execute("COMMIT")
        except sqlite3.OperationalError as error:  # above all: another ingest has it
            raise IngestError(self.path, f"not usable as the state of an ingest now: {error}") from error
        except sqlite3.Error as error:
            raise IngestError(self.path, f"not usable as the state of an ingest: {error}; {_OVER}") from error
        try:
            with self._reported("read"):
                self.progress = self._begun(identity)
        except IngestError:
            self._database.close()
            raise

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._database.close()

    def seen(self, ids: Sequence[str]) -> frozenset[str]:
        """Which of *ids* belong to records that are done."""
        known = {_number(name): name for name in ids}
        numbers, found = list(known), set()
        with self._reported("read"):
            for start in range(0, len(numbers), _AT_ONCE):
                part = numbers[start : start + _AT_ONCE]
                marks = ",".join("?" * len(part))
                rows = self._database.execute(f"SELECT hash FROM ids WHERE hash IN ({marks})", part)  # noqa: S608
                found |= {known[number] for (number,) in rows}
        return frozenset(found)

    def commit(self, progress: Progress, ids: Iterable[str], tallies: bytes) -> None:
        """Keep *progress*, with the *ids* and the *tallies* of the batch that led to it, all or nothing."""
        with self._reported("written"):
            self._database.execute("BEGIN")
            self._database.executemany("INSERT OR IGNORE INTO ids VALUES (?)", ((_number(name),) for name in ids))
            self._database.execute("INSERT OR REPLACE INTO census VALUES (?, ?)", (progress.read, tallies))
            self._write("progress", json.dumps(asdict(progress)))
            self._database.execute("COMMIT")
        self.progress = progress

    def shards(self) -> Iterator[Capabilities]:
        """What the records of every batch admit, in order."""
        with self._reported("read"):
            for (tallies,) in self._database.execute("SELECT tallies FROM census ORDER BY position"):
                try:
                    yield Capabilities.from_json(tallies)
                except GuardrailsError as error:
                    raise IngestError(self.path, f"the state is damaged: {error}; {_OVER}") from error

    @contextmanager
    def _reported(self, done: str) -> Iterator[None]:
        try:
            yield
        except sqlite3.OperationalError as error:  # a full disk, a file that went away: what is done stays done
            raise IngestError(self.path, f"the state could not be {done}: {error}; run again to go on") from error
        except sqlite3.Error as error:
            raise IngestError(self.path, f"the state is damaged: {error}; {_OVER}") from error

    def _begun(self, identity: str) -> Progress:
        known = self._read("identity")
        if known is None:
            self._write("identity", identity)
        elif known != identity:
            reason = (
                "begun for another tenant, schema or constitution; name another file, or delete this one to start over"
            )
            raise IngestError(self.path, reason)
        try:
            progress = Progress(**json.loads(self._read("progress") or "{}"))
        except (ValueError, TypeError) as error:
            raise IngestError(self.path, f"the state is damaged; {_OVER}") from error
        if not progress.sound or (progress.accepted, progress.read) != self._kept():
            raise IngestError(self.path, f"the state is damaged: its tallies do not add up; {_OVER}")
        return progress

    def _kept(self) -> tuple[int, int]:
        """How many ids are kept, and how far the last tallies reach: a commit writes them with its progress."""
        ids, reach = self._database.execute(
            "SELECT (SELECT count(*) FROM ids), (SELECT max(position) FROM census)"
        ).fetchone()
        return int(ids), int(reach or 0)

    def _read(self, name: str) -> str | None:
        row: Any = self._database.execute("SELECT value FROM state WHERE name = ?", (name,)).fetchone()
        return None if row is None else str(row[0])

    def _write(self, name: str, value: str) -> None:
        self._database.execute("INSERT OR REPLACE INTO state VALUES (?, ?)", (name, value))


def _number(name: str) -> int:
    digest = hashlib.blake2b(name.encode("utf-8", "surrogatepass"), digest_size=8).digest()
    return int.from_bytes(digest, signed=True)
