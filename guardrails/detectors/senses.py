"""Chooses what a term means here from the words beside it."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Final

from guardrails.detectors import senses_common, senses_groups, senses_nouns
from guardrails.detectors import senses_verdict as why
from guardrails.detectors.derive import Term
from guardrails.detectors.lexicon import Kind
from guardrails.detectors.patterns import Pattern
from guardrails.detectors.senses_case import capitalised, in_institution
from guardrails.detectors.senses_context import Window
from guardrails.detectors.senses_grammar import DETERMINERS
from guardrails.detectors.senses_head import HeadKind, head_of
from guardrails.detectors.senses_media import names_a_work
from guardrails.detectors.senses_subject import Subject, beside_person, bracketed, subject_of
from guardrails.detectors.senses_verdict import Verdict, other, person
from guardrails.detectors.senses_words import Vocabulary
from guardrails.detectors.wordset import word_set
from guardrails.types import Form, Sense

__all__ = ["choose", "measured"]

_Chooser = Callable[[Window, Vocabulary, Term], Verdict]
_CHOOSERS: Final[Mapping[Kind, _Chooser]] = {
    Kind.CERTAIN: senses_groups.certain,
    Kind.DEMONYM: senses_groups.demonym,
    Kind.FAITH: senses_groups.faith,
    Kind.COLOUR: senses_common.colour,
    Kind.COMMON: senses_common.common,
    Kind.NOUN: senses_nouns.noun,
    Kind.ROLE: senses_nouns.kin,
    Kind.KIN: senses_nouns.kin,
    Kind.TITLE: senses_nouns.title,
    Kind.PRONOUN: senses_nouns.pronoun,
    Kind.CONDITION: senses_nouns.condition,
    Kind.PHRASE: senses_nouns.phrase,
}
_DESCRIBING: Final = frozenset({Kind.DEMONYM, Kind.COLOUR, Kind.COMMON, Kind.FAITH})
_STRAY: Final = frozenset({Sense.OTHER, Sense.LANGUAGE, Sense.COLOUR})
_OF_PERSONS: Final = word_set("sounding looking presenting passing identifying raised educated")
_FINITE: Final = word_set("has have had use uses used need needs require requires relies wear wears lost")
_FIELDS: Final = word_set(
    "nationality citizenship ethnicity ethnic race religion faith denomination sex gender orientation sexuality "
    "disability disabilities caste heritage descent"
)
_STATUS: Final = word_set("marital civil family veteran relationship")
_SLASHED: Final = re.compile(r"(?<![\w/])(?:[fmx]/[1-9]\d|[1-9]\d/[fmx])/(?:[a-z]{3,14}/){0,2}\Z")
_SLASHED_REACH: Final = 40
_AGAINST: Final = frozenset({"anti", "pro", "pre", "pan"})
_OF_THINGS: Final = word_set(
    "owned led friendly inspired style styled themed made based free run only oriented centric related specific "
    "dominated language speaking affiliated backed built language first in out up down off on"
)


def choose(term: Term, window: Window, words: Vocabulary) -> Verdict:
    """The sense of *term* in *window*."""
    if term.entry.kind is Kind.FIXED:
        return other(Sense.OTHER, "a fixed expression")
    if window.joint in _AGAINST:
        return other(Sense.OTHER, why.HYPHENATED)
    if window.joined_after and len(window.after) > 1:
        if window.after[1] in _OF_THINGS:
            return other(Sense.OTHER, why.HYPHENATED)
        if window.after[1] in _OF_PERSONS:
            return person("part of a compound about people")
    if term.entry.cased and term.entry.term.isupper() and not window.cased[window.start : window.end].isupper():
        return other(Sense.OTHER, "a common word without its capitals")
    if _lost_capital(term, window, words):
        return other(Sense.OTHER, "a common word without its capital")
    if _value(window):
        return person("the value of a field about persons", Form.PHRASE)
    if names_a_work(window, people=term.entry.kind is Kind.NOUN):
        return other(Sense.TITLE, "named in a command to a media player")
    verdict = capitalised(term, window, words)
    if verdict is not None:
        return verdict
    return _by_kind(term, window, words)


def _by_kind(term: Term, window: Window, words: Vocabulary) -> Verdict:
    verdict = _CHOOSERS[term.entry.kind](window, words, term)
    if term.entry.kind not in _DESCRIBING or verdict.sense not in _STRAY:
        return verdict
    held = bracketed(window, words, language=verdict.sense is Sense.LANGUAGE)
    return person(why.IN_BRACKETS) if held else verdict


def _value(window: Window) -> bool:
    """ "Nationality: Indian", "Marital status: single": the name of the field stands before the sign; "F/34/single"."""
    if window.prior == "/":
        return _SLASHED.search(window.text, max(0, window.start - _SLASHED_REACH), window.start) is not None
    if window.prior not in (":", "=") or len(window.before) < 2:
        return False
    name = window.before[1]
    return name in _FIELDS or (name == "status" and window.before[2:3] != [] and window.before[2] in _STATUS)


def _lost_capital(term: Term, window: Window, words: Vocabulary) -> bool:
    """ "polish", "gas": another word without the capital, unless a person stands beside it."""
    short = term.entry.kind is Kind.DEMONYM and len(term.surface) < 5
    if window.capital or not (term.entry.cased or short):
        return False
    return head_of(window, words).kind is not HeadKind.PERSON and subject_of(window, words) is not Subject.PERSON


def _first_word(window: Window) -> str:
    return window.text[window.start : window.end].partition(" ")[0]


def measured(pattern: Pattern, window: Window, words: Vocabulary) -> Verdict:
    """The sense of what *pattern* found: a "30-year-old whisky" is as old as a person, and is none."""
    if in_institution(window):
        return other(Sense.ORGANISATION, "within a capitalised name")
    if pattern.beside and not (beside_person(window, words) or bracketed(window, words, language=False)):
        return other(Sense.OTHER, why.NO_PERSON)
    if pattern.said and subject_of(window, words) is not Subject.PERSON:
        return other(Sense.OTHER, why.NO_PERSON)
    if not pattern.checked:
        form = Form.PREDICATE if _first_word(window) in _FINITE else pattern.form
        return Verdict(Sense.PERSON, pattern.reason, form)
    head = head_of(window, words)
    if head.kind is HeadKind.THING and pattern.form is Form.ADJECTIVE and not head.loose:
        return other(Sense.OBJECT, why.BEFORE_THING)
    subject = subject_of(window, words)
    if pattern.attribute != "age" and pattern.form is Form.PHRASE and words.thing(window.prior) is not None:
        return other(Sense.OBJECT, "said of a thing")  # "the coffee comes from Kenya"
    if subject is Subject.THING and head.kind is not HeadKind.PERSON:
        return other(Sense.OBJECT, "said of a thing")
    if pattern.form is not Form.ADJECTIVE or head.kind is not HeadKind.NONE:
        return Verdict(Sense.PERSON, pattern.reason, pattern.form)
    bare = subject is Subject.PERSON and window.prior not in DETERMINERS and window.text[window.end - 1] != "s"
    return Verdict(Sense.PERSON, pattern.reason, Form.PREDICATE if bare else Form.NOUN)
