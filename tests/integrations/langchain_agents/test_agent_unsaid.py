"""A layer of one's own that escalates without a refusal: nothing of the answer is given, streamed, or acted upon."""

from __future__ import annotations

from typing import Annotated, Any

import pytest
from langchain_core.messages import AIMessage, HumanMessage
from langchain_core.tools import BaseTool, tool
from pydantic import Field

from guardrails import Guard
from guardrails.flow import Flow, Handler
from guardrails.trace import Trace
from guardrails.types import Action, Decision, Request, Response
from tests.helpers.agents import SURFACES, Watched, call, run
from tests.helpers.guards import TERM, Neutralise

pytestmark = pytest.mark.filterwarnings("ignore:The v3 streaming protocol")

ASK = {"messages": [HumanMessage("look")]}


class Escalates:
    """Says that a person has to see what names the planted term, and gives the answer all the same."""

    def __call__(self, request: Request, call_next: Handler, trace: Trace, /) -> Flow[Response]:
        answer = yield from call_next(request)
        if any(TERM in text.text for text in answer.texts):
            trace.record(Decision(layer="own", action=Action.ESCALATE, reason="planted"))
        return answer


GUARDS = {"an edit that does not fit": Guard([Neutralise()]), "a layer of one's own": Guard([Escalates()])}


def strict(got: list[str]) -> BaseTool:
    @tool
    def look_up(query: Annotated[str, Field(min_length=10)], note: str) -> str:
        """Look somebody up."""
        got.append(query)
        return "ok"

    return look_up


@pytest.mark.parametrize("options", [{"checkpointer": None}, {}], ids=["no checkpointer", "checkpointer"])
@pytest.mark.parametrize("surface", SURFACES)
@pytest.mark.parametrize("guard", GUARDS.values(), ids=GUARDS)
def test_nothing_of_it_is_shown_and_no_tool_runs(guard: Guard, surface: str, options: dict[str, Any]) -> None:
    got: list[str] = []
    script = [AIMessage(f"the {TERM}", tool_calls=[call(TERM)])]
    seen = run(surface, Watched(script, guard=guard, tools=[strict(got)], **options), ASK)
    assert not got
    assert "content_filter" in str(seen)
    # With a checkpointer the case waits in the state, scrubbed by the layers that can: these cannot.
    assert TERM not in (str(seen) if options else str(seen.given) if "messages" in surface else "")
