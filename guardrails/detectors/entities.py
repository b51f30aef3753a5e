"""Finds the names of people, organisations, places and works that moderation must not touch."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from guardrails.detectors.entities_cues import WORK_NOUNS, Region, cued_regions
from guardrails.detectors.entities_rules import claims
from guardrails.detectors.entities_single import single_name
from guardrails.detectors.entities_tokens import Segment, segments
from guardrails.detectors.entities_words import GROUP, PERSON, TEAM
from guardrails.types import Sense

__all__ = ["SUPPLIED", "Entity", "find_entities"]

SUPPLIED = "entity supplied by the caller"

_WORD = re.compile(r"\w+")
_WORKS = frozenset(WORK_NOUNS)


@dataclass(frozen=True, slots=True, kw_only=True)
class Entity:
    """Half-open range ``[start, end)`` of a text that is a name. *reason* names the cue and never quotes the text."""

    start: int
    end: int
    kind: Sense
    reason: str


def find_entities(text: str, *, known: Iterable[str] = ()) -> tuple[Entity, ...]:
    """The entities of *text*, sorted and disjoint; kinds are NAME, ORGANISATION, PLACE and TITLE.

    *known* are names the caller vouches for (a catalogue, the participants of a chat): found in any case, as whole
    words. Cost is linear in the text. A surname counts on its own only after it was established to the left, so that a
    prefix of a text yields a prefix of the answer, but for the last words.
    """
    regions = [*_known(text, known), *cued_regions(text), *_capitalised(text)]
    return tuple(_disjoint(regions))


def _capitalised(text: str) -> Iterator[Region]:
    established: set[str] = set()
    for segment in segments(text, established):
        if len(segment.tokens) == 1:
            if region := _single(segment, established):
                yield region
            continue
        if title := _title_of_a_work(segment):
            yield title
            continue
        for claim in claims(segment, established):
            if claim.established:
                established.add(claim.established)
            first, last = segment.tokens[claim.first], segment.tokens[claim.last - 1]
            yield Region(first.start, last.end, claim.kind, claim.reason)


def _single(segment: Segment, established: set[str]) -> Region | None:
    token = segment.tokens[0]
    if token.classes & TEAM:
        return Region(token.start, token.end, Sense.ORGANISATION, "nickname of a sports team")
    if reason := single_name(segment, established):
        established.add(token.word)
        return Region(token.start, token.end, Sense.NAME, reason)
    return None


def _title_of_a_work(segment: Segment) -> Region | None:
    """ "the film Black Panther": capitals after a word for a work."""
    first, final = segment.tokens[0], segment.tokens[-1]
    if segment.previous_word(first.start) not in _WORKS or final.classes & (GROUP | PERSON):
        return None
    return Region(first.start, final.end, Sense.TITLE, "title of a work after its kind")


def _known(text: str, known: Iterable[str]) -> Iterator[Region]:
    index = _index(tuple(known))
    if not index:
        return
    tokens = [(match.start(), match.end(), match[0].casefold()) for match in _WORD.finditer(text)]
    for at, (start, _, word) in enumerate(tokens):
        for phrase in index.get(word, ()):
            tail = tokens[at : at + len(phrase)]
            if len(tail) == len(phrase) and all(have == want for (_, _, have), want in zip(tail, phrase, strict=True)):
                yield Region(start, tail[-1][1], Sense.NAME, SUPPLIED)
                break


@lru_cache(maxsize=8)
def _index(known: tuple[str, ...]) -> dict[str, tuple[tuple[str, ...], ...]]:
    """First word to the phrases that start with it, longest first."""
    index: dict[str, list[tuple[str, ...]]] = {}
    for name in known:
        if phrase := tuple(match[0].casefold() for match in _WORD.finditer(name)):
            index.setdefault(phrase[0], []).append(phrase)
    return {word: tuple(sorted(phrases, key=len, reverse=True)) for word, phrases in index.items()}


def _disjoint(regions: list[Region]) -> Iterator[Entity]:
    """Of regions that overlap the longer one wins."""
    kept: list[Region] = []
    for region in sorted(regions, key=lambda r: (r.start, -r.end)):
        if kept and region.start < kept[-1].end:
            if region.end - region.start <= kept[-1].end - kept[-1].start:
                continue
            kept.pop()
        kept.append(region)
    return (Entity(start=r.start, end=r.end, kind=r.kind, reason=r.reason) for r in kept)
