"""What the finders of constraints read: one query with its wording about people, and the tenant it was put to."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

from guardrails.rag.catalogue.capabilities import Capabilities
from guardrails.rag.folding import folded
from guardrails.rag.query.fieldnames import FieldNames
from guardrails.rag.types import Field
from guardrails.types import Sense, Span

__all__ = ["Piece", "Reading"]

_WORD: Final = re.compile(r"[\w'’.+#-]*\w[+#]*")
_LONGEST: Final = 4  # words of a value
_GAP: Final = re.compile(r"[ \t]{1,3}|[ \t]?[&/-][ \t]?")


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """``[start, end)`` of a query, as it is written."""

    start: int
    end: int
    text: str = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """*spans* is what the detector says of *text*, all senses."""

    text: str = field(repr=False)
    spans: Sequence[Span]
    names: FieldNames
    capabilities: Capabilities

    def person_span(self, start: int, end: int) -> Span | None:
        """The first wording about people that shares a character with ``[start, end)``."""
        found = (one for one in self.spans if one.sense is Sense.PERSON and one.start < end and start < one.end)
        return next(found, None)

    def known(self, one: Field, value: str) -> bool:
        """Whether the tenant's data are known to hold *value* in the field."""
        profile = self.capabilities.fields.get(one.path)
        return profile is not None and folded(value) in profile.values

    def phrases_from(self, at: int) -> Iterator[Piece]:
        """The runs of words that begin right at *at*, the longest first."""
        ends: list[int] = []
        word = _WORD.match(self.text, at)
        while word is not None and len(ends) < _LONGEST:
            ends.append(word.end())
            gap = _GAP.match(self.text, word.end())
            word = _WORD.match(self.text, gap.end()) if gap else None
        for end in reversed(ends):
            yield Piece(start=at, end=end, text=self.text[at:end])

    def phrases_to(self, end: int) -> Iterator[Piece]:
        """The runs of words that end right at *end*, the longest first."""
        words = [found.start() for found in _WORD.finditer(self.text, max(0, end - 80), end)][-_LONGEST:]
        for start in words:
            yield Piece(start=start, end=end, text=self.text[start:end])

    def known_from(self, one: Field, at: int) -> Piece | None:
        """The longest value of the field that begins at *at*."""
        return next((piece for piece in self.phrases_from(at) if self.known(one, piece.text)), None)

    def known_to(self, one: Field, end: int) -> Piece | None:
        """The longest value of the field that ends at *end*."""
        return next((piece for piece in self.phrases_to(end) if self.known(one, piece.text)), None)
