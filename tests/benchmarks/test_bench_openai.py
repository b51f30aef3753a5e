"""What `guard.wrap` adds to a call against a loopback server that answers at once; read ratios, not milliseconds.

Run ``pytest tests/benchmarks/test_bench_openai.py --benchmark-enable -s``: plain and guarded calls alternate in one run, so
that both see the same noise.
"""

from __future__ import annotations

import asyncio
import multiprocessing
import statistics
import time
from collections.abc import Iterator
from typing import Any

import pytest
from openai import AsyncOpenAI, OpenAI

from guardrails import Guard
from tests.helpers.guards import Neutralise, Pass
from tests.helpers.server import serve

WORDS = 300
PROSE = " ".join(["The applicant ran a team of nine and cut the cost of returns by a third last year."] * 20)
PROSE = " ".join(PROSE.split()[:WORDS])
ASK: list[Any] = [{"role": "system", "content": "Answer in brief."}, {"role": "user", "content": PROSE}]


def _serve(connection: Any) -> None:
    with serve() as upstream:
        connection.send(upstream.base_url)
        connection.recv()


@pytest.fixture(scope="module")
def base_url() -> Iterator[str]:
    """A server in a process of its own: in a thread it would fight the client for the interpreter."""
    here, there = multiprocessing.get_context("spawn").Pipe()
    process = multiprocessing.get_context("spawn").Process(target=_serve, args=(there,), daemon=True)
    process.start()
    yield here.recv()
    here.send(None)
    process.join(timeout=10)


def _guards() -> dict[str, Guard]:
    guards = {"transport": Guard([Pass()]), "one rule": Guard([Neutralise()])}
    try:
        guards["hiring"] = Guard.from_pack("hiring")
    except (ImportError, LookupError):
        pass
    return guards


def _seconds(client: OpenAI) -> float:
    start = time.perf_counter()
    client.chat.completions.create(model="echo", messages=ASK)
    return time.perf_counter() - start


@pytest.mark.parametrize("name", ["transport", "one rule", "hiring"])
def test_milliseconds_added_to_a_call(base_url: str, benchmark: Any, name: str) -> None:
    guards = _guards()
    if name not in guards:
        pytest.skip("the pack is not there")
    rounds = 400 if benchmark.enabled else 3
    with OpenAI(base_url=base_url, api_key="k") as plain:
        guarded = guards[name].wrap(plain)
        for client in (plain, guarded):
            _seconds(client)
        pairs = [(_seconds(plain), _seconds(guarded)) for _ in range(rounds)]
        benchmark.pedantic(_seconds, args=(guarded,), rounds=rounds)
    before, after = (statistics.median(times) * 1e3 for times in zip(*pairs, strict=True))
    benchmark.extra_info["plain_ms"], benchmark.extra_info["added_ms"] = round(before, 3), round(after - before, 3)
    print(f"\n{name}: plain {before:.2f} ms, guarded {after:.2f} ms, added {after - before:.2f} ms")
    assert after > 0


async def _throughput(client: AsyncOpenAI, calls: int, in_flight: int = 32) -> float:
    """Calls a second."""
    gate = asyncio.Semaphore(in_flight)

    async def one() -> None:
        async with gate:
            await client.chat.completions.create(model="echo", messages=ASK)

    start = time.perf_counter()
    await asyncio.gather(*(one() for _ in range(calls)))
    return calls / (time.perf_counter() - start)


@pytest.mark.parametrize("name", ["transport", "one rule", "hiring"])
async def test_throughput_kept_at_32_in_flight(base_url: str, benchmark: Any, name: str) -> None:
    guards = _guards()
    if name not in guards:
        pytest.skip("the pack is not there")
    calls, rounds = (400, 6) if benchmark.enabled else (4, 1)
    async with AsyncOpenAI(base_url=base_url, api_key="k") as plain:
        guarded = guards[name].wrap(plain)
        for client in (plain, guarded):
            await _throughput(client, calls // 4)
        pairs = [(await _throughput(plain, calls), await _throughput(guarded, calls)) for _ in range(rounds)]
    before, after = (statistics.median(rates) for rates in zip(*pairs, strict=True))
    benchmark.extra_info["kept"] = round(after / before, 3)
    benchmark.pedantic(lambda: None, rounds=1)
    print(f"\n{name}: plain {before:.0f} calls/s, guarded {after:.0f} calls/s, kept {after / before:.0%}")
    assert after > 0
