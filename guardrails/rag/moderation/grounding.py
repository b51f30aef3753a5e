"""Grounding: is this wording a value of a non-protected field of the tenant's own records, by the store's own index?"""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from guardrails.detectors.keys import attribute_of_key
from guardrails.rag.catalogue.capabilities import Admits
from guardrails.rag.folding import folded
from guardrails.rag.query.fieldnames import field_names_of
from guardrails.rag.store import RecordStore
from guardrails.rag.tenant import Tenant
from guardrails.rag.types import Field, FieldKind, Hit, Scalar

__all__ = ["Grounded", "Grounding"]

_KINDS: Final = frozenset({FieldKind.CATEGORY, FieldKind.PLACE})
_SPELLINGS: Final = 4  # ways of writing one value that a filter names


@dataclass(frozen=True, slots=True, kw_only=True)
class Grounded:
    """*field* holds a value that folds like the wording, in *count* records, written in the ways of *values*.

    *listed* says that a record may hold several values in that field.
    """

    values: tuple[Scalar, ...] = field(repr=False)
    count: int
    field: str
    listed: bool = False


class Grounding:
    """Answers for one tenant, from *store*, and remembers them until `forget`. Safe under threads.

    A value counts where at least *min_count* records hold it, and one of *sample* of them is seen to hold it as a whole
    value. Fields that state a protected attribute, by the schema, by their name or by what ingest saw in them, are not
    asked, so that what stands in those alone is not grounded. *size* answers are kept, as folded wording and counts.
    """

    __slots__ = ("_generation", "_known", "_lock", "_min_count", "_sample", "_size", "_store", "_tenant", "fields")

    def __init__(
        self, store: RecordStore, tenant: Tenant, *, min_count: int = 1, sample: int = 20, size: int = 4096
    ) -> None:
        self._store, self._tenant = store, tenant
        self._min_count, self._sample, self._size = min_count, sample, size
        self._lock = threading.Lock()
        self._known: OrderedDict[tuple[str, str | None], tuple[Grounded, ...]] = OrderedDict()
        self._generation = 0
        self.fields = tuple(one for one in field_names_of(tenant.schema).fields if _open(one, tenant))

    def of(self, term: str) -> tuple[Grounded, ...]:
        """The catalogue's fields that hold *term*, or its singular or plural. Raises what the store raises."""
        return self._remembered(term, None)

    def holds(self, path: str, value: str) -> Grounded | None:
        """Whether the one field at *path* holds *value*, whatever its kind."""
        return next(iter(self._remembered(value, path)), None)

    def forget(self) -> None:
        """Drop every answer: the records changed. One that is being found out meanwhile is not kept."""
        with self._lock:
            self._generation += 1
            self._known.clear()

    def _remembered(self, term: str, path: str | None) -> tuple[Grounded, ...]:
        key = (str(folded(term)), path)
        with self._lock:
            known, generation = self._known.get(key), self._generation
            if known is not None:
                self._known.move_to_end(key)
                return known
        found = tuple(self._found(key[0], path))
        with self._lock:
            if generation == self._generation:
                self._known[key] = found
                if len(self._known) > self._size:
                    self._known.popitem(last=False)
        return found

    def _found(self, term: str, path: str | None) -> Iterator[Grounded]:
        asked = [one for one in self.fields if (one.kind in _KINDS if path is None else one.path == path)]
        for one in asked:
            for spelling in _spellings(term):
                count = self._store.count(self._tenant.id, one.path, spelling)
                if count >= self._min_count and (found := self._seen(one, spelling, count)) is not None:
                    yield found
                    break

    def _seen(self, one: Field, spelling: str, count: int) -> Grounded | None:
        """How the sampled records write it. A store whose index matches single words finds some that do not hold it."""
        hits = self._store.sample(self._tenant.id, one.path, spelling, self._sample)
        found = (value for hit in hits for value in _values(hit, one.path) if folded(value) == spelling)
        values = tuple(dict.fromkeys(found))[:_SPELLINGS]
        listed = any(isinstance(hit.fields.get(one.path), tuple) for hit in hits)
        return Grounded(field=one.path, count=count, values=values, listed=listed) if values else None


def _open(one: Field, tenant: Tenant) -> bool:
    if one.attribute is not None or attribute_of_key(one.name) is not None:
        return False
    profile = tenant.capabilities.fields.get(one.path)
    if profile is None:
        return True
    return profile.attribute is None and profile.admits is not Admits.PERSON_DEMOGRAPHIC


def _values(hit: Hit, path: str) -> tuple[Scalar, ...]:
    value = hit.fields.get(path)
    if value is None:
        return ()
    return value if isinstance(value, tuple) else (value,)


def _spellings(term: str) -> tuple[str, ...]:
    if len(term) < 3 or " " in term:
        return (term,)
    return (term, term[:-1]) if term.endswith("s") and len(term) > 3 else (term, f"{term}s")
