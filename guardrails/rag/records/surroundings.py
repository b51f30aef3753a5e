"""What the rest of a record says about each of its values, remembered by the shape of the record."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

from guardrails.detectors.keys import attribute_of_key, tokens_of_key
from guardrails.detectors.keys_context import Domain, domain_of
from guardrails.rag.records.values import values_at
from guardrails.rag.types import FieldKind, RecordSchema

__all__ = ["OWN", "Surroundings", "surroundings_of"]

_SHAPES: Final = 1_000
_LEAST_COPIED: Final = 6  # characters of a protected value that is recognised elsewhere, one of them a digit
_DEEPEST: Final = 4
_NOTHING: Final[frozenset[tuple[str, ...]]] = frozenset()
OWN: Final = "a key of these documents"
"""What is named as the attribute of a key that a schema or a document lists itself."""


@dataclass(slots=True, eq=False)
class Surroundings:
    """What the record says: what it is about, protected keys (as tokens), and protected values that no open field may
    repeat, each with its attribute. *alike* is false for a record that lists keys of its own. *paths* lead to the names
    in it."""

    record: Mapping[str, object]
    paths: tuple[tuple[str, tuple[str, ...]], ...] = ()
    domain: Domain | None = None
    own: frozenset[tuple[str, ...]] = _NOTHING
    alike: bool = True
    copies: tuple[tuple[str, str], ...] = ()

    def names(self) -> tuple[str, ...]:
        """The names that stand in the record."""
        found = (one for path, parts in self.paths for one in values_at(self.record, path, parts))
        return tuple(one for one in found if isinstance(one, str))


def surroundings_of(schema: RecordSchema) -> Callable[[Mapping[str, object]], Surroundings]:
    """A function from a record of *schema* to what it says about its values. It keeps shapes, never values."""
    names = tuple((field.path, tuple(field.path.split("."))) for field in schema.fields if field.kind is FieldKind.NAME)
    listed = None if schema.protected_in is None else (schema.protected_in, tuple(schema.protected_in.split(".")))
    own = frozenset(map(tokens_of_key, schema.protected))
    shapes: dict[tuple[Any, ...], tuple[Domain | None, tuple[tuple[str, str], ...]]] = {}

    def around(record: Mapping[str, object]) -> Surroundings:
        shape = (*record, *[tuple(value) for value in record.values() if value.__class__ is dict])
        known = shapes.get(shape)
        if known is None:
            if len(shapes) >= _SHAPES:
                shapes.clear()
            known = shapes[shape] = (_domain(record), tuple(_protected(record, own)))
        found = Surroundings(record, names, known[0], own)
        if known[1]:
            found.copies = tuple(_copies(record, known[1]))
        if listed is not None:
            also = (tokens_of_key(key) for key in values_at(record, *listed) if isinstance(key, str))
            found.own = own.union(also)
            found.alike = found.own == own
        return found

    return around


def _keys(record: Mapping[str, object]) -> Iterator[tuple[str, str]]:
    """Path and key, on two levels: which is what decides about a record."""
    for key, value in record.items():
        yield str(key), str(key)
        if isinstance(value, Mapping):
            yield from ((f"{key}.{below}", str(below)) for below in value)


def _domain(record: Mapping[str, object]) -> Domain | None:
    return domain_of([str(key) for key in record]) or domain_of([key for _, key in _keys(record)])


def _protected(record: Mapping[str, object], own: frozenset[tuple[str, ...]]) -> Iterator[tuple[str, str]]:
    """Path and attribute of each protected key on the first two levels."""
    for path, key in _keys(record):
        if (attribute := attribute_of_key(key)) is not None:
            yield path, attribute
        elif tokens_of_key(key) in own:
            yield path, OWN


def _copies(record: Mapping[str, object], protected: tuple[tuple[str, str], ...]) -> Iterator[tuple[str, str]]:
    """Protected values that no open field may repeat: those with a digit, which are nobody's everyday words."""
    for path, attribute in protected:
        for value in _strings(values_at(record, path, path.split(".")), 0):
            if len(value) >= _LEAST_COPIED and any(map(str.isdigit, value)):
                yield attribute, value


def _strings(value: object, depth: int) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif depth < _DEEPEST and isinstance(value, Mapping | list | tuple):
        for below in value.values() if isinstance(value, Mapping) else value:
            yield from _strings(below, depth + 1)
