"""What a turn is judged by: what was said, once, whatever stands between the door and the model, watched or not."""

from __future__ import annotations

from typing import Any

import pytest
from langchain.agents import create_agent
from langchain.agents.middleware import AgentMiddleware, ModelRetryMiddleware, PIIMiddleware
from langchain_core.messages import AIMessage, HumanMessage
from langchain_core.tracers.context import collect_runs

from guardrails import Guard
from guardrails.integrations.langchain_agents import GuardMiddleware
from guardrails.log import MemorySink
from guardrails.types import Action
from tests.helpers.agents import THREAD, Watched, call
from tests.helpers.guards import NEUTRAL, TERM, Neutralise
from tests.helpers.langchain import Recorder, ScriptedChat, strings_in

ASK = {"messages": [HumanMessage(f"a {TERM}")]}


class Trimming(AgentMiddleware[Any, Any, Any]):
    """Sends the model the last message only."""

    def wrap_model_call(self, request: Any, handler: Any) -> Any:
        return handler(request.override(messages=request.messages[-1:]))


def rewrites(log: MemorySink) -> int:
    return len([record for record in log.records if record.action is Action.REWRITE])


def test_it_adds_no_node_to_the_agent() -> None:
    bare, guarded = (create_agent(ScriptedChat(), [], middleware=m) for m in ([], [GuardMiddleware(Guard([]))]))
    assert set(guarded.get_graph().nodes) - {"tools"} == set(bare.get_graph().nodes)


@pytest.mark.parametrize("config", [THREAD, {**THREAD, "callbacks": [Recorder()]}], ids=["alone", "watched"])
def test_what_was_said_is_recorded_once_a_turn(config: Any) -> None:
    log = MemorySink()
    seen = Watched([AIMessage("", tool_calls=[call("q")]), "done"], guard=Guard([Neutralise()], log=log))
    for turn in (1, 2):
        seen.agent.invoke(ASK, config)
        assert rewrites(log) == turn
    assert TERM not in f"{seen.model.asked} {seen.kept}"


@pytest.mark.parametrize("config", [THREAD, {**THREAD, "callbacks": [Recorder()]}], ids=["alone", "watched"])
def test_a_call_that_is_made_again_is_judged_by_what_was_said(config: Any) -> None:
    log = MemorySink()
    retry = ModelRetryMiddleware(max_retries=1, initial_delay=0.0)
    seen = Watched([ConnectionError("down"), "fine"], guard=Guard([Neutralise()], log=log), middleware=[retry])
    assert seen.agent.invoke(ASK, config)["messages"][-1].content == "fine"
    assert rewrites(log) == 2  # one for each call: the record says what ran
    assert TERM not in f"{seen.model.asked} {seen.kept}"


@pytest.mark.parametrize("config", [{}, {"callbacks": [Recorder()]}], ids=["alone", "watched"])
def test_what_another_middleware_has_redacted_does_not_come_back(config: Any) -> None:
    guard, model = Guard([Neutralise()]), ScriptedChat(script=["fine"])
    middleware: list[Any] = [PIIMiddleware("email"), GuardMiddleware(guard)]
    agent: Any = guard.wrap(create_agent(model, [], middleware=middleware))
    state = agent.invoke({"messages": [HumanMessage(f"a {TERM}, ann@example.org")]}, config)
    assert "example.org" not in f"{model.asked} {state['messages']}"
    assert NEUTRAL in state["messages"][0].content


@pytest.mark.filterwarnings("ignore:what was said to the agent was shown")
def test_a_message_that_the_model_is_not_sent_is_moderated_in_the_state_all_the_same() -> None:
    seen = Watched(["fine"], guard=Guard([Neutralise()]), wrapped=False, middleware=[Trimming()])
    turns = [HumanMessage(f"a {TERM}"), AIMessage("yes"), HumanMessage("and now?")]
    state = seen.agent.invoke({"messages": turns}, THREAD)
    assert [message.content for message in state["messages"]] == [f"a {NEUTRAL}", "yes", "and now?", "fine"]


def test_callbacks_of_the_model_itself_see_what_is_cleared() -> None:
    recorder = Recorder()
    seen = Watched([], guard=Guard([Neutralise()]), model=ScriptedChat(script=[f"the {TERM}"], callbacks=[recorder]))
    assert seen.agent.invoke(ASK, THREAD)["messages"][-1].content == f"the {NEUTRAL}"
    assert recorder.seen
    assert TERM not in "".join(strings_in(recorder.seen))


def test_a_collector_that_the_context_carries_sees_what_is_cleared() -> None:
    seen = Watched([f"the {TERM}"], guard=Guard([Neutralise()]))
    with collect_runs() as collected:
        seen.agent.invoke(ASK, THREAD)
    assert collected.traced_runs
    assert TERM not in "".join(strings_in(collected.traced_runs))
