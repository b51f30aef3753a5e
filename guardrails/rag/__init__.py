"""Fair search over records: what the user typed is kept apart from what retrieval may use.

    record -> projection -> store                                                        (ingest)
    query -> understanding -> resolution -> moderation -> filters -> retrieval -> answer  (search)

Every stage is a plain object that works alone. Where to read what:

    the words     types, terms, store (the protocol) and stores/, policy, tenant and tenant_file, embeddings, folding
    ingest        records/ (the searchable view), catalogue/ (what a tenant's data admits), ingestion/
    a query       query/ (what it says), moderation/ (what of it may steer retrieval)
    results       search/ (retrieval, expansion, the answer)
    the ways in   guard; for LangChain retriever, runnable and guarded_embeddings, with tenants

Importing this package loads no third-party module: the names below are
imported when they are first used.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from guardrails.rag.catalogue.capabilities import Capabilities
    from guardrails.rag.catalogue.profile import Admits, FieldProfile
    from guardrails.rag.guard import RagGuard
    from guardrails.rag.guarded_embeddings import GuardedEmbeddings
    from guardrails.rag.ingestion.driver import IngestReport, aingest, ingest
    from guardrails.rag.moderation.fates import Fate, ModeratedQuery, TermFate
    from guardrails.rag.moderation.grounding import Grounding
    from guardrails.rag.moderation.moderate import moderate_query
    from guardrails.rag.policy import SearchPolicy, search_policy
    from guardrails.rag.query.entities import EntityIndex
    from guardrails.rag.query.extractor import Extractor, ModelExtractor
    from guardrails.rag.query.understanding import understand
    from guardrails.rag.records.projection import IndexProjection, Outcome, Projected
    from guardrails.rag.retriever import GuardedRetriever
    from guardrails.rag.runnable import RagRunnable
    from guardrails.rag.search.expansion import held_back
    from guardrails.rag.search.results import Answer, SearchResult
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
    "GuardedEmbeddings",
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
    "catalogue.capabilities": ("Capabilities",),
    "catalogue.profile": ("Admits", "FieldProfile"),
    "guard": ("RagGuard",),
    "guarded_embeddings": ("GuardedEmbeddings",),
    "ingestion.driver": ("IngestReport", "aingest", "ingest"),
    "moderation.fates": ("Fate", "ModeratedQuery", "TermFate"),
    "moderation.grounding": ("Grounding",),
    "moderation.moderate": ("moderate_query",),
    "policy": ("SearchPolicy", "search_policy"),
    "query.entities": ("EntityIndex",),
    "query.extractor": ("Extractor", "ModelExtractor"),
    "query.understanding": ("understand",),
    "records.projection": ("IndexProjection", "Outcome", "Projected"),
    "retriever": ("GuardedRetriever",),
    "runnable": ("RagRunnable",),
    "search.expansion": ("held_back",),
    "search.results": ("Answer", "SearchResult"),
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
