"""One noun phrase by itself: its description goes or its noun is replaced, and possessive endings follow."""

from __future__ import annotations

import re

from guardrails.text.clauses import sentence_start
from guardrails.text.grammar import MODIFIERS
from guardrails.text.nouns import NounPhrase, collective
from guardrails.text.spared import spared_op, undoubled
from guardrails.text.tidy import Op
from guardrails.text.words import Word, after, before

__all__ = ["plain_op"]

_BROAD = frozenset(
    ("race", "ethnicity", "religion", "nationality", "sexual_orientation", "disability", "socioeconomic")
)
# ", please.", " need apply.", "!"
_POLITE = re.compile(
    r"(?:,?[ ]please|[ ](?:allowed|wanted|welcome|accepted|considered|need[ ]apply))?(?:[ ]?[.!]|(?=\n)|$)",
    re.IGNORECASE,
)
_COMPARATIVES = frozenset(
    ("younger", "older", "elder", "youngest", "oldest", "eldest", "poorer", "poorest", "richer", "richest")
)
_QUOTES = ("'", "’")
_OWNS = ("'s", "’s")
_NOT_OWNERS = frozenset(("it's", "that's", "she's", "he's", "there's", "here's", "what's", "who's", "let's"))


def plain_op(text: str, phrase: NounPhrase) -> Op:
    """The edit of *phrase* where it need not be told from others."""
    if phrase.kept:
        substitute = phrase.determiner == "a" and text[phrase.end : phrase.stop].strip() == "one"
        return Op(phrase.left if substitute else phrase.start, phrase.end, "", phrase.span)  # "an old one": "one"
    if (op := _compared(text, phrase) or _refused(text, phrase)) is not None:
        return op
    lead = before(text, phrase.left, phrase.floor)
    if (op := spared_op(text, phrase, lead)) is not None:
        return op
    start, end, noun = phrase.start, phrase.end, undoubled(text, phrase, lead)
    if text[end : end + 1] in _QUOTES and _is_compound(text, phrase):
        return Op(start, end + (2 if text[end + 1 : end + 2] == "s" else 1), "", phrase.span)
    if phrase.many and phrase.determiner == "the" and start > phrase.left and _is_everybody(text, phrase, lead):
        start = phrase.left
    if text[end : end + 1] in _QUOTES or text[end - 1] in "sS":
        noun, end = _owning(text, end, noun, phrase.many)
    return Op(start, end, noun, phrase.span)


def _compared(text: str, phrase: NounPhrase) -> Op | None:
    """ "the younger of the two": "one of the two"."""
    if phrase.determiner != "the" or phrase.key[-1] not in _COMPARATIVES:
        return None
    follower = after(text, phrase.stop, phrase.ceiling)
    return Op(phrase.left, phrase.stop, "one", phrase.span) if follower is not None and follower.low == "of" else None


def _refused(text: str, phrase: NounPhrase) -> Op | None:
    """ "No women, please.": a sentence that says nothing else goes, for "no people" would say what nobody meant."""
    if phrase.determiner != "no" or phrase.left != sentence_start(text, phrase.left, phrase.floor):
        return None
    rest = _POLITE.match(text, phrase.stop, phrase.ceiling)
    return Op(phrase.left, rest.end(), "", phrase.span) if rest is not None else None


def _owning(text: str, end: int, noun: str, many: bool) -> tuple[str, int]:
    """The noun and the end of the edit when a possessive ending has to change: "women's" to "candidates'"."""
    if noun.endswith("s") and many and text[end : end + 2] in _OWNS:
        return noun + text[end], end + 2
    if not noun.endswith("s") and text[end : end + 1] in ("'", "’") and not text[end + 1 : end + 2].isalpha():
        return noun + text[end] + "s", end + 1
    if text[end - 2 : end].lower() in _OWNS:
        return noun + (text[end - 2] if noun.endswith("s") and many else text[end - 2 : end]), end
    return noun, end


def _is_compound(text: str, phrase: NounPhrase) -> bool:
    """Whether a possessive only names a kind: "a girls' school", "the club's women's team"."""
    if after(text, phrase.end + 1) is None:
        return False
    if phrase.many and phrase.determiner == "a":
        return True
    owner = before(text, phrase.start, phrase.floor)
    return owner is not None and owner.low.endswith(_OWNS) and owner.low not in _NOT_OWNERS


def _is_everybody(text: str, phrase: NounPhrase, lead: Word | None) -> bool:
    """Whether "the" with this noun means everybody of a kind, as in "the blind"; then "people" stands alone."""
    follower = after(text, phrase.stop, phrase.ceiling)
    if lead is not None and lead.low == "of":  # "half of the"
        return False
    if len(phrase.key) > 1 or (phrase.span.attribute not in _BROAD and not collective(phrase.key[0])):
        return False
    return phrase.noun == "people" and (follower is None or follower.low not in MODIFIERS)
