"""A model call whose answer is guarded as a whole: nobody watches the model, or it was not the guarded one."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any

from langchain.agents.middleware.types import ModelRequest, ModelResponse
from langchain_core.messages import AIMessage, BaseMessage, SystemMessage

from guardrails.flow import AsyncModel, Call, CriticCall, Model
from guardrails.integrations.langchain.critic import CriticModel
from guardrails.integrations.langchain.exchange import Exchange, told_model, total_tokens
from guardrails.integrations.langchain.info import informed
from guardrails.integrations.langchain.messages import message_texts
from guardrails.integrations.langchain.values import value_texts, value_with
from guardrails.integrations.langchain_agents.answers import Answered, ModelTurn
from guardrails.integrations.langchain_agents.review import Draft
from guardrails.integrations.wire.schema import Schemas
from guardrails.types import Request, Response, Result, Source, Text

__all__ = ["PlainTurn"]

_Asks = Callable[[ModelRequest[Any]], ModelResponse[Any]]
_AsksLater = Callable[[ModelRequest[Any]], Awaitable[ModelResponse[Any]]]


class PlainTurn:
    """*turn*, whose model is asked as it is, by the name *model*. *schemas* are of its tools."""

    def __init__(self, turn: ModelTurn, critic: CriticModel, *, schemas: Schemas, model: str | None) -> None:
        self._turn, self._critic = turn, critic
        self._exchange = Exchange(turn.incoming.messages, {}, model=model, schemas=schemas)
        self.request = self._exchange.request
        self._said: tuple[ModelResponse[Any], tuple[Text, ...]] | None = None

    def model(self, ask: _Asks) -> Model:
        """Asks the agent's model by way of *ask*."""

        def model(call: Call) -> Response:
            return self._critic.ask(call) if isinstance(call, CriticCall) else self.reply(ask(self._sent(call.request)))

        return model

    def amodel(self, ask: _AsksLater) -> AsyncModel:
        """Async twin of `model`."""

        async def model(call: Call) -> Response:
            if isinstance(call, CriticCall):
                return await self._critic.aask(call)
            return self.reply(await ask(self._sent(call.request)))

        return model

    def _sent(self, request: Request) -> ModelRequest[Any]:
        given = self._turn.request
        messages: list[Any] = self._exchange.sent(request.texts)
        if all(one is now for one, now in zip(self._turn.incoming.given, messages, strict=True)):
            return given
        if given.system_message is None:
            return given.override(messages=messages)
        system, *rest = messages
        assert isinstance(system, SystemMessage)  # noqa: S101 - an edit keeps the kind of a message
        return given.override(system_message=system, messages=rest)

    def reply(self, response: ModelResponse[Any]) -> Response:
        """The core's view of what was said."""
        first = response.result[0] if response.result else None
        self._said = (response, self._texts(response))
        return Response(
            texts=self._said[1],
            model=told_model(first) or self.request.model,
            tokens=total_tokens(first),
            native=response,
        )

    def _texts(self, response: ModelResponse[Any]) -> tuple[Text, ...]:
        said = message_texts(response.result, schemas=self._exchange.schemas, answer=True)
        if response.structured_response is None:
            return said
        value = [*response.result, response.structured_response]
        return value_texts(value, Source.ASSISTANT, answer=True)

    def outcome(self, result: Result) -> Answered:
        """What the agent gets."""
        response, before = self._said or (None, ())
        if response is not result.response.native:  # a layer answered in place of the model
            response, before = None, ()
        if result.response.refusal is not None:
            return self._turn.refused(self._exchange, result, response.result if response else (), self._draft())
        if response is None:
            told = ModelResponse[Any](result=[_told(AIMessage(result.text), result)])
        else:
            value = [*response.result, response.structured_response]
            *messages, structured = value_with(value, before, result.response.texts)
            told = ModelResponse(result=[_told(one, result) for one in messages], structured_response=structured)
        return self._turn.given(self._exchange, result, told)

    def _draft(self) -> Draft:
        response, texts = self._said or (None, ())
        message = response.result[0] if response is not None and len(response.result) == 1 else None
        return Draft(message=message, texts=texts) if isinstance(message, AIMessage) else Draft()


def _told(message: BaseMessage, result: Result) -> BaseMessage:
    if not isinstance(message, AIMessage):
        return message
    return message.model_copy(update={"response_metadata": informed(message.response_metadata, result)})
