"""The words beside a position, found without tokenising the whole text."""

from __future__ import annotations

from typing import NamedTuple

__all__ = ["Word", "after", "before", "gap_after", "gap_before"]

_REACH = 48  # characters a word or a gap may have; longer ones are not English words and would cost quadratic time
_BLANKS = " \t"
_INSIDE = "'’-"
_make = tuple.__new__  # a named tuple's own constructor costs as much as the search


class Word(NamedTuple):
    """A word and where it stands; *low* is it in lower case with a plain apostrophe.

    A named tuple because dozens are made for a span.
    """

    start: int
    end: int
    text: str
    low: str


def gap_before(text: str, pos: int, floor: int = 0) -> int:
    """Where the blanks that end at *pos* begin."""
    if pos <= floor or text[pos - 1] not in _BLANKS:
        return pos
    low = max(floor, pos - _REACH)
    while pos > low and text[pos - 1] in _BLANKS:
        pos -= 1
    return pos


def gap_after(text: str, pos: int, ceiling: int | None = None) -> int:
    """Where the blanks that begin at *pos* end."""
    limit = len(text) if ceiling is None else ceiling
    if pos >= limit or text[pos] not in _BLANKS:
        return pos
    high = min(limit, pos + _REACH)
    while pos < high and text[pos] in _BLANKS:
        pos += 1
    return pos


def before(text: str, pos: int, floor: int = 0) -> Word | None:
    """The word that ends just before *pos*, only blanks between; ``None`` at punctuation or *floor*."""
    end = pos
    if pos > floor and text[pos - 1] in _BLANKS:
        end = pos - 1
        if end > floor and text[end - 1] in _BLANKS:
            end = gap_before(text, end, floor)
    low = end - _REACH
    if low < floor:
        low = floor
    start = text.rfind(" ", low, end) + 1 or low
    token = text[start:end]
    if token.isalnum():  # most words; the loop below is for "(Black" and "wheelchair-using"
        return _make(Word, (start, end, token, token.lower()))
    start = end
    while start > low and (text[start - 1].isalnum() or text[start - 1] in _INSIDE):
        start -= 1
    while start < end and text[start] in _INSIDE:
        start += 1
    return _word(text, start, end) if start < end else None


def after(text: str, pos: int, ceiling: int | None = None) -> Word | None:
    """The word that begins just after *pos*, only blanks between; ``None`` at punctuation or *ceiling*."""
    limit = len(text) if ceiling is None else ceiling
    start = pos
    if pos < limit and text[pos] in _BLANKS:
        start = pos + 1
        if start < limit and text[start] in _BLANKS:
            start = gap_after(text, start, limit)
    high = start + _REACH
    if high > limit:
        high = limit
    end = text.find(" ", start, high)
    token = text[start : end if end >= 0 else high]
    if token.isalnum():
        return _make(Word, (start, start + len(token), token, token.lower()))
    end = start
    if start >= high or not text[start].isalnum():
        return None
    while end < high and (text[end].isalnum() or text[end] in _INSIDE):
        end += 1
    while text[end - 1] in _INSIDE:
        end -= 1
    return _word(text, start, end)


def _word(text: str, start: int, end: int) -> Word:
    found = text[start:end]
    return Word(start, end, found, found.lower().replace("’", "'"))
