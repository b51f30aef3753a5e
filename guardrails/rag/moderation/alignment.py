"""The second gate: which of the conditions that a query states become filters, and why the others do not."""

from __future__ import annotations

from dataclasses import dataclass

from guardrails.rag.moderation.conditions import Bound, Condition
from guardrails.rag.moderation.grounding import Grounding
from guardrails.rag.terms import Constraint, ConstraintKind, Relation
from guardrails.rag.types import FieldKind

__all__ = ["Aligned", "align"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Aligned:
    """*condition* is what *constraint* becomes; ``None`` where it is not applied. *reason* quotes no value.

    *denied*: the opposite of *condition* is asked for, by a sign ("city != Hull").
    """

    constraint: Constraint
    condition: Condition | None
    reason: str
    denied: bool = False


def align(constraint: Constraint, grounding: Grounding) -> Aligned:
    """Hold *constraint* against the tenant's catalogue. Raises what the store raises."""
    if constraint.kind is ConstraintKind.DEMOGRAPHIC or constraint.attribute is not None:
        return _refused(constraint, f"about the protected attribute {constraint.attribute or 'of a person'}")
    if constraint.field is None:
        return _refused(constraint, "no field of the schema is meant")
    one = next((one for one in grounding.fields if one.path == constraint.field), None)
    if one is None:
        return _refused(constraint, "the field may not be searched by")
    if one.kind in (FieldKind.NUMBER, FieldKind.DATE):
        numeric = isinstance(constraint.value, int | float)
        if numeric is not (one.kind is FieldKind.NUMBER):
            return _refused(constraint, f"the field {one.path} holds a {one.kind.value}")
        bound = Bound(field=one.path, relation=constraint.relation, value=constraint.value)
        return Aligned(
            constraint=constraint, condition=Condition(bounds=(bound,)), reason=f"a bound on the field {one.path}"
        )
    return _valued(constraint, grounding)


def _valued(constraint: Constraint, grounding: Grounding) -> Aligned:
    assert constraint.field is not None  # noqa: S101 - the caller has looked
    if constraint.relation not in (Relation.EQ, Relation.NE):
        return _refused(constraint, f"the field {constraint.field} has no order")
    held = grounding.holds(constraint.field, str(constraint.value))
    if held is None:
        return _refused(constraint, f"no record holds the value in the field {constraint.field}")
    bounds = tuple(Bound(field=held.field, relation=Relation.EQ, value=value) for value in held.values)
    return Aligned(
        constraint=constraint,
        condition=Condition(bounds=bounds),
        reason=f"a value of the field {held.field} in {held.count} records",
        denied=constraint.relation is Relation.NE,
    )


def _refused(constraint: Constraint, reason: str) -> Aligned:
    return Aligned(constraint=constraint, condition=None, reason=reason)
