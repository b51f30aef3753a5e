"""LangChain: guarded chat models, runnables, histories and documents, on one translation of messages to texts.

Read it in this order. Messages to texts and back: `messages`, with `blocks` (which strings of content somebody wrote),
`parsed` and `schemas` (structured output), `tree` (pointers into values), `settle` (what an edit makes stale).
One call of a chat model: `exchange` (no I/O), `preview` (what may be shown of a request), `chunks` (a stream's gate),
`upstream` (the way to the model), `isolation` (out of sight of callbacks), `critic`, `refusal`, `info`; `chat_model`
puts them together, `transplant` and `screened` carry it into structured output. Any other runnable: `values`,
`value_exchange`, `value_gate`, `around`, `runnable`. What is stored: `history`, `checkpoints`, `documents`.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any, Final, TypeVar

from guardrails.errors import GuardrailsError, UnknownComponentError
from guardrails.extras import require
from guardrails.guard import Guard

if TYPE_CHECKING:
    from guardrails.integrations.langchain.chat_model import GuardedChatModel
    from guardrails.integrations.langchain.documents import GuardedDocumentTransformer
    from guardrails.integrations.langchain.history import GuardedChatMessageHistory
    from guardrails.integrations.langchain.messages import message_texts, with_texts
    from guardrails.integrations.langchain.runnable import GuardedRunnable

__all__ = [
    "GuardedChatMessageHistory",
    "GuardedChatModel",
    "GuardedDocumentTransformer",
    "GuardedRunnable",
    "message_texts",
    "with_texts",
    "wrap",
]

Client = TypeVar("Client")

_HOME: Final = {
    "GuardedChatMessageHistory": "history",
    "GuardedChatModel": "chat_model",
    "GuardedDocumentTransformer": "documents",
    "GuardedRunnable": "runnable",
    "message_texts": "messages",
    "with_texts": "messages",
}
"""The module each public name lives in; it is loaded when the name is first used."""


def __getattr__(name: str) -> Any:
    if name not in _HOME:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    require("langchain_core", extra="langchain")
    return getattr(importlib.import_module(f"{__name__}.{_HOME[name]}"), name)


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})


def wrap(guard: Guard, client: Client, *, critic: Any = None, **options: Any) -> Client:
    """*client* under *guard*: a chat model, any other runnable, a message history, or a LangGraph checkpointer.

    Of an agent that has a `GuardMiddleware` only the entrance is guarded: the middleware does the rest.

    *critic* is a chat model that answers the critic's calls; a guarded chat model otherwise asks itself, where the
    constitution asks for a model. *options* of a runnable that is no chat model: *input_key*, *output_key* and
    *on_block*, as in `GuardedRunnable`. *client* itself stays as it is.
    """
    core = require("langchain_core.runnables", extra="langchain")
    models = require("langchain_core.language_models", extra="langchain")
    histories = require("langchain_core.chat_history", extra="langchain")
    wrapped: Any
    if isinstance(client, models.BaseChatModel):
        _none(options, "a chat model")
        wrapped = _wrapped_model(guard, client, critic)
    elif "guardrails_held" in getattr(client, "channels", ()):  # an agent with a GuardMiddleware
        from guardrails.integrations.langchain_agents.entrance import guarded_agent

        _none(options, "an agent")
        wrapped = guarded_agent(guard, client)
    elif isinstance(client, core.Runnable):
        from guardrails.integrations.langchain.runnable import GuardedRunnable

        wrapped = GuardedRunnable(bound=client, guard=guard, critic=critic, **options)
    elif isinstance(client, histories.BaseChatMessageHistory):
        from guardrails.integrations.langchain.history import GuardedChatMessageHistory

        _none(options, "a history")
        wrapped = GuardedChatMessageHistory(guard, client)
    else:
        wrapped = _wrapped_saver(guard, client, options)
    found: Client = wrapped
    return found


def _wrapped_model(guard: Guard, client: Any, critic: Any) -> Any:
    from guardrails.integrations.langchain.chat_model import GuardedChatModel

    return GuardedChatModel.of(guard, client, critic)


def _wrapped_saver(guard: Guard, client: Any, options: dict[str, Any]) -> Any:
    names = [base.__name__ for base in type(client).__mro__ if base.__module__.startswith("langgraph.checkpoint")]
    if "BaseCheckpointSaver" not in names:
        known = ("BaseChatModel", "Runnable", "BaseChatMessageHistory", "BaseCheckpointSaver")
        raise UnknownComponentError("LangChain object", type(client).__name__, known)
    from guardrails.integrations.langchain.checkpoints import guarded_saver

    _none(options, "a checkpointer")
    return guarded_saver(guard, client)


def _none(options: dict[str, Any], kind: str) -> None:
    if options:
        raise GuardrailsError(f"{kind} is wrapped without {', '.join(sorted(options))}")
