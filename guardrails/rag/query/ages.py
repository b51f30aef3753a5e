"""Ages of people said without the word: "25 to 35 year old", "older than sixty", "over 50 electricians"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain
from typing import Final

from guardrails.detectors.entities_words import is_person_noun
from guardrails.rag.query.reading import Reading
from guardrails.rag.terms import Constraint, ConstraintKind, Relation
from guardrails.rag.types import Scalar
from guardrails.text.words import before

__all__ = ["ages", "names_people"]

_TENS: Final = {"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80}
_UNITS: Final = {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9}
_WORDED: Final = rf"(?:{'|'.join(_TENS)})(?:[- ](?:{'|'.join(_UNITS)}))?"
_RELATIONS: Final = {
    "older than": Relation.GT,
    "younger than": Relation.LT,
    "no older than": Relation.LTE,
    "no younger than": Relation.GTE,
    "over": Relation.GT,
    "above": Relation.GT,
    "past": Relation.GT,
    "under": Relation.LT,
    "below": Relation.LT,
}
_RANGE: Final = re.compile(
    r"(?<![\w.,])(?:(?:between|aged?|from) )?(?P<low>\d{2})\s?(?:to|-|–|and|or)\s?(?P<high>\d{2})[ -]"
    r"(?:years? old|years? olds|year[- ]olds?|yrs? old|y/o|years of age)(?!\w)",
    re.IGNORECASE,
)
_IN_WORDS: Final = re.compile(
    rf"(?<!\w)(?P<bound>(?:no )?(?:older|younger) than|over|above|past|under|below) (?:the age of )?(?P<age>{_WORDED})"
    r"(?!\w)(?: years?(?: old| of age)?)?",
    re.IGNORECASE,
)
_LEADING: Final = re.compile(
    r"\s*(?:(?:find|show|list|get|me|all|any|only|the|some) )*(?P<bound>over|under)[ -](?P<age>\d\d)(?= (?P<who>\w+))",
    re.IGNORECASE,
)
_PLUS: Final = re.compile(r"(?<![\w.,])(?P<age>[2-9]\d)\+ (?P<who>\w+)", re.IGNORECASE)
_MARKED: Final = re.compile(
    r"(?P<who>[\w-]+) \((?P<age>[2-9]\d)\+\)|(?<!\w)(?P<bound>over|under)-(?P<of>\d\d)s?(?!\w)", re.IGNORECASE
)
_DECADES: Final = re.compile(
    r"(?<!\w)(?:in (?:his|her|their) [2-9]0s(?: (?:or|and|to) [2-9]0s)?"
    rf"|(?:{'|'.join(_TENS)}|[2-9]0)-?(?:ish|something)s?)(?!\w)",
    re.IGNORECASE,
)
_BORN: Final = re.compile(
    r"(?<!\w)born (?:in|during) the (?:(?:early|mid|late)[- ])?(?:(?:19|20)?\d0s|[a-z]{3,5}ties)(?!\w)", re.IGNORECASE
)
_YOUNGEST, _OLDEST = 14, 99


def ages(reading: Reading) -> Iterator[Constraint]:
    """Bounds on how old somebody is; about people, whether or not the schema has such a field."""
    text = reading.text
    for found in _RANGE.finditer(text):
        yield _age(found.start(), found.end(), Relation.GTE, int(found["low"]))
        yield _age(found.start(), found.end(), Relation.LTE, int(found["high"]))
    for found in _IN_WORDS.finditer(text):
        bound = found["bound"].lower()
        if " than" in bound or _said_of_people(reading, found):
            yield _age(found.start(), found.end(), _RELATIONS[bound], _number(found["age"]))
    first = _LEADING.match(text)
    if first is not None and names_people(first["who"].lower()) and _YOUNGEST <= int(first["age"]) <= _OLDEST:
        yield _age(first.start("bound"), first.end("age"), _RELATIONS[first["bound"].lower()], int(first["age"]))
    for found in _PLUS.finditer(text) if "+" in text else ():
        if names_people(found["who"].lower()):
            yield _age(found.start(), found.end("age") + 1, Relation.GTE, int(found["age"]))
    for found in _MARKED.finditer(text) if "+" in text or "-" in text else ():
        if found["bound"] is not None:
            yield _age(found.start(), found.end(), _RELATIONS[found["bound"].lower()], int(found["of"]))
        elif names_people(found["who"].lower()):
            yield _age(found.end("who") + 1, found.end(), Relation.GTE, int(found["age"]))
    for found in chain(_BORN.finditer(text), _DECADES.finditer(text)):
        yield _age(found.start(), found.end(), Relation.EQ, found[0])


def names_people(word: str) -> bool:
    """Whether *word*, in lower case, is a noun for who somebody is or what they do."""
    return is_person_noun(word) or word.endswith(("ers", "ists", "nurses", "eers", "ants", "icians"))


def _said_of_people(reading: Reading, found: re.Match[str]) -> bool:
    """Whether the bound hangs on a noun for people: "nurses over fifty"."""
    word = before(reading.text, found.start())
    return word is not None and names_people(word.low)


def _number(words: str) -> int:
    ten, _, unit = words.lower().replace("-", " ").partition(" ")
    return _TENS[ten] + _UNITS.get(unit, 0)


def _age(start: int, end: int, relation: Relation, value: Scalar) -> Constraint:
    return Constraint(
        start=start, end=end, kind=ConstraintKind.DEMOGRAPHIC, relation=relation, value=value, attribute="age"
    )
