"""Any callable as a model: a function from prompt to answer is all the core needs."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from guardrails.flow import AsyncModel, Call, CriticCall, Model
from guardrails.types import Response, Source, Text

__all__ = ["answered", "async_text_model", "echo", "text_model"]


def text_model(answer: Callable[[str], str]) -> Model:
    """Wrap *answer*, which maps a prompt to a reply. A critic's instructions stand before its prompt."""

    def model(call: Call) -> Response:
        return _response(answer(_prompt(call)))

    return model


def async_text_model(answer: Callable[[str], Awaitable[str]]) -> AsyncModel:
    """Async twin of `text_model`."""

    async def model(call: Call) -> Response:
        return _response(await answer(_prompt(call)))

    return model


def echo(call: Call) -> Response:
    """A model that repeats the request, text by text: what the guard alone makes of it."""
    if isinstance(call, CriticCall):
        return _response("")
    return Response(texts=call.request.texts, native=call.request.native)


def answered(draft: Text) -> Model:
    """A model that has given *draft* already. Like `echo` it says nothing to a critic's call: a draft is no verdict."""

    def model(call: Call) -> Response:
        return _response("") if isinstance(call, CriticCall) else Response(texts=(draft,))

    return model


def _prompt(call: Call) -> str:
    if isinstance(call, CriticCall):
        return f"{call.instructions}\n\n{call.prompt}"
    return "\n\n".join(text.text for text in call.request.texts)


def _response(answer: str) -> Response:
    return Response(texts=(Text(path="", text=answer, source=Source.ASSISTANT),))
