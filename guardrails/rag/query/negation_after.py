"""Denials behind what they deny: "Porto excluded", "leave Hull out", "ceramic is not an option", "steel-free"."""

from __future__ import annotations

import re
from typing import Final

from guardrails.rag.query.negation import Denial
from guardrails.text.vocabulary import words

__all__ = ["denial_after", "denies_behind"]

_IS: Final = r"(?:(?:is|are|was|were|be|been|being|gets?|should|must|may|has|have|to|can|all|both) ){1,3}"
_OUT: Final = (
    r"excluded|excepted|omitted|unwanted|unwelcome|unacceptable|undesired|forbidden|prohibited|disallowed|disqualified|ineligible|withdrawn|eliminated|disregarded"
    r"|(?:left|ruled|kept|filtered|taken|cut|screened|weeded) out|out of the question|off the (?:list|table|menu)"
    r"|aside(?! from)|apart(?! from)|a no(?:[ -]go)?|no[ -]go|no thank(?:s| you)|need not apply"
    r"|not (?:wanted|welcome|please|thanks?|allowed|included|desired|acceptable|permitted|considered|an option"
    r"|for (?:me|us)|ok(?:ay)?|possible|at all)"
)
_PUT: Final = (
    r"out|off|avoided|banned|barred|rejected|skipped|ignored|removed|dropped|discarded|not|no|never|nope"
    r"|exclude|omit|skip|avoid|ignore"
)
"""These deny at the end of a clause, or behind "is"; before a noun they are a part of it ("black dropped hem")."""
_END: Final = r"(?=\s*(?:$|[.,;:!?)]|(?:of it|and|but|please|for|with|thanks)(?!\w)))"
_ONES: Final = r"(?: (?:ones?|stuff|things?|items?|options?|models?|people|candidates?|applicants?))?"
_SURE: Final = re.compile(
    rf"{_ONES}(?:-free(?!\w)|[ ,:?(–-]{{1,3}}(?:(?:{_IS})?(?:{_OUT})(?!\w)|{_IS}(?:{_PUT}){_END}|(?:{_PUT}){_END}))",
    re.IGNORECASE,
)
_UNSURE: Final = re.compile(
    rf"(?: [\w-]{{1,20}}){{0,2}} (?:free(?!\w)|(?:{_IS})?(?:{_OUT})(?!\w)|{_IS}(?:{_PUT}){_END}"
    r"|not (?:needed|required|necessary|essential|important|mandatory)(?!\w))"
    r"|(?: ones?)? (?P<said>(?:does|do|did|is|are|was|were|has|have|can|could|should|must|may|might|will|would"
    r"|need) not|\w{1,8}n['’]t|cannot)(?!\w)",
    re.IGNORECASE,
)
_VERB: Final = re.compile(
    r"(?<!\w)(?:leav(?:e|es|ing)|keep(?:ing)?|rul(?:e|ing)|tak(?:e|ing)|count(?:ing)?|filter(?:ing)?|cut(?:ting)?"
    r"|screen(?:ing)?|with)(?: (?:the|any|all))?\s$",
    re.IGNORECASE,
)
_WORDS: Final = words(
    "excluded excepted omitted unwanted unwelcome unacceptable undesired forbidden prohibited disallowed "
    "disqualified ineligible withdrawn eliminated disregarded exclude omit skip avoid ignore out off aside "
    "apart no nope not never avoided banned barred rejected skipped ignored removed dropped discarded free cannot"
)
_WORD: Final = re.compile(r"[^\W\d_]+")
_REACH: Final = 60


def denies_behind(text: str) -> bool:
    """Whether a denial can stand in *text* behind what it denies; cheap."""
    return not _WORDS.isdisjoint(_WORD.findall(text.lower())) or "n't" in text or "n’t" in text or "N'T" in text


def denial_after(text: str, start: int, end: int) -> Denial | None:
    """What behind ``[start, end)`` denies it, from where to where with it; ``None`` when nothing does."""
    tail = text[end : end + _REACH]
    if not denies_behind(tail):
        return None
    if (found := _SURE.match(text, end, end + _REACH)) is not None:
        verb = _VERB.search(text, max(0, start - 24), start)
        return Denial(start=start if verb is None else verb.start(), end=found.end())
    if (found := _UNSURE.match(text, end, end + _REACH)) is not None:
        said = found.start("said") if found["said"] else found.end()
        return Denial(start=said, end=found.end(), unsure=True)
    return None
