"""A text as sentences of folded words, each with its place in the text: what the embedded rules read."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from guardrails.critics.lexis import entries
from guardrails.text.fold import Folded, fold

__all__ = ["Sentence", "sentences"]

# Ends a line that is not just wrapped prose: the next one is blank or opens with a capital, a digit or a list mark.
_LINE: Final = re.compile(r"\n(?=[ \t]{0,200}(?:[A-Z0-9*\-•–>#|\"'“]|\r?\n|$))")
# "don't" -> do n't, "they're" -> they 're, "able-bodied" -> one word, "..." -> one mark, "35%" -> 35 %
_WORD: Final = re.compile(
    r"[a-z]{1,100}(?=n't\b)|n't\b|'(?:s|re|ve|ll|d|m)\b|[^\W_]{1,100}(?:[-'][^\W_]{1,100}){0,8}?(?=n't\b|'(?:s|re|ve|ll|d|m)\b)"
    r"|[^\W_]{1,100}(?:[-'’][^\W_]{1,100}){0,8}|[.!?]{1,8}|[^\w\s]"
)
_PLAIN_WORD: Final = re.compile(r"[^\W_]+(?:-[^\W_]+){0,8}|[.!?]{1,8}|[^\w\s]")  # the same where nothing is contracted
_APOSTROPHES: Final = str.maketrans("’‘ʼ`´", "'''''")
_QUOTES: Final = str.maketrans("“”„«»", '"""""')
_ABBREVIATIONS: Final = entries("""
    capt, cf, co, col, dept, dr, e.g, eg, etc, gen, gov, hon, i.e, ie, inc, jr, lt, ltd, mr, mrs, ms, mx, prof, rep,
    rev, sen, sgt, sr, st, vs
""")
_CLOSERS: Final = frozenset("\"')]")
_STOPS: Final = frozenset(".!?")
_ENDING: Final = _STOPS | _CLOSERS
_LONGEST: Final = 250  # words; what runs on longer is read in pieces, which keeps the work linear
_MOST_CLOSERS: Final = 3  # closing marks between a full stop and the end of its sentence


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """*words* are folded; word *i* is ``text[starts[i]:ends[i]]``. ``[start, end)`` is the sentence, closing mark
    included, without the white space around it."""

    words: tuple[str, ...] = field(repr=False)
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    @property
    def start(self) -> int:
        return self.starts[0]

    @property
    def end(self) -> int:
        return self.ends[-1]

    @property
    def is_question(self) -> bool:
        """Whether its closing mark is a question mark."""
        return any(word[0] == "?" or word[-1] == "?" for word in self.words[-2:])


def sentences(text: str) -> Iterator[Sentence]:
    """The sentences of *text*, in order. Linear; hard-wrapped lines stay together, list items come apart."""
    at = 0
    for stop in [*(found.start() for found in _LINE.finditer(text)), len(text)]:
        if stop > at:
            yield from _of_line(text[at:stop], at)
        at = stop


def _of_line(line: str, offset: int) -> Iterator[Sentence]:
    folded = fold(line.translate(_APOSTROPHES).translate(_QUOTES))
    words: list[str] = []
    places: list[tuple[int, int]] = []
    for found in (_WORD if "'" in folded.text else _PLAIN_WORD).finditer(folded.text):
        words.append(found.group())
        places.append(found.span())
    stops = list(_stops(line, folded, words, places))
    if not (line.isascii() and len(folded.text) == len(line)):  # more was folded than case
        places = [folded.source_span(start, end) for start, end in places]
    first = 0
    for stop in stops:
        here = places[first:stop]
        yield Sentence(
            words=tuple(words[first:stop]),
            starts=tuple([offset + place[0] for place in here]),
            ends=tuple([offset + place[1] for place in here]),
        )
        first = stop


def _stops(line: str, folded: Folded, words: list[str], places: list[tuple[int, int]]) -> Iterator[int]:
    """How many words each sentence reaches to, counted from the beginning of the line."""
    first, count = 0, len(words)
    for at, word in enumerate(words, 1):
        ends = at == count or at - first >= _LONGEST
        if not ends and word[0] in _ENDING:
            goes_on = word in _CLOSERS and line[folded.source_span(*places[at])[0]].islower()  # `"..." he said`
            ends = _closes(words, places, at - 1) and not goes_on
        if ends:
            yield at
            first = at


def _closes(words: list[str], places: list[tuple[int, int]], index: int) -> bool:
    """Whether the sentence ends with this word: a full stop, or a quote or bracket that closes behind one."""
    mark, floor = index, max(0, index - _MOST_CLOSERS)
    while mark > floor and words[mark] in _CLOSERS and places[mark][0] == places[mark - 1][1]:
        mark -= 1
    word = words[mark]
    if word[0] not in _STOPS or places[index][1] == places[index + 1][0]:
        return False
    if word != "." or mark == 0:
        return True
    before = words[mark - 1]
    return before not in _ABBREVIATIONS and (len(before) > 1 or not before.isalpha() or before == "i")
