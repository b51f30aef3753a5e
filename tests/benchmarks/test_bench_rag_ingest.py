"""What checking a record for an index costs, apart from embedding: short records, and texts full of look-alikes."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import Any

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from guardrails.rag import Field, FieldKind, IndexProjection, Outcome, RecordSchema
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


def short_records() -> Iterator[Any]:
    things, colours = ("Oak desk", "Steel kettle", "Bamboo tray", "Glass vase"), ("black", "navy", "red")
    for number in range(500):
        title = f"{things[number % 4]} {number}"
        yield {"id": number, "title": title, "category": "home", "colour": colours[number % 3], "price": number}


@pytest.mark.parametrize(
    ("schema", "records"),
    [(SHORT, short_records()), (SCHEMAS["catalogue"], catalogue(500)), (SCHEMAS["people"], people(500))],
    ids=["short", "catalogue", "people"],
)
def test_bench_projection_of_500_records(
    benchmark: BenchmarkFixture, schema: RecordSchema, records: Iterator[Any]
) -> None:
    projection, given = IndexProjection(schema), list(islice(records, 500))
    outcomes = benchmark(lambda: {projection.project(record).outcome for record in given})
    assert outcomes == {Outcome.ACCEPTED}
