"""What comes to an agent before its model is asked: moderated in the agent's state, message by message, by id."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from langchain_core.messages import AIMessage, BaseMessage

from guardrails.flow import AsyncModel, Call, CriticCall, Model
from guardrails.guard import Guard
from guardrails.integrations.langchain.critic import CriticModel
from guardrails.integrations.langchain.history import storable
from guardrails.integrations.langchain.messages import message_texts, with_texts
from guardrails.integrations.langchain.preview import WITHHELD, blanked
from guardrails.types import Request, Response, Result

__all__ = ["Incoming", "aalone", "after_last_answer", "alone", "blank"]


class Incoming:
    """The messages of an agent's state at the beginning of a turn. *asked*: what was said, by id, where it is not what
    the state was given.
    """

    def __init__(self, state: Mapping[str, Any], asked: Mapping[str, BaseMessage]) -> None:
        self._kept: list[BaseMessage] = list(state["messages"])
        self._messages = [asked.get(message.id or "", message) for message in self._kept]
        self.request = Request(texts=message_texts(self._messages), native=self._messages)

    def moderated(self, result: Result) -> list[BaseMessage]:
        """What the state has to be given in place of what it has, after a *result* that lets the turn go on."""
        return self._changed(with_texts(self._messages, self.request.texts, result.request.texts))

    def withheld(self, guard: Guard) -> list[BaseMessage]:
        """The same for a turn that ends here: what is to blame is blanked, so that no later turn meets it."""
        stored = storable(guard, self._messages)
        blameless = all(text.text != WITHHELD for text in message_texts(stored))
        return self._changed(blank(stored, after_last_answer(stored)) if blameless else stored)

    def _changed(self, messages: Sequence[BaseMessage]) -> list[BaseMessage]:
        return [now for now, kept in zip(messages, self._kept, strict=True) if now is not kept and now != kept]


def after_last_answer(messages: Sequence[BaseMessage]) -> int:
    """Index of the first message after the last one that a model wrote."""
    answers = (index for index in range(len(messages) - 1, -1, -1) if isinstance(messages[index], AIMessage))
    return next(answers, -1) + 1


def blank(messages: Sequence[BaseMessage], start: int) -> list[BaseMessage]:
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
