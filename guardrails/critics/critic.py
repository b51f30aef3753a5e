"""Who judges a draft and rewrites it: an embedded rule set or a model."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from guardrails.flow import Flow
from guardrails.types import Principle, Request, Response, Verdicts

__all__ = ["Critic"]


class Critic(Protocol):
    """Judges a draft against all principles at once, and revises only what a verdict quotes.

    Both are flows: a critic that needs a model yields `CriticCall`; one that does not never yields. An answer that is
    no verdict raises `CriticError`.
    """

    @property
    def name(self) -> str:
        """What records and reports call it."""
        ...

    def judge(self, request: Request, draft: Response, principles: Sequence[Principle], /) -> Flow[Verdicts]:
        """One judgement of *draft*; findings point into its texts."""
        ...

    def revise(
        self, request: Request, draft: Response, verdicts: Verdicts, principles: Sequence[Principle], /
    ) -> Flow[Response]:
        """*draft* with the quoted regions rewritten and the rest as it was."""
        ...
