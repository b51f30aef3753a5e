"""Wording about people that names a field of work: "women's health nurse" asks for a skill and not for women."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Final

from guardrails.text.vocabulary import words
from guardrails.text.words import after
from guardrails.types import Form, Sense, Span

__all__ = ["fields_of_work"]

_OWNER: Final = re.compile(r"['’]s?(?=\s)", re.IGNORECASE)
_REASON: Final = "names a field of work"
_OWNED: Final = words(
    "health healthcare studies rights history sports football rugby hockey basketball cricket tennis gymnastics "
    "fashion wear clothing shoes shelter refuge ward clinic liberation suffrage psychology nutrition medicine"
)
_OF_AGE: Final = words(
    "care medicine psychology psychiatry nutrition dentistry oncology nursing services rehabilitation"
)
_CRAFTS: Final = words("cooking cuisine massage joinery calligraphy embroidery")
_NATIVE: Final = words("mobile app apps advertising ads code plants species ios android")
_AGES: Final = words("geriatric elderly paediatric pediatric neonatal infant child childhood adolescent baby")
_STUDIED: Final = words("studies rights")


def fields_of_work(text: str, spans: Iterable[Span]) -> Iterator[Span]:
    """*spans* of *text*; of those about people, what is the name of a field of work is no longer about them."""
    for span in spans:
        yield replace(span, sense=Sense.OTHER, reason=_REASON) if _is_work(text, span) else span


def _is_work(text: str, span: Span) -> bool:
    if span.sense is not Sense.PERSON or span.form is Form.PREDICATE:
        return False
    owned = _OWNER.match(text, span.end)
    follower = after(text, span.end if owned is None else owned.end())
    if follower is None:
        return False
    said = text[span.start : span.end].lower()
    if owned is not None:
        return follower.low in _OWNED
    if said == "native":
        return follower.low in _NATIVE
    if span.attribute == "age":
        return said in _AGES and follower.low in _OF_AGE
    if span.attribute in ("nationality", "ethnicity"):
        return follower.low in _CRAFTS
    return follower.low in _STUDIED and span.attribute in ("gender", "disability", "sexual_orientation")
