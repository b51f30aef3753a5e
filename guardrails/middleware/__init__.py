"""The layers of a guarded call, one idea a file: moderate what goes in, critique the draft, scrub what comes out."""

from guardrails.middleware.critique import Budget, Critique
from guardrails.middleware.judge import JudgeRequest
from guardrails.middleware.meter import Meter
from guardrails.middleware.moderate import Moderate
from guardrails.middleware.screen import Screen
from guardrails.middleware.scrub import Scrub
from guardrails.middleware.treatment import Relevance, Treatment

__all__ = ["Budget", "Critique", "JudgeRequest", "Meter", "Moderate", "Relevance", "Screen", "Scrub", "Treatment"]
