"""The values that a dotted path finds in a record, and whether each is what its field should hold."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping, Sequence
from typing import Final

from guardrails.rag.types import FieldKind, Scalar

__all__ = ["LONGEST_TEXT", "LONGEST_VALUE", "fault_of", "scalar", "values_at"]

LONGEST_TEXT: Final = 100_000
"""Characters of one free text."""
LONGEST_VALUE: Final = 2_000
"""Characters of any other value."""

_DATE: Final = re.compile(r"\d{4}-\d{2}(-\d{2}([T ][0-9:.,+Zz-]{1,30})?)?|\d{4}")


def values_at(record: Mapping[str, object], path: str, parts: Sequence[str]) -> Sequence[object]:
    """What *path* finds: nothing, one value, or those of the lists on its way. ``None`` counts as nothing.

    A key that has the dots in it, as columns of a flat file do, goes before nesting.
    """
    value = record.get(path)
    if value is None and len(parts) > 1:
        found: list[object] = [record]
        for part in parts:
            found = [below for one in found for below in _below(one, part)]
        return [one for value in found for one in _many(value)]
    return _many(value)


def _below(value: object, key: str) -> Sequence[object]:
    if isinstance(value, Mapping):
        found = value.get(key)
        return () if found is None else (found,)
    if isinstance(value, list | tuple):
        return [found for one in value if isinstance(one, Mapping) and (found := one.get(key)) is not None]
    return ()


def _many(value: object) -> Sequence[object]:
    if isinstance(value, list | tuple):
        return [one for one in value if one is not None]
    return () if value is None else (value,)


def fault_of(value: object, kind: FieldKind) -> str | None:
    """Why *value* is nothing for a field of *kind*, or ``None``; it never quotes the value."""
    if isinstance(value, str):
        return _fault_of_text(value, kind)
    if isinstance(value, float) and not math.isfinite(value):
        return "not a finite number"
    if isinstance(value, bool | int | float):
        wrong = kind in (FieldKind.FREE_TEXT, FieldKind.NAME, FieldKind.DATE) or (
            kind is FieldKind.NUMBER and isinstance(value, bool)
        )
        return f"a {type(value).__name__} where the schema says {kind}" if wrong else None
    if isinstance(value, Mapping | list | tuple):
        what = "an object" if isinstance(value, Mapping) else "a list of lists"
        return f"{what} where the schema says {kind}: name the fields inside it in the schema"
    return f"a {type(value).__name__} where the schema says {kind}"


def _fault_of_text(value: str, kind: FieldKind) -> str | None:
    longest = LONGEST_TEXT if kind is FieldKind.FREE_TEXT else LONGEST_VALUE
    if len(value) > longest:
        return f"longer than {longest} characters"
    if kind is FieldKind.NUMBER:
        return "text where the schema says number"
    if kind is FieldKind.DATE and not _DATE.fullmatch(value):
        return "not a date such as 2026-03-31"
    if not value.isascii() and any("\ud800" <= char <= "\udfff" for char in value):
        return "half a character (a lone surrogate), which no file can hold"
    return None


def scalar(value: object) -> Scalar:
    """*value* as it is indexed, once `fault_of` has found nothing."""
    assert isinstance(value, str | int | float | bool)  # noqa: S101 - what `fault_of` lets through
    return value
