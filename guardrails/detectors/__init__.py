"""Pure functions from a text to its spans: lexicon, names, patterns and the sense each word has here."""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from guardrails.detectors.detector import build_detector
    from guardrails.detectors.lexicon import Entry, Kind, Lexicon, WordClass

__all__ = ["Entry", "Kind", "Lexicon", "WordClass", "build_detector"]


def __getattr__(name: str) -> object:
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    home = "detector" if name == "build_detector" else "lexicon"
    return getattr(importlib.import_module(f"{__name__}.{home}"), name)
