"""A search told gate by gate, as JSON and as rows for people."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from guardrails.rag import SearchResult
from guardrails.rag.search.searching import search_text
from guardrails.types import Decision

__all__ = ["Gate", "gates_of", "one_line", "result_json"]


class Gate(NamedTuple):
    """One line: which gate, about which piece of the query, what it says and why."""

    gate: str
    piece: str
    says: str
    why: str


def gates_of(found: SearchResult) -> Iterator[Gate]:
    """Every gate in order."""
    moderated, query = found.moderated, found.moderated.query
    yield Gate("understand", "", query.intent.value, "what the query asks for")
    for term in query.terms:
        yield Gate("understand", query.text[term.start : term.end], term.label.value, term.reason)
    for one in query.constraints:
        said = f"{one.kind.value} condition"
        field = one.field or ("no field may hold it" if one.attribute else "no field of the schema")
        yield Gate("extract", query.text[one.start : one.end], said, field)
    for match in query.entities:
        score = f"{match.score:.2f}"
        yield Gate(
            "resolve", query.text[match.start : match.end], match.match.value, f"one of the tenant's names, {score}"
        )
    for fate in moderated.fates:
        why = f"{fate.reason} ({fate.attribute})" if fate.attribute else fate.reason
        yield Gate("moderate", query.text[fate.start : fate.end], fate.fate.value, why)
    for condition in moderated.conditions:
        said = " or ".join(f"{bound.field} {bound.relation.value} {bound.value}" for bound in condition.bounds)
        yield Gate("filter", "", said, "every result meets it")
    yield Gate("search text", "", search_text(moderated) if not moderated.empty else "", "what is embedded")
    yield from (_after(one) for one in found.decisions if one.layer in ("retrieve", "expand", "log"))


def _after(decision: Decision) -> Gate:
    return Gate(decision.layer, "", decision.status.value, decision.reason)


def result_json(found: SearchResult) -> Mapping[str, object]:
    """What ``--json`` prints."""
    return {
        "tenant": found.tenant,
        "clean_query": found.moderated.clean_query,
        "note": found.note,
        "gates": [gate._asdict() for gate in gates_of(found)],
        "hits": [{"id": hit.id, "score": round(hit.score, 4), "fields": dict(hit.fields)} for hit in found.hits],
        "related": [hit.id for hit in found.related],
        "call_id": found.call_id,
    }


def one_line(text: str, limit: int) -> str:
    """The beginning of *text*, its lines joined."""
    line = "; ".join(text.split("\n"))
    return line if len(line) <= limit else f"{line[: limit - 3]}..."
