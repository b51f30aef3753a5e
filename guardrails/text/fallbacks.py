"""A neutral predicate for a clause that has to stay: "Being gay is fine" becomes "Being a person is fine"."""

from __future__ import annotations

from guardrails.text.articles import with_article
from guardrails.text.clauses import is_wh_question
from guardrails.text.grammar import ADVERBS, COPULAS, MODALS
from guardrails.text.number import is_plural, pluralise
from guardrails.text.places import Predicate
from guardrails.text.tidy import Op
from guardrails.text.words import Word, before

__all__ = ["CONDITIONS", "neutral_predicate"]

_PLURAL_BE = frozenset(("are", "were"))
_SINGULARS = frozenset(("i", "he", "she", "it", "you", "who"))
_PLURALS = frozenset(("we", "they", "these", "those"))
_GENERIC = frozenset(("people", "persons", "individuals", "others", "humans", "ones"))
CONDITIONS = frozenset(
    ("pregnancy", "disability", "socioeconomic", "marital_status", "family_status", "veteran", "veteran_status")
)
"""What one is in rather than is: "she said she was in that situation"."""
_THAT_WAY = "that way"


def neutral_predicate(said: Predicate, subject: Word | None) -> Op:
    """The edit that puts a noun for somebody, or "that way" where none would do, in the place of what was said."""
    text, verb, place = said.text, said.verb, said.place
    if said.own:
        return Op(place.start, place.end, _own(said, subject), place.span)
    many = _is_many(said, subject)
    if place.span.attribute == "age" and text[place.start : place.start + 1].isdigit():
        return Op(_after_not(said), place.end, "that age", place.span)
    if (
        verb.adjective_only
        or (verb.bare.startswith(("becom", "becam")) and place.span.attribute in CONDITIONS)
        or (many and (subject is None or subject.low in _GENERIC))
    ):
        return Op(_after_not(said), place.end, _THAT_WAY, place.span)
    if is_wh_question(text, place.start, place.floor):
        return Op(place.start, place.end, "they" if many else "it", place.span)  # "Who is deaf?": "Who is it?"
    if place.span.attribute in CONDITIONS and not verb.bare.startswith("identif"):
        return Op(_after_not(said), place.end, "in that situation", place.span)
    noun = pluralise(place.person) if many else with_article(place.person)
    if verb.bare.startswith("identif"):
        be = "are" if verb.bare == "identify" else "is"
        return Op(verb.start, place.end, f"{be} {noun}", place.span)
    if verb.negated and verb.bare in COPULAS and text[verb.start : verb.end].lower() != verb.bare:
        return Op(verb.start, place.end, f"{verb.bare} {noun}", place.span)
    return Op(_after_not(said), place.end, noun, place.span)


def _after_not(said: Predicate) -> int:
    """Where the complement begins, its "not" included: nobody is said not to be a person."""
    word = before(said.text, said.place.start, said.verb.end)
    return word.start if word is not None and word.low == "not" else said.place.start


def _own(said: Predicate, subject: Word | None) -> str:
    low = subject.low if subject is not None else ""
    many = _is_many(said, subject)
    noun = pluralise(said.place.person) if many else with_article(said.place.person)
    if (
        low in ADVERBS
        and subject is not None
        and (lead := before(said.text, subject.start, said.place.floor)) is not None
    ):
        low = lead.low
    if low == "to" or low in MODALS:
        return "do so" if said.verb.bare not in ("be", "become") else f"be {noun}"
    if (said.verb.bare.endswith("ed") and not said.verb.bare.endswith("eed")) or said.verb.bare in (
        "had",
        "was",
        "were",
    ):
        return f"{'were' if many else 'was'} {noun}"
    return f"{ {'i': 'am', 'you': 'are'}.get(low, 'are' if many else 'is') } {noun}"


def _is_many(said: Predicate, subject: Word | None) -> bool:
    low = subject.low.split("'")[0] if subject is not None else ""
    if low in _SINGULARS and said.verb.bare not in _PLURAL_BE:
        return False
    if low in _PLURALS:
        return True
    return low != "you" and (said.verb.bare in _PLURAL_BE or said.verb.bare == "'re" or (is_plural(low) and said.own))
