"""Any runnable under guard: the same input and output types, usable wherever the runnable was."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from contextlib import aclosing
from typing import Any, cast

from langchain_core.language_models import BaseChatModel
from langchain_core.runnables import Runnable, RunnableConfig
from langchain_core.runnables.config import ensure_config
from pydantic import Field, PrivateAttr

from guardrails.flow import Call, CriticCall, Done
from guardrails.guard import Guard
from guardrails.integrations.langchain.around import Around
from guardrails.integrations.langchain.critic import CriticModel
from guardrails.integrations.langchain.exchange import carried, carrying
from guardrails.integrations.langchain.info import KEY
from guardrails.integrations.langchain.isolation import (
    aisolated,
    aisolated_items,
    inner_config,
    isolated,
    isolated_items,
)
from guardrails.integrations.langchain.value_exchange import OnBlock, Said, ValueExchange
from guardrails.integrations.langchain.value_gate import ValueGate
from guardrails.types import Request, Response

__all__ = ["GuardedRunnable"]


class GuardedRunnable(Around):
    """*bound* under *guard*. What runs inside *bound* is out of sight of the caller's callbacks and streams; its
    tags, metadata, limits and configurable values are the caller's.

    *input_key* names the user's words in a dict (the rest is ``context``), *output_key* the answer in one. Without
    them all strings of a dict are the user's, or the answer's. *critic* answers the critic's calls.
    """

    guard: Guard = Field(exclude=True, repr=False)
    critic: Runnable[Any, Any] | None = Field(default=None, exclude=True, repr=False)
    input_key: str | None = None
    output_key: str | None = None
    on_block: OnBlock = "refuse"
    _critic_model: CriticModel = PrivateAttr()

    def model_post_init(self, context: Any, /) -> None:
        super().model_post_init(context)
        own = self.bound if isinstance(self.bound, BaseChatModel) else None
        self._critic_model = CriticModel(self.critic or own, named=self.critic is None)

    def invoke(self, input: Any, config: RunnableConfig | None = None, **kwargs: Any) -> Any:  # noqa: A002
        exchange = self._exchange(input, kwargs)

        def run(_: Any, config: RunnableConfig) -> Any:
            def model(call: Call) -> Response:
                if isinstance(call, CriticCall):
                    return self._critic_model.ask(call)
                value, inner = exchange.sent(call.request), inner_config(config)
                return exchange.reply(Said(isolated(lambda: self.bound.invoke(value, inner, **kwargs))))

            return exchange.answer(self.guard.run(exchange.request, model))

        return self._call_with_config(cast("Any", run), exchange.seen, _told(config, exchange))

    async def ainvoke(self, input: Any, config: RunnableConfig | None = None, **kwargs: Any) -> Any:  # noqa: A002
        exchange = self._exchange(input, kwargs)

        async def run(_: Any, config: RunnableConfig) -> Any:
            async def model(call: Call) -> Response:
                if isinstance(call, CriticCall):
                    return await self._critic_model.aask(call)
                value, inner = exchange.sent(call.request), inner_config(config)
                return exchange.reply(Said(await aisolated(lambda: self.bound.ainvoke(value, inner, **kwargs))))

            return exchange.answer(await self.guard.arun(exchange.request, model))

        return await self._acall_with_config(cast("Any", run), exchange.seen, _told(config, exchange))

    def stream(self, input: Any, config: RunnableConfig | None = None, **kwargs: Any) -> Iterator[Any]:  # noqa: A002
        exchange = self._exchange(input, kwargs)

        def relayed(_: Iterator[Any], config: RunnableConfig) -> Iterator[Any]:
            inner = inner_config(config)

            def opened(request: Request) -> Iterator[Any]:
                value = exchange.sent(request)
                return isolated_items(lambda: self.bound.stream(value, inner, **kwargs))

            gate = ValueGate(exchange, self.guard.releases)
            yield from self.guard.relay(exchange.request, self._critic, opened, gate)

        yield from self._transform_stream_with_config(
            iter([exchange.seen]), cast("Any", relayed), _told(config, exchange)
        )

    async def astream(
        self, input: Any, config: RunnableConfig | None = None, **kwargs: Any  # noqa: A002
    ) -> AsyncIterator[Any]:  # fmt: skip
        exchange = self._exchange(input, kwargs)

        async def relayed(_: AsyncIterator[Any], config: RunnableConfig) -> AsyncIterator[Any]:
            inner = inner_config(config)

            def opened(request: Request) -> AsyncIterator[Any]:
                value = exchange.sent(request)
                return aisolated_items(lambda: self.bound.astream(value, inner, **kwargs))

            gate = ValueGate(exchange, self.guard.releases)
            async with aclosing(self.guard.arelay(exchange.request, self._acritic, opened, gate)) as items:
                async for item in items:
                    if not isinstance(item, Done):
                        yield item

        stream: Any = self._atransform_stream_with_config(
            _once(exchange.seen), cast("Any", relayed), _told(config, exchange)
        )
        async with aclosing(stream) as items:
            async for item in items:
                yield item

    def stream_events(self, input: Any, config: RunnableConfig | None = None, **kwargs: Any) -> Any:  # noqa: A002
        parent: Any = super()
        exchange = self._exchange(input, kwargs)
        return parent.stream_events(exchange.seen, config, **carrying(kwargs, exchange))

    def astream_events(self, input: Any, config: RunnableConfig | None = None, **kwargs: Any) -> Any:  # noqa: A002
        exchange = self._exchange(input, kwargs)
        return super().astream_events(exchange.seen, config, **carrying(kwargs, exchange))

    def _exchange(self, value: Any, options: dict[str, Any]) -> ValueExchange:
        """The call's exchange: the one it came with, or one for *value*."""
        return carried(options, ValueExchange) or ValueExchange(
            self.guard,
            value,
            input_key=self.input_key,
            output_key=self.output_key,
            output_type=_output_type(self.bound),
            on_block=self.on_block,
        )

    def _critic(self, call: Call) -> Response:
        assert isinstance(call, CriticCall)  # noqa: S101 - a stream is opened for any other call
        return self._critic_model.ask(call)

    async def _acritic(self, call: Call) -> Response:
        assert isinstance(call, CriticCall)  # noqa: S101 - a stream is opened for any other call
        return await self._critic_model.aask(call)


def _told(config: RunnableConfig | None, exchange: ValueExchange) -> RunnableConfig:
    config = ensure_config(config)
    return {**config, "metadata": {**(config.get("metadata") or {}), KEY: exchange.told}}


def _output_type(runnable: Runnable[Any, Any]) -> object:
    """Not every runnable knows what it gives."""
    try:
        return runnable.OutputType
    except (TypeError, AttributeError):
        return None


async def _once(value: Any) -> AsyncIterator[Any]:
    yield value
