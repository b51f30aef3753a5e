"""Settling raw edits into a text: spaces, doubled commas, empty brackets, capitals and articles."""

from __future__ import annotations

from collections.abc import Sequence
from operator import attrgetter
from typing import NamedTuple

from guardrails.text.articles import article_for
from guardrails.text.words import after, before, gap_after, gap_before
from guardrails.types import Span

__all__ = ["Op", "settle"]

_START = attrgetter("start")
_CLOSING = ",.;:!?)]}\n\r"
_OPENING = "([{\n\r\"“‘'"
_MARKS = ("**", "__", "~~", "*", "_")
_MARKING = ("*", "_", "~")
_CONSONANTS = "bcdfgjklnpqrstvwyz"  # as a first letter always said as one
_STOPS = ".!?:\n\r"
_SIGNS = (",", "/", ";")
_INSIDE = 60  # characters in which brackets open before what is deleted
_BULLETS = "-*•>#\"“‘'(["


class Op(NamedTuple):
    """One raw replacement of ``[start, end)``; a named tuple because it is made by the dozen."""

    start: int
    end: int
    new: str
    span: Span | None = None


def settle(text: str, ops: Sequence[Op]) -> list[Op]:
    """*ops* sorted and disjoint, with their surroundings mended; of two that overlap the later gives way."""
    settled: list[Op] = []
    floor, capital = 0, False
    ops = _disjoint(text, ops)
    for index, op in enumerate(ops):
        ceiling = ops[index + 1].start if index + 1 < len(ops) else len(text)
        starts = capital and not text[floor : op.start].strip()
        starts = starts or (_has_capital(text, op) and _starts_sentence(text, op.start))
        start, end = _apart(text, *_spaced(text, op, floor, ceiling)) if not op.new else (op.start, op.end)
        new, capital = _loud(text, op), False
        if starts:
            if new:
                new = new[:1].upper() + new[1:]
            elif end < ceiling and text[end].islower():
                new, end = text[end].upper(), end + 1
            else:
                capital = end == ceiling
        coming = ops[index + 1].new if not new and ceiling < len(text) and end >= ceiling - 1 else ""
        if start - floor > 1 and text[start - 1] in " \t\n" and _may_change(text, start, new):
            start, new = _with_article(text, start, end, new, floor, coming)
        if text[start:end] != new:
            settled.append(Op(start, end, new, op.span))
        floor = max(floor, end)
    return settled


def _loud(text: str, op: Op) -> str:
    """The new words in capitals where the text is: "OLDER WOMEN NEED NOT"; an abbreviation alone is no shouting."""
    if not op.new or not text[op.start : op.end].isupper() or op.new[0] == "[":
        return op.new
    beside = (before(text, op.start), after(text, op.end))
    loud = any(word is not None and len(word.text) > 1 and word.text.isupper() for word in beside)
    return op.new.upper() if loud else op.new


def _disjoint(text: str, ops: Sequence[Op]) -> list[Op]:
    kept: list[Op] = []
    floor = 0
    for op in sorted(ops, key=_START):
        start = max(op.start, floor)
        if op.end > start:
            if kept and _shares_brackets(text, kept[-1], op):
                start = kept.pop().start
            kept.append(op if start == op.start else Op(start, op.end, op.new, op.span))
            floor = op.end
    return kept


def _shares_brackets(text: str, first: Op, second: Op) -> bool:
    """Whether both deletions stand in the same brackets, with a sign between: "(29, Mexican)" leaves no "()"."""
    if first.new or second.new or text[first.end : second.start].strip() not in _SIGNS:
        return False
    opening = text.rfind("(", max(0, first.start - _INSIDE), first.start)
    return opening >= 0 and ")" not in text[opening : first.start]


def _starts_sentence(text: str, pos: int) -> bool:
    low = max(0, pos - 8)
    while pos > low and (text[pos - 1] in " \t" or text[pos - 1] in _BULLETS):
        pos -= 1
    return pos == 0 or text[pos - 1] in _STOPS


def _has_capital(text: str, op: Op) -> bool:
    pos = op.start if text[op.start].isalpha() else gap_after(text, op.start, op.end)
    return pos < op.end and text[pos].isupper()


def _spaced(text: str, op: Op, floor: int, ceiling: int) -> tuple[int, int]:
    """The range of a deletion with the blanks and commas that would be left over."""
    start, end = _unmarked(text, op.start, op.end, floor, ceiling)
    left, right = gap_before(text, start, floor), gap_after(text, end, ceiling)
    before_it, after_it = (
        text[left - 1 : left] if left > floor else "",
        text[right : right + 1] if right < ceiling else "",
    )
    if before_it == "(" and after_it == ")":
        return gap_before(text, left - 1, floor), right + 1
    if after_it in _SIGNS and (before_it == "(" or (after_it == "/" and before_it in _SIGNS)):
        return start, gap_after(text, right + 1, ceiling)
    if before_it in _SIGNS[1:] and (after_it == ")" or after_it in _SIGNS):
        return left - 1, end
    if after_it == "," and ((not before_it and left == 0) or before_it in tuple(",([{\n.!?;:")):
        return start, gap_after(text, right + 1, ceiling)
    if before_it == "," and after_it in tuple(".!?;:)"):
        return left - 1, end
    if left < start and (right > end or start == op.end):
        return start, right
    if left < start and ((not after_it and right == len(text)) or after_it in tuple(_CLOSING)):
        return left, right if after_it else end
    if right > end and (left == 0 or before_it in tuple(_OPENING) or (left == start and before_it in tuple("*_"))):
        return start, right
    return start, end


def _apart(text: str, start: int, end: int) -> tuple[int, int]:
    """The range, less the blank at its end where the words around it would become one."""
    glued = start < end - 1 and text[start - 1 : start].isalnum() and text[end : end + 1].isalnum()
    return (start, end - 1) if glued and text[end - 1] in " \t\n" else (start, end)


def _unmarked(text: str, start: int, end: int, floor: int, ceiling: int) -> tuple[int, int]:
    """The range with the emphasis around it: of "**Young** engineers" no stars stay."""
    if text[end : end + 1] not in _MARKING:
        return start, end
    for mark in _MARKS:
        size = len(mark)
        if text.startswith(mark, end) and text.startswith(mark, start - size) and start - size >= floor:
            return (start - size, end + size) if end + size <= ceiling else (start, end)
    return start, end


def _may_change(text: str, start: int, new: str) -> bool:
    """Whether "a" or "an" may stand before a blank at *start* and not be the one for *new*: a cheap look."""
    last = text[start - 2]
    if last == "a" and new and new[0] in _CONSONANTS and start > 2 and text[start - 3] == " ":
        return False
    return last in "aAnN \t"


def _with_article(text: str, start: int, end: int, new: str, floor: int, coming: str) -> tuple[int, str]:
    """Where the edit begins, and its text, when the article before it is made to fit what follows it.

    *coming* is what the next edit puts right after a deletion.
    """
    article = before(text, start - (text[start - 1 : start] == "\n"), floor)
    if article is None or article.low not in ("a", "an") or (article.end == start and start):
        return start, new
    following = new.lstrip(" [") or coming or getattr(after(text, end), "text", "")
    if not following[:1].isalnum():
        return start, new
    if new and end < len(text) and new[-1:].isalnum() and text[end].isalnum():
        following = new + getattr(after(text, end), "text", "")
    right = article_for(following, like=article.text)
    if right == article.text:
        return start, new
    return article.start, right + text[article.end : start] + new
