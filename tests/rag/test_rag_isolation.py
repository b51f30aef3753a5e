"""Many threads and tasks, one guard: nobody's catalogue, names, filters, records or decisions show up at another's."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest

from guardrails.cli.rag_gates import gates_of, result_json
from guardrails.log import MemorySink
from guardrails.rag import (
    Entity,
    Field,
    FieldKind,
    MemoryStore,
    QdrantStore,
    RagGuard,
    RecordSchema,
    RecordStore,
    SearchResult,
    Tenant,
)
from tests.helpers.rag_tenants import WordEmbeddings

STYLES = {"acme": "Indian", "Acme": "black", "ac me": "Mexican", "ac-me": "Chinese", "acm": "Turkish", "acmee": "white"}
SCHEMA = RecordSchema(
    id="sku",
    fields=(
        Field(path="title", kind=FieldKind.FREE_TEXT),
        Field(path="style", kind=FieldKind.CATEGORY, filterable=True),
    ),
)
QUERY = "wool coat of Zorbelin Works Indian, black, Mexican, Chinese, Turkish, white"


def tenant(name: str) -> Tenant:
    """Each with one name of its own; the query speaks of one that all have, under an id that is each one's own."""
    return Tenant(id=name, schema=SCHEMA, entities=(Entity(id=f"works of {name}", name="Zorbelin Works"),))


def records(name: str) -> list[dict[str, str]]:
    return [{"sku": f"{name}/{n}", "title": "wool coat", "style": STYLES[name]} for n in range(3)]


@pytest.fixture(params=["memory", "qdrant"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[RecordStore]:
    if request.param == "memory":
        yield MemoryStore(WordEmbeddings())
        return
    made = QdrantStore(WordEmbeddings(), path=tmp_path / "index")
    yield made
    made.close()


def stocked(store: RecordStore, sink: MemorySink | None = None) -> RagGuard:
    guard = RagGuard(store, log=sink)
    for name in STYLES:
        guard.ingest(records(name), tenant(name))
    return guard


def assert_own(found: SearchResult, name: str) -> None:
    """Everything in *found* is the tenant's: hits, the name that was resolved, the filter, and every gate as told."""
    assert found.tenant == name
    assert sorted(hit.id for hit in found.hits) == [record["sku"] for record in records(name)]
    assert {hit.fields["style"] for hit in found.hits} == {STYLES[name]}
    assert [match.entity.id for match in found.moderated.query.entities] == [f"works of {name}"]
    assert [gate.says for gate in gates_of(found) if gate.gate == "filter"] == [f"style eq {STYLES[name]}"]
    told = str(result_json(found))
    assert f"{name}/0" in told
    assert not [other for other in STYLES if other != name and f"'{other}/" in told]


def bounds(guard: RagGuard, name: str) -> list[tuple[str, object]]:
    found = guard.moderate(QUERY, name)
    return [(bound.field, bound.value) for condition in found.conditions for bound in condition.bounds]


def test_threads_of_many_tenants_get_their_own(store: RecordStore) -> None:
    guard = stocked(store)

    def work(name: str) -> None:
        assert_own(guard.search(QUERY, name), name)
        assert bounds(guard, name) == [("style", STYLES[name])]
        assert set(guard.gate.tenant(name).capabilities.fields["style"].values) == {STYLES[name].lower()}

    with ThreadPoolExecutor(12) as threads:
        assert len([*threads.map(work, [*STYLES] * 10)]) == 60


async def test_tasks_and_threads_get_their_own_while_records_come_in(store: RecordStore) -> None:
    """Tenants are ingested and forgotten again meanwhile, so that their names and catalogues are built under load."""
    guard = stocked(store)

    async def searched(name: str) -> None:
        assert_own(await guard.asearch(QUERY, name), name)

    async def moderated(name: str) -> None:
        assert await asyncio.to_thread(bounds, guard, name) == [("style", STYLES[name])]

    async def renewed(name: str) -> None:
        report = await guard.aingest(records(name), name)
        assert set(report.capabilities.fields["style"].values) == {STYLES[name].lower()}
        guard.gate.forget(name)

    jobs = (searched, moderated, searched, renewed, moderated, searched)
    await asyncio.gather(*(job(name) for job in jobs for name in STYLES for _ in range(3)))
    for name, style in STYLES.items():
        assert set(guard.gate.tenant(name).capabilities.fields["style"].values) == {style.lower()}


async def test_decisions_of_a_call_are_recorded_under_its_tenant_alone() -> None:
    sink = MemorySink()
    guard = stocked(MemoryStore(WordEmbeddings()), sink)
    found = await asyncio.gather(*(guard.asearch(QUERY, name) for name in STYLES for _ in range(8)))
    owners = {one.call_id: one.tenant for one in found}
    kept = [(record.call_id, record.tenant) for record in sink.records if record.call_id in owners]
    assert len(owners) == len(found)
    assert set(kept) == set(owners.items())


@pytest.mark.parametrize("other", [name for name in STYLES if name != "acme"])
def test_a_word_of_anothers_catalogue_is_no_filter(other: str) -> None:
    guard = stocked(MemoryStore(WordEmbeddings()))
    assert not guard.moderate(f"{STYLES[other]} wool coat", "acme").conditions
    assert guard.moderate(f"{STYLES[other]} wool coat", other).conditions


def test_two_ingests_of_one_tenant_at_once_lose_nothing_of_what_the_data_admit() -> None:
    guard = RagGuard(MemoryStore(WordEmbeddings()), tenants=[tenant("acme")])
    halves = [[{"sku": f"{style}/{n}", "title": "coat", "style": style} for n in range(3)] for style in STYLES.values()]
    with ThreadPoolExecutor(len(halves)) as threads:
        [*threads.map(lambda half: guard.ingest(half, "acme"), halves)]
    assert set(guard.gate.tenant("acme").capabilities.fields["style"].values) == {
        style.lower() for style in STYLES.values()
    }


def test_forgetting_a_tenant_takes_no_change_of_it_back() -> None:
    """A change that comes while records are forgotten is there afterwards, in whatever order the two are made."""
    gate = RagGuard(MemoryStore(WordEmbeddings()), tenants=[tenant("acme")]).gate
    changed, going = threading.Event(), threading.Event()

    def slowly(known: Tenant) -> Tenant:
        going.set()
        changed.wait(0.2)  # `forget` has begun by now and must wait for this
        return replace(known, entities=())

    with ThreadPoolExecutor(2) as threads:
        change = threads.submit(gate.renew, "acme", slowly)
        going.wait()
        forget = threads.submit(gate.forget, "acme")
        changed.set()
        change.result()
        forget.result()
    assert gate.tenant("acme").entities == ()
