"""Commands to a media player name works without quotes or capitals: "add this song to women of jazz"."""

from __future__ import annotations

import re
from typing import Final

from guardrails.detectors.senses_context import Window

__all__ = ["names_a_work"]

_WORKS: Final = r"(?:album|song|track|tune|artist|singer|band|music)s?"
# Anchored at the start of the text and bounded, so one attempt a term. "put the current track on my latin party mix"
_ADDED: Final = re.compile(
    rf"(?:please |can you |could you |i want you to )?(?:add|put|include|queue) .{{0,60}}?\b{_WORKS}\b.{{0,20}}?"
    r"\b(?:to|in|into|onto|on) (?:my |the )?"
)
# "rate an old tale of two brothers four of 6 stars"
_RATED: Final = re.compile(r"(?:please |i'd )?(?:rate|give) .{4,100}\b(?:stars?|points?|out of (?:5|6|five|six))\b")
_LONGEST: Final = 160  # characters: a command is one short line


def names_a_work(window: Window) -> bool:
    """Whether the term stands where such a command names a work or a playlist."""
    text = window.text
    if len(text) > _LONGEST or text[:1] not in "pcirag":
        return False
    added = _ADDED.match(text)
    if added is not None and added.end() <= window.start:
        return True
    rated = _RATED.match(text)
    return rated is not None and window.end < rated.end()
