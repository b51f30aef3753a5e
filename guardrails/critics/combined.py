"""Rules and a model together: the model decides, and what the two disagree on is asked once more, alone."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from guardrails.critics.critic import Critic
from guardrails.critics.revision import revised
from guardrails.critics.rewriting import sentences_around
from guardrails.flow import Flow
from guardrails.types import Finding, Principle, Request, Response, Verdicts

__all__ = ["CombinedCritic"]

_UNSURE: Final = 0.5
"""A finding of the model below this confidence, with no rule to support it, is in dispute."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CombinedCritic:
    """*model* judges all principles in one call; *rules* judge too, for nothing.

    A principle is in dispute when the rules find it broken and the model does not, or when only the model does and no
    finding of it reaches a confidence of 0.5. Where nothing else is found, all principles in dispute are judged by the
    model once more, without the others, and that answer holds; what it confirms is revised by rule, so that a dispute
    costs no more calls than another finding. Where something else is found, the judgement of the revised draft is the
    second question.
    """

    rules: Critic
    model: Critic

    @property
    def name(self) -> str:
        return self.model.name

    def judge(self, request: Request, draft: Response, principles: Sequence[Principle], /) -> Flow[Verdicts]:
        """The model's findings; of principles in dispute, those that its second answer confirms."""
        expected = yield from self.rules.judge(request, draft, principles)
        first = yield from self.model.judge(request, draft, principles)
        disputed = _disputed(expected, first)
        sure = tuple(finding for finding in first.findings if finding.principle not in disputed)
        asked = tuple(principle for principle in principles if principle.id in disputed)
        if not asked or len(asked) == len(principles):
            return first
        if sure:
            return replace(first, findings=sure)
        second = yield from self.model.judge(request, draft, asked)
        return replace(
            first,
            findings=tuple(_confirmed(draft, expected, second)),
            discarded=first.discarded + second.discarded,
            tokens=first.tokens + second.tokens,
        )

    def judge_again(self, request: Request, draft: Response, principles: Sequence[Principle], /) -> Flow[Verdicts]:
        """The model's findings in a revised draft, which stand."""
        return self.model.judge(request, draft, principles)

    def revise(
        self, request: Request, draft: Response, verdicts: Verdicts, principles: Sequence[Principle], /
    ) -> Flow[Response]:
        """What the model makes of the quoted passages; what was in dispute is replaced or dropped by rule."""
        if verdicts.findings and all(finding.replacement is not None for finding in verdicts.findings):
            return revised(draft, verdicts.findings)
        return (yield from self.model.revise(request, draft, verdicts, principles))


def _confirmed(draft: Response, rules: Verdicts, model: Verdicts) -> Iterator[Finding]:
    """What *model* confirms, with the evidence of the *rules* where they have some; else its sentence is to go."""
    by_rule = [finding for finding in rules.findings if finding.principle in model.broken]
    yield from by_rule
    supported = {finding.principle for finding in by_rule}
    texts = {text.path: text.text for text in draft.texts}
    for finding in model.findings:
        if finding.principle not in supported:
            start, end = sentences_around(texts[finding.path], finding.start, finding.end)
            yield replace(finding, start=start, end=end, replacement="")


def _disputed(rules: Verdicts, model: Verdicts) -> frozenset[str]:
    expected, found = frozenset(rules.broken), frozenset(model.broken)
    sure = frozenset(finding.principle for finding in model.findings if finding.confidence >= _UNSURE)
    return (expected - found) | (found - expected - sure)
