"""What the guard has said of tool calls: which it let through, so that none is judged again, and which it refused."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Iterable

from langchain_core.messages import AIMessage, BaseMessage, ToolCall, ToolMessage

from guardrails.integrations.langchain.info import KEY
from guardrails.integrations.wire.jsons import dumps

__all__ = ["Cleared", "WithheldResults"]


class _Prints:
    """The *size* fingerprints that were added last; no text is kept. Safe under threads."""

    def __init__(self, size: int = 4096) -> None:
        self._size, self._lock = size, threading.Lock()
        self._known: OrderedDict[int, None] = OrderedDict()

    def _add(self, known: int) -> None:
        with self._lock:
            self._known[known] = None
            self._known.move_to_end(known)
            if len(self._known) > self._size:
                self._known.popitem(last=False)

    def _has(self, known: int) -> bool:
        with self._lock:
            return known in self._known


class Cleared(_Prints):
    """Remembers the calls that were let through last, by what they say."""

    def add(self, messages: Iterable[BaseMessage]) -> None:
        """The calls of *messages* were let through."""
        for message in messages:
            for call in message.tool_calls if isinstance(message, AIMessage) else ():
                self._add(_print(call))

    def __contains__(self, call: ToolCall) -> bool:
        return self._has(_print(call))


class WithheldResults(_Prints):
    """Remembers the refusals that were written last in place of what a tool gave."""

    def add(self, result: ToolMessage) -> None:
        """*result* was written here."""
        self._add(_mark(result))

    def __contains__(self, result: ToolMessage) -> bool:
        return self._has(_mark(result))


def _print(call: ToolCall) -> int:
    """A fingerprint, keyed by the process, of a call's name and of all its arguments."""
    try:
        return hash((call["name"], dumps(call["args"])))
    except (TypeError, ValueError):  # somebody else put what is no JSON in the arguments
        return hash((call["name"], repr(call["args"])))


def _mark(result: ToolMessage) -> int:
    """A fingerprint, keyed by the process, of what a refusal says and of the guard's call that it is about."""
    told = result.response_metadata.get(KEY)
    return hash((result.tool_call_id, str(result.content), str(told.get("call_id") if isinstance(told, dict) else "")))
