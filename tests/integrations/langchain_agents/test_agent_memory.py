"""What an agent's state and its checkpoints keep of a conversation, by the constitution's ``memory``."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from langchain_core.messages import AIMessage, HumanMessage

from guardrails import Guard
from guardrails.types import Action, Memory
from tests.helpers.agents import THREAD, Watched, call
from tests.helpers.guards import NEUTRAL, TERM, Neutralise
from tests.helpers.langchain import Recorder, Withhold
from tests.helpers.savers import SAVERS, akept, kept

MEMORIES: dict[Memory, tuple[str, str]] = {"moderated": (NEUTRAL, TERM), "raw": (TERM, NEUTRAL)}
ASK = {"messages": [HumanMessage(f"a {TERM}")]}
SCRIPT = [AIMessage("", tool_calls=[call("q")]), AIMessage("done")]
CONFIGS: dict[str, Any] = {"alone": THREAD, "watched": {**THREAD, "callbacks": [Recorder()]}}

pytestmark = pytest.mark.filterwarnings("ignore:what was said to the agent was shown")


@pytest.mark.parametrize("config", CONFIGS.values(), ids=CONFIGS)
@pytest.mark.parametrize("memory", MEMORIES)
@pytest.mark.parametrize("kind", SAVERS)
def test_an_agent_keeps_one_wording_and_its_model_is_sent_the_moderated_one(
    kind: str, memory: Memory, config: Any, tmp_path: Path
) -> None:
    there, nowhere = MEMORIES[memory]
    with kept(kind, tmp_path) as place:
        seen = Watched(SCRIPT, guard=Guard([Neutralise()], memory=memory), checkpointer=place.saver)
        states = [seen.agent.invoke(ASK, config) for _ in range(2)]
        stored = f"{place} {states}"
    assert there in stored
    assert nowhere not in stored
    assert TERM not in str(seen.model.asked)
    assert len(seen.model.asked) == 3


@pytest.mark.parametrize("memory", MEMORIES)
@pytest.mark.parametrize("kind", SAVERS)
async def test_it_is_the_same_under_await(kind: str, memory: Memory, tmp_path: Path) -> None:
    there, nowhere = MEMORIES[memory]
    async with akept(kind, tmp_path) as place:
        seen = Watched(SCRIPT, guard=Guard([Neutralise()], memory=memory), checkpointer=place.saver)
        states = [await seen.agent.ainvoke(ASK, THREAD) for _ in range(2)]
        stored = f"{place} {states}"
    assert there in stored
    assert nowhere not in stored
    assert TERM not in str(seen.model.asked)


@pytest.mark.parametrize("wrapped", [True, False], ids=["at the door", "without the door"])
@pytest.mark.parametrize("action", [Action.BLOCK, Action.ESCALATE])
@pytest.mark.parametrize("memory", MEMORIES)
def test_a_turn_that_is_withheld_leaves_neither_wording_and_hurts_no_other(
    memory: Memory, action: Action, wrapped: bool
) -> None:
    guard = Guard([Neutralise("old", "any"), Withhold(action)], memory=memory)
    seen = Watched(["fine"], guard=guard, wrapped=wrapped)
    seen.agent.invoke({"messages": [HumanMessage(f"an old {TERM}")]}, THREAD)
    state = seen.agent.invoke({"messages": [HumanMessage("an old friend")]}, THREAD)
    assert TERM not in str(state["messages"])
    assert state["messages"][0].content == "[withheld]"
    assert state["messages"][-1].content == "fine"
    assert ("an old friend" in str(state["messages"])) == (memory == "raw")


def test_a_tools_result_is_kept_as_the_model_reads_it() -> None:
    seen = Watched(SCRIPT, guard=Guard([Neutralise()], memory="raw"), result=f"a {TERM}")
    seen.agent.invoke({"messages": [HumanMessage("look")]}, THREAD)
    assert TERM not in f"{seen.kept} {seen.model.asked}"


def test_what_was_kept_raw_is_moderated_when_the_constitution_changes() -> None:
    raw, moderated = (Guard([Neutralise()], memory=memory) for memory in ("raw", "moderated"))
    first = Watched(["fine"], guard=raw)
    first.agent.invoke(ASK, THREAD)
    then = Watched(["fine"], guard=moderated, checkpointer=first.saver)
    state = then.agent.invoke({"messages": [HumanMessage("and now?")]}, THREAD)
    assert TERM not in str(state["messages"])
