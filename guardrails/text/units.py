"""Adjacent spans that say one thing ("young Black woman", "men and women") gathered into one unit to edit."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from guardrails.quick import changed
from guardrails.text.grammar import COPULAS, MODALS, PREPOSITIONS, SUBJECTS, is_intensifier, is_role
from guardrails.text.verbs import is_adjective, is_base, is_finite
from guardrails.text.words import Word, after, before, gap_after
from guardrails.types import Form, Moderation, Span

__all__ = ["Piece", "Unit", "gather", "has_more", "pieces"]

Planned = Sequence[tuple[Span, Moderation]]

_STACKED = frozenset((" ", "-", "–", ", ", "", "\n"))
_COORDINATED = frozenset(
    join
    for word in ("and", "or", "and/or", "as well as", "&", "nor", "plus")
    for join in (f" {word} ", f", {word} ", f" {word}\n", f"\n{word} ")
) | {"/", " / ", ", "}
_JOINS = _STACKED | _COORDINATED
_SERIAL = frozenset((" and ", ", ", ", and ", " and is ", " and was ", " or "))
_BEFORE_VERBS = frozenset(("to", "i", "you", "we", "they", "who", "never", "not", "always", "often"))
_OBSERVING = frozenset(("practising", "practicing", "devout", "observant", "lapsed", "openly", "visibly"))
_RANGE = re.compile(r"[ ]?[-–][ ]?\d{1,3}\b|[ ]to[ ]\d{1,3}\b")  # "-25", " to 25"
_ELLIPTIC = re.compile(  # "pregnant or about to be"
    r" (?:or|and) (?:about|likely|planning|hoping|going|trying) to (?:be|become)(?: so| one)?(?=[.,;:!?)\n]|$)"
)
_MEASURES = frozenset(("bit", "little", "all", "both", "mostly", "mainly", "largely", "predominantly"))
_COMPARING = frozenset(("more", "most", "less", "least", "much", "far"))
_ATTRIBUTES = (Form.ADJECTIVE, Form.NOUN)
_NOUN, _PHRASE, _PREDICATE, _MASK = Form.NOUN, Form.PHRASE, Form.PREDICATE, Moderation.MASK  # for every span
_LONGEST_JOIN = 12
_make = tuple.__new__
_PREFIXES = frozenset(
    ("non-", "half-", "all-", "part-", "ex-", "anti-", "pro-", "trans-", "semi-", "multi-", "self-", "mixed-")
)


class Unit(NamedTuple):
    """Spans of one moderation and the room around them: nothing outside ``[floor, ceiling)`` may be edited for them.

    *lead* is the word before them.
    """

    spans: tuple[Span, ...]
    how: Moderation
    start: int
    end: int
    floor: int
    ceiling: int
    lead: Word | None


class Piece(NamedTuple):
    """Part of a unit with one head: its last span, a noun or an adjective whose noun follows in the text."""

    spans: tuple[Span, ...]
    start: int
    end: int


def gather(text: str, active: Planned) -> list[Unit]:
    """The units of a sorted, disjoint plan, each knowing where its neighbours begin and end."""
    groups: list[list[Span]] = []
    hows: list[Moderation] = []
    group: list[Span] = []
    for given, how in active:
        span = given if given.form in _ATTRIBUTES else _shaped(text, given)
        if group and hows[-1] is how and how is not _MASK and _joins(text, group[-1], span):
            group.append(span)
        else:
            group = [span]
            groups.append(group)
            hows.append(how)
    ceilings = [group[0].start for group in groups[1:]]
    ceilings.append(len(text))
    units: list[Unit] = []
    floor = 0
    for group, how, ceiling in zip(groups, hows, ceilings, strict=True):
        start, end, lead = _widened(text, group, floor, ceiling)
        units.append(_make(Unit, (tuple(group), how, start, end, floor, ceiling, lead)))
        floor = end
    return units


def _shaped(text: str, span: Span) -> Span:
    """*span* with the form its words have: a predicate without a verb of its own is what a verb before it says."""
    if span.form is _PHRASE:
        return changed(span, form=Form.PREDICATE) if _opens_with_verb(text, span) else span
    if span.form is not _PREDICATE:
        return span
    first = after(text, span.start, span.end)
    if first is not None and first.end == span.end and "'" not in first.low:
        return changed(span, form=Form.ADJECTIVE)
    low = first.low if first is not None else "'"
    if "'" in low or low in SUBJECTS or low in COPULAS or is_finite(low):
        return span
    if is_finite(low, third=False) and not is_adjective(low):
        return span
    return changed(span, form=Form.PHRASE if low in PREPOSITIONS or low.endswith("ing") else Form.ADJECTIVE)


def _opens_with_verb(text: str, span: Span) -> bool:
    """Whether a phrase says what somebody does ("uses a wheelchair") rather than how they are ("born in 1961")."""
    first = after(text, span.start, span.end)
    if first is None or first.end == span.end or first.low == "born":
        return False
    if is_base(first.low):
        return _wants_verb(text, span.start)
    return is_finite(first.low) and not first.low.endswith("ed")


def _wants_verb(text: str, pos: int) -> bool:
    """Whether the word before *pos* is one that a bare verb follows: "should", "to", "they", "never"."""
    word = before(text, pos)
    return word is not None and (word.low in MODALS or word.low in _BEFORE_VERBS)


def _joins(text: str, left: Span, right: Span) -> bool:
    if right.start - left.end >= _LONGEST_JOIN:
        return False
    gap = text[left.end : right.start]
    if left.form in _ATTRIBUTES and right.form in _ATTRIBUTES:
        return gap in _JOINS
    if right.form is _PREDICATE:
        return left.form in (Form.ADJECTIVE, _PREDICATE) and gap in _SERIAL
    if right.form is not _PHRASE or left.form is Form.PRONOUN or gap not in (" ", ", ", " and ", ", and "):
        return False
    return text[right.start : right.start + 5] != "with " or not has_more(text, right.end, len(text))


def has_more(text: str, pos: int, ceiling: int) -> bool:
    """Whether "and a ..." at *pos* names a second thing that somebody has, not a second person."""
    link = after(text, pos, ceiling)
    article = after(text, link.end, ceiling) if link is not None and link.low == "and" else None
    if article is None or article.low not in ("a", "an"):
        return False
    word = after(text, article.end, ceiling)
    if word is not None and is_adjective(word.low):
        word = after(text, word.end, ceiling) or word
    return word is not None and not is_role(word.low) and not _is_group(word.low)


def _is_group(word: str) -> bool:
    return word.endswith(("man", "woman", "boy", "girl"))


def _widened(text: str, group: Sequence[Span], floor: int, ceiling: int) -> tuple[int, int, Word | None]:
    """The range of *group* with what hangs on it ("openly gay", "half-Asian", "German-born"), and the word before."""
    start, end = group[0].start, group[-1].end
    if text[start] in "aAtT":
        lead, blank, _ = text[start : min(start + 5, end)].partition(" ")
        if blank and lead.lower() in ("a", "an", "the"):
            start = gap_after(text, start + len(lead), end)  # "the blind": the article is read as any other
    word = before(text, start, floor)
    if word is not None:
        if word.low in _MEASURES and (graded := _graded(text, word, start, floor)) != start:
            start, word = graded, before(text, graded, floor)
        if group[0].form in _ATTRIBUTES and word is not None:
            start, word = _described(text, group[0].form, start, floor, word)
    if len(group) > 1 and text[end : end + 1] == "," and group[-1].form is _PHRASE and end < ceiling:
        end += _goes_on(text, group[-2].end, end + 1, ceiling)
    if text[end : end + 1] == " " and (rest := _ELLIPTIC.match(text, end, ceiling)) is not None:
        end = rest.end()
    if text[end - 1].isdigit() and (more := _RANGE.match(text, end, ceiling)) is not None:
        end = more.end()
    if text[end : end + 1] == "-" and group[-1].form in _ATTRIBUTES:
        tail = after(text, end + 1, ceiling)
        end = tail.end if tail and tail.start == end + 1 else end
    return start, end, word


def _goes_on(text: str, left: int, right: int, ceiling: int) -> bool:
    """Whether the sentence goes on after a phrase between commas: "my aunt, aged 91, fell"."""
    follower = after(text, right, ceiling)
    return text[left] == "," and follower is not None and (is_finite(follower.low) or follower.low in MODALS)


def _described(text: str, form: Form, start: int, floor: int, word: Word | None) -> tuple[int, Word | None]:
    """Where what is said of the first description begins, and the word before that: "half-", "devout", "very"."""
    if word is not None and word.end == start and word.low in _PREFIXES:
        start, word = word.start, before(text, word.start, floor)
    if form is _NOUN:
        if word is not None and word.low in _OBSERVING:
            start, word = word.start, before(text, word.start, floor)
        return start, word
    while word is not None and word.end < start and is_intensifier(word.low):
        if word.low in _COMPARING and not _compares(text, word.start, floor):
            break  # "more Black people" counts them
        start, word = word.start, before(text, word.start, floor)
    return start, word


def _graded(text: str, word: Word, start: int, floor: int) -> int:
    """Where the measure *word* before an adjective begins: "a bit old", "is all male"; *start* when it is none."""
    lead = before(text, word.start, floor)
    if word.low in ("bit", "little"):
        return lead.start if lead is not None and lead.low == "a" else start
    return word.start if lead is not None and lead.low in COPULAS else start


def _compares(text: str, pos: int, floor: int) -> bool:
    """Whether "more" or "most" before an adjective strengthens it: "a more youthful man"."""
    word = before(text, pos, floor)
    return word is not None and word.low in ("a", "an", "the", "much", "far", "even", "is", "are", "was", "were")


def pieces(text: str, unit: Unit) -> list[Piece]:
    """The unit's heads in order: "young women and Black" has two, the second without its noun."""
    if len(unit.spans) == 1:
        return [Piece(unit.spans, unit.start, unit.end)]
    found: list[Piece] = []
    held: list[Span] = []
    spans = unit.spans
    for index, span in enumerate(spans):
        held.append(span)
        last = index + 1 == len(spans)
        if last or (
            span.form is _NOUN
            and text[span.end : spans[index + 1].start] in _COORDINATED
            and spans[index + 1].form is not _PHRASE
        ):
            start = held[0].start if found else unit.start
            found.append(Piece(tuple(held), start, unit.end if last else span.end))
            held = []
    return found
