"""Pure functions from a text to its spans: lexicon, names, patterns and the sense each word has here."""

from guardrails.detectors.detector import build_detector
from guardrails.detectors.lexicon import Entry, Kind, Lexicon, WordClass

__all__ = ["Entry", "Kind", "Lexicon", "WordClass", "build_detector"]
