"""Answers that are not given: what the caller gets instead, and what a layer does when it cannot do its work."""

from __future__ import annotations

from dataclasses import replace

from guardrails.middleware.treatment import Treatment
from guardrails.trace import Trace
from guardrails.types import Action, Decision, OnError, Response, Status, Text

__all__ = ["Stopped", "failure", "held", "treat_or_withhold", "withheld"]

_BLOCKED = "This answer was withheld: it, or the request, goes against the rules set for this service."
_ESCALATED = "This answer is withheld until a person has reviewed it."

_OUTCOME = {
    OnError.BLOCK: (Action.BLOCK, Status.FAILED_CLOSED),
    OnError.ESCALATE: (Action.ESCALATE, Status.FAILED_CLOSED),
    OnError.SCRUB: (Action.ANNOTATE, Status.DEGRADED),
    OnError.ALLOW: (Action.ALLOW, Status.FAILED_OPEN),
}


class Stopped(Exception):
    """Ends a model call, or keeps it from being made: the caller gets *response* instead of what it would answer."""

    def __init__(self, response: Response) -> None:
        self.response = response
        super().__init__("a judge withheld the answer")


def withheld(action: Action, answer: Response | None = None) -> Response:
    """What a caller gets in place of *answer*, which is blocked or waits for a person: none of its texts, its usage."""
    refusal = _ESCALATED if action is Action.ESCALATE else _BLOCKED
    return replace(answer or Response(texts=()), texts=(), refusal=refusal)


def held(trace: Trace, action: Action, answer: Response | None = None) -> Response:
    """As `withheld`; a draft that waits for a person is put by in *trace*, for the guard to keep it scrubbed."""
    if action is Action.ESCALATE:
        trace.held = answer
    return withheld(action, answer)


def failure(trace: Trace, layer: str, policy: OnError, reason: str, answer: Response | None = None) -> Response | None:
    """Record that *layer* failed, under *policy*; return the refusal to give, or ``None`` when the call goes on."""
    action, status = _OUTCOME[policy]
    trace.record(Decision(layer=layer, action=action, status=status, reason=reason))
    return held(trace, action, answer) if action >= Action.ESCALATE else None


def treat_or_withhold(
    treatment: Treatment,
    texts: tuple[Text, ...],
    trace: Trace,
    *,
    layer: str,
    on_error: OnError,
    answer: Response | None = None,
) -> tuple[Text, ...] | Response:
    """Treat *texts*, recording every decision; a `Response` is the refusal to give, in place of *answer* if any."""
    try:
        treated = treatment.apply_all(texts, layer=layer)
    except Exception as error:
        refusal = failure(trace, layer, on_error, f"detection failed: {type(error).__name__}", answer)
        return texts if refusal is None else refusal
    for decision in (decision for one in treated for decision in one.decisions):
        trace.record(decision)
    if not any(one.decisions for one in treated):
        trace.record(Decision(layer=layer, action=Action.ALLOW, reason="no protected wording found"))
    action = max((one.action for one in treated), default=Action.ALLOW)
    return held(trace, action, answer) if action >= Action.ESCALATE else tuple(one.text for one in treated)
