"""Tools of a guarded agent: what they are given, what is seen of what they give, and what stays as it was."""

from __future__ import annotations

from typing import Any

import pytest
from langchain.agents.middleware import AgentMiddleware
from langchain_core.messages import AIMessage, HumanMessage, ToolMessage
from langchain_core.runnables import RunnableConfig
from langchain_core.tools import BaseTool, ToolException, tool
from langgraph.prebuilt import ToolRuntime
from langgraph.types import Command

from guardrails import Guard
from guardrails.types import Action
from tests.helpers.agents import Watched, call
from tests.helpers.guards import NEUTRAL, TERM, Neutralise
from tests.helpers.langchain import Withhold

ASK = {"messages": [HumanMessage("look")]}
CALLS = [AIMessage("", tool_calls=[call("q")]), AIMessage("done")]


class Counting(BaseTool):
    """A tool of one's own, with a state."""

    name: str = "look_up"
    description: str = "Look somebody up."
    times: int = 0

    def _run(self, query: str, note: str, run_manager: Any = None) -> str:
        assert run_manager is not None
        self.times += 1
        return f"{self.times} {TERM}"


class Informed(BaseTool):
    """A tool that is handed what LangChain injects, by an annotation that is a string."""

    name: str = "look_up"
    description: str = "Look somebody up."

    def _run(self, query: str, note: str, runtime: ToolRuntime, config: RunnableConfig) -> str:
        assert config.get("configurable")
        return f"{runtime.tool_call_id}: a {TERM}"


@tool(response_format="content_and_artifact")
def with_artifact(query: str, note: str) -> tuple[str, Any]:
    """Look somebody up."""
    return f"the {TERM}", {"rows": [1, 2]}


@tool
def failing(query: str, note: str) -> str:
    """Look somebody up."""
    raise ToolException(f"no {TERM} here")


failing.handle_tool_error = True


def ran(tools: list[Any], script: list[Any] | None = None, guard: Guard | None = None, **options: Any) -> Watched:
    seen = Watched(script or CALLS, guard=guard or Guard([Neutralise()]), tools=tools, **options)
    seen.given.append(seen.agent.invoke(ASK, seen.config))
    return seen


def results(seen: Watched) -> list[ToolMessage]:
    return [message for message in seen.state()["messages"] if isinstance(message, ToolMessage)]


def named(chosen: BaseTool) -> list[Any]:
    return [AIMessage("", tool_calls=[call("q", name=chosen.name)]), AIMessage("done")]


def test_a_tool_keeps_its_own_state_and_signature() -> None:
    counting = Counting()
    seen = ran([counting])
    assert (counting.times, results(seen)[0].content) == (1, f"1 {NEUTRAL}")
    assert TERM not in str(seen)


def test_a_tool_is_handed_what_langchain_injects() -> None:
    seen = ran([Informed()])
    assert results(seen)[0].content == f"call_1: a {NEUTRAL}"


def test_an_artifact_is_the_applications_and_stays() -> None:
    (result,) = results(ran([with_artifact], named(with_artifact)))
    assert (result.content, result.artifact) == (f"the {NEUTRAL}", {"rows": [1, 2]})


def test_the_artifact_of_a_withheld_result_goes_with_it() -> None:
    (result,) = results(ran([with_artifact], named(with_artifact), Guard([Withhold()])))
    assert (result.content, result.artifact, result.status) == ("withheld by the test", None, "error")


def test_what_a_tool_says_when_it_fails_is_moderated_too() -> None:
    seen = ran([failing], named(failing))
    assert results(seen)[0].content == f"no {NEUTRAL} here"
    assert TERM not in str(seen)


def test_the_native_error_of_a_tool_surfaces() -> None:
    seen = Watched(CALLS, guard=Guard([Neutralise()]), result=ZeroDivisionError("no rows"))
    with pytest.raises(ZeroDivisionError, match="no rows"):
        seen.agent.invoke(ASK, seen.config)


@pytest.mark.parametrize(
    "result",
    [
        {"name": TERM, "rows": [{"who": f"a {TERM}"}]},
        [f"a {TERM}", 3],
        [{"type": "text", "text": TERM}, {"type": "image", "base64": "aGk=", "mime_type": "image/png"}],
        ToolMessage(TERM, tool_call_id="call_1"),
        Command(update={"messages": [ToolMessage(TERM, tool_call_id="call_1")]}),
        [Command(update={"messages": [ToolMessage(TERM, tool_call_id="call_1")]})],
    ],
    ids=["mapping", "list", "blocks", "message", "command", "commands"],
)
def test_every_form_of_a_result_is_moderated(result: Any) -> None:
    seen = Watched(CALLS, guard=Guard([Neutralise()]), result=result)
    state = seen.agent.invoke(ASK, seen.config)
    (message,) = results(seen)
    assert NEUTRAL in str(message.content)
    assert TERM not in f"{state} {seen.model.asked} {seen.kept}"


def test_parallel_calls_are_all_guarded() -> None:
    calls = [call(f"{number} {TERM}", ident=f"call_{number}") for number in range(5)]
    seen = Watched([AIMessage("", tool_calls=calls), "done"], guard=Guard([Neutralise()]), result=TERM)
    seen.agent.invoke(ASK, seen.config)
    assert sorted(seen.got) == [(f"{number} {NEUTRAL}", "n") for number in range(5)]
    assert {message.content for message in results(seen)} == {NEUTRAL}


@pytest.mark.parametrize("action", [Action.BLOCK, Action.ESCALATE])
def test_a_withheld_result_ends_the_turn_before_the_model_reads_it(action: Action) -> None:
    seen = Watched(CALLS, guard=Guard([Withhold(action)]), result=TERM, checkpointer=None)
    *_, last = seen.agent.invoke(ASK, seen.config)["messages"]
    assert last.response_metadata["finish_reason"] == "content_filter"
    assert len(seen.model.asked) == 1


class Rewriting(AgentMiddleware[Any, Any, Any]):
    """Another middleware that has its own idea of the arguments."""

    def wrap_tool_call(self, request: Any, handler: Any) -> Any:
        return handler(request.override(tool_call={**request.tool_call, "args": {"query": TERM, "note": "n"}}))


def test_arguments_that_somebody_else_wrote_are_judged_before_the_tool_runs() -> None:
    seen = Watched(CALLS, guard=Guard([Neutralise()]), middleware=[Rewriting()])
    seen.agent.invoke(ASK, seen.config)
    assert seen.got == [(NEUTRAL, "n")]


def test_a_call_whose_arguments_are_withheld_never_runs() -> None:
    seen = Watched(CALLS, guard=Guard([Withhold()]), middleware=[Rewriting()])
    *_, last = seen.agent.invoke(ASK, seen.config)["messages"]
    assert not seen.got
    assert last.response_metadata["finish_reason"] == "content_filter"
