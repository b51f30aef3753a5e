"""A chat model whose every call is guarded, on every surface LangChain has."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Iterator, Mapping, Sequence
from contextlib import aclosing
from typing import Any

from langchain_core.callbacks import AsyncCallbackManagerForLLMRun, CallbackManagerForLLMRun, Callbacks
from langchain_core.language_models import BaseChatModel, LanguageModelInput
from langchain_core.messages import AIMessage, AIMessageChunk, BaseMessage
from langchain_core.outputs import ChatGenerationChunk, ChatResult, LLMResult
from langchain_core.runnables import Runnable, RunnableConfig
from langchain_core.runnables.config import ensure_config
from langchain_core.utils.function_calling import convert_to_openai_tool
from pydantic import BaseModel, Field, PrivateAttr

from guardrails.flow import Done
from guardrails.guard import Guard
from guardrails.integrations.langchain.chunks import ChunkGate
from guardrails.integrations.langchain.critic import CriticModel
from guardrails.integrations.langchain.exchange import TICKET, Exchange, Ticket, Watch, carried, carrying
from guardrails.integrations.langchain.info import KEY
from guardrails.integrations.langchain.schemas import STRUCTURED
from guardrails.integrations.langchain.screened import Screened, originals
from guardrails.integrations.langchain.transplant import transplanted
from guardrails.integrations.langchain.upstream import Upstream

__all__ = ["GuardedChatModel"]

_INHERITED = ("callbacks", "tags", "metadata", "verbose", "name", "disable_streaming", "output_version", "profile")


class GuardedChatModel(BaseChatModel):
    """*inner* under *guard*: a chat model with the same options, messages and traces.

    What callbacks and tracers see is the request as the model was sent it and the answer as the caller gets it, with
    the decisions in the run's metadata. Callbacks of *inner* are called by this model and no longer by *inner*.
    *critic* answers the critic's calls; without one *inner* does, where the constitution asks for a model. Answers are
    not cached here, but *inner* may cache its drafts.
    """

    inner: BaseChatModel
    guard: Guard = Field(exclude=True, repr=False)
    critic: Runnable[Any, Any] | None = Field(default=None, exclude=True, repr=False)
    watch: Watch | None = Field(default=None, exclude=True, repr=False)
    _critic_model: CriticModel = PrivateAttr()

    @classmethod
    def of(cls, guard: Guard, inner: BaseChatModel, critic: Runnable[Any, Any] | None = None) -> GuardedChatModel:
        """*inner* under *guard*, with what LangChain looks up on a model taken over from it."""
        given = {name: getattr(inner, name) for name in _INHERITED if name in type(inner).model_fields}
        return cls(inner=inner, guard=guard, critic=critic, **{**given, "cache": False})

    def model_post_init(self, context: Any, /) -> None:
        super().model_post_init(context)
        silent = self.inner.model_copy(update={"callbacks": None, "verbose": False})
        self._critic_model = CriticModel(self.critic or silent, named=self.critic is None)

    def around(self, inner: BaseChatModel) -> GuardedChatModel:
        """The same guard around another model."""
        return self.of(self.guard, inner, self.critic).model_copy(update={"watch": self.watch})

    @property
    def critic_model(self) -> CriticModel:
        """Answers the critic's calls."""
        return self._critic_model

    @property
    def model_name(self) -> str | None:
        """The inner model's, from which agents read what it can do."""
        names = (getattr(self.inner, key, None) for key in ("model_name", "model", "model_id"))
        return next((name for name in names if isinstance(name, str)), None)

    @property
    def _llm_type(self) -> str:
        return self.inner._llm_type

    @property
    def _identifying_params(self) -> Mapping[str, Any]:
        return self.inner._identifying_params

    @property
    def _serialized(self) -> dict[str, Any]:
        return self.inner._serialized

    def _get_invocation_params(self, stop: list[str] | None = None, **kwargs: Any) -> dict[str, Any]:
        return self.inner._get_invocation_params(stop=stop, **_theirs(kwargs))

    def _get_ls_params(self, stop: list[str] | None = None, **kwargs: Any) -> Any:
        return self.inner._get_ls_params(stop=stop, **_theirs(kwargs))

    def _combine_llm_outputs(self, llm_outputs: list[Any]) -> Any:
        return self.inner._combine_llm_outputs(llm_outputs)

    def _should_stream(self, *, async_api: bool, run_manager: Any = None, **kwargs: Any) -> bool:
        return self.inner._should_stream(async_api=async_api, run_manager=run_manager, **_theirs(kwargs))

    def _streaming_disabled(self, **kwargs: Any) -> bool:
        return self.inner._streaming_disabled(**_theirs(kwargs))

    def get_token_ids(self, text: str) -> list[int]:
        return self.inner.get_token_ids(text)

    def get_num_tokens_from_messages(self, messages: list[BaseMessage], tools: Sequence[Any] | None = None) -> int:
        return self.inner.get_num_tokens_from_messages(messages, tools)

    def bind_tools(
        self, tools: Sequence[Any], *, tool_choice: Any = None, **kwargs: Any
    ) -> Runnable[LanguageModelInput, AIMessage]:
        choice = {} if tool_choice is None else {"tool_choice": tool_choice}
        return self._replanted(self.inner.bind_tools(tools, **choice, **kwargs), {})

    def with_structured_output(self, schema: Any, **kwargs: Any) -> Runnable[LanguageModelInput, Any]:
        """As the inner model builds it, around this one. Fields are guarded one by one and validated again; an edit
        that *schema* does not admit is not made, and the call escalates.
        """
        told: dict[str, Any] = {}
        if isinstance(schema, type) and issubclass(schema, BaseModel):
            told[STRUCTURED] = (convert_to_openai_tool(schema)["function"]["name"], schema)
        return Screened(bound=self._replanted(self.inner.with_structured_output(schema, **kwargs), told), model=self)

    def _replanted(self, built: Runnable[Any, Any], told: dict[str, Any]) -> Runnable[Any, Any]:
        def guarded(found: BaseChatModel) -> Runnable[Any, Any]:
            model = self if found is self.inner else self.around(found)
            return model.bind(**told) if told else model

        replanted = transplanted(built, guarded)
        if replanted.count:
            return replanted.runnable
        from guardrails.integrations.langchain.runnable import GuardedRunnable

        return GuardedRunnable(bound=built, guard=self.guard, critic=self.critic or self.inner)

    def generate(
        self, messages: list[list[BaseMessage]], stop: list[str] | None = None, callbacks: Callbacks = None,
        *, metadata: dict[str, Any] | None = None, **kwargs: Any,
    ) -> LLMResult:  # fmt: skip
        if len(messages) != 1:
            many = [self.generate([one], stop, callbacks, metadata=metadata, **kwargs) for one in messages]
            return self._joined(many)
        ticket = carried(kwargs, Ticket) or self._ticket(messages[0], kwargs)
        told = {**(metadata or {}), KEY: ticket.told}
        return super().generate([ticket.seen], stop, callbacks, metadata=told, **carrying(kwargs, ticket))

    async def agenerate(
        self, messages: list[list[BaseMessage]], stop: list[str] | None = None, callbacks: Callbacks = None,
        *, metadata: dict[str, Any] | None = None, **kwargs: Any,
    ) -> LLMResult:  # fmt: skip
        if len(messages) != 1:
            each = (self.agenerate([one], stop, callbacks, metadata=metadata, **kwargs) for one in messages)
            return self._joined(await asyncio.gather(*each))
        ticket = carried(kwargs, Ticket) or self._ticket(messages[0], kwargs)
        told = {**(metadata or {}), KEY: ticket.told}
        return await super().agenerate([ticket.seen], stop, callbacks, metadata=told, **carrying(kwargs, ticket))

    def invoke(self, input: LanguageModelInput, config: RunnableConfig | None = None, **kwargs: Any) -> AIMessage:  # noqa: A002
        ticket = self._asked(input, config, kwargs)
        return super().invoke(ticket.seen, config, **carrying(kwargs, ticket))

    async def ainvoke(
        self, input: LanguageModelInput, config: RunnableConfig | None = None, **kwargs: Any  # noqa: A002
    ) -> AIMessage:  # fmt: skip
        ticket = self._asked(input, config, kwargs)
        return await super().ainvoke(ticket.seen, config, **carrying(kwargs, ticket))

    def stream(
        self, input: LanguageModelInput, config: RunnableConfig | None = None, **kwargs: Any  # noqa: A002
    ) -> Iterator[AIMessageChunk]:  # fmt: skip
        ticket = self._asked(input, config, kwargs)
        yield from super().stream(ticket.seen, _told(config, ticket), **carrying(kwargs, ticket))

    async def astream(
        self, input: LanguageModelInput, config: RunnableConfig | None = None, **kwargs: Any  # noqa: A002
    ) -> AsyncIterator[AIMessageChunk]:  # fmt: skip
        ticket = self._asked(input, config, kwargs)
        stream: Any = super().astream(ticket.seen, _told(config, ticket), **carrying(kwargs, ticket))
        async with aclosing(stream) as chunks:
            async for chunk in chunks:
                yield chunk

    def stream_events(self, input: Any, config: RunnableConfig | None = None, **kwargs: Any) -> Any:  # noqa: A002
        ticket = self._asked(input, config, kwargs)
        return super().stream_events(ticket.shape(input), config, **carrying(kwargs, ticket))

    def astream_events(self, input: Any, config: RunnableConfig | None = None, **kwargs: Any) -> Any:  # noqa: A002
        ticket = self._asked(input, config, kwargs)
        return super().astream_events(ticket.shape(input), config, **carrying(kwargs, ticket))

    def _chat_model_stream_v3(self, input: Any, config: RunnableConfig | None = None, **kwargs: Any) -> Any:  # noqa: A002
        ticket = self._asked(input, config, kwargs)
        return super()._chat_model_stream_v3(ticket.seen, _told(config, ticket), **carrying(kwargs, ticket))

    async def _achat_model_stream_v3(self, input: Any, config: RunnableConfig | None = None, **kwargs: Any) -> Any:  # noqa: A002
        ticket = self._asked(input, config, kwargs)
        told = _told(config, ticket)
        return await super()._achat_model_stream_v3(ticket.seen, told, **carrying(kwargs, ticket))

    def _generate(
        self, messages: list[BaseMessage], stop: list[str] | None = None,
        run_manager: CallbackManagerForLLMRun | None = None, **kwargs: Any,
    ) -> ChatResult:  # fmt: skip
        ticket, upstream = self._opened(messages, stop, kwargs)
        result = self.guard.run(ticket.exchange.request, upstream.whole())
        ticket.close(result)
        return ticket.exchange.answer(result)

    async def _agenerate(
        self, messages: list[BaseMessage], stop: list[str] | None = None,
        run_manager: AsyncCallbackManagerForLLMRun | None = None, **kwargs: Any,
    ) -> ChatResult:  # fmt: skip
        ticket, upstream = self._opened(messages, stop, kwargs)
        result = await self.guard.arun(ticket.exchange.request, upstream.awhole())
        ticket.close(result)
        return ticket.exchange.answer(result)

    def _stream(
        self, messages: list[BaseMessage], stop: list[str] | None = None,
        run_manager: CallbackManagerForLLMRun | None = None, **kwargs: Any,
    ) -> Iterator[ChatGenerationChunk]:  # fmt: skip
        ticket, upstream = self._opened(messages, stop, kwargs)
        gate = ChunkGate(ticket.exchange, self.guard.releases)
        ticket.close((yield from self.guard.relay(ticket.exchange.request, upstream.whole(), upstream.chunks, gate)))

    async def _astream(
        self, messages: list[BaseMessage], stop: list[str] | None = None,
        run_manager: AsyncCallbackManagerForLLMRun | None = None, **kwargs: Any,
    ) -> AsyncIterator[ChatGenerationChunk]:  # fmt: skip
        ticket, upstream = self._opened(messages, stop, kwargs)
        gate = ChunkGate(ticket.exchange, self.guard.releases)
        relay = self.guard.arelay(ticket.exchange.request, upstream.awhole(), upstream.achunks, gate)
        async with aclosing(relay) as items:
            async for item in items:
                if isinstance(item, Done):
                    ticket.close(item.value)
                else:
                    yield item

    def _asked(self, asked: Any, config: RunnableConfig | None, options: dict[str, Any]) -> Ticket:
        """The ticket the call came with, or one for what was *asked*."""
        if known := carried(options, Ticket):
            return known
        messages = originals(self._convert_input(asked).to_messages(), ensure_config(config))
        return self._ticket(messages if self.watch is None else self.watch.said(messages), options)

    def _ticket(self, messages: list[BaseMessage], options: Mapping[str, Any]) -> Ticket:
        named = self._get_ls_params(**options).get("ls_model_name")
        return Ticket.of(self.guard, Exchange(messages, options, model=named), self.watch, self._further())

    def _further(self) -> list[Guard]:
        """The guards of the inner model, if it is guarded itself, from the outermost."""
        return [self.inner.guard, *self.inner._further()] if isinstance(self.inner, GuardedChatModel) else []

    def _opened(
        self, messages: list[BaseMessage], stop: list[str] | None, options: dict[str, Any]
    ) -> tuple[Ticket, Upstream]:
        """The call's ticket, and the way to the model. Without a ticket somebody called below LangChain's surface."""
        if (ticket := carried(options, Ticket)) is None:
            ticket = self._ticket(messages, options)
            messages = ticket.seen
        upstream = Upstream(
            model=self.inner,
            critic=self._critic_model,
            exchange=ticket.exchange,
            outgoing=lambda request: ticket.outgoing(request, messages),
            options={**_theirs(options), "stop": stop},
        )
        return ticket, upstream

    def _joined(self, results: Sequence[LLMResult]) -> LLMResult:
        return LLMResult(
            generations=[generations for result in results for generations in result.generations],
            llm_output=self._combine_llm_outputs([result.llm_output for result in results]),
            run=[run for result in results for run in result.run or ()],
        )


def _theirs(options: Mapping[str, Any]) -> dict[str, Any]:
    """*options* without what is ours."""
    return {key: value for key, value in options.items() if key not in (TICKET, STRUCTURED)}


def _told(config: RunnableConfig | None, ticket: Ticket) -> RunnableConfig:
    config = ensure_config(config)
    return {**config, "metadata": {**(config.get("metadata") or {}), KEY: ticket.told}}
