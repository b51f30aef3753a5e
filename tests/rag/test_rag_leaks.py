"""The proof: of a thousand documents that try to leak, nothing protected is in any file that ingest writes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from functools import cache
from pathlib import Path

import pytest

from guardrails.constitution import Constitution, load_text
from guardrails.errors import StoreError
from guardrails.log import JsonlSink
from guardrails.rag import Entry, IngestReport, MemoryStore, QdrantStore, RecordStore, Tenant, ingest
from guardrails.rag.stores.memory import TextEmbeddings
from tests.helpers.chroma import ChromaStore, serving
from tests.helpers.rag_corpus import PEOPLE, people
from tests.helpers.rag_leaky import PREFIX, canaries, leaky_documents
from tests.helpers.rag_stores import STORES

STAFF = Tenant(id="staff", schema=PEOPLE)
SIZE = 1000
MODES = ("reject", "strip", "moderate")
WORDING = re.compile(r"Muslim|62-year|deaf|elderly|Jewish|lesbian|wheelchair|Black|pregnant|Polish", re.IGNORECASE)


class Watched:
    """Embeddings that remember every text they were given, and give short vectors."""

    def __init__(self) -> None:
        self.texts: list[str] = []

    def embed_documents(self, texts: list[str]) -> list[list[float]]:
        self.texts += texts
        return [[1.0, float(len(text) % 7), float(len(text) % 11)] for text in texts]

    def embed_query(self, text: str) -> list[float]:
        return self.embed_documents([text])[0]


@cache
def constitution(mode: str) -> Constitution:
    return load_text(f'constitution: 1\nname: own\nversion: "1"\nextends: search\nretrieval: {{projection: {mode}}}\n')


@contextmanager
def stored(kind: str, embeddings: TextEmbeddings, folder: Path) -> Iterator[RecordStore]:
    """A store of that kind which keeps its files under *folder*, Chroma's server included."""
    if kind == "memory":
        yield MemoryStore(embeddings)
    elif kind == "qdrant":
        with closing(QdrantStore(embeddings, path=folder / "index")) as store:
            yield store
    else:
        (folder / "server").mkdir()
        with serving(folder / "server") as url:
            chroma = ChromaStore(embeddings, url=url)
            yield chroma
            chroma.close(keep=True)  # its files are to be looked at


def bytes_under(folder: Path) -> dict[str, bytes]:
    return {str(path): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("kind", STORES)
def test_no_canary_reaches_vectors_payload_log_state_letters_progress_or_any_file_of_the_store(
    tmp_path: Path, mode: str, kind: str, capfd: pytest.CaptureFixture[str], caplog: pytest.LogCaptureFixture
) -> None:
    embeddings, told, given = Watched(), list[IngestReport](), [*leaky_documents(SIZE), *people(5)]
    with stored(kind, embeddings, tmp_path) as store, closing(JsonlSink(tmp_path / "log")) as log:
        report = ingest(
            given,
            STAFF,
            store,
            constitution=constitution(mode),
            state=tmp_path / "state",
            letters=tmp_path / "dead.jsonl",
            log=log,
            progress=told.append,
        )
        hits = store.get("staff", [str(one["id"]) for one in given])
    (tmp_path / "capabilities.json").write_bytes(report.capabilities.to_json())
    assert report.read == SIZE + 5
    assert report.accepted == len(hits)
    printed = capfd.readouterr()
    seen = {
        "files": b"\n".join(bytes_under(tmp_path).values()),
        "vectors": "\n".join(embeddings.texts).encode(),
        "hits": "\n".join(f"{hit!r} {hit.text} {hit.fields}" for hit in hits).encode(),
        "told": (repr(told) + printed.out + printed.err + caplog.text).encode(),
    }
    assert b"unionMember" in seen["files"]  # what is there is found: by name, as capabilities say
    assert b"p-00001" in seen["files" if kind != "memory" else "hits"]
    beside = mode != "moderate"  # which edits the wording and leaves the rest of its sentence
    assert {place: canaries(data, beside_wording=beside) for place, data in seen.items()} == {
        place: set() for place in seen
    }


class Plain:
    """A store that keeps what it is given, to be looked at."""

    def __init__(self) -> None:
        self.entries: list[Entry] = []

    def add(self, tenant: str, entries: Sequence[Entry], /) -> None:
        self.entries += entries


def test_every_document_is_either_kept_out_or_indexed_without_what_it_tried_to_leak() -> None:
    store = Plain()
    report = ingest(leaky_documents(SIZE), STAFF, store, constitution=constitution("reject"))  # type: ignore[arg-type]
    columns_only = SIZE // 9
    assert abs(report.accepted - columns_only) <= 1  # those whose open fields say nothing
    assert report.faulty == {}
    assert sum(report.rejected.values()) == SIZE - report.accepted
    assert not [entry for entry in store.entries if PREFIX in entry.text + repr(dict(entry.fields))]


def test_moderated_documents_keep_their_rest_and_lose_the_wording() -> None:
    store = Plain()
    report = ingest(leaky_documents(SIZE), STAFF, store, constitution=constitution("moderate"))  # type: ignore[arg-type]
    assert report.changed > SIZE // 2
    held = "\n".join(entry.text for entry in store.entries)
    assert not WORDING.findall(held)
    assert "front desk" in held


class Broken(Plain):
    """Quotes what it was given, as a client of some store may."""

    def add(self, tenant: str, entries: Sequence[Entry], /) -> None:
        raise ValueError(f"cannot take {PREFIX}: {entries!r}, {[entry.text for entry in entries]}")


def test_what_a_store_quotes_when_it_fails_is_not_repeated(tmp_path: Path) -> None:
    with pytest.raises(StoreError) as caught:
        ingest(leaky_documents(40), STAFF, Broken(), state=tmp_path / "state", letters=tmp_path / "dead")  # type: ignore[arg-type]
    assert str(caught.value).startswith("Broken: add raised ValueError; 0 records are done, run again")
    assert PREFIX not in str(caught.value) + repr(caught.value)
    assert not canaries(b"\n".join(bytes_under(tmp_path).values()))
