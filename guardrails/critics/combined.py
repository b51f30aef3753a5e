"""Rules and a model together: the model decides, and what the two disagree on is asked once more, alone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from guardrails.critics.critic import Critic
from guardrails.flow import Flow
from guardrails.types import Principle, Request, Response, Verdicts

__all__ = ["CombinedCritic"]

_UNSURE: Final = 0.5
"""A finding of the model below this confidence, with no rule to support it, is in dispute."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CombinedCritic:
    """*model* judges all principles in one call; *rules* judge too, for nothing.

    A principle is in dispute when the rules find it broken and the model does not, or when only the model does and no
    finding of it reaches a confidence of 0.5. All principles in dispute are judged by the model once more, without the
    others, and that answer holds: one call more at most, and none when everything is in dispute.
    """

    rules: Critic
    model: Critic

    @property
    def name(self) -> str:
        return self.model.name

    def judge(self, request: Request, draft: Response, principles: Sequence[Principle], /) -> Flow[Verdicts]:
        """The model's findings, those on disputed principles from its second answer."""
        expected = yield from self.rules.judge(request, draft, principles)
        first = yield from self.model.judge(request, draft, principles)
        disputed = _disputed(expected, first)
        asked = tuple(principle for principle in principles if principle.id in disputed)
        if not asked or len(asked) == len(principles):
            return first
        second = yield from self.model.judge(request, draft, asked)
        agreed = tuple(finding for finding in first.findings if finding.principle not in disputed)
        return replace(
            first,
            findings=agreed + second.findings,
            discarded=first.discarded + second.discarded,
            tokens=first.tokens + second.tokens,
        )

    def revise(
        self, request: Request, draft: Response, verdicts: Verdicts, principles: Sequence[Principle], /
    ) -> Flow[Response]:
        """What the model makes of the quoted passages."""
        return self.model.revise(request, draft, verdicts, principles)


def _disputed(rules: Verdicts, model: Verdicts) -> frozenset[str]:
    expected, found = frozenset(rules.broken), frozenset(model.broken)
    sure = frozenset(finding.principle for finding in model.findings if finding.confidence >= _UNSURE)
    return (expected - found) | (found - expected - sure)
