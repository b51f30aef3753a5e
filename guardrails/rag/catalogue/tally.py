"""Counting what stands in one field: bounded, in any order, and the same however the records are split."""

from __future__ import annotations

import hashlib
import heapq
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from guardrails.rag.folding import folded
from guardrails.rag.types import FieldKind, Scalar

__all__ = ["MOST_VALUES", "Counter", "Tally"]

MOST_VALUES: Final = 4_096
"""Different values that are kept of one field."""

_LONGEST: Final = 100  # characters of a value that is kept; a longer one is a text
_PROSE: Final = 8  # words from which a value is prose


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """What was counted of one field. *values* are folded, with the number of records that hold each.

    Of more than `MOST_VALUES` different ones, those with the smallest hashes are kept: whether a value is among them
    depends on nothing but the set of all values, and its count is exact. So `merge` is associative and commutative, and
    merging the tallies of shards gives the tally of the whole.
    """

    path: str
    kind: FieldKind | None = None
    attribute: str | None = None
    count: int = 0
    numbers: int = 0
    prose: int = 0
    complete: bool = True
    values: Mapping[str, int] = field(default_factory=dict, repr=False)

    def merge(self, other: Tally) -> Tally:
        """Both together. ``ValueError`` when they are not about the same field."""
        if (self.path, self.kind, self.attribute) != (other.path, other.kind, other.attribute):
            raise ValueError(f"{self.path!r} and {other.path!r} are not the same field of one schema")
        counts = dict(self.values)
        for value, count in other.values.items():
            counts[value] = counts.get(value, 0) + count
        kept = counts if len(counts) <= MOST_VALUES else dict(heapq.nsmallest(MOST_VALUES, counts.items(), key=_order))
        return Tally(
            path=self.path,
            kind=self.kind,
            attribute=self.attribute,
            count=self.count + other.count,
            numbers=self.numbers + other.numbers,
            prose=self.prose + other.prose,
            complete=self.complete and other.complete and len(counts) <= MOST_VALUES,
            values=kept,
        )


def _order(item: tuple[str, int]) -> bytes:
    return _hash(item[0])


def _hash(value: str) -> bytes:
    return hashlib.blake2b(value.encode("utf-8", "surrogatepass"), digest_size=8).digest()


class Counter:
    """Counts the values of one field as records go by. *keeps* says whether values are kept at all."""

    __slots__ = ("_count", "_counts", "_dropped", "_field", "_folded", "_heap", "_keeps", "_numbers", "_prose")

    def __init__(self, path: str, kind: FieldKind | None, attribute: str | None, *, keeps: bool) -> None:
        self._field, self._keeps = (path, kind, attribute), keeps
        self._count = self._numbers = self._prose = 0
        self._counts: dict[str, int] = {}
        self._heap: list[tuple[int, str]] = []  # the largest hash first, as negative numbers
        self._dropped = False
        self._folded: dict[str, str] = {}

    def add(self, values: tuple[Scalar, ...]) -> None:
        """One record has the field, with these *values*; with none where they are nobody's business."""
        self._count += 1
        for value in dict.fromkeys(values) if len(values) > 1 else values:
            if not isinstance(value, str):
                self._numbers += not isinstance(value, bool)
            elif len(value) > _LONGEST or (not self._keeps and value.count(" ") >= _PROSE - 1):
                self._prose += 1
            elif self._keeps:
                self._keep(self._fold(value))

    def tally(self) -> Tally:
        """What was counted so far."""
        path, kind, attribute = self._field
        return Tally(
            path=path,
            kind=kind,
            attribute=attribute,
            count=self._count,
            numbers=self._numbers,
            prose=self._prose,
            complete=not self._dropped,
            values=dict(sorted(self._counts.items())),
        )

    def _fold(self, value: str) -> str:
        known = self._folded.get(value)
        if known is None:
            if len(self._folded) >= MOST_VALUES:
                self._folded.clear()
            known = self._folded[value] = folded(value)
        return known

    def _keep(self, value: str) -> None:
        if value in self._counts:
            self._counts[value] += 1
            return
        rank = int.from_bytes(_hash(value))
        if len(self._counts) < MOST_VALUES:
            heapq.heappush(self._heap, (-rank, value))
            self._counts[value] = 1
            return
        self._dropped = True
        if rank < -self._heap[0][0]:
            _, last = heapq.heapreplace(self._heap, (-rank, value))
            del self._counts[last]
            self._counts[value] = 1
