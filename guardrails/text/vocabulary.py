"""Sets of words written as running text, so that long lists stay readable."""

from __future__ import annotations

__all__ = ["words"]


def words(line: str, /) -> frozenset[str]:
    """The words of *line*."""
    return frozenset(line.split())
