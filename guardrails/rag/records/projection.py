"""The searchable view of a record, and the proof that nothing protected is in it before anything is embedded."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final, TypeAlias

from guardrails.constitution import Constitution, load_pack
from guardrails.detectors.keys import may_state_attribute
from guardrails.detectors.keys_context import Domain
from guardrails.errors import DetectorError, ProjectionError, RecordError
from guardrails.policy import compile_policy
from guardrails.rag.records.leaks import Found, LeakFinder
from guardrails.rag.records.moderated import Moderator
from guardrails.rag.records.surroundings import Surroundings, surroundings_of
from guardrails.rag.records.values import fault_of, scalar, values_at
from guardrails.rag.types import Entry, Fault, Field, FieldKind, FieldValue, Leak, RecordSchema, Scalar
from guardrails.types import Detector

__all__ = ["IndexProjection", "Outcome", "Projected"]

_LONGEST_ID: Final = 512
_SHORT: Final = 60  # characters of a value that is remembered
_KNOWN_VALUES: Final = 2_000  # remembered for one field; then the memory starts afresh
_UNLABELLED: Final = frozenset({FieldKind.FREE_TEXT, FieldKind.NAME})
_WORDS: Final = re.compile(r"[_\W]+|(?<=[a-z])(?=[A-Z])")


class Outcome(StrEnum):
    """What became of a record."""

    ACCEPTED = "accepted"
    CHANGED = "changed"  # accepted without what would have leaked
    REJECTED = "rejected"  # would have leaked
    FAULTY = "faulty"  # cannot be indexed at all


@dataclass(frozen=True, slots=True, kw_only=True)
class Projected:
    """What a projection says of one record. *entry* is there unless it was rejected or faulty."""

    document: str
    outcome: Outcome
    entry: Entry | None = None
    leaks: tuple[Leak, ...] = ()
    faults: tuple[Fault, ...] = ()


_Reading: TypeAlias = tuple[tuple[Found, ...], str | None]
"""What a value states, and why it is nothing for its field."""


@dataclass(frozen=True, slots=True)
class _Plan:
    """A field with what is known of it before any record, and what short values were found to be, by kind of record.

    *counted*: no whole number in it can state anything.
    """

    field: Field
    path: str
    parts: tuple[str, ...]
    pointer: str
    prefix: str
    counted: bool
    known: dict[tuple[str, Domain | None], _Reading]


@dataclass(slots=True)
class _Work:
    """One record while it is read."""

    document: str
    record: Mapping[str, object]
    around: Surroundings
    texts: list[str] = field(default_factory=list)
    fields: dict[str, FieldValue] = field(default_factory=dict)
    leaks: list[Leak] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)


class IndexProjection:
    """Builds the `Entry` of a record: the searchable fields of *schema* as one text, the filterable ones as values.

    Fields that the schema does not name never enter. What does is checked first: the key in its surroundings, keys
    inside objects and inside JSON in strings, fields written into texts, wording about protected attributes, copies of
    protected values. *constitution* (default: the pack ``search``) says under ``retrieval.projection`` what happens to
    a record that would leak. *detect* replaces the English detector. Safe under threads.
    """

    def __init__(
        self, schema: RecordSchema, constitution: Constitution | None = None, *, detect: Detector | None = None
    ) -> None:
        self.schema = schema
        self.constitution = load_pack("search") if constitution is None else constitution
        treatment = compile_policy(self.constitution, detect=detect).moderation
        self._mode = self.constitution.retrieval.projection
        self._finder = LeakFinder(treatment, frozenset(self.constitution.attributes))
        self._moderate: Callable[..., str | None] | None = (
            Moderator(treatment, self._finder) if self._mode == "moderate" else None
        )
        self._around = surroundings_of(schema)
        self._plans = tuple(map(_plan, schema.open_fields))
        self._id = (schema.id, tuple(schema.id.split(".")))

    def of(self, record: object) -> Entry:
        """The entry of *record*. Raises `ProjectionError` if it was rejected, `RecordError` if it is faulty."""
        projected = self.project(record)
        if projected.entry is not None:
            return projected.entry
        if projected.faults:
            fault = projected.faults[0]
            raise RecordError(fault.document, fault.path, fault.reason)
        raise ProjectionError(projected.document, ((leak.path, leak.attribute) for leak in projected.leaks))

    def project(self, record: object) -> Projected:
        """What becomes of *record*; never raises because of it."""
        if not isinstance(record, Mapping):
            what = "a line that is no JSON in UTF-8" if isinstance(record, bytes) else f"a {type(record).__name__}"
            return _faulty("", "", f"a record is an object, not {what}")
        document = self._document(record)
        if isinstance(document, Fault):
            return Projected(document="", outcome=Outcome.FAULTY, faults=(document,))
        work = _Work(document, record, self._around(record))
        for plan in self._plans:
            self._read(plan, work)
        return self._concluded(work)

    def id_of(self, record: object) -> str:
        """The id of *record*, or an empty string where it has none that could be used."""
        found = self._document(record) if isinstance(record, Mapping) else ""
        return found if isinstance(found, str) else ""

    def _document(self, record: Mapping[str, object]) -> str | Fault:
        value = record.get(self.schema.id)
        if value.__class__ is not str and value.__class__ is not int:
            found = values_at(record, *self._id)
            value = found[0] if len(found) == 1 and not isinstance(found[0], bool) else None
        name = str(value) if isinstance(value, str | int) else ""
        if not name or name.isspace():
            return Fault(document="", path=self.schema.id, reason="no id: text or a whole number is needed")
        if len(name) > _LONGEST_ID or not name.isprintable():
            return Fault(
                document="", path=self.schema.id, reason=f"an id is at most {_LONGEST_ID} printable characters"
            )
        return name

    def _read(self, plan: _Plan, work: _Work) -> None:
        """Take the values of one field into the entry, or note why not."""
        path, value, around = plan.path, work.record.get(plan.path), work.around
        if value.__class__ is str and not around.copies:
            leaks, reason = self._reading(plan, value, around)
            if not leaks and reason is None:  # as nearly always
                _enter_one(plan, scalar(value), work)
                return
        elif value.__class__ is int and plan.counted and around.alike:
            _enter_one(plan, scalar(value), work)
            return
        values = values_at(work.record, path, plan.parts)
        places = (path,) if len(values) == 1 else (f"{path}.{at}" for at in range(len(values)))
        kept = [one for at, value in zip(places, values, strict=True) for one in self._checked(plan, value, at, work)]
        if len(kept) == 1:
            _enter_one(plan, kept[0], work)
        elif kept:
            _enter(plan, kept, work)

    def _checked(self, plan: _Plan, value: object, path: str, work: _Work) -> list[Scalar]:
        """*value* as it may enter, or nothing."""
        around = work.around
        leaks, reason = self._reading(plan, value, around)
        if leaks or around.copies:
            leaks = self._finder.counting(value, leaks, around)
        if leaks:
            work.leaks += [_leak(work.document, path, leak) for leak in leaks]
            value = self._moderate and self._moderate(value, plan.field.kind, leaks, around)
            if value is None:
                return []
            reason = fault_of(value, plan.field.kind)
        if reason is not None:
            work.faults.append(Fault(document=work.document, path=path, reason=reason))
            return []
        return [scalar(value)]

    def _reading(self, plan: _Plan, value: object, around: Surroundings) -> _Reading:
        """What *value* states in records of this kind; of short text, remembered, because it comes again."""
        if value.__class__ is not str or len(value) > _SHORT or not around.alike:
            return self._read_afresh(plan, value, around)
        known = plan.known.get((value, around.domain))
        if known is None:
            if len(plan.known) >= _KNOWN_VALUES:
                plan.known.clear()
            known = plan.known[value, around.domain] = self._read_afresh(plan, value, around)
        return known

    def _read_afresh(self, plan: _Plan, value: object, around: Surroundings) -> _Reading:
        kind = plan.field.kind
        try:
            return self._finder.stated(plan.pointer, value, kind, around), fault_of(value, kind)
        except DetectorError as error:
            return (), error.reason

    def _concluded(self, work: _Work) -> Projected:
        leaks, faults = tuple(work.leaks), tuple(work.faults)
        if leaks and (self._mode == "reject" or not (work.texts or faults)):
            return Projected(document=work.document, outcome=Outcome.REJECTED, leaks=leaks, faults=faults)
        if faults:
            return Projected(document=work.document, outcome=Outcome.FAULTY, leaks=leaks, faults=faults)
        if not work.texts:
            return _faulty(work.document, "", "nothing to embed: no searchable field has a value")
        entry = Entry(id=work.document, text="\n".join(work.texts), fields=work.fields)
        outcome = Outcome.CHANGED if leaks else Outcome.ACCEPTED
        return Projected(document=work.document, outcome=outcome, entry=entry, leaks=leaks)


def _plan(field: Field) -> _Plan:
    label = " ".join(_WORDS.sub(" ", field.name).split()).lower()
    prefix = "" if field.kind in _UNLABELLED else f"{label}: "
    pointer = "/" + field.path.replace(".", "/")
    counted = field.kind is FieldKind.NUMBER and not may_state_attribute(pointer)
    return _Plan(field, field.path, tuple(field.path.split(".")), pointer, prefix, counted, {})


def _faulty(document: str, path: str, reason: str) -> Projected:
    fault = Fault(document=document, path=path, reason=reason)
    return Projected(document=document, outcome=Outcome.FAULTY, faults=(fault,))


def _leak(document: str, path: str, found: Found) -> Leak:
    return Leak(document=document, path=f"{path}{found.inside}", attribute=found.attribute, reason=found.reason)


def _enter_one(plan: _Plan, value: Scalar, work: _Work) -> None:
    if plan.field.filterable:
        work.fields[plan.path] = value
    if plan.field.searchable:
        work.texts.append(f"{plan.prefix}{value}")


def _enter(plan: _Plan, values: list[Scalar], work: _Work) -> None:
    if plan.field.filterable:
        work.fields[plan.path] = tuple(values)
    if plan.field.searchable:
        work.texts.append(plan.prefix + ", ".join(map(str, values)))
