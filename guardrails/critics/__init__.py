"""Critics: who judges a draft against principles, with quoted evidence, and revises only what was quoted."""

from guardrails.critics.critic import Critic
from guardrails.critics.llm import LLMCritic
from guardrails.critics.rules import RuleCritic, rule_names

__all__ = ["Critic", "LLMCritic", "RuleCritic", "rule_names"]
