"""A stretch of text to edit, with the room around it and what it is said of."""

from __future__ import annotations

from typing import NamedTuple

from guardrails.text.clauses import Copula
from guardrails.types import Span

__all__ = ["Place", "Predicate"]


class Place(NamedTuple):
    """``[start, end)`` of *text*, the room ``[floor, ceiling)`` around it, and what neutral words are to be used.

    *others*: the text has more sentences than this one. *previous*: what is edited before it.
    """

    text: str
    start: int
    end: int
    floor: int
    ceiling: int
    span: Span
    person: str
    others: bool
    previous: Span | None = None


class Predicate(NamedTuple):
    """What stands at *place* is said of the subject of *verb*; *own* means that the verb is part of the place."""

    place: Place
    verb: Copula
    own: bool = False

    @property
    def text(self) -> str:
        """The whole text."""
        return self.place.text
