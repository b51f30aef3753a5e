"""The proofs over 6,000 records: who is asked for changes no result, and nothing that only looks so is lost."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from statistics import fmean

import pytest

from guardrails.rag import Filter, Hit, RagGuard, RecordStore, Tenant
from tests.helpers.rag_corpus import SCHEMAS, corpus
from tests.helpers.rag_embeddings import corpus_embeddings
from tests.helpers.rag_queries import Asked, look_alikes, pairs
from tests.helpers.rag_stores import STORES, Server, opened, quick_folder
from tests.helpers.rag_world import entries

NAMES = ("people", "catalogue", "jobs")


class World:
    """A stocked store with a guard over it; a search that was made is not made twice."""

    def __init__(self, store: RecordStore) -> None:
        self.store, self.guard = store, RagGuard(store)
        self.reports = [
            self.guard.ingest(corpus()[name], Tenant(id=name, schema=schema)) for name, schema in SCHEMAS.items()
        ]
        self._known: dict[tuple[str, str, str], tuple[str, ...]] = {}

    def plain(self, name: str, query: str, where: Filter | None = None) -> tuple[str, ...]:
        key = (name, query, repr(where))
        if key not in self._known:
            self._known[key] = _ids(self.store.search(name, query, where=where, k=10))
        return self._known[key]

    def guarded(self, name: str, query: str) -> tuple[str, ...]:
        found = self.guard.moderate(query, name)
        return () if found.empty else self.plain(name, found.clean_query, found.where)


def _ids(hits: Sequence[Hit]) -> tuple[str, ...]:
    return tuple(hit.id for hit in hits)


@pytest.fixture(scope="module", params=STORES)
def world(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory, chroma: Server) -> Iterator[World]:
    with (
        quick_folder(tmp_path_factory) as folder,
        opened(request.param, corpus_embeddings(), folder, chroma) as store,
    ):
        yield World(store)


def test_the_corpus_is_in_the_store(world: World) -> None:
    assert [report.accepted for report in world.reports] == [len(records) for records in corpus().values()]


def overlap(one: Sequence[str], other: Sequence[str]) -> float:
    return len(set(one) & set(other)) / max(len(one), len(other), 1)


def test_a_demographic_term_changes_no_result(world: World) -> None:
    """300 pairs that differ in one term: at least 99 in 100 give the same list, where plain search gives another."""
    asked = [*pairs(300)]
    lists = [(world.guarded(p.tenant, p.one), world.guarded(p.tenant, p.other)) for p in asked]
    plain = fmean(overlap(world.plain(p.tenant, p.one), world.plain(p.tenant, p.other)) for p in asked[:60])
    assert fmean(one == other for one, other in lists) >= 0.99
    assert fmean(overlap(*pair) for pair in lists) >= 0.99
    assert plain < 0.9
    assert fmean(len(one) == 10 for one, _ in lists) > 0.9  # and not by finding nothing


@pytest.mark.parametrize("kind", ["colour", "cuisine", "name", "language"])
def test_what_only_looks_demographic_loses_nothing(world: World, kind: str) -> None:
    """300 queries in all: recall@10 is within one in a hundred of plain search, or better."""
    asked = [one for one in look_alikes(300) if one.kind == kind]
    plain, guarded = [], []
    for one in asked:
        right = relevant(one)
        plain.append(recall(world.plain(one.tenant, one.query), right))
        guarded.append(recall(world.guarded(one.tenant, one.query), right))
    assert len(asked) == 75
    assert fmean(guarded) >= fmean(plain) - 0.01


def relevant(asked: Asked) -> frozenset[str]:
    return frozenset(entry.id for entry in entries(asked.tenant) if asked.right(entry))


def recall(found: Sequence[str], right: frozenset[str]) -> float:
    return len(right.intersection(found)) / min(10, len(right)) if right else 1.0


def test_tenants_are_apart_under_threads(world: World) -> None:
    """One word, three tenants, many threads: each gets its own catalogue's answer, every time."""
    guard = world.guard
    asked = [(name, "French black linen") for name in NAMES] * 40

    def fields(item: tuple[str, str]) -> tuple[str, tuple[str, ...]]:
        name, query = item
        return name, tuple(field for one in guard.moderate(query, name).conditions for field in one.fields)

    with ThreadPoolExecutor(8) as pool:
        found = set(pool.map(fields, asked))
    alone = {fields((name, "French black linen")) for name in NAMES}
    assert found == alone
    assert dict(alone)["catalogue"] == ("colour",)
