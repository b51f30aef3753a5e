"""Embeddings under guard, as any vector store of LangChain uses them: no vector of a text that says who somebody is."""

from __future__ import annotations

from contextlib import suppress
from typing import Any

import pytest
from langchain_core.documents import Document
from langchain_core.embeddings import Embeddings
from langchain_core.vectorstores import InMemoryVectorStore

from guardrails.constitution import load_text
from guardrails.errors import ProjectionError
from guardrails.rag import Entry, Field, FieldKind, GuardedEmbeddings, IndexProjection, QdrantStore, RecordSchema
from guardrails.rag.embeddings import HashedEmbeddings
from guardrails.rag.ingestion.documents import aadd_documents, add_documents
from tests.helpers.rag_leaky import canaries, leaky_documents
from tests.helpers.rag_queries import pairs

PAGES = RecordSchema(id="id", fields=(Field(path="page_content", kind=FieldKind.FREE_TEXT),))
CLEAN = ["Oak desk, black legs", "How to oil a chair", "Speaks Polish and welds bridges."]
LEAKING = {
    "A deaf welder, canary-7, works on bridges.": "disability",
    "exported; religion: canary-7": "religion",
    '{"work": "welds", "ethnicGroup": "canary-7"}': "ethnicity",
}


class Seen(Embeddings):
    """Remembers what it was given, and through which method."""

    def __init__(self) -> None:
        self.texts: list[str] = []
        self.calls: list[str] = []

    def embed_documents(self, texts: list[str]) -> list[list[float]]:
        self.calls.append("documents")
        self.texts += texts
        return HashedEmbeddings(64).embed_documents(texts)

    def embed_query(self, text: str) -> list[float]:
        self.calls.append("query")
        self.texts.append(text)
        return HashedEmbeddings(64).embed_query(text)

    async def aembed_documents(self, texts: list[str]) -> list[list[float]]:
        self.calls.append("async")
        return self.embed_documents(texts)

    async def aembed_query(self, text: str) -> list[float]:
        self.calls.append("async")
        return self.embed_query(text)


def guarded(inner: Any, mode: str = "reject") -> GuardedEmbeddings:
    said = f'constitution: 1\nname: own\nversion: "1"\nextends: search\nretrieval: {{projection: {mode}}}\n'
    return GuardedEmbeddings(inner, load_text(said))


async def test_what_gives_nobody_away_is_embedded_as_it_is_sync_and_async() -> None:
    inner, plain = Seen(), HashedEmbeddings(64)
    embeddings = guarded(inner)
    assert embeddings.embed_documents(CLEAN) == plain.embed_documents(CLEAN)
    assert await embeddings.aembed_documents(CLEAN) == plain.embed_documents(CLEAN)
    assert embeddings.embed_query("black desk") == await embeddings.aembed_query("black desk")
    assert inner.texts == [*CLEAN, *CLEAN, "black desk", "black desk"]
    assert inner.calls.count("async") == 2


@pytest.mark.parametrize("mode", ["reject", "strip"])
@pytest.mark.parametrize(("text", "attribute"), LEAKING.items(), ids=LEAKING.values())
async def test_a_leak_refuses_the_whole_call_and_names_position_and_attribute(
    mode: str, text: str, attribute: str
) -> None:
    inner = Seen()
    embeddings = guarded(inner, mode)
    for refused in (embeddings.embed_documents, embeddings.aembed_documents):
        with pytest.raises(ProjectionError) as caught:
            found = refused([*CLEAN, text])
            assert not isinstance(found, list)
            await found
        assert {(path.partition(".")[0], named) for path, named in caught.value.leaks} == {("3", attribute)}
        assert "canary" not in str(caught.value)
    assert inner.calls == []


def test_moderated_texts_are_embedded_without_the_wording_and_refused_where_there_is_more() -> None:
    inner = Seen()
    embeddings = guarded(inner, "moderate")
    embeddings.embed_documents(["A deaf welder works on bridges."])
    assert "deaf" not in inner.texts[0]
    assert "works on bridges" in inner.texts[0]
    with pytest.raises(ProjectionError, match="religion at 0"):
        embeddings.embed_documents(["exported; religion: canary-7"])


async def test_queries_that_differ_in_who_is_asked_for_get_one_vector() -> None:
    embeddings = guarded(HashedEmbeddings(64))
    some = [*pairs(100)]
    same = sum(embeddings.embed_query(pair.one) == embeddings.embed_query(pair.other) for pair in some)
    assert same >= 99
    assert embeddings.embed_query("gay men") == embeddings.embed_query("Muslim women")
    assert await embeddings.aembed_query("female nurses") == embeddings.embed_query("male nurses")


@pytest.mark.parametrize("kind", ["in memory", "qdrant"])
def test_a_vector_store_that_embeds_through_it_takes_nothing_of_a_call_with_a_leak(kind: str, tmp_path: Any) -> None:
    embeddings: Any = guarded(Seen())
    documents = [Document(id=str(n), page_content=text) for n, text in enumerate([*CLEAN, *LEAKING])]
    if kind == "in memory":
        store = InMemoryVectorStore(embeddings)
        with pytest.raises(ProjectionError):
            store.add_documents(documents)
        assert store.store == {}
        store.add_documents(documents[: len(CLEAN)])
        assert store.similarity_search("how to oil it", k=1)[0].id == "1"
        return
    own = QdrantStore(embeddings, path=tmp_path / "index")
    with pytest.raises(ProjectionError):
        own.add("a", [Entry(id=str(one.id), text=one.page_content, fields={}) for one in documents])
    assert own.count("a", "x", "y") == 0
    own.close()


def test_a_thousand_leaky_documents_give_no_text_to_the_embeddings_but_copies_that_stand_alone() -> None:
    inner = Seen()
    embeddings = guarded(inner)
    bios = [bio for one in leaky_documents(1000) if isinstance(bio := one["bio"], str) and "nion" not in bio]
    for bio in bios:
        with suppress(ProjectionError):
            embeddings.embed_documents([bio])
    through = [text for text in inner.texts if canaries(text.encode())]
    assert len(bios) > 600
    assert {text.partition(" ")[0] for text in through} == {"Certificate"}  # which no text alone can tell


async def test_the_async_adder_adds_what_the_other_adds() -> None:
    documents = [Document(id=str(n), page_content=text) for n, text in enumerate([*CLEAN, *LEAKING])]
    one, two = InMemoryVectorStore(Seen()), InMemoryVectorStore(Seen())
    kept_out = add_documents(one, documents, IndexProjection(PAGES))
    assert await aadd_documents(two, iter(documents), IndexProjection(PAGES)) == kept_out
    assert one.store == two.store
    assert len(kept_out) == len(LEAKING)
