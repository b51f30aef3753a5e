"""What a tenant's data admits, field by field: people's attributes, a catalogue's vocabulary, names, free text."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType

from guardrails.rag.folding import folded

__all__ = ["Admits", "Capabilities", "FieldProfile"]


class Admits(StrEnum):
    """What the values of a field are about."""

    PERSON_DEMOGRAPHIC = "person_demographic"
    CATALOGUE = "catalogue"  # terms of the tenant's own vocabulary: colours, cuisines, departments, cities
    IDENTIFIER = "identifier"
    NAME = "name"
    FREE_TEXT = "free_text"
    NUMBER = "number"
    OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldProfile:
    """One field as the data show it.

    *count* is the number of records that have it, *distinct* the number of different values, or what is certain of it
    once *complete* is false. *values*, folded, with the number of records that hold each, are those of a catalogue.
    *evidence* says in words what decided, and never quotes a value.
    """

    path: str
    admits: Admits
    count: int = 0
    distinct: int = 0
    complete: bool = True
    values: Mapping[str, int] = field(default_factory=dict, repr=False)
    attribute: str | None = None
    evidence: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Capabilities:
    """The profile of every field that was seen, by dotted path."""

    fields: Mapping[str, FieldProfile] = field(default_factory=lambda: MappingProxyType({}))

    def admits(self, term: str) -> tuple[FieldProfile, ...]:
        """The catalogue fields that hold *term* as a whole value, in any case."""
        wanted = folded(term)
        return tuple(
            profile
            for profile in self.fields.values()
            if profile.admits is Admits.CATALOGUE and wanted in profile.values
        )
