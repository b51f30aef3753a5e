"""The words beside a position, found without tokenising the whole text."""

from __future__ import annotations

from typing import NamedTuple

__all__ = ["Word", "after", "before", "gap_after", "gap_before"]

_REACH = 48  # characters a word or a gap may have; longer ones are not English words and would cost quadratic time
_INSIDE = "'’-"


class Word(NamedTuple):
    """A word and where it stands; a named tuple because thousands are made per text."""

    start: int
    end: int
    text: str

    @property
    def low(self) -> str:
        """The word in lower case with a plain apostrophe."""
        return self.text.lower().replace("’", "'")


def gap_before(text: str, pos: int, floor: int = 0) -> int:
    """Where the blanks that end at *pos* begin."""
    low = max(floor, pos - _REACH)
    while pos > low and text[pos - 1] in " \t":
        pos -= 1
    return pos


def gap_after(text: str, pos: int, ceiling: int | None = None) -> int:
    """Where the blanks that begin at *pos* end."""
    high = min(len(text) if ceiling is None else ceiling, pos + _REACH)
    while pos < high and text[pos] in " \t":
        pos += 1
    return pos


def before(text: str, pos: int, floor: int = 0) -> Word | None:
    """The word that ends just before *pos*, only blanks between; ``None`` at punctuation or *floor*."""
    end = start = gap_before(text, pos, floor)
    low = max(floor, end - _REACH)
    while start > low and (text[start - 1].isalnum() or text[start - 1] in _INSIDE):
        start -= 1
    while start < end and text[start] in _INSIDE:
        start += 1
    return Word(start, end, text[start:end]) if start < end else None


def after(text: str, pos: int, ceiling: int | None = None) -> Word | None:
    """The word that begins just after *pos*, only blanks between; ``None`` at punctuation or *ceiling*."""
    end = start = gap_after(text, pos, ceiling)
    high = min(len(text) if ceiling is None else ceiling, start + _REACH)
    if start >= high or not text[start].isalnum():
        return None
    while end < high and (text[end].isalnum() or text[end] in _INSIDE):
        end += 1
    while text[end - 1] in _INSIDE:
        end -= 1
    return Word(start, end, text[start:end])
