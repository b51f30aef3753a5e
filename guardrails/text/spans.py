"""Span algebra: half-open ranges that overlap, contain and win over one another."""

from __future__ import annotations

from collections.abc import Iterable
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


def resolve(ranges: Iterable[R]) -> list[R]:
    """The disjoint ranges that win, sorted by start: the longer beats the shorter, the earlier an equal one.

    O(n log n).
    """
    kept: list[R] = []
    for item in sorted(ranges, key=lambda r: (r.start, -r.end)):
        size = item.end - item.start
        while kept and item.start < kept[-1].end and size > kept[-1].end - kept[-1].start:
            kept.pop()
        if not kept or item.start >= kept[-1].end:
            kept.append(item)
    return kept
