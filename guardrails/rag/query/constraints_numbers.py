"""Conditions on numbers: "under 50 euros", "at least 3 years of experience", "older than 60", "between 20 and 30"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain
from typing import Final

from guardrails.rag.query.ages import names_people
from guardrails.rag.query.fieldnames import MONEY
from guardrails.rag.query.quantities import BOUND, NUMBER, number_of, relation_of
from guardrails.rag.query.reading import Reading
from guardrails.rag.terms import Constraint, ConstraintKind, Relation
from guardrails.rag.types import Field, FieldKind
from guardrails.text.vocabulary import words
from guardrails.text.words import before

__all__ = ["numbers"]

_MONEY: Final = r"(?:€|\$|£|euros?|eur|dollars?|usd|pounds?|gbp|bucks)"
_AGE: Final = r"(?:years? old|yrs? old|years? of age|y/o|yo)"
_YEARS: Final = r"(?:years?|yrs?)(?:'|’)?(?: of)?(?: (?:work(?:ing)?|professional|relevant|job))?(?: experience)?"
_UNIT: Final = rf"(?:\s?(?P<money>{_MONEY})(?!\w)|[ -](?P<age>{_AGE})(?!\w)|[ -](?P<years>{_YEARS})(?!\w))?"
_BOUNDED: Final = re.compile(
    rf"(?<!\w)(?P<bound>{BOUND})(?P<gap>\s(?:the age of\s)?)(?P<number>{NUMBER})(?!\w|[.,]\d)(?P<plus>\+)?{_UNIT}",
    re.IGNORECASE,
)
_PLUS: Final = re.compile(rf"(?<![\w.,])(?P<number>{NUMBER})(?P<plus>\+| or more| and up)(?!\w){_UNIT}", re.IGNORECASE)
_RANGE: Final = re.compile(
    rf"(?<!\w)(?:between|from)\s(?P<low>{NUMBER})\s(?:and|to)\s(?P<high>{NUMBER})(?!\w){_UNIT}", re.IGNORECASE
)
_DIGIT: Final = re.compile(r"\d")
_DASHED: Final = re.compile(
    rf"(?<![\w.,-])(?P<low>{NUMBER})\s?(?:-|–|to)\s?(?P<high>{NUMBER})(?!\w){_UNIT}", re.IGNORECASE
)
"""A range with a dash, which needs a unit or a field before it: "5-10 years of experience", "salary 40k-60k"."""
_CLOSED: Final = re.compile(
    rf"(?<![\w.,])(?:for\s)?(?P<number>{NUMBER}){_UNIT}\s"
    r"(?P<how>at most|or less|or under|or cheaper|max|maximum|tops|at least|or over|or more|and up|plus)(?!\w)",
    re.IGNORECASE,
)
"""A bound behind its number: "300 euros at most"."""
_AT_LEAST: Final = frozenset({"at least", "or over", "or more", "and up", "plus"})
_OF_PEOPLE: Final = frozenset({"older than", "younger than"})
_OLDEST: Final = 110
_PAY: Final = words("salary pay wage wages income earnings compensation")
_YOUNGEST: Final = 14
_NEXT: Final = re.compile(r"[ -]([^\W\d_]{1,30})(?: ([^\W\d_]{1,30}))?")
_NO_UNITS: Final = words("and or in on at for from with without of that which who near by as but made size")
_JOINING: Final = re.compile(r"(?: (?:is|are|of|at|was))?[ :]?$")


def numbers(reading: Reading) -> Iterator[Constraint]:
    """Bounds on numbers. About people's ages they are demographic, whether or not the schema has such a field."""
    if _DIGIT.search(reading.text) is None:
        return
    dashed = (one for one in _DASHED.finditer(reading.text) if _measured(reading, one))
    for found in chain(_RANGE.finditer(reading.text), dashed):
        yield from _made(reading, found, ((Relation.GTE, found["low"]), (Relation.LTE, found["high"])))
    for found in _BOUNDED.finditer(reading.text):
        relation = relation_of(found["bound"]) or Relation.EQ
        yield from _made(reading, found, ((relation, found["number"]),), bound=found["bound"].lower())
    for found in _PLUS.finditer(reading.text):
        yield from _made(reading, found, ((Relation.GTE, found["number"]),))
    for found in _CLOSED.finditer(reading.text):
        relation = Relation.GTE if found["how"].lower() in _AT_LEAST else Relation.LTE
        yield from _made(reading, found, ((relation, found["number"]),))


def _made(
    reading: Reading, found: re.Match[str], bounds: tuple[tuple[Relation, str], ...], *, bound: str = ""
) -> Iterator[Constraint]:
    start, end = found.span()
    age = _age(reading, found, number_of(bounds[0][1]), bound)
    one, attribute, start, end = (None, "age", start, end) if age else _field(reading, found)
    span = reading.person_span(start, end)
    if span is not None and one is None:
        attribute, start, end = span.attribute, min(start, span.start), max(end, span.end)
    kind = ConstraintKind.NUMBER if attribute is None else ConstraintKind.DEMOGRAPHIC
    for relation, number in bounds:
        yield Constraint(
            start=start, end=end, kind=kind, relation=relation, value=number_of(number),
            field=None if one is None or attribute is not None else one.path, attribute=attribute,
        )  # fmt: skip


def _age(reading: Reading, found: re.Match[str], number: float, bound: str) -> bool:
    """ "older than 60", "30 years old", "nurses under 30": a bare number of years right behind a person noun."""
    if found["age"] or (bound in _OF_PEOPLE and not found["money"] and not _of_a_thing(reading, found.start())):
        return True
    if found["money"] or found["years"] or not _YOUNGEST <= number <= _OLDEST or found.groupdict().get("plus"):
        return False
    if bound and _before(reading, found.start()) is None and _counts_nothing(reading, found):
        return True
    word = before(reading.text, found.start())
    follower = _NEXT.match(reading.text, found.end())
    of_field = follower is not None and reading.names.field_of(follower[1]) is not None
    return word is not None and names_people(word.low) and not of_field


def _measured(reading: Reading, found: re.Match[str]) -> bool:
    has_unit = bool(found["money"] or found["years"] or found["age"]) or re.search(r"[€$£]", found[0]) is not None
    return has_unit or _before(reading, found.start()) is not None


def _counts_nothing(reading: Reading, found: re.Match[str]) -> bool:
    """Whether a bare number bounds nothing that records have: "apprentice under 25", of pay, or of people's records."""
    one = _field(reading, found)[0]
    if one is not None:
        return one.name.lower() in _PAY  # nobody's pay has two digits
    return bool(reading.names.protected) and _NEXT.match(reading.text, found.end()) is None


def _of_a_thing(reading: Reading, start: int) -> bool:
    """Whether the tenant's own field is named before: "warranty older than"."""
    word = before(reading.text, start)
    return word is not None and reading.names.field_of(word.text) is not None


def _field(reading: Reading, found: re.Match[str]) -> tuple[Field | None, str | None, int, int]:
    """The field that a bound speaks of, or the protected attribute, and where the condition begins and ends."""
    start, end = found.span()
    if (named := _before(reading, start)) is not None:
        return (*named, end)
    only = reading.names.only
    if found["money"] or re.search(r"[€$£]", found[0]):
        return only(FieldKind.NUMBER, words=MONEY), None, start, end
    if found["years"]:
        return only(FieldKind.NUMBER, words=("experience", "years", "seniority", "tenure")), None, start, end
    if (follower := _NEXT.match(reading.text, end)) is not None:
        for last in (2, 1):
            word = reading.text[follower.start(1) : follower.end(last)] if follower[last] else ""
            one = reading.names.field_of(word) or reading.names.field_of(word.removesuffix("s")) if word else None
            if one is not None and one.kind is FieldKind.NUMBER:
                return one, None, start, follower.end(last)
        if not _ends_phrase(reading, follower[1]) and found.groupdict().get("bound", "").lower() != "cheaper than":
            return None, None, start, end
    return only(FieldKind.NUMBER, words=MONEY), None, start, end


def _ends_phrase(reading: Reading, word: str) -> bool:
    """Whether *word* behind a number is no unit of it: "under 50 in red", "under 50 added since May"."""
    return word.lower() in _NO_UNITS or reading.names.field_of(word) is not None


def _before(reading: Reading, start: int) -> tuple[Field | None, str | None, int] | None:
    """The field or attribute named right before a bound, and where its name begins: "salary of at least"."""
    if reading.names.pattern is None:
        return None
    cut = _JOINING.search(reading.text, max(0, start - 8), start)
    edge = cut.start() if cut is not None else start
    for piece in reading.phrases_to(edge):
        one, attribute = reading.names.field_of(piece.text), reading.names.attribute_of(piece.text)
        if attribute is not None or (one is not None and one.kind is FieldKind.NUMBER):
            return one, attribute, piece.start
    return None
