"""Whether an edited leaf still fits the JSON Schema of the document it sits in."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

from guardrails.extras import require
from guardrails.integrations.wire.pointer import replace_all

__all__ = ["Schemas", "fits_at"]


class Schemas:
    """The schemas a request declares: of its tools by name, and of its structured output."""

    def __init__(self, tools: Mapping[str, object], output: object) -> None:
        self.tools = tools
        self.output = output

    def tool(self, name: object) -> object:
        """The schema of the arguments of tool *name*, or ``None``."""
        return self.tools.get(name) if isinstance(name, str) else None


def fits_at(document: Any, schema: object) -> Callable[[str], Callable[[str], bool]] | None:
    """From a leaf's pointer to its `Text.fits`; ``None`` when no schema can object.

    Each edited leaf is judged in the *document* with the edits that fitted before it: two that fit alone may not fit
    together. A document that broke its schema before any edit, or a
    schema that cannot be applied (a remote ``$ref`` is never fetched), objects to nothing. *schema* may also be a
    function that says whether a document fits.
    """
    if not (isinstance(schema, dict) or callable(schema)) or not schema:
        return None
    check = _Check(document, schema)
    return lambda pointer: partial(check.fits, pointer)


class _Check:
    def __init__(self, document: Any, schema: dict[str, Any] | Callable[[Any], bool]) -> None:
        self._document, self._schema = document, schema
        self._valid: Callable[[Any], bool] | None = None
        self._fitted: dict[str, str] = {}

    def fits(self, pointer: str, text: str) -> bool:
        if self._valid is None:
            self._valid = _validator(self._schema, self._document)
        edits = {**self._fitted, pointer: text}
        fits = self._valid(replace_all(self._document, edits))
        if fits:
            self._fitted = edits
        return fits


def _validator(schema: dict[str, Any] | Callable[[Any], bool], original: Any) -> Callable[[Any], bool]:
    """Built on the first edit only: most calls change nothing."""
    if callable(schema):
        return schema if schema(original) else lambda _: True
    jsonschema = require("jsonschema", extra="openai")
    registry = require("referencing", extra="openai").Registry()
    try:
        kind = jsonschema.validators.validator_for(schema, default=jsonschema.Draft202012Validator)
        validator = kind(schema, registry=registry, format_checker=kind.FORMAT_CHECKER)
        if not validator.is_valid(original):
            return lambda _: True
    except Exception:  # a schema the model's server accepts need not be one that jsonschema can apply
        return lambda _: True
    valid: Callable[[Any], bool] = validator.is_valid
    return valid
