"""One call of an agent's model under guard: what it is asked with, and what the agent and its state get."""

from __future__ import annotations

from collections.abc import Sequence
from contextvars import ContextVar
from typing import Any, Final

from langchain.agents.middleware.types import ExtendedModelResponse, ModelRequest, ModelResponse
from langchain_core.messages import AIMessage, BaseMessage
from langchain_core.runnables import RunnableConfig
from langgraph.types import Command

from guardrails.guard import Guard
from guardrails.integrations.langchain.exchange import Exchange
from guardrails.integrations.langchain.messages import message_texts
from guardrails.integrations.langchain.refusal import refusal_message
from guardrails.integrations.langchain_agents.asked import asked_of, place_of
from guardrails.integrations.langchain_agents.incoming import Incoming
from guardrails.integrations.langchain_agents.keeper import Keeper
from guardrails.integrations.langchain_agents.models import watching
from guardrails.integrations.langchain_agents.review import REVIEW, Draft, awaiting
from guardrails.integrations.langchain_agents.state import HELD, HeldTurn
from guardrails.types import Action, Result, Source

__all__ = ["Answered", "ModelTurn"]

Answered = ModelResponse[Any] | ExtendedModelResponse[Any]


_GOING_ON: Final[ContextVar[ModelTurn | None]] = ContextVar("guardrails_turn", default=None)


class ModelTurn:
    """Belongs to one call, made with *config*. *reviewable*: the agent can stop here for a person.

    *over* is an answer that nobody waits for any longer. As a context it ends with the call, and the turn of another
    guard that begins in it stands inside this one: what that writes to the agent's state is what this one starts from.
    """

    def __init__(
        self, keeper: Keeper, request: ModelRequest[Any], config: RunnableConfig, *,
        name: str, reviewable: bool, over: AIMessage | None,
    ) -> None:  # fmt: skip
        self._keeper, self.request, self._name, self._reviewable = keeper, request, name, reviewable
        self.config, self._over, self._place = config, over, place_of(config)
        asked = asked_of(config)
        self._asked = asked if asked is not None and asked.take(self._place) else None
        self._before: ModelTurn | None = None
        self.guard: Guard = keeper.guard(reviewable=reviewable)
        self.incoming = Incoming(request, self._asked)
        self._heard: tuple[Exchange, Result] | None = None

    def __enter__(self) -> ModelTurn:
        self._before = _GOING_ON.get()
        if self._before is not None and self._before._place == self._place:
            self._before.incoming.inside = self.incoming
        _GOING_ON.set(self)
        return self

    def __exit__(self, kind: object, *error: object) -> None:
        _GOING_ON.set(self._before)
        if kind is not None and self._asked is not None:
            self._asked.give_back()

    def said(self, messages: Sequence[BaseMessage]) -> list[BaseMessage]:
        """What the twin judges, asked with *messages*."""
        return self.incoming.said(messages)

    def heard(self, exchange: Exchange, result: Result) -> None:
        """What a call of the twin came to."""
        self._heard = (exchange, result)

    def answered(self, response: ModelResponse[Any]) -> bool:
        """Whether *response* is what came of the twin: it says what the twin said last, or stands for its refusal.

        That the twin was asked is not enough: somebody nearer to the model may have asked another one after it, or
        written into its answer. Where the twin of a guard further out asks this one, it is that one's word.
        """
        outer = watching(self.request.model)
        if isinstance(outer, ModelTurn):
            return outer.answered(response)
        if self._heard is None:
            return False
        exchange, result = self._heard
        if self.withheld:
            return True
        told = [one.message for one in exchange.answer(result).generations]
        return _texts(told) == _texts([one for one in response.result if isinstance(one, AIMessage)])

    @property
    def withheld(self) -> bool:
        return self._heard is not None and self._heard[1].response.refusal is not None

    def outcome(self, response: ModelResponse[Any] | None) -> Answered:
        """What the agent gets for the *response* of the twin; ``None``: the agent could not read the refusal."""
        if self._heard is None:  # a guard further out had refused before
            assert response is not None  # noqa: S101 - only a refusal of this guard's is unreadable to it
            return response
        exchange, result = self._heard
        if result.response.refusal is None:
            assert response is not None  # noqa: S101 - only a refusal is unreadable
            return self.given(exchange, result, response)
        return self.refused(exchange, result, response.result if response is not None else ())

    def given(self, exchange: Exchange, result: Result, response: ModelResponse[Any]) -> Answered:
        """*response*, which *result* lets through, and what was moderated for it."""
        return self._with(response, self.incoming.moderated(self._keeper.own, exchange, result))

    def refused(
        self, exchange: Exchange, result: Result, drafts: Sequence[BaseMessage], draft: Draft | None = None
    ) -> Answered:
        """A refusal in place of *drafts*, and in the state nothing of what was to blame."""
        message = _refusal(result, drafts)
        turn = self._keeper.turn(result, draft or Draft.of(exchange, result)) if self._reviewable else None
        if self._asked is not None:  # so that another call about it in this run is refused as well
            self._asked.give_back()
        if exchange.request.texts and _blames_request(result):
            changed = self.incoming.withheld(self._keeper.own, exchange, result)
        else:
            changed = self.incoming.moderated(self._keeper.own, exchange, result)
        if turn is None:
            return self._with(ModelResponse(result=[message]), changed)
        return self._with(ModelResponse(result=[awaiting(message, turn)]), changed, turn)

    def _with(self, response: ModelResponse[Any], changed: list[BaseMessage], turn: HeldTurn | None = None) -> Answered:
        """*response*, and what the agent's state is given beside it."""
        update: dict[str, Any] = {}
        if turn is not None or self._over is not None:
            update[HELD] = {self._name: turn}
        if changed or self._over is not None:
            update["messages"] = changed if self._over is None else [*changed, self._over]
        return ExtendedModelResponse(response, Command(update=update)) if update else response


def _texts(messages: Sequence[BaseMessage]) -> list[str]:
    """What *messages* say, but for the call that stands for a review, which a guard further in may have added."""
    return [text.text for text in message_texts([_unreviewed(message) for message in messages])]


def _unreviewed(message: BaseMessage) -> BaseMessage:
    if not isinstance(message, AIMessage) or all(call["name"] != REVIEW for call in message.tool_calls):
        return message
    return message.model_copy(update={"tool_calls": [one for one in message.tool_calls if one["name"] != REVIEW]})


def _blames_request(result: Result) -> bool:
    """Whether the model was not asked, or was asked beside a judge who then refused what the user said."""
    if not result.request.texts:
        return True
    judged = (one for one in result.decisions if one.source is Source.USER and one.action >= Action.ESCALATE)
    return result.response.native is None and any(judged)


def _refusal(result: Result, drafts: Sequence[BaseMessage]) -> AIMessage:
    """The refusal of *result*, with the name and the facts of the answer among *drafts*."""
    refused = next((one for one in drafts if isinstance(one, AIMessage)), None)
    made = refusal_message(result, refused)
    return made if refused is None else made.model_copy(update={"name": refused.name})
