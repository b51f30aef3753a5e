"""Guard LLM calls whose answers touch people.

The way in: `Guard` (guard.py) runs layers (middleware/) around a model call, each a generator (flow.py) over plain
values (types.py). A constitution (constitution/) is compiled into a policy (policy.py); adapters (integrations/)
translate native requests to texts and back; every decision ends as a record (log/).

Importing this package loads no third-party module: the names below are imported when they are first used.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING

from guardrails.pausing import Pausing

if TYPE_CHECKING:
    from guardrails.critics import LLMCritic, RuleCritic
    from guardrails.errors import (
        Blocked,
        ConstitutionError,
        CriticError,
        DetectorError,
        GuardFailed,
        GuardrailsError,
        MissingExtraError,
        SinkError,
        UnguardedEndpointError,
        UnknownComponentError,
    )
    from guardrails.guard import Guard
    from guardrails.log import JsonlSink, MemorySink
    from guardrails.middleware import Budget, Critique, Moderate, Relevance, Scrub, Treatment
    from guardrails.models import async_text_model, text_model
    from guardrails.policy import english_detector
    from guardrails.types import (
        PROTECTED_ATTRIBUTES,
        Action,
        Decision,
        Moderation,
        OnError,
        Principle,
        Request,
        Response,
        Result,
        Sense,
        Severity,
        Source,
        Span,
        Status,
        Text,
    )

__version__ = "0.1.0"

_HOMES = {
    "guardrails.critics": ("LLMCritic", "RuleCritic"),
    "guardrails.errors": (
        "Blocked",
        "ConstitutionError",
        "CriticError",
        "DetectorError",
        "GuardFailed",
        "GuardrailsError",
        "MissingExtraError",
        "SinkError",
        "UnguardedEndpointError",
        "UnknownComponentError",
    ),
    "guardrails.guard": ("Guard",),
    "guardrails.log": ("JsonlSink", "MemorySink"),
    "guardrails.middleware": ("Budget", "Critique", "Moderate", "Relevance", "Scrub", "Treatment"),
    "guardrails.models": ("async_text_model", "text_model"),
    "guardrails.policy": ("english_detector",),
    "guardrails.types": (
        "PROTECTED_ATTRIBUTES",
        "Action",
        "Decision",
        "Moderation",
        "OnError",
        "Principle",
        "Request",
        "Response",
        "Result",
        "Sense",
        "Severity",
        "Source",
        "Span",
        "Status",
        "Text",
    ),
}
_HOME_OF = {name: module for module, names in _HOMES.items() for name in names}

__all__ = [
    "PROTECTED_ATTRIBUTES",
    "Action",
    "Blocked",
    "Budget",
    "ConstitutionError",
    "CriticError",
    "Critique",
    "Decision",
    "DetectorError",
    "Guard",
    "GuardFailed",
    "GuardrailsError",
    "JsonlSink",
    "LLMCritic",
    "MemorySink",
    "MissingExtraError",
    "Moderate",
    "Moderation",
    "OnError",
    "Principle",
    "Relevance",
    "Request",
    "Response",
    "Result",
    "RuleCritic",
    "Scrub",
    "Sense",
    "Severity",
    "SinkError",
    "Source",
    "Span",
    "Status",
    "Text",
    "Treatment",
    "UnguardedEndpointError",
    "UnknownComponentError",
    "__version__",
    "async_text_model",
    "english_detector",
    "text_model",
]


def __getattr__(name: str) -> object:
    if name not in _HOME_OF:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    with Pausing():
        found: object = getattr(importlib.import_module(_HOME_OF[name]), name)
    globals()[name] = found  # asked once: the next use finds it without coming here
    return found


def __dir__() -> list[str]:
    return sorted(__all__)
