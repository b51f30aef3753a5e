"""Chat completions while they arrive: what a chunk says, and what is still to be said when some chunks are out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final

from guardrails.integrations.sse import Event
from guardrails.integrations.wire.api import Live, Piece, Place, Sent
from guardrails.integrations.wire.chat_stream import ChatAssembler, replay
from guardrails.integrations.wire.jsons import JsonObject, dumps, loads

__all__ = ["LIVE"]

_CHOICE: Final = frozenset({"index", "delta", "logprobs", "content_filter_results", "content_filter_offsets"})
"""What a choice may hold besides its end: no text but that of the delta."""
_EMPTY: Final[JsonObject] = {}


def _pieces(chunk: JsonObject, name: str) -> Sequence[Piece] | None:
    """The pieces of content. Whatever else a chunk says (calls of tools, thoughts, an end) has to wait."""
    found: list[Piece] = []
    for part in chunk.get("choices") or ():
        text = ""
        for key, value in part.items():
            if value is not None and key not in _CHOICE:
                return None
        for key, value in (part.get("delta") or _EMPTY).items():
            if key == "content" and isinstance(value, str):
                text = value
            elif key != "role" and value:
                return None
        found.append(Piece((int(part.get("index") or 0),), text))
    return found


def _paths(body: JsonObject) -> Mapping[Place, str]:
    return {(choice.get("index") or 0,): f"/choices/{at}/message/content" for at, choice in enumerate(body["choices"])}


def _resume(body: JsonObject, request: JsonObject, sent: Sent) -> list[Event]:
    """The chunks of *body* without the roles and the beginnings of contents that are out."""
    events: list[Event] = []
    for event in replay(body, request):
        chunk = loads(event.data) if not event.data.startswith(b"[DONE]") else {}
        choices = chunk.get("choices")
        rest = [left for choice in choices or () if (left := _left(choice, sent)) is not None]
        if not choices or (len(rest) == len(choices) and all(a is b for a, b in zip(rest, choices, strict=True))):
            events.append(event)
        elif rest:
            events.append(Event(dumps({**chunk, "choices": rest}), event.name))
    return events


def _left(choice: JsonObject, sent: Sent) -> JsonObject | None:
    """What of a replayed piece is not out yet, or ``None``."""
    shown = sent.shown.get((choice.get("index") or 0,))
    delta: Any = choice.get("delta") or {}
    if shown is None or choice.get("finish_reason") is not None:
        return choice
    if "role" in delta:
        return None
    if not shown or not isinstance(delta.get("content"), str):
        return choice
    content = delta["content"].removeprefix(shown)
    return {**choice, "delta": {**delta, "content": content}} if content else None


def _cut_off(refused: JsonObject, sent: Sent) -> JsonObject:
    """The refusal follows what was shown."""
    choices = [_behind(choice, sent.shown.get((choice["index"],), "")) for choice in refused["choices"]]
    return {**refused, "choices": choices}


def _behind(choice: JsonObject, shown: str) -> JsonObject:
    if not shown:
        return choice
    message = choice["message"]
    return {**choice, "message": {**message, "content": f"{shown}\n\n{message['content']}"}}


LIVE = Live(assembler=ChatAssembler, pieces=_pieces, paths=_paths, resume=_resume, cut_off=_cut_off)
