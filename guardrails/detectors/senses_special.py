"""Everyday adjectives with a well-known other use: ranks, counts, verbs, software, acquaintance."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import Final

from guardrails.detectors import senses_verdict as why
from guardrails.detectors.lexicon import WordClass
from guardrails.detectors.senses_context import Window
from guardrails.detectors.senses_grammar import FUNCTION
from guardrails.detectors.senses_head import Head, HeadKind
from guardrails.detectors.senses_subject import Subject, subject_of
from guardrails.detectors.senses_verdict import Verdict, other, person
from guardrails.detectors.senses_words import Vocabulary
from guardrails.detectors.wordset import word_set
from guardrails.types import Form, Sense

__all__ = ["RANKED", "SUBJECTS", "special"]

_Rule = Callable[[str, Window, Vocabulary, Head], Verdict | None]

_ACQUAINTANCE: Final = word_set(
    "friend friends roommate roommates colleague colleagues boss classmate classmates flame mate mates buddy "
    "buddies acquaintance acquaintances teammate teammates pal pals girlfriend boyfriend neighbor neighbour self"
)
_COUNTED: Final = word_set("every each any no one not per")
SUBJECTS: Final = word_set("i he she we they who it")
_VERBAL: Final = {
    "engaged": word_set("in with by at on for"),
    "separated": word_set("by into and in out at from"),
    "retired": word_set("from by in at the to after with"),
    "disabled": word_set("by via in on for when if with at until unless due"),
    "aged": word_set("in for by"),
    "broke": word_set("the a my his her their our out down up into off in through"),
    "challenged": word_set("the a by"),
}
_PERSONAL: Final = word_set("deaf blind elderly poor rich straight queer religious disabled disfigured infirm affluent")
_OF_SOFTWARE: Final = word_set("old oldest native foreign thin fat slim")
_SOFTWARE: Final = word_set(
    "client clients user users reader readers server servers agent agents host hosts handler handlers provider "
    "providers consumer consumers producer producers manager managers driver drivers player players peer peers "
    "parent child children runner runners worker workers writer writers master slave owner member members subject "
    "subjects"
)
_APPLICANTS: Final = word_set(
    "candidate candidates applicant applicants tenant tenants renter renters borrower borrowers employee "
    "employees worker workers professional professionals friend friends traveller travellers traveler travelers "
    "earner earners homeowner"
)
_WOUNDED: Final = word_set("disabled wounded injured")
_OF_SOLDIERS: Final = word_set(
    "disabled wounded injured female male women unemployed young older elderly deaf blind retired autistic "
    "black white gay lesbian transgender"
)
_CONSEQUENCES: Final = frozenset({"so", "because", "therefore", "hence"})
_DEGREES: Final = word_set("degree degrees in of program programme")
RANKED: Final = word_set(
    "people person man men woman women lady ladies gentleman gentlemen adult adults folk folks couple couples "
    "parent parents relative relatives pet female females male males citizen citizens resident residents "
    "individuals individual person's patient patients population community communities shopper shoppers driver "
    "drivers"
)


def special(surface: str, window: Window, words: Vocabulary, head: Head) -> Verdict | None:
    """The verdict of the first special use that applies to *surface*, or ``None``."""
    for rule in _rules(surface):
        found = rule(surface, window, words, head)
        if found is not None:
            return found
    return None


def _comrade(surface: str, window: Window, words: Vocabulary, head: Head) -> Verdict | None:
    """ "a veteran of the war" or "an industry veteran"; "an orphan" or "an orphan process"."""
    if surface == "veterans" and head.kind in (HeadKind.NONE, HeadKind.UNKNOWN) and _unqualified(window):
        return person(why.AS_NOUN, Form.NOUN)
    if surface.startswith("veteran") and window.prior in _WOUNDED and window.following != "of":
        return person(why.AS_NOUN, Form.NOUN)
    if surface.startswith("veteran"):
        if surface == "veteran" and _said_alone(window, words):
            return person(why.AS_NOUN, Form.NOUN)
        military = any(words.has(WordClass.MILITARY, word) for word in (*window.before, *window.after))
        return person(why.AS_NOUN, Form.NOUN) if military else other(Sense.OTHER, "an old hand")
    if surface.startswith("orphan") and head.kind in (HeadKind.NONE, HeadKind.UNKNOWN):
        return person(why.AS_NOUN, Form.NOUN)
    if surface == "bachelors" and window.following not in _DEGREES:
        return person(why.AS_NOUN, Form.NOUN)
    return None


def _said_alone(window: Window, words: Vocabulary) -> bool:
    """ "he's a veteran, so he will shout", where something is made of it; "she's a veteran" may be an old hand."""
    said = window.prior == "a" and not _CONSEQUENCES.isdisjoint(window.after[:2])
    return said and subject_of(window, words) is Subject.PERSON


def _unqualified(window: Window) -> bool:
    """ "disabled veterans", "women and veterans", but "industry veterans", "veterans of the stage"."""
    prior = window.prior
    alone = not prior.isalpha() or prior in _OF_SOLDIERS or (prior in FUNCTION and prior != "something")
    return alone and window.following != "of"


def _verb(surface: str, window: Window, words: Vocabulary, head: Head) -> Verdict | None:
    """ "they separated", "engaged in", "this broke that"."""
    if window.prior in SUBJECTS and surface not in ("old", "young", "straight", "single"):
        return other(Sense.OTHER, "a verb after its subject")
    if surface in _VERBAL and window.following in _VERBAL[surface]:
        return other(Sense.OTHER, "a verb with its preposition")
    if surface == "broke" and window.before and not _may_precede(window.prior, words):
        return other(Sense.OTHER, "a verb after its subject")
    return None


def _expecting(surface: str, window: Window, words: Vocabulary, head: Head) -> Verdict | None:
    """ "expecting mothers", "she is expecting", "expecting a parcel"."""
    if surface != "expecting" or not window.after or not window.after[0][0].isalnum():
        return None
    parents = head.kind is HeadKind.PERSON and head.distance == 0 and subject_of(window, words) is Subject.NONE
    return None if parents else other(Sense.OTHER, "waits for something else")


def _one_of_many(surface: str, window: Window, words: Vocabulary, head: Head) -> Verdict | None:
    """ "the older one" of some things, or of persons mentioned before."""
    if head.word in ("one", "ones") and surface not in _PERSONAL and not any(map(words.listed_person, window.before)):
        return other(Sense.OTHER, "said of one of some things")
    return None


def _software(surface: str, window: Window, words: Vocabulary, head: Head) -> Verdict | None:
    if surface in _OF_SOFTWARE and head.word in _SOFTWARE:
        return other(Sense.TECHNICAL, "before a word for a program")
    return None


def _rank(surface: str, window: Window, words: Vocabulary, head: Head) -> Verdict | None:
    ranked = head.word in RANKED and not (head.word.startswith("driver") and _of_vehicle(window, words, head))
    if surface in ("senior", "junior") and head.kind is not HeadKind.NONE and not ranked:
        return None if head.word.startswith("citizen") else other(Sense.RANK, "a rank or level")
    return None


def _of_vehicle(window: Window, words: Vocabulary, head: Head) -> bool:
    """ "senior bus driver", but "senior female drivers"."""
    what = window.following
    return head.distance > 0 and not (words.ascribes(what) or words.modifier(what) or what in FUNCTION)


def _long_standing(surface: str, window: Window, words: Vocabulary, head: Head) -> Verdict | None:
    return other(Sense.OTHER, "of long standing") if surface == "old" and head.word in _ACQUAINTANCE else None


def _counting(surface: str, window: Window, words: Vocabulary, head: Head) -> Verdict | None:
    """ "not a single person", "a single server": one, not unmarried."""
    if surface != "single":
        return None
    unmarried = head.word in RANKED or words.has(WordClass.GROUP, head.word) or words.ascribes(head.word)
    counted = head.kind is HeadKind.PERSON and not head.coordinated and not unmarried and head.word not in _APPLICANTS
    if counted or window.prior in _COUNTED or window.before[:2] == ["a", "not"] or head.word == "one":
        return other(Sense.OTHER, "counts rather than describes")
    return None


def _may_precede(word: str, words: Vocabulary) -> bool:
    listed = word in FUNCTION or words.modifier(word) or words.has(WordClass.ATTITUDE, word)
    return listed or word in (",", ".", '"', ":")


@cache  # of the lexicon's surfaces, never of a text
def _rules(surface: str) -> tuple[_Rule, ...]:
    """The rules that may apply to *surface*, in order."""
    return tuple(rule for rule, surfaces in _RULES if surfaces is None or surface.startswith(surfaces))


_RULES: Final[tuple[tuple[_Rule, tuple[str, ...] | None], ...]] = (
    (_one_of_many, None),
    (_software, tuple(_OF_SOFTWARE)),
    (_verb, None),
    (_expecting, ("expecting",)),
    (_comrade, ("veteran", "orphan", "bachelors")),
    (_rank, ("senior", "junior")),
    (_long_standing, ("old",)),
    (_counting, ("single",)),
)
"""Each with what the surfaces it may say something of begin with; ``None``: any."""
