"""Pydantic's complaints in the words of the format: what is wrong, and what would be right, without quoting texts."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Any, Final, get_args

from pydantic import BaseModel, ValidationError
from pydantic.fields import FieldInfo

from guardrails.constitution.nodes import Node
from guardrails.constitution.place import locate, scalar_at
from guardrails.constitution.problems import MOST_FAULTS, Complaint, Loc, Problem, shown
from guardrails.errors import did_you_mean

__all__ = ["complaints"]

_MESSAGES: Final[Mapping[str, str]] = MappingProxyType(
    {
        "string_type": "expected a text",
        "string_pattern_mismatch": "not of the form asked for",
        "string_too_short": "must not be empty",
        "string_too_long": "too long",
        "tuple_type": "expected a list",
        "list_type": "expected a list",
        "too_short": "must not be empty",
        "too_long": "too many",
        "model_type": "expected a mapping",
        "model_attributes_type": "expected a mapping",
        "int_type": "expected a whole number",
        "int_from_float": "expected a whole number",
        "float_type": "expected a number",
        "float_parsing": "expected a number",
        "greater_than": "out of range",
        "greater_than_equal": "out of range",
        "less_than": "out of range",
        "less_than_equal": "out of range",
    }
)


def complaints(error: ValidationError, root: Node, model: type[BaseModel]) -> list[Complaint]:
    """What *error* says about the document *root*, in the order of the document."""
    found = [
        Complaint(place=locate(root, problem.loc, of_key=problem.of_key), message=problem.message, hint=problem.hint)
        for detail in error.errors(include_url=False, include_input=False)[:MOST_FAULTS]
        for problem in _problems(dict(detail), root, model)
    ]
    return sorted(found, key=lambda complaint: complaint.place)


def _problems(detail: Mapping[str, Any], root: Node, model: type[BaseModel]) -> Iterator[Problem]:
    loc: Loc = tuple(detail["loc"])
    kind, context = detail["type"], detail.get("ctx", {})
    if kind == "fault":
        for inner in context["problems"]:
            full = (*loc, *inner.loc)
            yield Problem(loc=full, message=inner.message, hint=inner.hint, of_key=inner.of_key)
        return
    parent, field = _walk(model, loc)
    if kind == "extra_forbidden":
        yield _unknown_key(loc, parent)
    elif kind == "missing":
        yield Problem(loc=loc, message=f"{loc[-1]!r} is missing", hint=_description(field))
    elif kind in ("literal_error", "enum"):
        yield _unknown_word(loc, root, context)
    else:
        yield Problem(loc=loc, message=_MESSAGES.get(kind, "not usable here"), hint=_hint(kind, loc, root, field))


def _unknown_key(loc: Loc, parent: type[BaseModel]) -> Problem:
    known = [field.alias or name for name, field in parent.model_fields.items()]
    hint = did_you_mean(str(loc[-1]), known) or f"known here: {', '.join(known)}"
    return Problem(loc=loc, message=f"unknown key {shown(loc[-1])}", hint=hint, of_key=True)


def _unknown_word(loc: Loc, root: Node, context: Mapping[str, Any]) -> Problem:
    scalar = scalar_at(root, loc)
    word = None if scalar is None else scalar.value
    choices = re.findall(r"'([^']*)'", str(context.get("expected", ""))) or [str(context.get("expected", ""))]
    hint = did_you_mean(word, choices) if isinstance(word, str) else ""
    message = "not one of the words known here" if shown(word) == "this" else f"{shown(word)} is not known here"
    return Problem(loc=loc, message=message, hint=hint or f"one of: {', '.join(choices)}")


def _hint(kind: str, loc: Loc, root: Node, field: FieldInfo | None) -> str:
    scalar = scalar_at(root, loc)
    if scalar is not None and scalar.value is None:
        return "nothing is written here: fill it in, or leave the key out"
    if kind == "string_type" and scalar is not None:
        return "put it in quotes"
    return _description(field)


def _description(field: FieldInfo | None) -> str:
    return "" if field is None or field.description is None else field.description


def _walk(model: type[BaseModel], loc: Loc) -> tuple[type[BaseModel], FieldInfo | None]:
    """The innermost model around *loc*, and the field there."""
    parent, field, current = model, None, model
    for step in loc:
        if isinstance(step, int):
            continue
        parent = current
        field = next((f for name, f in parent.model_fields.items() if step in (name, f.alias)), None)
        current = (_model_in(field.annotation) if field is not None else None) or parent
    return parent, field


def _model_in(annotation: object) -> type[BaseModel] | None:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next((model for part in get_args(annotation) if (model := _model_in(part)) is not None), None)
