"""The append-only account of one guarded call."""

from __future__ import annotations

import secrets
import time
from collections.abc import Callable

from guardrails.quick import changed
from guardrails.types import Action, Decision, Response

__all__ = ["Trace", "new_call_id"]


def new_call_id() -> str:
    """Time-ordered and unique: milliseconds since 1970 in 12 hex digits, then 64 random bits."""
    return f"{time.time_ns() // 1_000_000:012x}{secrets.token_hex(8)}"


class Trace:
    """Collects the decisions of one call, in order, and gives each its id: ``{call_id}.{seq:04d}``.

    *clock* is monotonic and in seconds. One trace belongs to one call; it is never shared. *held* is the draft that a
    layer withheld, for a person to look at: it is not scrubbed yet, so it is never stored or shown as it is.
    """

    __slots__ = ("_decisions", "call_id", "clock", "held")

    def __init__(self, call_id: str, *, clock: Callable[[], float] = time.monotonic) -> None:
        self.call_id, self.clock = call_id, clock
        self._decisions: list[Decision] = []
        self.held: Response | None = None

    def record(self, decision: Decision, /) -> Decision:
        """Append *decision* and return it with its id."""
        numbered = changed(decision, id=f"{self.call_id}.{len(self._decisions):04d}")
        self._decisions.append(numbered)
        return numbered

    @property
    def decisions(self) -> tuple[Decision, ...]:
        return tuple(self._decisions)

    @property
    def action(self) -> Action:
        """The most severe action so far."""
        return max((d.action for d in self._decisions), default=Action.ALLOW)
