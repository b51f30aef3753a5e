"""Names that something other than our own rules finds: a model of the caller's, asked before senses are chosen."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence
from typing import Final

from guardrails.detectors.entities import Entity
from guardrails.errors import DetectorError
from guardrails.text.spans import resolve
from guardrails.types import Sense

__all__ = ["EntityResolver", "Resolved", "resolved"]

_WORD: Final = re.compile(r"\w+")
_ARTICLES: Final = frozenset({"The", "A", "An"})
_REACH: Final = 100
"""Characters on either side of a term in which the rest of its name is looked for."""

EntityResolver = Callable[[str], Sequence[Entity]]
"""From a text to the names in it, in any order. *reason* of each names the resolver ("spacy: person")."""


class Resolved:
    """The names that resolvers found in one text."""

    __slots__ = ("_ends", "_entities", "_text")

    def __init__(self, text: str, entities: Iterable[Entity]) -> None:
        self._text: Final = text
        self._entities: Final = resolve(entities)
        self._ends: Final = [entity.end for entity in self._entities]

    def covering(self, start: int, end: int) -> Entity | None:
        """The name that contains ``[start, end)`` whole and says more than it.

        The place in "from Lagos" does not make the whole phrase a place. And a term on its own is no name because a
        model says so: models take "Sikh" for a company far more often than somebody is called that. The rest of the
        name must have a word with a capital or a digit, other than an article.
        """
        at = bisect_right(self._ends, start)  # the first name that ends after the range begins
        if at == len(self._entities):
            return None
        entity = self._entities[at]
        if not (entity.start <= start and end <= entity.end):
            return None
        around = self._text[max(entity.start, start - _REACH) : start], self._text[end : min(entity.end, end + _REACH)]
        return entity if any(_is_named(word) for part in around for word in _WORD.findall(part)) else None


def _is_named(word: str) -> bool:
    return word not in _ARTICLES and any(char.isupper() or char.isdigit() for char in word)


def resolved(text: str, resolvers: Iterable[EntityResolver]) -> Resolved:
    """Ask *resolvers* in order; of names that overlap the longer counts, of equal ones the first.

    Raises `DetectorError` when one raises, or answers with what cannot be a name in *text*.
    """
    return Resolved(text, [entity for resolver in resolvers for entity in _asked(resolver, text)])


def _asked(resolver: EntityResolver, text: str) -> Iterable[Entity]:
    try:
        entities = resolver(text)
    except Exception as error:
        raise DetectorError("entities", f"a resolver raised {type(error).__name__}") from error
    for entity in entities:
        if entity.kind is Sense.PERSON or not 0 <= entity.start < entity.end <= len(text):
            raise DetectorError("entities", "a resolver answered with what cannot be a name in the text")
    return entities
