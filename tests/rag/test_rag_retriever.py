"""LangChain around and inside: what a retriever, a vector store, a tracer and a chain see of a query."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from typing import Any

import pytest
from langchain_core.callbacks import BaseCallbackHandler
from langchain_core.documents import Document
from langchain_core.embeddings import Embeddings
from langchain_core.language_models import FakeListChatModel
from langchain_core.retrievers import BaseRetriever
from langchain_core.runnables import RunnableLambda
from langchain_core.structured_query import Comparator, Comparison, Operation, Operator, StructuredQuery, Visitor
from langchain_core.vectorstores import InMemoryVectorStore, VectorStore
from pydantic import Field as Pydantic

from guardrails.errors import GuardrailsError, StoreError
from guardrails.log import MemorySink
from guardrails.rag import Answer, GuardedRetriever, RagGuard, RagRunnable, SearchResult
from tests.helpers.rag_tenants import WordEmbeddings, small_store, tenants

QUERY = "black nurses in Berlin"


class Words(WordEmbeddings, Embeddings):
    """As LangChain takes them."""


class Watching(BaseCallbackHandler):
    """Keeps the input of everything that starts."""

    def __init__(self) -> None:
        self.seen: list[str] = []

    def on_retriever_start(self, serialized: Any, query: str, **kwargs: Any) -> None:
        self.seen.append(query)

    def on_chain_start(self, serialized: Any, inputs: Any, **kwargs: Any) -> None:
        self.seen.append(str(inputs))

    def on_chat_model_start(self, serialized: Any, messages: Any, **kwargs: Any) -> None:
        self.seen.append(str(messages))


class Listening(BaseRetriever):
    """Answers with two documents and keeps what it was asked."""

    asked: list[str] = Pydantic(default_factory=list)

    def _get_relevant_documents(self, query: str, **kwargs: Any) -> list[Document]:
        self.asked.append(query)
        return [
            Document(id="p0", page_content="Ruth, nurse", metadata={"address": {"city": "Berlin"}}),
            Document(id="p1", page_content="Ada, engineer", metadata={"address": {"city": "Munich"}}),
        ]


class Strict(Visitor):
    """A store's own translator."""

    def visit_comparison(self, comparison: Comparison) -> Any:
        return {comparison.attribute: {f"${comparison.comparator.value}": comparison.value}}

    def visit_operation(self, operation: Operation) -> Any:
        return {f"${operation.operator.value}": [one.accept(self) for one in operation.arguments]}

    def visit_structured_query(self, structured_query: StructuredQuery) -> Any:
        assert structured_query.filter is not None
        return structured_query.query, {"filter": structured_query.filter.accept(self)}


class Recording(InMemoryVectorStore):
    """Keeps the filter it was given."""

    given: Any = None

    def similarity_search(self, query: str, k: int = 4, **kwargs: Any) -> list[Document]:
        type(self).given = (query, k, kwargs)
        return super().similarity_search(query, k)


def guard(**options: Any) -> RagGuard:
    return RagGuard(small_store(), tenants=tenants(), **options)


def shelf() -> InMemoryVectorStore:
    store = InMemoryVectorStore(Words())
    store.add_documents(
        [
            Document(id="1", page_content="plain dress", metadata={"color": "Black", "price": 45}),
            Document(id="2", page_content="plain dress", metadata={"color": "white", "price": 45}),
            Document(id="3", page_content="plain dress", metadata={"color": "Black", "price": 450}),
        ]
    )
    return store


def test_a_retriever_sees_the_clean_query_and_what_it_finds_is_filtered() -> None:
    inner = Listening()
    found = GuardedRetriever(guard=guard(), inner=inner, tenant="people").invoke(QUERY)
    assert inner.asked == ["nurses"]
    assert [one.id for one in found] == ["p0"]


def test_a_vector_store_gets_the_filters() -> None:
    retriever = GuardedRetriever(guard=guard(), inner=shelf(), tenant="shop")
    assert [one.id for one in retriever.invoke("black dress under 50 euros")] == ["1"]


def test_a_translator_of_the_stores_own_makes_the_filter() -> None:
    retriever = GuardedRetriever(guard=guard(), inner=Recording(Words()), tenant="shop", translator=Strict(), k=7)
    retriever.invoke("black dress under 50 euros")
    both = {"$and": [{"price": {"$lt": 50}}, {"color": {"$eq": "Black"}}]}
    assert Recording.given == ("dress", 7, {"filter": both})


class Modest(Strict):
    """Refuses what it does not allow, as the translators of LangChain's stores do."""

    def __init__(self, comparators: str, operators: str) -> None:
        self.allowed_comparators = [Comparator(one) for one in comparators.split()]
        self.allowed_operators = [Operator(one) for one in operators.split()]

    def visit_comparison(self, comparison: Comparison) -> Any:
        self._validate_func(comparison.comparator)
        return super().visit_comparison(comparison)

    def visit_operation(self, operation: Operation) -> Any:
        self._validate_func(operation.operator)
        return super().visit_operation(operation)


BLACK, NOT_BLACK = {"color": {"$eq": "Black"}}, {"color": {"$ne": "Black"}}


@pytest.mark.parametrize(
    ("comparators", "operators", "query", "given"),
    [
        ("eq ne lt lte gt gte", "and or", "dress, not black", NOT_BLACK),  # as Chroma's, Pinecone's, Weaviate's
        ("eq lt lte gt gte like", "and or not", "dress, not black", {"$not": [BLACK]}),  # Qdrant's, Elasticsearch's
        ("eq nin", "and or", "dress, not black", {"color": {"$nin": ["Black"]}}),
        ("eq ne gt lt", "and or", "dress at most 50 euros", {"$or": [{"price": {"$lt": 50}}, {"price": {"$eq": 50}}]}),
        (
            "eq gt lt",
            "and or not",
            "dress at least 50 euros, not black",
            {"$and": [{"$or": [{"price": {"$gt": 50}}, {"price": {"$eq": 50}}]}, {"$not": [BLACK]}]},
        ),
    ],
)
def test_what_a_translator_lacks_is_said_in_what_it_has(
    comparators: str, operators: str, query: str, given: dict[str, Any]
) -> None:
    translator = Modest(comparators, operators)
    GuardedRetriever(guard=guard(), inner=Recording(Words()), tenant="shop", translator=translator).invoke(query)
    assert Recording.given == ("dress", 10, {"filter": given})


@pytest.mark.parametrize(("comparators", "operators"), [("eq lt", "and or"), ("lt", "and"), ("eq ne", "or")])
def test_what_a_translator_cannot_say_is_filtered_when_documents_come_back(comparators: str, operators: str) -> None:
    retriever = GuardedRetriever(
        guard=guard(), inner=shelf(), tenant="shop", translator=Modest(comparators, operators), k=1
    )
    assert [one.id for one in retriever.invoke("dress over 50 euros, not white")] == ["3"]


@pytest.mark.parametrize("tenant", ["shop", "people"])
def test_every_filter_is_in_the_language_that_stores_translate(tenant: str) -> None:
    """Comparisons of a field of the schema with a plain value, joined by AND and OR: what each translator knows."""
    paths = {one.path for known in tenants() if known.id == tenant for one in known.schema.open_fields}
    strict = Modest("eq ne lt lte gt gte", "and or")
    queries = (
        "black or white dress under 50 euros",
        "coat without black, white and navy, between 20 and 60 euros",
        "nurses in Berlin or Munich who don't speak French",
        "Gay Talese",
        "added since March 2024, price: 50-90, not Thai",
        "at least 5 years of experience outside Berlin",
    )
    found = [where for query in queries if (where := guard().moderate(query, tenant).where) is not None]
    assert len(found) >= 3
    for where in found:
        assert strict.visit_structured_query(StructuredQuery(query="x", filter=where))[1]["filter"]
        assert set(_attributes(where)) <= paths


def _attributes(part: Any) -> Iterator[str]:
    if isinstance(part, Comparison):
        assert isinstance(part.value, str | int | float)
        yield part.attribute
    else:
        assert isinstance(part, Operation)
        for one in part.arguments:
            yield from _attributes(one)


def test_a_function_may_translate() -> None:
    retriever = GuardedRetriever(
        guard=guard(), inner=Recording(Words()), tenant="shop", translator=lambda where: "made"
    )
    retriever.invoke("black dress")
    assert Recording.given == ("dress", 10, {"filter": "made"})


def test_documents_may_be_filtered_when_they_come_back() -> None:
    retriever = GuardedRetriever(guard=guard(), inner=shelf(), tenant="shop", translator="documents", k=1)
    assert [one.metadata["color"] for one in retriever.invoke("white dress")] == ["white"]


async def test_async_finds_the_same() -> None:
    retriever = GuardedRetriever(guard=guard(), inner=shelf(), tenant="shop")
    assert await retriever.ainvoke("black dress") == retriever.invoke("black dress")
    inner = Listening()
    people = GuardedRetriever(guard=guard(), inner=inner, tenant="people")
    assert await people.ainvoke(QUERY) == people.invoke(QUERY)


def test_no_watcher_sees_what_was_typed() -> None:
    watching = Watching()
    config: Any = {"callbacks": [watching]}
    GuardedRetriever(guard=guard(), inner=Listening(), tenant="people").invoke(QUERY, config)
    model = FakeListChatModel(responses=["Ruth is a black woman [1]."])
    RagRunnable(guard=guard(), model=model, tenant="people").invoke(QUERY, config)
    assert watching.seen == ["nurses", "nurses", "nurses"]


async def test_no_watcher_sees_what_was_typed_under_await() -> None:
    watching = Watching()
    config: Any = {"callbacks": [watching]}
    await GuardedRetriever(guard=guard(), inner=Listening(), tenant="people").ainvoke(QUERY, config)
    model = FakeListChatModel(responses=["Ruth is a black woman [1]."])
    await RagRunnable(guard=guard(), model=model, tenant="people").ainvoke(QUERY, config)
    assert watching.seen == ["nurses", "nurses", "nurses"]


def test_nothing_to_search_for_asks_nobody() -> None:
    inner = Listening()
    assert GuardedRetriever(guard=guard(), inner=inner, tenant="people").invoke("muslim") == []
    assert inner.asked == []


def test_a_search_is_recorded_and_a_store_that_is_down_too() -> None:
    class Down(Listening):
        def _get_relevant_documents(self, query: str, **kwargs: Any) -> list[Document]:
            raise OSError(query)

    sink = MemorySink()
    GuardedRetriever(guard=guard(log=sink), inner=Listening(), tenant="people").invoke(QUERY)
    assert [one.layer for one in sink.records] == ["understand", "query", "query", "retrieve"]
    with pytest.raises(StoreError, match="raised OSError"):
        GuardedRetriever(guard=guard(log=sink), inner=Down(), tenant="people").invoke(QUERY)
    assert sink.records[-1].status == "failed_closed"


def test_a_vector_store_needs_a_translator() -> None:
    class Other(VectorStore):
        def similarity_search(self, query: str, k: int = 4, **kwargs: Any) -> list[Document]:
            return []

        @classmethod
        def from_texts(cls, texts: Any, embedding: Any, metadatas: Any = None, **kwargs: Any) -> Any:
            return cls()

    with pytest.raises(ValueError, match="translator"):
        GuardedRetriever(guard=guard(), inner=Other(), tenant="shop")
    with pytest.raises(ValueError, match=r"RagGuard\.search"):
        GuardedRetriever(guard=guard(), inner=small_store(), tenant="shop")


def test_the_tenant_may_come_with_the_call() -> None:
    searching = RagRunnable(guard=guard())
    found = searching.invoke("black", {"configurable": {"tenant": "shop"}})
    assert isinstance(found, SearchResult)
    assert [hit.id for hit in found.hits] == ["s0"]
    with pytest.raises(GuardrailsError, match="whose query"):
        searching.invoke("black")
    with pytest.raises(GuardrailsError, match="another tenant"):
        RagRunnable(guard=guard(), tenant="people").invoke("black", {"configurable": {"tenant": "shop"}})


def test_a_chain_takes_the_runnable_as_a_link() -> None:
    model = FakeListChatModel(responses=["Ruth is a nurse [1]."])
    chain = RagRunnable(guard=guard(), model=model, tenant="people") | RunnableLambda(lambda answer: answer.text)
    assert chain.invoke({"query": QUERY}) == "Ruth is a nurse [1]."
    assert chain.batch([QUERY, QUERY]) == ["Ruth is a nurse [1]."] * 2


def test_with_a_model_it_answers_and_without_it_searches() -> None:
    model = FakeListChatModel(responses=["Ruth [1]."])
    assert isinstance(RagRunnable(guard=guard(), model=model, tenant="people").invoke(QUERY), Answer)
    assert isinstance(RagRunnable(guard=guard(), tenant="people").invoke(QUERY), SearchResult)
    found = asyncio.run(RagRunnable(guard=guard(), tenant="people").ainvoke(QUERY))
    assert isinstance(found, SearchResult)


@pytest.mark.parametrize("given", [7, {"question": "x"}, None, ["x"]])
def test_an_input_without_a_query_is_refused(given: Any) -> None:
    with pytest.raises(GuardrailsError, match="'query'"):
        RagRunnable(guard=guard(), tenant="people").invoke(given)
