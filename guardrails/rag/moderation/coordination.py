"""Values joined to a value: "black, white or navy", "in Malmo or Bergen", "speaks Polish and Turkish"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from guardrails.rag.folding import folded
from guardrails.rag.moderation.conditions import Bound, Condition
from guardrails.rag.moderation.grounding import Grounded, Grounding
from guardrails.rag.tenant import Tenant
from guardrails.rag.terms import Relation

__all__ = ["Joined", "joined"]

_NEXT: Final = re.compile(r"(?P<joint>\s?,\s?(?:and |or |nor )?|\s?[/|]\s?|\s(?:and|or|nor|&)\s)(?=\w)", re.IGNORECASE)
_LAST: Final = re.compile(r"(?P<joint>\s?,\s?(?:and |or |nor )?|\s?[/|]\s?|\s(?:and|or|nor|&)\s)$", re.IGNORECASE)
_WORD: Final = re.compile(r"\w[\w'’.-]*")
_LONGEST: Final = 3  # words of a value
_REACH: Final = 60  # characters in which the value before stands
_MOST: Final = 12  # values of one list


@dataclass(frozen=True, slots=True, kw_only=True)
class Joined:
    """``[start, end)`` holds a value and those joined to it. *conditions* are theirs; *every* one has to be met.

    *loose*: a bare comma joins some, and no "or" makes one list of all.
    """

    start: int
    end: int
    conditions: tuple[Condition, ...] = ()
    every: bool = False
    loose: bool = False


def joined(
    text: str, start: int, end: int, fields: Sequence[str], tenant: Tenant, grounding: Grounding, *, commas: bool = True
) -> Joined:
    """The values of the same field that stand in a list with the one in ``[start, end)``.

    A filter on the one alone would keep out what was asked for beside it. All are needed where "and" joins them and
    records hold several values in that field; otherwise any will do. Without *commas* a bare comma ends the list.
    """
    if len(fields) != 1:
        return Joined(start=start, end=end)
    held, found, joints = _Held(fields[0], tenant, grounding), list[Grounded](), set[str]()
    while len(found) < _MOST and (right := _NEXT.match(text, end)) and (commas or _word(right)):
        if (more := held.first(_from(text, right.end()))) is None:
            break
        end = more[1]
        found.append(more[2])
        joints.add(_word(right))
    while len(found) < _MOST and (left := _LAST.search(text, max(0, start - 8), start)) and (commas or _word(left)):
        if (more := held.first(_to(text, left.start()))) is None:
            break
        start = more[0]
        found.append(more[2])
        joints.add(_word(left))
    conditions = tuple(
        Condition(bounds=tuple(Bound(field=one.field, relation=Relation.EQ, value=value) for value in one.values))
        for one in found
    )
    every = bool(found) and joints <= {"and", "&", ""} and joints != {""} and all(one.listed for one in found)
    loose = "" in joints and joints.isdisjoint(("or", "nor"))
    return Joined(start=start, end=end, conditions=conditions, every=every, loose=loose)


def _word(joint: re.Match[str]) -> str:
    """What joins, without the comma: nothing is left of a bare one."""
    return joint["joint"].strip(" ,").lower()


class _Held:
    """Whether a phrase is a value of one field: by what ingest saw where it knows all, and by the store."""

    def __init__(self, path: str, tenant: Tenant, grounding: Grounding) -> None:
        profile = tenant.capabilities.fields.get(path)
        self._known = profile.values if profile is not None and profile.complete else None
        self._path, self._grounding = path, grounding

    def first(self, phrases: Iterator[tuple[int, int, str]]) -> tuple[int, int, Grounded] | None:
        for start, end, phrase in phrases:
            if self._known and folded(phrase) not in self._known:
                continue
            if (held := self._grounding.holds(self._path, phrase)) is not None:
                return start, end, held
        return None


def _from(text: str, at: int) -> Iterator[tuple[int, int, str]]:
    """The runs of words that begin at *at*, the longest first."""
    ends: list[int] = []
    word = _WORD.match(text, at)
    while word is not None and len(ends) < _LONGEST:
        ends.append(word.end())
        word = _WORD.match(text, word.end() + 1) if text[word.end() : word.end() + 1] == " " else None
    for end in reversed(ends):
        yield at, end, text[at:end]


def _to(text: str, end: int) -> Iterator[tuple[int, int, str]]:
    """The runs of words that end at *end*, the longest first."""
    words = [found.start() for found in _WORD.finditer(text, max(0, end - _REACH), end)][-_LONGEST:]
    for start in words:
        yield start, end, text[start:end]
