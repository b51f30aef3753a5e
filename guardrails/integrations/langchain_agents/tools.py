"""One call of a tool under guard: its arguments before it runs, its result before anything sees it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import Any

from langchain_core.messages import AIMessage, BaseMessage, ToolMessage
from langgraph.prebuilt.tool_node import ToolCallRequest
from langgraph.types import Command

from guardrails.guard import Guard
from guardrails.integrations.langchain.critic import CriticModel
from guardrails.integrations.langchain.info import KEY, WITHHOLDING, result_info
from guardrails.integrations.langchain.messages import message_texts, with_texts
from guardrails.integrations.langchain.schemas import tool_schemas
from guardrails.integrations.langchain_agents.incoming import aalone, alone
from guardrails.integrations.langchain_agents.tool_results import Gave
from guardrails.integrations.langchain_agents.watched_tool import watched
from guardrails.integrations.wire.schema import Schemas
from guardrails.types import Request, Response, Result, Text

__all__ = ["Arguments", "Results", "stopped"]


class _Withheld(str):
    """Stands for a result that is withheld: the refusal."""

    __slots__ = ()
    withheld = True


class Arguments:
    """The arguments of one call."""

    def __init__(self, request: ToolCallRequest) -> None:
        self._request, self._call = request, request.tool_call
        self._message = AIMessage("", tool_calls=[self._call])

    def texts(self, *, fitting: bool = False) -> tuple[Text, ...]:
        """As texts of an answer; *fitting*, with what an edit of them must fit."""
        schemas = Schemas(tool_schemas([self._request.tool]), None) if fitting and self._request.tool else None
        return message_texts([self._message], schemas=schemas) if schemas else message_texts([self._message])

    def response(self) -> Response:
        return Response(texts=self.texts(fitting=True))

    def let_through(self, result: Result) -> ToolCallRequest:
        """The request with the arguments that *result* lets through."""
        message = with_texts([self._message], self.texts(), result.response.texts)[0]
        if message is self._message or not isinstance(message, AIMessage):
            return self._request
        return self._request.override(tool_call=message.tool_calls[0])


class Results:
    """A `Screen` for one call of a tool: what it gave goes in, what may be seen of it comes out.

    *result* is the guard's on what was moderated last.
    """

    def __init__(self, guard: Guard, critic: CriticModel, request: ToolCallRequest) -> None:
        self._guard, self._critic, self._given = guard, critic, request
        self._cleared: set[str] = set()
        self.result: Result | None = None

    @cached_property
    def earlier(self) -> Request:
        """The conversation so far."""
        state = self._given.state
        return Request(texts=message_texts(state.get("messages", ()) if isinstance(state, Mapping) else ()))

    @property
    def request(self) -> ToolCallRequest:
        """The request with the tool watched by this screen."""
        tool = self._given.tool
        return self._given if tool is None else self._given.override(tool=watched(tool, self))

    def __call__(self, value: Any, /) -> Any:
        if _several(value):
            return [self(one) for one in value]
        gave = Gave(value)
        if self._known(gave.texts):
            return gave.value
        return self._seen(gave, self._guard.run(self._asked(gave), alone(self._critic)))

    async def later(self, value: Any, /) -> Any:
        """Async twin of a call."""
        if _several(value):
            return [await self.later(one) for one in value]
        gave = Gave(value)
        if self._known(gave.texts):
            return gave.value
        return self._seen(gave, await self._guard.arun(self._asked(gave), aalone(self._critic)))

    def _known(self, texts: Sequence[Text]) -> bool:
        return all(text.text in self._cleared for text in texts)

    def _asked(self, gave: Gave) -> Request:
        return Request(texts=(*self.earlier.texts, *gave.texts))

    def _seen(self, gave: Gave, result: Result) -> Any:
        self.result = result
        if result.response.refusal is not None:
            self._cleared.add(result.response.refusal)
            return self._withheld(gave.value, result.response.refusal)
        texts = result.request.texts[len(self.earlier.texts) :]
        self._cleared.update(text.text for text in texts)
        return gave.replaced(texts)

    def _withheld(self, value: Any, refusal: str) -> Any:
        """*refusal* in the form of *value*."""
        if isinstance(value, ToolMessage):
            return _refused_call(value.tool_call_id, value.name, refusal)
        if isinstance(value, Command):
            return _refused_call(self._given.tool_call["id"], self._given.tool_call["name"], refusal)
        return _Withheld(refusal)

    def takes(self, arguments: Arguments, judged: Result) -> bool:
        """Whether the call is made after its *arguments* were *judged*, with what is let through of them."""
        if judged.response.refusal is None:
            self._given = arguments.let_through(judged)
            return True
        self.result = judged
        return False

    def refused(self, result: Result) -> ToolMessage:
        """What stands in place of what the tool gave."""
        call = self._given.tool_call
        return _refused_call(call["id"], call["name"], result.response.refusal or "", result)


def _several(value: Any) -> bool:
    """Whether *value* is a list of commands and messages, each a result of its own."""
    return isinstance(value, list) and any(isinstance(one, Command | BaseMessage) for one in value)


def _refused_call(call_id: str | None, name: str | None, refusal: str, result: Result | None = None) -> ToolMessage:
    """What stands in place of a result: nothing of it, and an error for the model."""
    told: dict[str, Any] = {} if result is None else {KEY: result_info(result)}
    return ToolMessage(refusal, tool_call_id=call_id or "", name=name, status="error", response_metadata=told)


def stopped(messages: Sequence[BaseMessage]) -> ToolMessage | None:
    """The last withheld result among those the model has not been sent yet, by what this middleware wrote on it."""
    for message in reversed(messages):
        if not isinstance(message, ToolMessage):
            return None
        told = message.response_metadata.get(KEY)
        if isinstance(told, Mapping) and told.get("action") in WITHHOLDING:
            return message
    return None
