"""What a rewritten passage must keep and must not add: figures, links, addresses, code, citations, names."""

from __future__ import annotations

import re
from collections import Counter
from typing import Final

__all__ = ["keeps"]

_EXACT: Final = re.compile(
    r"https?://[^\s<>\"')\]]{1,2000}"  # https://example.org/a?b=c
    r"|[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,64}){1,8}"  # a.b@example.org
    r"|`[^`\n]{1,2000}`"  # `code`
    r"|\[\d{1,4}\]"  # [3]
    r"|\d{1,30}(?:[.,:/-]\d{1,30}){0,8}%?"  # 4.1%, 12/05/2026, 14:30
)
_NAME: Final = re.compile(
    r"\b(?:Mr|Mrs|Ms|Mx|Dr|Prof)\.? [A-Z][\w'-]{1,40}(?: [A-Z][\w'-]{1,40})?"  # Dr. Ada Stone
    r"|(?<=[a-z,;] )[A-Z][a-z'-]{1,40} [A-Z][a-z'-]{1,40}\b"  # ... by Ada Stone
)
_PEOPLES: Final = (
    "an",
    "ans",
    "ese",
    "ish",
    "ic",
    "ics",
    "ian",
    "ians",
    "im",
    "ims",
    "ew",
    "ews",
    "people",
    "women",
    "men",
)
_LONGEST: Final = 3.0  # times the passage, plus room for a short one
_ROOM: Final = 120


def keeps(passage: str, replacement: str) -> bool:
    """Whether *replacement* may take the place of *passage*: nothing exact or named lost, nothing exact added.

    An empty replacement drops the passage and always may.
    """
    if not replacement.strip():
        return True
    if len(replacement) > _LONGEST * len(passage) + _ROOM:
        return False
    had, has = Counter(_EXACT.findall(passage)), Counter(_EXACT.findall(replacement))
    return had == has and all(name in replacement for name in _names(passage))


def _names(passage: str) -> list[str]:
    return [name for name in _NAME.findall(passage) if not name.lower().endswith(_PEOPLES)]
