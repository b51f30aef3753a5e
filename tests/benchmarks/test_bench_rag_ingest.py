"""What ingest costs apart from embedding: checking records, and a hundred thousand of them all the way."""

from __future__ import annotations

import resource
import time
from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import Any

import pytest

from guardrails.rag import Entry, Field, FieldKind, IndexProjection, MemoryStore, Outcome, RecordSchema, Tenant, ingest
from guardrails.rag.embeddings import HashedEmbeddings
from tests.helpers.rag_corpus import SCHEMAS, catalogue, people

SHORT = RecordSchema(
    id="id",
    fields=(
        Field(path="title", kind=FieldKind.NAME),
        Field(path="category", kind=FieldKind.CATEGORY, filterable=True),
        Field(path="colour", kind=FieldKind.CATEGORY, filterable=True),
        Field(path="price", kind=FieldKind.NUMBER, searchable=False, filterable=True),
    ),
)


def short_records(size: int) -> Iterator[Any]:
    """No two titles are the same; categories and colours come again and again, as in any catalogue."""
    things, colours = ("Oak desk", "Steel kettle", "Bamboo tray", "Glass vase"), ("black", "navy", "red")
    for number in range(size):
        title = f"{things[number % 4]} {number}"
        yield {"id": number, "title": title, "category": "home", "colour": colours[number % 3], "price": number}


@pytest.mark.parametrize(
    ("schema", "records"),
    [(SHORT, short_records(500)), (SCHEMAS["catalogue"], catalogue(500)), (SCHEMAS["people"], people(500))],
    ids=["short", "catalogue", "people"],
)
def test_bench_projection_of_500_records(benchmark: Any, schema: RecordSchema, records: Iterator[Any]) -> None:
    given = list(islice(records, 500))

    def afresh() -> tuple[tuple[IndexProjection], dict[str, Any]]:
        """A projection remembers values: those of one round alone."""
        projection = IndexProjection(schema)
        projection.project(given[0])
        return (projection,), {}

    def outcomes(projection: IndexProjection) -> set[Outcome]:
        return {projection.project(record).outcome for record in given}

    rounds = 20 if benchmark.enabled else 1
    assert benchmark.pedantic(outcomes, setup=afresh, rounds=rounds) == {Outcome.ACCEPTED}


class Counted(MemoryStore):
    """Takes entries and keeps none, so that what is measured is the ingest's own."""

    def __init__(self) -> None:
        super().__init__(HashedEmbeddings(8))
        self.size = 0

    def add(self, tenant: str, entries: Sequence[Entry], /) -> None:
        self.size += len(entries)


def test_bench_ingest_of_100000_records(benchmark: Any, tmp_path: Path) -> None:
    """From a generator to a store that keeps nothing; with state, census and the hashes of ids on the disk."""
    size, tenant, store = 100_000 if benchmark.enabled else 1_000, Tenant(id="shop", schema=SHORT), Counted()
    ingest(short_records(size // 10), tenant, store, state=tmp_path / "tenth")
    before, began = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, time.process_time()
    report = benchmark.pedantic(ingest, (short_records(size), tenant, store), {"state": tmp_path / "state"}, rounds=1)
    benchmark.extra_info["records_a_cpu_second"] = round(size / (time.process_time() - began))
    grown = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before  # kilobytes
    benchmark.extra_info["more_mb_than_a_tenth"] = round(grown / 1024, 1)
    assert report.accepted == size
    assert store.size == size + size // 10
