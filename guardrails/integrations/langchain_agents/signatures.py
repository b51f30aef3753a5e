"""Signatures made ready: LangChain and LangSmith ask for those of tools and middleware again at every call."""

from __future__ import annotations

import inspect
from typing import Any, TypeVar, get_type_hints

__all__ = ["signed"]

Method = TypeVar("Method")


def signed(method: Method) -> Method:
    """*method*, with its signature and its annotations read once. What cannot be read now is read as it was."""
    chosen: Any = method
    try:
        chosen.__signature__, chosen.__annotations__ = (
            inspect.signature(chosen, eval_str=True),
            get_type_hints(chosen, include_extras=True),
        )
    except (NameError, TypeError, ValueError):  # a name that is there for type checkers only
        return method
    return method
