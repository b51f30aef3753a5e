"""Moderation of a query: what retrieval may use of it, as text and as filters, and what becomes of the rest."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from guardrails.middleware.relevance import relevant_attributes
from guardrails.rag.moderation.alignment import Aligned, align
from guardrails.rag.moderation.ambiguity import ambiguous_here, meant_by_a_field
from guardrails.rag.moderation.clean import Cut, cleaned
from guardrails.rag.moderation.conditions import Bound, Condition, filters_of, merged, opposite, where_of
from guardrails.rag.moderation.grounding import Grounded, Grounding
from guardrails.rag.moderation.negation import negated_from
from guardrails.rag.policy import SearchPolicy
from guardrails.rag.query.names import cued
from guardrails.rag.tenant import Tenant
from guardrails.rag.terms import Constraint, ConstraintKind, Label, Query, Relation, Term
from guardrails.types import Action, Decision, Form, Moderation, Sense, Source, Span

if TYPE_CHECKING:
    from guardrails.rag.store import Filter

__all__ = ["Fate", "ModeratedQuery", "TermFate", "moderate_query"]

_LAYER: Final = "query"


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


def moderate_query(query: Query, tenant: Tenant, grounding: Grounding, policy: SearchPolicy) -> ModeratedQuery:
    """Decide about every piece of *query* for *tenant*. Raises what the store behind *grounding* raises.

    Wording about people is suppressed unless it is a name, a value of the catalogue that can be meant here, or relevant
    as the constitution says; conditions become filters where `alignment.align` lets them.
    """
    judge = _Judge(query, tenant, grounding, policy)
    fates = judge.fates()
    blocked = any(judge.mode(one.attribute) is Moderation.BLOCK for one in fates if one.fate is Fate.SUPPRESSED)
    clean = "" if blocked else cleaned(query.text, judge.cuts, policy, kept=judge.kept(fates))
    return ModeratedQuery(
        query=query,
        clean_query=clean,
        fates=fates,
        conditions=() if blocked else merged(judge.conditions),
        decisions=tuple(_decision(one, blocked) for one in fates),
        blocked=blocked,
    )


class _Judge:
    """One query on its way through the gates."""

    def __init__(self, query: Query, tenant: Tenant, grounding: Grounding, policy: SearchPolicy) -> None:
        self._query, self._tenant, self._grounding, self._policy = query, tenant, grounding, policy
        self._relevant = relevant_attributes(policy.relevant, query.text)
        self.conditions: list[Condition] = []
        self.cuts: list[Cut] = []

    def fates(self) -> tuple[TermFate, ...]:
        found: list[TermFate] = []
        for constraint in self._query.constraints:
            fate = self._constraint(constraint)
            if fate is not None and (fate.start, fate.end, fate.fate) not in {(f.start, f.end, f.fate) for f in found}:
                found.append(fate)
        taken = [one for one in found if one.fate is not Fate.ALLOWED or one.rule == "language"]
        for term in self._query.terms:
            over = [one for one in taken if one.start < term.end and term.start < one.end]
            if not over or any(one.rule == "language" and not _covers(one, term) for one in over):
                found += self._term(term)
            elif term.label is Label.DEMOGRAPHIC and not any(_covers(one, term) for one in over):
                found += self._beyond(term)
        return tuple(sorted(found, key=lambda one: (one.start, one.end)))

    def mode(self, attribute: str | None) -> Moderation:
        return self._policy.mode(attribute)

    def kept(self, fates: Sequence[TermFate]) -> frozenset[str]:
        """The wording that stays, lower-cased: what looks at the clean query again must not take it out."""
        return frozenset(self._query.text[one.start : one.end].lower() for one in fates if one.fate is Fate.ALLOWED)

    def _constraint(self, constraint: Constraint) -> TermFate | None:
        if constraint.kind is ConstraintKind.DEMOGRAPHIC:
            return self._demographic(constraint)
        aligned = align(constraint, self._grounding)
        if aligned.condition is not None:
            return self._applied(aligned)
        if constraint.kind is ConstraintKind.LANGUAGE:
            reason = "a language somebody speaks, which is a skill"
            return TermFate(
                start=constraint.start, end=constraint.end, fate=Fate.ALLOWED, rule="language", reason=reason
            )
        return TermFate(
            start=constraint.start, end=constraint.end, fate=Fate.ALLOWED, rule="not_applied", reason=aligned.reason
        )

    def _demographic(self, constraint: Constraint) -> TermFate | None:
        attribute = constraint.attribute or "protected"
        if self.mode(attribute) is Moderation.KEEP:
            return None
        if attribute in self._relevant:
            return _relevant(constraint.start, constraint.end, attribute)
        self.cuts.append(Cut(start=constraint.start, end=constraint.end, form=Form.PHRASE))
        return TermFate(
            start=constraint.start, end=constraint.end, fate=Fate.SUPPRESSED, rule="demographic_constraint",
            reason="a condition on a protected attribute", attribute=attribute,
        )  # fmt: skip

    def _beyond(self, term: Term) -> Iterator[TermFate]:
        """Wording about people of which a filter took a part: "native" of "native English speakers" goes as well."""
        if term.span is not None and self.mode(term.span.attribute) is not Moderation.KEEP:
            self.cuts.append(Cut(start=term.start, end=term.end, form=Form.PHRASE))
            yield _fate(term, term.span, Fate.SUPPRESSED, "person", term.span.reason)

    def _require(self, condition: Condition, start: int) -> int:
        """Take *condition*, or its opposite where the words before *start* deny it; return where the wording begins."""
        equal = all(bound.relation is Relation.EQ for bound in condition.bounds)
        denied = negated_from(self._query.text, start) if equal else None
        self.conditions += [condition] if denied is None else opposite(condition)
        return start if denied is None else denied

    def _applied(self, aligned: Aligned) -> TermFate:
        constraint = aligned.constraint
        assert aligned.condition is not None  # noqa: S101 - the caller has looked
        start = self._require(aligned.condition, constraint.start)
        self.cuts.append(Cut(start=start, end=constraint.end, form=Form.PHRASE))
        return TermFate(
            start=constraint.start, end=constraint.end, fate=Fate.FILTERED, rule="constraint", reason=aligned.reason,
            fields=aligned.condition.fields,
        )  # fmt: skip

    def _term(self, term: Term) -> Iterator[TermFate]:
        if term.label is Label.ENTITY:
            yield TermFate(start=term.start, end=term.end, fate=Fate.ALLOWED, rule="entity", reason=term.reason)
        if term.span is None or self.mode(term.span.attribute) is Moderation.KEEP:
            return
        yield self._word(term, term.span)

    def _word(self, term: Term, span: Span) -> TermFate:
        """Name, then the catalogue, then relevance; what is left of the wording about people is suppressed."""
        if term.label is Label.CANDIDATE:
            return _fate(term, span, Fate.ALLOWED, span.sense.value, span.reason)
        if cued(self._query.text, span.start, span.end) and span.sense is not Sense.PERSON:
            return _fate(term, span, Fate.ALLOWED, Sense.NAME.value, "written where a name stands")
        meant = self._policy.grounded and meant_by_a_field(self._query.text, span, self._tenant)
        if meant and (grounded := self._grounded(span)):
            return self._filtered(term, span, grounded)
        person = span.sense is Sense.PERSON
        if not person and not ambiguous_here(self._query.text, span, self._tenant):
            return _fate(term, span, Fate.ALLOWED, span.sense.value, span.reason)
        if span.attribute in self._relevant:
            return _relevant(term.start, term.end, span.attribute)
        self.cuts.append(Cut.of(span))
        if person:
            return _fate(term, span, Fate.SUPPRESSED, "person", span.reason)
        reason = "could be a thing; these records are about people, and no open field holds it"
        return _fate(term, span, Fate.SUPPRESSED, "ambiguous", reason)

    def _grounded(self, span: Span) -> tuple[Grounded, ...]:
        text = self._query.text
        owned = text[span.end : span.end + 2] in ("'s", "’s")
        found = self._grounding.of(text[span.start : span.end + 2]) if owned else ()
        return found or self._grounding.of(text[span.start : span.end])

    def _filtered(self, term: Term, span: Span, grounded: Sequence[Grounded]) -> TermFate:
        bounds = [Bound(field=one.field, relation=Relation.EQ, value=value) for one in grounded for value in one.values]
        condition = Condition(bounds=tuple(bounds))
        start = self._require(condition, span.start)
        owned = self._query.text[span.end : span.end + 2] in ("'s", "’s")
        self.cuts.append(Cut(start=start, end=span.end + 2 * owned, form=Form.ADJECTIVE))
        held = ", ".join(f"{one.field} ({one.count} records)" for one in grounded)
        return TermFate(
            start=term.start, end=term.end, fate=Fate.FILTERED, rule="grounded", attribute=span.attribute,
            reason=f"a value of the field {held}", fields=condition.fields,
        )  # fmt: skip


def _covers(fate: TermFate, term: Term) -> bool:
    return fate.start <= term.start and term.end <= fate.end


def _fate(term: Term, span: Span, fate: Fate, rule: str, reason: str) -> TermFate:
    return TermFate(start=term.start, end=term.end, fate=fate, rule=rule, reason=reason, attribute=span.attribute)


def _relevant(start: int, end: int, attribute: str) -> TermFate:
    reason = "relevant to what the query is about"
    return TermFate(start=start, end=end, fate=Fate.ALLOWED, rule="relevant", reason=reason, attribute=attribute)


_ACTIONS: Final = {Fate.SUPPRESSED: Action.REWRITE, Fate.FILTERED: Action.REWRITE, Fate.ALLOWED: Action.ALLOW}


def _decision(fate: TermFate, blocked: bool) -> Decision:
    return Decision(
        layer=_LAYER,
        action=Action.BLOCK if blocked and fate.fate is Fate.SUPPRESSED else _ACTIONS[fate.fate],
        reason=fate.reason,
        source=Source.USER,
        rule=fate.rule,
        attribute=fate.attribute,
        span=(fate.start, fate.end),
    )
