"""Noun phrases that speak of people: their determiner, their number and the noun they end up with."""

from __future__ import annotations

from typing import NamedTuple

from guardrails.text.grammar import (
    DETERMINERS,
    FUNCTION_WORDS,
    PLURAL_DETERMINERS,
    POSSESSIVES,
    SINGULAR_DETERMINERS,
)
from guardrails.text.number import is_plural, pluralise
from guardrails.text.places import Place
from guardrails.text.units import Piece
from guardrails.text.verbs import is_adjective
from guardrails.text.vocabulary import words
from guardrails.text.words import Word, after, before
from guardrails.types import Form, Span

__all__ = ["RELATIONS", "NounPhrase", "collective", "noun_phrase"]

RELATIONS = words(
    "spouse spouses partner partners parent parents grandparent grandparents grandchild grandchildren sibling "
    "siblings stepparent stepchild stepsibling"
)
"""Neutral already, and telling more than "person": whose spouse, whose parent."""

_GENERIC = frozenset(("person", "people", "persons", "individual", "individuals", "human", "humans"))
_SINGULAR_BE = frozenset(("is", "was", "has", "does", "isn't", "wasn't", "doesn't", "hasn't"))
_PLURAL_BE = frozenset(("are", "were", "have", "do", "aren't", "weren't", "don't", "haven't", "who"))
_COLLECTIVE_ENDINGS = ("ese", "ish", "ch", "ed", "less", "ly", "ing")
_COLLECTIVE = words(
    "blind deaf mute old young aged poor rich sick ill dead gay homeless needy infirm middle-aged straight white "
    "black queer wealthy autistic mad insane affluent well-off illiterate obese fat swiss handicapped lame "
    "able-bodied"
)
_CORRELATIVE = frozenset(("both", "either", "neither"))
_ONES_OWN = DETERMINERS - _CORRELATIVE
_SINGULAR_FOLK = frozenset(("swiss", "youth"))
_ADJECTIVE, _NOUN = Form.ADJECTIVE, Form.NOUN  # looked up for every unit
_make = tuple.__new__
_ALIKE = {"an": "a", "one": "a"}


class NounPhrase(NamedTuple):
    """``[start, end)`` is edited; ``[left, stop)`` is the whole phrase, determiner and plain head included.

    *noun* is the head it ends up with, *kept* whether that already stands in the text. *key* tells individuals apart.
    """

    left: int
    start: int
    end: int
    stop: int
    floor: int
    ceiling: int
    determiner: str
    noun: str
    many: bool
    kept: bool
    key: tuple[str, ...]
    span: Span
    said: bool = False  # what a subject is said to be, not somebody new

    @property
    def definite(self) -> bool:
        """Whether it points to somebody known: "the", "this", "that"."""
        return self.determiner in ("the", "this", "that", "the other")


def noun_phrase(place: Place, piece: Piece, head: Word | None, word: Word | None, start: int) -> NounPhrase:
    """The phrase around *piece*, edited from *start*; *word* stands before it.

    *head* is the plain noun that stays, ``None`` when a neutral noun takes its place.
    """
    text, _, _, floor, ceiling, span, person, _, _ = place
    determiner, left = "", piece.start
    if word is not None and word.low in _ONES_OWN:
        determiner, left = word.low, word.start
    key = tuple([text[s.start : s.end].lower() for s in piece.spans])
    if head is not None:
        many = is_plural(head.low) and determiner not in ("a", "an")
        noun, key = (person if head.low == "one" else head.text), (*key, head.low)
        if noun.lower() in _GENERIC:
            noun = pluralise(person) if many and person == "person" else noun
        return _make(NounPhrase, (
            left, start, piece.end, head.end, floor, ceiling, _ALIKE.get(determiner, determiner), noun, many,
            True, key, span, False,
        ))  # fmt: skip
    surface = text[span.start : span.end].removesuffix("'s").removesuffix("’s")
    if not determiner and (span.form is _ADJECTIVE or (word is not None and is_adjective(word.low))):
        distant = _distant_determiner(text, piece.start, floor)
        many = _is_many(place, surface, distant if span.form is _ADJECTIVE or distant in ("a", "an") else "")
    else:
        many = _is_many(place, surface, determiner)
    noun = _inflected(span.neutral or person, many)
    return _make(NounPhrase, (
        left, piece.start, piece.end, piece.end, floor, ceiling, _ALIKE.get(determiner, determiner), noun, many, False,
        key, span, False,
    ))  # fmt: skip


def _distant_determiner(text: str, pos: int, floor: int) -> str:
    """The determiner before describing words: "a shifty rich"."""
    for _ in range(3):
        word = before(text, pos, floor)
        if word is None or word.low in FUNCTION_WORDS:
            return word.low if word is not None and word.low in DETERMINERS else ""
        pos = word.start
    return ""


def _inflected(noun: str, many: bool) -> str:
    if many and not is_plural(noun):
        return pluralise(noun)
    return "person" if noun == "people" and not many else noun


def _is_many(place: Place, surface: str, determiner: str) -> bool:
    if is_plural(surface) and surface.lower() not in _SINGULAR_FOLK:
        return True
    if determiner in SINGULAR_DETERMINERS:
        return False
    if determiner in PLURAL_DETERMINERS:
        return True
    neutral = place.span.neutral
    if neutral and place.span.form is _NOUN:
        return is_plural(neutral)
    verb = after(place.text, place.end, place.ceiling)
    if verb is not None and verb.low in _SINGULAR_BE:
        return False
    if verb is not None and verb.low in _PLURAL_BE and verb.low != "who":
        return True
    if determiner in POSSESSIVES:
        return False
    if neutral:
        return is_plural(neutral)
    return (place.span.form is _ADJECTIVE and not determiner) or collective(surface)


def collective(surface: str) -> bool:
    """Whether *surface* after "the" means everybody of that kind: "blind", "Chinese", "disabled"; not "Muslim"."""
    last = surface.lower().rpartition(" ")[2]
    return last in _COLLECTIVE or last.endswith(_COLLECTIVE_ENDINGS)
