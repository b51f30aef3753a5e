"""Event streams that say more than their deltas do: what was not judged is not sent on."""

from __future__ import annotations

import json
from typing import Any

import pytest

from guardrails.integrations.sse import Event
from guardrails.integrations.wire.api import Assembled, Wire
from guardrails.integrations.wire.chat import CHAT
from guardrails.integrations.wire.completions import COMPLETIONS
from guardrails.integrations.wire.responses import RESPONSES

DONE = Event(b"[DONE]")


def _assembled(wire: Wire, *values: dict[str, Any] | Event) -> Assembled:
    assert wire.assemble is not None
    return wire.assemble([v if isinstance(v, Event) else Event(json.dumps(v).encode()) for v in values])


def _texts(wire: Wire, assembled: Assembled) -> list[str]:
    return [text.text for text in wire.outputs(assembled.body, {})]


def _chunk(delta: dict[str, Any] | None = None, **choice: Any) -> dict[str, Any]:
    return {"choices": [{"index": 0, **({} if delta is None else {"delta": delta}), **choice}]}


END = _chunk({}, finish_reason="stop")


@pytest.mark.parametrize("message", [{}, {"role": "assistant", "content": ""}, {"content": "other words"}])
def test_a_message_at_the_end_of_a_chat_stream_does_not_hide_its_deltas(message: dict[str, Any]) -> None:
    whole = _assembled(CHAT, _chunk({"content": "first words"}), _chunk(message=message, finish_reason="stop"), DONE)
    assert _texts(CHAT, whole) == ["first words"]
    assert whole.faithful is (not message)


def test_a_chat_stream_of_a_whole_message_and_deltas_of_any_depth_says_more_than_the_message() -> None:
    call = {"index": 0, "id": "1", "function": {"name": "f", "arguments": "{"}}
    more = {"tool_calls": [{"index": 0, "function": {"arguments": "}"}}]}
    whole = _assembled(CHAT, _chunk(message={"tool_calls": [call]}), _chunk(more, finish_reason="tool_calls"), DONE)
    assert whole.body["choices"][0]["message"]["tool_calls"][0]["function"]["arguments"] == "{}"
    assert not whole.faithful


def test_a_chat_stream_of_one_whole_message_is_read() -> None:
    whole = _assembled(CHAT, _chunk(message={"role": "assistant", "content": "words"}, finish_reason="stop"), DONE)
    assert _texts(CHAT, whole) == ["words"]
    assert whole.faithful


def _thought(text: str) -> dict[str, Any]:
    return {"content": [{"type": "thinking", "thinking": [{"type": "text", "text": text}]}]}


def test_thoughts_in_a_list_and_an_answer_as_a_string_are_both_read_across_their_pieces() -> None:
    pieces = [_thought("first tho"), _thought("ughts"), {"content": "then an "}, {"content": "answer"}]
    whole = _assembled(CHAT, *(_chunk(piece) for piece in pieces), END, DONE)
    assert _texts(CHAT, whole) == ["then an answer", "first thoughts"]


def test_a_string_followed_by_a_list_of_text_is_one_text() -> None:
    pieces: list[dict[str, Any]] = [{"content": "an ans"}, {"content": [{"type": "text", "text": "wer"}]}]
    assert _texts(CHAT, _assembled(CHAT, *(_chunk(piece) for piece in pieces), END, DONE)) == ["an answer"]


def test_pieces_that_cannot_be_joined_are_no_answer() -> None:
    with pytest.raises(TypeError):
        _assembled(CHAT, _chunk({"content": "words"}), _chunk({"content": {"text": "others"}}), END, DONE)


@pytest.mark.parametrize(("wire", "chunk"), [(CHAT, END), (COMPLETIONS, _chunk(text="a", finish_reason="stop"))])
def test_what_follows_the_end_of_a_stream_is_not_part_of_it(wire: Wire, chunk: dict[str, Any]) -> None:
    assert _assembled(wire, chunk, DONE).faithful
    assert not _assembled(wire, chunk, DONE, _chunk({"content": "more"})).faithful


def _message(text: str) -> dict[str, Any]:
    return {"type": "message", "id": "m", "role": "assistant", "content": [{"type": "output_text", "text": text}]}


PLACE = {"output_index": 0, "content_index": 0}
DELTA = {"type": "response.output_text.delta", **PLACE, "delta": "said"}
COMPLETED = {"type": "response.completed", "response": {"status": "completed", "output": [_message("said")]}}


@pytest.mark.parametrize("faithful", [True, False], ids=["the same", "something else"])
@pytest.mark.parametrize(
    "event",
    [
        lambda text: {"type": "response.output_text.done", **PLACE, "text": text},
        lambda text: {"type": "response.output_item.done", "output_index": 0, "item": _message(text)},
        lambda text: {"type": "response.output_item.added", "output_index": 0, "item": _message(text)},
        lambda text: {"type": "response.content_part.done", **PLACE, "part": {"type": "output_text", "text": text}},
        lambda text: {"type": "response.created", "response": {"output": [_message(text)]}},
        lambda text: {"type": "response.of_tomorrow", "text": text},
    ],
    ids=["text done", "item done", "item added", "part done", "created", "unknown"],
)
def test_an_event_that_repeats_the_answer_must_repeat_it(event: Any, faithful: bool) -> None:
    whole = _assembled(RESPONSES, DELTA, event("said" if faithful else "not judged"), COMPLETED)
    assert whole.faithful is faithful


def test_what_follows_the_end_of_a_response_is_not_part_of_it() -> None:
    assert _assembled(RESPONSES, DELTA, COMPLETED, DONE).faithful
    assert not _assembled(RESPONSES, DELTA, COMPLETED, DELTA).faithful
