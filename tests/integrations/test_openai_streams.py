"""Streams of a guarded client: held, guarded, and still well-formed for the SDK."""

from __future__ import annotations

import asyncio
import json
from typing import Any

import pytest
from openai import APIConnectionError, APIError, AsyncOpenAI, OpenAI

from guardrails import Guard
from guardrails.integrations import sse
from tests.helpers.guards import NEUTRAL, TERM, Block, neutralising
from tests.helpers.openai_api import chat, chat_stream, response, response_stream
from tests.helpers.server import Upstream

ASK: list[Any] = [{"role": "user", "content": "go"}]
COUNTED: Any = {"include_usage": True}


def _stream(client: OpenAI, **more: Any) -> list[Any]:
    with client.chat.completions.create(model="echo", messages=ASK, stream=True, **more) as stream:
        return list(stream)


def _content(chunks: list[Any]) -> str:
    return "".join(c.choices[0].delta.content or "" for c in chunks if c.choices)


@pytest.mark.parametrize("text", [f"{TERM} at first", f"in a {TERM} middle", f"at last a {TERM}"])
@pytest.mark.parametrize("size", [1, 3, 7, 1000])
def test_term_in_any_chunk_is_never_yielded(plain: OpenAI, upstream: Upstream, text: str, size: int) -> None:
    upstream.stream(chat_stream(chat(text), size=size))
    chunks = _stream(neutralising().wrap(plain))
    assert _content(chunks) == text.replace(TERM, NEUTRAL)
    assert chunks[-1].guardrails["action"] == "rewrite"


@pytest.mark.parametrize(
    "content",
    [
        chat_stream(chat("all fine"), usage=True),
        chat_stream(chat("x", n=2)).replace(b"\n", b"\r\n"),
        b": hi\n\ndata: [DONE]\n\n",
    ],
    ids=["plain", "crlf", "comments only"],
)
def test_clean_stream_is_byte_identical(plain: OpenAI, upstream: Upstream, content: bytes) -> None:
    upstream.stream(content)
    create = neutralising().wrap(plain).chat.completions.with_raw_response.create
    raw = create(model="echo", messages=ASK, stream=True)
    assert raw.http_response.read() == content
    assert raw.headers["x-guardrails-action"] == "allow"


def test_clean_answer_to_an_edited_request_is_only_stamped(plain: OpenAI, upstream: Upstream) -> None:
    upstream.stream(chat_stream(chat("all fine")))
    messages: list[Any] = [{"role": "user", "content": f"Rate the {TERM}."}]
    stream = neutralising().wrap(plain).chat.completions.create(model="echo", messages=messages, stream=True)
    chunks: list[Any] = list(stream)
    assert [c.choices[0].delta.content for c in chunks if c.choices[0].delta.content] == ["all f", "ine"]
    assert chunks[-1].guardrails["action"] == "rewrite"


def test_edited_stream_is_well_formed(plain: OpenAI, upstream: Upstream) -> None:
    upstream.stream(chat_stream(chat(f"a {TERM}", n=2), usage=True))
    chunks = _stream(neutralising().wrap(plain), stream_options=COUNTED, n=2)
    assert chunks[0].choices[0].delta.role == "assistant"
    assert [c.choices[0].finish_reason for c in chunks if c.choices and c.choices[0].finish_reason] == ["stop"] * 2
    assert chunks[-1].choices == []
    assert chunks[-1].usage.total_tokens == 12
    assert {(c.id, c.model, c.object) for c in chunks} == {("chatcmpl-1", "echo", "chat.completion.chunk")}


def test_usage_nobody_asked_for_is_not_streamed(plain: OpenAI, upstream: Upstream) -> None:
    upstream.stream(chat_stream(chat(f"a {TERM}"), usage=True))
    assert all(chunk.choices for chunk in _stream(neutralising().wrap(plain)))


def test_streamed_tool_call_is_edited_by_leaf(plain: OpenAI, upstream: Upstream) -> None:
    upstream.stream(chat_stream(chat(f"find a {TERM}", tool="search")))
    chunks = _stream(neutralising().wrap(plain))
    calls = [call for c in chunks for call in c.choices[0].delta.tool_calls or ()]
    assert json.loads("".join(call.function.arguments for call in calls)) == {"query": f"find a {NEUTRAL}"}
    assert (calls[0].id, calls[0].function.name, calls[0].index) == ("call_1", "search", 0)
    assert chunks[-1].choices[0].finish_reason == "tool_calls"


@pytest.mark.parametrize("late", [False, True], ids=["request", "answer"])
def test_blocked_stream_is_a_native_refusal(plain: OpenAI, upstream: Upstream, late: bool) -> None:
    upstream.stream(chat_stream(chat(f"a {TERM}")))
    messages: list[Any] = [{"role": "user", "content": TERM}]
    client = Guard([Block(late=late)]).wrap(plain)
    stream = client.chat.completions.create(model="echo", messages=messages, stream=True, stream_options=COUNTED)
    chunks: list[Any] = list(stream)
    assert _content(chunks) == "withheld by the test"
    assert [c.choices[0].finish_reason for c in chunks if c.choices][-1] == "content_filter"
    assert chunks[-1].usage.total_tokens == 0 or late
    assert chunks[-1].guardrails["action"] == "block"


def test_accumulating_helper_gets_the_guarded_answer(plain: OpenAI, upstream: Upstream) -> None:
    upstream.stream(chat_stream(chat(f"a {TERM}")))
    with neutralising().wrap(plain).chat.completions.stream(model="echo", messages=ASK) as stream:
        events = [event.type for event in stream]
        final: Any = stream.get_final_completion()
    assert final.choices[0].message.content == f"a {NEUTRAL}"
    assert final.guardrails["action"] == "rewrite"
    assert "content.done" in events


@pytest.mark.parametrize("keep", [0.3, 0.9], ids=["early", "late"])
@pytest.mark.parametrize("dropped", [True, False], ids=["connection dropped", "ended politely"])
def test_cut_stream_is_the_sdks_error(plain: OpenAI, upstream: Upstream, keep: float, dropped: bool) -> None:
    content = chat_stream(chat("a long enough answer to be cut in the middle"), usage=True)
    upstream.stream(content[: int(len(content) * keep * 0.8)], cut=dropped)
    with pytest.raises(APIConnectionError):
        _stream(neutralising().wrap(plain))


def test_stream_without_done_but_finished_is_whole(plain: OpenAI, upstream: Upstream) -> None:
    upstream.stream(chat_stream(chat(f"a {TERM}")).removesuffix(b"data: [DONE]\n\n"))
    assert _content(_stream(neutralising().wrap(plain))) == f"a {NEUTRAL}"


def test_error_inside_a_stream_is_the_sdks_error_and_nothing_before_it(plain: OpenAI, upstream: Upstream) -> None:
    begun = chat_stream(chat(f"a {TERM}")).split(b"\n\n")[:4]
    error = json.dumps({"error": {"message": "overloaded", "code": "busy"}}).encode()
    upstream.stream(b"\n\n".join([*begun, b"data: " + error, b""]))
    stream = neutralising().wrap(plain).chat.completions.create(model="echo", messages=ASK, stream=True)
    seen: list[Any] = []
    with pytest.raises(APIError, match="overloaded"):
        seen.extend(stream)
    assert seen == []


async def test_cancelled_call_hangs_up_on_the_model(aplain: AsyncOpenAI, upstream: Upstream) -> None:
    upstream.stream(b"", hang=True)
    client = neutralising().wrap(aplain)
    task = asyncio.ensure_future(client.chat.completions.create(model="echo", messages=ASK, stream=True))
    await asyncio.to_thread(upstream.arrived.wait, 10)
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    assert await asyncio.to_thread(upstream.hung_up.wait, 10)


async def test_async_stream_closed_early_leaves_the_client_usable(aplain: AsyncOpenAI) -> None:
    client = neutralising().wrap(aplain)
    messages: list[Any] = [{"role": "user", "content": f"a {TERM} in a long sentence"}]
    for _ in range(3):
        stream = await client.chat.completions.create(model="echo", messages=messages, stream=True)
        await anext(aiter(stream))
        await stream.close()
    assert (await client.chat.completions.create(model="echo", messages=messages)).choices[0].message.content


def test_server_that_ignores_stream_is_guarded_too(plain: OpenAI, upstream: Upstream) -> None:
    upstream.say(chat(f"a {TERM}"))
    create = neutralising().wrap(plain).chat.completions.with_raw_response.create
    raw = create(model="echo", messages=ASK, stream=True)
    assert TERM not in raw.http_response.read().decode()


def test_responses_stream_is_guarded_and_well_formed(plain: OpenAI, upstream: Upstream) -> None:
    upstream.stream(response_stream(response(f"a {TERM}")))
    with neutralising().wrap(plain).responses.stream(model="echo", input="go") as stream:
        events: list[Any] = list(stream)
        final: Any = stream.get_final_response()
    assert final.output_text == f"a {NEUTRAL}"
    assert final.guardrails["action"] == "rewrite"
    assert [event.sequence_number for event in events] == list(range(len(events)))
    assert "".join(e.delta for e in events if e.type == "response.output_text.delta") == f"a {NEUTRAL}"
    assert TERM not in "".join(event.model_dump_json(warnings=False) for event in events)


def test_responses_stream_has_the_events_of_the_original(plain: OpenAI, upstream: Upstream) -> None:
    for body in (response(f"a {TERM}"), response(TERM, tool="search")):
        original = response_stream(body, size=1000)
        upstream.stream(original)
        create = neutralising().wrap(plain).responses.with_raw_response.create
        guarded = create(model="echo", input="go", stream=True).http_response.read()
        assert [e.name for e in sse.parse(guarded)] == [e.name for e in sse.parse(original)]
        for ours, theirs in zip(sse.parse(guarded), sse.parse(original), strict=True):
            assert json.loads(ours.data).keys() >= json.loads(theirs.data).keys() - {"name"}


def test_clean_responses_stream_is_byte_identical(plain: OpenAI, upstream: Upstream) -> None:
    content = response_stream(response("all fine"))
    upstream.stream(content)
    raw = neutralising().wrap(plain).responses.with_raw_response.create(model="echo", input="go", stream=True)
    assert raw.http_response.read() == content


@pytest.mark.parametrize("late", [False, True], ids=["request", "answer"])
def test_blocked_responses_stream_ends_incomplete(plain: OpenAI, upstream: Upstream, late: bool) -> None:
    upstream.stream(response_stream(response(TERM, tool="search")))
    client = Guard([Block(late=late)]).wrap(plain)
    events: list[Any] = list(client.responses.create(model="echo", input=TERM, stream=True))
    assert [e.type for e in events if "refusal" in e.type] == ["response.refusal.delta", "response.refusal.done"]
    assert events[-1].type == "response.incomplete"
    assert events[-1].response.incomplete_details.reason == "content_filter"
    assert events[-1].response.guardrails["action"] == "block"
    assert not any("function_call" in event.type for event in events)


def test_cut_responses_stream_is_the_sdks_error(plain: OpenAI, upstream: Upstream) -> None:
    upstream.stream(response_stream(response("all fine")).rpartition(b"event: response.completed")[0])
    with pytest.raises(APIConnectionError):
        list(neutralising().wrap(plain).responses.create(model="echo", input="go", stream=True))


def test_deltas_the_last_event_does_not_repeat_are_not_shown(plain: OpenAI, upstream: Upstream) -> None:
    whole = response_stream(response(f"a {TERM}"))
    begun, _, _ = whole.partition(b"event: response.output_text.done")
    failed = {**response(""), "status": "failed", "output": [], "error": {"code": "server_error", "message": "no"}}
    end = json.dumps({"type": "response.failed", "response": failed, "sequence_number": 99}).encode()
    upstream.stream(begun + b"event: response.failed\ndata: " + end + b"\n\n")
    events: list[Any] = list(neutralising().wrap(plain).responses.create(model="echo", input="go", stream=True))
    assert events[-1].type == "response.failed"
    assert "response.output_text.delta" not in [event.type for event in events]


def test_completions_stream_is_guarded(plain: OpenAI, upstream: Upstream) -> None:
    stream = neutralising().wrap(plain).completions.create(model="echo", prompt=f"a {TERM}", stream=True)
    chunks: list[Any] = list(stream)
    assert "".join(chunk.choices[0].text for chunk in chunks) == f"a {NEUTRAL}"
    assert chunks[-1].choices[0].finish_reason == "stop"


def test_edited_completions_stream_keeps_every_choice(plain: OpenAI, upstream: Upstream) -> None:
    pieces = [
        {"id": "c", "object": "text_completion", "choices": [{"index": i, "text": text, "finish_reason": end}]}
        for i, text, end in [(0, "a young", None), (1, "fine", "stop"), (0, " woman", "stop")]
    ]
    upstream.stream(b"".join(b"data: %s\n\n" % json.dumps(piece).encode() for piece in pieces))
    stream = neutralising().wrap(plain).completions.create(model="echo", prompt="go", n=2, stream=True)
    said = {0: "", 1: ""}
    for chunk in stream:
        said[chunk.choices[0].index] += chunk.choices[0].text
    assert said == {0: f"a {NEUTRAL}", 1: "fine"}
