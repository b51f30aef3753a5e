"""Structured queries as Qdrant reads them, over the folded copies of the fields."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any, Final

from qdrant_client import models

from guardrails.rag.folding import folded
from guardrails.rag.store import Filter
from guardrails.rag.types import FieldValue, Scalar

__all__ = ["FOLDED", "PLAIN", "equals", "key_of", "payload_of", "translated"]

PLAIN: Final = "fields"
FOLDED: Final = "folded"  # text in any case compares as in any other store
_ODD: Final = re.compile(r"[^A-Za-z0-9-]")
_RANGES: Final = ("gt", "gte", "lt", "lte")


def key_of(path: str, part: str) -> str:
    """The payload key of a dotted path; a dot in it would read as nesting."""
    return f"metadata.{part}.{_name(path)}"


def payload_of(fields: Mapping[str, FieldValue]) -> dict[str, dict[str, object]]:
    """The fields of an entry as payload, plain and folded."""
    plain: dict[str, object] = {
        _name(path): list(value) if isinstance(value, tuple) else value for path, value in fields.items()
    }
    lowered: dict[str, object] = {
        name: [folded(one) for one in value] if isinstance(value, list) else folded(value)
        for name, value in plain.items()
    }
    return {"paths": {_name(path): path for path in fields}, PLAIN: plain, FOLDED: lowered}


def _name(path: str) -> str:
    return _ODD.sub(lambda odd: f"_{ord(odd[0]):x}_", path)


def equals(path: str, value: Scalar) -> models.Filter:
    """Entries that hold *value* as a whole value of the field."""
    return models.Filter(must=[_equal(key_of(path, FOLDED), folded(value))])


def translated(where: Filter) -> models.Filter:
    """*where* as a filter. A list lets through when one of its elements does; a missing field is unequal."""
    part: Any = where
    if not hasattr(part, "operator"):
        return _comparison(part)
    inner: list[Any] = [translated(argument) for argument in part.arguments]
    kind = part.operator.value
    if kind == "and":
        return models.Filter(must=inner)
    return models.Filter(should=inner) if kind == "or" else models.Filter(must_not=inner)


def _comparison(part: Any) -> models.Filter:
    key, comparator = key_of(part.attribute, FOLDED), part.comparator.value
    if comparator in ("in", "nin"):
        equal_one: list[Any] = [_equal(key, folded(one)) for one in part.value]
        any_of = models.Filter(should=equal_one)
        return any_of if comparator == "in" else models.Filter(must_not=[any_of])
    value = part.value["date"] if isinstance(part.value, Mapping) else folded(part.value)
    if comparator in _RANGES:
        return models.Filter(must=[_range(key, comparator, value)])
    if comparator in ("contain", "like"):
        text = models.MatchText(text=str(value).strip("%"))
        return models.Filter(must=[models.FieldCondition(key=key, match=text)])
    equal = _equal(key, value)
    return models.Filter(must_not=[equal]) if comparator == "ne" else models.Filter(must=[equal])


def _equal(key: str, value: Any) -> models.FieldCondition:
    if isinstance(value, float):
        return models.FieldCondition(key=key, range=models.Range(gte=value, lte=value))
    return models.FieldCondition(key=key, match=models.MatchValue(value=value))


def _range(key: str, comparator: str, value: Any) -> models.FieldCondition:
    if isinstance(value, str):
        return models.FieldCondition(key=key, range=models.DatetimeRange(**{comparator: _moment(value)}))
    return models.FieldCondition(key=key, range=models.Range(**{comparator: value}))


def _moment(text: str) -> datetime:
    """A date with or without month, day and time, in UTC unless it says otherwise."""
    whole = text if len(text) > 7 else f"{text}-01-01"[:10] if len(text) == 4 else f"{text}-01"
    moment = datetime.fromisoformat(whole.upper())
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
