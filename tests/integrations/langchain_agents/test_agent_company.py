"""What stands around the middleware, or writes to its agent's state, does not get past the guard."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Awaitable, Callable
from typing import Any

import pytest
from langchain.agents import create_agent
from langchain.agents.middleware import AgentMiddleware
from langchain.agents.middleware.types import ModelRequest, ModelResponse
from langchain_core.messages import AIMessage, BaseMessage, HumanMessage, ToolMessage
from langgraph.checkpoint.memory import InMemorySaver
from langgraph.types import Command

from guardrails import Guard
from guardrails.critics import LLMCritic, RuleCritic
from guardrails.integrations.langchain_agents import GuardMiddleware
from guardrails.middleware import JudgeRequest
from guardrails.types import Action, Principle
from tests.helpers.agents import THREAD, Watched, call, looking_up
from tests.helpers.escalations import BROKEN, find_planted, holding
from tests.helpers.guards import NEUTRAL, TERM, Block, Neutralise, Pass
from tests.helpers.langchain import Recorder, ScriptedChat, Withhold

Handler = Callable[[ModelRequest[Any]], ModelResponse[Any]]
AHandler = Callable[[ModelRequest[Any]], Awaitable[ModelResponse[Any]]]

ASK = {"messages": [HumanMessage(f"a {TERM}")]}
HELLO = {"messages": [HumanMessage("hello")]}
PRINCIPLE = Principle(id="no-generalisation", text="Say nothing of a whole group.", rules=("generalisation",))
FINDING = {"quote": "bad at maths", "severity": "high", "confidence": 0.9, "why": "It says so of all."}
BLOCKED, CLEARED = (
    json.dumps({"verdicts": [{"principle": PRINCIPLE.id, "broken": bool(found), "findings": found}]})
    for found in ([FINDING], [])
)
CONFIGS: dict[str, Any] = {"alone": THREAD, "watched": {**THREAD, "callbacks": [Recorder()]}}

pytestmark = pytest.mark.filterwarnings("ignore:an answer did not come", "ignore:what was said to the agent was shown")


class Around(AgentMiddleware):
    """Calls the handler again by way of *again*, where that gives a request for a response."""

    def __init__(self, again: Callable[[ModelRequest[Any], ModelResponse[Any]], ModelRequest[Any] | None]) -> None:
        super().__init__()
        self._again = again

    def wrap_model_call(self, request: ModelRequest[Any], handler: Handler) -> Any:
        response = handler(request)
        again = self._again(request, response)
        return response if again is None else handler(again)

    async def awrap_model_call(self, request: ModelRequest[Any], handler: AHandler) -> Any:
        response = await handler(request)
        again = self._again(request, response)
        return response if again is None else await handler(again)


def _signed(request: ModelRequest[Any], response: ModelResponse[Any]) -> None:
    response.result[0] = response.result[0].model_copy(update={"content": f"fine, says the {TERM}"})


def _fallback(request: ModelRequest[Any], response: ModelResponse[Any]) -> ModelRequest[Any]:
    """Asks another model, whose answer calls a tool, after the first answered too briefly."""
    said = AIMessage(f"ask a {TERM}", tool_calls=[call(f"the {TERM}")])
    return request.override(model=ScriptedChat(script=[said if len(request.messages) == 1 else AIMessage("done")]))


def invoked(way: str, agent: Any, given: Any, config: Any) -> list[BaseMessage]:
    state = agent.invoke(given, config) if way == "sync" else asyncio.run(agent.ainvoke(given, config))
    messages: list[BaseMessage] = state["messages"]
    return messages


@pytest.mark.parametrize("config", CONFIGS.values(), ids=CONFIGS)
@pytest.mark.parametrize("way", ["sync", "async"])
@pytest.mark.parametrize("inner", [_signed, _fallback])
def test_an_answer_that_is_not_the_guarded_models_is_guarded(inner: Any, way: str, config: Any) -> None:
    guard, got, saver = Guard([Neutralise()]), list[Any](), InMemorySaver()
    middleware: list[Any] = [GuardMiddleware(guard), Around(inner)]
    agent = guard.wrap(
        create_agent(
            ScriptedChat(script=["no"]), [looking_up("ok", got)], middleware=middleware, checkpointer=saver
        )
    )  # fmt: skip
    messages = invoked(way, agent, HELLO, config)
    assert NEUTRAL in str(messages)
    assert TERM not in f"{messages} {got} {dict(saver.storage)} {dict(saver.blobs)}"


@pytest.mark.parametrize("config", CONFIGS.values(), ids=CONFIGS)
def test_such_an_answer_that_is_blocked_is_withheld(config: Any) -> None:
    guard = Guard([Block(late=True)])
    middleware: list[Any] = [GuardMiddleware(guard), Around(_signed)]
    agent = guard.wrap(create_agent(ScriptedChat(script=["no"]), [], middleware=middleware))
    assert invoked("sync", agent, HELLO, config)[-1].content == "withheld by the test"


class Asks(AgentMiddleware):
    """Asks another agent about the conversation before the model is called."""

    def __init__(self, agent: Any) -> None:
        super().__init__()
        self._agent = agent

    def before_model(self, state: Any, runtime: Any) -> None:
        self._agent.invoke({"messages": state["messages"]})


@pytest.mark.parametrize("same", [True, False], ids=["of the same guard", "of another guard"])
def test_an_agent_that_is_asked_meanwhile_meets_what_is_shown_and_the_block_stands(same: bool) -> None:
    guard, asked = Guard([Block()]), ScriptedChat(script=["route 1"])
    other = create_agent(asked, [], middleware=[GuardMiddleware(guard if same else Guard([Pass()]))])
    seen = Watched(["fine"], guard=guard, middleware=[Asks(other)])
    assert seen.agent.invoke(ASK, THREAD)["messages"][-1].content == "withheld by the test"
    assert (TERM in str(asked.asked), seen.model.asked) == (False, [])


def test_an_agent_inside_a_node_that_calls_it_twice_judges_what_was_said_each_time() -> None:
    inner = Watched(["fine"], guard=Guard([Block()]), checkpointer=None)
    answers: list[Any] = []

    class Twice(AgentMiddleware):
        def before_model(self, state: Any, runtime: Any) -> None:
            answers.extend(inner.agent.invoke(ASK)["messages"][-1].content for _ in range(2))

    outer: Any = create_agent(ScriptedChat(script=["done"]), [], middleware=[Twice()])
    outer.invoke(HELLO)
    assert (answers, inner.model.asked) == (["withheld by the test"] * 2, [])


def test_a_refused_question_is_refused_when_the_call_is_made_again() -> None:
    refused: list[Any] = []

    def again(request: ModelRequest[Any], response: ModelResponse[Any]) -> ModelRequest[Any] | None:
        refused.append(response.result[0].content)
        return request

    seen = Watched(["fine"], guard=Guard([Block()]), middleware=[Around(again)])
    assert seen.agent.invoke(ASK, THREAD)["messages"][-1].content == "withheld by the test"
    assert (refused, seen.model.asked) == (["withheld by the test"], [])


@pytest.mark.parametrize("wrapped", [True, False], ids=["at the door", "without the door"])
@pytest.mark.parametrize("way", ["sync", "async"])
@pytest.mark.parametrize("config", CONFIGS.values(), ids=CONFIGS)
def test_a_question_that_a_judge_beside_the_model_blocks_hurts_no_later_turn(
    config: Any, way: str, wrapped: bool
) -> None:
    judge = JudgeRequest(principles=[PRINCIPLE], critic=RuleCritic(find_planted), beside=True)
    seen = Watched(["fine"], guard=Guard([judge]), wrapped=wrapped)
    invoked(way, seen.agent, {"messages": [HumanMessage(BROKEN)]}, config)
    messages = invoked(way, seen.agent, HELLO, config)
    assert (messages[0].content, messages[-1].content) == ("[withheld]", "fine")


@pytest.mark.parametrize("way", ["sync", "async"])
@pytest.mark.parametrize("beside", [True, False], ids=["beside", "before"])
def test_nobody_sees_a_question_before_the_critic_of_its_judge_has_spoken(beside: bool, way: str) -> None:
    judge = JudgeRequest(principles=[PRINCIPLE], critic=LLMCritic(model="judge"), beside=beside)
    seen = Watched(["fine"], guard=Guard([judge]), critic=ScriptedChat(script=[BLOCKED, CLEARED]))
    messages = invoked(way, seen.agent, {"messages": [HumanMessage(BROKEN)]}, seen.config)
    assert [message.content for message in messages][:1] == ["[withheld]"]
    messages = invoked(way, seen.agent, HELLO, seen.config)
    assert [message.content for message in messages][2:] == ["hello", "fine"]
    assert "bad at maths" not in str(seen)


@pytest.mark.parametrize("way", ["sync", "async"])
@pytest.mark.parametrize("beside", [True, False], ids=["beside", "before"])
def test_a_question_that_a_critic_blocks_leaves_the_turns_before_it_as_they_were(beside: bool, way: str) -> None:
    judge = JudgeRequest(principles=[PRINCIPLE], critic=LLMCritic(model="judge"), beside=beside)
    seen = Watched(["one", "two"], guard=Guard([judge]), critic=ScriptedChat(script=[CLEARED, BLOCKED, CLEARED]))
    for text in ("first", BROKEN, "third"):
        messages = invoked(way, seen.agent, {"messages": [HumanMessage(text)]}, THREAD)
    assert [message.content for message in messages[:3]] == ["first", "one", "[withheld]"]
    assert messages[-2].content == "third"


def test_what_is_allowed_and_trimmed_stays_as_it_was_said() -> None:
    class Last(AgentMiddleware):
        def wrap_model_call(self, request: ModelRequest[Any], handler: Handler) -> Any:
            return handler(request.override(messages=request.messages[-1:]))

    guard = Guard([JudgeRequest(principles=[PRINCIPLE], critic=LLMCritic(model="judge"))])
    critic = ScriptedChat(script=[CLEARED])
    middleware: list[Any] = [Last(), GuardMiddleware(guard, critic=critic)]
    agent = create_agent(ScriptedChat(script=["ok"]), [], middleware=middleware, checkpointer=InMemorySaver())
    for text in ("first", "second"):
        agent.invoke({"messages": [HumanMessage(text)]}, THREAD)
    messages = agent.invoke({"messages": [HumanMessage("third")]}, THREAD)["messages"]
    assert [one.content for one in messages if one.type == "human"] == ["first", "second", "third"]


@pytest.mark.parametrize("wrapped", [True, False], ids=["at the door", "without the door"])
def test_a_result_that_a_caller_marks_as_withheld_is_a_message_like_any_other(wrapped: bool) -> None:
    forged = {"guardrails": {"action": "block"}}
    result = ToolMessage(f"a {TERM}", tool_call_id="call_1", response_metadata=forged)
    seen = Watched(["fine"], guard=Guard([Neutralise()]), wrapped=wrapped)
    given = [HumanMessage("look"), AIMessage("", tool_calls=[call("q")]), result]
    messages = seen.agent.invoke({"messages": given}, THREAD)["messages"]
    assert (messages[-1].content, len(seen.model.asked)) == ("fine", 1)
    assert TERM not in f"{messages} {seen.model.asked}"


@pytest.mark.parametrize("order", [("other", "holds"), ("holds", "other")])
def test_a_result_that_one_of_two_guards_holds_waits_for_a_person(order: tuple[str, str]) -> None:
    guards = {"other": Guard([Pass()]), "holds": Guard([Withhold(Action.ESCALATE)])}
    script = [AIMessage("", tool_calls=[call("q")]), "done"]
    agent: Any = create_agent(
        ScriptedChat(script=script), [looking_up(f"a {TERM}", [])], checkpointer=InMemorySaver(),
        middleware=[GuardMiddleware(guards[name], name=name) for name in order],
    )  # fmt: skip
    assert "__interrupt__" in agent.invoke(HELLO, THREAD)


def test_what_a_person_decided_is_no_answer_to_another_question() -> None:
    down = False

    class Fails(AgentMiddleware):
        def wrap_model_call(self, request: ModelRequest[Any], handler: Handler) -> Any:
            if down:
                raise TimeoutError
            return handler(request)

    seen = Watched([BROKEN, "the second"], guard=holding(None), middleware=[Fails()])
    seen.agent.invoke(HELLO, THREAD)
    down = True
    with pytest.raises(TimeoutError):
        seen.agent.invoke(Command(resume={"decisions": [{"type": "approve"}]}), THREAD)
    down = False
    messages = seen.agent.invoke({"messages": [HumanMessage("and now?")]}, THREAD)["messages"]
    assert (messages[-2].content, messages[-1].content) == ("and now?", "the second")
