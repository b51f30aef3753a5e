"""The part of a guard with which people decide about the calls that it holds."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from copy import copy
from datetime import datetime
from typing import TYPE_CHECKING, Self

from guardrails.errors import EscalationError
from guardrails.flow import AsyncModel, Middleware, Model
from guardrails.middleware.judge import JudgeRequest
from guardrails.types import Decision, Request, Result

if TYPE_CHECKING:
    from guardrails.escalation import Desk, Escalation, ReviewVerdict
    from guardrails.escalation.desk import Edit

__all__ = ["Reviewing"]


class Reviewing:
    """What a guard does about its cases. It keeps none itself: the guard's store does."""

    middleware: tuple[Middleware, ...]
    _desk: Desk | None
    _now: Callable[[], datetime]

    if TYPE_CHECKING:  # what the guard brings

        def run(self, request: Request | str, model: Model) -> Result: ...

        async def arun(self, request: Request | str, model: AsyncModel) -> Result: ...

        def _write_review(self, decisions: Sequence[Decision], case: Escalation, by: str) -> None: ...

    def resolve(
        self, case_id: str, verdict: ReviewVerdict | str, *, by: str, text: Edit | None = None, note: str = "",
        critic: Model | None = None,
    ) -> Result:  # fmt: skip
        """Decide about a case: *verdict* ``approve`` gives the caller its draft, ``edit`` *text*, ``reject`` a refusal.

        *by* says who decides and goes to the log; *note* stays with the case. What is given is scrubbed like any
        answer. What is found in an edit is among the result's decisions: by the constitution's own critic where
        *critic* answers its calls, by the embedded rules without. Raises `EscalationError` for a case that is unknown,
        resolved, or cannot be resolved so, and `SinkError` where the log is to block: then the case stays pending.
        """
        at, write = self._now(), self._write_review
        return self._cases.resolve(case_id, verdict, by=by, at=at, text=text, note=note, write=write, critic=critic)

    async def aresolve(
        self, case_id: str, verdict: ReviewVerdict | str, *, by: str, text: Edit | None = None, note: str = "",
        critic: Model | None = None,
    ) -> Result:  # fmt: skip
        """Async twin of `resolve`: files are written, and *critic* is called, off the event loop."""
        import asyncio

        return await asyncio.to_thread(self.resolve, case_id, verdict, by=by, text=text, note=note, critic=critic)

    def resume(
        self, case_id: str, model: Model, *, by: str, request: Request | str | None = None, note: str = ""
    ) -> Result:  # fmt: skip
        """Let a call go on that was held before the model was asked: *by* answers for the request.

        *model* is asked what was kept, which is scrubbed, or *request*, where the caller has it still. Its answer goes
        through every layer, judges of the request apart, and then is the case's: ``approved``. Raises
        `EscalationError` where the case has a draft, or the answer is withheld in its turn: then it stays pending.
        """
        asked = self._cases.to_resume(case_id, by=by, request=request)
        return self._resumed(case_id, self._unjudged().run(asked, model), by, note)

    async def aresume(
        self, case_id: str, model: AsyncModel, *, by: str, request: Request | str | None = None, note: str = ""
    ) -> Result:  # fmt: skip
        """Async twin of `resume`."""
        import asyncio

        asked = await asyncio.to_thread(self._cases.to_resume, case_id, by=by, request=request)
        result = await self._unjudged().arun(asked, model)
        return await asyncio.to_thread(self._resumed, case_id, result, by, note)

    @property
    def _cases(self) -> Desk:
        if self._desk is None:
            raise EscalationError("this guard keeps no cases: give it a store, Guard(..., escalations=FOLDER)")
        return self._desk

    def _resumed(self, case_id: str, result: Result, by: str, note: str) -> Result:
        return self._cases.resumed(case_id, result, by=by, at=self._now(), note=note, write=self._write_review)

    def _unjudged(self) -> Self:
        """This guard without the judges of a request: a person has judged it."""
        twin = copy(self)
        twin.middleware = tuple(layer for layer in self.middleware if not isinstance(layer, JudgeRequest))
        return twin
