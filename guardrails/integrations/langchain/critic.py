"""The critic's own call, to a chat model that nobody guards and nobody watches."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from typing import Any

from langchain_core.language_models import BaseChatModel
from langchain_core.messages import AIMessage, BaseMessage, HumanMessage, SystemMessage
from langchain_core.runnables import Runnable

from guardrails.errors import CriticError
from guardrails.flow import CriticCall
from guardrails.integrations.langchain.isolation import aisolated, inner_config, isolated
from guardrails.integrations.wire.jsons import dumps
from guardrails.types import Response, Source, Text

__all__ = ["CriticModel"]


class CriticModel:
    """Asks *model*. *named*: the constitution may choose another model of the same provider by name.

    An answer in a schema is asked for as structured output where the model can; what one call learns about that the
    next need not find out again. Seconds are kept to under ``await``; a blocking call ends when its client says so.
    """

    def __init__(self, model: Runnable[Any, Any] | None, *, named: bool) -> None:
        self._model, self._named, self._structured = model, named, True

    def ask(self, call: CriticCall) -> Response:
        model, config = self._given(), inner_config(None)
        try:
            if (structured := self._structuring(model, call)) is not None:
                try:
                    return _read(isolated(lambda: structured.invoke(_turns(call), config)))
                except Exception as error:
                    self._give_up(error)
            plain, turns = self._chosen(model, call), _turns(call, spelled=True)
            return _read(isolated(lambda: plain.invoke(turns, config)))
        except CriticError:
            raise
        except Exception as error:
            raise _unreachable(error) from error

    async def aask(self, call: CriticCall) -> Response:
        """Async twin of `ask`."""
        try:
            async with asyncio.timeout(call.timeout_s):
                return await self._aask(call)
        except CriticError:
            raise
        except Exception as error:
            raise _unreachable(error) from error

    async def _aask(self, call: CriticCall) -> Response:
        model, config = self._given(), inner_config(None)
        if (structured := self._structuring(model, call)) is not None:
            try:
                return _read(await aisolated(lambda: structured.ainvoke(_turns(call), config)))
            except Exception as error:
                self._give_up(error)
        plain, turns = self._chosen(model, call), _turns(call, spelled=True)
        return _read(await aisolated(lambda: plain.ainvoke(turns, config)))

    def _given(self) -> Runnable[Any, Any]:
        if self._model is None:
            raise CriticError("the constitution asks for a critic model: guard.wrap(runnable, critic=chat_model)")
        return self._model

    def _chosen(self, model: Runnable[Any, Any], call: CriticCall) -> Runnable[Any, Any]:
        options: dict[str, Any] = {}
        if call.model and self._named and call.model not in _names(model):
            options["model"] = call.model
        if call.max_tokens is not None and "max_tokens" in _fields(model):
            options["max_tokens"] = call.max_tokens
        return model.bind(**options) if options else model

    def _structuring(self, model: Runnable[Any, Any], call: CriticCall) -> Runnable[Any, Any] | None:
        """A model that answers in the call's schema, if there is one and the model can."""
        if call.schema is None or not self._structured or not isinstance(model, BaseChatModel):
            return None
        chosen = self._chosen(model, call)
        schema = {"title": "verdict", "description": "The judgement that was asked for.", **call.schema}
        try:
            built = model.with_structured_output(schema, include_raw=True)
        except Exception:  # whatever a provider raises for what it cannot do, asking in words is left
            self._structured = False
            return None
        return _rebound(built, model, chosen)

    def _give_up(self, error: Exception) -> None:
        """Ask in words from now on if the server does not understand schemas; any other failure is one."""
        if getattr(error, "status_code", None) != 400:
            raise error
        self._structured = False


def _rebound(built: Runnable[Any, Any], model: BaseChatModel, chosen: Runnable[Any, Any]) -> Runnable[Any, Any]:
    from guardrails.integrations.langchain.transplant import transplanted

    options = getattr(chosen, "kwargs", {}) if chosen is not model else {}
    return transplanted(built, lambda found: found.bind(**options)).runnable if options else built


def _turns(call: CriticCall, *, spelled: bool = False) -> list[BaseMessage]:
    instructions = call.instructions
    if spelled and call.schema is not None:
        schema = dumps(dict(call.schema)).decode()
        instructions = f"{instructions}\n\nAnswer with one JSON object that fits this JSON Schema:\n{schema}"
    return [SystemMessage(instructions), HumanMessage(call.prompt)]


def _read(answer: object) -> Response:
    message = answer.get("raw") if isinstance(answer, Mapping) else answer
    text = message if isinstance(message, str) else _said(message) if isinstance(message, AIMessage) else ""
    if not text:
        raise CriticError("the critic's model gave no answer")
    usage = message.usage_metadata if isinstance(message, AIMessage) else None
    told = message.response_metadata if isinstance(message, AIMessage) else {}
    name = told.get("model_name") or told.get("model")
    return Response(
        texts=(Text(path="", text=text, source=Source.ASSISTANT),),
        model=name if isinstance(name, str) else None,
        tokens=usage["total_tokens"] if usage else None,
    )


def _said(message: AIMessage) -> str:
    """The answer itself, or the arguments of the tool call that carries it."""
    if message.tool_calls:
        return dumps(message.tool_calls[0]["args"]).decode()
    return str(message.text)


def _fields(model: object) -> Mapping[str, Any]:
    fields: Mapping[str, Any] = getattr(type(model), "model_fields", {})
    return fields


def _names(model: object) -> tuple[object, ...]:
    return (getattr(model, "model_name", None), getattr(model, "model", None))


def _unreachable(error: Exception) -> CriticError:
    return CriticError(f"the critic's model could not be reached: {type(error).__name__}", retryable=True)
