"""Whether a term is said of somebody: "she is blind", "one is Chilean", "are you married"."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum, auto
from typing import Final

from guardrails.detectors.senses_context import Token, Window
from guardrails.detectors.senses_words import (
    BE,
    BECOME,
    DETERMINERS,
    FUNCTION,
    PERSON_PRONOUNS,
    THING_PRONOUNS,
    Vocabulary,
)

__all__ = ["Subject", "subject_of"]


class Subject(Enum):
    PERSON = auto()
    THING = auto()
    UNKNOWN = auto()  # there is a verb of being, with a subject nobody knows
    NONE = auto()  # no verb of being before the term


_WITH_PERSON: Final = frozenset(
    {"i'm", "im", "you're", "youre", "he's", "she's", "they're", "we're", "who's", "being", "am"}
)
_WITH_THING: Final = frozenset({"it's", "that's", "there's", "what's", "here's"})
_SKIPPED: Final = frozenset(
    {"a", "an", "the", "not", "and", "or", "as", "to", "also", "be", "been", "more", "less", "most", "both", ","}
)
_OBJECTS: Final = frozenset({"them", "him", "me", "us"})  # "versions supporting them are ..."
_TRANSPARENT: Final = _SKIPPED | frozenset(
    "have has had having will would can cannot can't could may might must should shall won't wouldn't who that".split()
)
_REACH: Final = 6


def subject_of(window: Window, words: Vocabulary) -> Subject:
    """Who the term is predicated of."""
    tokens = window.before
    for distance, token in enumerate(tokens[:_REACH]):
        word = token.word
        if word in _WITH_PERSON:
            return Subject.PERSON
        if word in _WITH_THING:
            return Subject.THING
        if word in BE or word in BECOME or word == "as":
            return _before_verb(tokens[distance + 1 :], words)
        if word.endswith(("'s", "'re")) and len(word) > 3 and distance == 0:
            return _named(token, words)
        if word in PERSON_PRONOUNS and _verb_follows(tokens[distance + 1 :]):
            return Subject.PERSON  # "are you deaf"
        if word not in _SKIPPED and not words.modifier(word) and (word in FUNCTION or not word[0].isalnum()):
            break
        if word not in _SKIPPED and not words.modifier(word) and distance > 2:
            break
    return Subject.NONE


def _verb_follows(tokens: Sequence[Token]) -> bool:
    return bool(tokens) and tokens[0].word in BE


def _before_verb(tokens: Sequence[Token], words: Vocabulary) -> Subject:
    for place, token in enumerate(tokens[:5]):
        word = token.word
        if word in _OBJECTS:
            return Subject.UNKNOWN
        if word in PERSON_PRONOUNS:
            return Subject.PERSON
        if word in THING_PRONOUNS:
            return Subject.THING
        if word in _TRANSPARENT or words.modifier(word) or word in BE or word in BECOME:
            continue
        if word in DETERMINERS or not word[0].isalnum():
            continue
        if word in FUNCTION:
            return Subject.UNKNOWN
        following = tokens[place + 1].word if place + 1 < len(tokens) else ""
        return _named(token, words, alone=following not in FUNCTION or following in ("and", "or"))
    return Subject.UNKNOWN


def _named(token: Token, words: Vocabulary, *, alone: bool = True) -> Subject:
    """Who a subject's noun is; *alone*: no preposition or article before a capital ("in the Netherlands is ...")."""
    word = token.word.removesuffix("'s")
    if words.person(word):
        return Subject.PERSON
    if words.thing(word) is not None:
        return Subject.THING
    return Subject.PERSON if token.capital and alone else Subject.UNKNOWN
