"""What a tenant's data admits, field by field: people's attributes, a catalogue's vocabulary, names, free text."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any, Final, Self

import orjson

from guardrails.errors import GuardrailsError
from guardrails.rag.catalogue.census import Census
from guardrails.rag.catalogue.conclusions import conclude
from guardrails.rag.catalogue.profile import Admits, FieldProfile
from guardrails.rag.catalogue.tally import Tally
from guardrails.rag.folding import folded
from guardrails.rag.records.projection import IndexProjection
from guardrails.rag.types import FieldKind, RecordSchema

__all__ = ["Admits", "Capabilities", "FieldProfile"]

_FORMAT: Final = "guardrails.capabilities/1"


@dataclass(frozen=True, slots=True, kw_only=True)
class Capabilities:
    """The profile of every field that was seen, by dotted path."""

    fields: Mapping[str, FieldProfile] = field(default_factory=lambda: MappingProxyType({}))

    @classmethod
    def of(cls, records: Iterable[object], schema: RecordSchema) -> Self:
        """What *records* of *schema* admit, read once. Values come from what a projection lets through."""
        projection, census = IndexProjection(schema), Census(schema)
        for record in records:
            entry = projection.project(record).entry
            if isinstance(record, Mapping) and entry is not None:
                census.add(record, entry)
        return cls.concluded(census.tallies())

    @classmethod
    def concluded(cls, tallies: Iterable[Tally]) -> Self:
        """What *tallies*, one for each field, come to."""
        return cls(fields={tally.path: conclude(tally) for tally in sorted(tallies, key=lambda one: one.path)})

    def merge(self, other: Capabilities) -> Self:
        """Both shards together, in any order and grouping. ``ValueError`` when a field differs in kind."""
        mine, others = self._tallies(), other._tallies()
        both = [tally.merge(others[path]) for path, tally in mine.items() if path in others]
        alone = [one for path, one in (*mine.items(), *others.items()) if (path in mine) is not (path in others)]
        return self.concluded((*both, *alone))

    def admits(self, term: str) -> tuple[FieldProfile, ...]:
        """The catalogue fields that hold *term* as a whole value, in any case."""
        wanted = folded(term)
        return tuple(
            profile
            for profile in self.fields.values()
            if profile.admits is Admits.CATALOGUE and wanted in profile.values
        )

    def to_json(self) -> bytes:
        """As JSON in UTF-8, the same for equal capabilities. It holds values of catalogues, and no record."""
        rows = [_row(tally) for _, tally in sorted(self._tallies().items())]
        return orjson.dumps({"format": _FORMAT, "fields": rows}, option=orjson.OPT_SORT_KEYS)

    @classmethod
    def from_json(cls, data: bytes | str) -> Self:
        """What `to_json` wrote. ``GuardrailsError`` naming what is wrong with anything else."""
        try:
            read: Any = orjson.loads(data)
            if read["format"] != _FORMAT:
                raise GuardrailsError(f"capabilities of another format than {_FORMAT}: ingest anew")
            return cls.concluded(map(_tally, read["fields"]))
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            raise GuardrailsError(f"no capabilities in this JSON ({type(error).__name__}): ingest anew") from None

    def _tallies(self) -> dict[str, Tally]:
        if any(profile.tally is None for profile in self.fields.values()):
            raise GuardrailsError(
                "profiles made by hand cannot be merged or saved: use Capabilities.of(records, schema)"
            )
        return {path: profile.tally for path, profile in self.fields.items() if profile.tally is not None}


def _row(tally: Tally) -> dict[str, object]:
    return {name: getattr(tally, name) for name in Tally.__dataclass_fields__ if name != "values"} | {
        "values": dict(tally.values)
    }


def _tally(row: Mapping[str, Any]) -> Tally:
    numbers = {name: _whole(row[name]) for name in ("count", "numbers", "prose")}
    values = {str(value): _whole(count) for value, count in row["values"].items()}
    kind = None if row["kind"] is None else FieldKind(row["kind"])
    attribute = None if row["attribute"] is None else str(row["attribute"])
    return Tally(
        path=str(row["path"]), kind=kind, attribute=attribute, complete=bool(row["complete"]), values=values, **numbers
    )


def _whole(number: object) -> int:
    if not isinstance(number, int) or isinstance(number, bool) or number < 0:
        raise ValueError("a count is a whole number")
    return number
