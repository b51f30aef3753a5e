"""A query as it was understood: terms and constraints with their places, what was meant, whom it names."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Literal

from guardrails.rag.types import Entity, Scalar
from guardrails.types import Span

__all__ = ["Constraint", "ConstraintKind", "EntityMatch", "Intent", "Label", "Match", "Query", "Relation", "Term"]


class Label(StrEnum):
    """What a piece of a query is."""

    DEMOGRAPHIC = "demographic"  # ascribes a protected attribute to people, or could
    ENTITY = "entity"  # one of the tenant's own names
    CANDIDATE = "entity_candidate"  # reads as a name that the tenant does not list
    DOMAIN = "domain_phrase"  # a value or field of the tenant's catalogue, or a look-alike that is no name


class Intent(StrEnum):
    """What the query asks for."""

    LOOKUP = "lookup"  # one entity
    FILTER = "filter"  # records that meet conditions
    CONCEPT = "concept"  # whatever is close in meaning
    COMPARISON = "comparison"
    AGGREGATE = "aggregate"  # a number, or a ranking by one


class ConstraintKind(StrEnum):
    """What a condition is about."""

    NUMBER = "number"
    DATE = "date"
    PLACE = "place"
    LANGUAGE = "language"
    VALUE = "value"
    DEMOGRAPHIC = "demographic"  # about people's attributes, whether or not the schema knows the field


class Relation(StrEnum):
    """How a field compares to a value; the values are those of ``langchain_core.structured_query.Comparator``."""

    EQ = "eq"
    NE = "ne"
    GT = "gt"
    GTE = "gte"
    LT = "lt"
    LTE = "lte"


class Match(StrEnum):
    """How surely a name was recognised."""

    EXACT = "exact"
    ALIAS = "alias"
    FUZZY = "fuzzy"


@dataclass(frozen=True, slots=True, kw_only=True)
class EntityMatch:
    """``[start, end)`` of the query names *entity*. *score* is RapidFuzz's ratio in [0, 1], 1 if not fuzzy.

    *values* are what the field ``entity.kind`` holds for it, in every spelling; none for one of the tenant's own list.
    """

    start: int
    end: int
    entity: Entity = field(repr=False)
    match: Match = Match.EXACT
    score: float = 1.0
    values: tuple[str, ...] = field(default=(), repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """``[start, end)`` of the query. *span* is what the detector says of it, *entity* whom it names.

    *reason* names the cue and never quotes the query.
    """

    start: int
    end: int
    label: Label
    reason: str
    span: Span | None = None
    entity: EntityMatch | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Constraint:
    """A condition that the query states in ``[start, end)``: *relation* to *value*.

    *field* is the path of the schema's field it speaks of, ``None`` when there is none. *attribute* is the protected
    attribute it is about; such a constraint is never applied. *origin* says who found it.
    """

    start: int
    end: int
    kind: ConstraintKind
    relation: Relation
    value: Scalar = field(repr=False)
    field: str | None = None
    attribute: str | None = None
    origin: Literal["rules", "model"] = "rules"


@dataclass(frozen=True, slots=True, kw_only=True)
class Query:
    """What was understood of *text*. *terms* are sorted and disjoint, *constraints* sorted."""

    text: str = field(repr=False)
    terms: tuple[Term, ...] = ()
    constraints: tuple[Constraint, ...] = ()
    intent: Intent = Intent.CONCEPT

    @property
    def entities(self) -> tuple[EntityMatch, ...]:
        """Whom the query names: the protected span index, which moderation does not touch."""
        return tuple(term.entity for term in self.terms if term.entity is not None)

    @property
    def demographic(self) -> bool:
        """Whether the query speaks of a protected attribute of people."""
        return any(term.label is Label.DEMOGRAPHIC for term in self.terms) or any(
            one.kind is ConstraintKind.DEMOGRAPHIC for one in self.constraints
        )
