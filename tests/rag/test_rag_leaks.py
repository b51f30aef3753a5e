"""The proof: of a thousand documents that try to leak, nothing protected is in any file that ingest writes."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from pathlib import Path

import pytest

from guardrails.constitution import Constitution, load_text
from guardrails.log import JsonlSink
from guardrails.rag import Entry, IngestReport, QdrantStore, Tenant, ingest
from tests.helpers.rag_corpus import PEOPLE, people
from tests.helpers.rag_leaky import PREFIX, leaky_documents

STAFF = Tenant(id="staff", schema=PEOPLE)
SIZE = 1000


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


class Plain:
    """A store that keeps what it is given, to be looked at."""

    def __init__(self) -> None:
        self.entries: list[Entry] = []

    def add(self, tenant: str, entries: Sequence[Entry], /) -> None:
        self.entries += entries


def bytes_under(folder: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


@pytest.mark.parametrize("mode", ["reject", "strip"])
def test_no_canary_reaches_vectors_payload_log_state_or_dead_letters(tmp_path: Path, mode: str) -> None:
    embeddings = Watched()
    store = QdrantStore(embeddings, path=tmp_path / "index")
    log = JsonlSink(tmp_path / "log")
    report: IngestReport = ingest(
        [*leaky_documents(SIZE), *people(5)],
        STAFF,
        store,
        constitution=constitution(mode),
        state=tmp_path / "state",
        letters=tmp_path / "dead.jsonl",
        log=log,
    )
    log.close()
    store.close()
    (tmp_path / "capabilities.json").write_bytes(report.capabilities.to_json())
    written = bytes_under(tmp_path)
    assert {"storage.sqlite", "state", "dead.jsonl", "capabilities.json"} <= {path.name for path in written}
    assert any(b"p-00001" in data for data in written.values())  # a good record is found by the same search
    assert [path.name for path, data in written.items() if PREFIX.encode() in data] == []
    assert not [text for text in embeddings.texts if PREFIX in text]
    assert report.read == SIZE + 5
    assert report.accepted + sum(report.rejected.values()) + sum(report.faulty.values()) == SIZE + 5


def test_every_document_is_either_kept_out_or_indexed_without_what_it_tried_to_leak() -> None:
    store = Plain()
    report = ingest(leaky_documents(SIZE), STAFF, store, constitution=constitution("reject"))  # type: ignore[arg-type]
    columns_only = SIZE // 9
    assert abs(report.accepted - columns_only) <= 1  # those whose open fields say nothing
    assert sum(report.faulty.values()) <= 5  # an object in a field for text, whatever its keys
    assert not [entry for entry in store.entries if PREFIX in entry.text + repr(dict(entry.fields))]


def test_moderated_documents_keep_their_rest_and_lose_the_wording() -> None:
    store = Plain()
    report = ingest(leaky_documents(SIZE), STAFF, store, constitution=constitution("moderate"))  # type: ignore[arg-type]
    assert report.changed > SIZE // 2
    held = "\n".join(entry.text for entry in store.entries)
    assert not re.findall(r"Muslim|62-year|deaf|elderly|Jewish|lesbian|wheelchair|Black|pregnant|Polish", held)
    assert "front desk" in held
