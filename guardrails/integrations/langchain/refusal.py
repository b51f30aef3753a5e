"""A withheld answer as a message: the refusal, a finish reason that says so, and nothing of what the model said."""

from __future__ import annotations

from typing import Any, Final

from langchain_core.messages import AIMessage

from guardrails.integrations.langchain.info import KEY, result_info
from guardrails.types import Result

__all__ = ["facts", "refusal_message"]

_FACTS: Final = frozenset(
    {
        "created", "created_at", "id", "model", "model_name", "model_provider", "service_tier", "system_fingerprint",
        "token_usage", "usage",
    }
)  # fmt: skip


def facts(metadata: dict[str, Any]) -> dict[str, Any]:
    """What response metadata says about the call and not about the answer."""
    return {key: value for key, value in metadata.items() if key in _FACTS}


def refusal_message(result: Result, draft: AIMessage | None = None) -> AIMessage:
    """What the caller gets in place of *draft*. The text stands in ``additional_kwargs`` too, where parsers of
    structured output look for it.
    """
    text = result.response.refusal or ""
    told = facts(draft.response_metadata) if draft else {}
    return AIMessage(
        content=text,
        additional_kwargs={"refusal": text},
        response_metadata={**told, "finish_reason": "content_filter", KEY: result_info(result)},
        usage_metadata=draft.usage_metadata if draft else None,
        id=draft.id if draft else None,
    )
