"""The decision log of searches and answers: one batch of records a call, and what happens when it cannot be kept."""

from __future__ import annotations

import warnings
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Final, Literal

from guardrails.errors import GuardrailsError, SinkError
from guardrails.log import Sink, records_of
from guardrails.rag.search.results import Answer, SearchResult
from guardrails.trace import Trace
from guardrails.types import Action, ConstitutionRef, Decision, Status

__all__ = ["WITHHELD", "Journal"]

WITHHELD: Final = "The result is withheld: the decisions about it could not be recorded."
"""What a caller gets where the constitution lets nothing out that is not recorded."""


@dataclass(frozen=True, slots=True)
class Journal:
    """Writes what a trace holds to *log*; *on_error* says whether a result that cannot be recorded is given."""

    log: Sink | None
    constitution: ConstitutionRef
    on_error: Literal["block", "continue"]
    now: Callable[[], datetime]

    def kept_search(self, result: SearchResult, trace: Trace) -> SearchResult:
        """*result* with every decision, recorded; without its records when that is not possible and has to be."""
        if self._write(trace, result.tenant):
            return replace(result, decisions=trace.decisions)
        if self._unlogged(trace):
            result = replace(result, hits=(), related=(), note=WITHHELD)
        return replace(result, decisions=trace.decisions)

    def kept_answer(self, answer: Answer, trace: Trace) -> Answer:
        """As `kept_search`, for an answer."""
        if not self._write(trace, answer.search.tenant) and self._unlogged(trace):
            search = replace(answer.search, hits=(), related=(), note=WITHHELD)
            answer = replace(answer, text=WITHHELD, search=search, cited=(), lost=(), withheld=True)
        search = replace(answer.search, decisions=trace.decisions[: len(answer.search.decisions)])
        return replace(answer, search=search, decisions=trace.decisions)

    def failed(self, trace: Trace, tenant: str, error: BaseException) -> None:
        """Record that a call ended in *error*, whose message is not recorded unless it is ours."""
        said = str(error) if isinstance(error, GuardrailsError) else type(error).__name__
        decision = Decision(layer="retrieve", action=Action.BLOCK, status=Status.FAILED_CLOSED, reason=said)
        trace.record(decision)
        self._write(trace, tenant)

    def after_failure(self, trace: Trace, tenant: str) -> None:
        """Record what a call had come to when its model failed; the caller's error matters more than one of the log."""
        self._write(trace, tenant)

    def _write(self, trace: Trace, tenant: str) -> bool:
        if self.log is None:
            return True
        records = records_of(
            trace.decisions, call_id=trace.call_id, constitution=self.constitution, time=self.now(), tenant=tenant
        )
        try:
            self.log.write(records)
        except Exception as error:  # a sink of somebody's own may not know our errors
            what = str(error) if isinstance(error, SinkError) else f"the sink raised {type(error).__name__}"
            warnings.warn(f"decision records were not written: {what}", RuntimeWarning, stacklevel=4)
            return False
        return True

    def _unlogged(self, trace: Trace) -> bool:
        """Record it in the trace at least; whether the result is withheld."""
        blocks = self.on_error == "block"
        action, status = (Action.BLOCK, Status.FAILED_CLOSED) if blocks else (Action.ANNOTATE, Status.FAILED_OPEN)
        trace.record(Decision(layer="log", action=action, status=status, reason="decision records were not written"))
        return blocks
