"""A person's edit looked at once more, by the rules or the critic: what they find is reported, not enforced."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from functools import partial
from typing import TypeAlias

from guardrails.critics.critic import Critic
from guardrails.critics.rules import RuleCritic
from guardrails.flow import Call, Model, drive
from guardrails.middleware.critique import Critique
from guardrails.middleware.scrub import Scrub
from guardrails.types import Action, Decision, Finding, Principle, Request, Response, Status, Text

__all__ = ["Recheck", "recheck_of"]

_RULES_FAILED = Decision(
    layer="critique", action=Action.ANNOTATE, status=Status.DEGRADED, reason="the rules could not look at the edit"
)
_CRITIC_FAILED = replace(_RULES_FAILED, reason="the critic could not look at the edit: the rules did")

Recheck: TypeAlias = Callable[[Sequence[Text], Sequence[Text], Model | None], tuple[Decision, ...]]


def recheck_of(layers: Iterable[object]) -> Recheck:
    """Given the model of a critic, the critics of *layers* judge; else the rules behind their principles.

    Without principles, or with no model and no scrub layer's detector, nothing is said.
    """
    known = tuple(layers)
    critiques = tuple(layer for layer in known if isinstance(layer, Critique) and layer.principles)
    detectors = [layer.treatment.detect for layer in known if isinstance(layer, Scrub)]
    return partial(_looked_at, critiques, RuleCritic(detectors[0]) if detectors else None)


def _looked_at(
    critiques: tuple[Critique, ...],
    rules: RuleCritic | None,
    request: Sequence[Text],
    answer: Sequence[Text],
    critic: Model | None = None,
) -> tuple[Decision, ...]:
    if critic is not None:
        try:
            judged = [_found(one.critic, one.principles, request, answer, critic) for one in critiques]
        except Exception:
            return (_CRITIC_FAILED, *_looked_at(critiques, rules, request, answer))
        return tuple(decision for decisions in judged for decision in decisions)
    if rules is None:
        return ()
    principles = tuple(principle for one in critiques for principle in one.principles)
    try:
        return _found(rules, principles, request, answer, _nobody)
    except Exception:
        return (_RULES_FAILED,)


def _found(
    critic: Critic, principles: Sequence[Principle], request: Sequence[Text], answer: Sequence[Text], model: Model
) -> tuple[Decision, ...]:
    judging = critic.judge(Request(texts=tuple(request)), Response(texts=tuple(answer)), principles)
    return tuple(_decision(finding) for finding in drive(judging, model).findings)


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
