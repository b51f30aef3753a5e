"""The query side of one deployment: each tenant's names and catalogue ready, so that a query costs a millisecond."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from guardrails.errors import UnknownComponentError
from guardrails.rag.moderation.fates import ModeratedQuery
from guardrails.rag.moderation.grounding import Grounding
from guardrails.rag.moderation.moderate import moderate_query
from guardrails.rag.policy import SearchPolicy
from guardrails.rag.query.entities import EntityIndex
from guardrails.rag.query.extractor import Extractor
from guardrails.rag.query.fieldnames import field_names_of
from guardrails.rag.query.understanding import understand
from guardrails.rag.store import RecordStore
from guardrails.rag.tenant import Tenant
from guardrails.rag.types import FieldKind

__all__ = ["QueryGate"]

_MOST_NAMES: Final = 200_000
"""Names of one field that a tenant's index holds; the most frequent ones."""


@dataclass(frozen=True, slots=True)
class _Known:
    """What is kept of one tenant. It is replaced as a whole, never changed."""

    tenant: Tenant
    grounding: Grounding
    names: EntityIndex | None = None


class QueryGate:
    """Understands and moderates queries of several tenants under one policy. Safe under threads and tasks.

    What one tenant's records hold is asked from *store* for that tenant alone and kept apart; `forget` drops it when
    the records change. *extractor* may find conditions that the rules miss.
    """

    def __init__(
        self,
        store: RecordStore,
        policy: SearchPolicy,
        *,
        tenants: Iterable[Tenant] = (),
        extractor: Extractor | None = None,
    ) -> None:
        self.store, self.policy, self._extractor = store, policy, extractor
        self._known: dict[str, _Known] = {}
        self._lock = threading.Lock()
        for tenant in tenants:
            self.add(tenant)

    def add(self, tenant: Tenant) -> None:
        """Take *tenant*, in place of the one with its id."""
        fresh = self._fresh(tenant)
        with self._lock:
            self._known[tenant.id] = fresh

    def renew(self, name: str, change: Callable[[Tenant], Tenant]) -> None:
        """Put what *change* makes of the tenant in its place; of two at once the second sees what the first made."""
        with self._lock:
            known = self._of(name)
            self._known[name] = self._fresh(change(known.tenant))
        known.grounding.forget()  # for queries that are on their way with it

    def _fresh(self, tenant: Tenant) -> _Known:
        policy = self.policy
        return _Known(tenant, Grounding(self.store, tenant, min_count=policy.min_count, sample=policy.sample))

    def tenant(self, name: str) -> Tenant:
        """The tenant called *name*. Raises `UnknownComponentError`, which names no other tenant."""
        return self._of(name).tenant

    def forget(self, name: str) -> None:
        """Drop what was found out about the tenant's records: they changed."""
        self.renew(name, lambda tenant: tenant)

    def moderate(self, query: str, tenant: str) -> ModeratedQuery:
        """What retrieval may use of *query*. Raises what the store raises, and `GuardrailsError` for a bad query."""
        known = self._ready(tenant)
        read = understand(
            query, known.tenant, detect=self.policy.detect, entities=known.names, extractor=self._extractor
        )
        return moderate_query(read, known.tenant, known.grounding, self.policy)

    def _of(self, name: str) -> _Known:
        known = self._known.get(name)
        if known is None:
            raise UnknownComponentError("tenant", name[:80], ())
        return known

    def _ready(self, name: str) -> _Known:
        """The tenant with its index of names. Two queries that come first may both build it; one of the two is kept."""
        known = self._of(name)
        if known.names is not None:
            return known
        held = _names_held(known.tenant, self.store)
        names = EntityIndex.of(known.tenant.entities, held=held, fuzzy=self.policy.fuzzy)
        ready = _Known(known.tenant, known.grounding, names)
        with self._lock:
            if self._known.get(name) is known:
                self._known[name] = ready
        return ready


def _names_held(tenant: Tenant, store: RecordStore) -> Iterator[tuple[str, str]]:
    """The values of the fields that hold names, each with the path of its field."""
    for one in _name_fields(tenant):
        for value in store.values(tenant.id, one, _MOST_NAMES):
            if isinstance(value, str):
                yield one, value


def _name_fields(tenant: Tenant) -> Sequence[str]:
    return [one.path for one in field_names_of(tenant.schema).of_kind(FieldKind.NAME)]
