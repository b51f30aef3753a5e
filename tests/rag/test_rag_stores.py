"""What a store promises holds for each of them: by id, by tenant, any case, exact counts, structured filters."""

from __future__ import annotations

import gc
import warnings
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from langchain_core.structured_query import Comparator, Comparison, Operation, Operator

from guardrails.errors import StoreError
from guardrails.rag import Entry, Filter, QdrantStore, RecordStore
from tests.helpers.rag_embeddings import corpus_embeddings
from tests.helpers.rag_stores import BY_URL, STORES, Server, opened

ENTRIES = (
    Entry(
        id="1",
        text="black leather boots",
        fields={"colour": "Black", "price": 90, "a.b c": ("x", "Y"), "day": "2026-03-01"},
    ),
    Entry(id="2", text="oak desk with drawers", fields={"colour": "brown", "price": 300, "day": "2026-04-01"}),
    Entry(id="3", text="navy wool coat", fields={"colour": "navy", "price": 150.5, "a.b c": "y", "new": True}),
)


@pytest.fixture(params=[*STORES, BY_URL])
def store(request: pytest.FixtureRequest, tmp_path: Path, chroma: Server) -> Iterator[RecordStore]:
    with opened(request.param, corpus_embeddings(), tmp_path / "index", chroma) as store:
        yield store


def where(attribute: str, comparator: Comparator, value: object) -> Comparison:
    return Comparison(comparator=comparator, attribute=attribute, value=value)


def both(operator: Operator, *parts: Filter) -> Operation:
    return Operation(operator=operator, arguments=list(parts))


EQ, NE, LT, GTE, IN, NIN = (getattr(Comparator, name) for name in ("EQ", "NE", "LT", "GTE", "IN", "NIN"))


def test_the_closest_entry_comes_first_with_its_fields(store: RecordStore) -> None:
    store.add("a", ENTRIES)
    first, *rest = store.search("a", "desk with drawers", k=3)
    assert (first.id, first.text) == ("2", "oak desk with drawers")
    assert first.fields == ENTRIES[1].fields
    assert 1.0001 > first.score >= max(hit.score for hit in rest)
    assert store.get("a", ["3", "9", "1"])[0].fields == ENTRIES[2].fields


@pytest.mark.parametrize(
    ("filter_", "ids"),
    [
        (where("colour", EQ, "BLACK"), {"1"}),
        (where("colour", NE, "black"), {"2", "3"}),
        (where("price", LT, 200), {"1", "3"}),
        (where("price", EQ, 150.5), {"3"}),
        (where("price", GTE, 150.5), {"2", "3"}),
        (where("a.b c", EQ, "y"), {"1", "3"}),
        (where("a.b c", NE, "x"), {"2", "3"}),
        (where("new", EQ, True), {"3"}),
        (where("colour", IN, ["navy", "Brown"]), {"2", "3"}),
        (where("colour", NIN, ["navy", "Brown"]), {"1"}),
        (where("day", GTE, "2026-03-15"), {"2"}),
        (both(Operator.AND, where("price", LT, 200), where("colour", EQ, "navy")), {"3"}),
        (both(Operator.OR, where("price", GTE, 300), where("colour", EQ, "navy")), {"2", "3"}),
        (both(Operator.NOT, where("colour", EQ, "navy")), {"1", "2"}),
        (both(Operator.NOT, where("price", LT, 200), where("colour", EQ, "navy")), {"2"}),
        (both(Operator.NOT, both(Operator.AND, where("price", LT, 200), where("colour", EQ, "navy"))), {"1", "2"}),
        (both(Operator.NOT, both(Operator.NOT, where("a.b c", IN, ["x", "z"]))), {"1"}),
        (both(Operator.NOT, where("day", GTE, "2026-03-15")), {"1", "3"}),
    ],
)
def test_filters_mean_the_same_in_every_store(store: RecordStore, filter_: Filter, ids: set[str]) -> None:
    store.add("a", ENTRIES)
    assert {hit.id for hit in store.search("a", "anything", where=filter_, k=10)} == ids


def test_counts_samples_and_values_are_exact(store: RecordStore) -> None:
    store.add("a", ENTRIES)
    assert [store.count("a", "colour", one) for one in ("black", "NAVY", "red")] == [1, 1, 0]
    assert store.count("a", "a.b c", "Y") == 2
    assert store.count("a", "price", 90) == store.count("a", "new", True) == 1
    assert [hit.id for hit in store.sample("a", "a.b c", "y", 10)] == ["1", "3"]
    assert len(store.sample("a", "a.b c", "y", 1)) == 1
    assert store.values("a", "colour", 10) == {"Black": 1, "brown": 1, "navy": 1}


def test_an_entry_takes_the_place_of_the_one_with_its_id(store: RecordStore) -> None:
    store.add("a", ENTRIES)
    store.add("a", [Entry(id="1", text="green tea", fields={"colour": "green"})])
    assert store.count("a", "colour", "black") == 0
    assert store.get("a", ["1"])[0].text == "green tea"
    assert len(store.search("a", "tea", k=10)) == 3


def test_a_tenant_that_was_never_written_to_is_empty(store: RecordStore) -> None:
    assert list(store.search("nobody", "x")) == list(store.sample("nobody", "f", "x", 3)) == []
    assert store.count("nobody", "f", "x") == 0
    assert store.values("nobody", "f", 3) == {}
    assert list(store.get("nobody", ["1"])) == []


def test_tenants_with_look_alike_names_stay_apart(store: RecordStore) -> None:
    names = ("acme", "Acme", "ac me", "ac-me", "acme\u200b", "x" * 200, "x" * 199)
    for number, name in enumerate(names):
        store.add(name, [Entry(id="1", text=f"secret number {number}", fields={"owner": name})])
    for name in names:
        assert store.count(name, "owner", name) == 1
        assert [hit.fields["owner"] for hit in store.search(name, "secret", k=50)] == [name]


def test_threads_of_many_tenants_never_see_each_other(store: RecordStore) -> None:
    def work(number: int) -> set[object]:
        tenant = f"tenant {number % 4}"
        store.add(tenant, [Entry(id=f"{number}", text=f"record {number}", fields={"owner": tenant})])
        seen = [hit.fields["owner"] for hit in store.search(tenant, "record", k=50)]
        return {
            *seen,
            *store.values(tenant, "owner", 9),
            *(hit.fields["owner"] for hit in store.get(tenant, ["1", "2"])),
        }

    with ThreadPoolExecutor(8) as threads:
        results = list(threads.map(work, range(48)))
    assert all(seen == {f"tenant {number % 4}"} for number, seen in enumerate(results))
    assert [store.count(f"tenant {number}", "owner", f"tenant {number}") for number in range(4)] == [12] * 4


def test_a_folder_keeps_what_was_written_and_serves_one_process_at_a_time(tmp_path: Path) -> None:
    first = QdrantStore(corpus_embeddings(), path=tmp_path / "index")
    first.add("a", ENTRIES)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ResourceWarning)  # the client leaves its lock file to the garbage collector
        with pytest.raises(StoreError, match="another process uses the folder"):
            QdrantStore(corpus_embeddings(), path=tmp_path / "index")
        gc.collect()
    first.close()
    again = QdrantStore(corpus_embeddings(), path=tmp_path / "index")
    assert again.count("a", "colour", "navy") == 1
    again.close()


@pytest.mark.parametrize("options", [{}, {"path": "x", "url": "http://127.0.0.1:9"}], ids=["neither", "both"])
def test_a_qdrant_store_is_a_folder_or_a_server(options: dict[str, str]) -> None:
    with pytest.raises(StoreError, match="a path for a folder, or a url"):
        QdrantStore(corpus_embeddings(), **options)  # type: ignore[arg-type]  # what a caller might do


def closed_port(calls: Callable[[RecordStore], object]) -> StoreError:
    store = QdrantStore(corpus_embeddings(), url="http://127.0.0.1:9", timeout_s=1)
    with pytest.raises(StoreError) as caught:
        calls(store)
    return caught.value


@pytest.mark.parametrize(
    "calls",
    [
        lambda store: store.add("a", ENTRIES),
        lambda store: store.search("a", "x"),
        lambda store: store.count("a", "colour", "x"),
        lambda store: store.values("a", "colour", 3),
    ],
    ids=["add", "search", "count", "values"],
)
def test_a_server_that_is_down_is_a_clear_error_that_may_pass(calls: Callable[[RecordStore], object]) -> None:
    error = closed_port(calls)
    assert error.retryable
    assert "qdrant at http://127.0.0.1:9: cannot be reached" in str(error)
    assert "boots" not in str(error)
