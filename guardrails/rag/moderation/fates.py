"""What moderation makes of a query: each piece with its fate, the text that is left, and the filters."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

from guardrails.rag.moderation.conditions import Condition, filters_of, where_of
from guardrails.rag.terms import Query
from guardrails.types import Decision

if TYPE_CHECKING:
    from guardrails.rag.store import Filter

__all__ = ["Fate", "ModeratedQuery", "TermFate"]


class Fate(StrEnum):
    """What became of a piece of a query."""

    SUPPRESSED = "suppressed"  # not used by retrieval in any form
    ALLOWED = "allowed"  # stays in the text
    FILTERED = "filtered"  # left the text and became a filter


@dataclass(frozen=True, slots=True, kw_only=True)
class TermFate:
    """``[start, end)`` of the query as it was typed. *rule* and *reason* say why, and quote nothing."""

    start: int
    end: int
    fate: Fate
    rule: str
    reason: str
    attribute: str | None = None
    fields: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ModeratedQuery:
    """What retrieval may use. *clean_query* may be empty: then *filters* alone say what is wanted, or nothing does.

    *fates* are sorted by place. *blocked* is true where the constitution refuses such a query as a whole.
    """

    query: Query
    clean_query: str = field(repr=False)
    fates: tuple[TermFate, ...] = ()
    conditions: tuple[Condition, ...] = ()
    decisions: tuple[Decision, ...] = ()
    blocked: bool = False

    @property
    def suppressed(self) -> tuple[TermFate, ...]:
        """What retrieval must not use."""
        return tuple(one for one in self.fates if one.fate is Fate.SUPPRESSED)

    @property
    def allowed(self) -> tuple[TermFate, ...]:
        """What looks like a protected attribute and stays: names, look-alikes, what is relevant."""
        return tuple(one for one in self.fates if one.fate is Fate.ALLOWED)

    @property
    def filters(self) -> tuple[Filter, ...]:
        """Conditions that every result meets, as ``langchain_core.structured_query``."""
        return filters_of(self.conditions)

    @property
    def where(self) -> Filter | None:
        """All *filters* at once."""
        return where_of(self.filters)

    @property
    def empty(self) -> bool:
        """Whether nothing is left to search for."""
        return self.blocked or not (self.clean_query or self.conditions)

    @property
    def demographic(self) -> bool:
        """Whether a demographic signal was found in the query, and not merely a look-alike."""
        return bool(self.suppressed) or any(one.rule == "relevant" for one in self.fates)
