"""The older completions API: a prompt and its continuations."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from guardrails.integrations.sse import DONE, Event
from guardrails.integrations.wire.api import Assembled, CutStreamError, Refusal, UnreadableError, Wire
from guardrails.integrations.wire.chat_stream import chunks_of, ends_there, envelope_of, stamp
from guardrails.integrations.wire.fields import Field, Fields, texts_of
from guardrails.integrations.wire.jsons import JsonObject, dumps
from guardrails.integrations.wire.schema import Schemas
from guardrails.types import Source, Text

__all__ = ["ANSWER", "COMPLETIONS", "REQUEST", "no_tokens"]

REQUEST = Fields(
    Field("prompt", Source.USER),
    Field("prompt/*", Source.USER),
    Field("suffix", Source.USER),
)
ANSWER = Fields(
    Field("choices/*/text", Source.ASSISTANT),
    Field("choices/*/message/content", Source.ASSISTANT),  # fill-in-the-middle endpoints of other vendors
)

_NO_SCHEMAS = Schemas({}, None)
_ENVELOPE = ("id", "object", "created", "model", "usage", "system_fingerprint")


def no_tokens(body: JsonObject, key: str) -> None:
    """Raise `UnreadableError` where a string belongs but numbers are: nobody can moderate token ids."""
    value = body.get(key)
    items = value if isinstance(value, list) else [value]
    if any(isinstance(item, int | float | list) for item in items):
        raise UnreadableError(f"{key!r} holds token ids, which cannot be moderated: send text")


def _inputs(body: JsonObject) -> tuple[Text, ...]:
    no_tokens(body, "prompt")
    return tuple(texts_of(body, "", REQUEST, Source.USER, _NO_SCHEMAS))


def _outputs(body: JsonObject, _: JsonObject) -> tuple[Text, ...]:
    return tuple(texts_of(body, "", ANSWER, Source.ASSISTANT, _NO_SCHEMAS))


def _refuse(body: JsonObject | None, request: JsonObject, refusal: Refusal) -> JsonObject:
    """One withheld choice for each there was."""
    upstream = body or {}
    envelope: JsonObject = {
        "id": f"cmpl-{refusal.call_id}",
        "object": "text_completion",
        "created": refusal.created,
        "model": request.get("model") or "",
        "usage": {"prompt_tokens": 0, "completion_tokens": 0, "total_tokens": 0},
    }
    envelope |= {key: upstream[key] for key in _ENVELOPE if upstream.get(key) is not None}
    choices = [
        {"index": index, "text": refusal.text, "logprobs": None, "finish_reason": "content_filter"}
        for index in range(max(1, len(upstream.get("choices") or ())))
    ]
    return {**envelope, "choices": choices}


def _settle(before: JsonObject, after: JsonObject) -> JsonObject:
    """Token probabilities spell out what was edited away."""
    pairs = zip(before["choices"], after["choices"], strict=True)
    return {**after, "choices": [new if new is old else {**new, "logprobs": None} for old, new in pairs]}


def _assemble(events: Sequence[Event]) -> Assembled:
    """One ``text_completion``. Raises `CutStreamError` when a choice was never finished."""
    chunks, done = chunks_of(events)
    choices: dict[int, JsonObject] = {}
    pieces: defaultdict[int, list[str]] = defaultdict(list)
    for part in (part for chunk in chunks for part in chunk.get("choices") or ()):
        index = part.get("index") or 0
        known = choices.setdefault(index, {"text": "", "index": index, "finish_reason": None, "logprobs": None})
        pieces[index].append(part.get("text") or "")
        known.update({k: v for k, v in part.items() if k not in ("text", "logprobs") and v is not None})
    if not done and not (choices and all(choice["finish_reason"] for choice in choices.values())):
        raise CutStreamError("the event stream ended before the answer did")
    ordered = [{**choices[index], "text": "".join(pieces[index])} for index in sorted(choices)]
    body = {**envelope_of(chunks), "object": "text_completion", "choices": ordered}
    return Assembled(body=body, faithful=ends_there(events))


def _replay(body: JsonObject, request: JsonObject) -> list[Event]:
    """*body* as chunks: each choice's text, its finish reason, usage if asked for, done."""
    envelope = {key: value for key, value in body.items() if key not in ("choices", "usage")}
    chunks = []
    for choice in body["choices"]:
        open_piece = {**choice, "finish_reason": None}
        chunks += [{**envelope, "choices": [open_piece]}, {**envelope, "choices": [{**choice, "text": ""}]}]
    options = request.get("stream_options")
    if isinstance(options, dict) and options.get("include_usage") and body.get("usage") is not None:
        chunks.append({**envelope, "choices": [], "usage": body["usage"]})
    return [*(Event(dumps(chunk)) for chunk in chunks), DONE]


COMPLETIONS = Wire(
    name="completions",
    inputs=_inputs,
    outputs=_outputs,
    shape="choices",
    refuse=_refuse,
    settle=_settle,
    assemble=_assemble,
    replay=_replay,
    stamp=stamp,
)
