"""A chain around a guarded model: its own runs, too, see the request only as the model is sent it."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from contextlib import aclosing
from dataclasses import dataclass, field
from typing import Any, Final

from langchain_core.messages import BaseMessage
from langchain_core.runnables import RunnableConfig
from langchain_core.runnables.config import ensure_config

from guardrails.integrations.langchain.around import Around
from guardrails.integrations.langchain.exchange import Exchange, Ticket

__all__ = ["Screened", "originals"]

_ASKED: Final = "__guardrails_asked"
"""In ``configurable``: what was really asked, for the guarded model inside. Two underscores keep it out of metadata."""


@dataclass(frozen=True, slots=True)
class _Asked:
    seen: list[BaseMessage] = field(repr=False)
    messages: list[BaseMessage] = field(repr=False)


def originals(messages: list[BaseMessage], config: RunnableConfig) -> list[BaseMessage]:
    """What was asked, where *messages* are what a chain was shown of it; else *messages*."""
    asked = (config.get("configurable") or {}).get(_ASKED)
    if not isinstance(asked, _Asked) or len(asked.seen) != len(messages):
        return messages
    same = all(here is there for here, there in zip(messages, asked.seen, strict=True))
    return asked.messages if same else messages


class Screened(Around):
    """*bound*, a chain that begins with the guarded *model*, given its input as it may be shown."""

    model: Any

    def invoke(self, input: Any, config: RunnableConfig | None = None, **kwargs: Any) -> Any:  # noqa: A002
        return self.bound.invoke(*self._shown(input, config), **kwargs)

    async def ainvoke(self, input: Any, config: RunnableConfig | None = None, **kwargs: Any) -> Any:  # noqa: A002
        return await self.bound.ainvoke(*self._shown(input, config), **kwargs)

    def stream(self, input: Any, config: RunnableConfig | None = None, **kwargs: Any) -> Iterator[Any]:  # noqa: A002
        yield from self.bound.stream(*self._shown(input, config), **kwargs)

    async def astream(
        self, input: Any, config: RunnableConfig | None = None, **kwargs: Any  # noqa: A002
    ) -> AsyncIterator[Any]:  # fmt: skip
        stream: Any = self.bound.astream(*self._shown(input, config), **kwargs)
        async with aclosing(stream) as items:
            async for item in items:
                yield item

    def stream_events(self, input: Any, config: RunnableConfig | None = None, **kwargs: Any) -> Any:  # noqa: A002
        bound: Any = self.bound
        return bound.stream_events(*self._shown(input, config), **kwargs)

    def astream_events(self, input: Any, config: RunnableConfig | None = None, **kwargs: Any) -> Any:  # noqa: A002
        bound: Any = self.bound
        return bound.astream_events(*self._shown(input, config), **kwargs)

    def _shown(self, asked: Any, config: RunnableConfig | None) -> tuple[Any, RunnableConfig]:
        config = ensure_config(config)
        messages = self.model._convert_input(asked).to_messages()
        ticket = Ticket.of(self.model.guard, Exchange(messages, {}, model=None))
        seen = ticket.shape(asked)
        if seen is asked:
            return asked, config
        hint = _Asked(seen, messages)
        return seen, {**config, "configurable": {**(config.get("configurable") or {}), _ASKED: hint}}
