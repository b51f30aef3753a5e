"""Critique and revise: judge the draft against the principles, rewrite only what was quoted, judge again, in bounds."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from typing import TypeVar

from guardrails.critics.clearing import Holding, rule_clearing
from guardrails.critics.critic import Critic
from guardrails.critics.rules import RuleCritic
from guardrails.critics.shown import keeps_shown, unshown
from guardrails.errors import ConstitutionError
from guardrails.flow import Call, Clearing, CriticCall, Done, Flow, Handler, step
from guardrails.middleware.screen import Screen
from guardrails.middleware.withhold import failure, held
from guardrails.trace import Trace
from guardrails.types import (
    Action,
    Decision,
    OnError,
    Principle,
    Request,
    Response,
    Status,
    StreamNeed,
    Verdicts,
)

__all__ = ["Budget", "Critique"]

T = TypeVar("T")

_LAYER = "critique"
_INSTANT = 0.001
"""Seconds a critic call gets when the budget is all but spent: none would mean no limit."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Budget:
    """Caps on one call's critique: revisions, critic *tokens* and wall-clock *seconds*; ``None`` is no cap."""

    rounds: int = 2
    tokens: int | None = None
    seconds: float | None = None

    def spent(self, *, tokens: int, seconds: float) -> str | None:
        """Which cap is reached, as a reason, or ``None``."""
        if self.tokens is not None and tokens >= self.tokens:
            return f"critique budget of {self.tokens} tokens spent"
        if self.seconds is not None and seconds >= self.seconds:
            return f"critique budget of {self.seconds:g} seconds spent"
        return None


@dataclass(slots=True)
class _Purse:
    """What one call's critique has cost so far; its seconds run from the first question to a critic model."""

    budget: Budget
    clock: Callable[[], float]
    start: float | None = None
    tokens: int = 0

    def begin(self) -> float:
        """The time the budget counts from, which is now if it was not yet counted."""
        if self.start is None:
            self.start = self.clock()
        return self.start

    def empty(self) -> str | None:
        return self.budget.spent(tokens=self.tokens, seconds=self.clock() - self.begin())

    def paying(self, flow: Flow[T]) -> Flow[T]:
        """*flow*, with its critic calls held to the seconds that are left and its tokens counted.

        A critic that asks no model through the flow may still state what its verdicts cost.
        """
        seen = 0
        with closing(flow):
            wants = step(flow)
            while not isinstance(wants, Done):
                replies: tuple[Response, ...] | Exception
                try:
                    replies = yield tuple(self._limited(call) for call in wants)
                    seen += sum(reply.tokens or 0 for reply in replies)
                except Exception as error:
                    replies = error
                wants = step(flow, replies)
        stated = wants.value.tokens if isinstance(wants.value, Verdicts) else 0
        self.tokens += max(seen, stated)
        return wants.value

    def _limited(self, call: Call) -> Call:
        start = self.begin()
        if self.budget.seconds is None or not isinstance(call, CriticCall):
            return call
        left = max(self.budget.seconds - (self.clock() - start), _INSTANT)
        return replace(call, timeout_s=left if call.timeout_s is None else min(left, call.timeout_s))


@dataclass(frozen=True, slots=True)
class _Attempt:
    """A draft and what the critic found in it."""

    draft: Response
    verdicts: Verdicts

    @property
    def weight(self) -> int:
        return sum(finding.severity for finding in self.verdicts.findings)


@dataclass(frozen=True, slots=True)
class Critique:
    """Critique before revision, revision before release (Bai et al. 2022, arXiv 2212.08073, section 3.1).

    Every judgement covers all *principles* at once. The best draft so far wins. *unresolved* says what happens when
    findings remain after the budget; *on_error* what happens when the critic itself fails. With a *screen*, only the
    drafts it passes on reach *critic*; the others are judged, and if need be revised, by the screen's own. *early* are
    the rules that let sentences of a stream go before the whole is judged; they must be the first to judge the whole.
    """

    principles: Sequence[Principle]
    critic: Critic
    budget: Budget = Budget()
    unresolved: OnError = OnError.ESCALATE
    on_error: OnError = OnError.SCRUB
    screen: Screen | None = None
    early: RuleCritic | None = None

    def __post_init__(self) -> None:
        flagged = self.screen is not None and self.screen.share is None
        first = self.screen.critic if self.screen is not None and flagged else self.critic
        if self.early is not None and not isinstance(first, RuleCritic):
            hint = "let the rules screen and ask the model where they find something ('when: flagged'), or hold"
            raise ConstitutionError(
                "a stream by sentences shows what the rules clear, before a model is asked", hint=hint
            )

    @property
    def stream_need(self) -> StreamNeed:
        """Nothing where there are no principles, sentences where the rules may clear some early, else the whole."""
        return "pass" if not self.principles else "hold" if self.early is None else "sentence"

    def clearing(self, request: Request) -> Clearing:
        """For one text of the answer to *request*: what of it the rules clear."""
        return rule_clearing(self.early, request, self.principles) if self.early is not None else Holding()

    def __call__(self, request: Request, call_next: Handler, trace: Trace, /) -> Flow[Response]:
        draft = yield from call_next(request)
        if draft.refusal is not None or not self.principles or not draft.texts:
            return draft
        purse = _Purse(self.budget, trace.clock)
        try:
            critic, verdicts = yield from self._first(request, draft, trace, purse)
        except Exception as error:
            refusal = failure(trace, _LAYER, self.on_error, f"critic failed: {type(error).__name__}", draft)
            return draft if refusal is None else refusal
        attempts = yield from self._improve(request, _Attempt(draft, verdicts), critic, trace, purse)
        return self._release(attempts, trace)

    def _first(self, request: Request, draft: Response, trace: Trace, purse: _Purse) -> Flow[tuple[Critic, Verdicts]]:
        """Who judges this call, and the first verdicts."""
        if self.screen is not None:
            found = yield from purse.paying(self.screen.critic.judge(request, draft, self.principles))
            if not self.screen.passes_on(trace.call_id, found):
                reason = f"critic model not asked: {self.screen.reason}"
                trace.record(Decision(layer=_LAYER, action=Action.ALLOW, status=Status.SKIPPED, reason=reason))
                return self.screen.critic, found
        return self.critic, (yield from purse.paying(self.critic.judge(request, draft, self.principles)))

    def _improve(
        self, request: Request, first: _Attempt, critic: Critic, trace: Trace, purse: _Purse
    ) -> Flow[list[_Attempt]]:
        """Revise and judge again until nothing is found or the budget is spent; each attempt revises the one before."""
        attempts = [first]
        for _ in range(self.budget.rounds):
            current = attempts[-1]
            changeable = unshown(current.draft, current.verdicts)
            if not changeable.findings:
                break
            if reason := purse.empty():
                trace.record(Decision(layer=_LAYER, action=Action.ANNOTATE, status=Status.DEGRADED, reason=reason))
                break
            try:
                revision = critic.revise(request, current.draft, changeable, self.principles)
                revised = yield from purse.paying(revision)
                if revised.texts == current.draft.texts or not keeps_shown(current.draft, revised):
                    break
                again = getattr(critic, "judge_again", critic.judge)(request, revised, self.principles)
                attempts.append(_Attempt(revised, (yield from purse.paying(again))))
            except Exception as error:
                # What was found stands: the unresolved policy decides, not the failure policy.
                reason = f"critic failed while revising: {type(error).__name__}"
                trace.record(Decision(layer=_LAYER, action=Action.ANNOTATE, status=Status.DEGRADED, reason=reason))
                break
        return attempts

    def _release(self, attempts: list[_Attempt], trace: Trace) -> Response:
        """The best attempt, or what the policy puts in its place; only what led to it is recorded as revised."""
        best = min(attempts, key=lambda attempt: attempt.weight)
        for attempt in attempts[: attempts.index(best)]:
            _record(attempt, trace, action=Action.REVISE, status=Status.APPLIED)
        _record(best, trace, action=Action.ANNOTATE, status=Status.SKIPPED)
        if discarded := sum(attempt.verdicts.discarded for attempt in attempts):
            reason = f"{discarded} findings discarded: their quote is not in the draft"
            trace.record(Decision(layer=_LAYER, action=Action.ALLOW, reason=reason, model=best.verdicts.model))
        verdicts, left = best.verdicts, len(best.verdicts.findings)
        if not left:
            if best is attempts[0]:
                reason = f"no principle found broken ({len(verdicts.judged)} judged)"
                trace.record(_decision(reason, verdicts))
            return best.draft
        action, status = _UNRESOLVED[self.unresolved]
        trace.record(_decision(f"unresolved after revision: {left} found", verdicts, action=action, status=status))
        return held(trace, action, best.draft) if action >= Action.ESCALATE else best.draft


_UNRESOLVED = {
    OnError.BLOCK: (Action.BLOCK, Status.APPLIED),
    OnError.ESCALATE: (Action.ESCALATE, Status.APPLIED),
    OnError.SCRUB: (Action.ANNOTATE, Status.DEGRADED),
    OnError.ALLOW: (Action.ANNOTATE, Status.FAILED_OPEN),
}


def _decision(
    reason: str, verdicts: Verdicts, *, action: Action = Action.ALLOW, status: Status = Status.APPLIED
) -> Decision:
    return Decision(
        layer=_LAYER,
        action=action,
        status=status,
        reason=reason,
        model=verdicts.model,
        tokens=verdicts.tokens or None,
    )


def _record(attempt: _Attempt, trace: Trace, *, action: Action, status: Status) -> None:
    """One decision per finding of *attempt*: revised away, or left."""
    texts = {text.path: text for text in attempt.draft.texts}
    for finding in attempt.verdicts.findings:
        text = texts.get(finding.path)
        shown = ", already shown" if text is not None and finding.start < text.shown else ""
        reason = f"principle broken, {finding.severity.name.lower()} severity{shown}"
        trace.record(
            replace(
                _decision(reason, attempt.verdicts, action=action, status=status),
                source=text.source if text else None,
                path=finding.path,
                rule=finding.rule or None,
                principle=finding.principle,
                attribute=finding.attribute,
                span=(finding.start, finding.end),
            )
        )
