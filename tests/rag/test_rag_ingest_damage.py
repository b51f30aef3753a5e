"""Files of an ingest that are not as it left them: the error names the file and what to do, and nothing is lost."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import AsyncIterator, Callable
from contextlib import closing
from pathlib import Path

import pytest

from guardrails.errors import IngestError, StoreError
from guardrails.rag import MemoryStore, QdrantStore, Tenant, aingest, ingest
from guardrails.rag.embeddings import HashedEmbeddings
from tests.helpers.rag_corpus import CATALOGUE, catalogue

SHOP = Tenant(id="shop", schema=CATALOGUE)
LEAKING = {"sku": "L1", "title": "x", "description": "Left by a deaf welder: canary-77."}


def taken(folder: Path, size: int = 40) -> int:
    """Ingest into *folder*, and on from what is there; how many entries the index then has."""
    store = QdrantStore(HashedEmbeddings(64), path=folder / "index")
    with closing(store):
        ingest([LEAKING, *catalogue(size)], SHOP, store, batch=10, state=folder / "state", letters=folder / "letters")
        return sum(store.values("shop", "category", 100).values())


def emptied(path: Path) -> None:
    path.write_bytes(b"")


def cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


def overwritten(path: Path) -> None:
    path.write_bytes(b"no database, " * 1000)


def scribbled(path: Path) -> None:
    """All pages but the first."""
    path.write_bytes(path.read_bytes()[:4096] + b"\xff" * (path.stat().st_size - 4096))


def gone(path: Path) -> None:
    path.unlink()


def told(statement: str, *values: str) -> Callable[[Path], None]:
    def tell(path: Path) -> None:
        with closing(sqlite3.connect(path)) as database, database:
            database.execute(statement, values)

    return tell


def said(value: str) -> Callable[[Path], None]:
    return told("UPDATE state SET value = ? WHERE name = 'progress'", value)


def changed(**fields: object) -> Callable[[Path], None]:
    """Other values of the progress that is kept."""
    return told("UPDATE state SET value = json_patch(value, ?) WHERE name = 'progress'", json.dumps(fields))


ADDS_UP = "the state is damaged: its tallies do not add up; delete it to start over"


@pytest.mark.parametrize(
    ("name", "hurt", "error", "message"),
    [
        ("state", overwritten, IngestError, "not usable as the state of an ingest"),
        ("state", cut, IngestError, "delete it to start over"),
        ("state", scribbled, IngestError, "delete it to start over"),
        ("state", said("{"), IngestError, "the state is damaged; delete it to start over"),
        ("state", said('{"read": "41"}'), IngestError, ADDS_UP),
        ("state", said('{"read": -5}'), IngestError, ADDS_UP),
        ("state", said('{"read": 1000000000}'), IngestError, ADDS_UP),
        ("state", changed(accepted=10**12), IngestError, ADDS_UP),
        ("state", changed(accepted=-40), IngestError, ADDS_UP),
        ("state", changed(accepted=True), IngestError, ADDS_UP),
        ("state", changed(changed=41), IngestError, ADDS_UP),
        ("state", changed(letters=-2), IngestError, ADDS_UP),
        ("state", changed(chain="beef"), IngestError, ADDS_UP),
        ("state", changed(rejected={"disability": 2}), IngestError, ADDS_UP),
        ("state", changed(rejected={"disability": "1"}), IngestError, ADDS_UP),
        ("state", changed(faulty={"no id": -1}, rejected={"disability": 2}), IngestError, ADDS_UP),
        ("state", changed(read=40, rejected={}), IngestError, ADDS_UP),
        ("state", told("DELETE FROM ids WHERE hash IN (SELECT hash FROM ids LIMIT 3)"), IngestError, ADDS_UP),
        ("state", told("DELETE FROM census WHERE position > 20"), IngestError, ADDS_UP),
        ("state", told("UPDATE census SET tallies = x'7b7d' WHERE position = 10"), IngestError, "the state is damaged"),
        ("state", said('{"wrote": 41}'), IngestError, "the state is damaged; delete it to start over"),
        ("letters", emptied, IngestError, "shorter than the ingest left it; put it back, or delete the state"),
        ("letters", gone, IngestError, "shorter than the ingest left it; put it back, or delete the state"),
        ("index/meta.json", emptied, StoreError, "the folder is damaged (JSONDecodeError): put back a copy, or delete"),
        ("index/meta.json", cut, StoreError, "the folder is damaged (JSONDecodeError): put back a copy, or delete"),
        ("index/meta.json", gone, IngestError, "the store has none of the records that were done last; put it back"),
        ("index/collection/*/storage.sqlite", overwritten, StoreError, "the folder is damaged (DatabaseError)"),
        ("index/collection/*/storage.sqlite", cut, StoreError, "the folder is damaged"),
        ("index/collection/*/storage.sqlite", scribbled, StoreError, "the folder is damaged (DatabaseError)"),
        ("index/collection/*/storage.sqlite", gone, IngestError, "the store has none of the records that were done"),
    ],
)
def test_a_damaged_file_is_named_with_the_next_step_and_starting_over_gives_the_whole_index(
    tmp_path: Path, name: str, hurt: Callable[[Path], None], error: type[Exception], message: str
) -> None:
    assert taken(tmp_path) == 40
    (path,) = tmp_path.glob(name)
    hurt(path)
    with pytest.raises(error) as caught:
        taken(tmp_path, 60)
    assert message in str(caught.value)
    assert str(tmp_path / ("index" if error is StoreError else "")) in str(caught.value)
    assert "canary" not in str(caught.value)
    (tmp_path / "state").unlink()
    if error is StoreError:
        (tmp_path / "index").rename(tmp_path / "damaged")
    assert taken(tmp_path, 60) == 60


def test_a_state_that_was_deleted_starts_over_and_doubles_nothing(tmp_path: Path) -> None:
    taken(tmp_path)
    (tmp_path / "state").unlink()
    assert taken(tmp_path) == 40


@pytest.mark.parametrize("name", ["state", "letters"])
def test_a_place_where_no_file_can_be_is_named(tmp_path: Path, name: str) -> None:
    (tmp_path / name).mkdir()
    with pytest.raises(IngestError, match=f"{name}: "):
        taken(tmp_path)


@pytest.mark.parametrize("twin", [False, True])
@pytest.mark.parametrize("size", [0, 3])
async def test_a_source_that_ends_before_the_state_is_refused(tmp_path: Path, size: int, twin: bool) -> None:
    """Too short to be checked against the state, so neither it nor an index that was lost may pass for done."""

    async def source() -> AsyncIterator[object]:
        for record in catalogue(size):
            yield record

    taken(tmp_path, 10)
    other, state = MemoryStore(HashedEmbeddings(64)), tmp_path / "state"
    with pytest.raises(IngestError, match=rf"state: the source ended after {size} records, but 11 were read before"):
        if twin:
            await aingest(source(), SHOP, other, state=state)
        else:
            ingest(catalogue(size), SHOP, other, state=state)
    assert taken(tmp_path, 12) == 12
