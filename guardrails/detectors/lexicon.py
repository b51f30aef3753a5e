"""The lexicon as values: terms, how they behave in a sentence, and the everyday words that tell their sense."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple

__all__ = ["Entry", "Kind", "Lexicon", "WordClass"]


class Kind(StrEnum):
    """How a term behaves, which decides how a look-alike is told from a person."""

    CERTAIN = "certain"  # hardly anything but a person is meant: "transgender"
    NOUN = "noun"  # names a person by the attribute: "woman", "immigrant"
    DEMONYM = "demonym"  # a nation or people; also its food, places, language: "Indian"
    FAITH = "faith"  # also its buildings, law and art: "Catholic"
    COLOUR = "colour"  # race by a colour word: "black"
    COMMON = "common"  # an everyday adjective that needs a person beside it: "old", "straight"
    CONDITION = "condition"  # a noun for a condition, a person's after "with" or "has": "autism"
    PHRASE = "phrase"  # hangs on a noun or a verb: "of colour", "on benefits"
    KIN = "kin"  # "mother", "guy", "child"
    TITLE = "title"  # "Mrs"
    ROLE = "role"  # "chairman"
    PRONOUN = "pronoun"  # "she"
    FIXED = "fixed"  # an expression that is nobody's attribute: "foreign minister", "black market"


class WordClass(StrEnum):
    """Everyday words by what a term beside them means."""

    PERSON = "person"
    GROUP = "group"
    NOT_PERSON = "not_person"
    FOOD = "food"
    LANGUAGE = "language"
    COLOUR = "colour"
    TECHNICAL = "technical"
    OBJECT = "object"
    ANIMAL = "animal"
    RANK = "rank"
    SPEAK = "speak"
    LANGUAGES = "languages"
    MODIFIER = "modifier"
    ATTITUDE = "attitude"
    SUFFER = "suffer"
    QUARTER = "quarter"
    MILITARY = "military"


class Entry(NamedTuple):
    """One reviewed term. *plural* is ``None`` where the rule gives it; *cased* asks for a capital letter.

    A named tuple, because a lexicon has thousands and every process that reads one waits for them.
    """

    term: str
    attribute: str
    kind: Kind
    plural: str | None = None
    neutral: str | None = None
    neutral_plural: str | None = None
    tags: tuple[str, ...] = ()
    cased: bool = False
    line: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Lexicon:
    """Every term of a language, and the words around them, folded.

    *expressions* are wordings that look like an attribute, the key, and are nobody's: "black market".
    """

    language: str
    entries: tuple[Entry, ...]
    expressions: Mapping[str, tuple[str, ...]] = field(default_factory=dict, repr=False)
    words: Mapping[WordClass, frozenset[str]] = field(default_factory=dict, repr=False)
