"""A plain OpenAI client as the model behind a critic, for who drives a guard or a critic by hand."""

from __future__ import annotations

import time
from typing import Any

from guardrails.errors import CriticError
from guardrails.extras import require
from guardrails.flow import AsyncModel, Call, CriticCall, Model
from guardrails.integrations.critic_call import Dialect, bodies, verdict_of
from guardrails.integrations.retrying import joined
from guardrails.integrations.wire.jsons import loads
from guardrails.types import Response

__all__ = ["async_critic_model", "critic_model"]


def critic_model(client: Any, *, model: str | None = None) -> Model:
    """Answers a critic's calls through *client*, an ``OpenAI`` or ``AzureOpenAI``; its retries and limits hold.

    *model* is asked where the call names none. A call's own time bounds the whole answer, not each read of it. A server
    that knows no JSON Schema is asked in simpler ways, and what it understands is remembered. Raises `CriticError` for
    an answer that is none, and the client's own errors.
    """
    refused = require("openai", extra="openai").BadRequestError
    dialect = Dialect()

    def ask(call: Call) -> Response:
        call = _critic_call(call)
        deadline = None if call.timeout_s is None else time.monotonic() + call.timeout_s
        for level, body in bodies(call, call.model or model, dialect.level):
            try:
                with client.chat.completions.with_streaming_response.create(**body, **_in_time(call)) as answer:
                    content = joined(answer.iter_bytes(), deadline, time.monotonic)
            except refused:
                continue
            except TimeoutError as error:
                raise _late() from error
            dialect.level = level
            return _verdict(content)
        raise CriticError("the critic's model answered 400")

    return ask


def async_critic_model(client: Any, *, model: str | None = None) -> AsyncModel:
    """Async twin of `critic_model`, for an ``AsyncOpenAI``."""
    refused = require("openai", extra="openai").BadRequestError
    dialect = Dialect()

    async def ask(call: Call) -> Response:
        import asyncio

        call = _critic_call(call)
        deadline = None if call.timeout_s is None else asyncio.get_running_loop().time() + call.timeout_s
        for level, body in bodies(call, call.model or model, dialect.level):
            try:
                async with asyncio.timeout_at(deadline):
                    answer = await client.chat.completions.create(**body, **_in_time(call))
            except refused:
                continue
            except TimeoutError as error:
                raise _late() from error
            dialect.level = level
            return verdict_of(answer.to_dict())
        raise CriticError("the critic's model answered 400")

    return ask


def _critic_call(call: Call) -> CriticCall:
    if not isinstance(call, CriticCall):
        raise TypeError("this model answers a critic's calls; the guarded call needs a model of its own")
    return call


def _verdict(content: bytes) -> Response:
    try:
        body = loads(content)
    except ValueError:
        body = None
    return verdict_of(body)


def _late() -> CriticError:
    return CriticError("the critic's model did not answer in full within its time", retryable=True)


def _in_time(call: CriticCall) -> dict[str, float]:
    return {} if call.timeout_s is None else {"timeout": call.timeout_s}
