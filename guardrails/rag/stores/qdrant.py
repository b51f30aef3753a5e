"""Entries in Qdrant, through LangChain's store for it: a folder on this machine, or a cluster by its address."""

from __future__ import annotations

import hashlib
import re
import sqlite3
import threading
import uuid
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from os import PathLike
from pathlib import Path
from typing import Any, Final

from guardrails.errors import StoreError
from guardrails.extras import require
from guardrails.rag.store import Filter
from guardrails.rag.stores.memory import TextEmbeddings
from guardrails.rag.stores.qdrant_folder import damage, write_ahead
from guardrails.rag.types import Entry, FieldValue, Hit, Scalar

__all__ = ["QdrantStore"]

_POINTS: Final = uuid.UUID("5c0c2f0e-8a53-4d54-9a0b-6f3f2a7f4f11")  # namespace of the ids of points
_UNNAMED: Final = re.compile(r"[^a-z0-9]+")
_ANY_FIELD: Final = 1_000


class QdrantStore:
    """A `RecordStore` with one collection for each tenant.

    A collection each is what keeps tenants apart: a request names the collection, so there is no filter that could be
    forgotten. *path* is a folder, which one process uses at a time and which suits up to about 20,000 records a tenant;
    *url* reaches a server or a cluster with the same behaviour. *embeddings* is any LangChain ``Embeddings``,
    or has its two methods. *options* go to ``qdrant_client.QdrantClient`` (``api_key``, ``prefer_grpc``). *timeout_s*
    bounds each request to a server.

    Safe under threads. Raises `StoreError` when Qdrant cannot be used, and when the folder is used by another process.
    """

    def __init__(
        self,
        embeddings: TextEmbeddings,
        *,
        path: str | PathLike[str] | None = None,
        url: str | None = None,
        prefix: str = "records",
        timeout_s: int = 10,
        **options: Any,
    ) -> None:
        if (path is None) == (url is None):
            raise StoreError("qdrant", "give a path for a folder, or a url for a server, and not both")
        self._module = require("langchain_qdrant", extra="rag")
        self._qdrant = require("qdrant_client", extra="rag")
        self._filters = require("guardrails.rag.stores.qdrant_filters", extra="rag")
        self._embeddings, self._prefix = embeddings, prefix
        self._folder = None if path is None else Path(path)
        self.name = f"qdrant in {path}" if path is not None else f"qdrant at {url}"
        self._lock = threading.RLock()
        self._stores: dict[str, Any] = {}
        self._indexed: set[tuple[str, str]] = set()
        if self._folder is not None:
            options = {"path": str(self._folder), "force_disable_check_same_thread": True, **options}
        else:
            options = {"url": url, "timeout": timeout_s, "check_compatibility": False, **options}
        with self._reported():
            self._client = self._opened(options)

    def _opened(self, options: dict[str, Any]) -> Any:
        try:
            return self._qdrant.QdrantClient(**options)
        except Exception as error:
            reason = None if self._folder is None else damage(error)
            if reason is None:
                raise
            raise StoreError(self.name, reason) from error

    def __repr__(self) -> str:
        return f"<QdrantStore: {self.name}>"

    def close(self) -> None:
        """Let go of the folder or the connection."""
        with self._reported():
            self._client.close()

    def add(self, tenant: str, entries: Sequence[Entry], /) -> None:
        if not entries:
            return
        vectors = self._embeddings.embed_documents([entry.text for entry in entries])
        points = [self._point(tenant, entry, vector) for entry, vector in zip(entries, vectors, strict=True)]
        with self._reported():
            self._store(tenant, create=True)
            self._index(tenant, entries)
            self._client.upsert(self._collection(tenant), points, wait=True)

    def search(self, tenant: str, query: str, /, *, where: Filter | None = None, k: int = 10) -> Sequence[Hit]:
        vector = self._embeddings.embed_query(query)
        narrowed = None if where is None else self._filters.translated(where)
        with self._reported():
            store = self._store(tenant)
            if store is None:
                return ()
            found = store.similarity_search_with_score_by_vector(vector, k=k, filter=narrowed)
        return [_hit(document.page_content, document.metadata, score) for document, score in found]

    def count(self, tenant: str, field: str, value: Scalar, /) -> int:
        with self._reported():
            if self._store(tenant) is None:
                return 0
            wanted = self._filters.equals(field, value)
            return int(self._client.count(self._collection(tenant), count_filter=wanted, exact=True).count)

    def sample(self, tenant: str, field: str, value: Scalar, limit: int, /) -> Sequence[Hit]:
        with self._reported():
            if self._store(tenant) is None:
                return ()
            wanted = self._filters.equals(field, value)
            points, _ = self._client.scroll(self._collection(tenant), scroll_filter=wanted, limit=limit)
        return sorted(map(_hit_of, points), key=lambda hit: hit.id)

    def get(self, tenant: str, ids: Sequence[str], /) -> Sequence[Hit]:
        with self._reported():
            if self._store(tenant) is None:
                return ()
            points = self._client.retrieve(self._collection(tenant), [_point(tenant, one) for one in ids])
        found = {hit.id: hit for hit in map(_hit_of, points)}
        return [found[one] for one in ids if one in found]

    def values(self, tenant: str, field: str, limit: int, /) -> Mapping[Scalar, int]:
        """As the protocol says, for text and whole numbers."""
        with self._reported():
            if self._store(tenant) is None:
                return {}
            key = self._filters.key_of(field, self._filters.PLAIN)
            found = self._client.facet(self._collection(tenant), key=key, limit=limit, exact=True)
        return {hit.value: hit.count for hit in found.hits}

    def _collection(self, tenant: str) -> str:
        readable = _UNNAMED.sub("-", tenant.lower()).strip("-")[:40]
        return f"{self._prefix}-{readable}-{hashlib.sha256(tenant.encode()).hexdigest()[:16]}"

    def _store(self, tenant: str, *, create: bool = False) -> Any:
        """LangChain's store of *tenant*, or ``None`` when nothing was ever written."""
        name = self._collection(tenant)
        if name not in self._stores:
            exists = self._client.collection_exists(name)
            if not exists and not create:
                return None
            size = len(self._embeddings.embed_query("size"))
            if not exists:
                self._create(name, size)
            if create and self._folder is not None:
                write_ahead(self._folder, name)
            held = self._client.get_collection(name).config.params.vectors.size
            if held != size:
                raise StoreError(
                    self.name, f"holds vectors of {held} numbers and the embeddings give {size}: ingest anew"
                )
            self._stores[name] = self._module.QdrantVectorStore(
                self._client, name, embedding=self._embeddings, validate_collection_config=False
            )
        return self._stores[name]

    def _create(self, name: str, size: int) -> None:
        models = self._qdrant.models
        params = models.VectorParams(size=size, distance=models.Distance.COSINE)
        try:
            self._client.create_collection(name, vectors_config=params)
        except Exception:
            if not self._client.collection_exists(name):  # another thread or process may have been faster
                raise

    def _point(self, tenant: str, entry: Entry, vector: Sequence[float]) -> Any:
        """*entry* as LangChain's store for Qdrant keeps a document."""
        metadata = {"id": entry.id, **self._filters.payload_of(entry.fields)}
        payload = {"page_content": entry.text, "metadata": metadata}
        return self._qdrant.models.PointStruct(id=_point(tenant, entry.id), vector=list(vector), payload=payload)

    def _index(self, tenant: str, entries: Sequence[Entry]) -> None:
        """Payload indexes, which counting and faceting need on a server and a folder does not know."""
        if self._folder is not None:
            return
        kinds = {path: _kind(value) for entry in entries for path, value in entry.fields.items()}
        for path, kind in list(kinds.items())[:_ANY_FIELD]:
            for part in (self._filters.PLAIN, self._filters.FOLDED):
                key = self._filters.key_of(path, part)
                if (tenant, key) not in self._indexed:
                    self._client.create_payload_index(self._collection(tenant), key, field_schema=kind)
                    self._indexed.add((tenant, key))

    @contextmanager
    def _reported(self) -> Iterator[None]:
        """One request at a time to a folder, and every failure as a `StoreError` that quotes nothing."""
        lock = self._lock if self._folder is not None else threading.RLock()
        with lock:
            try:
                yield
            except StoreError:
                raise
            except Exception as error:
                found = self._failure(error)
                if found is None:
                    raise
                raise found from error

    def _failure(self, error: Exception) -> StoreError | None:
        """What *error* means for a caller, or ``None`` for one that is not Qdrant's."""
        status = getattr(error, "status_code", None)
        kind = type(error).__name__
        if isinstance(error, RuntimeError) and "already accessed" in str(error):
            return StoreError(self.name, "another process uses the folder; close it there, or use a server and its url")
        if isinstance(status, int):
            return StoreError(self.name, f"answered with status {status}", retryable=status >= 500 or status == 429)
        if type(error).__module__.startswith(("qdrant_client", "httpx", "httpcore", "grpc")):
            return StoreError(self.name, f"cannot be reached or is too slow ({kind})", retryable=True)
        if isinstance(error, OSError | sqlite3.Error):
            return StoreError(self.name, f"the folder cannot be read or written ({kind})", retryable=True)
        return None


def _point(tenant: str, entry: str) -> str:
    """The same id for the same entry, on every machine and in every run."""
    return str(uuid.uuid5(_POINTS, f"{tenant}\n{entry}"))


def _kind(value: FieldValue) -> str:
    one = value[0] if isinstance(value, tuple) else value
    kinds = {bool: "bool", int: "integer", float: "float"}
    return kinds.get(type(one), "keyword")


def _hit_of(point: Any) -> Hit:
    return _hit(point.payload["page_content"], point.payload["metadata"], 0.0)


def _hit(text: str, metadata: Mapping[str, Any], score: float) -> Hit:
    fields = {metadata["paths"][name]: _value(value) for name, value in metadata["fields"].items()}
    return Hit(id=metadata["id"], score=float(score), text=text, fields=fields)


def _value(value: Any) -> FieldValue:
    found: FieldValue = tuple(value) if isinstance(value, list) else value
    return found
