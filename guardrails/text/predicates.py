"""What becomes of "is Muslim", "I'm 45 and", "who is deaf": the clause goes where it can, else it keeps a neutral noun."""

from __future__ import annotations

import re
from typing import NamedTuple

from guardrails.text.articles import with_article
from guardrails.text.clauses import (
    Copula,
    copula_before,
    ends_clause,
    is_question,
    is_wh_question,
    sentence_start,
    subject_before,
)
from guardrails.text.grammar import CONJUNCTIONS, COPULAS, DETERMINERS, FUNCTION_WORDS, QUESTION_WORDS, SUBJECTS
from guardrails.text.number import is_plural, pluralise
from guardrails.text.tidy import Op
from guardrails.text.verbs import is_adjective, is_finite
from guardrails.text.words import Word, after, before, gap_after, gap_before
from guardrails.types import Span

__all__ = ["Place", "Predicate", "bare_complement", "own_predicate", "predicate_op", "said_of"]

_LINK = re.compile(r"[ \t]{0,3}(,?)[ \t]{0,3}(?:(and|but|yet|so)\b[ \t]{1,3})?", re.IGNORECASE)  # ", and "
_RELATIVE = frozenset(("who", "that", "which", "who's", "whom"))
_ADVERBIAL = frozenset(("because", "since", "as", "although", "though", "while", "whereas", "when", "if", "unless"))
_PERSONAL = frozenset(("i", "you", "he", "she", "we", "they", "it"))
_THIRD = frozenset(("he", "she", "it", "who", "that"))
_POSSESSIVE = frozenset(("my", "your", "his", "her", "our", "their"))
_PLURAL_BE = frozenset(("are", "were"))


class Place(NamedTuple):
    """``[start, end)`` of *text*, the room ``[floor, ceiling)`` around it, and what neutral words are to be used.

    *others*: the text has more sentences than this one.
    """

    text: str
    start: int
    end: int
    floor: int
    ceiling: int
    span: Span
    person: str
    others: bool


class Predicate(NamedTuple):
    """``[start, end)`` is said of the subject of *verb*; *own* means that the verb is part of the span."""

    verb: Copula
    start: int
    end: int
    floor: int
    ceiling: int
    span: Span
    text: str
    person: str
    others: bool
    own: bool = False


def said_of(place: Place, verb: Copula) -> Predicate:
    """What stands at *place* as the complement of *verb*."""
    return Predicate(
        verb, place.start, place.end, place.floor, place.ceiling, place.span, place.text, place.person, place.others
    )


def own_predicate(place: Place) -> Op:
    """The edit of a span that holds its own verb: "is 45 years old", "uses a wheelchair", "I'm deaf"."""
    text = place.text
    first = after(text, place.start, place.end)
    while first is not None and first.low in SUBJECTS and first.end < place.end:
        place = place._replace(start=gap_after(text, first.end, place.end))
        first = after(text, place.start, place.end)
    if first is None:
        ending = re.compile(r"['’](?:s|m|re|ve)\b").match(text, place.start, place.end)
        end = ending.end() if ending else place.start
        verb = Copula(place.start, end, "'s", False, False, -1)
    else:
        cut = first.start + len(first.low.split("'")[0])
        contracted = first.low.split("'")[0] in _PERSONAL and "'" in first.low
        verb = Copula(
            cut if contracted else first.start,
            first.end,
            first.low[cut - first.start :] if contracted else first.low,
            False,
            False,
            -1,
        )
        if contracted:
            place = place._replace(start=cut)
    outer = copula_before(text, place.start, place.floor)
    if outer is not None and outer.article < 0:
        return predicate_op(said_of(place, outer))
    if first is not None and (verb.bare in COPULAS):
        return predicate_op(said_of(place._replace(start=gap_after(text, verb.end, place.end)), verb))
    return predicate_op(said_of(place, verb)._replace(own=True))


def bare_complement(place: Place) -> Op | None:
    """ "is a woman and has": the clause goes when another takes its place; ``None`` leaves the noun to be replaced."""
    verb = copula_before(place.text, place.start, place.floor)
    if verb is None or verb.adjective_only:
        return None
    start = verb.article if verb.article >= 0 else place.start
    said = said_of(place._replace(start=start), verb)
    return _continued(said.text, said, subject_before(said.text, verb.start, said.floor))


def predicate_op(said: Predicate) -> Op:
    """The edit that takes *said* out of its sentence."""
    text, person, others = said.text, said.person, said.others
    subject = subject_before(text, said.verb.start, said.floor)
    if is_question(text, said.start, said.floor) and not said.own:
        return _noun(text, said, subject, person)
    for rule in (_continued, _last_of_list, _relative, _subordinate):
        op = rule(text, said, subject)
        if op is not None:
            return op
    whole = _whole_sentence(text, said, subject) if others else None
    return whole or _noun(text, said, subject, person)


def _continued(text: str, said: Predicate, subject: Word | None) -> Op | None:
    """ "She is Muslim and has", "I'm deaf, how do I", "is 45, lives in": what follows takes the place."""
    link = _LINK.match(text, said.end, said.ceiling)
    if link is None or not (link[1] or link[2]):
        return None
    follower = after(text, link.end(), said.ceiling)
    if follower is None:
        return None
    low, bare = follower.low, follower.low.split("'")[0]
    pronoun = subject is not None and subject.low in _PERSONAL and _opens_clause(text, subject, said.floor)
    if bare in _PERSONAL | _POSSESSIVE | DETERMINERS | QUESTION_WORDS and not (link[2] == "" and bare in ("a", "an")):
        if pronoun and subject is not None:
            return Op(subject.start, follower.start, "", said.span)
        if subject is not None and subject.low not in SUBJECTS and bare in ("he", "she", "it") and "'" not in low:
            return Op(said.verb.start, follower.end, "", said.span)
        return None
    if is_finite(low, third=subject is None or subject.low in _THIRD or not _takes_base(subject)):
        return Op(said.verb.start, follower.start, " " if _is_contracted(said) else "", said.span)
    if said.own or low in FUNCTION_WORDS and not (link[2] and low not in CONJUNCTIONS and low not in SUBJECTS):
        return None
    if not link[2] and not is_adjective(low):
        return None
    return Op(_after_negation(text, said), follower.start, "", said.span)


def _takes_base(subject: Word) -> bool:
    return subject.low.split("'")[0] in ("i", "you", "we", "they") or is_plural(subject.low)


def _is_contracted(said: Predicate) -> bool:
    return said.verb.bare.startswith("'")


def _after_negation(text: str, said: Predicate) -> int:
    """The complement's start, or that of the "not" before it, which must not fall on what follows."""
    word = before(text, said.start, said.verb.end)
    return word.start if word is not None and word.low == "not" else said.start


def _opens_clause(text: str, subject: Word, floor: int) -> bool:
    left = gap_before(text, subject.start, floor)
    if left == 0 or not (text[left - 1].isalnum() or text[left - 1] in "'’"):
        return True
    word = before(text, left, floor)
    return word is not None and (word.low in CONJUNCTIONS or word.low in ("that", "as"))


def _last_of_list(text: str, said: Predicate, _: Word | None) -> Op | None:
    """ "She is kind and Muslim", "kind, Muslim and funny": the item goes with what joined it."""
    left = gap_before(text, said.start, said.floor)
    word = before(text, said.start, said.floor)
    if word is not None and word.low in ("and", "or", "but"):
        left = gap_before(text, word.start, said.floor)
        left -= left > said.floor and text[left - 1] == ","
    elif not (left > said.floor and text[left - 1] == ","):
        return None
    else:
        left -= 1
    return Op(left, said.end, "", said.span) if said.verb.end < left else None


def _relative(text: str, said: Predicate, subject: Word | None) -> Op | None:
    """ "a candidate who is Muslim": the relative clause goes."""
    if subject is None or subject.low not in _RELATIVE:
        return None
    start = gap_before(text, subject.start, said.floor)
    return (
        Op(start, said.end, "", said.span)
        if start > 0 and text[start - 1].isalnum() or start != subject.start
        else None
    )


def _subordinate(text: str, said: Predicate, subject: Word | None) -> Op | None:
    """ "..., because she is Muslim." and "... and he is deaf.": the clause goes with its conjunction."""
    if subject is None or subject.low.split("'")[0] not in _PERSONAL or not ends_clause(text, said.end):
        return None
    joint = before(text, subject.start, said.floor)
    if joint is None or joint.low not in _ADVERBIAL and joint.low not in ("and", "but"):
        return None
    left = gap_before(text, joint.start, said.floor)
    if left <= sentence_start(text, joint.start, said.floor) or not (
        text[left - 1].isalnum() or text[left - 1] in ",)"
    ):
        return None
    return Op(left - (text[left - 1] == ","), said.end, "", said.span)


def _whole_sentence(text: str, said: Predicate, subject: Word | None) -> Op | None:
    """A sentence of a pronoun and its predicate, where the text has others."""
    if subject is None or subject.low.split("'")[0] not in _PERSONAL or not ends_clause(text, said.end):
        return None
    if subject.start != sentence_start(text, subject.start, said.floor):
        return None
    end = said.end
    while end < said.ceiling and text[end] in " \t.!":
        end += 1
    if end < len(text) and text[end] not in "\n\r" and not text[end - 1].isspace():
        return None
    return Op(subject.start, end, "", said.span)


def _noun(text: str, said: Predicate, subject: Word | None, person: str) -> Op:
    """The predicate with a neutral noun where the clause must stay: "Being gay is" to "Being a person is"."""
    verb = said.verb
    start = said.start
    if verb.adjective_only and not said.own:
        return Op(start, said.end, "that way", said.span)
    many = _is_many(text, said, subject)
    if is_wh_question(text, start, said.floor) and not said.own:
        return Op(start, said.end, "they" if many else "it", said.span)  # "Who is deaf?": "Who is it?"
    noun = pluralise(person) if many else with_article(person)
    if said.own:
        be = {"i": "am", "you": "are"}.get(subject.low if subject else "", "are" if many else "is")
        return Op(said.start, said.end, f"{be} {noun}", said.span)
    if verb.negated:
        word = before(text, start, verb.end)
        start = word.start if word is not None and word.low == "not" else start
    if verb.bare.startswith("identif"):
        be = "are" if verb.bare == "identify" else "is"
        return Op(verb.start, said.end, f"{be} {noun}", said.span)
    if verb.negated and verb.bare in COPULAS and text[verb.start : verb.end].lower() != verb.bare:
        return Op(verb.start, said.end, f"{verb.bare} {noun}", said.span)
    return Op(start, said.end, noun, said.span)


def _is_many(text: str, said: Predicate, subject: Word | None) -> bool:
    low = subject.low.split("'")[0] if subject else ""
    if low in ("i", "he", "she", "it", "you", "who") and said.verb.bare not in _PLURAL_BE:
        return False
    if low in ("we", "they", "these", "those"):
        return True
    return low != "you" and (said.verb.bare in _PLURAL_BE or said.verb.bare == "'re" or is_plural(low) and said.own)
