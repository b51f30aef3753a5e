"""Grounding: is this wording a value of a non-protected field of the tenant's own catalogue?"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Protocol

__all__ = ["Catalogue", "MemoryCatalogue"]


class Catalogue(Protocol):
    """What a tenant's data admits. Implementations answer for non-protected fields only."""

    def field_of(self, term: str, /) -> str | None:
        """The name of a non-protected field that holds *term* as a whole value, any case; ``None`` when none does."""
        ...


@dataclass(frozen=True, slots=True)
class MemoryCatalogue:
    """A catalogue in memory: folded value -> field."""

    values: Mapping[str, str]

    @classmethod
    def of(cls, fields: Mapping[str, Iterable[str]]) -> MemoryCatalogue:
        """Build from field name -> values. Fields whose name says that they are protected are left out."""
        from guardrails.detectors.keys import attribute_of_key  # most guards have no catalogue

        open_fields = {name: values for name, values in fields.items() if attribute_of_key(name) is None}
        return cls({_folded(value): name for name, values in sorted(open_fields.items()) for value in values})

    def field_of(self, term: str, /) -> str | None:
        """As in `Catalogue`."""
        return self.values.get(_folded(term))


def _folded(term: str) -> str:
    return " ".join(unicodedata.normalize("NFKC", term).casefold().split())
