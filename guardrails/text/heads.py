"""The noun that stays when what describes it goes, and how to tell it from a verb that happens to follow."""

from __future__ import annotations

from guardrails.text.clauses import copula_before, sentence_start
from guardrails.text.grammar import AUXILIARIES, DETERMINERS, FOCUS, FUNCTION_WORDS, is_role
from guardrails.text.nouns import collective
from guardrails.text.number import is_plural
from guardrails.text.places import Place
from guardrails.text.verbs import is_adjective, is_finite
from guardrails.text.vocabulary import words
from guardrails.text.words import Word, after, before
from guardrails.types import Form

__all__ = ["OWNS", "plain_head"]

OWNS = ("'s", "’s")
_ADJECTIVE, _NOUN = Form.ADJECTIVE, Form.NOUN  # looked up for every unit
_PLURAL_VERBS = frozenset(("are", "were", "be", "been", "being", "become", "'re"))
_SUBSTITUTES = frozenset(("one", "ones"))
_SINGULAR = frozenset(("a", "an", "one", "another", "each", "every", "this"))
_OBJECTS = frozenset(
    ("a", "an", "the", "my", "your", "his", "her", "our", "their", "its", "this", "these", "us", "them")
)
_TIMES = frozenset(("last", "next", "later", "afterwards", "thanks", "tonight", "aged"))
_NOUNS = words(
    "man woman boy girl lady gentleman guy dude bloke lad lass gal chap fellow person child kid teen baby adult "
    "pensioner retiree orphan native widow widower bachelor spinster bride groom"
)
_VERBAL = ("ing", "ed", "ly", "'s", "’s")


def plain_head(place: Place) -> Word | None:
    """The noun right after *place* that says who it is about, a describing word between them allowed."""
    text, span = place.text, place.span
    word = after(text, place.end, place.ceiling)
    if word is None:
        return None
    if word.low in _SUBSTITUTES:
        return word if span.form is _ADJECTIVE or not is_plural(text[span.start : span.end]) else None
    if word.low in FUNCTION_WORDS or _acts(place, word):
        return None
    if span.form is _NOUN:
        return word if _is_compound(place, word) else None
    verb = copula_before(text, place.start, place.floor)
    if verb is not None and verb.article < 0 and verb.bare not in _PLURAL_VERBS:
        head = _past_adjective(place, word)
        if word.text[0].isupper() and text[span.start].isupper():  # "remained Roman Catholic Church members"
            return head
        return head if is_role(_owner(head.low)) or is_plural(_owner(head.low)) else None
    return None if _is_verb(place, word) else _past_adjective(place, word)


def _acts(place: Place, word: Word) -> bool:
    """Whether a word that could be several people is what one does: "a woman leads", "the man hosts the show"."""
    text, surface = place.text, place.text[place.span.start : place.span.end]
    if not is_role(word.low) or not is_plural(word.low) or is_plural(surface):
        return False
    further = after(text, word.end, place.ceiling)
    if place.span.form is _NOUN and further is not None and further.low in _OBJECTS:
        return True
    leading = before(text, place.start, place.floor)
    for _ in range(2):
        if leading is not None and is_adjective(leading.low):
            leading = before(text, leading.start, place.floor)
    return leading is not None and leading.low in _SINGULAR


def _owner(word: str) -> str:
    """*word* without its possessive ending."""
    return word.removesuffix("'s").removesuffix("'")


def _past_adjective(place: Place, word: Word) -> Word:
    if is_adjective(word.low) and not is_role(word.low):
        further = after(place.text, word.end, place.ceiling)
        if (
            further is not None
            and further.low not in FUNCTION_WORDS
            and (is_role(further.low) or is_plural(further.low))
        ):
            return further
    return word


def _is_compound(place: Place, word: Word) -> bool:
    """Whether a noun span only describes the noun after it: "woman engineer", "Muslim family", "immigrant workers"."""
    text, span = place.text, place.span
    surface = text[span.start : span.end].lower()
    if surface.endswith(OWNS):
        return False
    if is_role(_owner(word.low)):
        return True
    if span.neutral or " " in surface or surface in _NOUNS or is_plural(surface):
        return False
    if word.text[0].isupper() and not text[span.start].isupper():
        return False
    if (word.low.endswith(_VERBAL) and word.low not in FOCUS) or is_adjective(word.low) or word.low in _TIMES:
        return False
    further = after(text, word.end, place.ceiling)
    if further is not None and further.low in AUXILIARIES:  # "gay lives are", where "lives" is no verb
        return True
    return not is_finite(word.low) and not is_finite(word.low, third=False)


def _is_verb(place: Place, word: Word) -> bool:
    """Whether *word* is what the people before it do, not who they are: "the elderly need", "a 20-year-old grabbed"."""
    text = place.text
    if is_role(word.low) or (not is_finite(word.low, third=False) and not is_finite(word.low)):
        return False
    further = after(text, word.end, place.ceiling)
    if further is not None and (further.low not in FUNCTION_WORDS or further.low in AUXILIARIES):
        return False
    leading = before(text, place.start, place.floor)
    for _ in range(2):  # "a kind and devout"
        if leading is not None and (leading.low == "and" or is_adjective(leading.low)):
            leading = before(text, leading.start, place.floor)
    if leading is None and place.start != sentence_start(text, place.start, place.floor):
        return False
    determiner = leading.low if leading is not None else "the"
    if determiner not in DETERMINERS:
        return False
    if is_finite(word.low):
        return determiner != "the" or word.low.endswith("ed")
    return determiner == "the" and collective(text[place.span.start : place.span.end])
