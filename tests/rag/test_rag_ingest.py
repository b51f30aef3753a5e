"""Ingest: nothing lost, nothing doubled, every record accounted for, whatever breaks on the way."""

from __future__ import annotations

import json
import tracemalloc
from collections.abc import AsyncIterator, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from guardrails.constitution import load_text
from guardrails.errors import IngestError, SinkError, StoreError
from guardrails.log import MemorySink, Record
from guardrails.rag import (
    Capabilities,
    Entry,
    Field,
    FieldKind,
    Hit,
    IngestReport,
    MemoryStore,
    RecordSchema,
    Tenant,
    aingest,
    ingest,
)
from guardrails.types import Action
from tests.helpers.rag_corpus import CATALOGUE, PEOPLE, catalogue, people
from tests.helpers.rag_embeddings import corpus_embeddings

SHOP = Tenant(id="shop", schema=CATALOGUE)
STAFF = Tenant(id="staff", schema=PEOPLE)
BAD: list[Any] = [
    [1, 2],
    {"sku": "", "title": "x"},
    {"sku": "n", "title": "x", "price": float("nan")},
    {"sku": "c-00000", "title": "the same id again"},
]
LEAKING = {"sku": "L1", "title": "x", "description": "Left by a deaf welder: canary-77."}


class Collected(MemoryStore):
    """Keeps entries without vectors, counts them, and fails when told to."""

    def __init__(self, fail_at: tuple[int, ...] = (), error: Exception | None = None) -> None:
        super().__init__(corpus_embeddings())
        self.entries: dict[str, Entry] = {}
        self.calls, self._fail_at = 0, fail_at
        self._error = error or StoreError("fake", "is down", retryable=True)

    def add(self, tenant: str, entries: Sequence[Entry], /) -> None:
        self.calls += 1
        if self.calls in self._fail_at:
            for entry in entries[: len(entries) // 2]:  # half of a batch arrived
                self.entries[entry.id] = entry
            raise self._error
        for entry in entries:
            self.entries[entry.id] = entry

    def get(self, tenant: str, ids: Sequence[str], /) -> Sequence[Hit]:
        found = (self.entries[one] for one in ids if one in self.entries)
        return [Hit(id=one.id, score=0.0, text=one.text, fields=one.fields) for one in found]


class Counted(MemoryStore):
    """Forgets what it is given, so that only the ingest's own memory is measured."""

    def __init__(self) -> None:
        super().__init__(corpus_embeddings())
        self.count_of_entries = 0

    def add(self, tenant: str, entries: Sequence[Entry], /) -> None:
        self.count_of_entries += len(entries)


def never(_: float) -> None:
    """Waits for nothing."""


def test_every_record_is_accounted_for(tmp_path: Path) -> None:
    store, reports = Collected(), list[IngestReport]()
    records = [*catalogue(20), *BAD, LEAKING, *list(catalogue(40))[20:]]
    report = ingest(records, SHOP, store, batch=8, letters=tmp_path / "dead.jsonl", progress=reports.append)
    assert (report.read, report.accepted, report.changed) == (45, 40, 0)
    assert report.rejected == {"disability": 1}
    assert sum(report.faulty.values()) == 4
    assert len(store.entries) == 40
    assert [one.read for one in reports] == [8, 16, 24, 32, 40, 45]
    assert report.capabilities.fields["colour"].count == sum("colour" in one for one in catalogue(40))


def test_dead_letters_say_where_and_why_and_quote_nothing(tmp_path: Path) -> None:
    path = tmp_path / "dead.jsonl"
    ingest([*catalogue(2), *BAD, LEAKING], SHOP, Collected(), letters=path)
    letters = [json.loads(line) for line in path.read_text().splitlines()]
    assert [(one["position"], one["id"], one["outcome"]) for one in letters] == [
        (2, None, "faulty"),
        (3, None, "faulty"),
        (4, "n", "faulty"),
        (5, "c-00000", "faulty"),
        (6, "L1", "rejected"),
    ]
    assert letters[3]["faults"] == [{"path": "sku", "reason": "duplicate id: a record before has it"}]
    assert letters[4]["leaks"][0]["path"] == "description"
    assert "canary" not in path.read_text()
    assert path.stat().st_mode & 0o077 == 0


def test_dead_letters_hold_the_record_only_when_asked(tmp_path: Path) -> None:
    path = tmp_path / "dead.jsonl"
    ingest([LEAKING, {"sku": 1, "title": {1, 2}}], SHOP, Collected(), letters=path, keep_records=True)
    first, second = [json.loads(line) for line in path.read_text().splitlines()]
    assert first["record"] == LEAKING
    assert second["record"] == "'dict'"


def test_a_decision_is_recorded_for_what_was_kept_out_without_text_or_id() -> None:
    sink = MemorySink()
    ingest([*catalogue(3), LEAKING], SHOP, Collected(), log=sink)
    (record,) = sink.records
    assert (record.layer, record.rule, record.attribute) == ("projection", "projection", "disability")
    assert (record.action, record.tenant, record.path) == (Action.BLOCK, "shop", "/3/description")
    assert record.constitution is not None
    assert record.constitution.name == "search"
    assert "canary" not in repr(sink.records)
    assert "L1" not in repr(sink.records)


class BrokenSink:
    def write(self, records: Sequence[Record], /) -> None:
        raise SinkError("/nowhere", "no space")


def test_nothing_is_written_that_cannot_be_recorded_unless_the_constitution_goes_on() -> None:
    store = Collected()
    with pytest.raises(SinkError):
        ingest([*catalogue(3), LEAKING], SHOP, store, log=BrokenSink())
    assert store.calls == 0
    going_on = load_text('constitution: 1\nname: own\nversion: "1"\nextends: search\nlog: {on_error: continue}\n')
    with pytest.warns(RuntimeWarning, match="not recorded"):
        report = ingest([*catalogue(3), LEAKING], SHOP, store, log=BrokenSink(), constitution=going_on)
    assert report.accepted == 3


def test_a_store_that_is_back_soon_is_asked_again() -> None:
    store, waits = Collected(fail_at=(2, 3)), list[float]()
    report = ingest(catalogue(30), SHOP, store, batch=10, sleep=waits.append)
    assert report.accepted == len(store.entries) == 30
    assert len(waits) == 2
    assert all(wait > 0 for wait in waits)


@pytest.mark.parametrize("fail_at", [1, 2, 5])
@pytest.mark.parametrize("error", [None, ConnectionError("canary-9")], ids=["store error", "any error"])
def test_an_outage_loses_and_doubles_nothing(tmp_path: Path, fail_at: int, error: Exception | None) -> None:
    def records() -> Iterator[Any]:
        return iter([*catalogue(30), *BAD, LEAKING, *list(catalogue(60))[30:]])

    whole = Collected()
    expected = ingest(records(), SHOP, whole, batch=10, letters=tmp_path / "whole.jsonl")
    store = Collected(fail_at=(fail_at,), error=error)
    options: Any = {"batch": 10, "state": tmp_path / "state", "letters": tmp_path / "dead.jsonl", "attempts": 1}
    with pytest.raises(StoreError, match=f"{(fail_at - 1) * 10} records are done, run again") as caught:
        ingest(records(), SHOP, store, **options)
    assert "canary" not in str(caught.value)
    report = ingest(records(), SHOP, store, **options)
    assert store.entries == whole.entries
    assert report == replace(expected, resumed=(fail_at - 1) * 10)
    assert (tmp_path / "dead.jsonl").read_bytes() == (tmp_path / "whole.jsonl").read_bytes()


def test_a_source_that_breaks_off_is_taken_up_again(tmp_path: Path) -> None:
    def breaking() -> Iterator[Any]:
        yield from catalogue(25)
        raise OSError("the feed is gone")

    store = Collected()
    with pytest.raises(OSError, match="the feed is gone"):
        ingest(breaking(), SHOP, store, batch=10, state=tmp_path / "state")
    report = ingest(catalogue(40), SHOP, store, batch=10, state=tmp_path / "state")
    assert (report.resumed, report.read, len(store.entries)) == (20, 40, 40)


def test_dead_letters_of_a_batch_that_was_not_committed_are_cut_off(tmp_path: Path) -> None:
    path, state, store = tmp_path / "dead.jsonl", tmp_path / "state", Collected()
    ingest([LEAKING], SHOP, store, letters=path, state=state)
    before = path.read_bytes()
    path.write_bytes(before + b'{"position": 1, "of": "a crash between file and state"')
    ingest([LEAKING, *catalogue(3)], SHOP, store, letters=path, state=state)
    assert path.read_bytes() == before


def test_ids_are_known_across_runs_and_a_finished_ingest_reads_on_when_the_source_grows(tmp_path: Path) -> None:
    state, store = tmp_path / "state", Collected()
    first = ingest(catalogue(20), SHOP, store, state=state)
    again = ingest(catalogue(20), SHOP, store, state=state)
    assert again == replace(first, resumed=20)
    grown = ingest([*catalogue(20), {"sku": "c-00003", "title": "again"}], SHOP, store, state=state)
    assert (grown.read, grown.accepted, sum(grown.faulty.values())) == (21, 20, 1)


def test_a_state_belongs_to_one_tenant_schema_and_source(tmp_path: Path) -> None:
    state = tmp_path / "state"
    ingest(catalogue(20), SHOP, Collected(), state=state)
    with pytest.raises(IngestError, match="begun for another tenant, schema or constitution"):
        ingest(catalogue(20), replace(SHOP, id="other"), Collected(), state=state)
    with pytest.raises(IngestError, match="does not begin with the records that were read before"):
        ingest(list(catalogue(30))[5:], SHOP, Collected(), state=state)


def test_two_ingests_cannot_use_one_state(tmp_path: Path) -> None:
    def nested() -> Iterator[Any]:
        yield from catalogue(10)
        with pytest.raises(IngestError, match="not usable"):
            ingest(catalogue(3), SHOP, Collected(), state=tmp_path / "state")
        yield {"sku": "last", "title": "x"}

    assert ingest(nested(), SHOP, Collected(), batch=5, state=tmp_path / "state").accepted == 11


async def test_the_async_twin_does_the_same_from_either_kind_of_source(tmp_path: Path) -> None:
    async def records() -> AsyncIterator[Any]:
        for record in catalogue(25):
            yield record

    plain, one, two = Collected(), Collected(), Collected()
    expected = ingest(catalogue(25), SHOP, plain, batch=10)
    assert await aingest(records(), SHOP, one, batch=10, state=tmp_path / "state") == expected
    assert await aingest(catalogue(25), SHOP, two, batch=10) == expected
    assert plain.entries == one.entries == two.entries


def test_capabilities_of_an_ingest_are_those_of_its_records(tmp_path: Path) -> None:
    report = ingest(people(60), STAFF, Collected(), batch=7, state=tmp_path / "state")
    assert report.capabilities == Capabilities.of(people(60), PEOPLE)
    assert report.suspects == ()


def test_an_open_field_about_people_is_a_suspect() -> None:
    fields = (
        Field(path="note", kind=FieldKind.FREE_TEXT),
        Field(path="grp", kind=FieldKind.CATEGORY, filterable=True),
    )
    records = [{"id": n, "note": "x", "grp": one} for n, one in enumerate(["Black", "White", "Asian", "Hispanic"])]
    report = ingest(records, Tenant(id="t", schema=RecordSchema(id="id", fields=fields)), Collected())
    assert report.suspects == ("grp",)


@pytest.mark.parametrize("batch", [0, -1, 10_001])
def test_a_batch_has_a_sensible_size(batch: int) -> None:
    with pytest.raises(IngestError, match="1 to 10000"):
        ingest([], SHOP, Collected(), batch=batch)


def short_records(size: int) -> Iterator[Any]:
    for number in range(size):
        yield {"sku": number, "title": f"Oak shelf {number}", "category": "home", "price": number % 90}


def test_memory_stays_flat_in_the_number_of_records(tmp_path: Path) -> None:
    """What was learned from the first 1,000 records is all that is ever held: four times as many add nothing."""
    ingest(short_records(10), SHOP, Counted())  # what is built once a process
    peaks: list[int] = []

    def measured(report: IngestReport) -> None:
        if report.read % 1_000 == 0:
            peaks.append(tracemalloc.get_traced_memory()[1])
            tracemalloc.reset_peak()

    tracemalloc.start()
    try:
        report = ingest(short_records(5_000), SHOP, Counted(), state=tmp_path / "state", batch=250, progress=measured)
    finally:
        tracemalloc.stop()
    assert report.accepted == 5_000
    assert len(peaks) == 5
    assert max(peaks[1:]) < peaks[0] * 1.25
