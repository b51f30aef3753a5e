"""Streams that are shown while they arrive: when, what else is in them, and what happens when the caller leaves."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Sequence
from typing import Any

import pytest
from openai import AsyncOpenAI, OpenAI

from guardrails import Guard
from guardrails.constitution import load_text
from guardrails.log import Record
from guardrails.policy import compile_policy
from tests.helpers.canned import Canned, client_of
from tests.helpers.openai_api import chat, chat_stream, response, response_stream
from tests.helpers.server import Upstream
from tests.helpers.streams import VIOLATIONS, guard_of, holds_forbidden

ASK: list[Any] = [{"role": "user", "content": "Write an assessment."}]
CALM = "Both have ten years in sales. The first led a team of nine. The second wrote the plan. "
SENTENCE = 'constitution: 1\nname: streamed\nversion: "1.0.0"\nextends: hiring\nstreaming: sentence\n'


def pieces(stream: bytes) -> tuple[bytes, ...]:
    """One network chunk an event."""
    return tuple(event + b"\n\n" for event in stream.split(b"\n\n")[:-1])


class Kept:
    """A sink that keeps what it is given."""

    def __init__(self) -> None:
        self.records: list[Record] = []

    def write(self, records: Sequence[Record], /) -> None:
        self.records.extend(records)


def recorded() -> tuple[Guard, Kept]:
    """A guard that shows sentences, and its log."""
    kept = Kept()
    return Guard.from_policy(compile_policy(load_text(SENTENCE)), log=kept), kept


@pytest.mark.parametrize("api", ["chat", "responses"])
def test_a_cleared_sentence_is_there_before_the_model_has_ended(plain: OpenAI, upstream: Upstream, api: str) -> None:
    stream = chat_stream(chat(CALM * 2)) if api == "chat" else response_stream(response(CALM * 2))
    upstream.stream(b"", pieces=pieces(stream)[:40], hang=True)  # the upstream says no more
    client, said = guard_of("sentence").wrap(plain), ""
    chunks: Any
    if api == "chat":
        chunks = client.chat.completions.create(model="m", messages=ASK, stream=True)
        said = next(delta for chunk in chunks if (delta := chunk.choices[0].delta.content))
    else:
        chunks = client.responses.create(model="m", input="Write it.", stream=True)
        said = next(event.delta for event in chunks if event.type == "response.output_text.delta")
    chunks.close()
    assert CALM.startswith(said)


@pytest.mark.parametrize("mode", ["sentence", "window"])
def test_leaving_a_stream_hangs_up_on_the_model_and_is_recorded(plain: OpenAI, upstream: Upstream, mode: str) -> None:
    upstream.stream(b"", pieces=pieces(chat_stream(chat(CALM * 2)))[:40], hang=True)
    guard, kept = recorded()
    guard = guard if mode == "sentence" else Guard(guard_of("window").middleware, log=kept)
    chunks = guard.wrap(plain).chat.completions.create(model="m", messages=ASK, stream=True)
    next(iter(chunks))
    chunks.close()
    assert upstream.hung_up.wait(10)
    model = next(record for record in kept.records if record.layer == "model")
    assert (model.status, model.reason) == ("skipped", "closed before the model answered")


async def test_leaving_an_async_stream_hangs_up_on_the_model_and_is_recorded(
    aplain: AsyncOpenAI, upstream: Upstream
) -> None:
    upstream.stream(b"", pieces=pieces(chat_stream(chat(CALM * 2)))[:40], hang=True)
    guard, kept = recorded()
    chunks = await guard.wrap(aplain).chat.completions.create(model="m", messages=ASK, stream=True)
    await anext(aiter(chunks))
    await chunks.close()
    assert await asyncio.to_thread(upstream.hung_up.wait, 10)
    assert [record.status for record in kept.records if record.layer == "model"] == ["skipped"]


async def test_a_task_that_is_cancelled_in_the_middle_of_a_stream_hangs_up(
    aplain: AsyncOpenAI, upstream: Upstream
) -> None:
    upstream.stream(b"", pieces=pieces(chat_stream(chat(CALM * 2)))[:40], hang=True)
    begun = asyncio.Event()

    async def read() -> None:
        client = guard_of("sentence").wrap(aplain)
        async for _ in await client.chat.completions.create(model="m", messages=ASK, stream=True):
            begun.set()

    task = asyncio.ensure_future(read())
    await begun.wait()
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    assert await asyncio.to_thread(upstream.hung_up.wait, 10)


def test_two_answers_in_one_stream_are_held_each_by_its_own_doubts() -> None:
    calm, broken = CALM * 2, CALM + VIOLATIONS[0]
    one, two = (pieces(chat_stream(chat(text)))[:-2] for text in (calm, broken))
    second = [event.replace(b'"index": 0', b'"index": 1') for event in two]
    woven = [event for pair in zip(one, second, strict=False) for event in pair]
    rest = [*one[len(second) :], *second[len(one) :]]
    ends = [event for at in (0, 1) for event in pieces(chat_stream(chat("", n=2)))[at * 2 + 1 : at * 2 + 2]]
    canned = Canned()
    canned.chunks = [*woven, *rest, *ends, b"data: [DONE]\n\n"]
    said = {0: "", 1: ""}
    with client_of(canned) as plain:
        client = guard_of("sentence").wrap(plain)
        for chunk in client.chat.completions.create(model="m", messages=ASK, n=2, stream=True):
            for choice in chunk.choices:
                said[choice.index] += choice.delta.content or ""
    assert said[0] == calm
    assert said[1].rstrip() == CALM.rstrip()


@pytest.mark.parametrize("mode", ["hold", "sentence", "window"])
def test_fragments_of_a_tool_call_wait_for_the_whole_and_come_out_scrubbed(
    plain: OpenAI, upstream: Upstream, mode: str
) -> None:
    stream = chat_stream(chat("Find a young Black woman in sales.", tool="search"), size=3)
    upstream.stream(b"", pieces=pieces(stream))
    chunks = list(guard_of(mode).wrap(plain).chat.completions.create(model="m", messages=ASK, stream=True))
    calls = [call for chunk in chunks for call in chunk.choices[0].delta.tool_calls or ()]
    arguments = json.loads("".join(call.function.arguments or "" for call in calls if call.function))
    assert not holds_forbidden(arguments["query"])
    assert not holds_forbidden("".join(chunk.model_dump_json() for chunk in chunks))
    assert chunks[-1].choices[0].finish_reason == "tool_calls"


def test_text_before_a_tool_call_goes_out_and_the_call_waits(plain: OpenAI, upstream: Upstream) -> None:
    words = pieces(chat_stream(chat(CALM * 2)))[:-2]
    call = pieces(chat_stream(chat("Find a young Black woman.", tool="search"), size=3))[1:]
    upstream.stream(b"", pieces=(*words, *call))
    chunks = list(guard_of("sentence").wrap(plain).chat.completions.create(model="m", messages=ASK, stream=True))
    assert "".join(chunk.choices[0].delta.content or "" for chunk in chunks) == CALM * 2
    assert not holds_forbidden("".join(chunk.model_dump_json() for chunk in chunks))


def test_arguments_of_a_responses_tool_call_wait_and_come_out_scrubbed(plain: OpenAI, upstream: Upstream) -> None:
    stream = response_stream(response("Find a young Black woman in sales.", tool="search"), size=3)
    upstream.stream(b"", pieces=pieces(stream))
    events: list[Any] = list(guard_of("sentence").wrap(plain).responses.create(model="m", input="Go.", stream=True))
    assert not holds_forbidden("".join(event.model_dump_json(warnings=False) for event in events))
    assert events[-1].type == "response.completed"


def test_an_answer_withheld_behind_what_was_shown_ends_in_a_refusal(plain: OpenAI, upstream: Upstream) -> None:
    upstream.stream(b"", pieces=pieces(chat_stream(chat(CALM + VIOLATIONS[0]))))
    client = guard_of("sentence, held when broken").wrap(plain)
    chunks = list(client.chat.completions.create(model="m", messages=ASK, stream=True))
    said = "".join(chunk.choices[0].delta.content or "" for chunk in chunks)
    assert said.startswith("Both have ten years in sales.")
    assert said.endswith("This answer is withheld until a person has reviewed it.")
    assert chunks[-1].choices[0].finish_reason == "content_filter"


def test_a_stream_that_breaks_off_behind_what_was_shown_is_an_error_and_shows_no_more(
    plain: OpenAI, upstream: Upstream
) -> None:
    cut = pieces(chat_stream(chat(CALM + VIOLATIONS[0])))[:-6]
    upstream.stream(b"", pieces=cut, cut=True)
    said = ""
    stream = guard_of("sentence").wrap(plain).chat.completions.create(model="m", messages=ASK, stream=True)
    with pytest.raises(Exception, match=r"(?i)connection|closed|incomplete|ended"):
        for chunk in stream:
            said += chunk.choices[0].delta.content or ""
    assert said
    assert CALM.startswith(said)
