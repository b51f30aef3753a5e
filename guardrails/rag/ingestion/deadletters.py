"""Where records go that no index took: one JSON object a line, saying why, and the record itself only if asked."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from os import PathLike
from pathlib import Path
from typing import Any

import orjson

from guardrails.errors import IngestError
from guardrails.rag.records.projection import Projected

__all__ = ["DeadLetters", "letter_of"]


def letter_of(position: int, projected: Projected, record: object = None) -> Mapping[str, Any]:
    """One line: position in the source from 0, id, outcome, and place and reason of every leak and fault.

    It never quotes a value; *record* is added as it is when given.
    """
    letter: dict[str, Any] = {
        "position": position,
        "id": projected.document or None,
        "outcome": str(projected.outcome),
        "leaks": [{"path": one.path, "attribute": one.attribute, "reason": one.reason} for one in projected.leaks],
        "faults": [{"path": one.path, "reason": one.reason} for one in projected.faults],
    }
    return letter if record is None else {**letter, "record": record}


class DeadLetters:
    """Appends to a JSON Lines file; ``None`` as *path* keeps nothing. What is written has reached the disk."""

    def __init__(self, path: str | PathLike[str] | None) -> None:
        self.path = None if path is None else Path(path)

    def resume(self, size: int) -> int:
        """Cut off what a run that broke down wrote after *size* bytes, and return the size; -1 starts at the end."""
        if self.path is None:
            return size
        try:
            now = self.path.stat().st_size if self.path.exists() else 0
            if size < 0 or size == now:
                return now
            if now < size:
                raise IngestError(str(self.path), "shorter than the ingest left it; put it back, or delete the state")
            os.truncate(self.path, size)
        except OSError as error:
            raise IngestError(str(self.path), (error.strerror or type(error).__name__).lower()) from error
        return size

    def write(self, letters: Sequence[Mapping[str, Any]]) -> int:
        """Append *letters* and return the size of the file in bytes."""
        if self.path is None:
            return -1
        lines = b"".join(map(_line, letters))
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            descriptor = os.open(self.path, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
            with os.fdopen(descriptor, "ab") as file:
                file.write(lines)
                file.flush()
                os.fsync(file.fileno())
                return file.tell()
        except OSError as error:
            raise IngestError(str(self.path), (error.strerror or type(error).__name__).lower()) from error


def _line(letter: Mapping[str, Any]) -> bytes:
    try:
        return orjson.dumps(letter, option=orjson.OPT_NON_STR_KEYS) + b"\n"
    except TypeError:  # the record is what cannot be JSON: the reason why it is here may be that it is odd
        return orjson.dumps({**letter, "record": repr(type(letter.get("record")).__name__)}) + b"\n"
