"""Senses of words for peoples and faiths, and of words that hardly mean anything but a person."""

from __future__ import annotations

from typing import Final

from guardrails.detectors import senses_verdict as why
from guardrails.detectors.derive import Term
from guardrails.detectors.lexicon import Kind, WordClass
from guardrails.detectors.senses_case import team_of_city
from guardrails.detectors.senses_context import Window
from guardrails.detectors.senses_grammar import BE, DETERMINERS, FUNCTION, PERSON_PRONOUNS
from guardrails.detectors.senses_head import Head, HeadKind, acts_as_noun, head_of
from guardrails.detectors.senses_subject import Subject, subject_of
from guardrails.detectors.senses_verdict import Verdict, other, person
from guardrails.detectors.senses_words import Vocabulary
from guardrails.detectors.wordset import word_set
from guardrails.types import Form, Sense

__all__ = ["certain", "demonym", "faith"]


_MY: Final = word_set("my your his her our their")
_RUSTS: Final = word_set("is was isn't wasn't needs has got gets improved improves comes")
_STUDIED: Final = word_set("studies history literature language mythology cuisine theology calligraphy education")
_INTO: Final = word_set("in into from to")
_SERVE: Final = word_set("serve serves serving served eat eating ate cook cooking cooked order ordering craving crave")
_EATEN: Final = word_set(
    "ate eat eats eating eaten order ordered ordering fancy fancied crave craved share shared munched devoured grab "
    "grabbed"
)
_OWN: Final = word_set(
    "rights right health needs need experience experiences skin hair history faith beliefs hands names name"
)
_GROUPS: Final = word_set("men women children people folk kids")
_CALLERS: Final = word_set("user client host agent server")
_ADDS: Final = word_set("non ex half part openly self newly never once twice post recently and or")
_BODY: Final = word_set(
    "arm arms leg legs hand hands foot feet side eye eyes ear ears face body back limb limbs neck spine vocal it that "
    "this cat dog horse puppy kitten pet animal"
)
_FIGURATIVE: Final = word_set("deaf blind")
_TEAMS: Final = word_set("team teams squad delegation")
_ONE: Final = word_set("half part a an another one every each any that this no some two three four five other")
_PEOPLE_DO: Final = word_set("are were have who should can can't do don't deserve need want not be must will aren't")
_SPEAKERS: Final = word_set(
    "speaker speakers teacher teachers tutor tutors translator translators interpreters instructor linguist linguists "
    "instructors learner learners"
)
_SELF: Final = word_set("myself yourself himself herself ourselves themselves themself")
_OBJECTS: Final = word_set("a an the his her their my our your them him us me")
_AFTER_VERB: Final = word_set("with up off out down from in into over")


def demonym(window: Window, words: Vocabulary, term: Term) -> Verdict:
    """ "Indian": people, a person, the language, the cuisine, the place, or a thing from there."""
    is_language = words.has(WordClass.LANGUAGES, term.surface)
    head = head_of(window, words)
    if is_language and head.kind is HeadKind.PERSON and head.word in _SPEAKERS and head.distance == 0:
        return other(Sense.LANGUAGE, "what somebody speaks or teaches")
    if is_language and head.kind is not HeadKind.PERSON and _spoken(window, words, head):
        return other(Sense.LANGUAGE, "object of a verb of speaking or after a preposition")
    if term.plural and team_of_city(window, words):
        return other(Sense.ORGANISATION, "a team after its city")
    if term.plural or acts_as_noun(window):
        return person(why.AS_NOUN, Form.NOUN)
    if window.prior.isdecimal() and window.before[1:2] == ["("] and window.following in (",", ")"):
        return other(Sense.LANGUAGE, "counted in brackets")
    if head.kind is HeadKind.PERSON:
        if _thing_of(window, words, head) or (window.following in _STUDIED and head.distance):
            return other(Sense.OBJECT, why.BEFORE_THING)
        if window.mixed and window.large_after(head.distance) and not words.listed_person(head.word):
            return other(Sense.TITLE, "before a capitalised word that names no person")
        return person(why.BEFORE_PERSON)
    if head.kind is HeadKind.THING:
        return _of_people(window, words, head) or other(head.sense, why.BEFORE_THING)
    if window.joined_after:
        return other(Sense.OTHER, why.HYPHENATED)
    if head.kind is HeadKind.UNKNOWN:
        return _before_unknown(window, words, head)
    return _alone(window, words, is_language)


def _of_people(window: Window, words: Vocabulary, head: Head) -> Verdict | None:
    """ "the Kenyan team"; "engineers with an African background", but no "photo with an African background"."""
    if head.word in _TEAMS:
        return person("describes the members of a group")
    whole = len(window.after) < 2 or not window.after[1].isalpha() or window.after[1] in FUNCTION
    had = window.prior in ("a", "an") and window.before[1:2] in (["with"], ["of"], ["from"])
    if head.word.startswith("background") and head.distance == 0 and whole and had:
        return person("a background that somebody has") if any(map(words.person, window.before[2:3])) else None
    return None


def _thing_of(window: Window, words: Vocabulary, head: Head) -> bool:
    """ "British children's television": the people only say whom the thing is for."""
    after = window.after[head.distance : head.distance + 3]
    owned = after[0].endswith("'s") or after[1:2] == ["'"]
    thing = after[2:3] if after[1:2] == ["'"] else after[1:2]
    one = head.word not in _GROUPS and not head.word.endswith("s") and window.prior in DETERMINERS
    if one and thing and not words.has(WordClass.COLOUR, thing[0]):
        return False  # "the Vietnamese woman's invoice"
    return owned and bool(thing) and words.thing(thing[0]) is not None and thing[0] not in _OWN


def _spoken(window: Window, words: Vocabulary, head: Head) -> bool:
    if head.kind is HeadKind.THING and head.distance == 0 and head.sense is not Sense.LANGUAGE:
        return False
    if window.prior in _MY and (not window.following[:1].isalnum() or window.following in _RUSTS):
        return True  # "her German is rusty"
    near = window.before[:3]
    if any(words.has(WordClass.LANGUAGES, word) for word in near):  # "speaks Dutch and some German"
        near = window.before[:5]
    if any(words.has(WordClass.SPEAK, word) or word in ("language", "languages") for word in near):
        return True
    return bool(near) and near[0] in _INTO


def _before_unknown(window: Window, words: Vocabulary, head: Head) -> Verdict:
    if window.large_after(head.distance) and window.capital and head.distance == 0:
        return other(Sense.OTHER, "before a capitalised word that names no person")
    if subject_of(window, words) is Subject.PERSON and head.distance == 0 and window.prior not in ("the", "a", "an"):
        return person(why.OF_SUBJECT, Form.PREDICATE)
    return other(Sense.OTHER, "before a noun that is no known person")


def _alone(window: Window, words: Vocabulary, is_language: bool) -> Verdict:
    prior = window.prior
    if window.following in _SELF:
        return person(why.OF_SUBJECT, Form.PREDICATE)
    if prior in _SERVE or words.thing(prior) is Sense.FOOD or _eaten(window):
        return other(Sense.FOOD, "object of a verb of eating or serving")
    subject = subject_of(window, words)
    if subject is Subject.THING:
        return other(Sense.OBJECT, "said of a thing")
    if prior in _ONE or window.before[:3] == ["old", "-", "year"]:
        return person(why.AFTER_DETERMINER, Form.NOUN)
    if subject in (Subject.PERSON, Subject.UNKNOWN):
        return person(why.OF_SUBJECT, Form.PREDICATE)
    if prior == "the" or _determined(window, words):
        return person(why.AFTER_DETERMINER, Form.NOUN)
    if is_language:
        return other(Sense.LANGUAGE, "a language by itself")
    if window.following in _PEOPLE_DO and (prior in FUNCTION or not prior[:1].isalnum()):
        return person(why.AS_NOUN, Form.NOUN)
    if words.has(WordClass.ATTITUDE, prior):
        return person(why.OBJECT_OF_ATTITUDE, Form.NOUN)
    return other(Sense.OTHER, why.NO_PERSON)


def _eaten(window: Window) -> bool:
    """ "ate a Danish", "went for an Indian"."""
    if window.prior not in ("a", "an", "another"):
        return False
    verb = window.before[1:3]
    return bool(verb) and (verb[0] in _EATEN or (verb[0] == "for" and verb[1:2] in (["went"], ["go"], ["going"])))


def _determined(window: Window, words: Vocabulary) -> bool:
    """ "a proud Kenyan": a determiner further back makes the last word a noun."""
    for token in window.before[:4]:
        if token in DETERMINERS:
            return True
        if token in FUNCTION or not token[0].isalnum() or words.listed_person(token) or words.thing(token) is not None:
            return False
    return False


def faith(window: Window, words: Vocabulary, term: Term) -> Verdict:
    """ "Hindu": a believer, or something of the religion."""
    return certain(window, words, term)


def certain(window: Window, words: Vocabulary, term: Term) -> Verdict:
    """ "transgender": a person unless it plainly qualifies a thing."""
    if term.plural:
        return person(why.AS_NOUN, Form.NOUN)
    head = head_of(window, words)
    if head.kind is HeadKind.PERSON:
        if head.word in _CALLERS and _technical_after(window, words, head):
            return other(Sense.TECHNICAL, why.BEFORE_THING)
        return person(why.BEFORE_PERSON)
    if acts_as_noun(window):
        return person(why.AFTER_DETERMINER, Form.NOUN)
    subject = subject_of(window, words)
    found = _of_no_person(window, words, term, head, of_thing=subject is Subject.THING)
    if found is not None:
        return found
    if head.kind is HeadKind.NONE and (window.prior in _ONE or _determined(window, words)):
        return person(why.AFTER_DETERMINER, Form.NOUN)
    if head.kind is HeadKind.NONE and subject is not Subject.NONE:
        return person(why.OF_SUBJECT, Form.PREDICATE)
    return person("hardly means anything but people", Form.NOUN if window.prior in DETERMINERS else Form.ADJECTIVE)


def _of_no_person(window: Window, words: Vocabulary, term: Term, head: Head, *, of_thing: bool) -> Verdict | None:
    if window.joint and window.joint not in _ADDS:
        return other(Sense.OTHER, why.HYPHENATED)
    if term.surface in _FIGURATIVE and window.following == "to":
        return other(Sense.OTHER, "a figure of speech")
    if head.kind is HeadKind.THING and head.distance < 2 and not head.coordinated:
        if term.entry.kind is Kind.FAITH and (found := _of_people(window, words, head)) is not None:
            return found
        return _before_thing(words, term, head)
    if window.joined_after:
        return other(Sense.OTHER, why.HYPHENATED)
    if head.kind is HeadKind.NONE and _is_verb(window, term):
        return other(Sense.OTHER, "a verb")
    disabled = term.entry.attribute == "disability"
    if of_thing and (not disabled or (head.kind is HeadKind.NONE and _BODY.isdisjoint(window.before))):
        return other(Sense.OTHER, "said of a thing")  # "the economy was crippled by debt"
    return None


def _technical_after(window: Window, words: Vocabulary, head: Head) -> bool:
    """ "a schizophrenic user interface"."""
    following = window.after[head.distance + 1 : head.distance + 2]
    return bool(following) and words.thing(following[0]) is Sense.TECHNICAL


def _before_thing(words: Vocabulary, term: Term, head: Head) -> Verdict:
    if term.entry.attribute == "socioeconomic" and words.has(WordClass.QUARTER, head.word):
        return person("said of who lives there")
    return other(head.sense if head.sense is not Sense.LANGUAGE else Sense.OTHER, why.BEFORE_THING)


def _is_verb(window: Window, term: Term) -> bool:
    """ "Chen partnered with", "they married in May": a participle after its subject is a verb."""
    if not term.surface.endswith("ed") or not window.before:
        return False
    prior = window.prior
    if window.following in _OBJECTS and prior not in BE:
        return True  # "the landlord evicted the tenant"
    asked = prior in PERSON_PRONOUNS and window.before[1:2] and window.before[1] in BE  # "are you married"
    if prior in BE or asked or term.surface.startswith("never "):
        return False
    return (
        (window.large_before(0) and not window.capital)
        or prior in PERSON_PRONOUNS
        or window.following in _AFTER_VERB - {"from", "in"}
    )
