"""Where decision records go: a folder of chained segment files, or a list in memory."""

from __future__ import annotations

import os
import secrets
import threading
import weakref
from collections.abc import Callable, Sequence
from contextlib import suppress
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from types import TracebackType
from typing import Protocol, Self

from guardrails.errors import SinkError
from guardrails.log.chain import Sealer, hasher
from guardrails.log.record import Record
from guardrails.log.segment import SUFFIX, Head, Segment, latest_heads, sink_error

__all__ = ["JsonlSink", "MemorySink", "Sink"]


class Sink(Protocol):
    """Takes the records of a call. Called from any thread; raises `SinkError` when they could not be kept."""

    def write(self, records: Sequence[Record], /) -> None: ...


class MemorySink:
    """Keeps records in a list, for tests and notebooks."""

    __slots__ = ("_records",)

    def __init__(self) -> None:
        self._records: list[Record] = []

    def write(self, records: Sequence[Record], /) -> None:
        self._records.extend(records)  # one bytecode: a batch stays together

    @property
    def records(self) -> tuple[Record, ...]:
        """Everything written so far, in order."""
        return tuple(self._records)


def _now() -> datetime:
    return datetime.now(UTC)


def _token() -> str:
    return secrets.token_hex(4)


class _Process:
    """What one process holds of a sink: a lock and the segment it writes."""

    __slots__ = ("lock", "segment")

    def __init__(self) -> None:
        self.lock = threading.Lock()
        self.segment: Segment | None = None


_Processes = dict[int, _Process]


class JsonlSink:
    """Appends records to a segment file of its own in *folder*, one per process, each line chained to the one before.

    *key* (bytes, secret) makes the chain an HMAC. *fsync* waits for the disk after every call: a crash of the machine
    then loses nothing, at the price of milliseconds. *segment_bytes* starts a new segment once one has grown past it.
    *clock* (aware datetimes) and *token* (a few random letters) name the segments and are there for tests.

    Nothing is touched before the first record. Threads and tasks share one segment; a forked child starts its own.
    A segment is closed by `close`, by leaving a ``with`` block, or when the interpreter exits in order.
    """

    __slots__ = ("__weakref__", "_clock", "_finalizer", "_fsync", "_key", "_limit", "_processes", "_token", "folder")

    def __init__(
        self,
        folder: str | os.PathLike[str],
        *,
        key: bytes | None = None,
        fsync: bool = False,
        segment_bytes: int = 256 * 1024 * 1024,
        clock: Callable[[], datetime] = _now,
        token: Callable[[], str] = _token,
    ) -> None:
        hasher(key)  # an empty key is refused here, not at the first record
        self.folder = Path(folder)
        self._key, self._fsync, self._limit = key, fsync, segment_bytes
        self._clock, self._token = clock, token
        self._processes: _Processes = {}
        self._finalizer = weakref.finalize(self, _close_at_exit, self._processes, clock)

    def write(self, records: Sequence[Record], /) -> None:
        """Append *records* together, in order. After a `SinkError` none of them is in the file."""
        if not records:
            return
        process = self._process()
        with process.lock:
            path = self.folder
            try:
                segment = self._segment(process)
                path = segment.path
                segment.append(records)
            except OSError as error:
                raise sink_error(path, error) from error
            except (TypeError, ValueError, KeyError) as error:  # a layer of somebody's own put an object in a field
                raise SinkError(str(path), f"a record cannot be written as JSON ({type(error).__name__})") from None

    def close(self) -> None:
        """Write the closing line. Writing again afterwards starts a new segment. May be called twice."""
        process = self._process()
        with process.lock:
            segment, process.segment = process.segment, None
            if segment is not None:
                try:
                    segment.close(self._clock())
                except OSError as error:
                    raise sink_error(segment.path, error) from error

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    def __reduce__(self) -> tuple[Callable[..., JsonlSink], tuple[Path]]:
        """The folder, with a segment of its own. Raises `TypeError` with a key: the bytes would give it away."""
        if self._key is not None:
            raise TypeError("a JsonlSink with a key is not pickled, for the key would be in the bytes: make it anew")
        options = {"fsync": self._fsync, "segment_bytes": self._limit, "clock": self._clock, "token": self._token}
        return partial(JsonlSink, **options), (self.folder,)  # type: ignore[arg-type] # by name, as they came

    def __repr__(self) -> str:
        return f"JsonlSink({str(self.folder)!r}, keyed={self._key is not None})"

    def _process(self) -> _Process:
        """What this process holds. A child must not use its parent's lock (it may be held for ever) or segment."""
        pid = os.getpid()
        mine = self._processes.get(pid)
        if mine is None:
            mine = self._processes.setdefault(pid, _Process())
            for other in [known for known in list(self._processes) if known != pid]:
                inherited = self._processes.pop(other, None)
                if inherited is not None and inherited.segment is not None:
                    inherited.segment.abandon()
        return mine

    def _segment(self, process: _Process) -> Segment:
        current, lost = process.segment, []
        if current is not None and current.gone:
            process.segment, lost = None, [current.head]  # the next header misses it, so that verifying tells
            current.abandon()
        elif current is not None and (current.broken or current.size >= self._limit):
            process.segment = None
            with suppress(OSError):  # the new segment will meet the same trouble, and report it
                current.close(self._clock())
        if process.segment is None:
            process.segment = self._start(lost)
        return process.segment

    def _start(self, lost: list[Head]) -> Segment:
        self.folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        heads = [*lost, *latest_heads(self.folder)]
        time = self._clock().astimezone(UTC)
        name = f"{time:%Y%m%dT%H%M%S.%f}Z-{os.getpid()}-{self._token()}{SUFFIX}"
        segment = Segment(self.folder / name, Sealer(self._key), fsync=self._fsync)
        try:
            segment.open(time=time, key=self._key, heads=heads)
        except BaseException:
            segment.abandon()
            with suppress(OSError):
                segment.path.unlink()
            raise
        return segment


def _close_at_exit(processes: _Processes, clock: Callable[[], datetime]) -> None:
    mine = processes.pop(os.getpid(), None)
    if mine is None or mine.segment is None or not mine.lock.acquire(timeout=1.0):
        return
    with suppress(OSError, SinkError):  # nobody is left to hear of it; the segment reads as never closed
        mine.segment.close(clock())
    mine.lock.release()
