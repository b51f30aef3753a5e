"""Two guards in one agent: the model is sent what both let through, and the state keeps what both would keep."""

from __future__ import annotations

from typing import Any

import pytest
from langchain.agents import create_agent
from langchain_core.messages import AIMessage, HumanMessage
from langchain_core.tools import tool
from langgraph.checkpoint.memory import InMemorySaver
from langgraph.types import Command

from guardrails import Guard
from guardrails.flow import Middleware
from guardrails.integrations.langchain_agents import GuardMiddleware
from guardrails.types import Memory
from tests.helpers.agents import THREAD, Watched, run
from tests.helpers.escalations import BROKEN, holding
from tests.helpers.guards import Block, Neutralise, Pass
from tests.helpers.langchain import ScriptedChat

ASK = {"messages": [HumanMessage("about AAA and BBB")]}
HELLO = {"messages": [HumanMessage("hello")]}
SURFACES = ("invoke", "ainvoke", "stream messages", "astream several", "astream_events v2", "invoke alone")
DOORS = {"none": "", "outer": "o", "inner": "i", "outer last": "io", "inner last": "oi", "twice": "oo"}

pytestmark = pytest.mark.filterwarnings("ignore:what was said to the agent was shown")


def watched(outer: Middleware, inner: Middleware, script: Any, *, doors: str = "oi", **options: Any) -> Watched:
    guards = {"o": Guard([outer], **options), "i": Guard([inner], **options)}
    middleware = [GuardMiddleware(guard, name=name) for name, guard in guards.items()]
    seen = Watched(script, guard=None, middleware=middleware)
    for name in doors:
        seen.agent = guards[name].wrap(seen.agent)
    return seen


@pytest.mark.parametrize("doors", DOORS.values(), ids=DOORS)
@pytest.mark.parametrize("surface", SURFACES)
def test_what_either_takes_out_stays_out_of_the_model_the_answer_and_the_state(surface: str, doors: str) -> None:
    seen = run(surface, watched(Neutralise("AAA", "a"), Neutralise("BBB", "b"), ["BBB, AAA"], doors=doors), ASK)
    state = [message.content for message in seen.state()["messages"]]
    asked = [message.content for messages in seen.model.asked for message in messages]
    assert (state, asked) == (["about a and b", "b, a"], ["about a and b"])
    told = str(seen) if set(doors) == {"o", "i"} else ""
    assert not [word for word in ("AAA", "BBB") if word in told]


@pytest.mark.parametrize("doors", DOORS.values(), ids=DOORS)
@pytest.mark.parametrize("surface", SURFACES)
@pytest.mark.parametrize(
    ("outer", "inner"),
    [(Block("AAA"), Neutralise("BBB", "b")), (Neutralise("AAA", "a"), Block("BBB")), (Block("AAA"), Block("BBB"))],
    ids=["the outer", "the inner", "both"],
)
def test_what_one_of_them_blocks_is_refused_and_blanked_and_the_next_turn_is_clean(
    outer: Middleware, inner: Middleware, surface: str, doors: str
) -> None:
    seen = run(surface, watched(outer, inner, ["fine"], doors=doors), ASK)
    assert [message.content for message in seen.state()["messages"]] == ["[withheld]", "withheld by the test"]
    assert seen.model.asked == []
    run(surface, seen, HELLO)
    assert [message.content for message in seen.state()["messages"]][-2:] == ["hello", "fine"]


@pytest.mark.parametrize("surface", SURFACES)
def test_an_answer_that_the_outer_blocks_is_withheld_and_both_have_moderated_the_question(surface: str) -> None:
    seen = run(surface, watched(Block("AAA", late=True), Neutralise("BBB", "b"), ["says AAA"]), HELLO | ASK)
    messages = seen.state()["messages"]
    assert (messages[0].content, messages[-1].content) == ("about AAA and b", "withheld by the test")
    assert "says AAA" not in str(seen)


@pytest.mark.parametrize("memory", ["raw", "moderated"])
def test_a_memory_keeps_what_both_guards_keep(memory: Memory) -> None:
    seen = run("invoke", watched(Neutralise("AAA", "a"), Neutralise("BBB", "b"), ["fine"], memory=memory), ASK)
    kept = {"raw": "about AAA and BBB", "moderated": "about a and b"}[memory]
    assert (seen.state()["messages"][0].content, seen.model.asked[0][0].content) == (kept, "about a and b")


@pytest.mark.parametrize("config", [THREAD, None], ids=["alone", "watched"])
@pytest.mark.parametrize("holds", ["outer", "inner"])
def test_an_answer_that_one_of_them_holds_is_given_once_a_person_approves(holds: str, config: Any) -> None:
    guards = {"outer": Guard([Neutralise("man", "person")]), "inner": Guard([Neutralise("man", "person")])}
    guards[holds] = holding(None)
    seen = Watched([BROKEN], guard=None, middleware=[GuardMiddleware(guard, name=n) for n, guard in guards.items()])
    state = seen.agent.invoke(HELLO, config or seen.config)
    told = state["messages"][-1].response_metadata["guardrails"]["action"]
    assert (told, "__interrupt__" in state) == ("escalate", True)
    approved: Any = Command(resume={"decisions": [{"type": "approve"}]})
    messages = seen.agent.invoke(approved, config or seen.config)["messages"]
    assert (messages[0].content, "left." in messages[-1].content, len(messages)) == ("hello", True, 2)


def test_an_agent_that_is_a_tool_of_another_has_a_state_of_its_own() -> None:
    inner = Watched(["says BBB"], guard=Guard([Neutralise("BBB", "b")]), checkpointer=None)

    @tool
    def ask_the_other(question: str) -> str:
        """Ask the other agent."""
        messages = inner.agent.invoke({"messages": [HumanMessage(question)]})["messages"]
        return " / ".join(str(message.content) for message in messages)

    call = {"name": "ask_the_other", "args": {"question": "BBB?"}, "id": "1", "type": "tool_call"}
    outer = Watched([AIMessage("", tool_calls=[call]), "done"], guard=Guard([Pass()]), tools=[ask_the_other])
    messages = run("invoke", outer, HELLO).state()["messages"]
    assert messages[2].content == "b? / says b"


def test_each_guard_says_what_was_shown_before_it_could_moderate_it() -> None:
    guards = [Guard([Neutralise("AAA", "a")]), Guard([Neutralise("BBB", "b")])]
    middleware = [GuardMiddleware(guard, name=name) for guard, name in zip(guards, "oi", strict=True)]
    agent: Any = create_agent(ScriptedChat(script=["fine"]), [], middleware=middleware, checkpointer=InMemorySaver())
    with pytest.warns(RuntimeWarning, match="was shown"):
        guards[0].wrap(agent).invoke(ASK, THREAD)
