"""Wording that no list can hold is found by patterns, each tried only around its trigger words.

The automaton finds the triggers together with the lexicon, so a text without them costs nothing more. Patterns read
the flat text: folded, hyphens as spaces.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache
from typing import Final

from guardrails.types import Form

__all__ = ["Pattern", "find_pattern", "of_attributes"]

_BEFORE: Final = 56  # characters around a trigger in which its pattern may lie
_AFTER: Final = 44


@dataclass(frozen=True, slots=True, kw_only=True)
class Pattern:
    """*regex* is tried near each of *triggers* and must cover it; its group ``span``, if there is one, is the wording.

    *checked*: a thing as head or subject makes it a look-alike. *hyphen*: the trigger hangs on a hyphen. *beside*: a
    person stands right before it. *said*: a person is its subject. Any number would be a look-alike of these two.
    """

    name: str
    attribute: str
    triggers: tuple[str, ...]
    regex: str = field(repr=False)
    reason: str
    form: Form = Form.PHRASE
    tags: tuple[str, ...] = ()
    checked: bool = False
    hyphen: bool = False
    beside: bool = False
    said: bool = False


def find_pattern(pattern: Pattern, flat: str, folded: str, start: int, end: int) -> tuple[int, int] | None:
    """Where *pattern* covers its trigger at ``[start, end)`` of the *flat* text; constant cost."""
    if pattern.hyphen and folded[start - 1 : start] != "-":
        return None
    regex = _compiled(pattern.regex)
    for found in regex.finditer(flat, max(0, start - _BEFORE), min(len(flat), end + _AFTER)):
        if found.start() <= start and end <= found.end():
            return found.span("span" if "span" in regex.groupindex else 0)
    return None


@cache  # of our own patterns; each is compiled when its trigger is first met, for starting must not wait for all
def _compiled(regex: str) -> re.Pattern[str]:
    return re.compile(regex)


def of_attributes(patterns: Iterable[Pattern], attributes: Collection[str] | None) -> Iterator[Pattern]:
    """The patterns of *attributes*; ``None`` means all."""
    return (pattern for pattern in patterns if attributes is None or pattern.attribute in attributes)
