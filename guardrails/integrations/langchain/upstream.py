"""The model behind a guarded one: asked directly, below LangChain's callbacks, with the critic beside it."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Iterator, Mapping
from contextlib import aclosing
from dataclasses import dataclass, field
from typing import Any

from langchain_core.language_models import BaseChatModel
from langchain_core.messages import BaseMessage
from langchain_core.outputs import ChatGenerationChunk, ChatResult

from guardrails.flow import AsyncModel, Call, CriticCall, Model
from guardrails.integrations.langchain.chunks import as_chunk
from guardrails.integrations.langchain.critic import CriticModel
from guardrails.integrations.langchain.exchange import Exchange
from guardrails.integrations.langchain.isolation import aisolated, aisolated_items, isolated, isolated_items
from guardrails.types import Request, Response

__all__ = ["Upstream"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Upstream:
    """One call's way to *model*. *outgoing* says which messages a moderated request is."""

    model: BaseChatModel
    critic: CriticModel
    exchange: Exchange
    outgoing: Callable[[Request], list[BaseMessage]]
    options: Mapping[str, Any] = field(repr=False)

    def whole(self) -> Model:
        """Answers the guarded call in one piece, and the critic's calls."""

        def model(call: Call) -> Response:
            if isinstance(call, CriticCall):
                return self.critic.ask(call)
            return self.exchange.reply(self._generate(self.outgoing(call.request)))

        return model

    def awhole(self) -> AsyncModel:
        """Async twin of `whole`."""

        async def model(call: Call) -> Response:
            if isinstance(call, CriticCall):
                return await self.critic.aask(call)
            return self.exchange.reply(await self._agenerate(self.outgoing(call.request)))

        return model

    def chunks(self, request: Request) -> Iterator[ChatGenerationChunk]:
        """The model's own stream; its whole answer as one chunk where it has none."""
        messages = self.outgoing(request)
        if not self._streams(async_api=False):
            yield from _as_chunks(self._generate(messages))
            return
        if self.model.rate_limiter:
            self.model.rate_limiter.acquire(blocking=True)
        yield from isolated_items(lambda: self.model._stream(messages, **self.options))

    async def achunks(self, request: Request) -> AsyncIterator[ChatGenerationChunk]:
        """Async twin of `chunks`."""
        messages = self.outgoing(request)
        if not self._streams(async_api=True):
            for chunk in _as_chunks(await self._agenerate(messages)):
                yield chunk
            return
        if self.model.rate_limiter:
            await self.model.rate_limiter.aacquire(blocking=True)
        async with aclosing(aisolated_items(lambda: self.model._astream(messages, **self.options))) as chunks:
            async for chunk in chunks:
                yield chunk

    def _streams(self, *, async_api: bool) -> bool:
        return self.model._should_stream(async_api=async_api, **{**self.options, "stream": True})

    def _generate(self, messages: list[BaseMessage]) -> ChatResult:
        return isolated(lambda: self.model._generate_with_cache(messages, **self.options))

    async def _agenerate(self, messages: list[BaseMessage]) -> ChatResult:
        return await aisolated(lambda: self.model._agenerate_with_cache(messages, **self.options))


def _as_chunks(result: ChatResult) -> Iterator[ChatGenerationChunk]:
    for generation in result.generations[:1]:
        yield ChatGenerationChunk(message=as_chunk(generation.message), generation_info=generation.generation_info)
