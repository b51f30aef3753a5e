"""Texts marked by a reader, and what a detector's spans have to do with the marks.

``{Sikh|religion}`` must be found with that attribute, or with one of several parted by ``/``; ``{lads|?}`` may be
found or not, and so may a mark whose choices include ``?``. What is not marked must not be found in a person's sense.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from guardrails.types import Sense, Span

__all__ = ["Mark", "complaints", "listed", "read"]

_MARK = re.compile(r"\{([^{}|]+)\|([a-z_/?]+)\}")
_FULL = {"orientation": "sexual_orientation"}
_KEPT = frozenset({"pronoun", "kinship", "title", "role"})


class Mark(NamedTuple):
    """``[start, end)`` of the plain text ascribes one of *attributes*."""

    start: int
    end: int
    attributes: frozenset[str]


def read(marked: str) -> tuple[str, list[Mark]]:
    """The plain text and its marks; braces without an attribute stay as they are."""
    parts: list[str] = []
    marks: list[Mark] = []
    at = length = 0
    for found in _MARK.finditer(marked):
        parts += (marked[at : found.start()], found[1])
        length += found.start() - at
        attributes = frozenset(_FULL.get(name, name) for name in found[2].split("/"))
        marks.append(Mark(length, length + len(found[1]), attributes))
        length += len(found[1])
        at = found.end()
    return "".join(parts) + marked[at:], marks


def listed(items: str) -> tuple[str, ...]:
    """The items of a list with commas."""
    return tuple(items.split(", "))


def complaints(text: str, marks: Sequence[Mark], spans: Sequence[Span]) -> Iterator[str]:
    """What is wrong with *spans*: a mark that none covers, an attribute that is not the mark's, a span beyond marks."""
    people = [span for span in spans if span.sense is Sense.PERSON]
    for mark in marks:
        over = {span.attribute for span in people if _overlap(span, mark)}
        if "?" not in mark.attributes and not over & mark.attributes:
            wrong = f" (found as {', '.join(sorted(over))})" if over else ""
            yield f"missed {'/'.join(sorted(mark.attributes))}: {text[mark.start : mark.end]!r}{wrong}"
    for span in people:
        if not _KEPT.intersection(span.tags) and not any(_overlap(span, mark) for mark in marks):
            yield f"found {span.attribute}: {text[span.start : span.end]!r} ({span.reason})"


def _overlap(span: Span, mark: Mark) -> bool:
    return span.start < mark.end and mark.start < span.end
