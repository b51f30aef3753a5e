"""Conditions that name their field: "gender: female", "city = Berlin", "salary >= 50k", "black colour"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from guardrails.rag.query.quantities import BOUND, DATE, NUMBER, bounds_of_date, number_of, relation_of
from guardrails.rag.query.reading import Piece, Reading
from guardrails.rag.terms import Constraint, ConstraintKind, Relation
from guardrails.rag.types import Field, FieldKind
from guardrails.types import Sense

__all__ = ["beside_their_field", "named"]

_EXPLICIT: Final = re.compile(
    r"(?<![\w.])(?P<name>[^\W\d][\w.-]{0,40}(?: [\w.-]{1,30}){0,2})[\"']?\s?"
    r"(?P<sign><=|>=|!=|<>|==|[:=<>≤≥])\s?(?=\S)"
)
_SIGNED: Final = re.compile(r"[:=<>≤≥]")  # cheap; most queries have none
_QUOTED: Final = re.compile(r"\"([^\"]{1,100})\"|'([^']{1,100})'|“([^”]{1,100})”")
_NUMBER: Final = re.compile(rf"(?:{NUMBER})(?![\w])", re.IGNORECASE)
_DATE: Final = re.compile(DATE, re.IGNORECASE)
_RANGE: Final = re.compile(rf"({NUMBER})\s?(?:-|–|to)\s?({NUMBER})(?![\w])", re.IGNORECASE)
_CAPITALS: Final = re.compile(r"[A-Z0-9][\w'’.-]*(?: (?:& |and )?[A-Z0-9][\w'’.-]*)*")
_IS: Final = re.compile(r"[\s-](?:is\s|are\s|equals\s)?$", re.IGNORECASE)
_BOUND: Final = re.compile(rf"(?:{BOUND}) (?:the age of )?{NUMBER}(?![\w])", re.IGNORECASE)
_BY: Final = re.compile(r"(?<!\w)(?:by|per) (?:the )?(?P<name>[^\W\d][\w-]*(?: [^\W\d][\w-]*){0,2})", re.IGNORECASE)
_ORIGIN: Final = frozenset({"race", "ethnicity", "nationality"})
_WHOSE: Final = re.compile(
    r"(?<!\w)whose ([^\W\d][\w ]{1,40}?) (?:is|are) (?:an? |the )?(?P<value>[\w-]+)", re.IGNORECASE
)
_SPEECH: Final = frozenset({"query", "question", "search", "find", "note", "http", "https", "re"})


def named(reading: Reading) -> Iterator[Constraint]:
    """ "field: value", with any sign of comparison. A protected name makes it demographic, whatever its value."""
    for found in _EXPLICIT.finditer(reading.text) if _SIGNED.search(reading.text) else ():
        relation = relation_of(found["sign"])
        place = _name(reading, found)
        if relation is None or place is None:
            continue
        start, one, attribute = place
        value = _value(reading, found.end(), one)
        if attribute is not None and (bound := _BOUND.match(reading.text, found.end())) is not None:
            value = Piece(start=bound.start(), end=bound.end(), text=bound[0])
        if value is not None and (attribute is not None or relation_of(value.text) is None):
            yield from _constraints(start, value, one, attribute, relation)
    yield from _said_of_a_field(reading)
    yield from _whose(reading)
    yield from _arranged(reading)


def _said_of_a_field(reading: Reading) -> Iterator[Constraint]:
    """ "gender female", "nationality Polish", "year of birth 1980": a value right behind the name of what it states."""
    for span in reading.spans:
        link = _IS.search(reading.text, max(0, span.start - 8), span.start)
        if link is not None and (stated := _stated(reading, link.start())) is not None:
            start, attribute = stated
            if span.sense is Sense.PERSON or span.attribute == attribute or {span.attribute, attribute} <= _ORIGIN:
                yield from _constraints(start, _piece(reading, span.start, span.end), None, attribute, Relation.EQ)
    for number in _NUMBER.finditer(reading.text):
        if (stated := _stated(reading, max(0, number.start() - 1))) is not None:
            value = _piece(reading, number.start(), number.end())
            yield from _constraints(stated[0], value, None, stated[1], Relation.EQ)


def _whose(reading: Reading) -> Iterator[Constraint]:
    """ "whose religion is Jain", whatever the value is."""
    for found in _WHOSE.finditer(reading.text):
        if (attribute := reading.names.attribute_of(found[1])) is not None:
            value = _piece(reading, found.start("value"), found.end())
            yield from _constraints(found.start(), value, None, attribute, Relation.EQ)


def _arranged(reading: Reading) -> Iterator[Constraint]:
    """ "ranked by race", "how many per gender": results may not be put in order or in groups by it."""
    for found in _BY.finditer(reading.text):
        for end in sorted(_ends(found, "name"), reverse=True):
            if (attribute := reading.names.attribute_of(reading.text[found.start("name") : end])) is not None:
                value = _piece(reading, found.start("name"), end)
                yield from _constraints(found.start(), value, None, attribute, Relation.EQ)
                break


def _ends(found: re.Match[str], group: str) -> Iterator[int]:
    """Where the words of *group* end."""
    for word in re.finditer(r"[^ ]+", found[group]):
        yield found.start(group) + word.end()


def _stated(reading: Reading, end: int) -> tuple[int, str] | None:
    """Where the name of a protected attribute begins that ends at *end*, the shortest that is one; and which."""
    for piece in reversed([*reading.phrases_to(end)]):
        if (attribute := reading.names.attribute_of(piece.text)) is not None:
            return piece.start, attribute
    return None


def _piece(reading: Reading, start: int, end: int) -> Piece:
    return Piece(start=start, end=end, text=reading.text[start:end])


def _name(reading: Reading, found: re.Match[str]) -> tuple[int, Field | None, str | None] | None:
    """Where the name before the sign begins, its field and its attribute.

    Of runs of words the longest that is a field counts, else the shortest that names an attribute: "nurse, gender" and
    "nurse gender" both do, and nurses are no part of it.
    """
    start, name = found.start("name"), found["name"]
    words = [match.start() for match in re.finditer(r"[^ ]+", name)]
    for offset in words:
        if (one := reading.names.field_of(name[offset:].rstrip())) is not None:
            return start + offset, one, None
    for offset in reversed(words):
        if (attribute := reading.names.attribute_of(name[offset:].rstrip())) is not None:
            return start + offset, None, attribute
    last = name[words[-1] :].lower()
    return None if last in _SPEECH else (start + words[-1], None, None)


def _value(reading: Reading, at: int, one: Field | None) -> Piece | None:
    if quoted := _QUOTED.match(reading.text, at):
        return Piece(start=at, end=quoted.end(), text=next(filter(None, quoted.groups())))
    for pattern in (_DATE, _RANGE, _NUMBER):
        if match := pattern.match(reading.text, at):
            return Piece(start=at, end=match.end(), text=match[0])
    if one is not None and (piece := reading.known_from(one, at)) is not None:
        return piece
    span = reading.person_span(at, at + 1)
    if span is not None and span.start == at:
        return Piece(start=at, end=span.end, text=reading.text[at : span.end])
    phrases = [*reading.phrases_from(at)]
    if one is not None and one.kind is FieldKind.NAME:  # "company: White Stuff", where the data list no names
        written = next((piece for piece in phrases if _CAPITALS.fullmatch(piece.text)), None)
        return written or (phrases[0] if phrases else None)
    return phrases[-1] if phrases else None


def _constraints(
    start: int, value: Piece, one: Field | None, attribute: str | None, relation: Relation
) -> Iterator[Constraint]:
    def made(kind: ConstraintKind, relation: Relation, value: str | float, end: int) -> Constraint:
        path = None if one is None or attribute is not None else one.path
        return Constraint(
            start=start, end=end, kind=kind, relation=relation, value=value, field=path, attribute=attribute
        )

    if attribute is not None:
        yield made(ConstraintKind.DEMOGRAPHIC, relation, value.text, value.end)
    elif (one is None or one.kind is FieldKind.DATE) and _DATE.fullmatch(value.text):
        for bound, day in _dated(relation, value.text):
            yield made(ConstraintKind.DATE, bound, day, value.end)
    elif (one is None or one.kind is FieldKind.NUMBER) and (ends := _RANGE.fullmatch(value.text)):
        yield made(ConstraintKind.NUMBER, Relation.GTE, number_of(ends[1]), value.end)
        yield made(ConstraintKind.NUMBER, Relation.LTE, number_of(ends[2]), value.end)
    elif (one is None or one.kind is FieldKind.NUMBER) and _NUMBER.fullmatch(value.text):
        yield made(ConstraintKind.NUMBER, relation, number_of(value.text), value.end)
    else:
        place = one is not None and one.kind is FieldKind.PLACE
        kind = ConstraintKind.PLACE if place else ConstraintKind.VALUE
        yield made(kind, relation, value.text, value.end)


def _dated(relation: Relation, text: str) -> Iterator[tuple[Relation, str]]:
    first, last = bounds_of_date(text)
    if relation is Relation.EQ and first != last:
        yield Relation.GTE, first
        yield Relation.LTE, last
    elif relation in (Relation.GT, Relation.LTE):
        yield relation, last
    else:
        yield relation, first


def beside_their_field(reading: Reading) -> Iterator[Constraint]:
    """A known value right before or behind its field's name: "black colour", "indian cuisine", "department sales"."""
    if reading.names.pattern is None:
        return
    for found in reading.names.pattern.finditer(reading.text):
        one = reading.names.field_of(found[0])
        if one is None:
            continue
        before, after = _trimmed(reading.text, found.start(), -1), _trimmed(reading.text, found.end(), 1)
        if (piece := reading.known_to(one, before)) is not None:
            yield _valued(one, piece, piece.start, found.end())
        elif (piece := reading.known_from(one, after)) is not None:
            yield _valued(one, piece, found.start(), piece.end)


def _trimmed(text: str, at: int, step: int) -> int:
    while step < 0 < at and text[at - 1] == " ":
        at -= 1
    while step > 0 and at < len(text) and text[at] == " ":
        at += 1
    return at


def _valued(one: Field, piece: Piece, start: int, end: int) -> Constraint:
    kind = ConstraintKind.PLACE if one.kind is FieldKind.PLACE else ConstraintKind.VALUE
    return Constraint(start=start, end=end, kind=kind, relation=Relation.EQ, value=piece.text, field=one.path)
