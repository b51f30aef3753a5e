"""A text as sentences of folded words, each with its place in the text: what the embedded rules read."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from guardrails.critics.lexis import entries
from guardrails.text.fold import fold

__all__ = ["Sentence", "sentences"]

# Ends a line that is not just wrapped prose: the next one is blank or opens with a capital, a digit or a list mark.
_LINE: Final = re.compile(r"\n(?=[ \t]*(?:[A-Z0-9*\-•–>#|\"'“]|\r?\n|$))")
# "don't" -> do n't, "they're" -> they 're, "able-bodied" -> one word, "..." -> one mark, "35%" -> 35 %
_WORD: Final = re.compile(
    r"[a-z]+(?=n't\b)|n't\b|'(?:s|re|ve|ll|d|m)\b|[^\W_]+(?:[-'][^\W_]+){0,8}?(?=n't\b|'(?:s|re|ve|ll|d|m)\b)"
    r"|[^\W_]+(?:[-'’][^\W_]+){0,8}|[.!?]{1,8}|[^\w\s]"
)
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
_Token = tuple[str, int, int]


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
    tokens = [(found.group(), found.start(), found.end()) for found in _WORD.finditer(folded.text)]
    if line.isascii() and len(folded.text) == len(line):  # nothing was folded but case
        places = [(start, end) for _, start, end in tokens]
    else:
        places = [folded.source_span(start, end) for _, start, end in tokens]
    first = 0
    for index in range(len(tokens)):
        last = index + 1 == len(tokens) or index - first >= _LONGEST
        if not last and tokens[index][0][0] in _ENDING:
            last = _closes(tokens, index) and not _goes_on(line, tokens, places, index)
        if last:
            yield Sentence(
                words=tuple(word for word, _, _ in tokens[first : index + 1]),
                starts=tuple(offset + start for start, _ in places[first : index + 1]),
                ends=tuple(offset + end for _, end in places[first : index + 1]),
            )
            first = index + 1


def _goes_on(line: str, tokens: list[_Token], places: list[tuple[int, int]], index: int) -> bool:
    """Whether a sentence in quotes goes on with who said it: `"..." he said`."""
    return tokens[index][0] in _CLOSERS and line[places[index + 1][0]].islower()


def _closes(tokens: list[_Token], index: int) -> bool:
    """Whether the sentence ends with this token: a full stop, or a quote or bracket that closes behind one."""
    mark = index
    while (
        mark > max(0, index - _MOST_CLOSERS) and tokens[mark][0] in _CLOSERS and tokens[mark][1] == tokens[mark - 1][2]
    ):
        mark -= 1
    word = tokens[mark][0]
    if word[0] not in _STOPS or tokens[index][2] == tokens[index + 1][1]:
        return False
    if word != "." or mark == 0:
        return True
    before = tokens[mark - 1][0]
    return before not in _ABBREVIATIONS and (len(before) > 1 or not before.isalpha() or before == "i")
