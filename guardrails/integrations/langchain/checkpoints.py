"""LangGraph checkpoints under guard: what is stored of a graph's state is what the constitution lets it keep."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from langchain_core.messages import BaseMessage

from guardrails.guard import Guard
from guardrails.integrations.langchain.history import storable
from guardrails.integrations.langchain.preview import blanked, preview
from guardrails.integrations.langchain.values import value_texts, value_with
from guardrails.types import Request, Source

__all__ = ["guarded_saver"]


def guarded_saver(guard: Guard, saver: Any) -> Any:
    """A checkpointer of *saver*'s type, on the same storage, that stores values as the guard's memory keeps them.

    *saver* itself stays as it is. Node names, versions, interrupts' ids and numbers are stored as they are; of an
    exception only its kind is. One that is guarded already stores them as both guards' memories do.
    """
    kind = type(saver)
    members = {"_guards": (guard, *getattr(kind, "_guards", ())), "__module__": kind.__module__}
    plain = kind.__bases__[1] if issubclass(kind, _Moderating) else kind
    guarded: Any = object.__new__(type(kind.__name__, (_Moderating, plain), members))
    guarded.__dict__.update(saver.__dict__)
    return guarded


class _Moderating:
    """Goes in front of a checkpointer's class."""

    _guards: tuple[Guard, ...]

    def put(self, config: Any, checkpoint: Any, metadata: Any, new_versions: Any) -> Any:
        parent: Any = super()
        return parent.put(config, self._moderated(checkpoint), metadata, new_versions)

    async def aput(self, config: Any, checkpoint: Any, metadata: Any, new_versions: Any) -> Any:
        parent: Any = super()
        return await parent.aput(config, self._moderated(checkpoint), metadata, new_versions)

    def put_writes(self, config: Any, writes: Sequence[tuple[str, Any]], *task: Any, **more: Any) -> None:
        parent: Any = super()
        parent.put_writes(config, self._written(writes), *task, **more)

    async def aput_writes(self, config: Any, writes: Sequence[tuple[str, Any]], *task: Any, **more: Any) -> None:
        parent: Any = super()
        await parent.aput_writes(config, self._written(writes), *task, **more)

    def _moderated(self, checkpoint: Any) -> Any:
        return {**checkpoint, "channel_values": self._stored(checkpoint["channel_values"])}

    def _written(self, writes: Sequence[tuple[str, Any]]) -> list[tuple[str, Any]]:
        return [(channel, self._stored(value)) for channel, value in writes]

    def _stored(self, value: Any) -> Any:
        for guard in self._guards:
            value = _stored(guard, value)
        return value


def _stored(guard: Guard, value: Any) -> Any:
    """*value* with each message and each string as the guard's memory keeps it."""
    if isinstance(value, BaseMessage):
        return storable(guard, [value])[0]
    if isinstance(value, Mapping):
        items = {key: _stored(guard, item) for key, item in value.items()}
        return value if all(items[key] is item for key, item in value.items()) else {**value, **items}
    if type(value) is list and value and all(isinstance(item, BaseMessage) for item in value):
        return storable(guard, value)
    if type(value) in (list, tuple):
        return type(value)(_stored(guard, item) for item in value)
    if isinstance(value, BaseException):
        return RuntimeError(type(value).__name__)
    if hasattr(value, "node") and hasattr(value, "arg"):  # LangGraph's Send
        return type(value)(value.node, _stored(guard, value.arg))
    texts = value_texts(value, Source.USER)
    if not texts:
        return value
    shown = preview(guard, Request(texts=texts))
    kept = blanked(texts) if shown is None else texts if guard.memory == "raw" else shown
    return value_with(value, texts, kept)
