"""The corpus in a store, its tenants as ingest would describe them: what the proofs over 6,000 records start from."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import Any

from guardrails.detectors.keys import attribute_of_key
from guardrails.rag import Admits, Capabilities, Entry, FieldKind, FieldProfile, MemoryStore, RecordStore, Tenant
from guardrails.rag.folding import folded
from guardrails.rag.types import Field, FieldValue
from tests.helpers.rag_corpus import SCHEMAS, Record, corpus
from tests.helpers.rag_embeddings import corpus_embeddings

__all__ = ["entries", "memory_store", "stocked", "tenant"]

_CATALOGUE = (FieldKind.CATEGORY, FieldKind.PLACE)
_IDS = {"people": "id", "catalogue": "sku", "jobs": "id"}


@cache
def entries(name: str) -> tuple[Entry, ...]:
    """The searchable view of every record of one tenant; protected columns are in none."""
    schema = SCHEMAS[name]
    return tuple(_entry(record, record[_IDS[name]], schema.open_fields) for record in corpus()[name])


def _entry(record: Record, name: str, fields: Sequence[Field]) -> Entry:
    held = {one.path: value for one in fields if (value := _value(record, one.path)) is not None}
    text = ". ".join(_words(held[one.path]) for one in fields if one.searchable and one.path in held)
    return Entry(
        id=name, text=text, fields={one.path: held[one.path] for one in fields if one.filterable and one.path in held}
    )


def _value(record: Any, path: str) -> FieldValue | None:
    for part in path.split("."):
        record = record.get(part) if isinstance(record, Mapping) else None
    return tuple(record) if isinstance(record, list) else record


def _words(value: FieldValue) -> str:
    return ", ".join(map(str, value)) if isinstance(value, tuple) else str(value)


@cache
def tenant(name: str) -> Tenant:
    """A tenant of the corpus with what its data admit."""
    seen: dict[str, Counter[str]] = {}
    for entry in entries(name):
        for path, value in entry.fields.items():
            for one in value if isinstance(value, tuple) else (value,):
                seen.setdefault(path, Counter())[str(folded(one))] += 1
    kinds = {one.path: one.kind for one in SCHEMAS[name].fields}
    profiles = [
        FieldProfile(path=path, admits=Admits.CATALOGUE, values=dict(values))
        for path, values in seen.items()
        if kinds[path] in _CATALOGUE
    ]
    return Tenant(
        id=name,
        schema=SCHEMAS[name],
        capabilities=Capabilities(fields={one.path: one for one in (*profiles, *_protected(corpus()[name][0]))}),
    )


def _protected(record: Record, above: str = "") -> Iterator[FieldProfile]:
    for key, value in record.items():
        if isinstance(value, dict):
            yield from _protected(value, f"{above}{key}.")
        elif (attribute := attribute_of_key(key)) is not None:
            yield FieldProfile(path=f"{above}{key}", admits=Admits.PERSON_DEMOGRAPHIC, attribute=attribute)


def stocked(store: RecordStore) -> None:
    """Write all three tenants into *store*."""
    for name in SCHEMAS:
        store.add(name, entries(name))


@cache
def memory_store() -> MemoryStore:
    """The corpus in memory; nobody writes to it."""
    store = MemoryStore(corpus_embeddings())
    stocked(store)
    return store
