"""Message histories under guard: what is stored is what the constitution says, and what the caller was given."""

from __future__ import annotations

from collections.abc import Sequence

from langchain_core.chat_history import BaseChatMessageHistory
from langchain_core.messages import BaseMessage

from guardrails.guard import Guard
from guardrails.integrations.langchain.messages import message_texts, with_texts
from guardrails.integrations.langchain.preview import blanked, preview
from guardrails.types import Request

__all__ = ["GuardedChatMessageHistory", "storable"]


def storable(guard: Guard, messages: Sequence[BaseMessage]) -> list[BaseMessage]:
    """*messages* as the guard's memory keeps them, one by one: what is blocked is blanked and hurts no other.

    What is let through is kept as a model is sent it, or as it was said, by the constitution's ``memory``. Nothing is
    recorded: the call that the messages belong to is.
    """
    stored: list[BaseMessage] = []
    for message in messages:
        texts = message_texts([message])
        let_through = preview(guard, Request(texts=texts)) if texts else texts
        if let_through is None:
            let_through = blanked(texts)
        elif guard.memory == "raw":
            let_through = texts
        stored.extend(with_texts([message], texts, let_through))
    return stored


class GuardedChatMessageHistory(BaseChatMessageHistory):
    """*history*, which gets to see messages only as the guard's memory keeps them. What it held before is read as it
    is.
    """

    def __init__(self, guard: Guard, history: BaseChatMessageHistory) -> None:
        self._guard, self._history = guard, history

    @property
    def messages(self) -> list[BaseMessage]:  # type: ignore[override]
        return self._history.messages

    async def aget_messages(self) -> list[BaseMessage]:
        return await self._history.aget_messages()

    def add_messages(self, messages: Sequence[BaseMessage]) -> None:
        self._history.add_messages(storable(self._guard, messages))

    async def aadd_messages(self, messages: Sequence[BaseMessage]) -> None:
        await self._history.aadd_messages(storable(self._guard, messages))

    def clear(self) -> None:
        self._history.clear()

    async def aclear(self) -> None:
        await self._history.aclear()
