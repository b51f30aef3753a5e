"""Third-person pronouns made neutral, with the verbs that agree with them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from operator import attrgetter

from guardrails.text.agreement import agreeing
from guardrails.text.grammar import AUXILIARIES, FOCUS, FUNCTION_WORDS, is_role
from guardrails.text.number import is_plural
from guardrails.text.tidy import Op
from guardrails.text.verbs import is_finite
from guardrails.text.vocabulary import words
from guardrails.text.words import Word, after, before

__all__ = ["pronoun_ops"]

# The first letter stands alone in front so that the search skips from one candidate to the next.
_PRONOUN = re.compile(
    r"[HhSs(](?<![\w@#].)(?:"
    r"(?<=[Hh])(?:imself(?: or herself)?|erself(?: or himself)?|e or she|E or SHE|is or hers?|ers? or his|im or her|"
    r"er or him|e/she|is/hers?|im/her(?:self)?|er/his|e|im|ers?|is|E|IM|ERS?|IS)"
    r"|(?<=[Ss])(?:he or he|HE or HE|he/he|/he|he|HE)"
    r"|(?<=\()[Ss]\)he"
    r")(?!\w|[-@])"
)  # "he", "she", "his or her", "(s)he"
_SUBJECT = frozenset(("he", "she", "he or she", "she or he", "he/she", "she/he", "(s)he", "s/he"))
_OBJECT = frozenset(("him", "him or her", "her or him", "him/her"))
_REFLEXIVE = frozenset(("himself", "herself", "himself or herself", "herself or himself", "him/herself"))
_OWNER = frozenset(("his", "his or her", "her or his", "his/her", "her/his"))
_GIVING = words(
    "give gave gives given giving send sent sends sending offer offered offers tell told tells telling show "
    "showed shows pay paid pays paying hand handed teach taught cost lend lent owe owes owed ask asked asks "
    "asking bring brought buy bought grant granted award awarded promise promised deny denied cause caused save "
    "saved"
)
_WISHING = frozenset(("wish", "wished", "wishes", "wishing"))
_SEEING = words(
    "see saw seen sees seeing hear heard watch watched watching notice noticed catch caught find found keep kept "
    "leave left make makes made making let lets letting have has had help helps helped helping feel felt remember "
    "imagine stop stopped get got getting"
)
_MASS = words(
    "advice help money information support feedback permission credit food water time access work medicine "
    "instructions directions cash guidance assistance encouragement trouble pain news hope something anything "
    "nothing everything"
)
_NUMERALS = words("one two three four five six seven eight nine ten first own other few many several same very")
_TITLES = words("Majesty Highness Excellency Honour Honor Holiness Grace Eminence Ladyship Lordship Worship")


def pronoun_ops(text: str) -> list[Op]:
    """Edits that turn every "he" and "she" into "they", sorted and disjoint, agreeing verbs among them."""
    ops: list[Op] = []
    for found in _PRONOUN.finditer(text):
        start, end = found.span()
        ops += _one(text, found[0], start, end)
    ops.sort(key=attrgetter("start"))
    return [op for index, op in enumerate(ops) if index == 0 or op.start >= ops[index - 1].end]


def _one(text: str, word: str, start: int, end: int) -> Iterator[Op]:
    low = word.lower()
    if word.isupper() and len(word) > 1 and not _shouting(text, start, end):
        return
    follower = after(text, end)
    if low in _SUBJECT:
        leading = before(text, start)
        if leading is not None and leading.low in ("a", "an", "the"):  # "it's a he"
            return
        yield Op(start, end, _like("they", word))
        yield from agreeing(text, start, end)
    elif low in _OBJECT:
        yield Op(start, end, _like("them", word))
    elif low in _REFLEXIVE:
        yield Op(start, end, _like("themself", word))
    elif low in ("hers", "his or hers", "hers or his", "his/hers"):
        yield Op(start, end, _like("theirs", word))
    elif follower is None or follower.text not in _TITLES:
        yield Op(start, end, _like(_case_of(text, low, start, follower), word))


def _case_of(text: str, low: str, start: int, follower: Word | None) -> str:
    """Whether "her" or "his" stands for "their", "them" or "theirs" here."""
    owning = follower is not None and (
        follower.low not in FUNCTION_WORDS or follower.low in _NUMERALS or follower.low in FOCUS
    )
    if low in _OWNER:
        return "their" if owning else "theirs"
    if not owning or follower is None:
        return "them"
    leading = before(text, start)
    verb = leading.low if leading is not None else ""
    bare = follower.low.split("'")[0]
    if verb in _WISHING:
        return "them"
    if verb in _GIVING and bare not in ("own", "very", "other", "first"):
        mass = bare in _MASS or (is_plural(bare) and not is_role(bare)) or bare in _NUMERALS
        return "them" if mass and "'" not in follower.low else "their"
    if verb in _SEEING and (bare.endswith("ing") or (is_finite(bare, third=False) and not bare.endswith("ed"))):
        further = after(text, follower.end)
        return "them" if bare.endswith("ing") or further is None or further.low in FUNCTION_WORDS else "their"
    if bare.endswith("ly") and bare not in FOCUS and leading is not None and leading.low not in AUXILIARIES:
        further = after(text, follower.end)
        return "their" if further is not None and further.low not in FUNCTION_WORDS else "them"
    return "their"


def _like(new: str, old: str) -> str:
    if old.isupper() and len(old) > 1:
        return new.upper()
    return new.capitalize() if old.lstrip("(")[0].isupper() else new


def _shouting(text: str, start: int, end: int) -> bool:
    """Whether the words around are in capitals too, so that "HE" is a pronoun and not an abbreviation."""
    words = [word for word in (before(text, start), after(text, end)) if word is not None and word.text != "I"]
    return not words or any(len(word.text) > 1 and word.text.isupper() for word in words)
