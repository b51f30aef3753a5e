"""Phrases that a verb, a preposition or a list governs ("has no accent", "without family commitments")."""

from __future__ import annotations

from guardrails.text.clauses import ends_clause, sentence_start
from guardrails.text.grammar import (
    AUXILIARIES,
    DETERMINERS,
    FOCUS,
    FUNCTION_WORDS,
    PREPOSITIONS,
    SUBJECTS,
    is_intensifier,
    is_role,
)
from guardrails.text.number import is_plural
from guardrails.text.places import Place
from guardrails.text.predicates import own_predicate
from guardrails.text.tidy import Op
from guardrails.text.verbs import is_adjective, is_base, is_finite
from guardrails.text.vocabulary import words
from guardrails.text.words import Word, after, before, gap_after, gap_before

__all__ = ["governed_op"]

_HANGING = words(
    "aged born who that which whose living suffering receiving collecting experiencing surviving sleeping unable "
    "discharged dishonorably honorably honourably formerly confined paralysed paralyzed expecting going having "
    "planning returning pregnant older younger about due deaf blind fresh long months weeks years"
)
_LINKS = frozenset(("and", "or", "but", "nor"))
_PHRASAL = words(
    "live lives lived come comes came hail hails hailed belong belongs belonged reside resides resided depend "
    "depends depended rely relies relied dwell dwells look looks looked sound sounds sounded speak speaks spoke "
    "stem stems stemmed suffer suffers suffered"
)
_PARTICIPLES = words("living coming hailing residing belonging depending relying speaking suffering raised brought")
_OPENERS = DETERMINERS - SUBJECTS
_REQUIRED = words("only please preferred required needed essential wanted welcome necessary")
_UNSAID = "undisclosed"


def governed_op(place: Place) -> Op | None:
    """The edit of a phrase that is no afterthought; ``None`` for one that hangs on the noun before it."""
    text = place.text
    first = after(text, place.start, place.end)
    if first is None or first.low[0].isdigit() or first.low in PREPOSITIONS or first.low in _HANGING:
        return None
    if _is_attributive(place):
        return Op(place.start, place.end, "", place.span)
    start, lead = _opening(place)
    rest = _shared(place)
    if lead is None:
        return _leading(place, start, rest)
    if rest is not None and (lead.low in PREPOSITIONS or _is_verb(lead)):
        return Op(start, rest.start, "", place.span)
    if lead.low in PREPOSITIONS:
        return _after_preposition(place, lead)
    if lead.low in _LINKS and _is_item(place, lead):
        return Op(gap_before(text, lead.start, place.floor), place.end, "", place.span)
    if _is_verb(lead):
        return own_predicate(place._replace(start=lead.start))
    if lead.low == "having":
        return Op(lead.start, place.end, "", place.span)
    return Op(start, place.end, "", place.span) if start < place.start else None


def _is_item(place: Place, link: Word) -> bool:
    """Whether what *link* joins is said of the same thing: "a car and no accent"."""
    word = before(place.text, link.start, place.floor)
    return word is not None and word.low not in AUXILIARIES


def _is_attributive(place: Place) -> bool:
    """Whether the phrase describes the noun after it: "a young and energetic team", "a foreign-looking man"."""
    text = place.text
    last, follower = before(text, place.end, place.start), after(text, place.end)
    if last is None or follower is None or follower.low in FUNCTION_WORDS:
        return False
    lead = before(text, place.start, place.floor)
    if lead is not None and lead.low in ("a", "an") and not is_finite(follower.low) and not _is_adverb(follower.low):
        return True
    if is_adjective(last.low) or last.low in ("young", "youthful"):
        return not is_finite(follower.low) or is_role(follower.low)
    return is_role(follower.low)


def _is_adverb(word: str) -> bool:
    return word.endswith(("ly", "ing")) or word in FOCUS


def _opening(place: Place) -> tuple[int, Word | None]:
    """Where the noun phrase begins, its article and describing words included, and the word before that."""
    start = place.start
    for _ in range(3):
        word = before(place.text, start, place.floor)
        if word is None or is_finite(word.low) or not (word.low in _OPENERS or _describes(word.low)):
            return start, word
        start = word.start
    return start, before(place.text, start, place.floor)


def _describes(word: str) -> bool:
    return is_adjective(word) or is_intensifier(word)


def _is_verb(word: Word) -> bool:
    return word.low not in _LINKS and (is_finite(word.low) or is_base(word.low))


def _shared(place: Place) -> Word | None:
    """The further object after "and": "no family commitments and *a* car"; ``None`` where a clause begins."""
    link = after(place.text, place.end, place.ceiling)
    if link is None or link.low not in ("and", "or", "but"):
        return None
    word = after(place.text, link.end, place.ceiling)
    if word is None or word.low in SUBJECTS or word.low in AUXILIARIES or word.low in PREPOSITIONS:
        return None
    if is_finite(word.low) or is_base(word.low):
        return None
    verbal = word.low.endswith("s") and not ends_clause(place.text, word.end)  # "and types fast"
    return None if verbal and is_plural(word.low) else word


def _after_preposition(place: Place, lead: Word) -> Op:
    """The preposition goes too, and the verb that asks for it: "lives in", "living in", "comes from"."""
    verb = before(place.text, lead.start, place.floor)
    if verb is not None and verb.low in _PHRASAL:
        return own_predicate(place._replace(start=verb.start))
    if verb is not None and verb.low in _PARTICIPLES:
        return Op(verb.start, place.end, "", place.span)
    return Op(lead.start, place.end, "", place.span)


def _leading(place: Place, start: int, rest: Word | None) -> Op | None:
    """A phrase with no word before it: an item of a list, the subject of a sentence, or all that is said."""
    text, end = place.text, place.end
    left = gap_before(text, start, place.floor)
    right = gap_after(text, end, place.ceiling)
    if left > place.floor and text[left - 1] == ",":
        if text[right : right + 1] == "," and (word := after(text, right + 1)) is not None and is_finite(word.low):
            return None  # "Anna, no accent, has led"
        return Op(left - 1, end, "", place.span) if rest is None else Op(start, rest.start, "", place.span)
    if rest is not None:
        return Op(start, rest.start, "", place.span)
    if (link := after(text, end, place.ceiling)) is not None and link.low == "and":  # "man up and call"
        return Op(start, gap_after(text, link.end, place.ceiling), "", place.span)
    if text[left - 1 : left] == "(" and text[right : right + 1] == ")":
        return None
    if text[right : right + 1] == "," and right < place.ceiling:
        return Op(start, gap_after(text, right + 1, place.ceiling), "", place.span)
    return _alone(place, start)


def _alone(place: Place, start: int) -> Op | None:
    """The subject of a sentence, or the whole of it: "Family commitments are fine.", "No accent required."."""
    text, end = place.text, place.end
    verb = after(text, end, place.ceiling)
    if verb is not None and verb.low in _REQUIRED and ends_clause(text, verb.end):
        end = verb.end
    if not ends_clause(text, end):
        many = is_plural(text[place.start : end]) or (verb is not None and verb.low in ("are", "were", "have"))
        opens = start == sentence_start(text, start, place.floor)
        runs = verb is not None and (verb.low in AUXILIARIES or is_finite(verb.low))
        return Op(start, end, "such things" if many else "that", place.span) if opens and runs else None
    if not place.others:
        return Op(start, end, _UNSAID, place.span)
    end = gap_after(text, end, place.ceiling)
    return Op(start, end + (text[end : end + 1] == "." and end < place.ceiling), "", place.span)
