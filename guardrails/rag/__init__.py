"""Fair search over records: what the user typed is kept apart from what retrieval may use.

    record -> projection -> store                                                        (ingest)
    query -> understanding -> resolution -> moderation -> filters -> retrieval -> answer  (search)

Every stage is a plain object that works alone. Where to read what, each with its helpers after the colon:

    values        types, store (the protocol), stores/, tenant: tenant_file; terms, results, policy
    ingest        projection: leaks, surroundings, values, moderated; capabilities: profile, tally, census, conclusions;
                  ingesting: ingest_batch, ingest_state, deadletters; documents (LangChain's), embeddings
    a query       query: reading, intent, fieldnames, constraints*, quantities, negation; entities: names; extractor
    moderation    moderation: grounding, alignment, ambiguity, conditions, clean, folding; gate (it all, by tenant)
    results       guard: searching, expansion, graph, answering, summary, prompts, chat, journal, deadline
    LangChain     retriever, runnable: tenants

Importing this package loads no third-party module: the names below are
imported when they are first used.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from guardrails.rag.capabilities import Capabilities
    from guardrails.rag.entities import EntityIndex
    from guardrails.rag.expansion import held_back
    from guardrails.rag.extractor import Extractor, ModelExtractor
    from guardrails.rag.grounding import Grounding
    from guardrails.rag.guard import RagGuard
    from guardrails.rag.ingesting import IngestReport, aingest, ingest
    from guardrails.rag.moderation import Fate, ModeratedQuery, TermFate, moderate_query
    from guardrails.rag.policy import SearchPolicy, search_policy
    from guardrails.rag.profile import Admits, FieldProfile
    from guardrails.rag.projection import IndexProjection, Outcome, Projected
    from guardrails.rag.query import understand
    from guardrails.rag.results import Answer, SearchResult
    from guardrails.rag.retriever import GuardedRetriever
    from guardrails.rag.runnable import RagRunnable
    from guardrails.rag.store import Filter, RecordStore
    from guardrails.rag.stores.memory import MemoryStore
    from guardrails.rag.stores.qdrant import QdrantStore
    from guardrails.rag.tenant import Tenant
    from guardrails.rag.terms import Constraint, ConstraintKind, EntityMatch, Intent, Label, Query, Term
    from guardrails.rag.types import Entity, Entry, Fault, Field, FieldKind, Hit, Leak, RecordSchema

__all__ = [
    "Admits",
    "Answer",
    "Capabilities",
    "Constraint",
    "ConstraintKind",
    "Entity",
    "EntityIndex",
    "EntityMatch",
    "Entry",
    "Extractor",
    "Fate",
    "Fault",
    "Field",
    "FieldKind",
    "FieldProfile",
    "Filter",
    "Grounding",
    "GuardedRetriever",
    "Hit",
    "IndexProjection",
    "IngestReport",
    "Intent",
    "Label",
    "Leak",
    "MemoryStore",
    "ModelExtractor",
    "ModeratedQuery",
    "Outcome",
    "Projected",
    "QdrantStore",
    "Query",
    "RagGuard",
    "RagRunnable",
    "RecordSchema",
    "RecordStore",
    "SearchPolicy",
    "SearchResult",
    "Tenant",
    "Term",
    "TermFate",
    "aingest",
    "held_back",
    "ingest",
    "moderate_query",
    "search_policy",
    "understand",
]

_HOMES = {
    "capabilities": ("Capabilities",),
    "entities": ("EntityIndex",),
    "expansion": ("held_back",),
    "extractor": ("Extractor", "ModelExtractor"),
    "grounding": ("Grounding",),
    "guard": ("RagGuard",),
    "ingesting": ("IngestReport", "aingest", "ingest"),
    "moderation": ("Fate", "ModeratedQuery", "TermFate", "moderate_query"),
    "policy": ("SearchPolicy", "search_policy"),
    "profile": ("Admits", "FieldProfile"),
    "projection": ("IndexProjection", "Outcome", "Projected"),
    "query": ("understand",),
    "results": ("Answer", "SearchResult"),
    "retriever": ("GuardedRetriever",),
    "runnable": ("RagRunnable",),
    "store": ("Filter", "RecordStore"),
    "stores.memory": ("MemoryStore",),
    "stores.qdrant": ("QdrantStore",),
    "tenant": ("Tenant",),
    "terms": ("Constraint", "ConstraintKind", "EntityMatch", "Intent", "Label", "Query", "Term"),
    "types": ("Entity", "Entry", "Fault", "Field", "FieldKind", "Hit", "Leak", "RecordSchema"),
}
_HOME_OF = {name: f"{__name__}.{module}" for module, names in _HOMES.items() for name in names}


def __getattr__(name: str) -> object:
    if name not in _HOME_OF:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(importlib.import_module(_HOME_OF[name]), name)


def __dir__() -> list[str]:
    return sorted(__all__)
