"""Conditions said in words: dates ("since 2020"), places ("in Berlin") and languages ("French-speaking")."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain
from typing import Final

from guardrails.rag.query.quantities import DATE, bounds_of_date
from guardrails.rag.query.reading import Piece, Reading
from guardrails.rag.terms import Constraint, ConstraintKind, Relation
from guardrails.rag.types import FieldKind

__all__ = ["dates", "languages", "places"]

_DATED: Final = re.compile(
    rf"(?<!\w)(?P<born>born\s)?(?:(?P<name>[^\W\d_]{{3,30}})\s)?"
    rf"(?P<how>since|after|later than|from|before|earlier than|until|till|up to|in|during)\s(?P<date>{DATE})",
    re.IGNORECASE,
)
_BETWEEN: Final = re.compile(
    rf"(?<!\w)(?P<born>born\s)?(?:(?P<name>[^\W\d_]{{3,30}})\s)?(?P<how>between|from)\s(?P<date>{DATE})\s"
    rf"(?:and|to|until|till)\s(?P<last>{DATE})",
    re.IGNORECASE,
)
_YEAR: Final = re.compile(r"(?:19|20)\d\d")  # cheap; no date is without one
_BOUNDS: Final = {
    "since": Relation.GTE,
    "from": Relation.GTE,
    "after": Relation.GT,
    "later than": Relation.GT,
    "before": Relation.LT,
    "earlier than": Relation.LT,
    "until": Relation.LTE,
    "till": Relation.LTE,
    "up to": Relation.LTE,
}
_PLACED: Final = re.compile(r"(?<!\w)(?:based in|located in|living in|in|near|around|within|at)\s(?=\w)", re.IGNORECASE)
_NAMED: Final = re.compile(r"[A-Z][\w'’-]{1,30}(?: [A-Z][\w'’-]{1,30}){0,3}")
_SPOKEN: Final = (
    re.compile(r"(?<!\w)(?P<what>[^\W\d_]{3,20})[ -](?:speaking|speakers?)(?!\w)", re.IGNORECASE),
    re.compile(
        r"(?<!\w)(?:speaks?|speaking|fluent in|fluency in|proficient in|written)\s(?P<what>[^\W\d_]{3,20})(?!\w)",
        re.IGNORECASE,
    ),
)
_SPEECH: Final = re.compile(r"speak|fluen|proficient|written", re.IGNORECASE)
_LANGUAGE: Final = ("language", "languages", "lang", "spoken", "speaks")
_ORIGINS: Final = frozenset({"nationality", "ethnicity"})
"""What a language may look like to a detector; wording about anything else is no language ("women speaking")."""


def dates(reading: Reading) -> Iterator[Constraint]:
    """Bounds on dates. "Born after 1990" is about age."""
    if _YEAR.search(reading.text) is None:
        return
    for found in chain(_BETWEEN.finditer(reading.text), _DATED.finditer(reading.text)):
        one = reading.names.field_of(found["name"]) if found["name"] else None
        dated = one is not None and one.kind is FieldKind.DATE
        start = found.start("name") if dated else found.start("how")
        about = None if dated else _about(reading, found)
        attribute, start = about if about is not None else (None, start)
        field = one if dated else reading.names.only(FieldKind.DATE)
        for relation, day in _bounds(found):
            yield Constraint(
                start=start, end=found.end(), relation=relation, value=day, attribute=attribute,
                kind=ConstraintKind.DATE if attribute is None else ConstraintKind.DEMOGRAPHIC,
                field=None if attribute is not None or field is None else field.path,
            )  # fmt: skip


def _about(reading: Reading, found: re.Match[str]) -> tuple[str, int] | None:
    """The attribute that a date states, and where its name begins: "born after 1990", "date of birth before 1980"."""
    born = found.start("born") if found["born"] else found.start("name")
    if (found["born"] or found["name"] or "").strip().lower() == "born":
        return "age", born
    for piece in reading.phrases_to(max(0, found.start("how") - 1)):
        if (attribute := reading.names.attribute_of(piece.text)) is not None:
            return attribute, piece.start
    return None


def _bounds(found: re.Match[str]) -> Iterator[tuple[Relation, str]]:
    first, last = bounds_of_date(found["date"])
    ends = found.groupdict().get("last")
    relation = None if ends else _BOUNDS.get(found["how"].lower())
    if relation is None:
        yield Relation.GTE, first
        yield Relation.LTE, bounds_of_date(ends)[1] if ends else last
    else:
        yield relation, last if relation in (Relation.GT, Relation.LTE) else first


def places(reading: Reading) -> Iterator[Constraint]:
    """A place of the tenant's data after a preposition, or one written like a place."""
    fields = reading.names.of_kind(FieldKind.PLACE)
    for found in _PLACED.finditer(reading.text):
        start, at = found.start(), found.end()
        for one in fields:
            if (piece := reading.known_from(one, at)) is not None:
                yield _placed(start, piece, one.path)
                break
        else:
            name = _NAMED.match(reading.text, at)
            if name is not None and reading.person_span(at, name.end()) is None:
                path = fields[0].path if len(fields) == 1 else None
                yield _placed(start, Piece(start=at, end=name.end(), text=name[0]), path)


def _placed(start: int, piece: Piece, path: str | None) -> Constraint:
    return Constraint(
        start=start, end=piece.end, kind=ConstraintKind.PLACE, relation=Relation.EQ, value=piece.text, field=path
    )


def languages(reading: Reading) -> Iterator[Constraint]:
    """What somebody speaks, which is a skill and no origin: "Spanish speaking", "fluent in French"."""
    if _SPEECH.search(reading.text) is None:
        return
    one = reading.names.only(FieldKind.CATEGORY, words=_LANGUAGE)
    for found in (match for pattern in _SPOKEN for match in pattern.finditer(reading.text)):
        start, end = found.span("what")
        looks = [span for span in reading.spans if span.start < end and start < span.end]
        known = one is not None and reading.known(one, found["what"])
        if any(span.attribute not in _ORIGINS for span in looks) or not (looks or known):
            continue
        yield Constraint(
            start=found.start(), end=found.end(), kind=ConstraintKind.LANGUAGE, relation=Relation.EQ,
            value=found["what"], field=None if one is None else one.path,
        )  # fmt: skip
