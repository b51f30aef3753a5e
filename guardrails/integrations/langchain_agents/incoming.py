"""What an agent's model is asked with: as it was said, and as the agent's state is to keep it, by id of the message."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from langchain.agents.middleware.types import ModelRequest
from langchain_core.messages import AIMessage, BaseMessage

from guardrails.flow import AsyncModel, Call, CriticCall, Model
from guardrails.guard import Guard
from guardrails.integrations.langchain.critic import CriticModel
from guardrails.integrations.langchain.exchange import Exchange
from guardrails.integrations.langchain.history import storable
from guardrails.integrations.langchain.messages import message_texts, with_texts
from guardrails.integrations.langchain.preview import WITHHELD, blanked
from guardrails.integrations.langchain_agents.asked import Asked
from guardrails.types import Response, Result

__all__ = ["Incoming", "aalone", "alone"]


class Incoming:
    """The messages of one model call, and of the agent's state. *asked*: what was said, where the state has what was
    shown of it and this call is the one to judge that.
    """

    def __init__(self, request: ModelRequest[Any], asked: Asked | None) -> None:
        self._asked = asked
        self._kept: list[BaseMessage] = list(request.state["messages"])
        system = [request.system_message] if request.system_message else []
        self.given: list[BaseMessage] = [*system, *request.messages]
        self.messages = self.said(self.given)

    def said(self, messages: Sequence[BaseMessage]) -> list[BaseMessage]:
        """*messages* as they were said."""
        return list(messages) if self._asked is None else [self._asked.said(message) for message in messages]

    def moderated(self, guard: Guard, exchange: Exchange, result: Result) -> list[BaseMessage]:
        """What the state has to be given in place of what it has, after a *result* that lets the turn go on.

        A memory of what was said keeps that. A message that the model was not asked with, or not as the state has it,
        is treated as if it were to be stored, without the judges: they judge what the model is asked with.
        """
        if guard.memory == "raw":
            return self._changed(self.said(self._kept))
        sent = exchange.sent(result.request.texts)
        pairs = {said.id: (said, now) for said, now in zip(exchange.messages, sent, strict=True)}
        said = self.said(self._kept)
        left = [m for m in said if (pair := pairs.get(m.id)) is None or (pair[0] is not m and pair[0] != m)]
        rest = {m.id: now for m, now in zip(left, storable(guard._unjudged(), left), strict=True)}
        return self._changed([rest[m.id] if m.id in rest else pairs[m.id][1] for m in said])

    def withheld(self, guard: Guard) -> list[BaseMessage]:
        """The same for a turn that ends here: what is to blame is blanked, so that no later turn meets it."""
        stored = storable(guard, self.said(self._kept))
        blameless = all(text.text != WITHHELD for text in message_texts(stored))
        return self._changed(_blank(stored, _after_last_answer(stored)) if blameless else stored)

    def _changed(self, messages: Sequence[BaseMessage]) -> list[BaseMessage]:
        return [now for now, kept in zip(messages, self._kept, strict=True) if now is not kept and now != kept]


def _after_last_answer(messages: Sequence[BaseMessage]) -> int:
    """Index of the first message after the last one that a model wrote."""
    answers = (index for index in range(len(messages) - 1, -1, -1) if isinstance(messages[index], AIMessage))
    return next(answers, -1) + 1


def _blank(messages: Sequence[BaseMessage], start: int) -> list[BaseMessage]:
    """*messages*, with nothing of what those from *start* on say."""
    texts = message_texts(messages[start:])
    return [*messages[:start], *with_texts(messages[start:], texts, blanked(texts))]


def alone(critic: CriticModel, response: Callable[[], Response] | None = None) -> Model:
    """Answers where no model is called: *response*, or nothing, was said, and *critic* may be asked about it."""

    def model(call: Call) -> Response:
        return critic.ask(call) if isinstance(call, CriticCall) else _said(response)

    return model


def aalone(critic: CriticModel, response: Callable[[], Response] | None = None) -> AsyncModel:
    """Async twin of `alone`."""

    async def model(call: Call) -> Response:
        return await critic.aask(call) if isinstance(call, CriticCall) else _said(response)

    return model


def _said(response: Callable[[], Response] | None) -> Response:
    return Response(texts=()) if response is None else response()
