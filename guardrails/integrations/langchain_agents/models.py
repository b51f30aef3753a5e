"""What an agent asks in place of its model: guarded twins, and one that says again what a person has released."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from langchain_core.callbacks import CallbackManager
from langchain_core.language_models import BaseChatModel
from langchain_core.messages import AIMessage, BaseMessage
from langchain_core.outputs import ChatGeneration, ChatResult
from langchain_core.runnables import Runnable, RunnableConfig
from pydantic import Field

from guardrails.guard import Guard
from guardrails.integrations.langchain.chat_model import GuardedChatModel
from guardrails.integrations.langchain.exchange import Watch
from guardrails.integrations.langchain.schemas import tool_schemas
from guardrails.integrations.wire.schema import Schemas

__all__ = [
    "DeclaredTools",
    "GuardedModels",
    "Released",
    "asks_model",
    "innermost",
    "is_watched",
    "own_model",
    "watching",
]


class GuardedModels:
    """Guarded twins of the models an agent asks. The last one is kept: agents seldom change theirs."""

    def __init__(self, critic: Runnable[Any, Any] | None) -> None:
        self._critic = critic
        self._last: tuple[BaseChatModel, Guard, GuardedChatModel] | None = None

    def of(self, model: BaseChatModel, guard: Guard, own: Guard) -> GuardedChatModel:
        """*model* under *guard*. One that *own* guards already is not guarded twice."""
        last = self._last
        if last is not None and last[0] is model and last[1] is guard:
            return last[2]
        inner, critic = model, self._critic
        if isinstance(model, GuardedChatModel) and model.guard is own:
            inner, critic = model.inner, self._critic or model.critic
        guarded = GuardedChatModel.of(guard, inner, critic)
        self._last = (model, guard, guarded)
        return guarded


class DeclaredTools:
    """What edits of an answer's tool calls must fit. That of the last tools is kept, for the same reason."""

    def __init__(self) -> None:
        self._last: tuple[tuple[Any, ...], Schemas] = ((), Schemas({}, None))

    def of(self, tools: Sequence[Any]) -> Schemas:
        known, schemas = self._last
        if len(known) == len(tools) and all(one is other for one, other in zip(known, tools, strict=True)):
            return schemas
        schemas = Schemas(tool_schemas(list(tools)), None)
        self._last = (tuple(tools), schemas)
        return schemas


def watching(model: BaseChatModel) -> Watch | None:
    """Who stands by *model*, if it is the twin that a guard further out has asked for."""
    return model.watch if isinstance(model, GuardedChatModel) else None


def own_model(model: BaseChatModel) -> BaseChatModel:
    """The agent's, below such twins."""
    while isinstance(model, GuardedChatModel) and model.watch is not None:
        model = model.inner
    return model


def innermost(model: BaseChatModel, made: Callable[[BaseChatModel], BaseChatModel]) -> BaseChatModel:
    """*model*, with what is *made* of the agent's own in its place: the guard that is listed first stays outermost."""
    if isinstance(model, GuardedChatModel) and model.watch is not None:
        return model.around(innermost(model.inner, made))
    return made(model)


def asks_model(handler: Callable[..., Any]) -> bool:
    """Whether *handler* is LangChain's own way to the model: no middleware stands between that could ask another one.

    Told by its name. By another name the model is asked by way of its twin, which is slower and shows no more.
    """
    return getattr(handler, "__name__", "").startswith("_execute_model")


def is_watched(model: BaseChatModel, config: RunnableConfig) -> bool:
    """Whether callbacks, a tracer or a token stream would see what *model* is asked and says in the run of *config*."""
    given = config.get("callbacks")
    if given if isinstance(given, list) else getattr(given, "handlers", None):
        return True
    return bool(CallbackManager.configure(None, model.callbacks, model.verbose).handlers)


class Released(BaseChatModel):
    """Says *message*, so that it takes the way of any answer through the agent.

    *model_name* is that of the model it stands for, from which agents read what that one can do.
    """

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
