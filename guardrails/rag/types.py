"""What flows through search: the schema of records, the entry a store gets, what would have leaked, and hits."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TypeAlias

from guardrails.detectors.keys import attribute_of_pointer, tokens_of_key
from guardrails.errors import GuardrailsError

__all__ = ["Entity", "Entry", "Fault", "Field", "FieldKind", "FieldValue", "Hit", "Leak", "RecordSchema", "Scalar"]

Scalar: TypeAlias = str | int | float | bool
FieldValue: TypeAlias = Scalar | tuple[Scalar, ...]


class FieldKind(StrEnum):
    """What a field holds."""

    FREE_TEXT = "free_text"
    CATEGORY = "category"  # one term of a vocabulary: a colour, a department
    NAME = "name"
    IDENTIFIER = "identifier"
    NUMBER = "number"
    DATE = "date"  # ISO 8601: its text sorts by time
    PLACE = "place"


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """One field of a tenant's records.

    *path* is dotted, as in the record (``seller.city``); lists on the way are walked through. *searchable* makes it
    part of the embedded text, *filterable* part of the payload index. *aliases* are what people call it in a query.
    *attribute* names the protected attribute it states: such a field can be neither, or ``GuardrailsError`` is raised.
    *searchable* left out is true for every field that states no attribute.
    """

    path: str
    kind: FieldKind
    searchable: bool | None = None
    filterable: bool = False
    aliases: tuple[str, ...] = ()
    attribute: str | None = None

    def __post_init__(self) -> None:
        if not self.path or any(not part.strip() for part in self.path.split(".")):
            raise GuardrailsError(f"a field needs a dotted path such as 'seller.city', not {self.path!r}")
        if self.searchable is None:
            object.__setattr__(self, "searchable", self.attribute is None)
        if self.attribute is not None and (self.searchable or self.filterable):
            raise GuardrailsError(
                f"field {self.path!r} states {self.attribute}: it can be neither searchable nor filterable"
            )

    @property
    def name(self) -> str:
        """The last part of the path."""
        return self.path.rpartition(".")[2]


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordSchema:
    """The fields of a tenant's records. *id* is the path of the identifier; *protected* lists further keys of documents
    that no index may hold, in any style (``"union_member"`` covers ``unionMember``). *protected_in* is the path of a
    list in each record that names further such keys of that record.

    ``GuardrailsError`` when two fields have one path, when nothing is searchable, or when a field that would be indexed
    has a name that says a protected attribute.
    """

    id: str
    fields: tuple[Field, ...]
    protected: tuple[str, ...] = ()
    protected_in: str | None = None

    def __post_init__(self) -> None:
        paths = [one.path for one in self.fields]
        if repeated := sorted({path for path in paths if paths.count(path) > 1}):
            raise GuardrailsError(f"field {repeated[0]!r} is in the schema twice")
        if not any(one.searchable for one in self.fields):
            raise GuardrailsError("a schema needs at least one searchable field: there would be nothing to embed")
        names = [path.rpartition(".")[2] for path in paths]
        own = {tokens_of_key(key) for key in self.protected}
        for one in self.open_fields:
            keys = one.path.split(".")
            found = attribute_of_pointer("/" + "/".join(keys), neighbours=names)
            if found is not None or any(tokens_of_key(key) in own for key in keys):
                raise GuardrailsError(
                    f"field {one.path!r} states {found or 'a key listed as protected'} by its name: it can be neither "
                    "searchable nor filterable; leave it out"
                )

    @property
    def open_fields(self) -> tuple[Field, ...]:
        """The fields an index may hold."""
        return tuple(one for one in self.fields if one.searchable or one.filterable)


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """The searchable view of a record: the text that is embedded and the fields that are indexed.

    It is the only thing a store ever gets. Keys of *fields* are the dotted paths of the schema.
    """

    id: str
    text: str = field(repr=False)
    fields: Mapping[str, FieldValue] = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Leak:
    """Protected data that would have reached an index. *document* is the record's id, *path* the dotted place in it."""

    document: str
    path: str
    attribute: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """Why a record cannot be indexed at all. *path* is the dotted place in it, empty for the whole record."""

    document: str
    path: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """One entry that a search found. *score* is the cosine similarity, at most 1; higher is closer."""

    id: str
    score: float
    text: str = field(repr=False)
    fields: Mapping[str, FieldValue] = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Entity:
    """Something a tenant knows by name: a person, an organisation, a product. *kind* is the tenant's own word."""

    id: str
    name: str
    aliases: tuple[str, ...] = ()
    kind: str = ""
