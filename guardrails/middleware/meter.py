"""Account for the model call itself: which model, how many tokens, how long, and whether it failed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import ClassVar

from guardrails.flow import Flow, Handler
from guardrails.middleware.withhold import Stopped
from guardrails.trace import Trace
from guardrails.types import Action, Decision, Request, Response, Status, StreamNeed

__all__ = ["Meter"]


@dataclass(frozen=True, slots=True)
class Meter:
    """The innermost layer of every guard: tells *observe* what the model is sent, and records what came of it.

    It changes nothing; an error of the model passes through as it is.
    """

    observe: Callable[[Request], None]
    stream_need: ClassVar[StreamNeed] = "pass"

    def __call__(self, request: Request, call_next: Handler, trace: Trace, /) -> Flow[Response]:
        self.observe(request)
        start = trace.clock()
        status, reason, response = Status.SKIPPED, "closed before the model answered", None
        try:
            response = yield from call_next(request)
            status, reason = Status.APPLIED, "model answered"
        except Stopped:
            reason = "stopped by a judge of the request"
            raise
        except Exception as error:
            # What an error says may quote a text; an adapter's own error may offer a phrase that does not.
            why = getattr(error, "safe_reason", type(error).__name__)
            status, reason = Status.FAILED_CLOSED, f"model call failed: {why}"
            raise
        finally:
            trace.record(
                Decision(
                    layer="model",
                    action=Action.ALLOW,
                    status=status,
                    reason=reason,
                    model=(response.model if response else None) or request.model,
                    tokens=response.tokens if response else None,
                    duration_ms=round((trace.clock() - start) * 1000, 3),
                )
            )
        return response
