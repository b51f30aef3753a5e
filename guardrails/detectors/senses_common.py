"""Senses of colour words and everyday adjectives, which are people's only where a person stands beside them."""

from __future__ import annotations

from typing import Final

from guardrails.detectors import senses_verdict as why
from guardrails.detectors.lexicon import WordClass
from guardrails.detectors.senses_context import Window
from guardrails.detectors.senses_head import Head, HeadKind, head_of
from guardrails.detectors.senses_subject import Subject, subject_of
from guardrails.detectors.senses_verdict import Verdict, other, person
from guardrails.detectors.senses_words import DETERMINERS, Vocabulary
from guardrails.types import Form, Sense

__all__ = ["colour", "common"]

_COLOURS: Final = frozenset(
    "black white brown yellow red blue green grey gray pink purple orange navy beige tan gold silver cream ivory turquoise "
    "teal maroon violet khaki burgundy cyan magenta dark light bright".split()
)
_QUANTIFIERS: Final = frozenset(
    "all most many some few only those these you us no more other two three any the".split()
)
_ACQUAINTANCE: Final = frozenset(
    "friend friends roommate roommates colleague colleagues boss classmate classmates flame mate mates buddy buddies "
    "acquaintance acquaintances teammate teammates pal pals girlfriend boyfriend neighbor neighbour self".split()
)
_COUNTED: Final = frozenset("every each any no one not per".split())
_NOMINAL: Final = frozenset(
    "old young elderly aged poor rich blind deaf mute disabled infirm affluent needy unemployed sick sighted insane "
    "religious pious devout deprived youthful straight".split()
)


def colour(window: Window, words: Vocabulary, plural: bool) -> Verdict:
    """ "black": people, or a colour."""
    if window.following in _COLOURS or window.prior in _COLOURS or _listed_colour(window):
        return other(Sense.COLOUR, "among colours")
    if plural:
        return _colour_plural(window, words)
    head = head_of(window, words)
    if head.kind is HeadKind.PERSON and (
        words.listed_person(head.word) or words.sure_ending(head.word) or window.capital
    ):
        return person(why.BEFORE_PERSON)
    if head.kind is HeadKind.PERSON and head.distance == 0 and words.thing(head.word) is None:
        return person(why.BEFORE_PERSON)
    if head.kind is not HeadKind.NONE:
        return other(Sense.COLOUR, why.BEFORE_THING)
    if subject_of(window, words) is Subject.PERSON and not window.following.startswith("-"):
        return person(why.OF_SUBJECT, Form.PREDICATE)
    if words.has(WordClass.ATTITUDE, window.prior) and window.capital:
        return person(why.OBJECT_OF_ATTITUDE, Form.NOUN)
    return other(Sense.COLOUR, why.NO_PERSON)


def _listed_colour(window: Window) -> bool:
    """ "red, white and blue": another colour one joiner away, on either side."""
    sides = (window.before, window.after)
    return any(
        len(side) > 1 and side[0].word in (",", "and", "or", "/", "&", "with") and side[1].word in _COLOURS
        for side in sides
    )


def _colour_plural(window: Window, words: Vocabulary) -> Verdict:
    if window.prior in _QUANTIFIERS or words.has(WordClass.ATTITUDE, window.prior):
        return person(why.AS_NOUN, Form.NOUN)
    if window.following in ("are", "were", "have", "who", "and", "in", "only", "should", "can", "do", "to"):
        return person(why.AS_NOUN, Form.NOUN)
    return (
        person(why.AS_NOUN, Form.NOUN) if window.capital and not window.initial else other(Sense.COLOUR, why.NO_PERSON)
    )


def common(window: Window, words: Vocabulary, plural: bool) -> Verdict:
    """ "old", "straight": a person's where a person noun follows or a person is the subject."""
    surface = window.text[window.start : window.end]
    head = head_of(window, words)
    special = _special(surface, window, words, head)
    if special is not None:
        return special
    if head.kind is HeadKind.PERSON:
        return person(why.BEFORE_PERSON)
    if head.kind is HeadKind.THING:
        return other(head.sense if head.sense in (Sense.TECHNICAL, Sense.FOOD) else Sense.OBJECT, why.BEFORE_THING)
    if window.joined_before or window.joined_after:
        return other(Sense.OTHER, why.HYPHENATED)
    if head.kind is HeadKind.UNKNOWN:
        return other(Sense.OTHER, "before a noun that is no known person")
    return _bare(surface, window, words)


def _special(surface: str, window: Window, words: Vocabulary, head: Head) -> Verdict | None:
    if surface in ("senior", "junior") and head.kind is not HeadKind.NONE and not words.has(WordClass.GROUP, head.word):
        return None if head.word.startswith("citizen") else other(Sense.RANK, "a rank or level")
    if surface == "old" and head.word in _ACQUAINTANCE:
        return other(Sense.OTHER, "of long standing")
    if surface == "single" and (window.prior in _COUNTED or head.word == "one"):
        return other(Sense.OTHER, "counts rather than describes")
    return None


def _bare(surface: str, window: Window, words: Vocabulary) -> Verdict:
    subject = subject_of(window, words)
    if subject is Subject.PERSON:
        return person(why.OF_SUBJECT, Form.PREDICATE)
    if subject is Subject.NONE and window.prior in ("the", "an", "a") and surface in _NOMINAL:
        return person(why.AFTER_DETERMINER, Form.NOUN)
    if subject is Subject.NONE and words.has(WordClass.ATTITUDE, window.prior) and surface in _NOMINAL:
        return person(why.OBJECT_OF_ATTITUDE, Form.NOUN)
    return other(Sense.OTHER, "said of a thing" if subject is Subject.THING else why.NO_PERSON)
