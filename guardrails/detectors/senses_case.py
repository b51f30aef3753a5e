"""What capital letters tell: a title of a work, the name of an institution, an everyday word used as a name."""

from __future__ import annotations

from typing import Final

from guardrails.detectors.derive import Term
from guardrails.detectors.lexicon import Kind
from guardrails.detectors.senses_context import Window
from guardrails.detectors.senses_grammar import DETERMINERS, FUNCTION
from guardrails.detectors.senses_head import HeadKind, head_of
from guardrails.detectors.senses_verdict import Verdict, other
from guardrails.detectors.senses_words import Vocabulary
from guardrails.detectors.wordset import word_set
from guardrails.types import Sense

__all__ = ["capitalised", "in_institution", "team_of_city"]

_SMALL: Final = frozenset({Kind.NOUN, Kind.KIN, Kind.COMMON, Kind.CERTAIN, Kind.CONDITION})
_LARGE: Final = frozenset({Kind.DEMONYM, Kind.FAITH, Kind.COLOUR, Kind.NOUN, Kind.CERTAIN})
_LINKS: Final = word_set("of for with and in on to the & against from")
_JOINED: Final = word_set("of for with and in on to the a an & , from")
_INSTITUTIONS: Final = word_set(
    "act acts law bill code convention declaration treaty committee commission council association foundation "
    "institute institution society department ministry bureau agency university college school museum library "
    "gallery center centre union league party church cathedral temple alliance federation congress caucus "
    "coalition network conference fund trust times news post herald tribune journal review magazine quarterly "
    "press studies encyclopedia encyclopaedia dictionary club academy orchestra choir theatre theater festival "
    "awards award prize cup championship championships games tournament bank airlines airways express corporation "
    "company inc ltd group holdings office service services affairs court hospital initiative project program "
    "programme campaign force forces guard police patrol army navy authority board"
)
_ADJECTIVAL: Final = ("ern", "ed", "al", "ic", "ous", "ish", "ese", "ian", "ean", "ful", "ive", "ent", "ant", "ary")
_BE: Final = word_set("am is are was were i'm being as be")


def capitalised(term: Term, window: Window, words: Vocabulary) -> Verdict | None:
    """The verdict that capitals alone give, within a text that also has small letters; else ``None``."""
    if not window.capital or not window.mixed or window.cased[window.start : window.end].isupper():
        return None
    if _institution_after(window) or _institution_before(window):
        return other(Sense.ORGANISATION, "within a capitalised name")
    if term.entry.kind is Kind.KIN and window.large_after(0):
        return other(Sense.NAME, "kinship before a name")
    if window.initial:
        return None
    if term.entry.kind in _SMALL and term.entry.term == term.entry.term.lower():
        return _small(term, window, words)
    if term.entry.kind in _LARGE and _title(window, words):
        return other(Sense.TITLE, "within a run of capitals")
    return None


def in_institution(window: Window) -> bool:
    """Whether a phrase ends inside a capitalised name ("Americans with Disabilities Act")."""
    last = window.cased.rfind(" ", window.start, window.end) + 1
    return window.mixed and window.cased[last or window.start].isupper() and _institution_after(window)


def _small(term: Term, window: Window, words: Vocabulary) -> Verdict | None:
    """A word that is written small as a rule and large here."""
    article = window.prior in DETERMINERS and (len(window.before) == 1 or not window.before[1][0].isalnum())
    if (window.large_before(0) and not article) or window.large_after(0) or _linked(window):
        return other(Sense.TITLE, "within a run of capitals")
    everyday = term.entry.kind in (Kind.COMMON, Kind.CERTAIN) and window.prior not in DETERMINERS
    if everyday and head_of(window, words).kind in (HeadKind.NONE, HeadKind.UNKNOWN):
        return (
            None if _BE.intersection(window.before[:2]) else other(Sense.NAME, "an everyday word written like a name")
        )
    return None


def _linked(window: Window) -> bool:
    """ "Man in a Garage", "Women, Culture, and Society": small words join the term to the next capital."""
    if window.prior in DETERMINERS:
        return False
    for place, word in enumerate(window.after[:3]):
        if window.large_after(place):
            return place > 0
        if word not in _JOINED:
            return False
    return False


def _titled(word: str) -> bool:
    """Whether *word*, written large, is one that only a title writes large: not "I" or "I'm"."""
    return word in FUNCTION and word != "i" and not word.startswith("i'")


def _title(window: Window, words: Vocabulary) -> bool:
    """ "Indian Teenager", "Rich Asians": a neighbour that is written small as a rule is written large."""
    if window.large_after(0) and (words.ascribes(window.following) or _titled(window.following)):
        return True  # "Rich Asians", "The Welshman Who Sang"
    everyday = words.modifier(window.prior) or words.ascribes(window.prior)
    return everyday and len(window.before) > 1 and window.before[1][0].isalnum() and window.large_before(0)


def _institution_after(window: Window) -> bool:
    """ "Americans with Disabilities Act", "Black Lawyers Association"."""
    for place, word in enumerate(window.after[:6]):
        large = window.large_after(place)
        if large and word in _INSTITUTIONS:
            return True
        if not large and (word not in _LINKS or place + 1 == len(window.after)):
            return False
    return False


def _institution_before(window: Window) -> bool:
    """ "Journal of Black Studies", "League of Women Voters"."""
    for place, word in enumerate(window.before[:4]):
        large = window.large_before(place)
        if large and word in _INSTITUTIONS and place:
            return True
        if not large and word not in _LINKS:
            return False
    return False


def team_of_city(window: Window, words: Vocabulary) -> bool:
    """ "the Bristol Poles": a name between the article and the plural."""
    city = window.prior
    named = window.capital and window.large_before(0) and window.before[1:2] == ["the"] and city not in FUNCTION
    return named and not (
        words.modifier(city) or words.ascribes(city) or words.member(city) or city.endswith(_ADJECTIVAL)
    )
