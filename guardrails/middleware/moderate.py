"""Moderate what goes in: protected spans of the request are treated before the model reads them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import ClassVar

from guardrails.flow import Flow, Handler
from guardrails.middleware.treatment import Treatment
from guardrails.middleware.withhold import treat_or_withhold
from guardrails.trace import Trace
from guardrails.types import OnError, Request, Response, StreamNeed

__all__ = ["Moderate"]


@dataclass(frozen=True, slots=True)
class Moderate:
    """Treats every text of the request. *on_error* says what happens when detection itself fails."""

    treatment: Treatment
    on_error: OnError = OnError.BLOCK
    stream_need: ClassVar[StreamNeed] = "pass"

    def __call__(self, request: Request, call_next: Handler, trace: Trace, /) -> Flow[Response]:
        texts = treat_or_withhold(self.treatment, request.texts, trace, layer="moderate", on_error=self.on_error)
        if isinstance(texts, Response):
            return texts
        return (yield from call_next(replace(request, texts=texts)))
