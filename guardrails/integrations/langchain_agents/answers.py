"""One call of an agent's model under guard: what it is asked with, and what the agent gets."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from langchain.agents.middleware.types import ExtendedModelResponse, ModelRequest, ModelResponse
from langchain_core.language_models import BaseChatModel
from langchain_core.messages import AIMessage, BaseMessage
from langchain_core.runnables import Runnable
from langgraph.types import Command

from guardrails.guard import Guard
from guardrails.integrations.langchain.chat_model import GuardedChatModel
from guardrails.integrations.langchain.exchange import Exchange
from guardrails.integrations.langchain.info import KEY, result_info
from guardrails.integrations.langchain.messages import message_texts
from guardrails.integrations.langchain.refusal import refusal_message
from guardrails.integrations.langchain.values import value_texts, value_with
from guardrails.integrations.langchain_agents.incoming import after_last_answer, blank
from guardrails.integrations.langchain_agents.keeper import Keeper, decisive
from guardrails.integrations.langchain_agents.review import awaiting
from guardrails.integrations.langchain_agents.state import HELD
from guardrails.types import Request, Response, Result, Source

__all__ = ["Answered", "GuardedModels", "ModelTurn", "Unwatched"]

Answered = ModelResponse[Any] | ExtendedModelResponse[Any]


class GuardedModels:
    """Guarded twins of the models an agent asks. The last one is kept: agents seldom change theirs."""

    def __init__(self, critic: Runnable[Any, Any] | None) -> None:
        self._critic = critic
        self._last: tuple[BaseChatModel, Guard, GuardedChatModel] | None = None

    def of(self, model: BaseChatModel, guard: Guard, own: Guard) -> GuardedChatModel:
        """*model* under *guard*. One that *own* guards already is not guarded twice."""
        last = self._last
        if last is not None and last[0] is model and last[1] is guard:
            return last[2]
        inner, critic = model, self._critic
        if isinstance(model, GuardedChatModel) and model.guard is own:
            inner, critic = model.inner, self._critic or model.critic
        guarded = GuardedChatModel.of(guard, inner, critic)
        self._last = (model, guard, guarded)
        return guarded


class ModelTurn:
    """Belongs to one call. *reviewable*: the agent can stop here for a person."""

    def __init__(self, keeper: Keeper, request: ModelRequest[Any], *, name: str, reviewable: bool) -> None:
        self._keeper, self._given, self._name, self._reviewable = keeper, request, name, reviewable
        self._heard: tuple[Exchange, Result] | None = None

    def request(self, models: GuardedModels) -> ModelRequest[Any]:
        """The request, to a guarded model that tells this turn what its calls came to."""
        guard = self._keeper.guard(reviewable=self._reviewable)
        model = models.of(self._given.model, guard, self._keeper.own)
        return self._given.override(model=model.model_copy(update={"heard": self._hear}))

    def _hear(self, exchange: Exchange, result: Result) -> None:
        self._heard = (exchange, result)

    @property
    def heard(self) -> bool:
        """Whether the guarded model was asked, and answered."""
        return self._heard is not None

    @property
    def withheld(self) -> bool:
        return self._heard is not None and decisive(self._heard[1]).response.refusal is not None

    def outcome(self, response: ModelResponse[Any] | None) -> Answered:
        """What the agent gets for the *response* of its model; ``None``: the agent could not read the refusal."""
        assert self._heard is not None  # noqa: S101 - asked only where something was heard
        exchange, result = self._heard
        result = decisive(result)
        if result.response.refusal is None:
            assert response is not None  # noqa: S101 - only a refusal is unreadable
            return response
        message = _refusal(result, response)
        turn = self._keeper.turn(result, exchange) if self._reviewable else None
        before = self._blanked() if not result.request.texts else []
        if turn is None:
            return ModelResponse(result=[*before, message])
        held = ModelResponse[Any](result=[*before, awaiting(message, turn)])
        return ExtendedModelResponse(held, Command(update={HELD: {self._name: turn}}))

    def _blanked(self) -> list[BaseMessage]:
        """What the model was not sent, with nothing of what it says: no later turn is to meet it."""
        messages = self._given.messages
        return blank(messages, start)[start:] if (start := after_last_answer(messages)) < len(messages) else []


def _refusal(result: Result, response: ModelResponse[Any] | None) -> AIMessage:
    given: Sequence[BaseMessage] = response.result if response is not None else ()
    refused = next((one for one in given if isinstance(one, AIMessage)), None)
    made = refusal_message(result, refused)
    return made if refused is None else made.model_copy(update={"name": refused.name})


class Unwatched:
    """An answer that did not come from the guarded model: another middleware gave it, or asked another model."""

    def __init__(self, request: ModelRequest[Any], response: ModelResponse[Any]) -> None:
        self._response = response
        self._value = [*response.result, response.structured_response]
        self._texts = value_texts(self._value, Source.ASSISTANT, answer=True)
        self.request = Request(texts=message_texts(request.messages))

    def response(self) -> Response:
        return Response(texts=self._texts)

    def outcome(self, result: Result) -> ModelResponse[Any]:
        """What the agent gets."""
        result = decisive(result)
        if result.response.refusal is not None:
            return ModelResponse(result=[_refusal(result, self._response)])
        *messages, structured = value_with(self._value, self._texts, result.response.texts)
        return ModelResponse(result=[_told(one, result) for one in messages], structured_response=structured)


def _told(message: BaseMessage, result: Result) -> BaseMessage:
    if not isinstance(message, AIMessage):
        return message
    return message.model_copy(update={"response_metadata": {**message.response_metadata, KEY: result_info(result)}})
