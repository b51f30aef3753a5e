"""The guard as an agent needs it: a held call is kept by the guard's own store, or in the agent's state."""

from __future__ import annotations

from copy import copy
from typing import ClassVar

from guardrails.escalation import Escalation, MemoryEscalations
from guardrails.flow import Flow, Handler
from guardrails.guard import Guard
from guardrails.integrations.langchain_agents.review import Draft, hold
from guardrails.integrations.langchain_agents.state import HeldTurn
from guardrails.middleware.withhold import held
from guardrails.trace import Trace
from guardrails.types import Action, Request, Response, Result, StreamNeed

__all__ = ["Decided", "Keeper"]


class _Passing(MemoryEscalations):
    """Keeps a case until it is taken over into an agent's state."""

    __slots__ = ()

    def take(self, case_id: str) -> Escalation:
        """The case, which is not kept any longer."""
        with self._lock:
            return self._cases.pop(case_id)


class Decided:
    """The outermost layer: an answer that a layer blocked or escalated without saying so in its response is withheld.

    What of a stream waits for all decisions, as tool calls do, is then not shown either.
    """

    stream_need: ClassVar[StreamNeed] = "pass"

    def __call__(self, request: Request, call_next: Handler, trace: Trace, /) -> Flow[Response]:
        answer = yield from call_next(request)
        if trace.action < Action.ESCALATE or answer.refusal is not None:
            return answer
        return held(trace, trace.action, answer)


class Keeper:
    """*guard*, whose word is final, and a twin that keeps held calls for the agent's state where *guard* keeps none."""

    def __init__(self, guard: Guard) -> None:
        self.given, self.own = guard, copy(guard)
        self.own.middleware = (Decided(), *guard.middleware)
        self._passing = None if guard.escalations is not None else _Passing()
        self._twin = self.own if self._passing is None else self.own.keeping(self._passing)

    def guard(self, *, reviewable: bool) -> Guard:
        """The one to call. *reviewable*: the agent can stop for a person here."""
        return self._twin if reviewable else self.own

    def turn(self, result: Result, draft: Draft) -> HeldTurn | None:
        """What waits in the agent's state after *result*, if it escalated and a case was kept of the *draft*."""
        if result.escalation is None or result.action is not Action.ESCALATE:
            return None
        if self._passing is not None:
            return hold(self._passing.take(result.escalation), draft, kept=False)
        assert self.own.escalations is not None  # noqa: S101 - it has just kept the case
        return hold(self.own.escalations.get(result.escalation), draft, kept=True)
