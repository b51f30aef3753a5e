"""The format as a JSON Schema, for editors that check and complete while a constitution is written."""

from __future__ import annotations

from typing import Any

from guardrails.constitution.schema import Constitution

__all__ = ["json_schema"]


def json_schema() -> dict[str, Any]:
    """JSON Schema (draft 2020-12) of one file. What only the loader can see (names, bases, places) is not in it."""
    schema = Constitution.model_json_schema(by_alias=True, mode="validation")
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema}
