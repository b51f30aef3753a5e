"""An ingest in a process of its own that may be killed at any moment, and what then stands on the disk."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import closing
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

from qdrant_client import QdrantClient

from guardrails.rag import QdrantStore, Tenant, ingest
from guardrails.rag.embeddings import HashedEmbeddings
from tests.helpers.rag_corpus import PEOPLE, people
from tests.helpers.rag_leaky import leaky_documents

__all__ = ["SIZE", "ingested", "left_in", "records"]

SIZE = 150
_BATCH = 8
_STAFF = Tenant(id="staff", schema=PEOPLE)


class Telling(HashedEmbeddings):
    """Says before each batch that it is about to be written."""

    __slots__ = ("_say",)

    def __init__(self, say: Connection) -> None:
        super().__init__(32)
        self._say = say

    def embed_documents(self, texts: list[str], /) -> list[list[float]]:
        self._say.send("batch")
        return super().embed_documents(texts)


def records() -> Iterator[dict[str, Any]]:
    """People, with a document that leaks and an id that comes twice after every tenth."""
    leaks = leaky_documents(SIZE)
    for number, person in enumerate(people(SIZE)):
        yield person
        if number % 10 == 9:
            yield next(leaks)
            yield {**person, "role": "baker"}


def ingested(folder: Path, say: Connection) -> None:
    """Ingest all records into *folder*, on from where an earlier run was killed, and say what it came to."""
    with closing(QdrantStore(Telling(say), path=folder / "index")) as store:
        report = ingest(records(), _STAFF, store, batch=_BATCH, state=folder / "state", letters=folder / "letters")
    (folder / "capabilities").write_bytes(report.capabilities.to_json())
    counts = (report.read, report.accepted, report.changed, report.rejected, report.faulty)
    (folder / "report").write_text(json.dumps(counts))
    say.send("done")


def left_in(folder: Path) -> dict[str, Any]:
    """Everything that an ingest leaves: each point with id, payload and vector, the letters, the counts."""
    with closing(QdrantClient(path=str(folder / "index"))) as client:
        (collection,) = client.get_collections().collections
        points, _ = client.scroll(collection.name, limit=10 * SIZE, with_vectors=True)
    files = {name: (folder / name).read_bytes() for name in ("letters", "capabilities", "report")}
    return {**files, "points": sorted((one.id, one.payload, one.vector) for one in points)}
