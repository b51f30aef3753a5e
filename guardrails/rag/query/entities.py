"""A tenant's own names in a query: exact, by alias, or nearly; found before anything is moderated."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator, Sequence
from itertools import chain
from typing import Final, NamedTuple

from guardrails.extras import require
from guardrails.rag.query.names import may_begin, named_here, protects
from guardrails.rag.terms import EntityMatch, Match
from guardrails.rag.types import Entity
from guardrails.text.fold import fold
from guardrails.text.spans import resolve
from guardrails.text.vocabulary import words
from guardrails.types import Span

__all__ = ["EntityIndex"]

_WORD: Final = re.compile(r"\w+(?:['’]\w+)?")
_GAP: Final = re.compile(r"[\s.&+/'’-]{1,4}|\s?[&+]\s?|\s(?:and|und|et|y)\s", re.IGNORECASE)
_JOINS: Final = frozenset({"and", "und", "et", "y"})
_LONGEST: Final = 8  # words of a name
_TITLES: Final = words("dr doctor mr mrs ms mx miss prof professor")
_MOST_VALUES: Final = 8
"""Values that one name may stand for; "Dr. Black" of a town may be too many people to ask for."""
_SHORTEST_FUZZY: Final = 5  # letters: shorter names differ from too many words by one letter


class _Token(NamedTuple):
    start: int
    end: int
    word: str


class _Known(NamedTuple):
    """*values* are those of the field ``entity.kind`` that go by this name, in their spellings."""

    entity: Entity
    match: Match
    values: tuple[str, ...] = ()


class EntityIndex:
    """Names of one tenant, by their words. Building is linear in the names; resolving costs the words of the query.

    *fuzzy* is RapidFuzz's ratio in [0, 1] from which a piece of the query counts as a name it does not quite spell. It
    is tried for what reads as a name only, and never turns wording about people into a name (see `names.protects`).
    """

    __slots__ = ("_blocks", "_first", "_fuzzy", "_known", "_most")

    def __init__(self, known: dict[str, _Known], fuzzy: float) -> None:
        self._known, self._fuzzy = known, fuzzy
        self._most = min(max((name.count(" ") + 1 for name in known), default=0), _LONGEST)
        self._first = frozenset(name.partition(" ")[0] for name in known)
        self._blocks: dict[str, dict[int, list[str]]] = {}
        for name in known:
            if len(name) >= _SHORTEST_FUZZY:
                self._blocks.setdefault(_block(name), {}).setdefault(len(name), []).append(name)

    @classmethod
    def of(cls, entities: Iterable[Entity], *, held: Iterable[tuple[str, str]] = (), fuzzy: float = 0.9) -> EntityIndex:
        """The index of *entities* and of *held*, pairs of a field's path and a name that it holds.

        Of two entities with one name the first counts, and a name before an alias.
        """
        known: dict[str, _Known] = {}
        aliases: dict[str, _Known] = {}
        own = (_Known(entity, Match.EXACT) for entity in entities)
        stored = (_Known(Entity(id=name, name=name, kind=path), Match.EXACT, (name,)) for path, name in held)
        for one in chain(own, stored):
            words = _key(one.entity.name).split()
            if not words:
                continue
            _take(known, " ".join(words), one)
            for key in filter(None, (*_short_forms(words), *map(_key, one.entity.aliases))):
                _take(aliases, key, one._replace(match=Match.ALIAS))
        return cls({**aliases, **known}, fuzzy)

    def __len__(self) -> int:
        return len(self._known)

    def resolve(self, text: str, spans: Sequence[Span] = ()) -> tuple[EntityMatch, ...]:
        """The names in *text*, sorted and disjoint; *spans* is what a detector says of its wording."""
        if not self._known:
            return ()
        folded = fold(text)
        tokens = [
            _Token(*folded.source_span(*found.span()), found[0].replace("’", "'"))
            for found in _WORD.finditer(folded.text)
        ]
        exact = [one for one in self._exact(text, tokens) if protects(text, one, spans)]
        taken = resolve(exact)
        nearly = (
            one
            for one in self._nearly(text, tokens)
            if not any(one.start < had.end and had.start < one.end for had in taken)
        )
        return tuple(resolve([*taken, *(one for one in nearly if protects(text, one, spans))]))

    def _exact(self, text: str, tokens: Sequence[_Token]) -> Iterator[EntityMatch]:
        first_of_names = {one.start for one in tokens if one.word.removesuffix("'s") in self._first}
        for first, last, key in _phrases(text, tokens, self._most, first_of_names):
            known = self._known.get(key)
            if known is None and key.endswith("'s"):
                known, last = self._known.get(key[:-2]), last._replace(end=last.end - 2)
            if known is not None:
                values = known.values if len(known.values) <= _MOST_VALUES else ()
                yield EntityMatch(
                    start=first.start, end=last.end, entity=known.entity, match=known.match, values=values
                )

    def _nearly(self, text: str, tokens: Sequence[_Token]) -> Iterator[EntityMatch]:
        content = [token for token in tokens if token.word not in _JOINS]
        if not content:
            return
        starts = {token.start for token in content if may_begin(text, token.start)} | {content[0].start}
        for first, last, key in _phrases(text, tokens, min(self._most + 1, _LONGEST), starts):
            if len(key) < _SHORTEST_FUZZY or (known := self._blocks.get(_block(key))) is None:
                continue
            whole = first is content[0] and last is content[-1]
            if whole or named_here(text, first.start, last.end):
                yield from self._closest(first.start, last.end, key, known)

    def _closest(self, start: int, end: int, key: str, known: dict[int, list[str]]) -> Iterator[EntityMatch]:
        rapidfuzz, far = require("rapidfuzz", extra="rag"), self._farthest(len(key))
        near = [name for size, names in known.items() if abs(size - len(key)) <= far for name in names]
        found = rapidfuzz.process.extractOne(key, near, scorer=rapidfuzz.fuzz.ratio, score_cutoff=100 * self._fuzzy)
        if found is not None:
            name, score, _ = found
            entity = self._known[name].entity
            yield EntityMatch(start=start, end=end, entity=entity, match=Match.FUZZY, score=score / 100)

    def _farthest(self, length: int) -> int:
        """How many letters more or fewer a name can have: each costs its share of ``fuzzy`` in RapidFuzz's ratio."""
        return int(2 * length * (1 - self._fuzzy) / self._fuzzy) + 1


def _take(names: dict[str, _Known], key: str, found: _Known) -> None:
    """Give *key* to *found*, unless an earlier one has it; then *found* adds its spelling, if it is of that field."""
    had = names.get(key)
    if had is None:
        names[key] = found
    elif had.values and had.entity.kind == found.entity.kind and len(had.values) <= _MOST_VALUES:
        names[key] = had._replace(values=(*had.values, *found.values))


def _key(name: str) -> str:
    words = (found[0].replace("’", "'") for found in _WORD.finditer(fold(name).text))
    return " ".join(word for word in words if word not in _JOINS)


def _short_forms(words: Sequence[str]) -> tuple[str, ...]:
    """ "Dr. Ruth Black" is also "Dr. Black" and "Ruth Black"."""
    if words[0] not in _TITLES or len(words) < 3:
        return ()
    return f"{words[0]} {words[-1]}", " ".join(words[1:])


def _block(key: str) -> str:
    """Names that are compared with each other begin alike and have the last word's first letter in common."""
    return key[:2] + key[key.rfind(" ") + 1]


def _phrases(
    text: str, tokens: Sequence[_Token], most: int, starts: Container[int] | None = None
) -> Iterator[tuple[_Token, _Token, str]]:
    """Every run of up to *most* words that only blanks or the signs inside names divide; from *starts* if given."""
    for at, first in enumerate(tokens):
        if first.word in _JOINS or (starts is not None and first.start not in starts):
            continue
        key, last, words = first.word, first, 1
        yield first, last, key
        for token in tokens[at + 1 :]:
            if token.word in _JOINS:
                continue
            gap = text[last.end : token.start]
            if words == most or not (gap == " " or _GAP.fullmatch(gap)):
                break
            key, last, words = f"{key} {token.word}", token, words + 1
            yield first, last, key
