"""Critics: who judges a draft against principles, with quoted evidence, and revises only what was quoted."""

from guardrails.critics.critic import Critic
from guardrails.critics.rules import RuleCritic, rule_names

__all__ = ["Critic", "RuleCritic", "rule_names"]
