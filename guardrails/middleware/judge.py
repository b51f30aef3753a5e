"""Judge what is asked before anything is answered; beside the model call, if nothing stands between the two."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, replace

from guardrails.critics.critic import Critic
from guardrails.errors import ConstitutionError
from guardrails.flow import Call, Done, Flow, Handler, Middleware, ModelCall, step
from guardrails.middleware.withhold import Stopped, failure, held
from guardrails.trace import Trace
from guardrails.types import Action, Decision, OnError, Principle, Request, Response, Source, StreamNeed, Verdicts

__all__ = ["JudgeRequest", "check_beside"]

_LAYER = "request"


@dataclass(frozen=True, slots=True, kw_only=True)
class JudgeRequest:
    """Withholds the answer to a request in which *critic* finds one of *principles* broken by a user's words.

    *beside*: an async model is called at the same time. Nothing of its answer is used before the verdict, so no tool
    runs; a finding cancels the call and waits for its end. What is judged must be what is sent: only judges like this
    one may stand between it and the model. A synchronous model is asked when the verdict is there.
    """

    principles: Sequence[Principle]
    critic: Critic
    beside: bool = False
    action: Action = Action.BLOCK
    on_error: OnError = OnError.BLOCK

    def __post_init__(self) -> None:
        if self.action not in (Action.BLOCK, Action.ESCALATE):
            raise ConstitutionError(
                "a judge of the request blocks or escalates", hint="give Action.BLOCK or Action.ESCALATE"
            )

    @property
    def stream_need(self) -> StreamNeed:
        """Nothing of a stream may be shown before the verdict."""
        return "hold" if self.beside else "pass"

    def __call__(self, request: Request, call_next: Handler, trace: Trace, /) -> Flow[Response]:
        try:
            if not self.beside:
                yield from self._judged(request, trace)
                return (yield from call_next(request))
            return (yield from self._meanwhile(call_next(request), request, trace))
        except Stopped as stopped:
            return stopped.response

    def _meanwhile(self, flow: Flow[Response], request: Request, trace: Trace) -> Flow[Response]:
        """*flow*, whose model call is made beside the judgement."""
        with closing(flow):
            wants = step(flow)
            while not isinstance(wants, Done):
                replies: tuple[Response, ...] | Exception
                try:
                    replies = yield tuple(self._with_judge(call, request, trace) for call in wants)
                except Exception as error:
                    replies = error
                wants = step(flow, replies)
        return wants.value

    def _with_judge(self, call: Call, request: Request, trace: Trace) -> Call:
        if not isinstance(call, ModelCall):
            return call
        return replace(call, beside=_then(self._judged(request, trace), call.beside))

    def _judged(self, request: Request, trace: Trace) -> Flow[None]:
        """Raises `Stopped` with what the caller gets instead of an answer."""
        asked = tuple(text for text in request.texts if text.source is Source.USER)
        try:
            verdicts = yield from self.critic.judge(Request(texts=()), Response(texts=asked), self.principles)
        except Exception as error:
            refusal = failure(trace, _LAYER, self.on_error, f"critic failed: {type(error).__name__}")
            if refusal is not None:
                raise Stopped(refusal) from None
            return
        for decision in self._decisions(verdicts):
            trace.record(decision)
        if verdicts.findings:
            raise Stopped(held(trace, self.action))

    def _decisions(self, verdicts: Verdicts) -> Iterator[Decision]:
        common = Decision(
            layer=_LAYER, action=Action.ALLOW, reason="", model=verdicts.model, tokens=verdicts.tokens or None
        )
        for finding in verdicts.findings:
            yield replace(
                common,
                action=self.action,
                reason=f"the request breaks a principle, {finding.severity.name.lower()} severity",
                source=Source.USER,
                path=finding.path,
                rule=finding.rule or None,
                principle=finding.principle,
                attribute=finding.attribute,
                span=(finding.start, finding.end),
            )
        if not verdicts.findings:
            yield replace(common, reason=f"no principle found broken by the request ({len(verdicts.judged)} judged)")


def _then(first: Flow[None], second: Flow[None] | None) -> Flow[None]:
    yield from first
    if second is not None:
        yield from second


def check_beside(layers: Iterable[Middleware]) -> None:
    """Raises `ConstitutionError` where a layer stands between a judge and the model call that it runs beside."""
    waiting: str | None = None
    for layer in layers:
        judges = isinstance(layer, JudgeRequest) and layer.beside
        if waiting is not None and not judges:
            raise ConstitutionError(
                f"{type(layer).__name__} stands between a judge and the model call that it is to run beside",
                hint="list JudgeRequest(beside=True) last, or judge before the call: beside=False",
            )
        waiting = type(layer).__name__ if judges else waiting
