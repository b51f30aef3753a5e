"""What a call declares about its tools and its answer, in whatever form the provider takes it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from langchain_core.utils.function_calling import convert_to_openai_tool
from pydantic import BaseModel

from guardrails.integrations.langchain.parsed import validates
from guardrails.integrations.wire.schema import Schemas

__all__ = ["STRUCTURED", "schemas_of", "tool_schemas"]

STRUCTURED = "guardrails_structured"
"""Keyword under which a bound model tells its guard the Pydantic class of its answers, and their name."""


def schemas_of(options: Mapping[str, Any]) -> Schemas:
    """Of the keyword arguments of a call to a chat model."""
    tools = tool_schemas(options.get("tools") or options.get("functions") or ())
    output = _output(options)
    if STRUCTURED in options:
        name, model = options[STRUCTURED]
        tools[name] = output = validates(model)
    return Schemas(tools, output)


def tool_schemas(tools: Any) -> dict[str, object]:
    """JSON Schemas of arguments by name, of tools as a provider's dictionaries or as LangChain's objects."""
    found: dict[str, object] = {}
    for tool in tools if isinstance(tools, list | tuple) else ():
        name, schema = _declared(tool)
        if isinstance(name, str):
            found[name] = schema
    return found


def _declared(tool: Any) -> tuple[object, object]:
    if not isinstance(tool, Mapping):
        try:
            tool = convert_to_openai_tool(tool)
        except (TypeError, ValueError):
            return None, None
    function = tool.get("function")
    declared = function if isinstance(function, Mapping) else tool
    return declared.get("name"), declared.get("parameters") or declared.get("input_schema")


def _output(options: Mapping[str, Any]) -> object:
    form = options.get("response_format")
    if isinstance(form, type) and issubclass(form, BaseModel):
        return validates(form)
    if isinstance(form, Mapping) and isinstance(form.get("json_schema"), Mapping):
        return form["json_schema"].get("schema")
    told = options.get("ls_structured_output_format") or options.get("structured_output_format")
    declared = told.get("schema") if isinstance(told, Mapping) else None
    if isinstance(declared, type) and issubclass(declared, BaseModel):
        return validates(declared)
    return _declared(declared)[1] if isinstance(declared, Mapping) else None
