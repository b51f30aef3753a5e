"""A chosen sense with its reason and form, and the fixed phrases reasons are made of."""

from __future__ import annotations

from typing import Final, NamedTuple

from guardrails.types import Form, Sense

__all__ = ["Verdict", "other", "person"]


class Verdict(NamedTuple):
    """What a term means here. *lead* is where the wording really begins when that is before the term; *neutral* is what
    to say instead in this place.
    """

    sense: Sense
    reason: str
    form: Form = Form.ADJECTIVE
    lead: int | None = None
    neutral: str | None = None


def person(reason: str, form: Form = Form.ADJECTIVE, *, lead: int | None = None, neutral: str | None = None) -> Verdict:
    """The term ascribes its attribute to somebody."""
    return Verdict(Sense.PERSON, reason, form, lead, neutral)


def other(sense: Sense, reason: str) -> Verdict:
    """The term is a look-alike."""
    return Verdict(sense, reason)


BEFORE_PERSON: Final = "adjective before a person noun"
OF_SUBJECT: Final = "said of a person"
AS_NOUN: Final = "stands for people as a noun"
BEFORE_THING: Final = "qualifies a thing"
NO_PERSON: Final = "no person beside it"
IN_BRACKETS: Final = "in brackets after a person"
AFTER_DETERMINER: Final = "noun after a determiner"
HYPHENATED: Final = "part of a compound about something else"
OBJECT_OF_ATTITUDE: Final = "object of a verb that takes people"
