"""A store that is not ours: Chroma's server in a process of its own, and a `RecordStore` that speaks its HTTP API."""

from __future__ import annotations

import hashlib
import os
import socket
import subprocess
import threading
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final
from uuid import uuid4

import httpx
from tenacity import Retrying, retry_if_exception_type, stop_after_delay, wait_fixed

from guardrails.errors import StoreError
from guardrails.rag import Entry, Filter, Hit
from guardrails.rag.stores.memory import TextEmbeddings
from guardrails.rag.types import Scalar
from tests.helpers.chroma_filters import hit_of, holds, metadata_of, translated

__all__ = ["EXECUTABLE", "ChromaStore", "serving"]

EXECUTABLE: Final = os.environ.get("CHROMA", "")
"""The program ``chroma``. Without it, nothing is tested against Chroma."""

_SPACE: Final = {"hnsw": {"space": "cosine", "ef_search": 1_000, "ef_construction": 200}}
_PAGE: Final = 300  # the most that Chroma's cloud gives or takes at once
_START_S: Final = 60


@contextmanager
def serving(folder: Path) -> Iterator[str]:
    """Run Chroma's server on a free port of loopback until the block ends; yields its address."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    command = [EXECUTABLE, "run", "--path", str(folder / "data"), "--host", "127.0.0.1", "--port", str(port)]
    quiet = {**os.environ, "ANONYMIZED_TELEMETRY": "False", "HOME": str(folder)}
    with (folder / "output").open("wb") as output:
        process = subprocess.Popen(command, env=quiet, cwd=folder, stdout=output, stderr=output)
    url = f"http://127.0.0.1:{port}"
    try:
        _wait_for(url, process, folder / "output")
        yield url
    finally:
        process.kill()
        process.wait(timeout=10)


def _wait_for(url: str, process: subprocess.Popen[bytes], output: Path) -> None:
    waits = Retrying(
        retry=retry_if_exception_type(httpx.TransportError),
        stop=stop_after_delay(_START_S),
        wait=wait_fixed(0.1),
        reraise=True,
    )
    for attempt in waits:
        with attempt:
            assert process.poll() is None, f"Chroma's server has ended: {output.read_text()}"
            httpx.get(f"{url}/api/v2/heartbeat", trust_env=False).raise_for_status()


class ChromaStore:
    """A `RecordStore` with a database of its own on the server, and in it a collection for each tenant."""

    def __init__(self, embeddings: TextEmbeddings, *, url: str) -> None:
        self.name, self._embeddings = f"chroma at {url}", embeddings
        self._client = httpx.Client(base_url=f"{url}/api/v2/tenants/default_tenant/", trust_env=False, timeout=30)
        self._database = f"test-{uuid4()}"
        self._collections: dict[str, str] = {}
        self._lock = threading.Lock()
        self._sent("POST", "databases", name=self._database)

    def close(self, *, keep: bool = False) -> None:
        if not keep:
            self._sent("DELETE", f"databases/{self._database}")
        self._client.close()

    def add(self, tenant: str, entries: Sequence[Entry], /) -> None:
        vectors = self._embeddings.embed_documents([entry.text for entry in entries])
        path = self._collection(tenant, create=True)
        for start in range(0, len(entries), _PAGE):
            some = entries[start : start + _PAGE]
            self._sent(
                "POST",
                f"{path}/upsert",
                ids=[entry.id for entry in some],
                documents=[entry.text for entry in some],
                metadatas=[metadata_of(entry.fields) for entry in some],
                embeddings=vectors[start : start + _PAGE],
            )

    def search(self, tenant: str, query: str, /, *, where: Filter | None = None, k: int = 10) -> Sequence[Hit]:
        vector = self._embeddings.embed_query(query)
        if (path := self._collection(tenant)) is None:
            return ()
        narrowed = {} if where is None else {"where": translated(where)}
        asked = {"query_embeddings": [vector], "n_results": k, "include": ["documents", "metadatas", "distances"]}
        found = self._sent("POST", f"{path}/query", **asked, **narrowed)
        parts = (found[name][0] for name in ("ids", "documents", "metadatas", "distances"))
        return [hit_of(name, text, metadata, 1 - apart) for name, text, metadata, apart in zip(*parts, strict=True)]

    def count(self, tenant: str, field: str, value: Scalar, /) -> int:
        return len(self._ids(tenant, field, value))

    def sample(self, tenant: str, field: str, value: Scalar, limit: int, /) -> Sequence[Hit]:
        return self.get(tenant, self._ids(tenant, field, value)[:limit])

    def get(self, tenant: str, ids: Sequence[str], /) -> Sequence[Hit]:
        found = {hit.id: hit for hit in self._hits(tenant, ids=list(ids))} if ids else {}
        return [found[one] for one in ids if one in found]

    def values(self, tenant: str, field: str, limit: int, /) -> Mapping[Scalar, int]:
        counts: Counter[Scalar] = Counter()
        for hit in self._hits(tenant):
            value = hit.fields.get(field, ())
            counts.update(set(value if isinstance(value, tuple) else (value,)))
        return dict(sorted(counts.items(), key=lambda item: (-item[1], str(item[0])))[:limit])

    def _ids(self, tenant: str, field: str, value: Scalar) -> list[str]:
        return sorted(
            name for page in self._pages(tenant, include=[], where=holds(field, value)) for name in page["ids"]
        )

    def _hits(self, tenant: str, **asked: Any) -> Iterator[Hit]:
        for page in self._pages(tenant, include=["documents", "metadatas"], **asked):
            yield from map(hit_of, page["ids"], page["documents"], page["metadatas"])

    def _pages(self, tenant: str, **asked: Any) -> Iterator[Any]:
        path, offset, full = self._collection(tenant), 0, True
        while path is not None and full:
            page = self._sent("POST", f"{path}/get", limit=_PAGE, offset=offset, **asked)
            yield page
            offset, full = offset + _PAGE, len(page["ids"]) == _PAGE

    def _collection(self, tenant: str, *, create: bool = False) -> str | None:
        """The path of the tenant's collection, or ``None`` when nothing was ever written."""
        name, root = hashlib.sha256(tenant.encode()).hexdigest(), f"databases/{self._database}/collections"
        with self._lock:
            if name not in self._collections and create:
                made = self._sent("POST", root, name=name, get_or_create=True, configuration=_SPACE)
                self._collections[name] = f"{root}/{made['id']}"
            return self._collections.get(name)

    def _sent(self, method: str, path: str, **body: object) -> Any:
        try:
            answer = self._client.request(method, path, json=body or None)
        except httpx.TransportError as error:
            raise StoreError(self.name, f"cannot be reached ({type(error).__name__})", retryable=True) from error
        if answer.is_error:
            raise StoreError(self.name, f"answered {path.rpartition('/')[2]} with status {answer.status_code}")
        return answer.json()
