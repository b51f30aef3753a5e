"""What an OpenAI-compatible server answers, as bytes: the text asked for, echoed in each API's own shape.

The model's name says how: ``echo`` repeats the last text, ``tool`` calls the first tool with it, ``json`` puts it into
an object, ``status-429`` fails.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from tests.helpers.able import able_call, able_text

__all__ = ["answer_to", "chat", "chat_stream", "frames", "response", "response_stream"]

USAGE = {"prompt_tokens": 7, "completion_tokens": 5, "total_tokens": 12}
RESPONSE_USAGE = {
    "input_tokens": 7,
    "input_tokens_details": {"cached_tokens": 0},
    "output_tokens": 5,
    "output_tokens_details": {"reasoning_tokens": 0},
    "total_tokens": 12,
}


def answer_to(method: str, path: str, body: dict[str, Any]) -> tuple[bytes, int]:
    """Content and status."""
    model = body.get("model") or ""
    if model.startswith("status-"):
        error = {"message": "scripted", "type": "server_error", "param": None, "code": None}
        return json.dumps({"error": error}).encode(), int(model[7:])
    for end, answer in _APIS.items():
        if method == "POST" and path.endswith(end):
            return answer(body), 200
    if path.endswith("/models"):
        return json.dumps({"object": "list", "data": [{"id": "echo", "object": "model"}]}).encode(), 200
    return json.dumps({"path": path, "method": method, "received": body}).encode(), 200


def _said(turns: Any) -> str:
    """The text of the last turn that has one."""
    if isinstance(turns, str):
        return turns
    for turn in reversed(turns or []):
        content = turn.get("content")
        if isinstance(content, list):
            content = "".join(part.get("text", "") for part in content)
        if content:
            return str(content)
    return ""


def _chat_api(body: dict[str, Any]) -> bytes:
    text, model = _said(body.get("messages")), body.get("model") or "echo"
    whole = chat(text, model=model, n=body.get("n") or 1, tool=_tool_name(body) if model == "tool" else None)
    if model == "able":
        said = whole["choices"][0]["message"]
        said["content"] = able_text(body, text)
        if (call := able_call(body, text)) is not None:
            said |= {"content": None, "tool_calls": [{"id": "call_1", "type": "function", "function": call}]}
    if body.get("stream"):
        options = body.get("stream_options") or {}
        return chat_stream(whole, usage=bool(options.get("include_usage")))
    return json.dumps(whole).encode()


def _tool_name(body: dict[str, Any]) -> str:
    tool = body["tools"][0]
    return str(tool.get("function", tool)["name"])


def chat(text: str, *, model: str = "echo", n: int = 1, tool: str | None = None) -> dict[str, Any]:
    """A chat completion saying *text*, or calling *tool* with it."""
    message: dict[str, Any] = {"role": "assistant", "content": text, "refusal": None, "annotations": []}
    if model == "json":
        message["content"] = json.dumps({"answer": text, "score": 1})
    if tool is not None:
        call = {"name": tool, "arguments": json.dumps({"query": text})}
        message |= {"content": None, "tool_calls": [{"id": "call_1", "type": "function", "function": call}]}
    finish = "stop" if tool is None else "tool_calls"
    choices = [{"index": i, "message": message, "logprobs": None, "finish_reason": finish} for i in range(n)]
    envelope = {"id": "chatcmpl-1", "object": "chat.completion", "created": 1, "model": model}
    return {**envelope, "choices": choices, "usage": USAGE, "system_fingerprint": "fp_1"}


def frames(chunks: Iterator[dict[str, Any]] | list[dict[str, Any]], *, done: bool = True) -> bytes:
    """*chunks* as an event stream, named by their type if they have one."""
    lines = [
        (f"event: {chunk['type']}\n" if "type" in chunk else "") + f"data: {json.dumps(chunk)}\n\n" for chunk in chunks
    ]
    return "".join([*lines, "data: [DONE]\n\n" if done else ""]).encode()


def chat_stream(whole: dict[str, Any], *, usage: bool = False, size: int = 5) -> bytes:
    """The chunks of *whole*, its strings cut into pieces of *size* characters; 0: by words and marks, as models do."""
    return frames(list(_chunks(whole, usage, size)))


def _chunks(whole: dict[str, Any], usage: bool, size: int) -> Iterator[dict[str, Any]]:
    envelope = {key: value for key, value in whole.items() if key not in ("choices", "usage")}
    envelope |= {"object": "chat.completion.chunk"} | ({"usage": None} if usage else {})
    for choice in whole["choices"]:
        for delta in _deltas(choice["message"], size):
            yield {**envelope, "choices": [{"index": choice["index"], "delta": delta, "finish_reason": None}]}
        end = {"index": choice["index"], "delta": {}, "finish_reason": choice["finish_reason"]}
        yield {**envelope, "choices": [end]}
    if usage:
        yield {**envelope, "choices": [], "usage": whole["usage"]}


def _deltas(message: dict[str, Any], size: int) -> Iterator[dict[str, Any]]:
    yield {"role": "assistant", "content": None if message.get("tool_calls") else ""}
    for key in ("content", "refusal", "reasoning_content"):
        for piece in _pieces(message.get(key) or "", size):
            yield {key: piece}
    for index, call in enumerate(message.get("tool_calls") or ()):
        function = call["function"]
        yield {"tool_calls": [{**call, "index": index, "function": {**function, "arguments": ""}}]}
        for piece in _pieces(function["arguments"], size):
            yield {"tool_calls": [{"index": index, "function": {"arguments": piece}}]}


def _pieces(text: str, size: int) -> list[str]:
    if size == 0:
        return re.findall(r"\s*\w+|\s*[^\w\s]|\s+$", text)
    return [text[at : at + size] for at in range(0, len(text), size)]


def _responses_api(body: dict[str, Any]) -> bytes:
    text, model = _said(body.get("input")), body.get("model") or "echo"
    whole = response(text, model=model, tool=_tool_name(body) if model == "tool" else None)
    return response_stream(whole) if body.get("stream") else json.dumps(whole).encode()


def response(text: str, *, model: str = "echo", tool: str | None = None) -> dict[str, Any]:
    """A response saying *text*, or calling *tool* with it."""
    said = json.dumps({"answer": text}) if model == "json" else text
    part = {"type": "output_text", "text": said, "annotations": [], "logprobs": []}
    item: dict[str, Any] = {"type": "message", "id": "msg_1", "role": "assistant", "content": [part]}
    if tool is not None:
        arguments = json.dumps({"query": text})
        item = {"type": "function_call", "id": "fc_1", "call_id": "call_1", "name": tool, "arguments": arguments}
    envelope = {"id": "resp_1", "object": "response", "created_at": 1, "status": "completed", "model": model}
    rest: dict[str, Any] = {"error": None, "incomplete_details": None, "parallel_tool_calls": True}
    return {
        **envelope,
        **rest,
        "tool_choice": "auto",
        "tools": [],
        "output": [{**item, "status": "completed"}],
        "usage": RESPONSE_USAGE,
    }


def response_stream(whole: dict[str, Any], size: int = 5) -> bytes:
    """The events of *whole*, its strings cut into pieces of *size* characters."""
    events = [{**event, "sequence_number": number} for number, event in enumerate(_events(whole, size))]
    return frames(events, done=False)


def _events(whole: dict[str, Any], size: int) -> Iterator[dict[str, Any]]:
    begun = {**whole, "status": "in_progress", "output": [], "usage": None}
    yield {"type": "response.created", "response": begun}
    yield {"type": "response.in_progress", "response": begun}
    for index, item in enumerate(whole["output"]):
        at = {"output_index": index, "item_id": item["id"]}
        if item["type"] == "message":
            yield {"type": "response.output_item.added", "output_index": index, "item": {**item, "content": []}}
            yield from _part(item["content"][0], {**at, "content_index": 0}, size)
        else:
            yield {"type": "response.output_item.added", "output_index": index, "item": {**item, "arguments": ""}}
            name = "response.function_call_arguments"
            for piece in _pieces(item["arguments"], size):
                yield {"type": f"{name}.delta", **at, "delta": piece}
            yield {"type": f"{name}.done", **at, "arguments": item["arguments"], "name": item["name"]}
        yield {"type": "response.output_item.done", "output_index": index, "item": item}
    yield {"type": "response.completed", "response": whole}


def _part(part: dict[str, Any], at: dict[str, Any], size: int) -> Iterator[dict[str, Any]]:
    yield {"type": "response.content_part.added", **at, "part": {**part, "text": ""}}
    for piece in _pieces(part["text"], size):
        yield {"type": "response.output_text.delta", **at, "delta": piece, "logprobs": []}
    yield {"type": "response.output_text.done", **at, "text": part["text"], "logprobs": []}
    yield {"type": "response.content_part.done", **at, "part": part}


def _completions_api(body: dict[str, Any]) -> bytes:
    prompt = body["prompt"]
    prompts = [prompt] if isinstance(prompt, str) else prompt
    envelope = {"id": "cmpl-1", "object": "text_completion", "created": 1, "model": body.get("model") or "echo"}
    choices = [{"index": i, "text": text, "logprobs": None, "finish_reason": "stop"} for i, text in enumerate(prompts)]
    if not body.get("stream"):
        return json.dumps({**envelope, "choices": choices, "usage": USAGE}).encode()
    pieces = [
        {**envelope, "choices": [{**choice, "text": piece, "finish_reason": None}]}
        for choice in choices
        for piece in _pieces(str(choice["text"]), 5)
    ]
    return frames([*pieces, *({**envelope, "choices": [{**choice, "text": ""}]} for choice in choices)])


def _embeddings_api(body: dict[str, Any]) -> bytes:
    given = body["input"]
    count = 1 if isinstance(given, str) else len(given)
    data = [{"object": "embedding", "index": i, "embedding": [0.5, -0.25]} for i in range(count)]
    usage = {"prompt_tokens": 3, "total_tokens": 3}
    return json.dumps({"object": "list", "data": data, "model": body.get("model"), "usage": usage}).encode()


_APIS = {
    "/chat/completions": _chat_api,
    "/responses": _responses_api,
    "/completions": _completions_api,
    "/embeddings": _embeddings_api,
}
