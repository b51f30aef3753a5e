"""What capital letters tell: a title of a work, or an everyday word used as a name."""

from __future__ import annotations

from typing import Final

from guardrails.detectors.derive import Term
from guardrails.detectors.lexicon import Kind
from guardrails.detectors.senses_context import Window
from guardrails.detectors.senses_head import HeadKind, head_of
from guardrails.detectors.senses_verdict import Verdict, other
from guardrails.detectors.senses_words import DETERMINERS, Vocabulary
from guardrails.types import Sense

__all__ = ["capitalised"]

_KINDS: Final = frozenset({Kind.NOUN, Kind.KIN, Kind.COMMON, Kind.CERTAIN})


def capitalised(term: Term, window: Window, words: Vocabulary) -> Verdict | None:
    """The verdict on a word that is written small as a rule and large here, within a sentence; else ``None``."""
    if term.entry.kind not in _KINDS or not window.capital or window.initial or not window.mixed:
        return None
    if term.entry.term != term.entry.term.lower() or window.cased[window.start : window.end].isupper():
        return None
    following = window.after[0] if window.after else None
    prior = window.before[0]
    article = prior.word in DETERMINERS and (len(window.before) == 1 or not window.before[1].word[0].isalnum())
    if (prior.capital and not article) or (following is not None and following.capital):
        return other(Sense.TITLE, "within a run of capitals")
    if term.entry.kind in (Kind.COMMON, Kind.CERTAIN) and window.prior not in DETERMINERS:
        if head_of(window, words).kind in (HeadKind.NONE, HeadKind.UNKNOWN) and not _predicate(window):
            return other(Sense.NAME, "an everyday word written like a name")
    return None


def _predicate(window: Window) -> bool:
    return any(token.word in ("am", "is", "are", "was", "were", "i'm", "being", "as") for token in window.before[:2])
