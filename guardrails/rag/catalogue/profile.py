"""What one field of a tenant's data was found to be about."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from guardrails.rag.catalogue.tally import Tally

__all__ = ["Admits", "FieldProfile"]


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
    *evidence* says in words what decided, and never quotes a value. *tally* is what it was concluded from; a profile
    made by hand has none, and cannot be merged or saved.
    """

    path: str
    admits: Admits
    count: int = 0
    distinct: int = 0
    complete: bool = True
    values: Mapping[str, int] = field(default_factory=dict, repr=False)
    attribute: str | None = None
    evidence: tuple[str, ...] = ()
    tally: Tally | None = field(default=None, repr=False)
