"""Senses of nouns for people and of conditions."""

from __future__ import annotations

from itertools import takewhile
from typing import Final

from guardrails.detectors import senses_verdict as why
from guardrails.detectors.derive import Term
from guardrails.detectors.lexicon import WordClass
from guardrails.detectors.senses_context import Window
from guardrails.detectors.senses_grammar import DETERMINERS
from guardrails.detectors.senses_head import Head, HeadKind, head_of
from guardrails.detectors.senses_owned import named_after
from guardrails.detectors.senses_subject import Subject, subject_of
from guardrails.detectors.senses_verdict import Verdict, other, person
from guardrails.detectors.senses_words import Vocabulary
from guardrails.detectors.wordset import word_set
from guardrails.types import Form, Sense

__all__ = ["condition", "kin", "noun", "phrase", "pronoun", "title"]

_HAVE: Final = frozenset({"has", "have", "had", "having"})
_WITH: Final = frozenset({"with", "from", "by", "of"})
_OWNERS: Final = word_set("his her my your their our")
_SINGULAR_IN_S: Final = ("is", "us", "tes", "'s", "ss")
_BETWEEN: Final = word_set("a an the any his her my their your our and or ,")
_LEVELS: Final = word_set("school college university graduating rising majors class league")
_OF_POLES: Final = word_set("north south celestial magnetic opposite both")
_SEXES: Final = word_set("male males female females")
_MANNED: Final = word_set("the our your this these every their")
_CAUSING: Final = word_set("have has had having let lets make makes made")
_DONE_TO: Final = word_set("with it this that them him her the us me to on at for about up out off in over")
_STOPS: Final = frozenset({".", "!", "?", "\n"})
_PART: Final = word_set("half part quarter non ex as")
_QUALIFYING: Final = word_set("elder minor widow dwarf juvenile orphan lunatic peasant pauper idiot")
_OF_A_LIFE: Final = word_set(
    "status background upbringing origin origins root roots heritage experience identity past life history pair duo "
    "team teams issue issues question questions crisis problem problems kind sort type rights"
)
_SEVERAL: Final = ("s", "people", "folk", "men")
_PLUG: Final = frozenset(
    {"connector", "plug", "adapter", "thread", "socket", "fitting", "end", "header", "jack", "screw", "coupling"}
)


def noun(window: Window, words: Vocabulary, term: Term) -> Verdict:
    """ "woman", "immigrant": a person, unless it only qualifies a thing or is a verb."""
    surface = window.text[window.start : window.end]
    if window.joined_before and window.joint not in ("year", "non", "ex", "half", "old") and not term.plural:
        return other(Sense.OTHER, why.HYPHENATED)
    if window.joined_after and window.following not in ("year", "old", "american"):
        return other(Sense.OTHER, why.HYPHENATED)
    found = _of_no_person(surface, window, term)
    if found is not None:
        return found
    if term.plural and named_after(window, words):
        return other(Sense.OBJECT, "goods or a place named after those it is for")
    head = head_of(window, words)
    if head.distance == 0 and not head.coordinated and not term.plural and not _made_to(window):
        if head.kind is HeadKind.PERSON:
            return person(why.BEFORE_PERSON)
        gendered = term.entry.attribute == "gender" or surface in _QUALIFYING
        if head.kind is HeadKind.THING and (gendered or _belongs(surface, window, head)):
            return other(head.sense, why.BEFORE_THING)
    if term.plural and _sized_goods(window, words):
        return other(Sense.OBJECT, "goods or a place named after those it is for")
    if surface in _SEXES and (_beside_animal(window, words) or _fitting(window, words)):
        return other(Sense.OBJECT, "said of an animal or a fitting")
    if surface in ("male", "female") and window.prior not in DETERMINERS:
        return person("an adjective by itself", Form.PREDICATE)
    return person("a noun for a person", Form.NOUN)


def _belongs(surface: str, window: Window, head: Head) -> bool:
    """ "a refugee camp", "a baby blanket", but "refugee status", "the refugee ends up", "seniors ride free"."""
    if head.word in _OF_A_LIFE or " " in surface or surface.endswith(_SEVERAL):
        return False
    return not head.word.endswith("s") or window.prior not in DETERMINERS


def _of_no_person(surface: str, window: Window, term: Term) -> Verdict | None:
    if surface in ("seniors", "minors") and window.prior in _LEVELS:
        return other(Sense.RANK, "a rank or level")
    if surface.startswith("traveller") and (window.initial or not window.capital):
        return other(Sense.OTHER, "somebody on a journey")
    if surface == "native speakers" and (window.after[1:2] == ["learners"] or window.before[1:2] == ["learners"]):
        return other(Sense.LANGUAGE, "beside those who learn the language")
    if term.entry.term == "Pole" and window.prior in _OF_POLES:
        return other(Sense.PLACE, "the end of an axis")
    if window.following in _PLUG:
        return other(Sense.TECHNICAL, why.BEFORE_THING)
    if term.entry.cased and not term.plural and _unarticled(window):
        return other(Sense.NAME, "a noun without its article is a name")
    if surface == "man" and _exclaimed(window):
        return other(Sense.OTHER, "an exclamation")
    if surface == "man" and window.following in _MANNED and DETERMINERS.isdisjoint(window.before[:4]):
        return other(Sense.OTHER, "a verb")  # "volunteers man the desk"
    return None


def _made_to(window: Window) -> bool:
    """ "have a man deal with it", "let a woman answer the door": what follows is done and no thing."""
    caused = window.prior in ("a", "an") and window.before[1:2] != [] and window.before[1] in _CAUSING
    return caused and window.after[1:2] != [] and window.after[1] in _DONE_TO


def _exclaimed(window: Window) -> bool:
    """ "Man, that was close", "that was bad, man.", "I was broke man i tell you"."""
    if window.prior == "," and window.following in tuple(",.!?"):
        return True
    if window.initial:
        return window.following in (",", "!", "that", "i")
    return window.following in ("i", "this", "!") and not DETERMINERS.intersection(window.before[:3])


def _unarticled(window: Window) -> bool:
    """ "Tell Finn", "Scot McKnight", but "a Finn", "half Scot", "as Pole and Catholic"."""
    bare = DETERMINERS.isdisjoint(window.before[:2]) and window.prior not in _PART and window.prior not in (":", "=")
    return bare and (window.initial or window.large_after(0) or window.prior.isalpha())


def _beside_animal(window: Window, words: Vocabulary) -> bool:
    """ "budgies ... the male", "the male seahorse": an animal is near and no person is."""
    near = (*takewhile(_within, window.before), *takewhile(_within, window.after))
    return any(words.has(WordClass.ANIMAL, word) or word in _PLUG for word in near) and not any(
        words.listed_person(word) and word not in _SEXES for word in near
    )


def _sized_goods(window: Window, words: Vocabulary) -> bool:
    """ "ladies golf clubs", "black mens wallet", "girls bike 20 inch": goods in a list, without the apostrophe."""
    after = window.after
    begins = (
        not window.before or words.has(WordClass.COLOUR, window.prior) or window.prior in ("black", "white", "brown")
    )
    if not begins or not after or words.thing(after[0]) is None:
        return False
    return len(after) == 1 or after[1][0].isdigit() or words.thing(after[1]) is not None or after[1] in ("size", "age")


def _within(token: str) -> bool:
    return token not in _STOPS


def _fitting(window: Window, words: Vocabulary) -> bool:
    """ "a male to female USB adapter"."""
    tokens = window.after[:6]
    paired = window.before[:1] == ["to"] or tokens[:2] in (["to", "female"], ["to", "male"])
    paired = paired or (tokens[:1] in (["and"], ["or"]) and tokens[1:2] in (["male"], ["female"]))
    return paired and any(words.thing(word) is not None or word.removesuffix("s") in _PLUG for word in tokens)


def kin(window: Window, words: Vocabulary, term: Term) -> Verdict:
    """ "mother", "child", "guy"."""
    if window.joined_after and not term.plural:
        return other(Sense.OTHER, why.HYPHENATED)
    head = head_of(window, words)
    near = head.kind is HeadKind.THING and head.distance == 0 and not (head.coordinated or term.plural)
    if near and not window.large_after(0) and _belongs(term.surface, window, head):
        return other(head.sense, why.BEFORE_THING)  # "a baby blanket", "the parent account"
    return person("a noun for a person", Form.NOUN)


def title(window: Window, words: Vocabulary, term: Term) -> Verdict:
    """ "Mrs Obi": a form of address, which needs its capital and a name."""
    if not window.capital or not window.after or not (window.large_after(0) or window.following == "."):
        return other(Sense.OTHER, "no name after it")
    return Verdict(Sense.NAME, "a form of address before a name", Form.NOUN)


def pronoun(window: Window, words: Vocabulary, term: Term) -> Verdict:
    """ "she"."""
    return person("a pronoun", Form.PRONOUN)


def condition(window: Window, words: Vocabulary, term: Term) -> Verdict:
    """ "autism": somebody's after "with" or "has"; elsewhere a subject of medicine."""
    owner = window.prior.removesuffix("'s")
    surface = window.text[window.start : window.end]
    single = not surface.endswith("s") or surface.endswith(_SINGULAR_IN_S)  # "her seizures" are no "health"
    if single and (window.prior in _OWNERS or (owner != window.prior and words.listed_person(owner))):
        return person("somebody's own", Form.NOUN, neutral="health")
    near = 6 if window.prior in ("and", "or", ",") else 4
    for distance, word in enumerate(window.before[:near]):
        if word in _HAVE or words.has(WordClass.SUFFER, word):
            form = Form.PREDICATE if word in _HAVE else Form.PHRASE
            leads = (word in _HAVE or word in ("with", "without")) and near == 4
            return person("somebody has it", form, lead=window.text.rindex(word, 0, window.start) if leads else None)
        if near == 4 and distance and word not in _BETWEEN and not words.modifier(word):
            break
    head = head_of(window, words)
    if head.kind is HeadKind.PERSON:
        return person(why.BEFORE_PERSON)
    if head.kind is HeadKind.THING:
        return other(Sense.OTHER, why.BEFORE_THING)
    return other(Sense.OTHER, "a condition that is nobody's here")


def phrase(window: Window, words: Vocabulary, term: Term) -> Verdict:
    """ "of colour", "on benefits": said of somebody, unless a thing comes before it."""
    if subject_of(window, words) is Subject.THING or (window.before and words.thing(window.prior) is not None):
        return other(Sense.OTHER, "said of a thing")
    return person("a phrase that describes a person", Form.PHRASE)
