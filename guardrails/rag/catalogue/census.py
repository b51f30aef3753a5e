"""Counts the fields of records as they are ingested: open ones by their values, protected ones only by their number."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from guardrails.detectors.keys import attribute_of_key, tokens_of_key
from guardrails.rag.catalogue.tally import Counter, Tally
from guardrails.rag.records.surroundings import OWN
from guardrails.rag.records.values import values_at
from guardrails.rag.types import Entry, Field, FieldKind, RecordSchema

__all__ = ["Census"]

_VOCABULARIES = (FieldKind.CATEGORY, FieldKind.PLACE)
_MOST_FIELDS = 500  # protected keys that are counted; a record may make up keys


class Census:
    """What a batch of records holds. Only values that passed a projection are looked at, and only of vocabularies kept.

    Of a protected key, wherever on the first two levels, nothing is kept but the number of records that have it.
    """

    def __init__(self, schema: RecordSchema) -> None:
        self._own = frozenset(map(tokens_of_key, schema.protected))
        self._open = [(field, tuple(field.path.split(".")), _counter(field, self._own)) for field in schema.fields]
        self._known = {field.path for field in schema.fields}
        self._protected: dict[str, Counter] = {}
        self._attributes: dict[str, str | None] = {}

    def add(self, record: Mapping[str, object], entry: Entry) -> None:
        """Count one accepted record."""
        for field, parts, counter in self._open:
            held = entry.fields.get(field.path)
            if held is not None:
                counter.add(held if isinstance(held, tuple) else (held,))
            elif not field.filterable:
                values = values_at(record, field.path, parts)
                if values:
                    open_text = field.searchable and field.kind is not FieldKind.CATEGORY
                    counter.add(tuple(one for one in values if open_text and isinstance(one, str | int | float)))
        for path in self._protected_paths(record):
            self._protected[path].add(())

    def tallies(self) -> tuple[Tally, ...]:
        """Of every field that was met, and of every field of the schema."""
        return (*(counter.tally() for _, _, counter in self._open), *(one.tally() for one in self._protected.values()))

    def _protected_paths(self, record: Mapping[str, object]) -> Iterator[str]:
        for key, value in record.items():
            if self._is_protected(key):
                yield key
            elif value.__class__ is dict and isinstance(value, Mapping):
                yield from (path for below in value if self._is_protected(path := f"{key}.{below}"))

    def _is_protected(self, path: str) -> bool:
        if path not in self._attributes:
            if len(self._attributes) >= _MOST_FIELDS * 10:
                return False
            attribute = None if path in self._known else self._attribute(path)
            if attribute is not None and len(self._protected) < _MOST_FIELDS:
                self._protected[path] = Counter(path, None, attribute, keeps=False)
            self._attributes[path] = attribute
        return path in self._protected

    def _attribute(self, path: str) -> str | None:
        key = path.rpartition(".")[2]
        return attribute_of_key(key) or (OWN if tokens_of_key(key) in self._own else None)


def _counter(field: Field, own: frozenset[tuple[str, ...]]) -> Counter:
    keeps = field.kind in _VOCABULARIES and field.filterable
    stated = field.attribute or (OWN if tokens_of_key(field.name) in own else None)
    return Counter(field.path, field.kind, stated, keeps=keeps)
