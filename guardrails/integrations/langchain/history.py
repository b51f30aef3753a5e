"""Message histories under guard: what is stored is what the constitution says, and what the caller was given."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from langchain_core.chat_history import BaseChatMessageHistory
from langchain_core.messages import AIMessage, BaseMessage

from guardrails.guard import Guard
from guardrails.integrations.langchain.info import KEY, WITHHOLDING
from guardrails.integrations.langchain.messages import message_texts, with_texts
from guardrails.integrations.langchain.preview import UNDECIDED, blanked, foreseen
from guardrails.types import Request

__all__ = ["GuardedChatMessageHistory", "blank", "storable", "stored"]


def storable(guard: Guard, messages: Sequence[BaseMessage]) -> list[BaseMessage]:
    """*messages* as the guard's memory keeps them, one by one: what is blocked is blanked and hurts no other.

    What is let through is kept as a model is sent it, or as it was said, by the constitution's ``memory``. What a judge
    would have to ask a critic about is kept where the answer that follows says that it was let through, and blanked
    elsewhere. Nothing is recorded: the call that the messages belong to is.
    """
    kept: list[BaseMessage] = []
    for index, message in enumerate(messages):
        now = stored(guard, message)
        if now is None and _answered(messages[index + 1 :]):
            now = stored(guard._unjudged(), message)
        kept.append(blank(message) if now is None else now)
    return kept


def _answered(messages: Sequence[BaseMessage]) -> bool:
    """Whether the first answer of *messages* is one that a guard has let through."""
    answer = next((one for one in messages if isinstance(one, AIMessage)), None)
    told = answer.response_metadata.get(KEY) if answer is not None else None
    return isinstance(told, Mapping) and told.get("action") not in (None, *WITHHOLDING)


def stored(guard: Guard, message: BaseMessage) -> BaseMessage | None:
    """The same for one message; ``None`` where a critic would have to be asked."""
    texts = message_texts([message])
    let_through = foreseen(guard, Request(texts=texts)) if texts else texts
    if let_through == UNDECIDED:
        return None
    if let_through is None:
        return blank(message)
    return message if guard.memory == "raw" else with_texts([message], texts, let_through)[0]


def blank(message: BaseMessage) -> BaseMessage:
    """*message* with nothing of what it says."""
    texts = message_texts([message])
    return with_texts([message], texts, blanked(texts))[0]


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
