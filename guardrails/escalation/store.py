"""Where held calls wait: what a store promises, and one in memory."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable
from typing import Protocol

from guardrails.errors import AlreadyResolvedError, EscalationError, UnknownEscalationError
from guardrails.escalation.case import Escalation, Resolution, State
from guardrails.forking import renewed_in_children

__all__ = ["EscalationStore", "MemoryEscalations", "in_order"]

OnUnreadable = Callable[[EscalationError], None]


class EscalationStore(Protocol):
    """Keeps cases. Called from any thread and any process that shares it; every method raises `EscalationError`.

    A case never changes but for its resolution, and of several that resolve the same case exactly one succeeds.
    """

    def put(self, case: Escalation, /) -> None:
        """Keep *case*. The same case again changes nothing; another one with its id is an error."""
        ...

    def get(self, case_id: str, /) -> Escalation:
        """The case as it stands. Raises `UnknownEscalationError`."""
        ...

    def cases(self, state: State | None = None, *, on_unreadable: OnUnreadable | None = None) -> tuple[Escalation, ...]:
        """All cases, or those in *state*, oldest first. One that cannot be read is raised, or given to
        *on_unreadable* and passed over.
        """
        ...

    def resolve(self, case_id: str, resolution: Resolution, /) -> Escalation:
        """The case with *resolution*. Raises `AlreadyResolvedError` for all but the first."""
        ...


def in_order(cases: Iterable[Escalation], state: State | None) -> tuple[Escalation, ...]:
    """Those of *cases* in *state* (``None``: all), oldest first."""
    kept = (case for case in cases if state is None or case.state is state)
    return tuple(sorted(kept, key=lambda case: (case.created, case.id)))


class MemoryEscalations:
    """Keeps cases as long as the process lives: for tests, notebooks, and reviewers who sit in the same program."""

    __slots__ = ("__weakref__", "_cases", "_lock")

    def __init__(self) -> None:
        self._cases: dict[str, Escalation] = {}
        self._start_anew()
        renewed_in_children(self)

    def _start_anew(self) -> None:
        self._lock = threading.Lock()

    def put(self, case: Escalation, /) -> None:
        with self._lock:
            if self._cases.setdefault(case.id, case) != case:
                raise EscalationError(
                    "another case with this id is kept already; ids have to be unique", case_id=case.id
                )

    def get(self, case_id: str, /) -> Escalation:
        with self._lock:
            return self._known(case_id)

    def cases(self, state: State | None = None, *, on_unreadable: OnUnreadable | None = None) -> tuple[Escalation, ...]:
        with self._lock:
            cases = list(self._cases.values())
        return in_order(cases, state)

    def resolve(self, case_id: str, resolution: Resolution, /) -> Escalation:
        with self._lock:
            case = self._known(case_id)
            if case.resolution is not None:
                raise AlreadyResolvedError(case_id, state=case.state, by=case.resolution.by)
            self._cases[case_id] = case.resolved(resolution)
            return self._cases[case_id]

    def __repr__(self) -> str:
        return f"<MemoryEscalations: {len(self._cases)} cases>"

    def _known(self, case_id: str) -> Escalation:
        if case_id not in self._cases:
            raise UnknownEscalationError(case_id, self._cases)
        return self._cases[case_id]
