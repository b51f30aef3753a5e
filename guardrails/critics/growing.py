"""A text that is still arriving: each of its sentences once, when nothing that follows can change how it reads."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Final, Protocol

from guardrails.critics.sentences import Sentence, sentences
from guardrails.flow import Clearing
from guardrails.types import Detector, Span

__all__ = ["Growing", "SentenceJudge", "Sentencewise", "Settled"]

# 'end. N', 'end." N', 'end.) N', or a line's end: where a sentence may have ended, and something follows
_MAY_END: Final = re.compile(r"[.!?][.!?\"'”’»)\]*_]{0,8}\s{1,8}\S|\n")
_MARK: Final = re.compile(r"[.!?\n]")  # what has none begins no end
_OVERLAP: Final = 24  # characters behind a mark within which the end that it begins is complete
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
    stop, when the characters that may decide how it reads have arrived. Work is linear in the text, and none is done
    about a delta that ends no sentence.
    """

    __slots__ = ("_at", "_detect", "_due", "_from", "_new", "_patient", "_reread", "_size", "_watch", "text")

    def __init__(self, detect: Detector) -> None:
        self.text = ""  # as far as it was looked at
        self._detect = detect
        self._new: list[str] = []  # what came since
        self._size = 0  # of the two together
        self._from = self._at = 0  # the sentence that settled last
        self._due = False  # whether a sentence may have ended behind it
        self._watch = 0  # up to here an end may become complete
        self._patient = 0  # before that much has come there is nothing new to see of one that has ended
        self._reread = 0

    def feed(self, delta: str, /) -> Iterator[Settled]:
        """Take more of the text; yield what has settled, in order."""
        before = self._size
        self._new.append(delta)
        self._size += len(delta)
        if _MARK.search(delta) is not None:
            self._watch = self._size + _OVERLAP
        idle = self._size < self._patient if self._due else before >= self._watch
        return iter(()) if idle else self._look()

    def reread(self, settled: Settled) -> Settled:
        """*settled* with the spans that the whole text gives it: a name may have been established long before."""
        if self._reread + len(self.text) > _REREADING * (len(self.text) + _CONTEXT):
            return settled
        self._reread += len(self.text)
        return replace(settled, spans=_within(settled.sentence, self._detect(self.text), settled.offset))

    def _look(self) -> Iterator[Settled]:
        known = len(self.text)
        self.text += "".join(self._new)
        self._new.clear()
        self._due = self._due or self._may_end(known - _OVERLAP)
        if not self._due:
            return
        self._patient = self._size + (self._size - self._at) // _PATIENCE
        for settled in self._settled():
            self._from, self._at = settled.offset + settled.sentence.start, settled.end
            yield settled
        self._due, self._watch = self._may_end(self._at), self._size + _OVERLAP

    def _may_end(self, start: int) -> bool:
        return _MAY_END.search(self.text, max(self._at, start)) is not None

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
        spans = self._detect(self.text[start:])
        headline = _LOWER.search(self.text, start) is None
        for sentence in parts[:-1]:
            here = _within(sentence, spans, offset - start)
            needed = _needed(text, sentence, here, headline)
            if needed > len(text) + 1:
                self._patient = offset + needed
            if needed > len(text):
                return
            yield Settled(text=text, offset=offset, sentence=sentence, spans=here)
        self._patient = 0

    def _context(self, offset: int) -> int:
        """Where to begin reading for the sake of what stands at *offset*: at a word."""
        if offset <= _CONTEXT:
            return 0
        word = _WORD_BEGINS.search(self.text, offset - _CONTEXT, offset)
        return word.start() + 1 if word else offset


class SentenceJudge(Protocol):
    """Doubts a sentence, or clears it whatever follows; asked about each in order, and about none behind a doubt."""

    def doubts(self, settled: Settled, growing: Growing, /) -> bool:
        """Whether *settled*, of the text that is *growing*, has to wait for the whole."""
        ...


class Sentencewise:
    """The `Clearing` of *judges* who read the same sentences: up to the first one that any of them doubts.

    Marks alone are not cleared: an answer of which nothing else is left becomes another one.
    """

    __slots__ = ("_cleared", "_detect", "_doubtful", "_growing", "_judges", "_says")

    def __init__(self, detect: Detector, *judges: SentenceJudge) -> None:
        self._detect, self._judges = detect, judges
        self._growing = Growing(detect)
        self._cleared, self._doubtful, self._says = 0, False, False

    def feed(self, delta: str, /) -> int:
        """Take more of the answer. What is cleared once stays cleared."""
        if not self._doubtful:
            for settled in self._growing.feed(delta):
                if any(judge.doubts(settled, self._growing) for judge in self._judges):
                    self._doubtful = True
                    break
                self._says = self._says or any(word[0].isalnum() for word in settled.sentence.words)
                self._cleared = settled.end if self._says else 0
        return self._cleared

    def beside(self, other: Clearing, /) -> Clearing | None:
        """One clearing for the two, if the *other* reads by the same detector."""
        if not isinstance(other, Sentencewise) or other._detect is not self._detect:
            return None
        return Sentencewise(self._detect, *self._judges, *other._judges)


def _within(sentence: Sentence, spans: Sequence[Span], by: int) -> tuple[Span, ...]:
    """Those of *spans*, which count from *by* characters before the sentence's text, that touch it."""
    start, end = sentence.start + by, sentence.end + by
    return tuple(_moved(span, by) for span in spans if span.start < end and start < span.end)


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
