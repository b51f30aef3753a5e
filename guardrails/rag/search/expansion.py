"""Expansion: from good hits to related records, and when to hold back from it."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Final

from guardrails.rag.moderation.fates import ModeratedQuery
from guardrails.rag.policy import SearchPolicy
from guardrails.rag.search.graph import Neighbours, Related, speaks_of_people, walk
from guardrails.rag.terms import Intent
from guardrails.rag.types import Hit

__all__ = ["Expanded", "expanded", "held_back"]

_ALWAYS: Final = "the constitution expands no search"
_HELD: Final = "held back: the query had a demographic signal and looks up no one entity"


@dataclass(frozen=True, slots=True, kw_only=True)
class Expanded:
    """*related* records, or why there are none. *closed* counts edges that lead over a protected attribute."""

    related: tuple[Related, ...] = ()
    held: str = ""
    closed: int = 0


def held_back(moderated: ModeratedQuery, policy: SearchPolicy) -> str:
    """Why no record is walked from for this query; empty when it is.

    With ``demographic``, a query that had a demographic signal is not expanded unless it looks up one entity: a walk
    would bring back, by way of who knows whom, what moderation took out.
    """
    if policy.hold_back == "always":
        return _ALWAYS
    if policy.hold_back == "never" or not moderated.demographic:
        return ""
    return "" if moderated.query.intent is Intent.LOOKUP else _HELD


def expanded(
    hits: Sequence[Hit],
    moderated: ModeratedQuery,
    policy: SearchPolicy,
    neighbours: Neighbours,
    *,
    protected: Collection[str] = (),
) -> Expanded:
    """What hangs on the hits that score at least ``policy.min_score``, up to ``policy.hops`` edges away.

    Edges over protected attributes are never followed, whatever the policy; *protected* are further keys of them.
    """
    if reason := held_back(moderated, policy):
        return Expanded(held=reason)
    shut = _Shut(policy, protected)
    starts = [hit.id for hit in hits if hit.score >= policy.min_score]
    known = {hit.id for hit in hits}
    found = walk(starts, neighbours, hops=policy.hops, closed=shut)
    return Expanded(related=tuple(one for one in found if one.id not in known), closed=shut.count)


class _Shut:
    """Counts the edges it shuts."""

    def __init__(self, policy: SearchPolicy, protected: Collection[str]) -> None:
        self._policy, self._protected = policy, protected
        self.count = 0

    def __call__(self, related: Related) -> bool:
        shut = speaks_of_people(related, self._policy.detect, self._protected)
        self.count += shut
        return shut
