"""LangChain agents: a middleware that guards every model call and tool call, and holds for a person what has to wait.

Needs the extra ``langchain-agents``; nothing of ``langchain`` is loaded before a name of this package is used.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any, Final

from guardrails.extras import require

if TYPE_CHECKING:
    from guardrails.integrations.langchain_agents.middleware import GuardMiddleware

__all__ = ["GuardMiddleware"]

_HOME: Final = {"GuardMiddleware": "middleware"}


def __getattr__(name: str) -> Any:
    if name not in _HOME:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    require("langchain", extra="langchain-agents")
    return getattr(importlib.import_module(f"{__name__}.{_HOME[name]}"), name)


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
