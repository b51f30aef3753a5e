"""What the middleware adds to a turn of an agent, beside what LangChain's own `PIIMiddleware` adds, in one run."""

from __future__ import annotations

import itertools
import sys
import threading
import time
from collections.abc import Callable, Sequence
from typing import Any

import pytest
from langchain.agents import create_agent
from langchain.agents.middleware import PIIMiddleware
from langchain_core.messages import AIMessage, HumanMessage

from guardrails import Guard
from guardrails.integrations.langchain_agents import GuardMiddleware
from tests.helpers.agents import call, looking_up
from tests.helpers.guards import Neutralise
from tests.helpers.langchain import ScriptedChat

QUESTION = "Please compare the candidates for the post of site engineer, number {}, and say who has the longer record."
ANSWER = "The first has twelve years on site and led two teams; the second, number {0}, has nine and a degree. " * 2
TURNS = itertools.count()


def agent(middleware: Sequence[Any]) -> Callable[[], None]:
    """One turn of an agent that asks its tool once. Every turn says something new, which nobody has scanned before."""
    model = ScriptedChat(script=[])
    built: Any = create_agent(model, [looking_up("twelve years, nine years", [])], middleware=middleware)

    def turn() -> None:
        number = next(TURNS)
        model.asked.clear()
        model.script[:] = [AIMessage("", tool_calls=[call(f"record {number}")]), AIMessage(ANSWER.format(number))]
        built.invoke({"messages": [HumanMessage(QUESTION.format(number))]})

    return turn


def seconds(turn: Callable[[], None]) -> float:
    start = time.process_time()
    turn()
    return time.process_time() - start


def calls(turn: Callable[[], None]) -> int:
    """How many functions a turn calls, in every thread: the same on every machine, however busy."""
    counted = itertools.count()

    def count(frame: object, event: str, argument: object) -> None:
        if event in ("call", "c_call"):
            next(counted)

    for _ in range(3):
        turn()
    threading.setprofile(count)
    sys.setprofile(count)
    try:
        turn()
    finally:
        sys.setprofile(None)
        threading.setprofile(None)
    return next(counted)


def test_one_rule_makes_a_turn_do_less_than_one_pii_middleware_does() -> None:
    bare, pii, guarded = (
        calls(agent(middleware))
        for middleware in ([], [PIIMiddleware("email")], [GuardMiddleware(Guard([Neutralise()]))])
    )
    assert bare < guarded < pii


@pytest.mark.benchmark(group="langchain agents")
def test_a_turn_with_the_middleware_beside_one_with_pii_middleware(benchmark: Any) -> None:
    arms = {
        "bare": agent([]),
        "pii": agent([PIIMiddleware("email")]),
        "one rule": agent([GuardMiddleware(Guard([Neutralise()]))]),
        "hiring": agent([GuardMiddleware(Guard.from_pack("hiring"))]),
    }
    best = dict.fromkeys(arms, float("inf"))

    def rounds() -> None:
        for name, turn in arms.items():
            best[name] = min(best[name], seconds(turn))

    benchmark.pedantic(rounds, rounds=200 if benchmark.enabled else 1, warmup_rounds=20 if benchmark.enabled else 0)
    added = {name: round((best[name] - best["bare"]) * 1000, 3) for name in arms if name != "bare"}
    benchmark.extra_info["added_ms"] = added
    benchmark.extra_info["over_pii"] = {name: round(value / (added["pii"] or 1), 2) for name, value in added.items()}
    assert min(best.values()) > 0
