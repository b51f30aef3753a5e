"""A person's edit looked at once more by the embedded rules: what they find is reported, not enforced."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import partial

from guardrails.critics.rules import RuleCritic
from guardrails.flow import Call, drive
from guardrails.middleware.critique import Critique
from guardrails.middleware.scrub import Scrub
from guardrails.types import Action, Decision, Finding, Principle, Request, Response, Status, Text

__all__ = ["recheck_of"]

_FAILED = Decision(
    layer="critique", action=Action.ANNOTATE, status=Status.DEGRADED, reason="the rules could not look at the edit"
)


def recheck_of(layers: Iterable[object]) -> Callable[[Sequence[Text], Sequence[Text]], tuple[Decision, ...]]:
    """The rules behind the principles of *layers*; without principles or a scrub layer's detector, nothing is said."""
    known = tuple(layers)
    principles = tuple(principle for layer in known if isinstance(layer, Critique) for principle in layer.principles)
    detectors = [layer.treatment.detect for layer in known if isinstance(layer, Scrub)]
    if not principles or not detectors:
        return _nothing
    return partial(_found, RuleCritic(detectors[0]), principles)


def _nothing(request: Sequence[Text], answer: Sequence[Text]) -> tuple[Decision, ...]:
    return ()


def _found(
    critic: RuleCritic, principles: tuple[Principle, ...], request: Sequence[Text], answer: Sequence[Text]
) -> tuple[Decision, ...]:
    judging = critic.judge(Request(texts=tuple(request)), Response(texts=tuple(answer)), principles)
    try:
        verdicts = drive(judging, _nobody)
    except Exception:
        return (_FAILED,)
    return tuple(_decision(finding) for finding in verdicts.findings)


def _nobody(call: Call) -> Response:
    raise RuntimeError("the rules ask no model")


def _decision(finding: Finding) -> Decision:
    return Decision(
        layer="critique",
        action=Action.ANNOTATE,
        status=Status.SKIPPED,
        reason=f"principle broken, {finding.severity.name.lower()} severity; a person wrote it",
        path=finding.path,
        rule=finding.rule or None,
        principle=finding.principle,
        attribute=finding.attribute,
        span=(finding.start, finding.end),
    )
