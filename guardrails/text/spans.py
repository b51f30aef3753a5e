"""Span algebra: half-open ranges that overlap, contain and win over one another."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Protocol, TypeVar

__all__ = ["Ranged", "covers", "overlaps", "resolve"]


class Ranged(Protocol):
    """Anything with a half-open range ``[start, end)``."""

    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...


R = TypeVar("R", bound=Ranged)


def overlaps(a: Ranged, b: Ranged) -> bool:
    """Whether *a* and *b* share a position."""
    return a.start < b.end and b.start < a.end


def covers(outer: Ranged, inner: Ranged) -> bool:
    """Whether *inner* lies within *outer*, ends included."""
    return outer.start <= inner.start and inner.end <= outer.end


def resolve(ranges: Iterable[R], *, over: Sequence[Ranged] = ()) -> list[R]:
    """The disjoint ranges that win, sorted by start: the longer beats the shorter, the earlier an equal one.

    Ranges that touch one of *over* (sorted and disjoint) are dropped. O(n log n).
    """
    kept: list[R] = []
    for item in sorted(ranges, key=lambda r: (r.start, -r.end)):
        if kept and item.start < kept[-1].end:
            if item.end - item.start <= kept[-1].end - kept[-1].start:
                continue
            while kept and item.start < kept[-1].end and item.end - item.start > kept[-1].end - kept[-1].start:
                kept.pop()
            if kept and item.start < kept[-1].end:
                continue
        kept.append(item)
    return [item for item in kept if not any(overlaps(item, other) for other in over)] if over else kept
