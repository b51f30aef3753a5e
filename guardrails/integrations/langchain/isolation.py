"""Where the inner model and the critic run: out of sight of every callback, tracer and stream of the caller."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, AsyncIterator, Awaitable, Callable, Iterator
from contextvars import Context, copy_context
from typing import Any, Final, TypeVar

from langchain_core.runnables import RunnableConfig
from langchain_core.runnables.config import var_child_runnable_config
from langchain_core.tracers import context as tracing
from langsmith.run_helpers import tracing_context

__all__ = ["aisolated", "aisolated_items", "inner_config", "isolated", "isolated_items"]

T = TypeVar("T")

_GRAPH: Final = "__pregel_"
"""What LangGraph hands down in ``configurable``: with it an inner graph would write to the outer graph's stream."""
_END: Final = object()


def inner_config(config: RunnableConfig | None) -> RunnableConfig:
    """*config* for an inner call: its tags, metadata, limits and configurable values, but no callbacks."""
    kept: dict[str, Any] = {key: value for key, value in (config or {}).items() if key not in ("run_id", "run_name")}
    configurable = kept.get("configurable") or {}
    kept["configurable"] = {key: value for key, value in configurable.items() if not str(key).startswith(_GRAPH)}
    return RunnableConfig(**{**kept, "callbacks": []})  # type: ignore[typeddict-item]


def _context() -> Context:
    """A copy of the current context, without what LangChain and LangSmith keep there."""
    context = copy_context()
    context.run(_forget)
    return context


def _forget() -> None:
    var_child_runnable_config.set(inner_config(var_child_runnable_config.get()))
    tracing.tracing_v2_callback_var.set(None)
    for variable, *_ in tracing._configure_hooks:
        variable.set(None)
    tracing_context(parent=False, enabled=False).__enter__()  # ends with the copy


def isolated(call: Callable[[], T]) -> T:
    """What *call* returns, out of sight."""
    return _context().run(call)


def isolated_items(items: Callable[[], Iterator[T]]) -> Iterator[T]:
    """What *items* yields, each step of it out of sight."""
    context = _context()
    iterator = context.run(items)
    try:
        while (item := context.run(next, iterator, _END)) is not _END:
            yield item  # type: ignore[misc]
    finally:
        close = getattr(iterator, "close", None)
        if close is not None:
            context.run(close)


async def aisolated(call: Callable[[], Awaitable[T]]) -> T:
    """Async twin of `isolated`; cancelling it cancels the call and waits for it."""
    return await _in_context(call, _context())


async def _in_context(call: Callable[[], Awaitable[T]], context: Context) -> T:
    async def run() -> T:
        return await call()

    return await asyncio.create_task(run(), context=context)


async def aisolated_items(items: Callable[[], AsyncIterator[T]]) -> AsyncGenerator[T, None]:
    """Async twin of `isolated_items`."""
    context = _context()
    iterator = context.run(items)

    async def following() -> Any:
        return await anext(iterator, _END)

    try:
        while (item := await _in_context(following, context)) is not _END:
            yield item
    finally:
        close = getattr(iterator, "aclose", None)
        if close is not None:
            await _in_context(close, context)
