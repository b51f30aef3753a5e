"""Critics: who judges a draft against principles, with quoted evidence, and revises only what was quoted."""

from guardrails.critics.breaker import BreakingCritic
from guardrails.critics.combined import CombinedCritic
from guardrails.critics.critic import Critic
from guardrails.critics.llm import LLMCritic
from guardrails.critics.memory import RememberingCritic
from guardrails.critics.rules import RuleCritic, rule_names

__all__ = [
    "BreakingCritic",
    "CombinedCritic",
    "Critic",
    "LLMCritic",
    "RememberingCritic",
    "RuleCritic",
    "rule_names",
]
