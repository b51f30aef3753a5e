"""The one door through which what is optional comes in: packages, the adapters for them, and parts of ours."""

from __future__ import annotations

import importlib
from os import PathLike
from types import ModuleType
from typing import Any

from guardrails.errors import MissingExtraError, UnknownComponentError

__all__ = ["adapter_of", "over_folder", "require"]

_ADAPTERS = {
    "langchain_core": "guardrails.integrations.langchain",
    "langgraph": "guardrails.integrations.langchain",
    "openai": "guardrails.integrations.openai",
}
"""Top-level package of a client class -> the module whose ``wrap(guard, client, **options)`` guards it."""


def require(module: str, *, extra: str) -> ModuleType:
    """Import *module*, or raise `MissingExtraError` naming the *extra* that installs it.

    An error inside an installed package is not hidden: only the absence of *module* itself, or of its top-level
    package, counts as a missing extra.
    """
    try:
        return importlib.import_module(module)
    except ModuleNotFoundError as error:
        if error.name is not None and (module == error.name or module.startswith(f"{error.name}.")):
            raise MissingExtraError(error.name, extra=extra) from error
        raise


def adapter_of(client: object) -> ModuleType:
    """The adapter whose ``wrap`` guards *client*. Raises `UnknownComponentError` for a class of no package we know."""
    packages = [base.__module__.partition(".")[0] for base in type(client).__mro__]
    known = next((name for name in packages if name in _ADAPTERS), None)
    if known is None:
        raise UnknownComponentError("client package", packages[0], _ADAPTERS)
    return importlib.import_module(_ADAPTERS[known])


def over_folder(target: Any, name: str) -> Any:
    """*target*, or where it is the path of a folder, our class *name* over it (``log.JsonlSink``), imported now."""
    if not isinstance(target, str | PathLike):
        return target
    module, _, name = name.rpartition(".")
    return getattr(importlib.import_module(f"guardrails.{module}"), name)(target)
