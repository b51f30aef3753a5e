"""The guard as an agent needs it: a held call is kept by the guard's own store, or in the agent's state."""

from __future__ import annotations

from dataclasses import replace

from guardrails.escalation import Escalation, MemoryEscalations
from guardrails.guard import Guard
from guardrails.integrations.langchain_agents.review import Draft, hold
from guardrails.integrations.langchain_agents.state import HeldTurn
from guardrails.middleware.withhold import withheld
from guardrails.types import Action, Result

__all__ = ["Keeper", "decisive"]


class _Passing(MemoryEscalations):
    """Keeps a case until it is taken over into an agent's state."""

    __slots__ = ()

    def take(self, case_id: str) -> Escalation:
        """The case, which is not kept any longer."""
        with self._lock:
            return self._cases.pop(case_id)


class Keeper:
    """*guard*, and a twin that keeps held calls for the agent's state where *guard* keeps none."""

    def __init__(self, guard: Guard) -> None:
        self.own, self._passing = guard, None if guard.escalations is not None else _Passing()
        self._twin = guard if self._passing is None else guard.keeping(self._passing)

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


def decisive(result: Result) -> Result:
    """*result*, withheld where a layer blocked or escalated without saying so in its response."""
    if result.action < Action.ESCALATE or result.response.refusal is not None:
        return result
    return replace(result, response=withheld(result.action, result.response))
