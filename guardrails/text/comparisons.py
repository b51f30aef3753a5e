"""A describing word that only compares ("older than me", "as old as he is"): the comparison stays, its measure goes."""

from __future__ import annotations

import re

from guardrails.text.places import Place
from guardrails.text.tidy import Op
from guardrails.text.words import Word, after, before, gap_before

__all__ = ["comparison_op"]

_SUBJECTS = frozenset(("i", "he", "she", "we", "they"))
_GRADED = ("more ", "less ")
_NEAR = 8  # characters behind a word in which the next one ends, if it is "than" or "as"
_CLAUSE = 80  # characters behind "than" in which the verb of a clause is looked for
_LINKING = frozenset(
    [
        "is",
        "am",
        "are",
        "was",
        "were",
        "be",
        "been",
        "being",
        "i'm",
        "you're",
        "he's",
        "she's",
        "they're",
        "we're",
        "isn't",
        "wasn't",
        "aren't",
        "weren't",
        "look",
        "looks",
        "looked",
        "seem",
        "seems",
        "seemed",
        "appear",
        "appears",
        "appeared",
        "sound",
        "sounds",
        "sounded",
    ]
)
_DEGREES = frozenset(
    [
        "not",
        "much",
        "far",
        "even",
        "still",
        "only",
        "slightly",
        "somewhat",
        "just",
        "nearly",
        "almost",
        "about",
        "twice",
    ]
)
_TENS = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
_ONES = "one|two|three|four|five|six|seven|eight|nine"
_TEENS = "ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen"
_UNIT = r"[ -](?:years?|months?|weeks?)(?:[ -]olds?| of age)?"
_MEASURE = re.compile(
    rf" +(?:\d+|(?:{_TENS})(?:[ -](?:{_ONES}))?|{_TEENS}|{_ONES})(?:{_UNIT})?\b(?!%|[.,]\d)", re.IGNORECASE
)
_FINITE = (
    "allows?|allowed|requires?|required|permits|permitted|expects|expected|wants|wanted|thinks|thought|believes|believed|"
    "says|said|suggests|suggested|admits|admitted|prefers|preferred|imagines|imagined"
)
_LAST = "am|is|are|was|were|does|did|has|had|will|would|can|could|may|might|should|must"
_YOURS = rf"think|expect|believe|want|imagine|say|know|need|look|guess|suppose|do|have|{_LAST}|{_FINITE}"
_NOUNS = (
    r"(?:(?!(?:who|that|which|whom|whose|what|where|and|or|but|i|he|she|we|they|you|me|him|us|them)\b)[\w'’-]+ ){1,5}"
)
_ENDS = r"(?=\s*(?:$|[.,;:!?)\n]))"
_ENDING = re.compile(rf"{_ENDS}| (?:and|but|or|when|while|now|then|at|to)\b", re.IGNORECASE)
_CLAUSES = re.compile(
    rf" +(?:(?:you|it) (?:{_YOURS})\b|(?:you|it)['’]\w+ \w|{_NOUNS}(?:(?:{_FINITE})\b|(?:{_LAST}){_ENDS}))",
    re.IGNORECASE,
)


def comparison_op(place: Place) -> Op | None:
    """The edit of a comparative before "than" or an adjective between "as" and "as"; ``None`` of any other word."""
    near = place.text[place.end : place.end + _NEAR].lower()
    if "than" not in near and "as" not in near:  # as after most words: a look costs less than reading the next one
        return None
    follower = after(place.text, place.end, place.ceiling)
    if follower is None or follower.low not in ("than", "as"):
        return None
    surface = place.text[place.start : place.end].lower()
    if follower.low == "than":
        compares = surface.endswith("er") or surface.startswith(_GRADED)
        return Op(place.start, follower.end, _apart(place, follower), place.span) if compares else None
    opening = before(place.text, place.start, place.floor)
    if opening is None or opening.low != "as":
        return None
    measure = _MEASURE.match(place.text, follower.end)
    linked = _is_linked(place, opening.start)
    if measure is None or (linked and _ENDING.match(place.text, measure.end()) is None):
        return Op(opening.start, follower.end, "like", place.span)
    if linked:  # "she looks as young as 18"
        return Op(opening.start, measure.end(), "that age", place.span)
    return Op(gap_before(place.text, opening.start, place.floor), measure.end(), "", place.span)


def _apart(place: Place, than: Word) -> str:
    """ "different from", with "what" where a clause follows: "than I am", "is older than the law allows"."""
    subject = after(place.text, than.end, place.ceiling)
    clause = subject is not None and subject.low.partition("'")[0] in _SUBJECTS
    if not clause and _is_linked(place, place.start):
        clause = _CLAUSES.match(place.text[than.end : than.end + _CLAUSE]) is not None
    return "different from what" if clause else "different from"


def _is_linked(place: Place, start: int) -> bool:
    """Whether what begins at *start* is said with a verb of being or seeming, words of degree apart."""
    word = before(place.text, start)
    while word is not None and word.low in _DEGREES:
        word = before(place.text, word.start)
    return word is not None and word.low in _LINKING
