"""Conditions that only a denial states: "no leather", "outside Cork", "any colour but green", "oak excluded"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from guardrails.rag.query.negation import Denial, denials
from guardrails.rag.query.negation_after import denial_after, denies_behind
from guardrails.rag.query.reading import Piece, Reading
from guardrails.rag.terms import Constraint, ConstraintKind, Relation
from guardrails.rag.types import Field, FieldKind

__all__ = ["denied"]

_KINDS: Final = frozenset({FieldKind.CATEGORY, FieldKind.PLACE, FieldKind.NAME})
_WORD: Final = re.compile(r"\w(?:[\w'’.]*\w)?")
_WRITTEN: Final = re.compile(r"[A-Z][\w'’-]{1,30}(?: [A-Z][\w'’-]{1,30}){0,2}")


def denied(reading: Reading) -> Iterator[Constraint]:
    """A value of the tenant's data behind words that deny it; wanted, it may stay text, but no text says "not".

    The condition is the value's, as for "in Berlin": what denies it is read where conditions become filters. Wording
    about people is left to moderation.
    """
    done = 0
    for one, piece in sorted((*_before(reading), *_behind(reading)), key=lambda pair: pair[1].start):
        if piece.start < done:
            continue
        done = piece.end
        if any(span.start < piece.end and piece.start < span.end for span in reading.spans):
            continue
        yield Constraint(
            start=piece.start, end=piece.end, relation=Relation.EQ, value=piece.text, field=one.path,
            kind=ConstraintKind.PLACE if one.kind is FieldKind.PLACE else ConstraintKind.VALUE,
        )  # fmt: skip


def _before(reading: Reading) -> Iterator[tuple[Field, Piece]]:
    """Each value right behind a denial."""
    for denial, at in denials(reading.text):
        if (found := _value(reading, denial, at)) is not None:
            yield found


def _behind(reading: Reading) -> Iterator[tuple[Field, Piece]]:
    """Each value right before a denial."""
    if not denies_behind(reading.text):
        return
    fields = [one for one in reading.names.fields if one.kind in _KINDS]
    for word in _WORD.finditer(reading.text):
        if denial_after(reading.text, word.start(), word.end()) is not None:
            known = [(one, piece) for one in fields if (piece := reading.known_to(one, word.end())) is not None]
            yield from known[:1]


def _value(reading: Reading, denial: Denial, at: int) -> tuple[Field, Piece] | None:
    fields = [one for one in reading.names.fields if one.kind in _KINDS]
    if denial.outside:
        fields = [one for one in fields if one.kind is FieldKind.PLACE]
    known = [(one, piece) for one in fields if (piece := reading.known_from(one, at)) is not None]
    if known:
        return max(known, key=lambda pair: pair[1].end)
    written = _WRITTEN.match(reading.text, at) if denial.outside and len(fields) == 1 else None
    return written and (fields[0], Piece(start=at, end=written.end(), text=written[0]))
