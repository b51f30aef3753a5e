"""From records to results over each store: what search promises does not hang on which one is behind it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

import pytest

from guardrails.rag import MemoryStore, RagGuard, RecordStore, Tenant
from tests.helpers.rag_corpus import SCHEMAS, Record, corpus
from tests.helpers.rag_embeddings import corpus_embeddings
from tests.helpers.rag_queries import pairs
from tests.helpers.rag_stores import STORES, Server, opened

SIZE = 200
LEAKING: dict[str, Record] = {
    "people": {"id": "leak", "name": "Ada Stone", "role": "welder", "bio": "A deaf welder, canary-77."},
    "catalogue": {"sku": "leak", "title": "Shelf", "description": "Left by a deaf welder, canary-77."},
    "jobs": {"id": "leak", "title": "Welder", "description": "For young men only, canary-77."},
}


def stocked(store: RecordStore) -> RagGuard:
    guard = RagGuard(store)
    for name, schema in SCHEMAS.items():
        report = guard.ingest([*corpus()[name][:SIZE], LEAKING[name]], Tenant(id=name, schema=schema))
        assert (report.accepted, sum(report.rejected.values())) == (SIZE, 1)
    return guard


@cache
def in_memory() -> RagGuard:
    return stocked(MemoryStore(corpus_embeddings()))


@pytest.fixture(scope="module", params=STORES)
def store(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory, chroma: Server
) -> Iterator[RecordStore]:
    with opened(request.param, corpus_embeddings(), tmp_path_factory.mktemp("index"), chroma) as store:
        yield store


@pytest.fixture(scope="module")
def guard(store: RecordStore) -> RagGuard:
    return stocked(store)


def test_what_the_projection_keeps_out_is_in_no_store(guard: RagGuard, store: RecordStore) -> None:
    for name in SCHEMAS:
        assert not store.get(name, ["leak"])
        found = store.search(name, "deaf welder canary-77", k=SIZE + 1)
        assert len(found) == SIZE
        assert not [hit.id for hit in found if "canary" in hit.text + repr(dict(hit.fields))]
        assert {field for hit in found for field in hit.fields} <= {
            one.path for one in SCHEMAS[name].open_fields if one.filterable
        }


@pytest.mark.parametrize(
    ("name", "query", "fields"),
    [
        ("catalogue", "black coat", {"colour"}),
        ("catalogue", "something for the home under 300 euros", {"price"}),
        ("people", "Muslim nurse based in Bergen", {"address.city"}),
        ("people", "engineers who speak French, older than 60", {"languages"}),
        ("jobs", "nurse posted after 2026-07-01", {"posted"}),
    ],
)
def test_a_moderated_query_filters_and_finds_the_same(guard: RagGuard, name: str, query: str, fields: set[str]) -> None:
    found, wanted = guard.search(query, name, k=20), in_memory().search(query, name, k=20)
    assert {field for one in found.moderated.conditions for field in one.fields} >= fields
    assert found.moderated.where == wanted.moderated.where
    assert found.hits
    # Entries that are equally close may come in any order.
    assert [hit.score for hit in found.hits] == pytest.approx([hit.score for hit in wanted.hits], abs=1e-4)


def test_queries_that_differ_in_who_is_asked_for_give_one_list(guard: RagGuard) -> None:
    for pair in pairs(60):
        one, other = (guard.search(query, pair.tenant) for query in (pair.one, pair.other))
        assert [hit.id for hit in one.hits] == [hit.id for hit in other.hits], pair
        # The last digits of a dot product hang on how the vectors lie in memory.
        assert [hit.score for hit in one.hits] == pytest.approx([hit.score for hit in other.hits], abs=1e-6)
        assert one.hits or one.note
