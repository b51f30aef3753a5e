"""Descriptions in passing that a sentence can do without: "As a woman, I", "Being a Sikh, he", "Anna, a Sikh,"."""

from __future__ import annotations

from guardrails.text.clauses import ends_clause, sentence_start
from guardrails.text.grammar import ADVERBS, ARTICLES, BLAMING, COPULAS, POSSESSIVES, is_role
from guardrails.text.nouns import NounPhrase
from guardrails.text.number import is_plural, pluralise
from guardrails.text.tidy import Op
from guardrails.text.verbs import is_adjective, is_finite
from guardrails.text.words import Word, after, before, gap_after, gap_before

__all__ = ["spared_op", "undoubled"]

_KNOWN = POSSESSIVES | {"the"}


def spared_op(text: str, phrase: NounPhrase, lead: Word | None) -> Op | None:
    """The deletion of *phrase* with what ties it to the sentence; ``None`` where the sentence needs it.

    *lead* is the word before it.
    """
    if phrase.determiner not in ("a", "") or phrase.span.neutral or (phrase.many and phrase.determiner):
        return None
    if lead is None:
        return _apposition(text, phrase) if phrase.determiner else None
    if lead.low not in ("as", "being", "for"):
        return None
    cause = before(text, lead.start, phrase.floor) if lead.low == "being" else None
    if cause is not None and cause.low in BLAMING and ends_clause(text, phrase.stop):
        return Op(cause.start, phrase.stop, "", phrase.span)
    right = gap_after(text, phrase.stop, phrase.ceiling)
    comma = text[right : right + 1] == "," and right < phrase.ceiling
    return _opening(text, phrase, lead, right) if comma else None


def _opening(text: str, phrase: NounPhrase, lead: Word, right: int) -> Op | None:
    """ "As a woman, I" loses its opening, "I, as a woman, think" what stands between the commas."""
    if lead.start == sentence_start(text, lead.start, phrase.floor):
        return Op(lead.start, gap_after(text, right + 1, phrase.ceiling), "", phrase.span)
    left = gap_before(text, lead.start, phrase.floor)
    between = left > phrase.floor and text[left - 1] == ","
    return Op(left - 1, right + 1, "", phrase.span) if between else None


def _apposition(text: str, phrase: NounPhrase) -> Op | None:
    """ "The chef, a Muslim, asked", "We met Anna Lopez, a Muslim."; the items of a list stay."""
    left = gap_before(text, phrase.left, phrase.floor)
    right = gap_after(text, phrase.stop, phrase.ceiling)
    named = before(text, left - 1) if left > phrase.floor and text[left - 1] == "," else None
    if named is None or is_plural(named.low):
        return None
    if named.end != phrase.floor and (named.start < phrase.floor or not _is_somebody(text, named, phrase)):
        return None  # who was edited right before is somebody
    if text[right : right + 1] == "," and right < phrase.ceiling:
        follower = after(text, right + 1, phrase.ceiling)
        goes_on = follower is not None and (
            is_finite(follower.low) or follower.low in ADVERBS or follower.low == "both"
        )
        goes_on = goes_on or (
            follower is not None and follower.low == "and" and _are_known(text, named, follower, phrase)
        )
        return Op(left - 1, right + 1, "", phrase.span) if goes_on else None
    opens = named.start == sentence_start(text, named.start, phrase.floor)
    return Op(left - 1, phrase.stop, "", phrase.span) if ends_clause(text, phrase.stop) and not opens else None


def _is_somebody(text: str, named: Word, phrase: NounPhrase) -> bool:
    if named.text[0].isupper() or is_role(named.low):
        return True
    lead = before(text, named.start, phrase.floor)
    governor = before(text, lead.start, phrase.floor) if lead is not None and lead.low in _KNOWN else None
    return lead is not None and lead.low in _KNOWN and (governor is None or governor.low not in ("in", "at", "on"))


def _are_known(text: str, named: Word, link: Word, phrase: NounPhrase) -> bool:
    """ "the engineer, a woman, and the architect": what is joined are the two somebodies known."""
    one, other = before(text, named.start, phrase.floor), after(text, link.end, phrase.ceiling)
    return one is not None and other is not None and one.low in _KNOWN and other.low in _KNOWN


def undoubled(text: str, phrase: NounPhrase, lead: Word | None) -> str:
    """The noun of *phrase*, or another where the sentence would say it of itself: "candidates are candidates"."""
    noun = phrase.noun
    if phrase.span.neutral:
        return noun
    return _other(noun, many=phrase.many) if _is_said_of(text, phrase, lead) or _is_subject_of(text, phrase) else noun


def _other(noun: str, *, many: bool) -> str:
    other = "individual" if noun in ("person", "people") else "person"
    return pluralise(other) if many else other


def _is_said_of(text: str, phrase: NounPhrase, verb: Word | None) -> bool:
    """Whether the subject before the linking *verb* is the same noun."""
    for _ in range(3):  # "is an angry"
        if verb is not None and (verb.low in ARTICLES or (is_adjective(verb.low) and not verb.low.endswith("ing"))):
            verb = before(text, verb.start, phrase.floor)
    if verb is None or verb.low not in COPULAS:
        return False
    subject = before(text, verb.start, phrase.floor)
    if subject is None:
        return phrase.floor > 0 and gap_before(text, verb.start, phrase.floor) == phrase.floor and phrase.said
    return subject.low == phrase.noun


def _is_subject_of(text: str, phrase: NounPhrase) -> bool:
    """Whether what the linking verb after *phrase* says of it is the same noun."""
    verb = after(text, phrase.stop, phrase.ceiling)
    if verb is None or verb.low not in COPULAS:
        return False
    said = after(text, verb.end, phrase.ceiling)
    if said is not None and said.low in ("a", "an"):
        said = after(text, said.end, phrase.ceiling)
    return said is not None and said.low == phrase.noun
