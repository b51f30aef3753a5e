"""What an edit of a message makes stale: repeated arguments, offsets, signatures, probabilities, recordings."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from langchain_core.messages import AIMessage, AIMessageChunk, BaseMessage

from guardrails.integrations.langchain.blocks import call_id, is_call
from guardrails.integrations.langchain.parsed import PARSED, parsed_again
from guardrails.integrations.wire.annotations import realigned
from guardrails.integrations.wire.jsons import dumps

__all__ = ["settled"]

_ARGUMENTS = ("args", "arguments", "input", "parameters")
_SIGNED = ("signature", "thought_signature", "encrypted_content")


def settled(message: BaseMessage, changed: dict[str, Any]) -> dict[str, Any]:
    """*changed* fields of *message*, and the others that have to change with them."""
    if "content" in changed:
        changed["content"] = _content(message.content, changed["content"])
    if not isinstance(message, AIMessage):
        return changed
    calls = _changed_calls(message, changed)
    if calls:
        changed |= _repeated(message, changed, calls)
    _without_recording(message, changed)
    extra = _extra(message, changed)
    if extra is not message.additional_kwargs:
        changed["additional_kwargs"] = extra
    if "logprobs" in message.response_metadata and ("content" in changed or calls):
        metadata = changed.get("response_metadata", message.response_metadata)
        changed["response_metadata"] = {**metadata, "logprobs": None}
    return changed


def _content(was: Any, now: Any) -> Any:
    if not isinstance(was, list):
        return now
    return [new if new is old else _block(old, new) for old, new in zip(was, now, strict=True)]


def _block(old: Any, new: Any) -> Any:
    """A signature vouches for words that are no longer there; offsets of citations move with the text."""
    if not isinstance(new, dict):
        return new
    block = {key: value for key, value in new.items() if key not in _SIGNED}
    if isinstance(block.get("extras"), dict):
        block["extras"] = {key: value for key, value in block["extras"].items() if key not in _SIGNED}
    was, now = old.get("text"), new.get("text")
    if isinstance(was, str) and isinstance(now, str) and block.get("annotations"):
        block["annotations"] = realigned(block["annotations"], was, now)
    return block


def _changed_calls(message: AIMessage, changed: Mapping[str, Any]) -> dict[object, Any]:
    """New arguments of the tool calls that were edited, by id."""
    found: dict[object, Any] = {}
    for name in ("tool_calls", "invalid_tool_calls"):
        was = getattr(message, name)
        found |= {
            new["id"]: new["args"]
            for old, new in zip(was, changed.get(name, was), strict=True)
            if new["args"] is not old["args"] and new.get("id")
        }
    return found


def _repeated(message: AIMessage, changed: Mapping[str, Any], calls: Mapping[object, Any]) -> dict[str, Any]:
    """Every other place of the message that says the arguments of *calls*."""
    places: dict[str, Any] = {}
    content = changed.get("content", message.content)
    if isinstance(content, list):
        places["content"] = [_echo(block, calls) for block in content]
    if isinstance(message, AIMessageChunk) and message.tool_call_chunks:
        places["tool_call_chunks"] = [_echo(chunk, calls, "args") for chunk in message.tool_call_chunks]
    raw = message.additional_kwargs.get("tool_calls")
    if isinstance(raw, list):
        extra = changed.get("additional_kwargs", message.additional_kwargs)
        places["additional_kwargs"] = {**extra, "tool_calls": [_raw(call, calls) for call in raw]}
    return places


def _echo(block: Any, calls: Mapping[object, Any], *keys: str) -> Any:
    if not isinstance(block, dict) or call_id(block) not in calls or not (keys or is_call(block.get("type"))):
        return block
    arguments = calls[call_id(block)]
    return {key: _in_form(value, arguments) if key in (keys or _ARGUMENTS) else value for key, value in block.items()}


def _raw(call: Any, calls: Mapping[object, Any]) -> Any:
    """A call in the form of chat completions."""
    if not isinstance(call, dict) or call.get("id") not in calls or not isinstance(call.get("function"), dict):
        return call
    function = call["function"]
    return {**call, "function": {**function, "arguments": _in_form(function.get("arguments"), calls[call["id"]])}}


def _in_form(value: Any, arguments: Any) -> Any:
    """*arguments* as *value* wrote them: as a string of JSON, or as they are."""
    if isinstance(value, str) and not isinstance(arguments, str):
        return dumps(arguments).decode()
    return arguments


def _extra(message: AIMessage, changed: Mapping[str, Any]) -> dict[str, Any]:
    """A parsed object is parsed again."""
    was: dict[str, Any] = message.additional_kwargs
    extra: dict[str, Any] = changed.get("additional_kwargs", was)
    parsed = extra.get(PARSED)
    if parsed is not None and "content" in changed and parsed is was.get(PARSED):
        text = AIMessage(content=changed["content"]).text
        extra = {**extra, PARSED: parsed_again(parsed, str(text))}
    return extra


def _without_recording(message: AIMessage, changed: dict[str, Any]) -> None:
    """A recording still says what was edited out of its transcript: that becomes the content."""
    extra = changed.get("additional_kwargs", {})
    audio = extra.get("audio")
    if isinstance(audio, dict) and audio is not message.additional_kwargs["audio"]:
        changed["additional_kwargs"] = {key: value for key, value in extra.items() if key != "audio"}
        changed["content"] = changed.get("content", message.content) or audio.get("transcript", "")
