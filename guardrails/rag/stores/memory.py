"""A store in memory, for tests and small data, over whatever embeddings the caller has."""

from __future__ import annotations

import math
import threading
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from heapq import nsmallest
from operator import mul
from typing import Any, Protocol, TypeAlias

from guardrails.errors import StoreError
from guardrails.rag.folding import folded
from guardrails.rag.store import Filter
from guardrails.rag.types import Entry, FieldValue, Hit, Scalar

__all__ = ["MemoryStore", "TextEmbeddings", "lets_through"]

Vector: TypeAlias = Sequence[float]


class TextEmbeddings(Protocol):
    """What is needed of a LangChain ``Embeddings``."""

    def embed_documents(self, texts: list[str], /) -> list[list[float]]: ...

    def embed_query(self, text: str, /) -> list[float]: ...


@dataclass(slots=True)
class _Collection:
    entries: dict[str, Entry] = field(default_factory=dict)
    vectors: dict[str, Vector] = field(default_factory=dict)


class MemoryStore:
    """Entries and vectors in dictionaries, one for each tenant. Every search reads all of a tenant's vectors."""

    def __init__(self, embeddings: TextEmbeddings) -> None:
        self._embeddings = embeddings
        self._collections: dict[str, _Collection] = {}
        self._lock = threading.Lock()

    def add(self, tenant: str, entries: Sequence[Entry], /) -> None:
        vectors = self._embedded([entry.text for entry in entries])
        with self._lock:
            collection = self._collections.setdefault(tenant, _Collection())
            for entry, vector in zip(entries, vectors, strict=True):
                collection.entries[entry.id], collection.vectors[entry.id] = entry, vector

    def search(self, tenant: str, query: str, /, *, where: Filter | None = None, k: int = 10) -> Sequence[Hit]:
        wanted = _unit(self._embeddings.embed_query(query))
        entries, vectors = self._snapshot(tenant)
        passes = None if where is None else _passing(where)
        scored = [
            (-sum(map(mul, wanted, vectors[name])), name)
            for name, entry in entries.items()
            if passes is None or passes(entry.fields)
        ]
        return [_hit(entries[name], -score) for score, name in nsmallest(k, scored)]

    def count(self, tenant: str, field: str, value: Scalar, /) -> int:
        return sum(1 for entry in self._snapshot(tenant)[0].values() if _holds(entry.fields.get(field), value))

    def sample(self, tenant: str, field: str, value: Scalar, limit: int, /) -> Sequence[Hit]:
        entries = self._snapshot(tenant)[0]
        holding = (entries[name] for name in sorted(entries) if _holds(entries[name].fields.get(field), value))
        return [_hit(entry, 0.0) for entry, _ in zip(holding, range(limit), strict=False)]

    def get(self, tenant: str, ids: Sequence[str], /) -> Sequence[Hit]:
        entries = self._snapshot(tenant)[0]
        return [_hit(entries[name], 0.0) for name in ids if name in entries]

    def values(self, tenant: str, field: str, limit: int, /) -> Mapping[Scalar, int]:
        counts: Counter[Scalar] = Counter()
        for entry in self._snapshot(tenant)[0].values():
            counts.update(set(_many(entry.fields.get(field))))
        ranked = sorted(counts.items(), key=lambda item: (-item[1], str(item[0])))
        return dict(ranked[:limit])

    def _snapshot(self, tenant: str) -> tuple[dict[str, Entry], dict[str, Vector]]:
        with self._lock:
            collection = self._collections.get(tenant)
            return ({}, {}) if collection is None else (dict(collection.entries), dict(collection.vectors))

    def _embedded(self, texts: list[str]) -> list[Vector]:
        vectors = self._embeddings.embed_documents(texts) if texts else []
        if len(vectors) != len(texts):
            raise StoreError("memory", f"{len(texts)} texts were embedded as {len(vectors)} vectors")
        return [_unit(vector) for vector in vectors]


def _unit(vector: Vector) -> Vector:
    length = math.sqrt(sum(value * value for value in vector))
    return [value / length for value in vector] if length else vector


def _hit(entry: Entry, score: float) -> Hit:
    return Hit(id=entry.id, score=score, text=entry.text, fields=entry.fields)


def _many(value: FieldValue | None) -> tuple[Scalar, ...]:
    return () if value is None else value if isinstance(value, tuple) else (value,)


def _holds(held: FieldValue | None, value: Scalar) -> bool:
    return any(folded(one) == folded(value) for one in _many(held))


_COMPARED: Mapping[str, Callable[[Any, Any], bool]] = {
    "eq": lambda held, value: bool(held == value),
    "gt": lambda held, value: bool(held > value),
    "gte": lambda held, value: bool(held >= value),
    "lt": lambda held, value: bool(held < value),
    "lte": lambda held, value: bool(held <= value),
    "contain": lambda held, value: str(value) in str(held),
    "like": lambda held, value: str(value).strip("%") in str(held),
}


def lets_through(where: Filter, fields: Mapping[str, FieldValue]) -> bool:
    """Whether *where* is true of *fields*; of a list, when it is true of one element. A missing field is unequal."""
    return _passing(where)(fields)


def _passing(where: Filter) -> Callable[[Mapping[str, FieldValue]], bool]:
    """As `lets_through`, with *where* read once for many records."""
    part: Any = where
    if not hasattr(part, "operator"):
        holds, attribute = _comparing(part.comparator.value, part.value), part.attribute
        return lambda fields: holds([folded(one) for one in _many(fields.get(attribute))])
    inner, joined = [_passing(argument) for argument in part.arguments], all if part.operator.value == "and" else any
    negated = part.operator.value == "not"
    return lambda fields: joined(one(fields) for one in inner) is not negated


def _comparing(comparator: str, wanted: Any) -> Callable[[list[Any]], bool]:
    """Whether one of the values that a record holds, folded, stands in this relation to *wanted*."""
    if comparator in ("in", "nin"):
        among = {folded(one) for one in wanted}
        return lambda held: any(one in among for one in held) is (comparator == "in")
    value = folded(wanted)
    if comparator == "ne":
        return lambda held: value not in held
    compare, text = _COMPARED[comparator], isinstance(value, str)
    return lambda held: any(compare(one, value) for one in held if isinstance(one, str) == text)
