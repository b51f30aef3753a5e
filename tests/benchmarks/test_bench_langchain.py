"""What `guard.wrap` adds to a chat model that answers at once; read differences and ratios of one run.

Run ``pytest tests/benchmarks/test_bench_langchain.py --benchmark-enable -s``: plain and guarded calls alternate, so
that both see the same noise, and the fastest of each are compared, in CPU time of this process.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any

import pytest
from langchain_core.messages import AIMessage, HumanMessage

from guardrails import Guard
from tests.helpers.guards import Neutralise, Pass
from tests.helpers.langchain import ScriptedChat

PROSE = "The applicant ran a team of nine and cut the cost of returns by a third last year."
PROSE = " ".join((f"{PROSE} " * 20).split()[:300])
ANSWER = "Both applicants have led a team. The first has cut costs by a third, so I would invite the first one."

GUARDS: dict[str, Callable[[], Guard]] = {
    "adapter alone": lambda: Guard([Pass()]),
    "one rule": lambda: Guard([Neutralise()]),
    "hiring": lambda: Guard.from_pack("hiring"),
}


def _seconds(call: Callable[[], object]) -> float:
    began = time.process_time()
    call()
    return time.process_time() - began


def _streamed(model: Any, asked: Any) -> None:
    for _ in model.stream(asked):
        continue


@pytest.mark.parametrize("way", ["invoke", "stream"])
@pytest.mark.parametrize("name", GUARDS)
def test_milliseconds_added_to_a_call(benchmark: Any, name: str, way: str) -> None:
    rounds = 400 if benchmark.enabled else 3
    plain = ScriptedChat(script=[ANSWER], size=20)
    guarded = GUARDS[name]().wrap(plain)
    pairs = []
    for number in range(rounds):  # no text twice: what was detected is remembered
        first, second = f"{PROSE} Reference {number}.", f"{PROSE} Number {number}."
        if way == "invoke":
            pairs.append((_seconds(lambda: plain.invoke(first)), _seconds(lambda: guarded.invoke(second))))  # noqa: B023
        else:
            pairs.append((_seconds(lambda: _streamed(plain, first)), _seconds(lambda: _streamed(guarded, second))))  # noqa: B023
        plain.asked.clear()
    benchmark.pedantic(lambda: guarded.invoke(PROSE), rounds=rounds)
    before, after = (sorted(times) for times in zip(*pairs, strict=True))
    least = (after[0] - before[0]) * 1e3
    middle = (after[rounds // 2] - before[rounds // 2]) * 1e3
    benchmark.extra_info["added_ms"], benchmark.extra_info["added_median_ms"] = round(least, 3), round(middle, 3)
    print(
        f"\n{name}, {way}: plain {before[0] * 1e3:.2f} ms, added {least:.2f} ms at best, {middle:.2f} ms in the middle"
    )
    assert after[0] > 0


def _history(turns: int, salt: str) -> list[Any]:
    kinds = (HumanMessage, AIMessage)
    return [kinds[turn % 2](f"Turn {turn} {salt}: the applicant ran a team of nine.") for turn in range(turns)]


def test_a_history_twice_as_long_costs_in_proportion(benchmark: Any) -> None:
    rounds = 7 if benchmark.enabled else 1
    guarded = Guard.from_pack("hiring").wrap(ScriptedChat(script=[ANSWER]))
    short, long = [], []
    for number in range(rounds):
        half, whole = _history(2_000, f"a{number}"), _history(4_000, f"b{number}")
        short.append(_seconds(lambda: guarded.invoke(half)))  # noqa: B023
        long.append(_seconds(lambda: guarded.invoke(whole)))  # noqa: B023
    benchmark.pedantic(lambda: None, rounds=1)
    ratio = min(long) / min(short)
    benchmark.extra_info["ratio"] = round(ratio, 2)
    print(f"\n2,000 messages {min(short) * 1e3:.0f} ms, 4,000 messages {min(long) * 1e3:.0f} ms: {ratio:.2f} x")
    assert ratio < 4
