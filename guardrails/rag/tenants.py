"""Whose query a LangChain call is: said once, or with each call."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guardrails.errors import GuardrailsError

if TYPE_CHECKING:
    from langchain_core.runnables import RunnableConfig

__all__ = ["tenant_of"]


def tenant_of(fixed: str | None, config: RunnableConfig | None) -> str:
    """*fixed*, or what *config* names. ``GuardrailsError`` without either, and where the two differ."""
    named = (config or {}).get("configurable", {}).get("tenant")
    if fixed is not None and named is not None and named != fixed:
        raise GuardrailsError("the call names another tenant than this object was made for")
    if fixed is None and not isinstance(named, str):
        raise GuardrailsError('say whose query it is: {"configurable": {"tenant": ...}}, or tenant=... when building')
    return fixed if fixed is not None else str(named)
