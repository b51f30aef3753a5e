"""Chat completions: turns, tool calls and choices, and how a withheld answer looks there."""

from __future__ import annotations

from collections.abc import Iterator

from guardrails.integrations.wire.annotations import realigned
from guardrails.integrations.wire.api import Refusal, Wire
from guardrails.integrations.wire.chat_live import LIVE
from guardrails.integrations.wire.chat_stream import assemble, replay, stamp
from guardrails.integrations.wire.fields import Field, Fields, role_source, texts_of
from guardrails.integrations.wire.jsons import JsonObject
from guardrails.integrations.wire.schema import Schemas
from guardrails.types import Source, Text

__all__ = ["CHAT", "CHAT_LIST", "MESSAGE", "REQUEST"]

MESSAGE = Fields(
    Field("content", schema="format"),
    Field("content/*"),
    Field("content/*/text"),
    Field("content/*/refusal"),
    Field("content/*/thinking/*/text"),
    Field("refusal"),
    Field("reasoning_content"),
    Field("reasoning"),
    Field("reasoning_details/*/text"),
    Field("reasoning_details/*/summary"),
    Field("thinking_blocks/*/thinking"),
    Field("audio/transcript"),
    Field("context/citations/*/content", Source.CONTEXT),
    Field("context/intent", Source.TOOL_CALL),
    Field("tool_calls/*/function/arguments", Source.TOOL_CALL, schema="tool"),
    Field("tool_calls/*/custom/input", Source.TOOL_CALL),
    Field("function_call/arguments", Source.TOOL_CALL, schema="tool"),
)
"""Texts of one message, in a request and in an answer. ``reasoning``, ``thinking``, ``context`` are other servers'."""

REQUEST = Fields(
    Field("prediction/content", Source.CONTEXT),
    Field("prediction/content/*/text", Source.CONTEXT),
)
"""Texts of a request beside its messages."""


def _inputs(body: JsonObject) -> tuple[Text, ...]:
    schemas = _schemas(body)
    texts: list[Text] = []
    messages = body.get("messages")
    for index, message in enumerate(messages if isinstance(messages, list) else ()):
        if isinstance(message, dict):
            source = role_source(message.get("role"))
            texts.extend(texts_of(message, f"/messages/{index}", MESSAGE, source, schemas))
    texts.extend(texts_of(body, "", REQUEST, Source.CONTEXT, schemas))
    return tuple(texts)


def _answers(body: JsonObject, request: JsonObject) -> tuple[Text, ...]:
    return tuple(_outputs(body, "", _schemas(request)))


def _outputs(body: JsonObject, at: str, schemas: Schemas) -> Iterator[Text]:
    for index, choice in enumerate(body.get("choices") or ()):
        if isinstance(choice, dict):
            yield from texts_of(
                choice.get("message"), f"{at}/choices/{index}/message", MESSAGE, Source.ASSISTANT, schemas
            )


def _schemas(body: JsonObject) -> Schemas:
    functions = [tool.get("function") for tool in body.get("tools") or () if isinstance(tool, dict)]
    functions += body.get("functions") or ()
    tools = {
        f["name"]: f.get("parameters") for f in functions if isinstance(f, dict) and isinstance(f.get("name"), str)
    }
    output = body.get("response_format")
    declared = output.get("json_schema") if isinstance(output, dict) else None
    return Schemas(tools, declared.get("schema") if isinstance(declared, dict) else None)


_ENVELOPE = ("id", "object", "created", "model", "usage", "system_fingerprint", "service_tier")


def _refuse(body: JsonObject | None, request: JsonObject, refusal: Refusal) -> JsonObject:
    """The text stands in ``content`` too: callers print that, and agents append it to the history."""
    envelope: JsonObject = {
        "id": f"chatcmpl-{refusal.call_id}",
        "object": "chat.completion",
        "created": refusal.created,
        "model": request.get("model") or "",
        "usage": {"prompt_tokens": 0, "completion_tokens": 0, "total_tokens": 0},
    }
    upstream = body or {}
    envelope |= {key: upstream[key] for key in _ENVELOPE if upstream.get(key) is not None}
    choices = [
        {
            "index": index,
            "message": {"role": "assistant", "content": refusal.text, "refusal": refusal.text},
            "logprobs": None,
            "finish_reason": "content_filter",
        }
        for index in range(max(1, len(upstream.get("choices") or ())))
    ]
    return {**envelope, "choices": choices}


def _settle(before: JsonObject, after: JsonObject) -> JsonObject:
    """Token probabilities spell out what was edited away, and so does a recording; offsets of citations move."""
    choices = [
        new if new is old else _settled(old, new)
        for old, new in zip(before.get("choices") or (), after.get("choices") or (), strict=True)
    ]
    return {**after, "choices": choices}


def _settled(old: JsonObject, new: JsonObject) -> JsonObject:
    message = dict(new["message"])
    was, now = old["message"].get("content"), message.get("content")
    if isinstance(was, str) and isinstance(now, str) and message.get("annotations"):
        message["annotations"] = realigned(message["annotations"], was, now)
    audio = message.get("audio")
    if isinstance(audio, dict) and audio != old["message"].get("audio"):
        message |= {"audio": None, "content": message.get("content") or audio.get("transcript")}
    settled = {**new, "message": message}
    return settled | {"logprobs": None} if "logprobs" in new else settled


def _listed(body: JsonObject, _: JsonObject) -> tuple[Text, ...]:
    """Stored completions, or the messages of one."""
    none = Schemas({}, None)
    texts: list[Text] = []
    for index, item in enumerate(body.get("data") or ()):
        if isinstance(item, dict):
            texts.extend(_outputs(item, f"/data/{index}", none))
            texts.extend(texts_of(item, f"/data/{index}", MESSAGE, role_source(item.get("role")), none))
    return tuple(texts)


CHAT = Wire(
    name="chat/completions",
    inputs=_inputs,
    outputs=_answers,
    shape="choices",
    refuse=_refuse,
    settle=_settle,
    assemble=assemble,
    replay=replay,
    stamp=stamp,
    live=LIVE,
)
CHAT_LIST = Wire(name="chat/completions list", outputs=_listed)
