"""The middleware: where an agent calls it, and what is called there, with and without ``await``."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any

import langgraph.types
from langchain.agents.middleware.types import AgentMiddleware, ModelRequest, ModelResponse
from langchain.agents.structured_output import StructuredOutputError
from langchain_core.messages import AIMessage, ToolMessage
from langchain_core.runnables import Runnable
from langgraph.config import get_config
from langgraph.prebuilt.tool_node import ToolCallRequest
from langgraph.types import Command, interrupt

from guardrails.guard import Guard
from guardrails.integrations.langchain_agents.answers import Answered
from guardrails.integrations.langchain_agents.asked import asked_of
from guardrails.integrations.langchain_agents.incoming import aalone, alone
from guardrails.integrations.langchain_agents.review import reviewed
from guardrails.integrations.langchain_agents.signatures import signed
from guardrails.integrations.langchain_agents.state import GuardState, HeldTurn
from guardrails.integrations.langchain_agents.steps import Steps
from guardrails.integrations.langchain_agents.tools import Arguments, Results

__all__ = ["GuardMiddleware"]

_Given = ToolMessage | Command[Any]


def _silent() -> Any:
    """Keeps what the middleware meets out of the spans LangChain records of it; older versions have no such policy."""
    policy, omit = getattr(langgraph.types, "TracePolicy", None), getattr(langgraph.types, "omit_payload", None)
    return None if policy is None else policy(process_inputs=omit, process_outputs=omit)


class GuardMiddleware(AgentMiddleware[GuardState, Any, Any]):
    """Guards an agent: what is said to it, what its model says, and what its tools are given and give.

    List it last, next to the model and the tools. *critic* is a chat model that answers the critic's calls; without one
    the agent's model answers those about its own answers. *name* tells several of them in one agent apart. An answer
    that has to wait for a person interrupts the run if the agent has a checkpointer and *review* is on; otherwise it is
    withheld and the turn ends.
    """

    state_schema = GuardState
    trace_policy = _silent()

    def __init__(
        self, guard: Guard, *, critic: Runnable[Any, Any] | None = None, name: str = "GuardMiddleware",
        review: bool = True,
    ) -> None:  # fmt: skip
        super().__init__()
        self.guard, self.tools = guard, []
        self._steps = Steps(guard, critic, name=name, review=review)

    @property
    def name(self) -> str:
        return self._steps.name

    @signed
    def wrap_model_call(
        self, request: ModelRequest[Any], handler: Callable[[ModelRequest[Any]], ModelResponse[Any]]
    ) -> Answered:
        """What was said is moderated, for the model and in the agent's state; what the model says is guarded.

        Where somebody watches, the model is asked by way of a guarded one, so that its stream is guarded too.
        """
        steps = self._steps
        if (message := steps.released(request)) is not None:
            again = steps.said_by_model(request, message)
            return steps.settled(request, message, handler(again) if again else None)
        if (ended := steps.stopped(request)) is not None:
            return ended
        with steps.call(request) as turn:
            if (plain := steps.plain(turn, handler)) is not None:
                return steps.answered(plain.outcome(turn.guard.run(plain.request, plain.model(handler))))
            try:
                response = handler(steps.to_twin(turn))
            except StructuredOutputError:
                if not turn.withheld:
                    raise
                return turn.outcome(None)
            if turn.answered(response):
                return steps.answered(turn.outcome(response))
            whole = steps.unwatched(turn)
            return steps.answered(whole.outcome(turn.guard.run(whole.request, whole.model(lambda _: response))))

    @signed
    async def awrap_model_call(
        self, request: ModelRequest[Any], handler: Callable[[ModelRequest[Any]], Awaitable[ModelResponse[Any]]]
    ) -> Answered:
        steps = self._steps
        if (message := steps.released(request)) is not None:
            again = steps.said_by_model(request, message)
            return steps.settled(request, message, await handler(again) if again else None)
        if (ended := steps.stopped(request)) is not None:
            return ended
        with steps.call(request) as turn:
            if (plain := steps.plain(turn, handler)) is not None:
                return steps.answered(plain.outcome(await turn.guard.arun(plain.request, plain.amodel(handler))))
            try:
                response = await handler(steps.to_twin(turn))
            except StructuredOutputError:
                if not turn.withheld:
                    raise
                return turn.outcome(None)
            if turn.answered(response):
                return steps.answered(turn.outcome(response))
            whole, said = steps.unwatched(turn), _already(response)
            return steps.answered(whole.outcome(await turn.guard.arun(whole.request, whole.amodel(said))))

    def _ask(self, turn: HeldTurn) -> AIMessage:
        """What a person lets the agent say. Interrupts the run until it is known."""
        review, door = reviewed(self.guard, turn), asked_of(get_config())
        asked = next(review)
        while True:
            answer = interrupt(asked)
            try:
                asked = review.send(answer if door is None else door.decided(answer))
            except StopIteration as done:
                message: AIMessage = done.value
                return message

    @signed
    def wrap_tool_call(self, request: ToolCallRequest, handler: Callable[[ToolCallRequest], _Given]) -> _Given:
        """Arguments the guard has not seen are judged before the tool runs, its result before anything else sees it."""
        steps = self._steps
        if (turn := steps.reviewed(request)) is not None:
            return steps.decided(turn, self._ask(turn))
        results = Results(steps.guard, steps.critic, request)
        if request.tool_call not in steps.cleared:
            arguments = Arguments(request)
            judged = steps.guard.run(results.earlier, alone(steps.critic, arguments.response))
            if not results.takes(arguments, judged):
                return steps.gave(results, None)
        return steps.gave(results, results(handler(results.request)))

    @signed
    async def awrap_tool_call(
        self, request: ToolCallRequest, handler: Callable[[ToolCallRequest], Awaitable[_Given]]
    ) -> _Given:
        steps = self._steps
        if (turn := steps.reviewed(request)) is not None:
            return steps.decided(turn, await asyncio.to_thread(self._ask, turn))  # a store may write to a disk
        results = Results(steps.guard, steps.critic, request)
        if request.tool_call not in steps.cleared:
            arguments = Arguments(request)
            judged = await steps.guard.arun(results.earlier, aalone(steps.critic, arguments.response))
            if not results.takes(arguments, judged):
                return steps.gave(results, None)
        return steps.gave(results, await results.later(await handler(results.request)))


def _already(response: ModelResponse[Any]) -> Callable[[ModelRequest[Any]], Awaitable[ModelResponse[Any]]]:
    """Answers with *response*, which is there."""

    async def answer(request: ModelRequest[Any]) -> ModelResponse[Any]:
        return response

    return answer
