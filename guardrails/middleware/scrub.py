"""Scrub what comes out: protected attributes leave the answer, its tool-call arguments and its payload fields."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import ClassVar

from guardrails.flow import Flow, Handler
from guardrails.middleware.treatment import Treatment
from guardrails.middleware.withhold import treat_or_withhold
from guardrails.trace import Trace
from guardrails.types import OnError, Request, Response, StreamNeed

__all__ = ["Scrub"]


@dataclass(frozen=True, slots=True)
class Scrub:
    """Treats every text of the response. It sits outside critique, so what a reviser writes is scrubbed too."""

    treatment: Treatment
    on_error: OnError = OnError.BLOCK
    stream_need: ClassVar[StreamNeed] = "hold"

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
