"""LangChain's documents go through the same projection as records."""

from __future__ import annotations

from langchain_core.documents import Document
from langchain_core.vectorstores import InMemoryVectorStore

from guardrails.rag import Field, FieldKind, IndexProjection, MemoryStore, RagGuard, RecordSchema, Tenant
from guardrails.rag.ingestion.documents import DocumentProjection, add_documents
from tests.helpers.rag_corpus import CATALOGUE, catalogue
from tests.helpers.rag_embeddings import corpus_embeddings

SCHEMA = RecordSchema(
    id="id",
    fields=(
        Field(path="page_content", kind=FieldKind.FREE_TEXT),
        Field(path="tags", kind=FieldKind.CATEGORY, searchable=False, filterable=True),
    ),
)
DOCUMENTS = [
    Document(id="a", page_content="How to oil an oak desk", metadata={"tags": ["oak", "care"], "gender": "canary-1"}),
    Document(id="b", page_content="Written by a blind carpenter", metadata={}),
    Document(page_content="no id", metadata={}),
]


def test_a_transformer_lets_through_the_searchable_view() -> None:
    (kept,) = DocumentProjection(IndexProjection(SCHEMA)).transform_documents(DOCUMENTS)
    assert (kept.id, kept.page_content, kept.metadata) == ("a", "How to oil an oak desk", {"tags": ["oak", "care"]})


async def test_the_async_transformer_does_the_same() -> None:
    transformer = DocumentProjection(IndexProjection(SCHEMA))
    assert await transformer.atransform_documents(DOCUMENTS) == transformer.transform_documents(DOCUMENTS)


def test_any_vector_store_gets_what_passed_and_the_caller_what_did_not() -> None:
    store = InMemoryVectorStore(corpus_embeddings())
    kept_out = add_documents(store, [*DOCUMENTS, *(Document(id=str(n), page_content="x") for n in range(300))],
                             IndexProjection(SCHEMA))  # fmt: skip
    assert [(one.document, str(one.outcome)) for one in kept_out] == [("b", "rejected"), ("", "faulty")]
    assert len(store.store) == 301
    assert "canary" not in repr(store.store)


async def test_a_guard_knows_a_tenant_it_has_ingested() -> None:
    guard = RagGuard(MemoryStore(corpus_embeddings()))
    report = guard.ingest(catalogue(80), Tenant(id="shop", schema=CATALOGUE))
    assert report.accepted == 80
    assert all(hit.fields["colour"] == "black" for hit in guard.search("black jacket", "shop").hits)
    assert guard.search("black jacket", "shop").hits
    again = await guard.aingest(catalogue(80), Tenant(id="copy", schema=CATALOGUE))
    assert again.capabilities == report.capabilities
