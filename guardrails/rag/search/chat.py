"""The model that answers: what `Guard.run` takes, or a LangChain chat model, asked out of the caller's sight."""

from __future__ import annotations

import importlib
from typing import Any, Final

from guardrails.errors import GuardrailsError
from guardrails.flow import AsyncModel, Call, CriticCall, Model
from guardrails.types import Response, Source, Text

__all__ = ["async_model_of", "model_of"]

_ISOLATION: Final = "guardrails.integrations.langchain.isolation"  # siblings know each other by name only
_CRITIC: Final = "guardrails.integrations.langchain.critic"
_HINT: Final = "a model is a function from a call to a Response (see text_model), or a LangChain chat model"


def model_of(given: Any) -> Model:
    """*given* as a model. ``GuardrailsError`` for what is none."""
    if hasattr(given, "invoke"):
        return _Chat(given)
    if callable(given):
        model: Model = given
        return model
    raise GuardrailsError(f"{type(given).__name__} answers no calls: {_HINT}")


def async_model_of(given: Any) -> AsyncModel:
    """Async twin of `model_of`."""
    if hasattr(given, "ainvoke"):
        return _Chat(given).aask
    if callable(given):
        model: AsyncModel = given
        return model
    raise GuardrailsError(f"{type(given).__name__} answers no calls: {_HINT}")


class _Chat:
    """A chat model whose drafts no callback or tracer of the caller sees: what may be shown is not known yet."""

    def __init__(self, model: Any) -> None:
        self._model = model
        self._isolation: Any = importlib.import_module(_ISOLATION)
        self._critic: Any = importlib.import_module(_CRITIC).CriticModel(model, named=False)

    def __call__(self, call: Call) -> Response:
        if isinstance(call, CriticCall):
            judged: Response = self._critic.ask(call)
            return judged
        turns, config = _turns(call), self._isolation.inner_config(None)
        return _response(self._isolation.isolated(lambda: self._model.invoke(turns, config)))

    async def aask(self, call: Call) -> Response:
        if isinstance(call, CriticCall):
            judged: Response = await self._critic.aask(call)
            return judged
        turns, config = _turns(call), self._isolation.inner_config(None)
        return _response(await self._isolation.aisolated(lambda: self._model.ainvoke(turns, config)))


def _turns(call: Any) -> list[tuple[str, str]]:
    """The task as system message; records and question as one message of the user."""
    texts = call.request.texts
    task = "\n\n".join(text.text for text in texts if text.source is Source.SYSTEM)
    rest = "\n\n".join(text.text for text in texts if text.source is not Source.SYSTEM)
    return [("system", task), ("human", rest)]


def _response(message: Any) -> Response:
    text = message if isinstance(message, str) else getattr(message, "text", None) or message.content
    return Response(texts=(Text(path="", text=str(text), source=Source.ASSISTANT),))
