"""The responses API while it arrives: what an event says, and what is still to be said when some events are out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final

from guardrails.integrations.sse import Event
from guardrails.integrations.wire.api import Live, Piece, Place, Sent
from guardrails.integrations.wire.items import item_texts
from guardrails.integrations.wire.jsons import JsonObject, dumps, loads
from guardrails.integrations.wire.responses_stream import ResponseAssembler, events_of
from guardrails.integrations.wire.schema import Schemas

__all__ = ["LIVE"]

_DELTA: Final = "response.output_text.delta"
_KNOWN: Final = frozenset(
    ["type", "sequence_number", "response", "output_index", "content_index", "item_id", "item", "part", "delta"]
) | frozenset(["logprobs", "obfuscation"])
_NO_SCHEMAS: Final = Schemas({}, None)


def _pieces(value: JsonObject, name: str) -> Sequence[Piece] | None:
    """The pieces of output text. Whatever says more, or says it again, has to wait."""
    for key, held in value.items():
        if held is not None and key not in _KNOWN:
            return None
    return _said(value.get("type") or name, value)


def _said(kind: str, value: JsonObject) -> Sequence[Piece] | None:
    if kind == _DELTA:
        return [Piece(_place(value), value["delta"])] if isinstance(value["delta"], str) else None
    if kind == "response.content_part.added":
        part = value["part"]
        silent = part.get("type") == "output_text" and not part.get("text") and not part.get("annotations")
        return [Piece(_place(value), "")] if silent else None
    if kind in ("response.created", "response.in_progress", "response.queued"):
        return [] if not value["response"].get("output") else None
    if kind in ("response.output_item.added", "response.output_item.done"):
        item = value["item"]
        begun = item.get("type") == "message" and kind.endswith("added")
        silent = begun or item.get("type") == "reasoning"
        return [] if silent and not any(item_texts(item, "", _NO_SCHEMAS)) else None
    return None


def _place(value: JsonObject) -> Place:
    return int(value["output_index"]), int(value["content_index"])


def _paths(body: JsonObject) -> Mapping[Place, str]:
    return {
        (at, index): f"/output/{at}/content/{index}/text"
        for at, item in enumerate(body["output"])
        for index, _ in enumerate(item.get("content") or ())
    }


def _resume(body: JsonObject, request: JsonObject, sent: Sent) -> list[Event]:
    """The events of *body* that are not out, numbered on; of a text that is out in part, its rest."""
    values = [loads(event.data) for event in sent.events]
    out = {_identity(value) for value in values if value.get("type") != _DELTA}
    number = max((value.get("sequence_number") or 0 for value in values), default=-1) + 1
    events: list[Event] = []
    for value in events_of(body):
        if value["type"] == _DELTA:
            rest = value["delta"].removeprefix(sent.shown.get(_place(value), ""))
            value = {**value, "delta": rest} if rest else {}
        if value and _identity(value) not in out:
            events.append(Event(dumps({**value, "sequence_number": number + len(events)}), value["type"]))
    return events


def _identity(value: JsonObject) -> tuple[Any, ...]:
    return value.get("type"), value.get("output_index"), value.get("content_index"), value.get("summary_index")


def _cut_off(refused: JsonObject, sent: Sent) -> JsonObject:
    """The items that are out, as far as they are; the refusal goes into the message that was begun, or after them."""
    items: dict[int, JsonObject] = {}
    for event in sent.events:
        value = loads(event.data)
        if isinstance(value.get("item"), dict):
            items[value["output_index"]] = value["item"]
    output = [_begun(items[index], index, sent) for index in sorted(items)]
    (message,) = refused["output"]
    if output and output[-1].get("type") == "message":
        output[-1] = {**output[-1], "content": [*output[-1]["content"], *message["content"]]}
    else:
        output.append(message)
    return {**refused, "output": output}


def _begun(item: JsonObject, index: int, sent: Sent) -> JsonObject:
    if item.get("type") != "message":
        return item
    shown = [sent.shown[place] for place in sorted(sent.shown) if place[0] == index]
    content = [{"type": "output_text", "text": text, "annotations": []} for text in shown]
    return {**item, "status": "incomplete", "content": content}


LIVE = Live(assembler=ResponseAssembler, pieces=_pieces, paths=_paths, resume=_resume, cut_off=_cut_off)
