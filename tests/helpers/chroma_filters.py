"""Fields and structured queries as Chroma's metadata and its ``where``: it has no *not* and ranks only numbers."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from typing import Any, Final

from guardrails.errors import StoreError
from guardrails.rag import Filter, Hit
from guardrails.rag.folding import folded
from guardrails.rag.types import FieldValue, Scalar

__all__ = ["hit_of", "holds", "metadata_of", "translated"]

Where = dict[str, Any]

_WHOLE: Final = "fields"  # all fields as they came, which is what a hit gives back
_OPPOSITE: Final = {"gt": "$lte", "gte": "$lt", "lt": "$gte", "lte": "$gt"}


def metadata_of(fields: Mapping[str, FieldValue]) -> dict[str, object]:
    """The metadata of an entry: its fields whole, and for each what it holds, its lowest and its highest value."""
    metadata: dict[str, object] = {_WHOLE: json.dumps(fields)}
    for path, value in fields.items():
        many = value if isinstance(value, tuple) else (value,)
        if many:
            metadata[f"holds:{path}"] = sorted({_key(one) for one in many})
        if ranked := [rank for one in many if (rank := _rank(one)) is not None]:
            metadata |= {f"ranked:{path}": True, f"low:{path}": min(ranked), f"high:{path}": max(ranked)}
    return metadata


def hit_of(name: str, text: str, metadata: Mapping[str, Any], score: float = 0.0) -> Hit:
    """What `metadata_of` was made from, as a hit."""
    fields: dict[str, Any] = json.loads(metadata[_WHOLE])
    tuples = {path: tuple(value) if isinstance(value, list) else value for path, value in fields.items()}
    return Hit(id=name, score=score, text=text, fields=tuples)


def holds(path: str, value: Scalar) -> Where:
    """Entries that hold *value* as a whole value of the field."""
    return {f"holds:{path}": {"$contains": _key(value)}}


def translated(where: Filter, *, negated: bool = False) -> Where:
    """*where*, or its opposite, as Chroma reads it: the opposite moves inwards until it is an operator of Chroma's."""
    part: Any = where
    if not hasattr(part, "operator"):
        return _comparison(part, negated=negated)
    kind = part.operator.value
    turned = negated is not (kind == "not")
    inner = [translated(argument, negated=turned) for argument in part.arguments]
    all_of = (kind != "and") is turned  # "not" is an "or" turned round
    return _joined("$and" if all_of else "$or", inner)


def _comparison(part: Any, *, negated: bool) -> Where:
    comparator, path = part.comparator.value, part.attribute
    if comparator in ("ne", "nin"):
        comparator, negated = {"ne": "eq", "nin": "in"}[comparator], not negated
    if comparator in ("eq", "in"):
        keys = [_key(one) for one in (part.value if comparator == "in" else [part.value])]
        word, join = ("$not_contains", "$and") if negated else ("$contains", "$or")
        return _joined(join, [{f"holds:{path}": {word: key}} for key in keys])
    return _range(path, comparator, part.value, negated=negated)


def _range(path: str, comparator: str, value: Any, *, negated: bool) -> Where:
    """One element of a list is enough: the lowest is below a limit when any is."""
    rank = _rank(value["date"] if isinstance(value, Mapping) else value)
    if comparator not in _OPPOSITE or rank is None:
        raise StoreError("chroma", f"metadata cannot be compared by {comparator!r} with this value")
    key = f"{'low' if comparator.startswith('l') else 'high'}:{path}"
    if negated:
        return _joined("$or", [{key: {_OPPOSITE[comparator]: rank}}, {f"ranked:{path}": {"$ne": True}}])
    return {key: {f"${comparator}": rank}}


def _joined(word: str, parts: Sequence[Where]) -> Where:
    return parts[0] if len(parts) == 1 else {word: list(parts)}


def _key(value: Scalar) -> str:
    """One text for all values that are equal: a list of Chroma's holds one type, a number is whole or not."""
    value = folded(value)
    number = isinstance(value, int | float) and not isinstance(value, bool)
    return json.dumps(float(value) if number else value)


def _rank(value: Scalar) -> float | None:
    """A number in the order of the values; of a date its first digits, down to the second."""
    if isinstance(value, str):
        digits = re.sub(r"\D", "", value)[:14] if re.match(r"\d{4}(-\d\d|$)", value) else ""
        return float(digits.ljust(14, "0")) if digits else None
    return float(value)
