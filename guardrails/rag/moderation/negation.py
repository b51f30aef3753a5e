"""Words that turn a condition round: "not black", "anything but navy", "without wool"."""

from __future__ import annotations

import re
from typing import Final

__all__ = ["negated_from"]

_NEGATING: Final = re.compile(
    r"(?<!\w)(?:(?:any|every|no)thing but|all but|other than|rather than|instead of|not in|not|no|non|without"
    r"|except(?: for)?|excluding)(?: (?:in|the|a|an))?[ -]$",
    re.IGNORECASE,
)
_REACH: Final = 24  # characters


def negated_from(text: str, start: int) -> int | None:
    """Where the words begin that deny what stands at *start*; ``None`` when nothing denies it."""
    found = _NEGATING.search(text, max(0, start - _REACH), start)
    return None if found is None else found.start()
