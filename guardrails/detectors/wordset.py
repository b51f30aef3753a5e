"""A set of words written as one string, as word lists read best."""

from __future__ import annotations

__all__ = ["word_set"]


def word_set(text: str) -> frozenset[str]:
    """The words of *text*, split at white space."""
    return frozenset(text.split())
