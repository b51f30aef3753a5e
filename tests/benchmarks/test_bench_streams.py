"""What guarding a stream of 2,000 chunks costs in `sentence` mode, against a loopback server; read the ratios.

Run ``pytest tests/benchmarks/test_bench_streams.py --benchmark-enable -s``: plain and guarded streams alternate. The
first sentence is there when a client has received all of it, by either client. A model is never as fast as the server
without a pause, where a ratio says what the guard costs in CPU; with one it says what a reader waits.
"""

from __future__ import annotations

import multiprocessing
import re
import statistics
import time
import timeit
from collections.abc import Generator, Iterator
from dataclasses import dataclass
from typing import Any

import pytest
from openai import OpenAI

from guardrails import Guard
from guardrails.constitution import load_text
from guardrails.integrations.sse import DONE, Event
from guardrails.integrations.wire.chat_stream import assemble
from guardrails.integrations.wire.jsons import dumps
from guardrails.policy import compile_policy
from tests.helpers.openai_api import chat, chat_stream, response, response_stream
from tests.helpers.server import Recorded, Scripted, serve

CHUNKS = 2_000  # words and marks
SENTENCES = (
    "The applicant ran a team of nine and cut the cost of returns by a third.",
    "Her colleagues describe the handover as careful, and the records bear that out.",
    "Two of the three projects finished early; the third was stopped by the client.",
    "Her notes on pricing are the part that the panel found most useful.",
    "She has led the Lisbon office since 2019.",
    "Ask for a second reference before the offer goes out.",
)
FIRST = SENTENCES[0]
TEXT = "".join(re.findall(r"\s*\w+|\s*[^\w\s]", " ".join(SENTENCES * 40))[:CHUNKS])
ASK: list[Any] = [{"role": "user", "content": "Write an assessment of the application for the panel."}]
PACK = """\
constitution: 1
name: streamed
version: "1.0.0"
extends: hiring
streaming: sentence
"""
STREAMS = {
    "/chat/completions": chat_stream(chat(TEXT), size=0),
    "/responses": response_stream(response(TEXT), size=0),
}


def _pieces(stream: bytes) -> tuple[bytes, ...]:
    return tuple(event + b"\n\n" for event in stream.split(b"\n\n")[:-1])


def _serve(connection: Any) -> None:
    pieces = {path: _pieces(stream) for path, stream in STREAMS.items()}

    def answer(request: Recorded) -> Scripted:
        found = next(pieces[path] for path in pieces if request.path.endswith(path))
        pause_s = int(request.body["model"].rpartition("-")[2]) / 1000
        return Scripted(pieces=found, pause_s=pause_s, kind="text/event-stream; charset=utf-8")

    with serve() as upstream:
        upstream.otherwise = answer
        connection.send(upstream.base_url)
        connection.recv()


@pytest.fixture(scope="module")
def base_url() -> Iterator[str]:
    """A server in a process of its own: in a thread it would fight the client for the interpreter."""
    here, there = multiprocessing.get_context("spawn").Pipe()
    process = multiprocessing.get_context("spawn").Process(target=_serve, args=(there,), daemon=True)
    process.start()
    there.close()
    assert here.poll(60), "the server did not start"
    yield here.recv()
    here.send(None)
    process.join(timeout=10)


@dataclass(frozen=True)
class Cost:
    """Of one stream, in seconds: to the end of its first sentence, to its end, and this process's CPU."""

    first: float
    whole: float
    cpu: float


def _chat(client: OpenAI, model: str) -> Generator[str, None, None]:
    with client.chat.completions.create(model=model, messages=ASK, stream=True) as chunks:
        for chunk in chunks:
            yield (chunk.choices[0].delta.content or "") if chunk.choices else ""


def _responses(client: OpenAI, model: str) -> Generator[str, None, None]:
    with client.responses.create(model=model, input="Write it.", stream=True) as events:
        for event in events:
            yield event.delta if event.type == "response.output_text.delta" else ""


APIS = {"chat": _chat, "responses": _responses}


def _cost(client: OpenAI, api: str, pause_ms: int, *, only_first: bool = False) -> Cost:
    wall, cpu = time.perf_counter(), time.process_time()
    first, said = 0.0, ""
    deltas = APIS[api](client, f"pause-{pause_ms}")
    for delta in deltas:
        said += delta
        if not first and len(said) >= len(FIRST):
            first = time.perf_counter() - wall
            if only_first:
                deltas.close()
                break
    assert only_first or said == TEXT
    return Cost(first, time.perf_counter() - wall, time.process_time() - cpu)


def _guarded(plain: OpenAI) -> OpenAI:
    return Guard.from_policy(compile_policy(load_text(PACK))).wrap(plain)


def _ratio(pairs: list[tuple[Cost, Cost]], what: str) -> float:
    return statistics.median(float(getattr(after, what) / getattr(before, what)) for before, after in pairs)


@pytest.mark.parametrize("pause_ms", [0, 2, 10], ids=["no pause", "2 ms a chunk", "10 ms a chunk"])
@pytest.mark.parametrize("api", list(APIS))
def test_time_to_the_first_sentence(base_url: str, benchmark: Any, api: str, pause_ms: int) -> None:
    rounds = 40 if benchmark.enabled else 1
    with OpenAI(base_url=base_url, api_key="k") as plain:
        guarded = _guarded(plain)
        for client in (plain, guarded):
            _cost(client, api, 0, only_first=True)
        pairs = [
            (_cost(plain, api, pause_ms, only_first=True), _cost(guarded, api, pause_ms, only_first=True))
            for _ in range(rounds)
        ]
    ratio = round(_ratio(pairs, "first"), 2)
    benchmark.extra_info["first"] = ratio
    benchmark.pedantic(lambda: None, rounds=1)
    waited = statistics.median(before.first for before, _ in pairs) * 1e3
    print(f"\n{api}, pause {pause_ms} ms: first sentence after {waited:.1f} ms plain, {ratio} x guarded")
    assert ratio > 0


@pytest.mark.parametrize("api", list(APIS))
def test_a_whole_stream(base_url: str, benchmark: Any, api: str) -> None:
    rounds, pause_ms = 12 if benchmark.enabled else 1, 0
    with OpenAI(base_url=base_url, api_key="k") as plain:
        guarded = _guarded(plain)
        for client in (plain, guarded):
            _cost(client, api, 0)
        pairs = [(_cost(plain, api, pause_ms), _cost(guarded, api, pause_ms)) for _ in range(rounds)]
    ratios = {what: round(_ratio(pairs, what), 2) for what in ("whole", "cpu")}
    benchmark.extra_info.update(ratios)
    benchmark.pedantic(lambda: None, rounds=1)
    print(f"\n{api}: guarded over plain {ratios}")
    assert all(ratio > 0 for ratio in ratios.values())


PIECES: dict[str, Any] = {
    "content": {"delta": {"content": "word "}},
    "thoughts": {"delta": {"reasoning_content": "word "}},
    "arguments": {"delta": {"tool_calls": [{"index": 0, "function": {"arguments": "word "}}]}},
    "probabilities": {"delta": {"content": "word "}, "logprobs": {"content": [{"token": "word", "logprob": -1.0}]}},
}


@pytest.mark.parametrize("kind", PIECES)
def test_eight_times_the_chunks_are_not_put_together_in_the_square_of_the_time(benchmark: Any, kind: str) -> None:
    chunk = Event(dumps({"choices": [{"index": 0, **PIECES[kind]}]}))

    def cost(chunks: int) -> float:
        events = [chunk] * chunks + [DONE]
        return min(timeit.repeat(lambda: assemble(events), timer=time.process_time, number=1, repeat=3))

    ratio = cost(80_000) / cost(10_000) if benchmark.enabled else 8.0
    benchmark.extra_info["times"] = round(ratio, 1)
    benchmark.pedantic(lambda: assemble([chunk, DONE]), rounds=1)
    assert ratio < 16
