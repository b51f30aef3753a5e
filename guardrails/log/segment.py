"""One segment file being written: a header line, whole batches of records, a closing line.

Nothing is buffered here: a batch is one ``write``, and a batch that did not fit is cut back off, so a full disk leaves
the chain as it was.
"""

from __future__ import annotations

import errno
import os
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from guardrails.errors import SinkError
from guardrails.log.chain import GENESIS, Sealed, Sealer, key_id, unseal
from guardrails.log.record import Json, Record, as_json

__all__ = ["SEGMENT_SCHEMA", "SUFFIX", "Head", "Segment", "latest_heads", "segment_files", "sink_error"]

SEGMENT_SCHEMA = "guardrails.segment/1"
SUFFIX = ".jsonl"

_LINKED = 32  # a header names the heads of this many segments, those written to last
_TAIL_BYTES = 64 * 1024  # a line is far shorter
_PLATFORM = getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_BINARY", 0)
_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
_DENIED = {errno.EACCES, errno.EPERM, errno.EROFS}
_NO_FOLDER = {errno.ENOTDIR, errno.EEXIST}


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """The last whole line of a segment: where it ends, in bytes, and its hash."""

    segment: str
    end: int
    hash: str


class Segment:
    """An append-only file and its place in the chain. Not safe by itself: its owner holds a lock."""

    __slots__ = ("_end", "_fd", "_fsync", "_head", "_records", "_sealer", "broken", "path")

    def __init__(self, path: Path, sealer: Sealer, *, fsync: bool) -> None:
        self.path, self._sealer, self._fsync = path, sealer, fsync
        self._head, self._end, self._records = GENESIS, 0, 0
        self.broken = False
        """A torn line could not be cut off: nothing more may be written here."""
        flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_APPEND | _PLATFORM
        self._fd = os.open(path, flags, 0o600)

    @property
    def size(self) -> int:
        """Bytes written."""
        return self._end

    @property
    def head(self) -> Head:
        """The last line written, for a successor to link to."""
        return Head(segment=self.path.name, end=self._end, hash=self._head)

    @property
    def gone(self) -> bool:
        """Somebody deleted the file: what is written here from now on would be lost without an error."""
        return os.fstat(self._fd).st_nlink == 0

    def open(self, *, time: datetime, key: bytes | None, heads: Sequence[Head]) -> None:
        """Write the header, which links this segment to the *heads* of those that were there before it."""
        self._append(
            self._sealer.seal(
                [
                    {
                        "schema": SEGMENT_SCHEMA,
                        "event": "open",
                        "segment": self.path.name,
                        "time": time,
                        "pid": os.getpid(),
                        "key_id": key_id(key),
                        "heads": [{"segment": head.segment, "end": head.end, "hash": head.hash} for head in heads],
                    }
                ],
                self._head,
            )
        )
        if self._fsync:
            _fsync_folder(self.path.parent)

    def append(self, records: Sequence[Record]) -> None:
        """Append *records* as one write. On ``OSError`` nothing of them is left in the file."""
        self._append(self._sealer.seal([as_json(record) for record in records], self._head))
        self._records += len(records)

    def close(self, time: datetime) -> None:
        """Write the closing line and let go of the file, whether or not that worked."""
        try:
            if not self.broken:
                row: dict[str, Json | datetime] = {
                    "schema": SEGMENT_SCHEMA,
                    "event": "close",
                    "time": time,
                    "records": self._records,
                }
                self._append(self._sealer.seal([row], self._head))
        finally:
            self.abandon()

    def abandon(self) -> None:
        """Let go of the file as it is: for a forked child, and for a segment that is broken."""
        fd, self._fd = self._fd, -1
        if fd >= 0:
            with suppress(OSError):
                os.close(fd)

    def _append(self, sealed: Sealed) -> None:
        try:
            _write_all(self._fd, sealed.lines)
            if self._fsync:
                os.fsync(self._fd)
        except BaseException:
            self._cut_back()
            raise
        self._head, self._end = sealed.head, self._end + len(sealed.lines)

    def _cut_back(self) -> None:
        try:
            os.ftruncate(self._fd, self._end)
        except OSError:
            self.broken = True


def _write_all(fd: int, data: bytes) -> None:
    written = os.write(fd, data)
    while written < len(data):  # a disk that fills up takes a part before it refuses
        written += os.write(fd, data[written:])


def _fsync_folder(folder: Path) -> None:
    with suppress(OSError):  # Windows cannot open a folder
        fd = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(fd)
        finally:
            os.close(fd)


def segment_files(folder: Path) -> list[Path]:
    """The segments in *folder*, oldest first; empty when there is no such folder."""
    if not folder.exists():
        return []
    return sorted(path for path in folder.iterdir() if path.suffix == SUFFIX and path.is_file())


def latest_heads(folder: Path) -> list[Head]:
    """Heads of the segments written to last, which a new header links to.

    A segment dropped or cut short later is then missed by its successors. Torn ends and unreadable files are passed
    over: a crash, or a file somebody locked away, must not stop the next start.
    """
    dated: list[tuple[int, str]] = []
    with os.scandir(folder) as entries:  # a command line leaves thousands of segments
        for entry in entries:
            if entry.name.endswith(SUFFIX):
                with suppress(OSError):
                    dated.append((entry.stat().st_mtime_ns, entry.path))
    heads = [_head(Path(path)) for _, path in sorted(dated)[-_LINKED:]]
    return [head for head in heads if head is not None]


def _head(path: Path) -> Head | None:
    with suppress(OSError), path.open("rb") as file:
        start = max(0, file.seek(0, os.SEEK_END) - _TAIL_BYTES)
        file.seek(start)
        tail = file.read()
        end = tail.rfind(b"\n") + 1
        entry = unseal(tail[tail.rfind(b"\n", 0, end - 1) + 1 : end]) if end else None
        return None if entry is None else Head(segment=path.name, end=start + end, hash=entry.stated)
    return None


def sink_error(path: Path, error: OSError) -> SinkError:
    """*error* as a `SinkError` that says what to do next."""
    what = (error.strerror or type(error).__name__).lower()
    if error.errno in _FULL:
        step = "free some space, or log to another folder; what was logged before is whole"
    elif error.errno in _DENIED:
        step = "let this user write there, or log to another folder"
    elif error.errno in _NO_FOLDER:
        step = "the log needs a folder of its own: give another path"
    else:
        step = "log to another folder, or set log.on_error to continue without records"
    return SinkError(str(path), f"the decision log cannot be written: {what}; {step}")
