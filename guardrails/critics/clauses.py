"""What of a sentence goes when words of it are found: the sentence, or the part of it that the rest stands without."""

from __future__ import annotations

from typing import Final

from guardrails.critics.lexis import entries
from guardrails.critics.lexis_slant import SLANT
from guardrails.critics.view import View

__all__ = ["clause"]

_JOINS: Final = frozenset({"but", "yet", "although", "though"})
_STANDS_ALONE: Final = 3  # words that can stand as a sentence
_REACH: Final = 60  # words on each side that are looked at, so that the work stays linear in long sentences
_CELL: Final = "|"
_OPENERS: Final = entries("a, an, call, my, our, please, the, there, your")
_REFERS: Final = entries("""
    %, crime, crimes, he, her, him, his, it, its, murder, murders, percent, rape, she, so, such, that, their, them,
    these, they, this, those
""")
"""What follows goes on with what was said: it does not stand without it."""


def clause(view: View, start: int, end: int) -> tuple[int, int]:
    """The range of the text that goes with words ``[start, end)``.

    It is their cell of a table; else their sentence, less what comes before "but" or ";" and stands alone, and less
    what comes behind a ";", "but" or "and" and tells of something else, with a name or a figure.
    """
    sentence, words = view.sentence, view.words
    if _CELL in words:
        return _cell(view, start, end)
    first = _opened(words, start)
    behind = _something_else(view, end)
    if behind is not None:
        mark, rest = behind
        return (
            (sentence.start, sentence.starts[rest])
            if first is None
            else (sentence.starts[first], sentence.starts[mark])
        )
    if first is None:
        return sentence.start, sentence.end
    closing = len(words) - 1 if words[-1][0] in ".!?" else len(words)
    return sentence.starts[first], sentence.ends[closing - 1]


def _cell(view: View, start: int, end: int) -> tuple[int, int]:
    words, sentence = view.words, view.sentence
    first, last = start, end
    while first > 0 and words[first - 1] != _CELL:
        first -= 1
    while last < len(words) and words[last] != _CELL:
        last += 1
    return sentence.starts[first], sentence.ends[last - 1]


def _opened(words: tuple[str, ...], start: int) -> int | None:
    """The ";" or the comma of ", but" before *start* with enough before it to stand alone."""
    for mark in range(start - 1, max(_STANDS_ALONE - 1, start - _REACH), -1):
        if words[mark] == ";" or (words[mark] == "," and words[mark + 1] in _JOINS):
            return mark
    return None


def _something_else(view: View, end: int) -> tuple[int, int] | None:
    """The mark behind *end* and the word after it where the rest tells of something else."""
    words = view.words
    for mark in range(end, min(len(words) - _STANDS_ALONE, end + _REACH)):
        rest = _rest_after(words, mark)
        if rest is not None:
            return (mark, rest) if _stands(view, rest) else None
    return None


def _rest_after(words: tuple[str, ...], mark: int) -> int | None:
    if words[mark] == ";":
        return mark + 1
    joined = mark + 1 if words[mark] == "," else mark
    if words[joined] in _JOINS and joined > mark:
        return joined + 1
    return joined + 1 if words[joined] == "and" and words[joined + 1] in _OPENERS else None


def _stands(view: View, rest: int) -> bool:
    words, text, starts = view.words[rest:], view.text, view.sentence.starts
    if len(words) < _STANDS_ALONE or not _REFERS.isdisjoint(words) or not SLANT["ill"].isdisjoint(words):
        return False
    if any(group.end > rest for group in view.groups):
        return False
    return any(word[0].isdigit() or text[starts[at]].isupper() for at, word in enumerate(words, rest) if at > rest)
