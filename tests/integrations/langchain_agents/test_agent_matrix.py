"""Every surface of an agent, payload and action: the planted term is seen and kept nowhere."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cache
from itertools import product
from typing import Any

import pytest
from langchain_core.messages import AIMessage, BaseMessage, HumanMessage
from langgraph.types import Command
from pydantic import BaseModel

from guardrails import Guard
from tests.helpers import langchain_cells as cells
from tests.helpers.agents import SURFACES, UNWATCHED, Watched, call, run, told
from tests.helpers.guards import NEUTRAL, TERM, Neutralise
from tests.helpers.langchain import Criticised
from tests.helpers.langchain_cells import CLEAN, SAID

# The third form of events is a preview of LangChain's.
pytestmark = pytest.mark.filterwarnings("ignore:The v3 streaming protocol")

SECRET = Criticised().secret


class Note(BaseModel):
    """A note about somebody."""

    query: str
    note: str


def _said(text: str) -> list[BaseMessage]:
    return [HumanMessage(text)]


def _turns(text: str) -> list[BaseMessage]:
    pairs = [(HumanMessage(f"{i} {text}"), AIMessage(f"{i} {text}")) for i in range(3)]
    return [*(message for pair in pairs for message in pair), HumanMessage("go on")]


@dataclass(frozen=True, kw_only=True)
class Payload:
    """What the agent is told, what its model says in order, what its tool gives: around what is asked and said."""

    asked: Callable[[str], list[BaseMessage]] = _said
    script: Callable[[str], list[AIMessage]] = lambda said: [AIMessage(said)]
    result: Callable[[str], Any] = lambda asked: "ok"
    options: Callable[[str], dict[str, Any]] = field(default=lambda asked: {})


PAYLOADS = {
    "text": Payload(),
    "list content": Payload(
        asked=lambda text: [HumanMessage([{"type": "text", "text": text}, {"type": "text", "text": "b"}])],
        script=lambda text: [AIMessage([{"type": "text", "text": text}, {"type": "text", "text": " end"}])],
    ),
    "tool call": Payload(script=lambda text: [AIMessage(text, tool_calls=[call(text)]), AIMessage(text)]),
    "empty content": Payload(script=lambda text: [AIMessage("", tool_calls=[call(text)]), AIMessage(text)]),
    "tool result": Payload(
        asked=lambda text: [HumanMessage("look")],
        script=lambda text: [AIMessage("", tool_calls=[call("q")]), AIMessage(text)],
        result=lambda text: text,
    ),
    "structured": Payload(
        script=lambda text: [AIMessage("", tool_calls=[call(text, name="Note")])],
        options=lambda text: {"response_format": Note},
    ),
    "turns": Payload(asked=_turns, options=lambda text: {"system_prompt": f"be brief. {text}"}),
}

ACTIONS = {"allow": (lambda: Guard([Neutralise()]), CLEAN, CLEAN), **cells.ACTIONS}
"""Guard, what is asked and what is said."""

PLAIN = [pytest.param(surface, payload, id=f"{surface}-{payload}") for surface, payload in product(SURFACES, PAYLOADS)]
CELLS = [
    pytest.param(surface, payload, action, id=f"{surface}-{payload}-{action}")
    for surface, payload, action in product(SURFACES, PAYLOADS, ACTIONS)
    if action != "allow"
]


@cache
def _agent(payload: str, action: str | None) -> Watched:
    guard, asked, said = ACTIONS[action] if action is not None else (lambda: None, CLEAN, CLEAN)
    like = PAYLOADS[payload]
    return Watched(like.script(said), guard=guard(), result=like.result(asked), **like.options(asked))


def given(payload: str, asked: str) -> dict[str, Any]:
    return {"messages": PAYLOADS[payload].asked(asked)}


@pytest.mark.parametrize(("surface", "payload", "action"), CELLS)
def test_planted_term_is_seen_nowhere(surface: str, payload: str, action: str) -> None:
    seen = run(surface, _agent(payload, action).again(), given(payload, ACTIONS[action][1]))
    if "escalate" in action:
        assert seen.agent.get_state(seen.config).interrupts
        run(surface, seen, Command(resume={"decisions": [{"type": "reject"}]}))
    run(surface, seen, {"messages": [HumanMessage("and now?")]})
    everything = str(seen)
    assert TERM not in everything
    assert SECRET not in everything
    assert (surface in UNWATCHED) != bool(seen.recorder.seen)
    assert {"neutralise": NEUTRAL, "revise": NEUTRAL}.get(action, action.partition(" ")[0]) in everything


@pytest.mark.parametrize(("surface", "payload"), PLAIN)
def test_what_is_allowed_is_not_changed(surface: str, payload: str) -> None:
    bare, guarded = (run(surface, _agent(payload, action).again(), given(payload, CLEAN)) for action in (None, "allow"))
    assert told(guarded) == told(bare)


@pytest.mark.parametrize("surface", SURFACES)
def test_the_matrix_sees_what_an_agent_without_a_guard_shows(surface: str) -> None:
    like = PAYLOADS["tool call"]
    seen = run(surface, Watched(like.script(SAID), guard=None, result=SAID), given("tool call", CLEAN))
    assert TERM in str(seen)
    assert TERM in seen.kept
