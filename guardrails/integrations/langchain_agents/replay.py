"""A model that says again what a person has released, so that it takes the way of any answer through the agent."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from langchain_core.language_models import BaseChatModel
from langchain_core.messages import AIMessage, BaseMessage
from langchain_core.outputs import ChatGeneration, ChatResult
from langchain_core.runnables import Runnable
from pydantic import Field

__all__ = ["Released"]


class Released(BaseChatModel):
    """Says *message*. *model_name* is that of the model it stands for, from which agents read what that one can do."""

    message: AIMessage = Field(repr=False)
    model_name: str | None = None

    @classmethod
    def by(cls, model: BaseChatModel, message: AIMessage) -> Released:
        """In place of *model*."""
        name = getattr(model, "model_name", None) or getattr(model, "model", None)
        told: dict[str, Any] = {"profile": model.profile} if hasattr(model, "profile") else {}
        return cls(message=message, model_name=name if isinstance(name, str) else None, **told)

    @property
    def _llm_type(self) -> str:
        return "released"

    def _generate(
        self, messages: list[BaseMessage], stop: list[str] | None = None, run_manager: Any = None, **kwargs: Any
    ) -> ChatResult:
        return ChatResult(generations=[ChatGeneration(message=self.message.model_copy())])

    def bind_tools(self, tools: Sequence[Any], **kwargs: Any) -> Runnable[Any, AIMessage]:
        return self.bind(**kwargs)
