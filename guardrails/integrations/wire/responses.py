"""The responses API: instructions, input and output items, and how a withheld answer looks there."""

from __future__ import annotations

from typing import Any

from guardrails.integrations.wire.annotations import realigned
from guardrails.integrations.wire.api import Refusal, Wire
from guardrails.integrations.wire.fields import Field, Fields, texts_of
from guardrails.integrations.wire.items import item_texts
from guardrails.integrations.wire.jsons import JsonObject
from guardrails.integrations.wire.responses_live import LIVE
from guardrails.integrations.wire.responses_stream import assemble, replay, stamp
from guardrails.integrations.wire.schema import Schemas
from guardrails.types import Source, Text

__all__ = ["COMPACT", "CONVERSATION", "COUNT", "ITEM_LIST", "REQUEST", "RESPONSES"]

REQUEST = Fields(
    Field("instructions", Source.SYSTEM),
    Field("input", Source.USER),
    Field("prompt/variables/*", Source.USER),
    Field("prompt/variables/*/text", Source.USER),
)
"""Texts of a request beside its items."""

_ANSWER = Fields(Field("output_text", Source.ASSISTANT))  # some servers send what the SDK otherwise joins itself


def _inputs(body: JsonObject) -> tuple[Text, ...]:
    schemas = _schemas(body)
    texts = list(texts_of(body, "", REQUEST, Source.USER, schemas))
    for key in ("instructions", "input", "items"):
        texts.extend(_items(body, key, schemas))
    return tuple(texts)


def _items(body: JsonObject, key: str, schemas: Schemas) -> list[Text]:
    items = body.get(key)
    found: list[Text] = []
    for index, item in enumerate(items if isinstance(items, list) else ()):
        if isinstance(item, str):
            found.append(Text(path=f"/{key}/{index}", text=item, source=Source.USER))
        found.extend(item_texts(item, f"/{key}/{index}", schemas))
    return found


def _outputs(body: JsonObject, request: JsonObject) -> tuple[Text, ...]:
    schemas = _schemas(request if "tools" in request or "text" in request else body)
    return (*_items(body, "output", schemas), *texts_of(body, "", _ANSWER, Source.ASSISTANT, schemas))


def _schemas(body: JsonObject) -> Schemas:
    """Of a request, or of a response, which repeats them."""
    declared = [tool for tool in body.get("tools") or () if isinstance(tool, dict)]
    tools = {t["name"]: t.get("parameters") for t in declared if isinstance(t.get("name"), str)}
    text = body.get("text")
    output = text.get("format") if isinstance(text, dict) else None
    return Schemas(tools, output.get("schema") if isinstance(output, dict) else None)


_KEPT = ("id", "object", "created_at", "model", "usage", "service_tier", "previous_response_id", "conversation")


def _refuse(body: JsonObject | None, request: JsonObject, refusal: Refusal) -> JsonObject:
    """One message with a refusal; whatever else the model put out is withheld with it."""
    upstream = body or {}
    counts = {"input_tokens": 0, "output_tokens": 0, "total_tokens": 0}
    details = {"input_tokens_details": {"cached_tokens": 0}, "output_tokens_details": {"reasoning_tokens": 0}}
    response: JsonObject = {
        "id": f"resp_{refusal.call_id}",
        "object": "response",
        "created_at": refusal.created,
        "model": request.get("model") or "",
        "usage": {**counts, **details},
        "parallel_tool_calls": request.get("parallel_tool_calls", True),
        "tool_choice": request.get("tool_choice", "auto"),
        "tools": request.get("tools") or [],
        "error": None,
        "metadata": request.get("metadata") or {},
    }
    response |= {key: upstream[key] for key in _KEPT if upstream.get(key) is not None}
    part = {"type": "refusal", "refusal": refusal.text}
    message = {"id": f"msg_{refusal.call_id}", "type": "message", "role": "assistant", "status": "incomplete"}
    return {
        **response,
        "status": "incomplete",
        "incomplete_details": {"reason": "content_filter"},
        "output": [{**message, "content": [part]}],
    }


def _settle(before: JsonObject, after: JsonObject) -> JsonObject:
    """Token probabilities spell out what was edited away; offsets of citations move."""
    pairs = zip(before.get("output") or (), after.get("output") or (), strict=True)
    return {**after, "output": [new if new is old else _settled(old, new) for old, new in pairs]}


def _settled(old: Any, new: Any) -> Any:
    if not isinstance(old.get("content"), list):
        return new
    pairs = zip(old["content"], new["content"], strict=True)
    return {**new, "content": [_settled_part(was, part) for was, part in pairs]}


def _settled_part(old: Any, new: Any) -> Any:
    if new is old or not isinstance(new, dict):
        return new
    settled = dict(new)
    if "logprobs" in settled:
        settled["logprobs"] = []
    if settled.get("annotations") and isinstance(new.get("text"), str):
        settled["annotations"] = realigned(settled["annotations"], old["text"], new["text"])
    return settled


def _listed(body: JsonObject, _: JsonObject) -> tuple[Text, ...]:
    """Stored items: a page of them, or one."""
    none = Schemas({}, None)
    return tuple(item_texts(body, "", none)) if "data" not in body else tuple(_items(body, "data", none))


RESPONSES = Wire(
    name="responses",
    inputs=_inputs,
    outputs=_outputs,
    shape="output",
    refuse=_refuse,
    settle=_settle,
    assemble=assemble,
    replay=replay,
    stamp=stamp,
    live=LIVE,
)
COMPACT = Wire(name="responses/compact", inputs=_inputs, outputs=_outputs, shape="output", settle=_settle)
COUNT = Wire(name="responses/input_tokens", inputs=_inputs, opaque=True)
CONVERSATION = Wire(name="conversations", inputs=_inputs, opaque=True)
ITEM_LIST = Wire(name="items", inputs=_inputs, outputs=_listed)
