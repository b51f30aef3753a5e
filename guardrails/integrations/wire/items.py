"""Items of the responses and conversations APIs: which of their strings a person or a model wrote, by type."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from guardrails.integrations.wire.fields import Field, Fields, role_source, texts_of
from guardrails.integrations.wire.schema import Schemas
from guardrails.types import Source, Text

__all__ = ["ITEMS", "MESSAGE", "item_texts"]

MESSAGE = Fields(
    Field("content"),
    Field("content/*"),
    Field("content/*/text", schema="format"),
    Field("content/*/refusal"),
)
"""Of a turn; its source is that of its role."""

_CALL, _RESULT, _SAID = Source.TOOL_CALL, Source.TOOL_RESULT, Source.ASSISTANT
_OUTPUT = Fields(Field("output", _RESULT), Field("output/*/text", _RESULT), Field("error", _RESULT))

ITEMS: dict[str, Fields] = {
    "message": MESSAGE,
    "reasoning": Fields(Field("summary/*/text", _SAID), Field("content/*/text", _SAID)),
    "function_call": Fields(Field("arguments", _CALL, schema="tool")),
    "function_call_output": _OUTPUT,
    "custom_tool_call": Fields(Field("input", _CALL)),
    "custom_tool_call_output": _OUTPUT,
    "mcp_call": Fields(Field("arguments", _CALL), *_OUTPUT),
    "mcp_approval_request": Fields(Field("arguments", _CALL)),
    "mcp_approval_response": Fields(Field("reason", Source.USER)),
    "web_search_call": Fields(
        Field("action/query", _CALL), Field("action/queries/*", _CALL), Field("action/pattern", _CALL)
    ),
    "file_search_call": Fields(Field("queries/*", _CALL), Field("results/*/text", _RESULT)),
    "tool_search_call": Fields(Field("arguments", _CALL)),
    "code_interpreter_call": Fields(Field("code", _CALL), Field("outputs/*/logs", _RESULT)),
    "image_generation_call": Fields(Field("prompt", _CALL), Field("revised_prompt", _CALL)),
    "computer_call": Fields(Field("action/text", _CALL), Field("actions/*/text", _CALL)),
    "local_shell_call": Fields(Field("action/command/*", _CALL)),
    "local_shell_call_output": _OUTPUT,
    "shell_call": Fields(Field("action/commands/*", _CALL)),
    "shell_call_output": Fields(*_OUTPUT, Field("output/*/stdout", _RESULT), Field("output/*/stderr", _RESULT)),
    "apply_patch_call": Fields(Field("operation/diff", _CALL)),
    "apply_patch_call_output": _OUTPUT,
    "program": Fields(Field("code", _CALL)),
    "program_output": Fields(Field("result", _RESULT)),
}
"""By ``type``. An item that is not listed is read like a turn and like a tool's output, so that no prose slips by."""

_UNKNOWN = Fields(*MESSAGE, Field("text"), *_OUTPUT)


def item_texts(item: Any, at: str, schemas: Schemas) -> Iterator[Text]:
    """The texts of the item at pointer *at*."""
    if not isinstance(item, dict):
        return
    kind = item.get("type") or "message"
    fields = ITEMS.get(kind, _UNKNOWN) if isinstance(kind, str) else _UNKNOWN
    yield from texts_of(item, at, fields, role_source(item.get("role")), schemas)
