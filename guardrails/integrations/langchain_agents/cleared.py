"""Which tool calls the guard has let through, so that none is judged again when it runs."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Iterable

from langchain_core.messages import AIMessage, BaseMessage, ToolCall

from guardrails.integrations.wire.jsons import dumps

__all__ = ["Cleared"]


class Cleared:
    """Remembers the *size* calls that were let through last, by what they say; no text is kept. Safe under threads."""

    def __init__(self, size: int = 4096) -> None:
        self._size, self._lock = size, threading.Lock()
        self._known: OrderedDict[int, None] = OrderedDict()

    def add(self, messages: Iterable[BaseMessage]) -> None:
        """The calls of *messages* were let through."""
        for message in messages:
            for call in message.tool_calls if isinstance(message, AIMessage) else ():
                self._add(_print(call))

    def _add(self, known: int) -> None:
        with self._lock:
            self._known[known] = None
            self._known.move_to_end(known)
            if len(self._known) > self._size:
                self._known.popitem(last=False)

    def __contains__(self, call: ToolCall) -> bool:
        with self._lock:
            return _print(call) in self._known


def _print(call: ToolCall) -> int:
    """A fingerprint, keyed by the process, of a call's name and of all its arguments."""
    try:
        return hash((call["name"], dumps(call["args"])))
    except (TypeError, ValueError):  # somebody else put what is no JSON in the arguments
        return hash((call["name"], repr(call["args"])))
