"""Neutralising one unit: what describes vanishes before its noun, nouns become neutral, clauses and asides go."""

from __future__ import annotations

from guardrails.text.articles import with_article
from guardrails.text.asides import aside, labelled, phrase_op
from guardrails.text.clauses import copula_before, is_question
from guardrails.text.grammar import DETERMINERS, FUNCTION_WORDS, PREPOSITIONS, is_role
from guardrails.text.nouns import NounPhrase, collective, head_after, noun_phrase
from guardrails.text.number import is_plural
from guardrails.text.predicates import Place, bare_complement, own_predicate, predicate_op, said_of
from guardrails.text.tidy import Op
from guardrails.text.units import Piece, Unit, pieces
from guardrails.text.verbs import is_adjective, is_finite
from guardrails.text.words import Word, after, before, gap_after, gap_before
from guardrails.types import Form

__all__ = ["Item", "neutral_items", "plain_head"]

Item = Op | NounPhrase

_ORIGINS = frozenset(
    "descent origin origins heritage ancestry background backgrounds extraction parentage roots ethnicity nationality "
    "faith religion race gender sex sexuality orientation blood lineage stock birth persuasion".split()
)
_PLURAL_VERBS = frozenset(("are", "were", "be", "been", "being", "become", "'re"))
_LINKS = ("and", "or", "but", "yet")


def neutral_items(text: str, unit: Unit, person: str, others: bool) -> list[Item]:
    """The edits of *unit*; noun phrases are left open so that people can be told apart across the text."""
    place = Place(text, unit.start, unit.end, unit.floor, unit.ceiling, unit.spans[-1], person, others)
    if unit.form is Form.PRONOUN:
        return [Op(unit.start, unit.end, place.span.neutral or text[unit.start : unit.end], place.span)]
    if unit.spans[0].form is Form.PREDICATE:
        return [own_predicate(place)]
    if unit.spans[0].form is Form.PHRASE:
        return [phrase_op(place)]
    items: list[Item] = []
    floor = unit.floor
    heads = pieces(text, unit)
    for index, piece in enumerate(heads):
        ceiling = unit.ceiling if index + 1 == len(heads) else heads[index + 1].start
        here = place._replace(
            start=piece.start, end=piece.end, floor=floor, ceiling=ceiling, span=_nominal(piece), others=others
        )
        items.append(_piece(here, piece))
        floor = max(floor, items[-1].end)
    return items


def _nominal(piece: Piece):  # type: ignore[no-untyped-def]
    return next((s for s in reversed(piece.spans) if s.form in (Form.NOUN, Form.ADJECTIVE)), piece.spans[-1])


def _piece(place: Place, piece: Piece) -> Item:
    text, span = place.text, place.span
    if span.form is Form.ADJECTIVE and span.neutral and not is_role(span.neutral.rpartition(" ")[2]):
        return Op(place.start, place.end, span.neutral, span)
    head = plain_head(place)
    if head is not None and head.low in _ORIGINS and (op := _origin(place, head)):
        return op
    if head is not None:
        phrase = noun_phrase(text, piece, head, place.floor, place.ceiling, place.person)
        return phrase._replace(start=_joint_start(place, head))
    if (op := labelled(place) or aside(place)) is not None:
        return op
    if span.form is Form.NOUN:
        op = bare_complement(place)
        return op or noun_phrase(text, piece, None, place.floor, place.ceiling, place.person)
    return _headless(place, piece)


def plain_head(place: Place) -> Word | None:
    """The noun in the text that stays: any noun after an adjective, only a role after a noun ("woman engineer")."""
    text, span = place.text, place.span
    word = after(text, place.end, place.ceiling)
    if word is None or word.low in FUNCTION_WORDS:
        return None
    if span.form is Form.NOUN:
        owner = text[place.end - 2 : place.end].lower() == "'s"
        return word if is_role(word.low) and not owner else None
    verb = copula_before(text, place.start, place.floor)
    if verb is not None and verb.article < 0 and verb.bare not in _PLURAL_VERBS:
        head = head_after(text, place.end, place.ceiling)
        return head if head is not None and (is_role(head.low) or is_plural(head.low)) else None
    if collective(text[span.start : span.end]) and is_finite(word.low, third=False) and not is_role(word.low):
        determiner, further = before(text, place.start, place.floor), after(text, word.end, place.ceiling)
        if determiner and determiner.low == "the" and (further is None or further.low in FUNCTION_WORDS):
            return None
    return head_after(text, place.end, place.ceiling)


def _joint_start(place: Place, head: Word) -> int:
    """Where the deletion begins when a plain adjective was joined to this one: "a talented and young engineer"."""
    text, floor = place.text, place.floor
    joint = before(text, place.start, floor)
    if joint is not None and joint.low in _LINKS:
        end = joint.start
    elif joint is None and text[: gap_before(text, place.start, floor)].endswith(","):
        end = gap_before(text, place.start, floor) - 1
    else:
        return place.start
    word = before(text, end, floor)
    if word is None or not is_adjective(word.low) or is_role(word.low) or head.start < place.end:
        return place.start
    return gap_before(text, end, floor)


def _origin(place: Place, head: Word) -> Op | None:
    """ "of Nigerian descent", "from a Muslim background": the whole phrase goes."""
    word = before(place.text, place.start, place.floor)
    if word is not None and word.low in DETERMINERS:
        word = before(place.text, word.start, place.floor)
    if word is None or word.low not in PREPOSITIONS:
        return None
    return phrase_op(place._replace(start=word.start, end=head.end))


def _headless(place: Place, piece: Piece) -> Item:
    """An adjective without a noun: said of a subject, standing for people, or an afterthought."""
    text, floor = place.text, place.floor
    verb = copula_before(text, place.start, floor)
    if verb is not None and verb.article < 0:
        return predicate_op(said_of(place, verb))
    word = before(text, place.start, floor)
    if (op := _list_item(place)) is not None:
        return op
    follower = _joined_adjective(place)
    if follower is not None:
        return Op(place.start, follower.start, "", place.span)
    if word is not None and (word.low in DETERMINERS or word.low in PREPOSITIONS):
        return noun_phrase(text, piece, None, floor, place.ceiling, place.person)
    if is_question(text, place.start, floor):
        return Op(place.start, place.end, with_article(place.person), place.span)
    if _alone(place):
        return Op(place.start, place.end, place.person, place.span)
    return Op(place.start, place.end, "", place.span)


def _list_item(place: Place) -> Op | None:
    """ "kind and Muslim", "kind, Muslim and funny": the item goes with what joined it to the describing word before."""
    text = place.text
    joint = before(text, place.start, place.floor)
    end = joint.start if joint is not None and joint.low in _LINKS else place.start
    left = gap_before(text, end, place.floor)
    comma = left > place.floor and text[left - 1] == ","
    previous = before(text, left - comma, place.floor)
    if not (comma or end < place.start) or previous is None or not is_adjective(previous.low):
        return None
    earlier = previous.start - 2
    if end < place.start and text[earlier : previous.start] == ", " and before(text, earlier, place.floor):
        return Op(earlier, place.end, f" and {previous.text}", place.span)
    return Op(left - comma, place.end, "", place.span)


def _joined_adjective(place: Place) -> Word | None:
    """The plain adjective that shares the noun to come: "young, *talented* engineers"."""
    text, at = place.text, gap_after(place.text, place.end, place.ceiling)
    comma = text[at : at + 1] == ","
    word = after(text, at + comma, place.ceiling)
    if word is not None and word.low in _LINKS:
        word, comma = after(text, word.end, place.ceiling), True
    if word is None or not comma or not is_adjective(word.low):
        return None
    further = after(text, word.end, place.ceiling)
    return word if further is not None and further.low not in FUNCTION_WORDS else None


def _alone(place: Place) -> bool:
    """Whether nothing else stands on the line."""
    text = place.text
    left, right = text.rfind("\n", 0, place.start) + 1, text.find("\n", place.end)
    rest = text[left : place.start] + text[place.end : right if right >= 0 else len(text)]
    return not any(letter.isalnum() for letter in rest)
