"""A text as sentences of folded words, each with its place in the text: what the embedded rules read."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from guardrails.critics.lexis import entries
from guardrails.text.fold import fold

__all__ = ["Line", "Sentence", "lines", "sentences"]

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
_IN_HASTE: Final = {
    pair.replace(" ", ""): tuple(pair.split())
    for pair in entries("""
        ai nt, are nt, ca nt, could nt, did nt, do nt, does nt, had nt, has nt, have nt, he s, i m, i ve, is nt, she s,
        should nt, that s, there s, they re, they ve, was nt, were nt, what s, wo nt, would nt, you re, you ve
    """)
}  # "dont", "youre": as people write in haste, in the two parts that they stand for
_MENDED: Final = {"nt": "n't", "re": "'re", "m": "'m", "ve": "'ve", "s": "'s"}
_CLOSERS: Final = frozenset("\"')]")
_STOPS: Final = frozenset(".!?")
_MARKS: Final = _CLOSERS | _STOPS
_SHORT: Final = 100  # letters that a word may have
_LONGEST: Final = 250  # words; what runs on longer is read in pieces, which keeps the work linear
_MOST_CLOSERS: Final = 3  # closing marks between a full stop and the end of its sentence


class Line:
    """A line at *offset* of a text; *text* is it folded, *words* those of all its sentences, "dont" read as "don't".

    *runs_on*: it has so many words that a sentence of it may end without a mark.
    """

    __slots__ = ("_stand", "folded", "in_step", "offset", "raw", "runs_on", "text", "words")

    def __init__(self, raw: str, offset: int) -> None:
        self.raw, self.offset = raw, offset
        self.folded = fold(raw.translate(_APOSTROPHES).translate(_QUOTES))
        self.text = self.folded.text
        self.in_step = raw.isascii() and len(self.text) == len(raw)  # nothing but case was folded
        self.words = self._stand = self._read()
        if not _IN_HASTE.keys().isdisjoint(self.words):
            self._stand = [part for word in self.words for part in _IN_HASTE.get(word, (word,))]
            self.words = [_MENDED.get(word, word) for word in self._stand]
        self.runs_on = len(self.words) > _LONGEST

    @property
    def end(self) -> int:
        """Where the line ends in the text."""
        return self.offset + len(self.raw)

    def sentences(self) -> Iterator[Sentence]:
        """Its sentences, in order."""
        stand = self._stand
        first = at = 0
        for stop, end in _stops(self, stand):
            begin, _ = _place(self.text, stand[first], at)
            yield Sentence(tuple(self.words[first:stop]), tuple(stand[first:stop]), self, begin, end)
            first, at = stop, end

    def _read(self) -> list[str]:
        find = (_WORD if "'" in self.text else _PLAIN_WORD).findall
        found: list[str] = []
        for piece in self.text.split():  # most are one word, and splitting costs a fifth of searching
            if piece.isalnum() and len(piece) <= _SHORT:
                found.append(piece)
            else:
                found += find(piece)
        return found

    def source(self, start: int, end: int) -> tuple[int, int]:
        """The range in the line as it was given of ``[start, end)`` folded."""
        return (start, end) if self.in_step else self.folded.source_span(start, end)


class Sentence:
    """*words* are folded, "dont" read as "don't"; word *i* is ``text[starts[i]:ends[i]]``. ``[start, end)`` is the
    sentence, closing mark included, without the white space around it. Where each word stands is worked out when it is
    asked for.
    """

    __slots__ = ("_begin", "_line", "_places", "_stand", "end", "start", "words")

    def __init__(self, words: tuple[str, ...], stand: tuple[str, ...], line: Line, begin: int, end: int) -> None:
        """``[begin, end)`` of the folded *line*; *stand* are the *words* as they stand there."""
        self.words, self._stand, self._line, self._begin = words, stand, line, begin
        self.start = line.offset + line.source(begin, begin + 1)[0]
        self.end = line.offset + line.source(end - 1, end)[1]
        self._places: tuple[tuple[int, ...], tuple[int, ...]] | None = None

    @property
    def starts(self) -> tuple[int, ...]:
        """Where each word begins."""
        return self._placed()[0]

    @property
    def ends(self) -> tuple[int, ...]:
        """Where each word ends."""
        return self._placed()[1]

    @property
    def is_question(self) -> bool:
        """Whether its closing mark is a question mark."""
        return any(word[0] == "?" or word[-1] == "?" for word in self.words[-2:])

    def _placed(self) -> tuple[tuple[int, ...], tuple[int, ...]]:
        if self._places is None:
            line, at = self._line, self._begin
            places: list[tuple[int, int]] = []
            for word in self._stand:
                start, at = _place(line.text, word, at)
                places.append(line.source(start, at))
            offset = line.offset
            self._places = tuple([offset + start for start, _ in places]), tuple([offset + end for _, end in places])
        return self._places


def lines(text: str) -> Iterator[Line]:
    """The lines of *text*, in order. Linear; hard-wrapped ones stay together, list items come apart."""
    at = 0
    for stop in [*(found.start() for found in _LINE.finditer(text)), len(text)]:
        if stop > at:
            yield Line(text[at:stop], at)
        at = stop


def sentences(text: str) -> Iterator[Sentence]:
    """The sentences of *text*, in order. Linear."""
    for line in lines(text):
        yield from line.sentences()


def _place(text: str, word: str, at: int) -> tuple[int, int]:
    """Where *word* stands, the next from *at*: only blanks lie between."""
    start = text.index(word, at)
    return start, start + len(word)


def _stops(line: Line, words: Sequence[str]) -> Iterator[tuple[int, int]]:
    """How many words of *line* each sentence reaches to, and where the last of them ends."""
    text, count = line.text, len(words)
    placed = at = 0  # so many words are placed, and the last of them ends here
    limit = min(_LONGEST, count)
    for reached, word in enumerate(words, 1):
        if word[0] not in _MARKS and reached != limit:
            continue
        marks = word[0] in _STOPS or word in _CLOSERS
        if not marks and reached != limit:  # "'s"
            continue
        for skipped in words[placed:reached] if not marks or word == "'" else (word,):  # other marks are in no word
            _, at = _place(text, skipped, at)
        placed = reached
        if reached == limit or (_closes(text, words, reached - 1, at) and not _goes_on(line, word, words[reached], at)):
            yield reached, at
            limit = min(reached + _LONGEST, count)


def _goes_on(line: Line, mark: str, following: str, at: int) -> bool:
    """`"..." he said`: what follows a closing mark is written small."""
    return mark in _CLOSERS and line.raw[line.source(*_place(line.text, following, at))[0]].islower()


def _closes(text: str, words: Sequence[str], index: int, end: int) -> bool:
    """Whether the sentence ends with this word, at *end*: a full stop, or a quote or bracket closing behind one."""
    mark, floor, start = index, max(0, index - _MOST_CLOSERS), end - len(words[index])
    while mark > floor and words[mark] in _CLOSERS and not _is_blank(text[start - 1]):
        mark -= 1
        start -= len(words[mark])
    word = words[mark]
    if word[0] not in _STOPS or not _is_blank(text[end]):
        return False
    if word != "." or mark == 0:
        return True
    before = words[mark - 1]
    return before not in _ABBREVIATIONS and (len(before) > 1 or not before.isalpha() or before == "i")


def _is_blank(char: str) -> bool:
    """Whether *char* is in no word."""
    return char.isspace() or char == "_"
