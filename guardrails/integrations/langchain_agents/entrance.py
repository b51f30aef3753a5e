"""An agent whose callers, callbacks, streams and checkpoints meet what was said to it only as it may be shown."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from contextlib import aclosing
from typing import Any

from langchain_core.runnables import RunnableConfig

from guardrails.guard import Guard
from guardrails.integrations.langchain_agents.asked import shown

__all__ = ["guarded_agent"]


def guarded_agent(guard: Guard, agent: Any) -> Any:
    """A copy of *agent*, which has a `GuardMiddleware`, of the same type. *agent* itself stays as it is.

    One whose door is guarded already is guarded there by both, *guard* first.
    """
    kind = type(agent)
    members = {"_guards": (guard, *getattr(kind, "_guards", ())), "__module__": kind.__module__}
    plain = kind.__bases__[1] if issubclass(kind, _Entrance) else kind
    guarded: Any = object.__new__(type(kind.__name__, (_Entrance, plain), members))
    guarded.__dict__.update(agent.__dict__)
    return guarded


class _Entrance:
    """Goes in front of a compiled graph's class."""

    _guards: tuple[Guard, ...]

    def stream(self, input: Any, config: RunnableConfig | None = None, **options: Any) -> Iterator[Any]:  # noqa: A002
        parent: Any = super()
        given = shown(self._guards, input, config)
        yield from parent.stream(given.value, given.config, **options)

    async def astream(
        self, input: Any, config: RunnableConfig | None = None, **options: Any  # noqa: A002
    ) -> AsyncIterator[Any]:  # fmt: skip
        parent: Any = super()
        given = shown(self._guards, input, config)
        async with aclosing(parent.astream(given.value, given.config, **options)) as chunks:
            async for chunk in chunks:
                yield chunk

    def stream_events(self, input: Any, config: RunnableConfig | None = None, **options: Any) -> Any:  # noqa: A002
        parent: Any = super()
        given = shown(self._guards, input, config)
        return parent.stream_events(given.value, given.config, **options)

    def astream_events(self, input: Any, config: RunnableConfig | None = None, **options: Any) -> Any:  # noqa: A002
        parent: Any = super()
        given = shown(self._guards, input, config)
        return parent.astream_events(given.value, given.config, **options)
