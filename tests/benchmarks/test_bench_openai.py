"""What `guard.wrap` adds to a call against a loopback server that answers at once; read ratios, not milliseconds.

Run ``pytest tests/benchmarks/test_bench_openai.py --benchmark-enable -s``: plain and guarded calls alternate, so that
both see the same noise.
"""

from __future__ import annotations

import asyncio
import multiprocessing
import statistics
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
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
    there.close()  # so that a server that dies is the end of the file here, not silence
    assert here.poll(60), "the server did not start"
    yield here.recv()
    here.send(None)
    process.join(timeout=10)


def _guards() -> dict[str, Guard]:
    bare = {"transport": Guard([Pass()]), "one rule": Guard([Neutralise()])}
    return {**bare, "hiring": Guard.from_pack("hiring")}


@dataclass(frozen=True)
class Cost:
    """Of some calls, in seconds: on the clock, and of this process's CPU, which other programs cannot spoil."""

    wall: float
    cpu: float


def _cost(client: OpenAI) -> Cost:
    wall, cpu = time.perf_counter(), time.process_time()
    client.chat.completions.create(model="echo", messages=ASK)
    return Cost(time.perf_counter() - wall, time.process_time() - cpu)


def _medians(costs: Iterable[Cost]) -> Cost:
    listed = list(costs)
    return Cost(statistics.median(c.wall for c in listed), statistics.median(c.cpu for c in listed))


@pytest.mark.parametrize("name", ["transport", "one rule", "hiring"])
def test_milliseconds_added_to_a_call(base_url: str, benchmark: Any, name: str) -> None:
    rounds = 400 if benchmark.enabled else 3
    with OpenAI(base_url=base_url, api_key="k") as plain:
        guarded = _guards()[name].wrap(plain)
        for client in (plain, guarded):
            _cost(client)
        pairs = [(_cost(plain), _cost(guarded)) for _ in range(rounds)]
        benchmark.pedantic(_cost, args=(guarded,), rounds=rounds)
    before, after = (_medians(costs) for costs in zip(*pairs, strict=True))
    added, cpu = (after.wall - before.wall) * 1e3, (after.cpu - before.cpu) * 1e3
    benchmark.extra_info["added_ms"], benchmark.extra_info["added_cpu_ms"] = round(added, 3), round(cpu, 3)
    print(f"\n{name}: plain {before.wall * 1e3:.2f} ms, added {added:.2f} ms ({cpu:.2f} ms of CPU)")
    assert after.wall > 0


async def _cost_of_many(client: AsyncOpenAI, calls: int, in_flight: int = 32) -> Cost:
    gate = asyncio.Semaphore(in_flight)

    async def one() -> None:
        async with gate:
            await client.chat.completions.create(model="echo", messages=ASK)

    wall, cpu = time.perf_counter(), time.process_time()
    await asyncio.gather(*(one() for _ in range(calls)))
    return Cost(time.perf_counter() - wall, time.process_time() - cpu)


@pytest.mark.parametrize("name", ["transport", "one rule", "hiring"])
async def test_throughput_kept_at_32_in_flight(base_url: str, benchmark: Any, name: str) -> None:
    calls, rounds = (400, 6) if benchmark.enabled else (4, 1)
    async with AsyncOpenAI(base_url=base_url, api_key="k") as plain:
        guarded = _guards()[name].wrap(plain)
        for client in (plain, guarded):
            await _cost_of_many(client, calls // 4)
        pairs = [(await _cost_of_many(plain, calls), await _cost_of_many(guarded, calls)) for _ in range(rounds)]
    before, after = (_medians(costs) for costs in zip(*pairs, strict=True))
    kept, cpu = before.wall / after.wall, before.cpu / after.cpu
    benchmark.extra_info["kept"], benchmark.extra_info["kept_cpu"] = round(kept, 3), round(cpu, 3)
    benchmark.pedantic(lambda: None, rounds=1)
    print(f"\n{name}: plain {calls / before.wall:.0f} calls/s, kept {kept:.0%} ({cpu:.0%} by CPU)")
    assert after.wall > 0
