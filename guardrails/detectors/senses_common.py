"""Senses of colour words and everyday adjectives, which are people's only where a person stands beside them."""

from __future__ import annotations

from typing import Final

from guardrails.detectors import senses_verdict as why
from guardrails.detectors.derive import Term
from guardrails.detectors.lexicon import WordClass
from guardrails.detectors.senses_case import team_of_city
from guardrails.detectors.senses_context import Window
from guardrails.detectors.senses_grammar import DETERMINERS, FUNCTION
from guardrails.detectors.senses_head import Head, HeadKind, acts_as_noun, head_of
from guardrails.detectors.senses_special import RANKED, SUBJECTS, special
from guardrails.detectors.senses_subject import Subject, subject_of
from guardrails.detectors.senses_verdict import Verdict, other, person
from guardrails.detectors.senses_words import Vocabulary
from guardrails.detectors.wordset import word_set
from guardrails.types import Form, Sense

__all__ = ["colour", "common"]


_COLOURS: Final = word_set(
    "black white brown yellow red blue green grey gray pink purple orange navy beige tan gold silver cream ivory "
    "teal turquoise maroon violet khaki burgundy cyan magenta dark light bright darker lighter brighter "
    "multicolored"
)
_QUANTIFIERS: Final = word_set("all most many some few only those these you us no more other two three any the")
_TOWARDS: Final = word_set("against among serve allow employ")
_PEOPLE_DO: Final = word_set("are were have who and in only should can do to deserve aren't don't")
_NOMINAL: Final = word_set(
    "old young elderly aged poor rich blind deaf mute disabled infirm affluent needy unemployed sick sighted "
    "insane religious pious devout deprived youthful straight older younger disadvantaged"
)
_PERSONAL: Final = word_set(
    "he she they who him her them his their i you we man woman people said says told asked won lost hired fired "
    "killed shot arrested called men women"
)
_AND: Final = frozenset({"and", "or", "nor", "/", "&"})
_OPPOSITES: Final = {
    "rich": word_set("poor middle"),
    "poor": word_set("rich wealthy"),
    "young": word_set("old elderly"),
    "old": word_set("young"),
    "straight": word_set("gay lesbian bisexual queer bi lgbt lgbtq"),
    "single": word_set("married divorced widowed separated"),
    "blind": word_set("deaf sighted"),
    "disabled": word_set("abled able"),
}
_ELLIPTICAL: Final = word_set("other one them others him me us")
_SPEAKING: Final = word_set("i i'm i've i'd you you're we we're he he's she she's they they're")
_LOCATED: Final = word_set("in on at of over behind above by near")
_SINGULAR_VERBS: Final = word_set("is was isn't wasn't has hasn't does doesn't")
_PLURAL_VERBS: Final = word_set("are were have do don't aren't weren't haven't can will should must may who")
_OWNERS: Final = word_set("his her their my our your the")


def colour(window: Window, words: Vocabulary, term: Term) -> Verdict:
    """ "black": people, or a colour."""
    if window.joined_before and window.joint not in ("non", "half", "part"):
        return other(Sense.NAME if window.capital else Sense.COLOUR, why.HYPHENATED)
    if window.joined_after and window.after[1:2] and not words.person(window.after[1]):
        return other(Sense.COLOUR, why.HYPHENATED)  # "black-haired"
    head = head_of(window, words)
    surely = head.kind is HeadKind.PERSON and head.distance == 0 and words.thing(head.word) is None
    if not surely and _dual(window, words, head):
        return other(Sense.COLOUR, why.BEFORE_THING)
    if not surely and _among_colours(window):
        return other(Sense.COLOUR, "among colours")
    if term.plural:
        return _colour_plural(window, words)
    if surely and _garment_for(window, words):
        return other(Sense.COLOUR, why.BEFORE_THING)
    if head.kind is HeadKind.PERSON and (
        words.listed_person(head.word) or words.sure_ending(head.word) or window.capital or head.distance == 0
    ):
        return person(why.BEFORE_PERSON)
    if head.kind is not HeadKind.NONE or window.joined_after:
        return other(Sense.COLOUR, why.BEFORE_THING)
    if subject_of(window, words) is Subject.PERSON:
        return person(why.OF_SUBJECT, Form.PREDICATE)
    if words.has(WordClass.ATTITUDE, window.prior) and window.capital and window.prior != "like":
        return person(why.OBJECT_OF_ATTITUDE, Form.NOUN)
    return other(Sense.COLOUR, why.NO_PERSON)


def _among_colours(window: Window) -> bool:
    """ "red, white and blue", "black white": another colour beside it, or one joiner away."""
    if window.following in _COLOURS or window.prior in _COLOURS:
        return True
    sides = (window.before, window.after)
    return any(
        len(side) > 1 and side[0] in (",", "and", "or", "/", "&", "with") and side[1] in _COLOURS for side in sides
    )


def _dual(window: Window, words: Vocabulary, head: Head) -> bool:
    """ "a black runner for the hall": a thing or a person by its name, and nothing here that only people do."""
    both = head.kind is HeadKind.PERSON and head.distance == 0 and words.has(WordClass.COLOUR, head.word)
    return both and not window.capital and _PERSONAL.isdisjoint((*window.before[:6], *window.after[:6]))


def _garment_for(window: Window, words: Vocabulary) -> bool:
    """ "white men's tee", "brown ladies bag": the person noun only says whom the thing is for."""
    after = window.after
    if after and after[0] in ("man", "woman", "boy", "girl", "lady") and after[1:2] != ["'"]:
        return False  # "a Black woman designs", "a white boy bowls"
    tokens = [token for token in after[:4] if token not in ("'", "s", "-")]
    return any(words.has(WordClass.COLOUR, token) and not words.listed_person(token) for token in tokens[1:3])


def _colour_plural(window: Window, words: Vocabulary) -> Verdict:
    if (
        window.prior in _QUANTIFIERS
        or window.prior in _TOWARDS
        or window.prior in _NOMINAL
        or words.has(WordClass.ATTITUDE, window.prior)
        or window.following in _PEOPLE_DO
    ):
        return person(why.AS_NOUN, Form.NOUN)
    if team_of_city(window, words):
        return other(Sense.ORGANISATION, "a team after its city")
    if window.capital and not window.initial:
        return person(why.AS_NOUN, Form.NOUN)
    return other(Sense.COLOUR, why.NO_PERSON)


def common(window: Window, words: Vocabulary, term: Term) -> Verdict:
    """ "old", "straight": a person's where a person noun follows or a person is the subject."""
    head = head_of(window, words)
    found = special(term.surface, window, words, head)
    if found is not None:
        return found
    if head.kind is HeadKind.PERSON:
        if _only_qualifies(window, words, head) or _of_several_things(window, words, head):
            return other(Sense.OBJECT, why.BEFORE_THING)
        return person(why.BEFORE_PERSON)
    if _before_member(window, words):
        return person(why.BEFORE_PERSON)
    if _as_somebody(window):
        return person(why.AFTER_DETERMINER, Form.NOUN)
    if term.surface in _NOMINAL and window.prior == "the" and _one_thing(window):
        return other(Sense.OBJECT, "one thing, for the verb is singular")
    if term.surface in _NOMINAL and acts_as_noun(window):
        return person(why.AFTER_DETERMINER, Form.NOUN)
    if head.kind is HeadKind.THING:
        return _before_thing(term, words, head)
    if window.joined_before or window.joined_after:
        return other(Sense.OTHER, why.HYPHENATED)
    if _opposed(term.surface, window):
        return person("beside its opposite", Form.NOUN)
    if head.kind is HeadKind.UNKNOWN:
        return other(Sense.OTHER, "before a noun that is no known person")
    return _bare(term.surface, window, words)


def _as_somebody(window: Window) -> bool:
    """ "as a minor, I need", "a senior who sings": a noun, whatever else the word may be."""
    if window.prior not in ("a", "an"):
        return False
    if window.following in ("who", "whose"):
        return True
    return (
        window.before[1:2] == ["as"]
        and window.following == ","
        and window.after[1:2] != []
        and (window.after[1] in _SPEAKING)
    )


def _one_thing(window: Window) -> bool:
    """ "the blind is down", "the blind in the bathroom was": people would take a plural verb."""
    after = window.after
    if not after or (after[0] not in _LOCATED and after[0] not in _SINGULAR_VERBS):
        return False
    for token in after[:6]:
        if token in _SINGULAR_VERBS:
            return True
        if token in _PLURAL_VERBS or not token[0].isalnum():
            return False
    return False


def _before_member(window: Window, words: Vocabulary) -> bool:
    """ "a young Muslim applied", "the poor Kenyan": one of a people or faith, and not a thing of theirs."""
    word = window.following
    if not words.member(word) or window.prior not in DETERMINERS:
        return False
    start = window.text.index(word, window.end)
    end = start + len(word)
    beyond = Window(text=window.text, cased=window.cased, start=start, end=end, mixed=window.mixed)
    return head_of(beyond, words).kind is HeadKind.NONE and not beyond.joined_after


def _only_qualifies(window: Window, words: Vocabulary, head: Head) -> bool:
    """ "old user account": the person noun itself qualifies a thing."""
    after = window.after[head.distance + 1 : head.distance + 2]
    if (
        not after
        or head.coordinated
        or (head.word.endswith("s") and not head.word.endswith("ss"))  # "old passengers board first"
        or (not window.joined_after and words.has(WordClass.GROUP, head.word))
        or (not window.joined_after and (head.word in RANKED or words.ascribes(head.word)))
    ):
        return False
    return words.thing(after[0]) is not None and not words.listed_person(after[0])


def _of_several_things(window: Window, words: Vocabulary, head: Head) -> bool:
    """ "an old houses restorer": the plural between is what the adjective describes."""
    between = window.following
    return (
        head.distance == 1 and between.endswith("s") and words.thing(between) is not None and not words.person(between)
    )


def _before_thing(term: Term, words: Vocabulary, head: Head) -> Verdict:
    if term.entry.attribute == "socioeconomic" and words.has(WordClass.QUARTER, head.word):
        return person("said of who lives there")
    return other(head.sense if head.sense in (Sense.TECHNICAL, Sense.FOOD) else Sense.OBJECT, why.BEFORE_THING)


def _bare(surface: str, window: Window, words: Vocabulary) -> Verdict:
    subject = subject_of(window, words)
    if subject is Subject.PERSON:
        return person(why.OF_SUBJECT, Form.PREDICATE)
    if subject is Subject.NONE:
        if window.prior in ("the", "an", "a") and surface in _NOMINAL and _ends_phrase(window):
            return person(why.AFTER_DETERMINER, Form.NOUN)
        if words.has(WordClass.ATTITUDE, window.prior) and surface in _NOMINAL:
            return person(why.OBJECT_OF_ATTITUDE, Form.NOUN)
        if window.prior in _ELLIPTICAL or _inverted(window, words):
            return person(why.OF_SUBJECT, Form.PREDICATE)
    return other(Sense.OTHER, "said of a thing" if subject is Subject.THING else why.NO_PERSON)


def _opposed(surface: str, window: Window) -> bool:
    """ "rich and poor alike", "gay or straight, all are welcome": two of the kinds of people there are."""
    for side in (window.before, window.after):
        if len(side) > 1 and side[0] in _AND and side[1] in _OPPOSITES.get(surface, ()):
            return True
    return False


def _ends_phrase(window: Window) -> bool:
    """Whether nothing the adjective could qualify follows: "the old are ...", not "the old and new names"."""
    after = window.after
    if not after or (len(after) == 1 and not after[0].isalnum()):
        return True
    if after[0] in ("and", "or", ",", "/"):
        return len(after) == 1 or after[1] in _NOMINAL or after[1] in FUNCTION or after[0] == ","
    return after[0] not in "'(\"`<#*[{\\"


def _inverted(window: Window, words: Vocabulary) -> bool:
    """ "how poor his family is": the subject comes after."""
    after = window.after[:2]
    return (
        window.prior in ("how", "however")
        and len(after) == 2
        and ((after[0] in _OWNERS and words.person(after[1])) or after[0] in SUBJECTS - {"it"})
    )
