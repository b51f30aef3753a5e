"""What the middleware does at each step of an agent, but for the calls themselves, which may have to be awaited."""

from __future__ import annotations

import warnings
from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

from langchain.agents.middleware.types import ExtendedModelResponse, ModelRequest, ModelResponse
from langchain_core.language_models import BaseChatModel
from langchain_core.messages import AIMessage, RemoveMessage, ToolMessage
from langchain_core.runnables import Runnable
from langgraph.config import get_config
from langgraph.prebuilt.tool_node import ToolCallRequest
from langgraph.types import Command

from guardrails.guard import Guard
from guardrails.integrations.langchain.chat_model import GuardedChatModel
from guardrails.integrations.langchain.critic import CriticModel
from guardrails.integrations.langchain_agents.answers import Answered, ModelTurn
from guardrails.integrations.langchain_agents.asked import asked_of
from guardrails.integrations.langchain_agents.cleared import Cleared, WithheldResults
from guardrails.integrations.langchain_agents.keeper import Keeper
from guardrails.integrations.langchain_agents.models import (
    DeclaredTools,
    GuardedModels,
    Released,
    asks_model,
    innermost,
    is_watched,
    own_model,
)
from guardrails.integrations.langchain_agents.plain import PlainTurn
from guardrails.integrations.langchain_agents.review import REVIEW, Draft, awaiting, review_call
from guardrails.integrations.langchain_agents.state import HELD, HeldTurn, has_checkpointer, held_turn
from guardrails.integrations.langchain_agents.tools import Results, stopped

__all__ = ["Steps"]

_UNSHOWN = (
    "what was said to the agent was shown to its callbacks, to other middleware and to its checkpointer before its "
    "model was asked: use guard.wrap(agent), where it is moderated at the door"
)
_UNWATCHED = (
    "an answer did not come from the model that GuardMiddleware guards: it is guarded as a whole, but what its model "
    "streamed was not. List GuardMiddleware last, or give the agent guard.wrap(model)"
)


class Steps:
    """Belongs to one middleware, called *name* in its agent. *review*: a held turn may interrupt the agent."""

    def __init__(self, guard: Guard, critic: Runnable[Any, Any] | None, *, name: str, review: bool) -> None:
        self.name, self._review, self._critic = name, review, critic
        self.critic, self.cleared = CriticModel(critic, named=False), Cleared()
        self._withheld = WithheldResults()
        self._models, self._tools = GuardedModels(critic), DeclaredTools()
        self._keeper, self._warned = Keeper(guard), set[str]()

    def __reduce__(self) -> tuple[Any, ...]:
        """To be pickled or copied as it was made, with nothing of what was said."""
        return partial(type(self), name=self.name, review=self._review), (self._keeper.given, self._critic)

    @property
    def reviewable(self) -> bool:
        """Whether the run that is going on can stop here for a person."""
        return self._review and has_checkpointer(get_config())

    @property
    def guard(self) -> Guard:
        """The one to call now."""
        return self._keeper.guard(reviewable=self.reviewable)

    def call(self, request: ModelRequest[Any]) -> ModelTurn:
        """The call of *request*. An answer that was waiting when somebody said something else stays withheld."""
        held = held_turn(request.state, self.name)
        waiting = _waiting(request.messages, held) if held is not None else None
        over: AIMessage | None = None
        if waiting is not None:
            over = waiting.model_copy(update={"tool_calls": []})
            request = request.override(messages=[over if one is waiting else one for one in request.messages])
        config = get_config()
        reviewable = self._review and has_checkpointer(config)
        return ModelTurn(self._keeper, request, config, name=self.name, reviewable=reviewable, over=over)

    def plain(self, turn: ModelTurn, handler: Callable[..., Any]) -> PlainTurn | None:
        """The call, if *handler* asks the model itself and nobody would see what it is asked and says."""
        model = turn.request.model
        if turn.request.response_format is not None or isinstance(model, GuardedChatModel):
            return None
        if not asks_model(handler) or is_watched(model, turn.config):
            return None
        return self._whole(turn)

    def unwatched(self, turn: ModelTurn) -> PlainTurn:
        """The call, whose answer came from another model than the guarded one."""
        self._warn(_UNWATCHED)
        return self._whole(turn)

    def _whole(self, turn: ModelTurn) -> PlainTurn:
        twin = self._twin(turn, own_model(turn.request.model))
        named = turn.request.model_settings.get("model") or twin.model_name
        schemas = self._tools.of(turn.request.tools)
        return PlainTurn(turn, twin.critic_model, schemas=schemas, model=named if isinstance(named, str) else None)

    def to_twin(self, turn: ModelTurn) -> ModelRequest[Any]:
        """The request of *turn*, to a guarded model that tells it what its calls came to."""

        def watched(model: BaseChatModel) -> BaseChatModel:
            return self._twin(turn, model).model_copy(update={"watch": turn})

        return turn.request.override(model=innermost(turn.request.model, watched))

    def _twin(self, turn: ModelTurn, model: BaseChatModel) -> GuardedChatModel:
        return self._models.of(model, turn.guard, self._keeper.given)

    def answered(self, answer: Answered) -> Answered:
        """*answer*, whose tool calls need not be judged again."""
        response = answer.model_response if isinstance(answer, ExtendedModelResponse) else answer
        self.cleared.add(response.result)
        if isinstance(answer, ExtendedModelResponse) and answer.command is not None:
            self._unshown(answer.command)
        return answer

    def _unshown(self, command: Command[Any]) -> None:
        changed = isinstance(command.update, Mapping) and command.update.get("messages")
        asked = asked_of(get_config())
        if changed and (asked is None or all(guard is not self._keeper.given for guard in asked.guards)):
            self._warn(_UNSHOWN)

    def _warn(self, about: str) -> None:
        if about not in self._warned:
            self._warned.add(about)
            warnings.warn(about, RuntimeWarning, stacklevel=2)

    def released(self, request: ModelRequest[Any]) -> AIMessage | None:
        """What a person released, or refused, and the agent has not said yet: to no other question than it answers."""
        turn, messages = held_turn(request.state, self.name), request.state["messages"]
        if turn is None or not messages or _waiting(messages[-1:], turn) is None:
            return None
        return turn["released"]

    def said_by_model(self, request: ModelRequest[Any], message: AIMessage) -> ModelRequest[Any] | None:
        """*request* to a model that says *message*, or ``None`` for a refusal, which no schema fits."""
        if message.response_metadata.get("finish_reason") == "content_filter":
            return None
        self.cleared.add([message])
        return request.override(model=innermost(request.model, lambda model: Released.by(model, message)))

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
        if result is None or result not in self._withheld:  # anybody can write what looks like it
            return None
        message = AIMessage(
            str(result.text),
            additional_kwargs={"refusal": str(result.text)},
            response_metadata={"finish_reason": "content_filter", **result.response_metadata},
        )
        turn = held_turn(request.state, self.name)
        return ModelResponse(result=[message if turn is None else awaiting(message, turn)])

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
        turn = self._keeper.turn(result, Draft()) if self.reviewable else None
        refused = results.refused(result)
        self._withheld.add(refused)
        if turn is None:
            return refused
        return Command(update={"messages": [refused], HELD: {self.name: turn}})


def _waiting(messages: list[Any], turn: HeldTurn) -> AIMessage | None:
    """The answer of *turn* that stands in for the one that is held."""
    for message in reversed(messages):
        if isinstance(message, AIMessage) and any(call["id"] == review_call(turn) for call in message.tool_calls):
            return message
    return None
