"""What the middleware does at each step of an agent, but for the calls themselves, which may have to be awaited."""

from __future__ import annotations

import warnings
from collections.abc import Mapping
from typing import Any

from langchain.agents.middleware.types import ExtendedModelResponse, ModelRequest, ModelResponse
from langchain_core.messages import AIMessage, BaseMessage, RemoveMessage, ToolMessage
from langchain_core.runnables import Runnable
from langgraph.config import get_config
from langgraph.prebuilt.tool_node import ToolCallRequest
from langgraph.types import Command

from guardrails.guard import Guard
from guardrails.integrations.langchain.critic import CriticModel
from guardrails.integrations.langchain.refusal import refusal_message
from guardrails.integrations.langchain_agents.answers import Answered, GuardedModels, ModelTurn, Unwatched
from guardrails.integrations.langchain_agents.asked import asked_of
from guardrails.integrations.langchain_agents.cleared import Cleared
from guardrails.integrations.langchain_agents.incoming import Incoming
from guardrails.integrations.langchain_agents.keeper import Keeper, decisive
from guardrails.integrations.langchain_agents.replay import Released
from guardrails.integrations.langchain_agents.review import REVIEW, awaiting, review_call
from guardrails.integrations.langchain_agents.state import HELD, HeldTurn, has_checkpointer, held_turn
from guardrails.integrations.langchain_agents.tools import Results, stopped
from guardrails.types import Result

__all__ = ["Steps"]

_UNSHOWN = (
    "what was said to the agent was shown to its callbacks, and to its checkpointer, before its first node ran: use "
    "guard.wrap(agent), where it is moderated at the door"
)
_UNWATCHED = (
    "an answer did not come from the model that GuardMiddleware guards: it is guarded as a whole, but what its model "
    "streamed was not. List GuardMiddleware last, or give the agent guard.wrap(model)"
)


class Steps:
    """Belongs to one middleware, called *name* in its agent. *review*: a held turn may interrupt the agent."""

    def __init__(self, guard: Guard, critic: Runnable[Any, Any] | None, *, name: str, review: bool) -> None:
        self.name, self._review = name, review
        self.critic, self.models = CriticModel(critic, named=False), GuardedModels(critic)
        self.cleared = Cleared()
        self._keeper, self._warned = Keeper(guard), set[str]()

    @property
    def reviewable(self) -> bool:
        """Whether the run that is going on can stop here for a person."""
        return self._review and has_checkpointer(get_config())

    @property
    def guard(self) -> Guard:
        """The one to call now."""
        return self._keeper.guard(reviewable=self.reviewable)

    def incoming(self, state: Mapping[str, Any]) -> Incoming:
        return Incoming(state, asked_of(get_config()) or {})

    def begun(self, state: Mapping[str, Any], incoming: Incoming, result: Result) -> dict[str, Any] | None:
        """What the agent's state gets before the turn begins, or instead of it."""
        result, over = decisive(result), self._abandoned(state)
        if result.response.refusal is None:
            changed = [*over, *incoming.moderated(result)]
            self._unshown(changed)
            return {"messages": changed, **self._cleared_turn(over)} if changed else None
        changed = [*over, *incoming.withheld(self._keeper.own)]
        self._unshown(changed)
        stale = {"structured_response": None} if state.get("structured_response") is not None else {}
        return {**stale, **self._cleared_turn(over), **self._ended(result, changed)}

    def _ended(self, result: Result, changed: list[BaseMessage]) -> dict[str, Any]:
        message, turn = refusal_message(result), self._turn(result)
        if turn is None:
            return {"messages": [*changed, message], "jump_to": "end"}
        return {"messages": [*changed, awaiting(message, turn)], HELD: {self.name: turn}, "jump_to": "tools"}

    def _turn(self, result: Result) -> HeldTurn | None:
        return self._keeper.turn(result) if self.reviewable else None

    def _abandoned(self, state: Mapping[str, Any]) -> list[BaseMessage]:
        """A turn that was waiting when somebody said something else: it stays withheld, and calls for no review."""
        turn = held_turn(state, self.name)
        waiting = _waiting(state["messages"], turn) if turn is not None else None
        return [] if waiting is None else [waiting.model_copy(update={"tool_calls": []})]

    def _cleared_turn(self, over: list[BaseMessage]) -> dict[str, Any]:
        return {HELD: {self.name: None}} if over else {}

    def _unshown(self, changed: list[BaseMessage]) -> None:
        if changed and asked_of(get_config()) is None:
            self._warn(_UNSHOWN)

    def _warn(self, about: str) -> None:
        if about not in self._warned:
            self._warned.add(about)
            warnings.warn(about, RuntimeWarning, stacklevel=2)

    def released(self, request: ModelRequest[Any]) -> AIMessage | None:
        """What a person released, or refused, and the agent has not said yet."""
        turn = held_turn(request.state, self.name)
        return turn["released"] if turn is not None else None

    def said_by_model(self, request: ModelRequest[Any], message: AIMessage) -> ModelRequest[Any] | None:
        """*request* to a model that says *message*, or ``None`` for a refusal, which no schema fits."""
        if message.response_metadata.get("finish_reason") == "content_filter":
            return None
        self.cleared.add([message])
        return request.override(model=Released.by(request.model, message))

    def settled(
        self, request: ModelRequest[Any], message: AIMessage, response: ModelResponse[Any] | None
    ) -> ExtendedModelResponse[Any]:
        """*response*, or the refusal *message*, in place of the answer that was waiting."""
        turn = held_turn(request.state, self.name)
        waiting = _waiting(request.messages, turn) if turn is not None else None
        gone = [RemoveMessage(id=waiting.id)] if waiting is not None and waiting.id else []
        update = {"messages": gone, HELD: {self.name: None}}
        return ExtendedModelResponse(response or ModelResponse(result=[message]), Command(update=update))

    def stopped(self, request: ModelRequest[Any]) -> ModelResponse[Any] | None:
        """The end of a turn in which a tool gave what was withheld."""
        result = stopped(request.messages)
        if result is None:
            return None
        message = AIMessage(
            str(result.text),
            additional_kwargs={"refusal": str(result.text)},
            response_metadata={"finish_reason": "content_filter", **result.response_metadata},
        )
        turn = held_turn(request.state, self.name)
        return ModelResponse(result=[message if turn is None else awaiting(message, turn)])

    def call(self, request: ModelRequest[Any]) -> ModelTurn:
        return ModelTurn(self._keeper, request, name=self.name, reviewable=self.reviewable)

    def unwatched(self, request: ModelRequest[Any], response: ModelResponse[Any]) -> Unwatched:
        self._warn(_UNWATCHED)
        return Unwatched(request, response)

    def answered(self, answer: Answered) -> Answered:
        """*answer*, whose tool calls need not be judged again."""
        response = answer.model_response if isinstance(answer, ExtendedModelResponse) else answer
        self.cleared.add(response.result)
        return answer

    def reviewed(self, request: ToolCallRequest) -> HeldTurn | None:
        """The turn that a call stands for whose review is to be waited for, if it is no call of the model's."""
        if request.tool_call["name"] != REVIEW or not isinstance(request.state, Mapping):
            return None
        turn = held_turn(request.state, self.name)
        return turn if turn is not None and request.tool_call["id"] == review_call(turn) else None

    def decided(self, turn: HeldTurn, message: AIMessage) -> Command[Any]:
        """What the tool node gives once a person has decided: the model node says it."""
        said = message.model_copy(update={"id": None})
        return Command(update={HELD: {self.name: {**turn, "case": "", "draft": None, "released": said}}})

    def gave(self, results: Results, outcome: ToolMessage | Command[Any] | None) -> ToolMessage | Command[Any]:
        """What the tool node gives after a call, or without one that was not let through."""
        result = results.result
        if result is None or result.response.refusal is None:
            assert outcome is not None  # noqa: S101 - the tool ran
            return outcome
        turn = self._turn(result)
        if turn is None:
            return results.refused(result)
        return Command(update={"messages": [results.refused(result)], HELD: {self.name: turn}})


def _waiting(messages: list[Any], turn: HeldTurn) -> AIMessage | None:
    """The answer of *turn* that stands in for the one that is held."""
    for message in reversed(messages):
        if isinstance(message, AIMessage) and any(call["id"] == review_call(turn) for call in message.tool_calls):
            return message
    return None
