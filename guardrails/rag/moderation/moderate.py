"""Moderation of a query: what retrieval may use of it, as text and as filters, and what becomes of the rest."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from guardrails.middleware.relevance import relevant_attributes
from guardrails.rag.moderation.alignment import Aligned, align
from guardrails.rag.moderation.ambiguity import ambiguous_here, meant_by_a_field
from guardrails.rag.moderation.clean import Cut, cleaned
from guardrails.rag.moderation.conditions import Bound, Condition, merged, opposite
from guardrails.rag.moderation.coordination import Joined, said
from guardrails.rag.moderation.fates import Fate, ModeratedQuery, TermFate
from guardrails.rag.moderation.governed import Denials
from guardrails.rag.moderation.grounding import Grounded, Grounding
from guardrails.rag.moderation.naming import named_conditions, shunned
from guardrails.rag.policy import SearchPolicy
from guardrails.rag.query.names import cued, surname_here
from guardrails.rag.tenant import Tenant
from guardrails.rag.terms import Constraint, ConstraintKind, EntityMatch, Label, Query, Relation, Term
from guardrails.types import Action, Decision, Form, Moderation, Sense, Source, Span

__all__ = ["moderate_query"]

_LAYER: Final = "query"
_OPEN: Final = "what denies it leaves open whether it is wanted"


def moderate_query(query: Query, tenant: Tenant, grounding: Grounding, policy: SearchPolicy) -> ModeratedQuery:
    """Decide about every piece of *query* for *tenant*. Raises what the store behind *grounding* raises.

    Wording about people is suppressed unless it is a name, a value of the catalogue that can be meant here, or relevant
    as the constitution says; conditions become filters where `alignment.align` lets them.
    """
    judge = _Judge(query, tenant, grounding, policy)
    fates = judge.fates()
    names = named_conditions(query, grounding, judge.denials, fates) if policy.name_filter == "exact" else ()
    blocked = any(judge.mode(one.attribute) is Moderation.BLOCK for one in fates if one.fate is Fate.SUPPRESSED)
    clean = "" if blocked else cleaned(query.text, judge.cuts, policy, kept=judge.kept(fates))
    return ModeratedQuery(
        query=query,
        clean_query=clean,
        fates=fates,
        conditions=() if blocked else merged((*judge.conditions, *names)),
        decisions=tuple(_decision(one, blocked) for one in fates),
        blocked=blocked,
    )


class _Judge:
    """One query on its way through the gates."""

    def __init__(self, query: Query, tenant: Tenant, grounding: Grounding, policy: SearchPolicy) -> None:
        self._query, self._tenant, self._grounding, self._policy = query, tenant, grounding, policy
        self.denials = Denials(query)
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
            return self._applied(aligned, aligned.condition)
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

    def _require(self, condition: Condition, start: int, end: int, *, denied: bool = False) -> Joined:
        """Take *condition* with the values joined to it, or its opposite where it is *denied* or words before deny it.

        The result says where the wording begins and ends that says so.
        """
        if any(bound.relation is not Relation.EQ for bound in condition.bounds):
            return self._bounded(condition, start, end)
        found = said(self.denials, start, end, condition.fields, self._tenant, self._grounding)
        every = (condition, *found.conditions)
        if found.open:
            return found
        if found.denied is denied:
            self.conditions += [replace(one, apart=found.every) for one in every]
        else:
            self.conditions += [one for whole in every for one in opposite(whole)]
        return found

    def _bounded(self, condition: Condition, start: int, end: int) -> Joined:
        """Take a bound, or the opposite of one that is denied ("nothing under 50"); of a denied range, neither end."""
        denial = self.denials.before(start) or self.denials.after(start, end)
        ends = sum((one.start, one.end) == (start, end) for one in self._query.constraints)
        if denial is None and not self.denials.leave_open(start, end):
            self.conditions.append(condition)
            return Joined(start=start, end=end)
        if denial is None or denial.unsure or denial.outside or ends > 1:
            return Joined(start=start, end=end, open=True)
        self.conditions += opposite(condition)
        return Joined(start=min(start, denial.start), end=max(end, denial.end), denied=True)

    def _applied(self, aligned: Aligned, condition: Condition) -> TermFate:
        constraint = aligned.constraint
        found = self._require(condition, constraint.start, constraint.end, denied=aligned.denied)
        if found.open:
            return TermFate(
                start=constraint.start, end=constraint.end, fate=Fate.ALLOWED, rule="not_applied", reason=_OPEN
            )
        self.cuts.append(Cut(start=found.start, end=found.end, form=Form.PHRASE))
        return TermFate(
            start=min(constraint.start, found.start), end=found.end, fate=Fate.FILTERED, rule="constraint",
            reason=aligned.reason, fields=condition.fields,
        )  # fmt: skip

    def _term(self, term: Term) -> Iterator[TermFate]:
        if term.entity is not None and (apart := self._apart(term, term.entity)) is not None:
            yield apart
        elif term.label is Label.ENTITY:
            yield TermFate(start=term.start, end=term.end, fate=Fate.ALLOWED, rule="entity", reason=term.reason)
        if term.span is None or self.mode(term.span.attribute) is Moderation.KEEP:
            return
        yield self._word(term, term.span)

    def _apart(self, term: Term, match: EntityMatch) -> TermFate | None:
        """A name that is kept out of the results, and out of the text."""
        if self._policy.name_filter != "exact" or (condition := shunned(self.denials, match, self._grounding)) is None:
            return None
        found = self._require(condition, match.start, match.end)
        if found.open:
            return None
        self.cuts.append(Cut(start=found.start, end=found.end, form=Form.PHRASE))
        return TermFate(
            start=min(term.start, found.start), end=found.end, fate=Fate.FILTERED, rule="name",
            reason="a name that is not wanted", fields=condition.fields,
        )  # fmt: skip

    def _word(self, term: Term, span: Span) -> TermFate:
        """Name, then the catalogue, then relevance; what is left of the wording about people is suppressed."""
        if term.label is Label.CANDIDATE:
            return _fate(term, span, Fate.ALLOWED, span.sense.value, span.reason)
        text = self._query.text
        if surname_here(text, span) or (span.sense is not Sense.PERSON and cued(text, span.start, span.end)):
            return _fate(term, span, Fate.ALLOWED, Sense.NAME.value, "written where a name stands")
        meant = self._policy.grounded and meant_by_a_field(self._query.text, span, self._tenant)
        person = span.sense is Sense.PERSON
        if meant and (grounded := self._grounded(span)):
            found = self._filtered(term, span, grounded)
            if found is not None or not person:
                return found or _fate(term, span, Fate.ALLOWED, "not_applied", _OPEN)
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

    def _filtered(self, term: Term, span: Span, grounded: Sequence[Grounded]) -> TermFate | None:
        bounds = [Bound(field=one.field, relation=Relation.EQ, value=value) for one in grounded for value in one.values]
        condition = Condition(bounds=tuple(bounds))
        owned = self._query.text[span.end : span.end + 2] in ("'s", "’s")
        place = self._require(condition, span.start, span.end + 2 * owned)
        if place.open:
            return None
        self.cuts.append(Cut(start=place.start, end=place.end, form=Form.ADJECTIVE))
        held = ", ".join(f"{one.field} ({one.count} records)" for one in grounded)
        return TermFate(
            start=min(term.start, place.start), end=max(term.end, place.end), fate=Fate.FILTERED, rule="grounded",
            attribute=span.attribute,
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
