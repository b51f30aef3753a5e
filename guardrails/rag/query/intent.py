"""What a query asks for, from its wording, its conditions and whom it names."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from guardrails.rag.terms import Constraint, ConstraintKind, EntityMatch, Intent
from guardrails.text.vocabulary import words

__all__ = ["intent_of"]

_COMPARES: Final = re.compile(
    r"(?<!\w)(?:compare[ds]?|comparison|comparing|versus|vs\.?|differences? between|better than|rather than)(?!\w)",
    re.IGNORECASE,
)
_COUNTS: Final = re.compile(
    r"(?<!\w)(?:how many|how much|number of|count(?: of)?|total|average|mean|median|sum of|percentage|share of"
    r"|proportion|most common|distribution of|per (?:city|country|department|team|category|year|month))(?!\w)",
    re.IGNORECASE,
)
_WORD: Final = re.compile(r"\w+")
_ASIDE: Final = words(
    "a an the of for from in on at to with and or is are who what where when which about show find get me give "
    "all any please s details contact record records profile address phone email order orders invoice invoices "
    "status open customer client called named"
)
"""Words that a look-up of somebody may hold beside the name."""
_MOST_BESIDE: Final = 2


def intent_of(text: str, constraints: Sequence[Constraint], entities: Sequence[EntityMatch]) -> Intent:
    """The most specific intent that the wording shows; ``CONCEPT`` when it shows none."""
    if _COMPARES.search(text):
        return Intent.COMPARISON
    if _COUNTS.search(text):
        return Intent.AGGREGATE
    if entities and _beside(text, entities) <= _MOST_BESIDE:
        return Intent.LOOKUP
    if any(one.field is not None for one in constraints) or any(
        one.kind is ConstraintKind.DEMOGRAPHIC for one in constraints
    ):
        return Intent.FILTER
    return Intent.CONCEPT


def _beside(text: str, entities: Sequence[EntityMatch]) -> int:
    """Words that belong to no name and say something."""
    return sum(
        1
        for word in _WORD.finditer(text)
        if word[0].lower() not in _ASIDE and not any(one.start <= word.start() < one.end for one in entities)
    )
