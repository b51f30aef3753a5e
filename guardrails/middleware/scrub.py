"""Scrub what comes out: protected attributes leave the answer, its tool-call arguments and its payload fields."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from guardrails.critics.clearing import Holding
from guardrails.flow import Clearing, Flow, Handler
from guardrails.middleware.clearing import treatment_clearing
from guardrails.middleware.treatment import Treatment
from guardrails.middleware.withhold import treat_or_withhold
from guardrails.trace import Trace
from guardrails.types import Detector, OnError, Request, Response, StreamNeed

__all__ = ["Scrub"]


@dataclass(frozen=True, slots=True)
class Scrub:
    """Treats every text of the response. It sits outside critique, so what a reviser writes is scrubbed too.

    *early* finds the spans of sentences that a stream may show before its end; its verdict on a span must rest on the
    text before it and on at most 128 characters behind it. Without, all of a stream is held.
    """

    treatment: Treatment
    on_error: OnError = OnError.BLOCK
    early: Detector | None = field(default=None, repr=False)

    @property
    def stream_need(self) -> StreamNeed:
        """A look-ahead where sentences may go early, else the whole text."""
        return "hold" if self.early is None else "window"

    def clearing(self, request: Request) -> Clearing:
        """For one text of the answer: what of it scrubbing will leave as it is."""
        return treatment_clearing(self.treatment, self.early) if self.early is not None else Holding()

    def __call__(self, request: Request, call_next: Handler, trace: Trace, /) -> Flow[Response]:
        answer = yield from call_next(request)
        if answer.refusal is not None:
            return answer
        texts = treat_or_withhold(
            self.treatment.after(request.texts),
            answer.texts,
            trace,
            layer="scrub",
            on_error=self.on_error,
            answer=answer,
        )
        return texts if isinstance(texts, Response) else replace(answer, texts=texts)
