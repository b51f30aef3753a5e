"""Chat completions while they arrive: what a chunk says, and what is still to be said when some chunks are out."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from guardrails.integrations.sse import Event
from guardrails.integrations.wire.api import Live, Piece, Place, Sent
from guardrails.integrations.wire.chat_stream import replay
from guardrails.integrations.wire.jsons import JsonObject, dumps, loads

__all__ = ["LIVE"]

_CHOICE: Final = frozenset({"index", "delta", "logprobs", "content_filter_results", "content_filter_offsets"})
"""What a choice may hold besides its end: no text but that of the delta."""


def _pieces(event: Event) -> list[Piece] | None:
    """The pieces of content. Whatever else a chunk says (calls of tools, thoughts, an end, an error) has to wait."""
    if event.name == "error" or event.data.startswith(b"[DONE]"):
        return None
    try:
        chunk = loads(event.data, exact=False)
        if chunk.get("error"):
            return None
        found = [_piece(part) for part in chunk.get("choices") or ()]
    except (AttributeError, TypeError, ValueError):
        return None
    pieces = [piece for piece in found if piece is not None]
    return pieces if len(pieces) == len(found) else None


def _piece(part: JsonObject) -> Piece | None:
    if any(value is not None and key not in _CHOICE for key, value in part.items()):
        return None
    text = ""
    for key, value in (part.get("delta") or {}).items():
        if key == "content" and isinstance(value, str):
            text = value
        elif key != "role" and value:
            return None
    return Piece((int(part.get("index") or 0),), text)


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


LIVE = Live(pieces=_pieces, paths=_paths, resume=_resume, cut_off=_cut_off)
