"""The laws of streams through a guarded OpenAI client, whatever they say and however the network cuts them."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from guardrails import text_model
from tests.helpers.canned import Canned, aclient_of, client_of
from tests.helpers.openai_api import chat, chat_stream, response, response_stream
from tests.helpers.streams import MODES, VIOLATIONS, answers, guard_of, holds_forbidden

ASK: list[Any] = [{"role": "user", "content": "Write an assessment."}]
CUTS = st.lists(st.integers(0, 20_000), max_size=40)
SIZES = st.integers(1, 40)
FEWER = settings(max_examples=12)  # an example makes a whole call


def cut(stream: bytes, marks: Sequence[int]) -> list[bytes]:
    """*stream* in network chunks that end at *marks*, taken modulo its length."""
    places = sorted({mark % (len(stream) + 1) for mark in marks})
    return [stream[a:b] for a, b in zip([0, *places], [*places, len(stream)], strict=True)]


def stream_of(api: str, text: str, size: int) -> bytes:
    return chat_stream(chat(text), size=size) if api == "chat" else response_stream(response(text), size=size)


def _arguments(api: str) -> dict[str, Any]:
    return {"model": "m", "stream": True, **({"messages": ASK} if api == "chat" else {"input": "Write it."})}


def _endpoint(client: Any, api: str) -> Any:
    return client.chat.completions if api == "chat" else client.responses


@cache
def canned_client(mode: str, *, asynchronous: bool = False) -> tuple[Canned, Any]:
    """A guarded client and where its answers come from; one for all examples, since nothing of a call stays with it."""
    canned = Canned()
    return canned, guard_of(mode).wrap(aclient_of(canned) if asynchronous else client_of(canned))


def raw(mode: str, api: str, chunks: Sequence[bytes]) -> bytes:
    """What a guarded client receives, as bytes."""
    canned, client = canned_client(mode)
    canned.chunks = chunks
    content: bytes = _endpoint(client, api).with_raw_response.create(**_arguments(api)).http_response.read()
    return content


def _text(api: str, event: Any) -> str:
    if api == "responses":
        return event.delta if event.type in ("response.output_text.delta", "response.refusal.delta") else ""
    return "".join(choice.delta.content or "" for choice in event.choices)


def said(mode: str, api: str, chunks: Sequence[bytes]) -> str:
    """What a caller of the guarded client reads."""
    canned, client = canned_client(mode)
    canned.chunks = chunks
    return "".join(_text(api, event) for event in _endpoint(client, api).create(**_arguments(api)))


def asaid(mode: str, api: str, chunks: Sequence[bytes]) -> str:
    """As `said`, by the async client."""
    canned, client = canned_client(mode, asynchronous=True)
    canned.chunks = chunks

    async def read() -> str:
        events = await _endpoint(client, api).create(**_arguments(api))
        return "".join([_text(api, event) async for event in events])

    return asyncio.run(read())


def same(said: str, text: str, mode: str) -> bool:
    """Whether *said* is what the guard makes of *text* when nothing is streamed."""
    expected = guard_of(mode).run("Write an assessment.", text_model(lambda _: text))
    if expected.response.refusal is None:
        return said == expected.text
    shown, _, _ = said.partition("This answer is with")
    return shown != said and text.startswith(shown.removesuffix("\n\n"))


@pytest.mark.parametrize("read", [said, asaid])
@pytest.mark.parametrize("api", ["chat", "responses"])
@pytest.mark.parametrize("mode", MODES)
@FEWER
@given(text=answers(), size=SIZES, marks=CUTS)
def test_a_caller_reads_what_run_returns_however_the_network_cuts(
    mode: str, api: str, read: Callable[[str, str, Sequence[bytes]], str], text: str, size: int, marks: list[int]
) -> None:
    shown = read(mode, api, cut(stream_of(api, text, size), marks))
    assert same(shown, text, mode)
    assert not holds_forbidden(shown)


@pytest.mark.parametrize("api", ["chat", "responses"])
@pytest.mark.parametrize("mode", MODES)
@FEWER
@given(text=answers(clean=True), size=SIZES, marks=CUTS)
def test_a_clean_stream_is_the_upstreams_own_bytes(mode: str, api: str, text: str, size: int, marks: list[int]) -> None:
    stream = stream_of(api, text, size)
    assert raw(mode, api, cut(stream, marks)) == stream


def boundaries(api: str, text: str, violation: str) -> Iterator[list[bytes]]:
    """One event for each text before, inside and behind every character boundary of *violation*."""
    at = text.index(violation)
    for boundary in range(at, at + len(violation) + 1, 8):
        stream = stream_of(api, text, boundary or 1)
        yield [event + b"\n\n" for event in stream.split(b"\n\n")[:-1]]


@pytest.mark.parametrize("api", ["chat", "responses"])
@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("where", ["first", "middle", "last"])
def test_a_violation_in_the_first_middle_or_last_chunk_and_across_chunks(mode: str, api: str, where: str) -> None:
    calm = ["Both have ten years in sales.", "The first led a team of nine.", "The second wrote the plan."]
    violation = VIOLATIONS[0]
    at = {"first": 0, "middle": 2, "last": 3}[where]
    text = " ".join([*calm[:at], violation, *calm[at:]])
    for chunks in boundaries(api, text, violation):
        shown = said(mode, api, chunks)
        assert not holds_forbidden(shown)
        assert same(shown, text, mode)


@pytest.mark.parametrize("api", ["chat", "responses"])
@pytest.mark.parametrize("mode", MODES)
def test_characters_of_several_bytes_may_be_split_by_the_network(mode: str, api: str) -> None:
    text = "Naïve façades 🙂 cost 12 €. They are 𝒳 wide. Ça va."
    whole = stream_of(api, text, 4).replace(b"\\ud83d\\ude42", "🙂".encode()).replace(b"\\u20ac", "€".encode())
    for size in (1, 2, 3):
        chunks = [whole[at : at + size] for at in range(0, len(whole), size)]
        assert raw(mode, api, chunks) == whole
        assert said(mode, api, chunks) == text


@pytest.mark.parametrize("mode", MODES)
def test_surrogate_pairs_written_as_escapes_may_be_split_between_chunks_of_the_answer(mode: str) -> None:
    head, tail = '{"choices":[{"index":0,"delta":{"content":"', '"}}]}'
    halves = [f"{head}{half}{tail}" for half in (r"Fine \ud83d", r"\ude42. ")]
    end = '{"choices":[{"index":0,"delta":{},"finish_reason":"stop"}]}'
    events = [f"data: {line}\n\n".encode() for line in (*halves, end, "[DONE]")]
    assert raw(mode, "chat", events) == b"".join(events)
