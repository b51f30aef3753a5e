"""What retrieval filters by: conditions that passed both gates, and the structured query they become."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, Final, cast

from guardrails.extras import require
from guardrails.rag.terms import Relation
from guardrails.rag.types import Scalar

if TYPE_CHECKING:
    from guardrails.rag.store import Filter

__all__ = ["Bound", "Condition", "filters_of", "merged", "opposite", "where_of"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Bound:
    """One comparison: *field* is a path of the schema."""

    value: Scalar = field(repr=False)
    relation: Relation
    field: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Condition:
    """A record meets it when any of *bounds* holds: a value may stand in several fields, or be written in two ways.

    One that stands *apart* is met in any case; others that ask for values of the same fields are alternatives to it.
    """

    bounds: tuple[Bound, ...]
    apart: bool = False

    @property
    def fields(self) -> tuple[str, ...]:
        """The paths it speaks of, each once."""
        return tuple(dict.fromkeys(bound.field for bound in self.bounds))


def merged(conditions: Sequence[Condition]) -> tuple[Condition, ...]:
    """One condition where several ask for values of the same fields: "black or white" is met by either."""
    kept: dict[tuple[str, ...] | Condition, Condition] = {}
    for condition in conditions:
        equal = all(bound.relation is Relation.EQ for bound in condition.bounds)
        key = tuple(sorted(condition.fields)) if equal and not condition.apart else condition
        had = kept.get(key)
        bounds = condition.bounds if had is None else tuple(dict.fromkeys((*had.bounds, *condition.bounds)))
        kept[key] = Condition(bounds=bounds, apart=condition.apart)
    return tuple(kept.values())


_OPPOSITES: Final = {
    Relation.EQ: Relation.NE,
    Relation.NE: Relation.EQ,
    Relation.LT: Relation.GTE,
    Relation.GTE: Relation.LT,
    Relation.GT: Relation.LTE,
    Relation.LTE: Relation.GT,
}


def opposite(condition: Condition) -> tuple[Condition, ...]:
    """What is met where *condition* is not: of none of its bounds."""
    return tuple(Condition(bounds=(replace(bound, relation=_OPPOSITES[bound.relation]),)) for bound in condition.bounds)


def filters_of(conditions: Sequence[Condition]) -> tuple[Filter, ...]:
    """Each condition as ``langchain_core.structured_query``: equality, order, AND and OR, which all stores know."""
    if not conditions:
        return ()
    language: Any = require("langchain_core.structured_query", extra="rag")
    found: list[Filter] = []
    for condition in conditions:
        compared = [
            language.Comparison(language.Comparator(bound.relation.value), bound.field, bound.value)
            for bound in condition.bounds
        ]
        found.append(compared[0] if len(compared) == 1 else language.Operation(language.Operator.OR, compared))
    return tuple(found)


def where_of(filters: Sequence[Filter]) -> Filter | None:
    """All *filters* at once, or ``None`` without any."""
    if len(filters) < 2:
        return filters[0] if filters else None
    language: Any = require("langchain_core.structured_query", extra="rag")
    return cast("Filter", language.Operation(language.Operator.AND, list(filters)))
