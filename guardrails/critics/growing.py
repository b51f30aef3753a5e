"""A text that is still arriving: each of its sentences once, when nothing that follows can change how it reads."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from guardrails.critics.sentences import Sentence, sentences
from guardrails.types import Detector, Span

__all__ = ["Growing", "Settled"]

# 'end. N', 'end." N', 'end.) N', or a line's end: where a sentence may have ended, and something follows
_MAY_END: Final = re.compile(r"[.!?][.!?\"'”’»)\]*_]{0,8}\s{1,8}\S|\n")
_OVERLAP: Final = 24  # characters before what arrived in which an end may have begun
_STOPS: Final = ".!?"
_CLOSING: Final = "\"'”’»)]*_ "
_LOWER: Final = re.compile(r"(?<![^\s(\"'])[a-z]{4}")  # without one, a text is a headline to the detector
_WORD_BEGINS: Final = re.compile(r"\s\S")
_LOOKAHEAD: Final = 128
"""Characters behind a term that can decide what it means: twice the reach of the detector's own window."""
_CONTEXT: Final = 256
"""Characters before a sentence that its terms are read with; a name may have been established farther off."""
_PATIENCE: Final = 8
"""After a look in vain the unsettled text grows by one part in this many before the next: work stays linear."""
_REREADING: Final = 16
"""Most characters that are read again for the sake of names, as a multiple of the text."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Settled:
    """*sentence* is a sentence of *text*, a piece of the whole that begins *offset* characters into it; *spans* are
    those of the piece that touch the sentence."""

    text: str = field(repr=False)
    offset: int
    sentence: Sentence
    spans: tuple[Span, ...]

    @property
    def end(self) -> int:
        """Where the sentence ends in the whole text."""
        return self.offset + self.sentence.end


class Growing:
    """Feed it deltas; it gives back the sentences that have settled.

    A sentence has settled when another has begun behind it and, if it has a term of *detect* or ends without a full
    stop, when the characters that may decide how it reads have arrived. Work is linear in the text.
    """

    __slots__ = ("_at", "_detect", "_due", "_from", "_patient", "_reread", "text")

    def __init__(self, detect: Detector) -> None:
        self.text = ""
        self._detect = detect
        self._from = self._at = 0  # the sentence that settled last
        self._due = False
        self._patient = self._reread = 0

    def feed(self, delta: str, /) -> Iterator[Settled]:
        """Take more of the text; yield what has settled, in order."""
        before, self.text = len(self.text), self.text + delta
        self._due = self._due or _MAY_END.search(self.text, max(self._at, before - _OVERLAP)) is not None
        return self._look() if self._due and len(self.text) >= self._patient else iter(())

    def reread(self, settled: Settled) -> Settled:
        """*settled* with the spans that the whole text gives it: a name may have been established long before."""
        if self._reread + len(self.text) > _REREADING * (len(self.text) + _CONTEXT):
            return settled
        self._reread += len(self.text)
        spans = [_moved(span, settled.offset) for span in self._detect(self.text) if span.end > settled.offset]
        return replace(settled, spans=_within(settled.sentence, spans))

    def _look(self) -> Iterator[Settled]:
        found = False
        for settled in self._settled():
            found = True
            self._from, self._at = settled.offset + settled.sentence.start, settled.end
            yield settled
        self._due = _MAY_END.search(self.text, self._at) is not None
        self._patient = 0 if found else len(self.text) + (len(self.text) - self._at) // _PATIENCE

    def _settled(self) -> Iterator[Settled]:
        offset, text = self._from, self.text[self._from :]
        parts = list(sentences(text))
        if self._at:
            if not parts or offset + parts[0].end != self._at:
                return  # read from here on, the text falls into other sentences: nobody can say more before its end
            parts = parts[1:]
        if len(parts) < 2:
            return
        start = self._context(offset)
        spans = [_moved(span, offset - start) for span in self._detect(self.text[start:])]
        headline = _LOWER.search(self.text, start) is None
        for sentence in parts[:-1]:
            here = _within(sentence, spans)
            if len(text) < _needed(text, sentence, here, headline):
                return
            yield Settled(text=text, offset=offset, sentence=sentence, spans=here)

    def _context(self, offset: int) -> int:
        """Where to begin reading for the sake of what stands at *offset*: at a word."""
        if offset <= _CONTEXT:
            return 0
        word = _WORD_BEGINS.search(self.text, offset - _CONTEXT, offset)
        return word.start() + 1 if word else offset


def _within(sentence: Sentence, spans: Sequence[Span]) -> tuple[Span, ...]:
    return tuple(span for span in spans if span.start < sentence.end and sentence.start < span.end)


def _moved(span: Span, by: int) -> Span:
    return replace(span, start=max(0, span.start - by), end=max(0, span.end - by)) if by else span


def _needed(text: str, sentence: Sentence, spans: Sequence[Span], headline: bool) -> int:
    """How long *text* must be before *sentence* reads as it always will."""
    last = max((span.end for span in spans if "pronoun" not in span.tags), default=0)
    if last and headline:
        return len(text) + 1
    if text[: sentence.end].rstrip(_CLOSING)[-1:] not in _STOPS:
        last = sentence.end
    return last + _LOOKAHEAD if last else 0
