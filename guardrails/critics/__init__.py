"""Critics: who judges a draft against principles, with quoted evidence, and revises only what was quoted."""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING

from guardrails.critics.critic import Critic
from guardrails.critics.rules import RuleCritic, rule_names

if TYPE_CHECKING:
    from guardrails.critics.breaker import BreakingCritic
    from guardrails.critics.combined import CombinedCritic
    from guardrails.critics.llm import LLMCritic
    from guardrails.critics.memory import RememberingCritic

_OF_MODELS = {
    "BreakingCritic": "breaker",
    "CombinedCritic": "combined",
    "LLMCritic": "llm",
    "RememberingCritic": "memory",
}
"""Imported when they are first used: the rules ask no model."""

__all__ = [
    "BreakingCritic",
    "CombinedCritic",
    "Critic",
    "LLMCritic",
    "RememberingCritic",
    "RuleCritic",
    "rule_names",
]


def __getattr__(name: str) -> object:
    if name not in _OF_MODELS:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(importlib.import_module(f"{__name__}.{_OF_MODELS[name]}"), name)
