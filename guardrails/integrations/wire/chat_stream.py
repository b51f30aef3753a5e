"""Chat completions as event streams: chunks to one body, and one body to chunks."""

from __future__ import annotations

import copy
from collections.abc import Iterator, Sequence
from typing import Any

from guardrails.integrations.sse import DONE, Event
from guardrails.integrations.wire.api import Assembled, CutStreamError, ErrorEventError
from guardrails.integrations.wire.jsons import JsonObject, dumps, loads

__all__ = ["ChatAssembler", "assemble", "chunks_of", "ends_there", "envelope_of", "replay", "stamp"]

_WHOLE = frozenset({"id", "type", "role", "name", "index", "expires_at", "format", "signature"})
"""Fields of a delta that come whole, though some servers repeat them in every chunk; other strings are joined."""

_PER_CHUNK = frozenset({"choices", "usage", "object", "obfuscation"})

_TEXT_ITEM = frozenset({"type", "text", "thinking", "signature"})
"""Keys of a list item that is text only. One follows another where a server cut a text in pieces."""


def chunks_of(events: Sequence[Event]) -> tuple[list[JsonObject], bool]:
    """Parsed chunks, and whether the stream said it was done. Raises `ErrorEventError` at the upstream's own error."""
    chunks: list[JsonObject] = []
    for event in events:
        if event.data.startswith(b"[DONE]"):
            return chunks, True
        chunks.append(_parsed(event))
    return chunks, False


def ends_there(events: Sequence[Event]) -> bool:
    """Whether nothing follows the event that says the stream is done: nobody would have judged it."""
    return not any(event.data.startswith(b"[DONE]") for event in events[:-1])


def _parsed(event: Event) -> JsonObject:
    try:
        chunk = loads(event.data)
    except ValueError:
        raise CutStreamError("an event of the stream is not complete JSON") from None
    if not isinstance(chunk, dict):
        chunk = {}
    if chunk.get("error") or event.name == "error":
        raise ErrorEventError(event)
    return chunk


def envelope_of(chunks: Sequence[JsonObject]) -> JsonObject:
    """What the chunks say about the whole answer: the first that names a field counts, the last for ``usage``."""
    envelope = _Envelope()
    for chunk in chunks:
        envelope.add(chunk)
    return envelope.fields


class _Envelope:
    __slots__ = ("_known", "fields")

    def __init__(self) -> None:
        self.fields: JsonObject = {}
        self._known: set[str] = set(_PER_CHUNK)

    def add(self, chunk: JsonObject) -> None:
        for key, value in chunk.items() if not chunk.keys() <= self._known else ():
            if key not in self._known:
                self.fields[key] = value
                if value not in (None, ""):
                    self._known.add(key)
        if chunk.get("usage") is not None:
            self.fields["usage"] = chunk["usage"]


class ChatAssembler:
    """Makes one ``chat.completion`` of its chunks while they arrive."""

    __slots__ = ("_after", "_choices", "_done", "_envelope", "_repeated")

    def __init__(self) -> None:
        self._choices: dict[int, JsonObject] = {}
        self._repeated: list[tuple[int, JsonObject]] = []
        self._envelope = _Envelope()
        self._done = self._after = False

    def add(self, event: Event, /) -> JsonObject | None:
        """Take the next chunk; what follows the event that says the stream is done is not read."""
        if self._done or event.data.startswith(b"[DONE]"):
            self._done, self._after = True, self._done
            return None
        chunk = _parsed(event)
        self._envelope.add(chunk)
        for part in chunk.get("choices") or ():
            index = part.get("index") or 0
            choice = self._choices.get(index)
            if choice is None:
                choice = self._choices[index] = {"index": index, "message": {}, "finish_reason": None}
            if part.get("message"):  # some servers say the whole message once more, at the end or instead of deltas
                self._repeated.append((index, part["message"]))
                choice["message"] = choice["message"] or copy.deepcopy(part["message"])
            _add(choice, part)
        return chunk

    def whole(self) -> Assembled:
        """The completion. Raises `CutStreamError` when a choice was never finished."""
        choices = self._choices
        if not self._done and not (choices and all(choice["finish_reason"] for choice in choices.values())):
            raise CutStreamError("the event stream ended before the answer did")
        faithful = not self._after and all(choices[index]["message"] == message for index, message in self._repeated)
        ordered = [choices[index] for index in sorted(choices)]
        body = {**self._envelope.fields, "object": "chat.completion", "choices": ordered}
        return Assembled(body=body, faithful=faithful)


def assemble(events: Sequence[Event]) -> Assembled:
    """One ``chat.completion`` of a stream that has ended. Raises as `ChatAssembler` does."""
    assembler = ChatAssembler()
    for event in events:
        assembler.add(event)
    return assembler.whole()


def _add(choice: JsonObject, part: JsonObject) -> None:
    for key, value in part.items():
        if key == "delta":
            _merge(choice["message"], value or {})
        elif key == "logprobs" and value:
            choice["logprobs"] = _joined(choice.get("logprobs"), value)
        elif key != "message" and (value is not None or key not in choice):
            choice[key] = value


def _merge(whole: JsonObject, delta: JsonObject) -> None:
    """Adds *delta* to *whole*, which is changed."""
    for key, value in delta.items():
        known = whole.get(key)
        if isinstance(value, str) and isinstance(known, str) and key not in _WHOLE:
            whole[key] = None  # a string that nobody else holds is lengthened in place, not copied for every piece
            known += value
            whole[key] = known
        elif value is None:
            whole.setdefault(key, None)
        elif key in _WHOLE:
            whole[key] = known if value == "" else value
        else:
            whole[key] = _joined(known, value)


def _joined(whole: Any, value: Any) -> Any:
    """*value* added to *whole*, which is changed where it is a container: copies for every piece would be quadratic.

    Raises ``TypeError`` rather than let one piece take the place of another, which nobody would judge then.
    """
    if isinstance(value, str) and isinstance(whole, str):
        return whole + value
    if {type(whole), type(value)} == {str, list}:  # thoughts in a list, then the answer as a string
        whole, value = ([{"type": "text", "text": one}] if isinstance(one, str) else one for one in (whole, value))
    if isinstance(whole, str | dict | list) and isinstance(value, str | dict | list) and type(whole) is not type(value):
        raise TypeError("pieces of different kinds")
    if isinstance(value, dict):
        merged = whole if isinstance(whole, dict) else {}
        _merge(merged, value)
        return merged
    if isinstance(value, list):
        merged_list = whole if isinstance(whole, list) else []
        for item in value:
            _add_item(merged_list, item)
        return merged_list
    return value


def _add_item(items: list[Any], item: Any) -> None:
    """Items with an ``index`` (tool calls) grow piece by piece, others (token probabilities) follow each other."""
    index = item.get("index") if isinstance(item, dict) else None
    for at, known in enumerate(items if index is not None else ()):
        if isinstance(known, dict) and known.get("index") == index:
            items[at] = _joined(known, item)
            return
    if index is None and items and _is_text(items[-1]) and _is_text(item) and items[-1]["type"] == item["type"]:
        items[-1] = _joined(items[-1], item)
        return
    items.append(_joined(None, item) if isinstance(item, dict) else item)


def _is_text(item: Any) -> bool:
    return isinstance(item, dict) and "type" in item and _TEXT_ITEM.issuperset(item)


def replay(body: JsonObject, request: JsonObject) -> list[Event]:
    """*body* as chunks: role, content and the rest, finish reason, usage if it was asked for, done."""
    counted = _wants_usage(request)
    envelope = {key: value for key, value in body.items() if key not in _PER_CHUNK}
    envelope["object"] = "chat.completion.chunk"
    chunks = [
        {**envelope, "choices": [choice], **({"usage": None} if counted else {})}
        for whole in body.get("choices") or ()
        for choice in _pieces(whole)
    ]
    if counted:
        chunks.append({**envelope, "choices": [], "usage": body.get("usage")})
    return [*(Event(dumps(chunk)) for chunk in chunks), DONE]


def _wants_usage(request: JsonObject) -> bool:
    options = request.get("stream_options")
    return bool(options.get("include_usage")) if isinstance(options, dict) else False


def _pieces(choice: JsonObject) -> Iterator[JsonObject]:
    index, message = choice.get("index", 0), dict(choice.get("message") or {})
    calls = message.pop("tool_calls", None) or ()
    role = {"role": message.pop("role", None) or "assistant", "content": None if message.get("content") is None else ""}
    rest = {key: value for key, value in message.items() if value is not None and value != ""}
    for delta in (role, *({key: value} for key, value in rest.items()), *_tool_calls(calls)):
        yield {"index": index, "delta": delta, "finish_reason": None}
    last = {key: value for key, value in choice.items() if key not in ("index", "message")}
    yield {"index": index, "delta": {}, "finish_reason": None, **last}


def _tool_calls(calls: Sequence[JsonObject]) -> Iterator[JsonObject]:
    """Each call twice, as the API does: who is called, then with what."""
    for at, call in enumerate(calls):
        index, kind = call.get("index", at), "custom" if "custom" in call else "function"
        argument = "input" if kind == "custom" else "arguments"
        called = call.get(kind) or {}
        yield {"tool_calls": [{**call, "index": index, kind: {**called, argument: ""}}]}
        yield {"tool_calls": [{"index": index, kind: {argument: called.get(argument) or ""}}]}


def stamp(events: Sequence[Event], guardrails: JsonObject) -> list[Event]:
    """*guardrails* on the last chunk, and on the first: the SDK's accumulated completion keeps the first one's."""
    stamped = list(events)
    chunks = [at for at, event in enumerate(stamped) if not event.data.startswith(b"[DONE]")]
    for at in {*chunks[:1], *chunks[-1:]}:
        event = stamped[at]
        stamped[at] = Event(dumps({**loads(event.data), "guardrails": guardrails}), event.name)
    return stamped
