"""The noun a term stands before: a person, a thing of some sense, an unknown word, or none."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, Literal, NamedTuple

from guardrails.detectors.lexicon import WordClass
from guardrails.detectors.senses_context import Window
from guardrails.detectors.senses_grammar import DETERMINERS, FUNCTION
from guardrails.detectors.senses_words import Vocabulary
from guardrails.detectors.wordset import word_set
from guardrails.types import Sense

__all__ = ["Head", "HeadKind", "acts_as_noun", "head_of"]


class HeadKind:
    """Plain values of a class: they are compared for every term, and a member of an enum is slow to reach."""

    PERSON: Final = "person"
    THING: Final = "thing"
    UNKNOWN: Final = "unknown"
    NONE: Final = "none"


class Head(NamedTuple):
    """*distance* counts the words between; *word* is the noun itself. *coordinated*: beyond "and"; *loose*: beyond a
    word that may have been a verb.
    """

    kind: Literal["person", "thing", "unknown", "none"]
    word: str = ""
    sense: Sense = Sense.OBJECT
    distance: int = 0
    coordinated: bool = False
    loose: bool = False


_NO_HEAD: Final = Head(HeadKind.NONE)
_JOINERS: Final = frozenset({"and", "or", "nor", "&", "/", ","})
_BEGIN_OBJECT: Final = word_set("a an the his her my their our your him them me us it")
_DOING: Final = word_set(
    "living working residing studying trying looking applying seeking travelling traveling staying visiting wanting "
    "asking wearing holding carrying sitting standing walking waiting running driving claiming using going coming"
)
_HYPHEN: Final = "-"
_MARKS: Final = frozenset('"*`_')
_SINGULAR: Final = word_set("a an one another each every this that")
_SUBSTITUTES: Final = frozenset({"one", "ones"})
_BASE_VERBS: Final = word_set(
    "pay read need want vote work suffer face lack live die get lose earn spend own rent buy use help fear hope trust "
    "struggle deserve eat sleep drive walk talk think feel know learn teach stay grow change matter count wait protest "
    "rise fight win cost support travel study ride play dream care move speak met won lost came went beat drew made "
    "took left gave saw knew fought held kept built sent spent ran ate drank wrote said think"
)
_DEGREES: Final = word_set("more less better worse twice longer first last free hard well badly early late most least")
_VERBS_TOO: Final = word_set(
    "cook guide host judge coach rule star father partner pilot rival ally brave captain lead fool rebel"
)
_THINGS: Final = (
    *(
        "shop",
        "house",
        "room",
        "ware",
        "book",
        "board",
        "ment",
        "tion",
        "sion",
        "ness",
        "ism",
        "ology",
        "ography",
    ),
    *("itis", "osis", "oma", "emia", "aemia", "ectomy", "oscopy", "scope", "meter", "phone"),
)  # what a noun nobody listed ends with when it is no person
_SOMEBODY: Final = word_set("he she they them him her his their who whom someone somebody everyone")
_STOPS: Final = frozenset({".", "!", "?", "\n"})
_HUES: Final = frozenset({"black", "brown", "white", "yellow"})
_ENDS: Final = word_set("both alike alone each apiece alongside")
_WHEN: Final = frozenset({"last", "next"})
_TIMES: Final = word_set("week month year night day time spring summer autumn winter fall weekend season")
_NO_PLURAL: Final = ("ss", "us", "is", "'s")
_REACH: Final = 6


def head_of(window: Window, words: Vocabulary) -> Head:
    """The head of the noun phrase that begins with the term."""
    tokens: Sequence[str] = window.after
    if not tokens or tokens[0] in "'\u2019" or window.text.startswith("'s", window.end):
        return _NO_HEAD
    tokens = _unmarked(tokens)
    if tokens[0] in _SUBSTITUTES:
        return _stands_for(window, tokens[0], words)
    if _acts(window, tokens, words):
        return _NO_HEAD
    return _walk(tokens[:_REACH], words, coordinated=False)


def _unmarked(tokens: Sequence[str]) -> Sequence[str]:
    """Past quotes and mark-up: the old "custom", **young** staff, <b>blind</b> staff."""
    if len(tokens) > 4 and tokens[0] == "<" and tokens[1] == "/" and tokens[3] == ">":
        return tokens[4:]
    skip = 2 if len(tokens) > 2 and tokens[0] == tokens[1] else 1
    return tokens[skip:] if tokens[0] in _MARKS and len(tokens) > skip else tokens


def _stands_for(window: Window, word: str, words: Vocabulary) -> Head:
    """ "the older one": a person, unless only things were named before it in the sentence."""
    things = False
    for place, token in enumerate(window.before):
        if token in _STOPS:
            break
        if (words.listed_person(token) and token not in _SUBSTITUTES) or token in _SOMEBODY:
            return Head(HeadKind.PERSON, word)
        things = things or (words.thing(token) is not None and window.before[place + 1 : place + 2] != ["to"])
    hue = window.text[window.start : window.end] in _HUES
    return Head(HeadKind.THING if things or hue else HeadKind.PERSON, word, coordinated=not hue)


def _acts(window: Window, tokens: Sequence[str], words: Vocabulary) -> bool:
    """ "a woman leads the team", "one Muslim works nights": a verb in "-s" after somebody, no plural of things."""
    word = tokens[0]
    if len(word) < 4 or not word.endswith("s") or word.endswith(_NO_PLURAL):
        return False
    if words.person(word) and not words.ascribes(window.text[window.start : window.end]):
        return False  # "the Muslim nurses", but "the woman nurses"
    following = tokens[1] if len(tokens) > 1 else ""
    if words.person(following):
        return False  # "a Jewish studies lecturer"
    determined = window.before[: _phrase(window)]
    return following in _BEGIN_OBJECT or any(token in _SINGULAR for token in determined)


def _phrase(window: Window) -> int:
    """How many words before the term may belong to its noun phrase, its determiner included."""
    for place, token in enumerate(window.before[:3]):
        if token in DETERMINERS:
            return place + 1
        if token in FUNCTION or not token[0].isalnum():
            return place
    return 3


def acts_as_noun(window: Window) -> bool:
    """ "the poor pay more": a verb that could be a noun as well follows, and what comes next shows that it is none."""
    after = window.after
    if window.prior == "the" and after and after[0] == "who":
        return True  # "it is the disabled who wait"
    if window.prior != "the" or not after or after[0] not in _BASE_VERBS:
        return False
    return (
        len(after) == 1
        or after[1] in FUNCTION
        or after[1] in _DEGREES
        or after[1].endswith("er")
        or after[1] in ".,;!?"
    )


def _walk(tokens: Sequence[str], words: Vocabulary, *, coordinated: bool) -> Head:
    first_unknown: Head | None = None
    for distance, token in enumerate(tokens):
        word = token.removesuffix("'s")
        if token in _HYPHEN:
            continue
        if token in _JOINERS:
            if first_unknown is None and not coordinated:
                return _coordinated(tokens[distance + 1 :], words)
            break
        if not word[0].isalnum() or word in _ENDS or _says_when(tokens, distance):
            break
        if words.listed_person(word) and not _numeral(tokens, distance):
            return Head(HeadKind.PERSON, word, distance=distance, coordinated=coordinated)
        if word in FUNCTION:
            return _before_function(word, first_unknown, distance)
        sense = _sense_before(word, words)
        if sense is not None:
            head = _after_thing(tokens, distance, sense, words, coordinated=coordinated)
            return head if first_unknown is None else head._replace(loose=True)
        if first_unknown is None and words.person(word) and not _qualifies(tokens, distance, words):
            return Head(HeadKind.PERSON, word, distance=distance, coordinated=coordinated)
        if first_unknown is None and not words.modifier(word):
            first_unknown = Head(HeadKind.UNKNOWN, word, distance=distance, coordinated=coordinated)
    return first_unknown or _NO_HEAD


def _sense_before(word: str, words: Vocabulary) -> Sense | None:
    """The sense of a term before the thing *word*: listed, or no person by its ending."""
    sense = words.thing(word)
    return Sense.OBJECT if sense is None and word.endswith(_THINGS) and not words.person(word) else sense


def _says_when(tokens: Sequence[str], at: int) -> bool:
    """ "hired a Kenyan last week"."""
    return tokens[at].removesuffix("'s") in _WHEN and at + 1 < len(tokens) and tokens[at + 1] in _TIMES


def _before_function(word: str, unknown: Head | None, distance: int) -> Head:
    """An unknown word before an object was a verb: "a Peruvian shared the prize"; so was a participle before "of"."""
    if unknown is None:
        return _NO_HEAD
    participle = unknown.word.endswith(("ed", "ing")) or unknown.word in _DOING
    verb = unknown.distance == distance - 1 and (word in _BEGIN_OBJECT or participle)
    return _NO_HEAD if verb else unknown


def _qualifies(tokens: Sequence[str], at: int, words: Vocabulary) -> bool:
    """Whether a word that is a person by its ending only says what kind of thing follows: "irredentist claims"."""
    return at + 1 < len(tokens) and words.thing(tokens[at + 1]) is not None


def _numeral(tokens: Sequence[str], at: int) -> bool:
    """ "one of them", "one-time": no person but a number."""
    return tokens[at] == "one" and at + 1 < len(tokens) and tokens[at + 1] in ("of", "-")


def _after_thing(tokens: Sequence[str], at: int, sense: Sense, words: Vocabulary, *, coordinated: bool) -> Head:
    """A thing word may only qualify a person who follows: "film actor", "motion picture director"."""
    thing = Head(HeadKind.THING, tokens[at], sense, at, coordinated)
    for distance, token in enumerate(tokens[at + 1 : at + 4], at + 1):
        word = token.removesuffix("'s")
        if word in _VERBS_TOO and tokens[distance - 1].endswith("s"):
            break  # "black lentils cook faster"
        if words.listed_person(word):
            return Head(HeadKind.PERSON, word, distance=distance, coordinated=coordinated)
        if not word[0].isalnum() or word in FUNCTION:
            break
        if words.person(word) and words.thing(word) is None:
            return Head(HeadKind.PERSON, word, distance=distance, coordinated=coordinated)
        if words.thing(word) is None and not words.modifier(word):
            break
    if len(tokens) > at + 2 and tokens[at + 1] in _JOINERS:  # "model and actress", "television and radio host"
        for distance, token in enumerate(tokens[at + 2 : at + 4], at + 2):
            if words.listed_person(token):
                return Head(HeadKind.PERSON, token, distance=distance, coordinated=coordinated)
            if words.thing(token) is None:
                break
    return thing


def _coordinated(tokens: Sequence[str], words: Vocabulary) -> Head:
    """ "deaf and blind people": the noun after the second adjective is the first one's too, if it is near."""
    if not tokens or tokens[0] in FUNCTION or (tokens[0].endswith("s") and not tokens[0].endswith(_NO_PLURAL)):
        return _NO_HEAD  # "is deaf and works nights"
    if words.has(WordClass.PERSON, tokens[0]):
        return _NO_HEAD
    skip = 1 if len(tokens) > 1 else 0
    while tokens[skip : skip + 1] and tokens[skip] in _JOINERS and len(tokens) > skip + 2:
        skip += 2 if tokens[skip + 1] not in _JOINERS else 1  # "single, married or widowed tenants"
        if tokens[skip - 1] in FUNCTION - _JOINERS:
            return _NO_HEAD
    head = _walk(tokens[skip:][:3], words, coordinated=True)
    return head if head.kind in (HeadKind.PERSON, HeadKind.THING) else _NO_HEAD
