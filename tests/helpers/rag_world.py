"""The searchable view of the corpus: which records a proof's queries are right about."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any

from guardrails.rag import Entry
from guardrails.rag.types import Field, FieldValue
from tests.helpers.rag_corpus import SCHEMAS, Record, corpus

__all__ = ["entries"]

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
