"""Folding: the text as a matcher reads it, with an exact way back to the characters it came from.

Case, compatibility forms (NFKC), combining marks, zero-width and bidirectional characters, look-alike letters and
runs of white space are folded away. ASCII text of single spaces is only lower-cased, and needs no map.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Final

from guardrails.text.confusables import CONFUSABLES, SWAPS

__all__ = ["Folded", "disguised", "fold"]

_SPECIAL: Final = re.compile(r"[^\x00-\x7f]|\s{2,}")  # what cannot be lower-cased in place: "é", "  "
_BLANKS: Final = "\t\n\r\x0b\x0c"
_SPACES: Final = str.maketrans(_BLANKS, " " * len(_BLANKS))
_RARE_BLANKS: Final = "\x1c\x1d\x1e\x1f"  # white space that stays as it is where it stands alone
_INVISIBLE: Final = frozenset({"Cf", "Mn", "Me", "Cc"})
_ALWAYS_INVISIBLE: Final = frozenset("\u115f\u1160\u3164\uffa0\u17b4\u17b5")  # letters by category, blank on screen

# "w o m a n", "w-o-m-a-n", "b.l.a.c.k": single letters, one sign between each two. Bounded: a longer run is no word.
_SPACED: Final = re.compile(r"(?<![\w'])[a-z](?:([ .*_-])[a-z](?![\w'])(?:\1[a-z](?![\w'])){1,30})")
_SPACED_HINTS: Final = tuple(  # one of them is in every match of the above; each skips to its sign
    (sign, re.compile(rf"{re.escape(sign)}[a-z]{re.escape(sign)}[a-z](?![a-z])")) for sign in " .*_-"
)
# "w0man", "@sian", "l3sbian": a swapped sign before a letter; the word around it is cut out by hand.
_SWAPPED: Final = re.compile(r"[013457@$!|][a-z]")
_SIGNS: Final = "013457@$!|"
_WORD_LIMIT: Final = 24  # longer disguised words are not words


@dataclass(frozen=True, slots=True, kw_only=True)
class Folded:
    """*text* as the matcher reads it. Positions in it go back to the source through `source_span`."""

    text: str = field(repr=False)
    _folded: tuple[int, ...] | None = None  # None: every position stands for itself
    _source: tuple[int, ...] = ()
    _lengths: tuple[int, ...] = ()

    def source_span(self, start: int, end: int) -> tuple[int, int]:
        """The half-open source range of the non-empty folded range ``[start, end)``."""
        if self._folded is None:
            return start, end
        return self._place(self._folded, start)[0], self._place(self._folded, end - 1)[1]

    def cased(self, source: str) -> str:
        """The folded text with the capitals of *source*, position by position; *source* is what was folded."""
        if self._folded is None:
            return source
        out = []
        ranges = pairwise((*self._folded, len(self.text)))
        for (start, end), place, length in zip(ranges, self._source, self._lengths, strict=True):
            if length:
                char = self.text[start:end]
                out.append(char.upper() if source[place].isupper() and len(char.upper()) == end - start else char)
            else:
                out.append(source[place : place + end - start])
        return "".join(out)

    def _place(self, folded: tuple[int, ...], index: int) -> tuple[int, int]:
        piece = bisect_right(folded, index) - 1
        source, length = self._source[piece], self._lengths[piece]
        if length:
            return source, source + length
        start = source + index - folded[piece]
        return start, start + 1


def fold(text: str) -> Folded:
    """Fold *text*. Linear; ASCII text without runs of white space takes the fast path."""
    if text.isascii():
        folded = text.lower()
        for blank in _BLANKS:  # looking for each costs a tenth of translating a long text
            folded = folded.replace(blank, " ")
        if "  " not in folded and not any([blank in text for blank in _RARE_BLANKS]):  # noqa: C419 - faster
            return Folded(text=folded)
    return _fold_pieces(text)


class _Pieces:
    """What is folded so far: the text, and where each piece of it comes from (length 0: in step with the source)."""

    __slots__ = ("folded", "lengths", "out", "size", "source")

    def __init__(self) -> None:
        self.out: list[str] = []
        self.folded: list[int] = []
        self.source: list[int] = []
        self.lengths: list[int] = []
        self.size = 0

    def add(self, text: str, start: int, length: int) -> None:
        if text:
            self.out.append(text)
            self.folded.append(self.size)
            self.source.append(start)
            self.lengths.append(length)
            self.size += len(text)

    def done(self) -> Folded:
        return Folded(
            text="".join(self.out), _folded=tuple(self.folded), _source=tuple(self.source), _lengths=tuple(self.lengths)
        )


def _fold_pieces(text: str) -> Folded:
    pieces, last = _Pieces(), 0
    seen: dict[str, str] = {}  # hostile text repeats the same few characters
    for found in _SPECIAL.finditer(text):
        start, end = found.span()
        pieces.add(text[last:start].lower().translate(_SPACES), last, 0)
        run = found.group()
        if run not in seen:
            seen[run] = _fold_run(run)
        pieces.add(seen[run], start, end - start)
        last = end
    pieces.add(text[last:].lower().translate(_SPACES), last, 0)
    return pieces.done()


def _fold_run(run: str) -> str:
    """Fold one non-ASCII character, or a run of white space to one space."""
    if run.isspace():
        return "\n" if run.count("\n") > 1 else " "  # an empty line still parts what it parted
    if run in CONFUSABLES:
        return CONFUSABLES[run]
    out = []
    for char in unicodedata.normalize("NFKD", run).casefold():
        if char in CONFUSABLES:
            out.append(CONFUSABLES[char])
        elif "\ud800" <= char <= "\udfff":
            out.append("\ufffd")  # half a character cannot be encoded, and the matcher reads bytes
        elif unicodedata.category(char) not in _INVISIBLE and char not in _ALWAYS_INVISIBLE:
            out.append(char)
    return "".join(out)


def disguised(folded: Folded) -> Iterator[Folded]:
    """Words hidden by spaced-out letters or swapped signs, each alone, mapped to the same source.

    They are to be matched whole: only a term that fills one is meant.
    """
    text = folded.text
    if any([sign in text and hint.search(text) for sign, hint in _SPACED_HINTS]):  # noqa: C419 - faster
        for found in _SPACED.finditer(text):
            yield _piece(folded, [(at, text[at]) for at in range(found.start(), found.end(), 2)])
    if not any([sign in text for sign in _SIGNS]):  # noqa: C419 - faster
        return
    last = 0
    for found in _SWAPPED.finditer(text):
        if found.start() < last:
            continue
        start, last = _word_around(text, found.start())
        if 3 <= last - start <= _WORD_LIMIT and 2 * sum(map(str.isalpha, text[start:last])) > last - start:
            yield _piece(folded, [(at, SWAPS.get(text[at], text[at])) for at in range(start, last)])


def _word_around(text: str, at: int) -> tuple[int, int]:
    start = end = at
    floor, ceiling = max(0, at - _WORD_LIMIT), min(len(text), at + _WORD_LIMIT)
    while start > floor and (text[start - 1].isalnum() or text[start - 1] in SWAPS):
        start -= 1
    while end < ceiling and (text[end].isalnum() or text[end] in SWAPS):
        end += 1
    while end > start and text[end - 1] in "!|":  # punctuation, not a letter
        end -= 1
    return start, max(end, at + 1)


def _piece(folded: Folded, chars: list[tuple[int, str]]) -> Folded:
    places = [folded.source_span(at, at + 1) for at, _ in chars]
    return Folded(
        text="".join(char for _, char in chars),
        _folded=tuple(range(len(chars))),
        _source=tuple(start for start, _ in places),
        _lengths=tuple(end - start for start, end in places),
    )
