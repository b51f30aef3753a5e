"""The proofs over 6,000 records: who is asked for changes no result, and nothing that only looks so is lost."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from statistics import fmean

import pytest

from guardrails.rag import Filter, Hit, MemoryStore, RagGuard, RecordStore
from tests.helpers.rag_embeddings import corpus_embeddings
from tests.helpers.rag_queries import Asked, look_alikes, pairs
from tests.helpers.rag_world import entries, stocked, tenant

NAMES = ("people", "catalogue", "jobs")


class World:
    """A stocked store with a guard over it; a search that was made is not made twice."""

    def __init__(self, store: RecordStore) -> None:
        stocked(store)
        self.store = store
        self.guard = RagGuard(store, tenants=map(tenant, NAMES))
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


@cache
def world(store: str) -> World:
    assert store == "memory"
    return World(MemoryStore(corpus_embeddings()))


def overlap(one: Sequence[str], other: Sequence[str]) -> float:
    return len(set(one) & set(other)) / max(len(one), len(other), 1)


@pytest.mark.parametrize("store", ["memory"])
def test_a_demographic_term_changes_no_result(store: str) -> None:
    """300 pairs that differ in one term: at least 99 in 100 give the same list, where plain search gives another."""
    asked = [*pairs(300)]
    same = fmean(world(store).guarded(p.tenant, p.one) == world(store).guarded(p.tenant, p.other) for p in asked)
    some = asked[:60]
    plain = fmean(overlap(world(store).plain(p.tenant, p.one), world(store).plain(p.tenant, p.other)) for p in some)
    assert same >= 0.99
    assert plain < 0.9


@pytest.mark.parametrize("store", ["memory"])
@pytest.mark.parametrize("kind", ["colour", "cuisine", "name", "language"])
def test_what_only_looks_demographic_loses_nothing(store: str, kind: str) -> None:
    """300 queries in all: recall@10 is within one in a hundred of plain search, or better."""
    asked = [one for one in look_alikes(300) if one.kind == kind]
    plain, guarded = [], []
    for one in asked:
        right = relevant(one)
        plain.append(recall(world(store).plain(one.tenant, one.query), right))
        guarded.append(recall(world(store).guarded(one.tenant, one.query), right))
    assert len(asked) == 75
    assert fmean(guarded) >= fmean(plain) - 0.01


def relevant(asked: Asked) -> frozenset[str]:
    return frozenset(entry.id for entry in entries(asked.tenant) if asked.right(entry))


def recall(found: Sequence[str], right: frozenset[str]) -> float:
    return len(right.intersection(found)) / min(10, len(right)) if right else 1.0


def test_tenants_are_apart_under_threads() -> None:
    """One word, three tenants, many threads: each gets its own catalogue's answer, every time."""
    guard = world("memory").guard
    asked = [(name, "French black linen") for name in NAMES] * 40

    def fields(item: tuple[str, str]) -> tuple[str, tuple[str, ...]]:
        name, query = item
        return name, tuple(field for one in guard.moderate(query, name).conditions for field in one.fields)

    with ThreadPoolExecutor(8) as pool:
        found = set(pool.map(fields, asked))
    alone = {fields((name, "French black linen")) for name in NAMES}
    assert found == alone
    assert dict(alone)["catalogue"] == ("colour",)


@pytest.fixture(autouse=True, scope="module")
def _forgotten() -> Iterator[None]:
    yield
    world.cache_clear()
