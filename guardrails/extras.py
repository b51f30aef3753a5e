"""The one door through which optional packages come in."""

from __future__ import annotations

import importlib
from types import ModuleType

from guardrails.errors import MissingExtraError

__all__ = ["require"]


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
