"""Wording about people that shows only in the words around it: "nurse (f)", "female-led", "of Muslim background"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from guardrails.rag.query.ages import names_people
from guardrails.rag.query.reading import Reading
from guardrails.rag.terms import Constraint, ConstraintKind, Relation
from guardrails.text.words import before
from guardrails.types import Sense, Span

__all__ = ["ascriptions"]

_MARKED: Final = re.compile(r"(?<=[\w.] )\(\s?(?P<one>[fmw])\s?\)", re.IGNORECASE)
_EITHER: Final = re.compile(
    r"(?<![\w/])(?:\(\s?)?[fmwd]\s?[/|]\s?[fmwdx](?:\s?[/|]\s?[fmwdx])?(?:\s?\))?(?![\w/])", re.IGNORECASE
)
_OPEN: Final = frozenset({Sense.PERSON, Sense.OBJECT, Sense.OTHER, Sense.COLOUR})
"""Senses that a frame goes for, and goes with; names, places and languages stay what they are."""
_ORIGIN: Final = re.compile(
    r"[ -](?:background|heritage|descent|origins?|upbringing|faith|extraction|ancestry|roots|parentage|family|families"
    r"|household|culture|community)s?(?!\w)",
    re.IGNORECASE,
)
_FROM: Final = re.compile(r"(?P<who>[\w-]+)s?,? (?:is |are )?(?:from|of|with|in) (?:an? |the |some )?$", re.IGNORECASE)
_BOND: Final = re.compile(r"[ -](?:relationship|marriage|partnership|couple)s?(?!\w)", re.IGNORECASE)
_TEAM: Final = re.compile(
    r"[ -](?:team|workforce|staff|crew|leadership|crowd|audience|clientele|demographic)s?"
    r"(?=$|[.,;:!?]|\s(?:and|or|in|at|who|with|that|for|of|on|near|under|over)(?!\w))",
    re.IGNORECASE,
)
_COMPOUND: Final = re.compile(
    r"-(?:led|owned|run|founded|managed|headed|dominated|majority|only|friendly|identifying|presenting)(?!\w)",
    re.IGNORECASE,
)


def ascriptions(reading: Reading) -> Iterator[Constraint]:
    """What ascribes a protected attribute to somebody by its frame. *Reading* tells the look-alikes in it."""
    text = reading.text
    for found in _EITHER.finditer(text):
        yield _about(found.start(), found.end(), "gender", found[0])
    for found in _MARKED.finditer(text):
        word = before(text, found.start())
        if word is not None and names_people(word.low):
            yield _about(found.start(), found.end(), "gender", found["one"])
    for span in reading.spans:
        if span.sense in _OPEN and (place := _framed(text, span)) is not None:
            yield _about(*place, span.attribute, text[span.start : span.end])


def _framed(text: str, span: Span) -> tuple[int, int] | None:
    """Where the wording begins and ends that makes a look-alike speak of people; ``None`` when nothing does."""
    if (found := _COMPOUND.match(text, span.end)) is not None:
        return span.start, found.end()
    if (found := _TEAM.match(text, span.end)) is not None:
        return span.start, span.end
    if span.attribute in ("sexual_orientation", "marital_status") and (found := _BOND.match(text, span.end)):
        return _led_by(text, span.start), found.end()
    origin = _ORIGIN.match(text, span.end)
    if origin is None:
        return None
    link = _FROM.search(text, max(0, span.start - 40), span.start)
    if link is None or not names_people(link["who"].lower()):
        return None
    return link.end("who"), origin.end()


def _led_by(text: str, start: int) -> int:
    led = re.search(r" (?:in|from|of) (?:an? )?$", text[max(0, start - 12) : start])
    return start if led is None else start - len(led[0])


def _about(start: int, end: int, attribute: str, value: str) -> Constraint:
    return Constraint(
        start=start, end=end, kind=ConstraintKind.DEMOGRAPHIC, relation=Relation.EQ, value=value, attribute=attribute
    )
