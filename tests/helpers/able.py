"""A stand-in that does what it is told: it calls the tool it has, fills in the schema it is given, or echoes."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

__all__ = ["able_call", "able_text"]

JOKE = {"setup": "Why?", "punchline": "Because."}
"""What JSON mode is asked for in LangChain's standard tests, in words that no stand-in reads."""


def able_call(body: Mapping[str, Any], said: str) -> dict[str, Any] | None:
    """The tool call that *body* asks for, ``name`` and ``arguments``; none after a tool has answered."""
    tools = [tool.get("function", tool) for tool in body.get("tools") or ()]
    if not tools or body.get("tool_choice") == "none" or body["messages"][-1]["role"] == "tool":
        return None
    choice = body.get("tool_choice")
    wanted = choice["function"]["name"] if isinstance(choice, dict) else tools[0]["name"]
    tool = next(tool for tool in tools if tool["name"] == wanted)
    return {"name": wanted, "arguments": json.dumps(_filled(tool.get("parameters") or {}, said), ensure_ascii=False)}


def able_text(body: Mapping[str, Any], said: str) -> str:
    """*said*, or JSON in the form that *body* asks for."""
    form = body.get("response_format") or {}
    if "json_schema" in form:
        return json.dumps(_filled(form["json_schema"]["schema"], said), ensure_ascii=False)
    return json.dumps(JOKE) if form.get("type") == "json_object" else said


def _filled(schema: Mapping[str, Any], said: str, root: Mapping[str, Any] | None = None) -> Any:
    root = schema if root is None else root
    if "$ref" in schema:
        return _filled(root["$defs"][schema["$ref"].rpartition("/")[2]], said, root)
    if "anyOf" in schema:
        return _filled(schema["anyOf"][0], said, root)
    if "enum" in schema:
        return schema["enum"][0]
    kinds = {"string": said, "integer": 3, "number": 3.0, "boolean": True, "null": None}
    if schema.get("type") in kinds:
        return kinds[schema["type"]]
    if schema.get("type") == "array":
        return [_filled(schema["items"], said, root)]
    return {name: _filled(below, said, root) for name, below in (schema.get("properties") or {}).items()}
