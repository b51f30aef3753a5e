"""Conditions that a query states, with their kind and place: what is *extracted*, which is not what is *applied*."""

from __future__ import annotations

from guardrails.errors import GuardrailsError
from guardrails.rag.query.ages import ages
from guardrails.rag.query.ascriptions import ascriptions
from guardrails.rag.query.constraints_denied import denied
from guardrails.rag.query.constraints_named import beside_their_field, named
from guardrails.rag.query.constraints_numbers import numbers
from guardrails.rag.query.constraints_words import dates, languages, places
from guardrails.rag.query.reading import Reading
from guardrails.rag.terms import Constraint, ConstraintKind

__all__ = ["MOST", "extract"]

_FINDERS = (dates, named, ages, numbers, ascriptions, languages, beside_their_field, places, denied)
"""Most explicit first: of conditions that overlap the first counts."""
MOST = 40
"""Conditions of one sort that a query may state: nobody needs more, and comparing them costs the square."""


def extract(reading: Reading) -> tuple[Constraint, ...]:
    """Every condition, sorted by place; overlapping ones only where both bound the same words.

    ``GuardrailsError`` for more than `MOST` of one sort: leaving some out could leave one about people in.
    """
    kept: list[Constraint] = []
    for finder in _FINDERS:
        for number, found in enumerate(finder(reading)):
            if number == MOST:
                raise GuardrailsError(f"a query states at most {MOST} conditions of one sort; ask in several queries")
            if all(_apart(found, one) or _beside(found, one) for one in kept):
                kept.append(found)
    return tuple(sorted(kept, key=lambda one: (one.start, one.end)))


def _apart(one: Constraint, other: Constraint) -> bool:
    return one.end <= other.start or other.end <= one.start


def _beside(one: Constraint, other: Constraint) -> bool:
    """Two bounds of one range: "between 20 and 50", "in 2020"."""
    same = (one.start, one.end, one.kind, one.field) == (other.start, other.end, other.kind, other.field)
    return same and one.relation is not other.relation and one.kind in (ConstraintKind.NUMBER, ConstraintKind.DATE)
