"""Removing a unit from a query: the words go with the preposition, determiner or "and" that would dangle."""

from __future__ import annotations

from guardrails.text.asides import aside
from guardrails.text.clauses import copula_before
from guardrails.text.grammar import DETERMINERS, PREPOSITIONS
from guardrails.text.heads import plain_head
from guardrails.text.places import Place, Predicate
from guardrails.text.predicates import own_predicate, predicate_op
from guardrails.text.tidy import Op
from guardrails.text.units import Unit
from guardrails.text.words import after, before, gap_after
from guardrails.types import Form

__all__ = ["removal_op"]

_LINKS = frozenset(("and", "or", "&", "nor"))


def removal_op(text: str, unit: Unit, others: bool) -> Op:
    """The deletion of *unit*; what is left of its phrase stands on its own."""
    span = unit.spans[-1]
    place = Place(text, unit.start, unit.end, unit.floor, unit.ceiling, span, "", others)
    attributive = span.form in (Form.ADJECTIVE, Form.NOUN) and plain_head(place) is not None
    if attributive:
        return Op(unit.start, unit.end, "", span)
    if (op := aside(place)) is not None:
        return op
    if unit.spans[0].form is Form.PREDICATE:
        op = own_predicate(place)
    elif (verb := copula_before(text, unit.start, unit.floor)) is not None and verb.article < 0:
        op = predicate_op(Predicate(place, verb))
    else:
        return _phrase(place)
    return op if not op.new.strip() else _phrase(place)


def _phrase(place: Place) -> Op:
    text, start, end, floor = place.text, place.start, place.end, place.floor
    if text[end : end + 2] in ("'s", "’s"):
        end += 2
    word = before(text, start, floor)
    if word is not None and word.low in DETERMINERS:
        start = word.start
        word = before(text, start, floor)
    follower = after(text, end, place.ceiling)
    if follower is not None and follower.low in _LINKS and end < place.ceiling:
        return Op(start, gap_after(text, follower.end, place.ceiling), "", place.span)
    while word is not None and word.low in PREPOSITIONS and place.span.form is not Form.PHRASE:
        start = word.start
        word = before(text, start, floor)
    if word is not None and word.low in _LINKS:
        return Op(word.start, end, "", place.span)
    if not text[:start].strip() and follower is not None and follower.low in PREPOSITIONS:
        return Op(start, follower.end, "", place.span)
    return Op(start, end, "", place.span)
