"""Values joined to a value, wanted or denied: "black, white or navy", "in Malmo or Bergen", "without oak and steel"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from guardrails.rag.folding import folded
from guardrails.rag.moderation.conditions import Bound, Condition
from guardrails.rag.moderation.governed import Denials
from guardrails.rag.moderation.grounding import Grounded, Grounding
from guardrails.rag.query.fieldnames import field_names_of
from guardrails.rag.tenant import Tenant
from guardrails.rag.terms import Relation
from guardrails.rag.types import FieldKind

__all__ = ["Joined", "said"]

_NEXT: Final = re.compile(r"(?P<joint>\s?,\s?(?:and |or |nor )?|\s?[/|]\s?|\s(?:and|or|nor|&)\s)(?=\w)", re.IGNORECASE)
_LAST: Final = re.compile(r"(?P<joint>\s?,\s?(?:and |or |nor )?|\s?[/|]\s?|\s(?:and|or|nor|&)\s)$", re.IGNORECASE)
_WORD: Final = re.compile(r"\w[\w'’.-]*")
_GAP: Final = re.compile(r" (?:& )?")
_LONGEST: Final = 3  # words of a value
_REACH: Final = 60  # characters in which the value before stands
_MOST: Final = 12  # values of one list
_WANTED: Final = re.compile(
    r" (?:only|instead|preferred|preferably|(?:is|are|would be) (?:fine|ok|okay|good))(?!\w)", re.IGNORECASE
)
"""Behind a list with bare commas: what stands after the first comma is what is wanted."""
_WHOSE: Final = re.compile(r"(?:whose |the |with |and )+$", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Joined:
    """``[start, end)`` holds a value and those joined to it. *conditions* are theirs; *every* one has to be met.

    *denied*: none of them may be met, nor that of the value itself; *open*: nothing is asked of any, since it may be
    denied. *joints* are the words that join, in lower case.
    """

    start: int
    end: int
    conditions: tuple[Condition, ...] = ()
    every: bool = False
    denied: bool = False
    open: bool = False
    joints: frozenset[str] = frozenset()


def said(denials: Denials, start: int, end: int, fields: Sequence[str], tenant: Tenant, grounding: Grounding) -> Joined:
    """The list that the value in ``[start, end)`` stands in, and what denies it, up to the name of its field.

    A bare comma ends the reach of a plain "no" ("no black, white boots"), but not between places nor where a word joins
    the last value to the others ("no black, white or navy"); and of
    every denial where the last are wanted ("white only").
    """
    text = denials.query.text
    found = _joined(text, start, end, fields, tenant, grounding)
    places = {one.path for one in grounding.fields if one.kind is FieldKind.PLACE}.issuperset(fields)
    denial = denials.before(found.start)
    if denial is not None and not _reaches(text, found, denial.listing or places):
        found = _joined(text, start, end, fields, tenant, grounding, commas=False)
        denial = denials.before(found.start)
    if denial is None:
        return _denied_behind(denials, found, fields, tenant) or replace(
            found, open=denials.leave_open(found.start, found.end)
        )
    start, end, named = _with_field(text, denial.start, found.end, fields, tenant)
    if denial.unsure or (denial.outside and not (places or named or _names_field(text, found, fields, tenant))):
        return replace(found, open=True)
    return replace(found, start=start, end=end, denied=True)


def _denied_behind(denials: Denials, found: Joined, fields: Sequence[str], tenant: Tenant) -> Joined | None:
    """*found* with what behind it, or behind the name of its field, denies it."""
    ends = {found.end, _with_field(denials.query.text, found.start, found.end, fields, tenant)[1]}
    for end in ends:
        if (denial := denials.after(found.start, end)) is not None:
            if denial.unsure or ("" in found.joints and len(found.joints) == 1):  # "black, white excluded"
                return replace(found, open=True)
            return replace(found, start=min(found.start, denial.start), end=denial.end, denied=True)
    return None


def _names_field(text: str, found: Joined, fields: Sequence[str], tenant: Tenant) -> bool:
    """Whether the wording of the value names its field: "the support department"."""
    names = field_names_of(tenant.schema)
    spoken = names.pattern.finditer(text, found.start, found.end) if names.pattern else ()
    return any((one := names.field_of(name[0])) is not None and one.path in fields for name in spoken)


def _reaches(text: str, found: Joined, along_commas: bool) -> bool:
    if "" not in found.joints:
        return True
    return (along_commas or len(found.joints) > 1) and _WANTED.match(text, found.end) is None


def _with_field(text: str, start: int, end: int, fields: Sequence[str], tenant: Tenant) -> tuple[int, int, bool]:
    """``[start, end)`` with the name of the field before or behind, and if there is one: "whose city is not Hull"."""
    given = (start, end)
    names = field_names_of(tenant.schema)
    for name in names.pattern.finditer(text, max(0, start - _REACH), end + _REACH) if names.pattern else ():
        one = names.field_of(name[0])
        if one is None or one.path not in fields:
            continue
        if text[name.end() : start] == " ":
            whose = _WHOSE.search(text, 0, name.start())
            start = whose.start() if whose else name.start()
        elif text[end : name.start()] == " ":
            end = name.end()
    return start, end, (start, end) != given


def _joined(
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
    return Joined(start=start, end=end, conditions=conditions, every=every, joints=frozenset(joints))


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
        gap = _GAP.match(text, word.end())
        word = _WORD.match(text, gap.end()) if gap else None
    for end in reversed(ends):
        yield at, end, text[at:end]


def _to(text: str, end: int) -> Iterator[tuple[int, int, str]]:
    """The runs of words that end at *end*, the longest first."""
    words = [found.start() for found in _WORD.finditer(text, max(0, end - _REACH), end)][-_LONGEST:]
    for start in words:
        yield start, end, text[start:end]
