"""Which strings of a message's content a person or a model wrote: by key and by the type of the block."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from guardrails.errors import GuardFailed
from guardrails.integrations.langchain.tree import DEEPEST, plain
from guardrails.integrations.wire.fields import string_texts
from guardrails.integrations.wire.jsons import loads
from guardrails.integrations.wire.pointer import escape
from guardrails.integrations.wire.schema import Schemas
from guardrails.types import Source, Text

__all__ = ["NO_SCHEMAS", "OPAQUE", "Reader", "call_id", "is_call"]

NO_SCHEMAS: Final = Schemas({}, None)

OPAQUE: Final = frozenset(
    {
        "base64", "cache_control", "call_id", "container_id", "detail", "encrypted_content", "encrypted_index",
        "file_data", "file_id", "file_url", "filename", "format", "id", "image_url", "index", "media_type", "mime_type",
        "model", "name", "object", "phase", "role", "signature", "source_type", "status", "thought_signature",
        "tool_call_id", "tool_use_id", "type", "uri", "url",
    }
)  # fmt: skip
"""Keys whose strings nobody wrote as prose: identity, kind, encoding, addresses, and what a provider signed."""

_ARGUMENTS = ("args", "arguments", "input", "parameters")
_RESULTS = ("output", "outputs", "result", "results")
_QUOTED = ("annotations", "citations", "cited_text")


def is_call(kind: object) -> bool:
    """Whether a block of type *kind* calls a tool: ``tool_use``, ``function_call``, ``server_tool_call``, ..."""
    return isinstance(kind, str) and kind.endswith(("_call", "_use", "_call_chunk"))


def _is_result(kind: object) -> bool:
    return isinstance(kind, str) and kind.endswith(("_result", "_output"))


def call_id(block: Mapping[Any, Any]) -> object:
    """The id of the tool call that *block* is about; the responses API keeps another one in ``id``."""
    return block.get("call_id") or block.get("id")


@dataclass(frozen=True, slots=True, kw_only=True)
class Reader:
    """Reads the content of one message. *calls*: arguments of its tool calls by id, which blocks may repeat."""

    schemas: Schemas = NO_SCHEMAS
    calls: Mapping[object, Any] = field(default_factory=dict)

    def content(self, value: Any, at: str, source: Source) -> Iterator[Text]:
        """Of what stands in ``content``: a string (maybe structured output) or a list of blocks."""
        if isinstance(value, str):
            yield from self.string(value, at, source, self.schemas.output)
        else:
            yield from self.prose(value, at, source)

    def string(self, value: str, at: str, source: Source, schema: object = None) -> Iterator[Text]:
        if value:
            yield from string_texts(at, value, source, schema)

    def payload(self, value: Any, at: str, source: Source, schema: object = None) -> Iterator[Text]:
        """Of arguments or a result: every string leaf, whatever its key."""
        if isinstance(value, str):
            yield from self.string(value, at, source, schema)
        elif isinstance(value, dict | list | tuple) and value:
            yield from string_texts(at, plain(value), source, schema)

    def prose(self, value: Any, at: str, source: Source, depth: int = 0) -> Iterator[Text]:
        """Of a block, or anything else that was nested in content."""
        if depth > DEEPEST:
            raise GuardFailed("langchain", f"content nested more than {DEEPEST} deep cannot be guarded")
        if isinstance(value, str):
            yield from self.string(value, at, source, self.schemas.output if source is Source.ASSISTANT else None)
        elif isinstance(value, dict):
            yield from self._block(value, at, source, depth)
        elif isinstance(value, list | tuple):
            for index, item in enumerate(value):
                yield from self.prose(item, f"{at}/{index}", source, depth + 1)

    def _block(self, block: Mapping[Any, Any], at: str, source: Source, depth: int) -> Iterator[Text]:
        kind = block.get("type")
        own = Source.TOOL_CALL if is_call(kind) else Source.TOOL_RESULT if _is_result(kind) else source
        for key, value in block.items():
            path = f"{at}/{escape(str(key))}"
            if not value or key in OPAQUE or (key == "data" and not _is_text(block)):
                continue
            if key == "arguments" or (key in _ARGUMENTS and is_call(kind)):
                if not self.repeats(block, value):
                    yield from self.payload(value, path, Source.TOOL_CALL, self.schemas.tool(block.get("name")))
            elif key in _RESULTS:
                yield from self.payload(value, path, Source.TOOL_RESULT)
            elif key == "function" and isinstance(value, dict):  # a call in the form of chat completions
                named = {**value, "id": block.get("id")}
                yield from self._block({key: named[key] for key in (*value, "id")}, path, own, depth + 1)
            else:
                yield from self.prose(value, path, Source.CONTEXT if key in _QUOTED else own, depth + 1)

    def repeats(self, block: Mapping[Any, Any], arguments: Any) -> bool:
        """Whether *block* says the arguments of one of the message's tool calls again."""
        known = self.calls.get(call_id(block)) if self.calls else None
        if known is None or known == arguments:
            return known is not None
        if not isinstance(arguments, str):
            return False
        try:
            return bool(loads(arguments, exact=False) == known)
        except ValueError:
            return False


def _is_text(block: Mapping[Any, Any]) -> bool:
    kind = block.get("media_type") or block.get("mime_type")
    return isinstance(kind, str) and kind.startswith("text/")
