"""Whether a term is said of somebody: "she is blind", "one is Chilean", "are you married"."""

from __future__ import annotations

import re
from typing import Final, Literal

from guardrails.detectors.entities_words import given_names
from guardrails.detectors.senses_context import Window
from guardrails.detectors.senses_grammar import BE, BECOME, DETERMINERS, FUNCTION, PERSON_PRONOUNS, THING_PRONOUNS
from guardrails.detectors.senses_words import Vocabulary
from guardrails.detectors.wordset import word_set

__all__ = ["Subject", "beside_person", "bracketed", "subject_of"]


class Subject:
    """Plain values of a class: they are compared for every term, and a member of an enum is slow to reach."""

    PERSON: Final = "person"
    THING: Final = "thing"
    UNKNOWN: Final = "unknown"  # there is a verb of being, with a subject nobody knows
    NONE: Final = "none"  # no verb of being before the term


_Subject = Literal["person", "thing", "unknown", "none"]


_WITH_PERSON: Final = frozenset(
    {
        *(
            "i'm",
            "im",
            "you're",
            "youre",
            "he's",
            "hes",
            "she's",
            "shes",
            "they're",
            "theyre",
            "we're",
            "who's",
            "whos",
        ),
        *("being", "am"),
    }
)
_WITH_THING: Final = frozenset({"it's", "that's", "there's", "what's", "here's"})
_SKIPPED: Final = frozenset(
    {"a", "an", "the", "not", "and", "or", "as", "to", "also", "be", "been", "more", "less", "most", "both", ","}
)
_ANYBODY: Final = frozenset({"someone", "somebody", "anyone", "anybody"})
_OBJECTS: Final = frozenset({"them", "him", "me", "us"})  # "versions supporting them are ..."
_TRANSPARENT: Final = _SKIPPED | word_set(
    "have has had having will would can cannot can't could may might must should shall won't wouldn't who that"
)
_PASSED: Final = _TRANSPARENT | BE | BECOME | DETERMINERS
_HANGING: Final = frozenset({"of", "with", "from", "in", "at", "on", "without"})
_AVOWED: Final = word_set("out identify identifies identified identifying")  # "came out as", "identifies as"
_NOMINAL: Final = word_set("old young poor rich blind deaf elderly disabled homeless unemployed wealthy")
_WHO_DOES: Final = word_set("i he she we they you")
_FOR_ANYBODY: Final = word_set(
    "like hard harder difficult easy easier tough scary lonely expensive fun great awful means lucky privilege shame "
    "crime sin okay ok wrong fine brave cool sad"
)  # "what is it like to be poor"
_WISHES: Final = word_set(
    "want wants wanted hope hopes hoped wish wishes wished expect expects expected need needs needed prefer prefers "
    "claim claims claimed pretend pretends pretended hate hates like likes love loves have has had"
)
_CREWS: Final = word_set("shift shifts ward payroll workforce intake cohort floor department office")
_SHARES: Final = word_set("most all half some many much majority rest third quarter none part")
_REACH: Final = 6
_BRACKETS: Final = 10  # words and signs between the bracket and the term
_AGE_BEHIND: Final = re.compile(r"(?:[,;/] ?[a-z/ ]{1,24}){0,3}[,;/] ?[1-9]\d[),;/]")
_FAR: Final = 60  # characters
_SIGNS: Final = frozenset({",", "/", ";"})
_OPENING: Final = _SIGNS | {"("}
_CLOSING: Final = _SIGNS | {")"}


def subject_of(window: Window, words: Vocabulary) -> _Subject:
    """Who the term is predicated of."""
    tokens = window.before
    unknown = 0
    for place, word in enumerate(tokens[:_REACH]):
        if word in _WITH_PERSON:
            return Subject.PERSON
        if word in _WITH_THING:
            return Subject.THING
        if word == "as" and tokens[place + 1 : place + 2] and tokens[place + 1] in _AVOWED:
            return Subject.PERSON
        if word in BE or word in BECOME or word == "as":
            return _before_verb(window, words, place + 1)
        if place == 0 and len(word) > 3 and word.endswith(("'s", "'re")):
            return _named(window, words, place)
        if word == "to" and unknown:
            return Subject.NONE  # "they are forced to use older tools": the verb between has its own object
        if word in _ANYBODY:
            return Subject.PERSON  # "someone young, energetic and single"
        if word in PERSON_PRONOUNS and place + 1 < len(tokens) and tokens[place + 1] in BE:
            return Subject.PERSON  # "are you deaf"
        if word in _SKIPPED or words.modifier(word):
            continue
        unknown += 1
        if word in FUNCTION or not word[0].isalnum() or unknown > 2:
            break
    return Subject.NONE


def _before_verb(window: Window, words: Vocabulary, first: int) -> _Subject:
    tokens = window.before
    governing = tokens[first + 1] if tokens[first - 1 : first + 1] == ["be", "to"] and first + 1 < len(tokens) else ""
    if governing in _FOR_ANYBODY and tokens[first + 2 : first + 3] != ["would"]:
        return Subject.PERSON
    return _nearest(window, words, first + 2 if governing in _WISHES else first)  # "she hopes to be pregnant"


def _nearest(window: Window, words: Vocabulary, first: int) -> _Subject:
    tokens = window.before
    for place in range(first, min(first + 5, len(tokens))):
        word = tokens[place]
        if word in _OBJECTS:
            counted = tokens[place + 1 : place + 2] == ["of"] and any(map(words.listed_person, tokens[place + 2 :]))
            return Subject.PERSON if counted else Subject.UNKNOWN
        if word in PERSON_PRONOUNS or ("'" in word and word.partition("'")[0] in PERSON_PRONOUNS):
            return Subject.PERSON  # "she'll be too old"
        if word in THING_PRONOUNS:
            if word == "that" and any(map(words.listed_person, tokens[place + 1 : place + 2])):
                continue  # "nurses that are deaf"
            return Subject.THING
        if word in _PASSED or not word[0].isalnum() or words.modifier(word):
            continue
        if word in FUNCTION:
            return Subject.UNKNOWN
        if tokens[place + 1 : place + 2] and tokens[place + 1] in _WHO_DOES and place + 2 < len(tokens):
            return _named(window, words, place + 2)  # "the woman he married is older", "the house he bought is old"
        if word in _NOMINAL and tokens[place + 1 : place + 2] == ["the"]:
            return Subject.PERSON  # "the old get older"
        following = tokens[place + 1] if place + 1 < len(tokens) else ""
        return _named(window, words, place, alone=following not in FUNCTION or following in ("and", "or"))
    return Subject.UNKNOWN


def _named(window: Window, words: Vocabulary, place: int, *, alone: bool = True) -> _Subject:
    """Who a subject's noun is; *alone*: no preposition or article before a capital ("in the Netherlands is ...")."""
    word = window.before[place].removesuffix("'s")
    if words.listed_person(word) or words.sure_ending(word) or word == "law":
        in_law = word != "law" or window.before[place + 1 : place + 4] == ["-", "in", "-"]
        return Subject.PERSON if in_law else Subject.THING
    if words.thing(word) is not None:
        if alone and word in given_names() and window.large_before(place) and _bare_name(window, place):
            return Subject.PERSON  # "Mark is transgender"
        people = _within_phrase(window, words, place) or _crew(window, place)
        return Subject.PERSON if people else Subject.THING
    return (
        Subject.PERSON if alone and window.large_before(place) and not window.acronym_before(place) else Subject.UNKNOWN
    )


def _bare_name(window: Window, place: int) -> bool:
    """Whether no article or other word stands before the name in its clause."""
    lead = window.before[place + 1 : place + 2]
    return not lead or lead[0] in (".", "!", "?", "\n", ",", "that", "because", "and", "but")


def _within_phrase(window: Window, words: Vocabulary, place: int) -> bool:
    """ "the nurse of Turkish origin is", "a man with a laptop was": the thing hangs on a person."""
    for at, token in enumerate(window.before[place + 1 : place + 5], place + 1):
        if token in _HANGING:
            return at + 1 < len(window.before) and words.person(window.before[at + 1])
        if not token[0].isalnum() or (token in FUNCTION and token not in DETERMINERS):
            return False
    return False


def _crew(window: Window, place: int) -> bool:
    """ "most of the night shift is", "half the ward were"."""
    return window.before[place] in _CREWS and not _SHARES.isdisjoint(window.before[place + 1 : place + 5])


def beside_person(window: Window, words: Vocabulary) -> bool:
    """Whether a sign alone parts the term from a person before it: "the plaintiff, 58", "Ana, 34", "Ana Diaz (34)"."""
    before = window.before
    if len(before) < 2 or window.text[window.start - 1] not in " (":  # the line before tells nothing
        return False
    word, earlier = before[1], before[2] if len(before) > 2 else ""
    if words.listed_person(word) or (words.member(word) and earlier in BE and window.before[3:4] != ["it"]):
        return True  # "he is Jewish, 44, and"
    if not window.mixed or not window.large_before(1) or window.acronym_before(1) or words.thing(word) is not None:
        return False
    named = before[0] == "," or (window.large_before(2) and words.thing(earlier) is None)
    return named and word not in FUNCTION and (earlier not in FUNCTION or earlier in ("and", "or"))


def bracketed(window: Window, words: Vocabulary, *, language: bool) -> bool:
    """Whether the term stands in the brackets after a person: "Ana Diaz (29, Mexican)", "the cook (Black, tall)".

    Where the term may be a *language*, "our teachers (Spanish, French)" does not tell; "(29 Spanish)" tells how many.
    """
    if window.prior not in _OPENING or window.following not in _CLOSING:
        return False
    aged = window.text[window.start].isdigit() or _age_follows(window)
    for place, word in enumerate(window.before[:_BRACKETS]):
        if word == "(":
            return _is_bearer(window, words, place + 1, aged=aged, language=language)
        aged = aged or (len(word) == 2 and word.isdigit())
        if not word[0].isalnum() and word not in _SIGNS:
            return False
    return False


def _age_follows(window: Window) -> bool:
    """Whether an age stands behind the term in the same brackets: "(Mexican, 29)"."""
    return _AGE_BEHIND.match(window.text, window.end, window.end + _FAR) is not None


def _is_bearer(window: Window, words: Vocabulary, place: int, *, aged: bool, language: bool) -> bool:
    """Whether a person stands at *place*: a noun for one, anybody whose age is told, or a given name and a surname."""
    names = window.before[place : place + 2]
    if not names or words.listed_person(names[0]):
        return bool(names) and (aged or not language)
    if not window.large_before(place) or window.acronym_before(place) or words.thing(names[0]) is not None:
        return False
    if len(names) < 2 or not window.large_before(place + 1):
        return aged and names[0] in given_names()  # "Rioja (12, Spanish)" is a wine
    return names[1] in given_names() or (aged and words.thing(names[1]) is None)
