"""What every store of searchable entries can do: the protocol, and the filters it takes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Protocol, TypeAlias

from guardrails.rag.types import Entry, Hit, Scalar

if TYPE_CHECKING:
    from langchain_core.structured_query import Comparison, Operation

__all__ = ["Filter", "RecordStore"]

Filter: TypeAlias = "Comparison | Operation"
"""Attributes are dotted paths of the schema; text compares in any case."""


class RecordStore(Protocol):
    """Entries by tenant. A call for one tenant can neither read nor change what another has.

    Called from any thread. What cannot be done raises `StoreError`; a tenant that was never written to is empty.
    """

    def add(self, tenant: str, entries: Sequence[Entry], /) -> None:
        """Write *entries*, each in place of the one with its id. All are kept when this returns."""
        ...

    def search(self, tenant: str, query: str, /, *, where: Filter | None = None, k: int = 10) -> Sequence[Hit]:
        """The *k* entries closest to *query* among those that *where* lets through, closest first."""
        ...

    def count(self, tenant: str, field: str, value: Scalar, /) -> int:
        """How many entries hold *value* as a whole value of *field*, exactly; text in any case."""
        ...

    def sample(self, tenant: str, field: str, value: Scalar, limit: int, /) -> Sequence[Hit]:
        """Up to *limit* of the entries that `count` counts, in the order of their ids; their score is 0."""
        ...

    def get(self, tenant: str, ids: Sequence[str], /) -> Sequence[Hit]:
        """The entries with these *ids*, in this order; one that is not there is left out. Their score is 0."""
        ...

    def values(self, tenant: str, field: str, limit: int, /) -> Mapping[Scalar, int]:
        """The *limit* most frequent values of *field* with the number of entries that hold each."""
        ...
