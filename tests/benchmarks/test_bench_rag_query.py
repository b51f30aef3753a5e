"""What the query side of search costs over 100,000 records: understanding, names, grounding from memory, moderation."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from random import Random
from typing import Any

import pytest

from guardrails.constitution import lexicon_path
from guardrails.constitution.lexicon import load_lexicon
from guardrails.detectors import build_detector
from guardrails.rag import Entity, EntityIndex, Filter, Hit, ModeratedQuery, search_policy
from guardrails.rag.moderation.gate import QueryGate
from guardrails.rag.types import Scalar
from tests.helpers import rag_words as words
from tests.helpers.rag_tenants import PEOPLE

RECORDS = 100_000
SHAPES = (
    "experienced {term} nurse in Berlin who runs the night ward, with at least {n} years of experience",
    "{term} engineer fluent in German who writes services in Go, runs the build pipeline and earns under {n}0000 euros",
    "letters and invoices of {name} about the {n} bridges in steel that a {term} surveyor in New York looked at in May",
    "compare the {n} writers in Munich who check contracts for terms, subtitle films and are {term} or speak French",
)
TERMS = ("young", "Black", "female", "deaf", "Muslim", "skilled", "senior", "Nigerian", "45-year-old", "quiet")


class Directory:
    """Answers for 100,000 people by counting, as a payload index does."""

    cities = ("Berlin", "Munich", "New York")

    def add(self, tenant: str, entries: Sequence[object], /) -> None: ...

    def search(self, tenant: str, query: str, /, *, where: Filter | None = None, k: int = 10) -> Sequence[Hit]:
        return ()

    def count(self, tenant: str, field: str, value: Scalar, /) -> int:
        return RECORDS // 3 if str(value).title() in (*self.cities, *words.LANGUAGES) else 0

    def sample(self, tenant: str, field: str, value: Scalar, limit: int, /) -> Sequence[Hit]:
        held = self.count(tenant, field, value) > 0
        return [Hit(id="1", score=0.0, text="", fields={field: str(value).title()})] if held else []

    def get(self, tenant: str, ids: Sequence[str], /) -> Sequence[Hit]:
        return ()

    def values(self, tenant: str, field: str, limit: int, /) -> Mapping[Scalar, int]:
        return dict.fromkeys(names(), 1)


@cache
def names() -> tuple[str, ...]:
    """100,000 different ones, of syllables."""
    chance, made = Random(5), set[str]()
    heads = ("Ba", "Be", "Co", "Da", "El", "Fi", "Ga", "Ho", "In", "Jo", "Ka", "Lu", "Ma", "Ne", "Or")
    middles, tails = (
        ("ra", "li", "mo", "da", "ne", "vi", "so"),
        ("n", "r", "x", "s", "l", "nd", "rt", "ck", "sen", "vic"),
    )
    while len(made) < RECORDS:
        first, last = ("".join(chance.choice(part) for part in (heads, middles, middles, tails)) for _ in range(2))
        made.add(f"{first} {last}")
    return tuple(sorted(made))


@cache
def queries() -> tuple[str, ...]:
    """200 of about 20 words, all different, so that nothing is remembered of one when the next comes."""
    chance = Random(6)
    return tuple(
        chance.choice(SHAPES).format(term=chance.choice(TERMS), n=at + 2, name=chance.choice(names()))
        for at in range(200)
    )


@pytest.fixture(scope="module")
def gate() -> QueryGate:
    """Ready: names indexed, and the catalogue's answers in memory."""
    detect = build_detector(load_lexicon(lexicon_path("en")))  # one that remembers no text
    made = QueryGate(Directory(), search_policy(detect=detect), tenants=[PEOPLE])
    for query in queries():
        made.moderate(query, PEOPLE.id)
    return made


def each(work: Callable[[str], object]) -> list[float]:
    """CPU milliseconds of each query, the best of five."""
    taken = []
    for query in queries():
        runs = []
        for _ in range(5):
            start = time.process_time()
            work(query)
            runs.append(time.process_time() - start)
        taken.append(1000 * min(runs))
    return taken


def test_bench_rag_query(benchmark: Any, gate: QueryGate) -> None:
    """One query of 20 words, from text to clean query and filters."""
    found: ModeratedQuery = benchmark(gate.moderate, queries()[0], PEOPLE.id)
    assert found.conditions
    taken = each(lambda query: gate.moderate(query, PEOPLE.id))
    benchmark.extra_info["median ms"] = round(statistics.median(taken), 3)
    benchmark.extra_info["p95 ms"] = round(sorted(taken)[len(taken) * 95 // 100], 3)


def test_bench_rag_query_does_not_grow_with_the_names(benchmark: Any) -> None:
    """100,000 names against 1,000: looking one up is a look-up."""
    every = [Entity(id=name, name=name) for name in names()]
    large, small = EntityIndex.of(every), EntityIndex.of(every[::100])
    benchmark(large.resolve, queries()[2])
    many, few = (statistics.median(each(index.resolve)) for index in (large, small))
    benchmark.extra_info["100,000 names beside 1,000"] = round(many / few, 2)
    assert many < 8 * few
