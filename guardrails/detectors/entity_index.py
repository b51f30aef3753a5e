"""Which name of a text a piece of wording belongs to, found in logarithmic time."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from guardrails.detectors.entities import SUPPLIED, Entity
from guardrails.types import Sense

__all__ = ["EntityIndex"]


class EntityIndex:
    """Entities, sorted and disjoint, by position."""

    __slots__ = ("_ends", "_entities")

    def __init__(self, entities: Sequence[Entity]) -> None:
        self._entities = entities
        self._ends = [entity.end for entity in entities]

    def touching(self, start: int, end: int, *, phrase: bool, people: bool) -> Entity | None:
        """The first entity that shares a character with ``[start, end)``.

        A *phrase* of several words outweighs a name that is only part of it: the "Z" of "Gen Z". One for a *people*
        or faith also outweighs what rules take for a name: "Sierra Leonean".
        """
        at = bisect_right(self._ends, start)
        if at == len(self._entities) or self._entities[at].start >= end:
            return None
        found = self._entities[at]
        place = found.kind is Sense.PLACE  # "Cape Verdean", "Virgin Islander": what looks like a place's name
        rival = place or found.end - found.start < end - start or (people and found.reason != SUPPLIED)
        within = start <= found.start and found.end <= end and rival
        return None if phrase and within else found
