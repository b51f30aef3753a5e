"""The responses API as event streams: events to one body, and one body to events."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from guardrails.integrations.sse import Event
from guardrails.integrations.wire.api import Assembled, CutStreamError, ErrorEventError
from guardrails.integrations.wire.items import item_texts
from guardrails.integrations.wire.jsons import JsonObject, dumps, loads
from guardrails.integrations.wire.schema import Schemas

__all__ = ["ResponseAssembler", "assemble", "events_of", "replay", "stamp"]

_ENDS = ("response.completed", "response.incomplete", "response.failed", "response.cancelled")
_CUT = "the event stream ended before the answer did"
_NO_SCHEMAS = Schemas({}, None)


class ResponseAssembler:
    """Finds the response that the last event carries, and whether it says what the events before it said."""

    __slots__ = ("_after", "_done", "_last", "_repeated", "_said")

    def __init__(self) -> None:
        self._said: defaultdict[tuple[Any, ...], list[str]] = defaultdict(list)
        self._done: dict[int, Any] = {}
        self._repeated: set[str] = set()  # texts of events that are no deltas
        self._last: JsonObject | None = None
        self._after: list[Event] = []

    def add(self, event: Event, /) -> JsonObject | None:
        """Take the next event; what follows the last is not read."""
        if self._last is not None:
            self._after.append(event)
            return None
        if event.data.startswith(b"[DONE]"):
            raise CutStreamError(_CUT)
        value = _parsed(event)
        kind = str(value.get("type") or event.name)
        if kind == "error" or (value.get("error") and not value.get("type")):
            raise ErrorEventError(event)
        if kind in _ENDS and isinstance(value.get("response"), dict):
            self._last = value["response"]
        elif kind.endswith(".delta") and isinstance(value.get("delta"), str):
            self._said[_place(value)].append(value["delta"])
        elif kind == "response.output_item.done":
            self._done[value.get("output_index", len(self._done))] = value.get("item")
        if self._last is None:
            self._repeated |= _texts_of(value)
        return value

    def whole(self) -> Assembled:
        """The response. Raises `CutStreamError` when it never came."""
        if self._last is None:
            raise CutStreamError(_CUT)
        said = {place: "".join(pieces) for place, pieces in self._said.items()}
        whole = _whole(self._last, self._done, said)
        return replace(whole, faithful=whole.faithful and _is_end(self._after) and self._nothing_else(whole.body))

    def _nothing_else(self, body: JsonObject) -> bool:
        """Whether *body* has every text that the events around the deltas repeat, wherever it stands there."""
        known = _texts(body["output"]) | {
            value[key] for value in events_of(body) for key in _SAYING if isinstance(value.get(key), str)
        }
        return self._repeated <= known


def assemble(events: Sequence[Event]) -> Assembled:
    """The response of a stream that has ended. Raises as `ResponseAssembler` does."""
    assembler = ResponseAssembler()
    for event in events:
        assembler.add(event)
    return assembler.whole()


def _parsed(event: Event) -> JsonObject:
    try:
        value = loads(event.data)
    except ValueError:
        raise CutStreamError("an event of the stream is not complete JSON") from None
    return value if isinstance(value, dict) else {}


def _is_end(events: Sequence[Event]) -> bool:
    """Whether nothing was said after the response was: nobody would have judged it."""
    return not events or (events[0].data.startswith(b"[DONE]") and len(events) == 1)


_SAYING = ("text", "refusal", "arguments", "input", "code", "transcript")
_HOLDING = frozenset({*_SAYING, "response", "part", "item"})


def _texts_of(value: JsonObject) -> set[str]:
    """The texts that an event holds beside its delta."""
    if _HOLDING.isdisjoint(value):
        return set()
    response, part = value.get("response"), value.get("part")
    items = [value.get("item"), {"content": [part]} if isinstance(part, dict) else None]
    items += response.get("output") or () if isinstance(response, dict) else ()
    return {value[key] for key in _SAYING if isinstance(value.get(key), str) and value[key]} | _texts(items)


def _texts(items: Sequence[Any]) -> set[str]:
    return {text.text for item in items for text in item_texts(item, "", _NO_SCHEMAS)}


def _place(value: JsonObject) -> tuple[Any, ...]:
    return (value["type"], value.get("output_index"), value.get("content_index"), value.get("summary_index"))


def _whole(response: JsonObject, done: dict[int, Any], said: dict[tuple[Any, ...], str]) -> Assembled:
    """Some servers leave the output out of the last event; the items that were finished then stand for it."""
    if not response.get("output") and done:
        response = {**response, "output": [done[index] for index in sorted(done)]}
    response.setdefault("output", [])
    told = {
        _place(value): value["delta"]
        for value in events_of(response)
        if value["type"].endswith(".delta") and isinstance(value["delta"], str)
    }
    return Assembled(body=response, faithful=all(told.get(place) == text for place, text in said.items()))


def replay(body: JsonObject, request: JsonObject) -> list[Event]:
    """*body* as the events that would have led to it, each text in one delta."""
    return [
        Event(dumps({**value, "sequence_number": number}), value["type"])
        for number, value in enumerate(events_of(body))
    ]


def events_of(body: JsonObject) -> Iterator[JsonObject]:
    """The events that would have led to *body*, without their numbers."""
    begun = {**body, "status": "in_progress", "output": [], "usage": None, "incomplete_details": None, "error": None}
    yield {"type": "response.created", "response": begun}
    yield {"type": "response.in_progress", "response": begun}
    for index, item in enumerate(body.get("output") or ()):
        place = {"output_index": index, "item_id": item.get("id") or ""}
        inside = list(_inside(item, place))
        yield {"type": "response.output_item.added", "output_index": index, "item": _begun(item) if inside else item}
        yield from inside
        yield {"type": "response.output_item.done", "output_index": index, "item": item}
    status = body.get("status")
    kind = status if status in ("incomplete", "failed", "cancelled") else "completed"
    yield {"type": f"response.{kind}", "response": body}


_STRINGS = {
    "function_call": ("response.function_call_arguments", "arguments"),
    "custom_tool_call": ("response.custom_tool_call_input", "input"),
    "mcp_call": ("response.mcp_call_arguments", "arguments"),
    "code_interpreter_call": ("response.code_interpreter_call_code", "code"),
}
"""Item types whose one string is streamed: the name of the events and the key of the string."""

_PARTS = {"output_text": ("response.output_text", "text"), "refusal": ("response.refusal", "refusal")}


def _begun(item: JsonObject) -> JsonObject:
    empty: JsonObject = {"content": [], "summary": []}
    if item.get("type") in _STRINGS:
        empty = {_STRINGS[item["type"]][1]: ""}
    begun = {**item, **{key: value for key, value in empty.items() if key in item}}
    return begun | {"status": "in_progress"} if "status" in item else begun


def _inside(item: JsonObject, place: JsonObject) -> Iterator[JsonObject]:
    kind = item.get("type") or "message"
    if kind == "message":
        for index, part in enumerate(item.get("content") or ()):
            yield from _part(part, {**place, "content_index": index})
    elif kind == "reasoning":
        for index, part in enumerate(item.get("summary") or ()):
            yield from _summary(part, {**place, "summary_index": index})
        for index, part in enumerate(item.get("content") or ()):
            at = {**place, "content_index": index}
            yield from _string("response.reasoning_text", "text", part.get("text") or "", at)
    elif kind in _STRINGS and isinstance(item.get(_STRINGS[kind][1]), str):
        name, key = _STRINGS[kind]
        yield from _string(name, key, item[key], place)


def _string(name: str, key: str, text: str, place: JsonObject, **more: object) -> Iterator[JsonObject]:
    if text:
        yield {"type": f"{name}.delta", **place, "delta": text, **more}
    yield {"type": f"{name}.done", **place, key: text, **more}


def _part(part: JsonObject, place: JsonObject) -> Iterator[JsonObject]:
    name, key = _PARTS.get(part.get("type") or "", ("", ""))
    empty = {**part, **({key: ""} if name else {})}
    if "annotations" in part:
        empty["annotations"] = []
    yield {"type": "response.content_part.added", **place, "part": empty}
    if name:
        more: JsonObject = {"logprobs": []} if key == "text" else {}
        yield from _string(name, key, part.get(key) or "", place, **more)
    for index, annotation in enumerate(part.get("annotations") or ()):
        added = {"annotation_index": index, "annotation": annotation}
        yield {"type": "response.output_text.annotation.added", **place, **added}
    yield {"type": "response.content_part.done", **place, "part": part}


def _summary(part: JsonObject, place: JsonObject) -> Iterator[JsonObject]:
    yield {"type": "response.reasoning_summary_part.added", **place, "part": {**part, "text": ""}}
    yield from _string("response.reasoning_summary_text", "text", part.get("text") or "", place)
    yield {"type": "response.reasoning_summary_part.done", **place, "part": part}


def stamp(events: Sequence[Event], guardrails: JsonObject) -> list[Event]:
    """*guardrails* on the response that the last event carries."""
    stamped = list(events)
    for at in range(len(stamped) - 1, -1, -1):
        value = loads(stamped[at].data) if not stamped[at].data.startswith(b"[DONE]") else None
        if isinstance(value, dict) and isinstance(value.get("response"), dict):
            value["response"]["guardrails"] = guardrails
            stamped[at] = Event(dumps(value), stamped[at].name)
            break
    return stamped
