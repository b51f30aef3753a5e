"""Whatever a client or a server sends, the caller gets an HTTP answer and never a leak or a traceback."""

from __future__ import annotations

import json
from typing import Any

import httpx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from guardrails import Guard
from guardrails.integrations.sse import parse
from guardrails.integrations.transport import GuardedTransport, Settings
from guardrails.integrations.wire.chat import CHAT
from guardrails.integrations.wire.responses import RESPONSES
from tests.helpers.guards import TERM, Block, Neutralise
from tests.helpers.openai_api import chat, chat_stream, response, response_stream

NAMES = (
    "role content text type tool_calls function arguments name refusal index delta message choices finish_reason "
    "output id logprobs annotations audio transcript usage model input messages tools parameters error item data"
)
KEYS = st.sampled_from(NAMES.split())
SCALARS = st.sampled_from([None, True, 0, 1.5, "", TERM, json.dumps({"q": TERM}), "message", "function_call", "user"])
VALUES = st.recursive(
    SCALARS, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=5), max_leaves=12
)
OBJECTS = st.dictionaries(KEYS, VALUES, max_size=6)
REQUESTS = OBJECTS | st.fixed_dictionaries({"messages": st.lists(VALUES, max_size=3), "input": VALUES})
CHOICES = st.fixed_dictionaries({"message": VALUES, "delta": VALUES})
ANSWERS = (
    OBJECTS
    | st.fixed_dictionaries(
        {"choices": st.lists(st.fixed_dictionaries({"message": VALUES, "delta": VALUES}), max_size=3)}
    )
    | st.fixed_dictionaries({"output": st.lists(VALUES, max_size=3)})
    | st.fixed_dictionaries({"type": st.just("response.completed"), "response": OBJECTS})
)
ENDPOINTS = ["chat/completions", "responses", "completions", "embeddings", "conversations/c/items"]


def _handled(endpoint: str, layer: Any, content: bytes, answer: bytes, kind: str) -> httpx.Response:
    def upstream(_: httpx.Request) -> httpx.Response:
        return httpx.Response(200, content=answer, headers={"content-type": kind})

    with httpx.Client(transport=httpx.MockTransport(upstream)) as http:
        transport = GuardedTransport(http, Settings(guard=Guard([layer]), http=httpx))
        return transport.handle_request(httpx.Request("POST", f"https://example.org/v1/{endpoint}", content=content))


@pytest.mark.parametrize("layer", [Neutralise(), Block(), Block(late=True)], ids=["neutralise", "block", "block late"])
@pytest.mark.parametrize("endpoint", ENDPOINTS)
@given(request=REQUESTS, answers=st.lists(ANSWERS, min_size=1, max_size=3), streamed=st.booleans())
def test_odd_shapes_are_answers_or_errors(
    endpoint: str, layer: Any, request: dict[str, Any], answers: list[Any], streamed: bool
) -> None:
    events = b"".join(b"data: %s\n\n" % json.dumps(answer).encode() for answer in answers) + b"data: [DONE]\n\n"
    answer, kind = (events, "text/event-stream") if streamed else (json.dumps(answers[0]).encode(), "application/json")
    try:
        given_back = _handled(endpoint, layer, json.dumps(request).encode(), answer, kind)
    except httpx.RemoteProtocolError:
        assert streamed
        return
    assert given_back.status_code in (200, 400, 502)
    if "json" in given_back.headers["content-type"]:
        assert isinstance(given_back.json(), dict)


@given(content=st.binary(max_size=60), answer=st.binary(max_size=60))
def test_bytes_that_are_nothing_are_errors(content: bytes, answer: bytes) -> None:
    given_back = _handled("chat/completions", Neutralise(), content, answer, "application/json")
    assert given_back.status_code in (400, 502)


@given(text=st.text(max_size=40), size=st.integers(1, 9), n=st.integers(1, 3), tool=st.booleans())
def test_chat_stream_amounts_to_the_whole_and_back(text: str, size: int, n: int, tool: bool) -> None:
    whole = chat(text, n=n, tool="search" if tool else None)
    assert CHAT.assemble is not None
    assert CHAT.replay is not None
    first = CHAT.assemble(parse(chat_stream(whole, usage=True, size=size))).body
    again = CHAT.assemble(CHAT.replay(first, {"stream_options": {"include_usage": True}})).body
    assert [text.text for text in CHAT.outputs(first, {})] == [text.text for text in CHAT.outputs(whole, {})]
    assert again["usage"] == first["usage"] == whole["usage"]
    for one, two in zip(first["choices"], again["choices"], strict=True):
        assert one["finish_reason"] == two["finish_reason"]
        assert one["message"].get("content") == two["message"].get("content")
        assert one["message"].get("tool_calls") == two["message"].get("tool_calls")


@given(text=st.text(max_size=40), size=st.integers(1, 9), tool=st.booleans())
def test_responses_stream_amounts_to_the_whole_and_back(text: str, size: int, tool: bool) -> None:
    whole = response(text, tool="search" if tool else None)
    assert RESPONSES.assemble is not None
    assert RESPONSES.replay is not None
    first = RESPONSES.assemble(parse(response_stream(whole, size)))
    assert first.faithful
    assert first.body == whole
    assert RESPONSES.assemble(RESPONSES.replay(whole, {})).body == whole
