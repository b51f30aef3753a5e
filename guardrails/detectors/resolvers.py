"""Names that something other than our own rules finds: a model of the caller's, asked before senses are chosen."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence
from typing import Final

from guardrails.detectors.entities import Entity
from guardrails.errors import DetectorError
from guardrails.text.spans import resolve
from guardrails.types import Sense

__all__ = ["EntityResolver", "Resolved", "resolved"]

EntityResolver = Callable[[str], Sequence[Entity]]
"""From a text to the names in it, in any order. *reason* of each names the resolver ("spacy: person")."""


class Resolved:
    """The names that resolvers found in one text."""

    __slots__ = ("_ends", "_entities")

    def __init__(self, entities: Iterable[Entity]) -> None:
        self._entities: Final = resolve(entities)
        self._ends: Final = [entity.end for entity in self._entities]

    def covering(self, start: int, end: int) -> Entity | None:
        """The name that contains ``[start, end)`` whole.

        One that only touches it does not count: the place in "from Lagos" does not make the whole phrase a place.
        """
        at = bisect_right(self._ends, start)  # the first name that ends after the range begins
        if at < len(self._entities) and self._entities[at].start <= start and end <= self._entities[at].end:
            return self._entities[at]
        return None


def resolved(text: str, resolvers: Iterable[EntityResolver]) -> Resolved:
    """Ask *resolvers* in order; of names that overlap the longer counts, of equal ones the first.

    Raises `DetectorError` when one raises, or answers with what cannot be a name in *text*.
    """
    return Resolved([entity for resolver in resolvers for entity in _asked(resolver, text)])


def _asked(resolver: EntityResolver, text: str) -> Iterable[Entity]:
    try:
        entities = resolver(text)
    except Exception as error:
        raise DetectorError("entities", f"a resolver raised {type(error).__name__}") from error
    for entity in entities:
        if entity.kind is Sense.PERSON or not 0 <= entity.start < entity.end <= len(text):
            raise DetectorError("entities", "a resolver answered with what cannot be a name in the text")
    return entities
