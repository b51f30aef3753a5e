"""Reading a decision log back: its lines with their places, and its records."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from guardrails.log.chain import Entry, unseal
from guardrails.log.record import Record, from_json
from guardrails.log.segment import SEGMENT_SCHEMA, segment_files

__all__ = ["Line", "lines", "read"]

_MAX_LINE = 1024 * 1024
"""No line of ours is near this; a longer one is damage, and must not fill the memory."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line of a segment. *number* counts from 1, *end* is the byte offset behind it.

    *torn* when the file ends before the line does; *entry* is ``None`` when the line is none of this log's.
    """

    file: str
    number: int
    end: int
    torn: bool
    entry: Entry | None = field(repr=False)

    @property
    def place(self) -> str:
        """``file:line``."""
        return f"{self.file}:{self.number}"


def lines(path: Path) -> Iterator[Line]:
    """The lines of one segment, in constant memory. ``OSError`` when it cannot be read."""
    end = 0
    with path.open("rb") as file:
        number = 0
        while raw := file.readline(_MAX_LINE):
            number += 1
            end += len(raw)
            torn = not raw.endswith(b"\n") and len(raw) < _MAX_LINE
            yield Line(file=path.name, number=number, end=end, torn=torn, entry=unseal(raw))


def read(
    folder: str | os.PathLike[str], *, on_unreadable: Callable[[str], None] = lambda place: None
) -> Iterator[Record]:
    """The records in *folder*, segment after segment in order of their start.

    This does not verify the chain. A line that is no record (torn by a crash, damaged) is passed over, and its
    ``file:line`` given to *on_unreadable*. ``OSError`` when a segment cannot be read.
    """
    for path in segment_files(Path(folder)):
        for line in lines(path):
            if line.entry is not None and line.entry.fields.get("schema") == SEGMENT_SCHEMA:
                continue
            try:
                if line.entry is None:
                    raise ValueError("no line of a decision log")
                record = from_json(line.entry.fields)
            except ValueError:
                on_unreadable(line.place)
                continue
            yield record
