"""What a tool gave, as texts and back: a string, content blocks, data, messages, or a command that carries messages."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

from langchain_core.messages import BaseMessage
from langgraph.types import Command

from guardrails.errors import GuardFailed
from guardrails.integrations.langchain.blocks import Reader
from guardrails.integrations.langchain.messages import texts_of_message
from guardrails.integrations.langchain.values import value_texts, value_with
from guardrails.integrations.wire.jsons import dumps
from guardrails.types import Source, Text

__all__ = ["Gave"]

_AT: Final = "/result"


class Gave:
    """One result. Of a command only the messages are read: what else it writes to the state no model is sent."""

    def __init__(self, value: Any) -> None:
        self.value = _plain(value)
        self.texts: tuple[Text, ...] = tuple(_texts(self._read(), _AT))

    def replaced(self, after: Sequence[Text]) -> Any:
        """The result with the texts *after* in place of its own: the same object when none changed."""
        read = self._read()
        now = value_with({"result": read}, self.texts, after)["result"]
        if now is read:
            return self.value
        if isinstance(self.value, Command):
            return _commanded(self.value, now)
        return now

    def _read(self) -> Any:
        if isinstance(self.value, Command):
            update = self.value.update
            return _listed(update.get("messages")) if isinstance(update, Mapping) else []
        return self.value


def _listed(messages: Any) -> list[Any]:
    return list(messages) if isinstance(messages, list | tuple) else [] if messages is None else [messages]


def _commanded(command: Command[Any], messages: Any) -> Command[Any]:
    update = {**command.update, "messages": messages}  # type: ignore[dict-item] # a mapping: it had messages
    return Command(graph=command.graph, update=update, resume=command.resume, goto=command.goto)


def _plain(value: Any) -> Any:
    """*value*, or what LangChain would write for an object that nobody can read."""
    if isinstance(value, Command | BaseMessage):
        return value
    try:
        value_texts({"result": value}, Source.TOOL_RESULT)
    except GuardFailed:
        return _written(value)
    return value


def _written(value: Any) -> str:
    try:
        return dumps(value).decode()
    except (TypeError, ValueError):
        return str(value)


def _texts(value: Any, at: str) -> Iterator[Text]:
    if isinstance(value, BaseMessage):
        yield from texts_of_message(value, at)
    elif _is_messages(value):
        for index, message in enumerate(value):
            yield from texts_of_message(message, f"{at}/{index}")
    elif _is_content(value):
        yield from Reader().content(value, at, Source.TOOL_RESULT)
    else:
        yield from value_texts({"result": value}, Source.TOOL_RESULT)


def _is_messages(value: Any) -> bool:
    return isinstance(value, list) and bool(value) and all(isinstance(item, BaseMessage) for item in value)


def _is_content(value: Any) -> bool:
    """Whether *value* is what stands in a message: a string, or a list of blocks."""
    if isinstance(value, str):
        return True
    return isinstance(value, list) and all(
        isinstance(item, str) or (isinstance(item, dict) and "type" in item) for item in value
    )
