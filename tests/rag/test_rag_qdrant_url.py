"""Qdrant by its address: what goes over the wire, and what becomes of a server that fails or is slow at any moment."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from guardrails.errors import StoreError
from guardrails.rag import Entry, QdrantStore, RagGuard, Tenant, ingest
from guardrails.rag.embeddings import HashedEmbeddings
from guardrails.rag.types import FieldValue
from tests.helpers.qdrant_wire import QdrantWire
from tests.helpers.rag_corpus import CATALOGUE, catalogue
from tests.helpers.server import Scripted, Upstream, serve

SHOP = Tenant(id="shop", schema=CATALOGUE)
SIZE = 30


@pytest.fixture
def server() -> Iterator[Upstream]:
    with serve() as upstream:
        upstream.otherwise = QdrantWire()
        yield upstream


def at(server: Upstream, **more: Any) -> QdrantStore:
    return QdrantStore(HashedEmbeddings(32), url=address(server), **more)


def address(server: Upstream) -> str:
    return server.base_url.removesuffix("/v1")


def wire(server: Upstream) -> QdrantWire:
    assert isinstance(server.otherwise, QdrantWire)
    return server.otherwise


def held(store: QdrantStore) -> list[tuple[str, str, Any]]:
    ids = [str(record["sku"]) for record in catalogue(SIZE)]
    return [(hit.id, hit.text, hit.fields) for hit in store.get("shop", ids)]


def test_every_filterable_field_gets_a_payload_index_of_its_type(server: Upstream) -> None:
    with closing(at(server)) as store:
        fields: dict[str, FieldValue] = {"colour": "Black", "price": 4, "weight": 1.5, "new": True, "tags": ("a", "b")}
        store.add("shop", [Entry(id="1", text="coat", fields=fields)])
        store.add("shop", [Entry(id="2", text="coat", fields=fields)])
    kinds = {"colour": "keyword", "price": "integer", "weight": "float", "new": "bool", "tags": "keyword"}
    assert wire(server).indexed == {
        f"metadata.{part}.{name}": kind for name, kind in kinds.items() for part in ("fields", "folded")
    }


def test_a_guard_searches_a_server_as_it_searches_a_folder(server: Upstream, tmp_path: Path) -> None:
    with closing(at(server)) as there, closing(QdrantStore(HashedEmbeddings(32), path=tmp_path / "index")) as here:
        found = []
        for store in (there, here):
            guard = RagGuard(store)
            guard.ingest(catalogue(SIZE), SHOP)
            found.append(guard.search("something black under 600 euros", "shop").hits)
        assert [(hit.id, hit.fields) for hit in found[0]] == [(hit.id, hit.fields) for hit in found[1]]
        assert found[0]


@pytest.mark.parametrize("fails", range(0, 18, 2))
def test_a_server_that_fails_at_any_request_loses_nothing(server: Upstream, tmp_path: Path, fails: int) -> None:
    wire(server).fails = fails
    options: Any = {"batch": 10, "attempts": 1, "state": tmp_path / "state"}
    with closing(at(server)) as store:
        with pytest.raises(StoreError, match=r"answered with status 503; \d+ records are done, run again") as caught:
            ingest(catalogue(SIZE), SHOP, store, **options)
        assert caught.value.retryable
        assert "canary" not in str(caught.value)
        report = ingest(catalogue(SIZE), SHOP, store, **options)
        assert (report.read, report.accepted) == (SIZE, SIZE)
        assert len(held(store)) == SIZE
        assert store.values("shop", "category", 9) == at(server).values("shop", "category", 9)


def test_a_failure_that_passes_is_waited_for(server: Upstream) -> None:
    wire(server).fails = 5
    waits: list[float] = []
    with closing(at(server)) as store:
        assert ingest(catalogue(SIZE), SHOP, store, batch=10, sleep=waits.append).accepted == SIZE
    assert len(waits) == 1


def test_a_server_that_is_too_slow_is_a_clear_error_that_may_pass(server: Upstream) -> None:
    with closing(at(server, timeout_s=1)) as store:
        store.add("shop", [Entry(id="1", text="coat", fields={})])
        server.script.append(Scripted(hang=True))
        with pytest.raises(StoreError, match="cannot be reached or is too slow") as caught:
            store.count("shop", "colour", "black")
        assert caught.value.retryable
