"""Retrieval and expansion for one moderated query, with a decision for each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from guardrails.rag.moderation.fates import ModeratedQuery
from guardrails.rag.policy import SearchPolicy
from guardrails.rag.search.deadline import Deadline
from guardrails.rag.search.expansion import expanded
from guardrails.rag.search.graph import neighbours_of
from guardrails.rag.search.prompts import NOTHING_ASKED, NOTHING_LEFT, REFUSED
from guardrails.rag.search.results import SearchResult
from guardrails.rag.store import RecordStore
from guardrails.rag.tenant import Tenant
from guardrails.rag.types import Hit
from guardrails.trace import Trace
from guardrails.types import Action, Decision, Source, Status

__all__ = ["noted", "search_decisions", "search_text", "searched"]


def search_text(moderated: ModeratedQuery) -> str:
    """What a store ranks by: the clean query or, where filters alone are left, the names of their fields.

    Embeddings of nothing differ from one model to the next, and some services refuse to make any.
    """
    if moderated.clean_query:
        return moderated.clean_query
    fields = dict.fromkeys(field for condition in moderated.conditions for field in condition.fields)
    return " ".join(path.rpartition(".")[2].replace("_", " ") for path in fields)


def search_decisions(moderated: ModeratedQuery) -> Iterator[Decision]:
    """What was decided before the store is asked, gate by gate."""
    query = moderated.query
    signal = "a demographic signal" if query.demographic else "no demographic signal"
    yield Decision(
        layer="understand", action=Action.ALLOW, rule=query.intent.value, source=Source.USER,
        reason=f"read as {query.intent.value}: {len(query.constraints)} conditions, {signal}",
    )  # fmt: skip
    for match in query.entities:
        how = match.match.value if match.score == 1 else f"{match.match.value}, {match.score:.2f}"
        yield Decision(
            layer="resolve", action=Action.ALLOW, rule="entity", source=Source.USER, span=(match.start, match.end),
            reason=f"one of the tenant's names ({how})",
        )  # fmt: skip
    yield from (decision for decision in moderated.decisions if decision.rule != "entity")
    if not moderated.decisions:
        yield Decision(layer="query", action=Action.ALLOW, reason="no protected wording found", source=Source.USER)


def searched(
    moderated: ModeratedQuery, tenant: Tenant, store: RecordStore, policy: SearchPolicy, trace: Trace,
    *, k: int, deadline: Deadline, graph: Any = None,
) -> SearchResult:  # fmt: skip
    """The *k* closest records and what they lead to. Raises `StoreError`."""
    hits: Sequence[Hit] = ()
    related: Sequence[Hit] = ()
    note = _note(moderated)
    if note:
        reason = "the constitution refuses such a query" if moderated.blocked else "nothing is left to search for"
        trace.record(Decision(layer="retrieve", action=Action.ALLOW, status=Status.SKIPPED, reason=reason))
    else:
        text, where = search_text(moderated), moderated.where
        hits = deadline.within(lambda: store.search(tenant.id, text, where=where, k=k))
        reason = f"{len(hits)} records, {len(moderated.conditions)} filters"
        trace.record(Decision(layer="retrieve", action=Action.ALLOW, reason=reason))
        if graph is not None:
            related = _related(hits, moderated, tenant, store, policy, trace, graph=graph, deadline=deadline)
    return SearchResult(
        call_id=trace.call_id, tenant=tenant.id, moderated=moderated, hits=tuple(hits), related=tuple(related),
        note=note, constitution=policy.constitution,
    )  # fmt: skip


def _note(moderated: ModeratedQuery) -> str:
    """Why there is nothing to search by, if so."""
    if moderated.blocked:
        return REFUSED
    if not moderated.empty:
        return ""
    return NOTHING_LEFT if moderated.query.text.strip() else NOTHING_ASKED


def noted(
    moderated: ModeratedQuery, tenant: str, hits: Sequence[Hit], policy: SearchPolicy, trace: Trace
) -> SearchResult:
    """The result of a search that something else made."""
    note = _note(moderated)
    status = Status.SKIPPED if note else Status.APPLIED
    reason = f"{len(hits)} records, {len(moderated.conditions)} filters"
    trace.record(Decision(layer="retrieve", action=Action.ALLOW, status=status, reason=reason))
    return SearchResult(
        call_id=trace.call_id, tenant=tenant, moderated=moderated, hits=tuple(hits), note=note,
        constitution=policy.constitution,
    )  # fmt: skip


def _related(
    hits: Sequence[Hit], moderated: ModeratedQuery, tenant: Tenant, store: RecordStore, policy: SearchPolicy,
    trace: Trace, *, graph: Any, deadline: Deadline,
) -> Sequence[Hit]:  # fmt: skip
    protected = (*tenant.schema.protected, *(one.path for one in tenant.schema.fields if one.attribute is not None))
    found = expanded(hits, moderated, policy, neighbours_of(graph), protected=protected)
    if found.held:
        trace.record(Decision(layer="expand", action=Action.ALLOW, status=Status.SKIPPED, reason=found.held))
        return ()
    ids = [one.id for one in found.related]
    related = deadline.within(lambda: store.get(tenant.id, ids)) if ids else ()
    shut = f", {found.closed} edges over protected attributes not followed" if found.closed else ""
    trace.record(Decision(layer="expand", action=Action.ALLOW, reason=f"{len(related)} related records{shut}"))
    return related
