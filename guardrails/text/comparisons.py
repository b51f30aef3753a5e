"""A describing word that only compares ("older than me", "as old as he is"): the comparison stays, its measure goes."""

from __future__ import annotations

from guardrails.text.places import Place
from guardrails.text.tidy import Op
from guardrails.text.words import Word, after, before, gap_before

__all__ = ["comparison_op"]

_SUBJECTS = frozenset(("i", "he", "she", "we", "they"))
_GRADED = ("more ", "less ")
_NEAR = 8  # characters behind a word in which the next one ends, if it is "than" or "as"


def comparison_op(place: Place) -> Op | None:
    """The edit of a comparative before "than" or an adjective between "as" and "as"; ``None`` of any other word."""
    near = place.text[place.end : place.end + _NEAR].lower()
    if "than" not in near and "as" not in near:  # as after most words: a look costs less than reading the next one
        return None
    follower = after(place.text, place.end, place.ceiling)
    if follower is None or follower.low not in ("than", "as"):
        return None
    surface = place.text[place.start : place.end].lower()
    if follower.low == "than":
        compares = surface.endswith("er") or surface.startswith(_GRADED)
        return Op(place.start, follower.end, _apart(place, follower), place.span) if compares else None
    opening = before(place.text, place.start, place.floor)
    if opening is None or opening.low != "as":
        return None
    measure = after(place.text, follower.end, place.ceiling)
    if measure is not None and measure.low[0].isdigit():  # "as young as 18"
        return Op(gap_before(place.text, opening.start, place.floor), measure.end, "", place.span)
    return Op(opening.start, follower.end, "like", place.span)


def _apart(place: Place, than: Word) -> str:
    """ "different from", with "what" where a clause follows: "than I am"."""
    subject = after(place.text, than.end, place.ceiling)
    return "different from what" if subject is not None and subject.low in _SUBJECTS else "different from"
