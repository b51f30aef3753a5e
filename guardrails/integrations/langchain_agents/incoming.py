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
from guardrails.integrations.langchain.history import blank, storable, stored
from guardrails.integrations.langchain.messages import message_texts
from guardrails.integrations.langchain.preview import WITHHELD
from guardrails.integrations.langchain_agents.asked import Asked
from guardrails.types import Response, Result

__all__ = ["Incoming", "aalone", "alone"]


class Incoming:
    """The messages of one model call, and of the agent's state. *asked*: what was said, where the state has what was
    shown of it and this call is the one to judge that. *inside* is the same of the guard that came last in this call.
    """

    def __init__(self, request: ModelRequest[Any], asked: Asked | None) -> None:
        self._asked = asked
        self._kept: list[BaseMessage] = list(request.state["messages"])
        system = [request.system_message] if request.system_message else []
        self.given: list[BaseMessage] = [*system, *request.messages]
        self.messages = self.said(self.given)
        self.inside: Incoming | None = None
        self._decided: dict[str | None, BaseMessage] = {}

    def said(self, messages: Sequence[BaseMessage]) -> list[BaseMessage]:
        """*messages* as they were said."""
        return list(messages) if self._asked is None else [self._asked.said(message) for message in messages]

    def moderated(self, guard: Guard, exchange: Exchange, result: Result) -> list[BaseMessage]:
        """What the state has to be given in place of what it has, after a *result* that lets the turn go on.

        A memory of what was said keeps that. A message that the model was not asked with, or not as the state has it,
        is treated as if it were to be stored, without the judges: they judge what the model is asked with.
        """
        left = self._left()
        if guard.memory == "raw":
            return self._changed(left)
        sent = exchange.sent(result.request.texts)
        pairs = {said.id: (said, now) for said, now in zip(exchange.messages, sent, strict=True)}

        def now(message: BaseMessage) -> BaseMessage:
            said, sent = pairs.get(message.id, (None, message))
            return sent if said is message or said == message else storable(guard._unjudged(), [message])[0]

        return self._changed([now(message) for message in left])

    def withheld(self, guard: Guard, exchange: Exchange, result: Result) -> list[BaseMessage]:
        """The same for a turn that ends here: what is to blame is blanked, so that no later turn meets it.

        That is what the rules block, and what the *result* names; where neither does, all that was said last.
        """
        left, rest = self._left(), guard._unjudged()
        last = _after_last_answer(left)
        before = [stored(rest, one) or was for one, was in zip(left[:last], self._kept, strict=False)]
        kept = [*before, *storable(rest, left[last:])]
        blamed = {one.id for one in exchange.blamed(result)}
        if not blamed and all(text.text != WITHHELD for text in message_texts(kept)):
            blamed = {one.id for one in kept[last:]}
        return self._changed([blank(one) if one.id in blamed else one for one in kept])

    def _left(self) -> list[BaseMessage]:
        """What this guard decides about for the state: what was said, or what a guard further in has made of it."""
        inner = self.inside._decided if self.inside is not None else {}
        return [inner.get(now.id, said) for now, said in zip(self._kept, self.said(self._kept), strict=True)]

    def _changed(self, messages: Sequence[BaseMessage]) -> list[BaseMessage]:
        self._decided = {message.id: message for message in messages}
        return [now for now, kept in zip(messages, self._kept, strict=True) if now is not kept and now != kept]


def _after_last_answer(messages: Sequence[BaseMessage]) -> int:
    """Index of the first message after the last one that a model wrote."""
    answers = (index for index in range(len(messages) - 1, -1, -1) if isinstance(messages[index], AIMessage))
    return next(answers, -1) + 1


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
