"""What a fork waits for, and what a child starts anew: a thread that held a lock is not there to let go of it."""

from __future__ import annotations

import importlib
import os
import sys
from typing import Protocol
from weakref import WeakSet

__all__ = ["Forked", "renewed_in_children"]


class Forked(Protocol):
    """Something with a lock, or with a note of what a thread is doing."""

    def _start_anew(self) -> None:
        """As if no thread were at work: called in a forked child."""
        ...


def renewed_in_children(owner: Forked) -> None:
    """Let every child that is forked from now on start *owner* anew. It is not kept alive for that."""
    _all.add(owner)


_all: WeakSet[Forked] = WeakSet()


def _start_all_anew() -> None:
    for owner in tuple(_all):
        owner._start_anew()


def _wait_for_imports() -> None:
    """A child can never import a module that another thread was importing: let the imports of ours come to their end.

    Parts of the library are imported when they are first needed, which may be in any thread.
    """
    for name, module in tuple(sys.modules.items()):
        if name.startswith("guardrails.") and getattr(getattr(module, "__spec__", None), "_initializing", False):
            importlib.import_module(name)


if hasattr(os, "register_at_fork"):  # not on Windows
    os.register_at_fork(before=_wait_for_imports, after_in_child=_start_all_anew)
