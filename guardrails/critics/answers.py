"""What a critic model must answer, as JSON Schema, and the strict reading of what it did answer."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from guardrails.types import Principle, Severity

__all__ = ["REPLACEMENTS", "Malformed", "Quoted", "read_replacements", "read_verdicts", "verdict_schema"]

_SEVERITIES: Final = {"low": Severity.LOW, "medium": Severity.MEDIUM, "high": Severity.HIGH}
_IN_FENCE: Final = re.compile(r"\A\s*```(?:json)?[ \t]*\n(.*?)\n?```\s*\Z", re.DOTALL)  # ```json\n{...}\n```

REPLACEMENTS: Final[Mapping[str, object]] = {
    "type": "object",
    "additionalProperties": False,
    "required": ["replacements"],
    "properties": {
        "replacements": {
            "type": "array",
            "items": {
                "type": "object",
                "additionalProperties": False,
                "required": ["index", "replacement"],
                "properties": {"index": {"type": "integer"}, "replacement": {"type": "string"}},
            },
        }
    },
}
"""Schema of the reviser's answer."""


class Malformed(Exception):
    """An answer of the wrong form. The message is a fixed phrase with at most a number in it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Quoted:
    """One finding as the model gave it, not yet looked for in the draft."""

    principle: str
    quote: str = field(repr=False)
    severity: Severity
    confidence: float
    why: str = field(repr=False)


def verdict_schema(principles: Sequence[Principle]) -> dict[str, object]:
    """Schema of the judge's answer for *principles*: within what structured-output servers commonly support."""
    finding = {
        "quote": {"type": "string"},
        "severity": {"type": "string", "enum": list(_SEVERITIES)},
        "confidence": {"type": "number"},
        "why": {"type": "string"},
    }
    verdict = {
        "principle": {"type": "string", "enum": [principle.id for principle in principles]},
        "broken": {"type": "boolean"},
        "findings": {"type": "array", "items": _object(finding)},
    }
    return _object({"verdicts": {"type": "array", "items": _object(verdict)}})


def _object(properties: Mapping[str, object]) -> dict[str, object]:
    return {
        "type": "object",
        "additionalProperties": False,
        "required": list(properties),
        "properties": dict(properties),
    }


def read_verdicts(answer: str, principles: Sequence[Principle]) -> tuple[Quoted, ...]:
    """The findings in *answer*. Raises `Malformed` unless every principle is judged once, in the form asked for."""
    entries = _list(_document(answer), "verdicts")
    known = {principle.id for principle in principles}
    judged: set[str] = set()
    found: list[Quoted] = []
    for number, entry in enumerate(entries, 1):
        principle = _fields(entry, {"principle", "broken", "findings"}, f"verdict {number}")["principle"]
        if not isinstance(principle, str) or principle not in known:
            raise Malformed(f"verdict {number} names a principle that is not in the list")
        if principle in judged:
            raise Malformed(f"verdict {number} judges a principle a second time")
        judged.add(principle)
        found += _findings(entry, principle, number)
    if judged != known:
        raise Malformed(f"{len(known - judged)} of {len(known)} principles are not judged")
    return tuple(found)


def _findings(entry: Mapping[str, object], principle: str, number: int) -> list[Quoted]:
    broken = entry["broken"]
    if not isinstance(broken, bool):
        raise Malformed(f"'broken' in verdict {number} is neither true nor false")
    findings = _list(entry, "findings")
    if broken and not findings:
        raise Malformed(f"verdict {number} says broken and quotes nothing")
    if findings and not broken:
        raise Malformed(f"verdict {number} says not broken and has findings")
    return [_quoted(finding, principle, number) for finding in findings]


def _quoted(finding: object, principle: str, number: int) -> Quoted:
    fields = _fields(finding, {"quote", "severity", "confidence", "why"}, f"a finding of verdict {number}")
    quote, why, severity = fields["quote"], fields["why"], fields["severity"]
    confidence = fields["confidence"]
    if not isinstance(quote, str) or not isinstance(why, str):
        raise Malformed(f"'quote' or 'why' in verdict {number} is not a string")
    if not isinstance(severity, str) or severity not in _SEVERITIES:
        raise Malformed(f"'severity' in verdict {number} is none of low, medium, high")
    if isinstance(confidence, bool) or not isinstance(confidence, int | float) or not 0 <= confidence <= 1:
        raise Malformed(f"'confidence' in verdict {number} is no number from 0 to 1")
    return Quoted(
        principle=principle, quote=quote, severity=_SEVERITIES[severity], confidence=float(confidence), why=why
    )


def read_replacements(answer: str, count: int) -> dict[int, str]:
    """Replacements by passage number, from 1 to *count*. Raises `Malformed`; a passage may be missing."""
    replacements: dict[int, str] = {}
    for number, entry in enumerate(_list(_document(answer), "replacements"), 1):
        fields = _fields(entry, {"index", "replacement"}, f"replacement {number}")
        index, text = fields["index"], fields["replacement"]
        if isinstance(index, bool) or not isinstance(index, int) or not 1 <= index <= count or index in replacements:
            raise Malformed(f"'index' in replacement {number} is no number of a passage, or one given before")
        if not isinstance(text, str):
            raise Malformed(f"replacement {number} is not a string")
        replacements[index] = text
    return replacements


def _document(answer: str) -> object:
    fence = _IN_FENCE.match(answer)
    try:
        return json.loads(fence.group(1) if fence else answer, parse_constant=_no_constant)
    except (ValueError, RecursionError):
        raise Malformed("it is not one JSON object") from None


def _no_constant(_: str) -> object:
    raise ValueError


def _fields(value: object, keys: set[str], what: str) -> dict[str, object]:
    if not isinstance(value, dict) or value.keys() != keys:
        raise Malformed(f"{what} does not have exactly the fields {', '.join(sorted(keys))}")
    return value


def _list(value: object, key: str) -> list[dict[str, object]]:
    if not isinstance(value, dict) or not isinstance(value.get(key), list):
        raise Malformed(f"there is no list '{key}'")
    entries: list[dict[str, object]] = value[key]
    return entries
