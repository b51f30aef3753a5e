"""Words that turn a condition round: "not black", "anything but navy", "without wool"."""

from __future__ import annotations

import re
from typing import Final

__all__ = ["negated_from"]

_NEGATING: Final = re.compile(
    r"(?<!\w)(?:(?:any|every)thing but|(?:any|every|all) \w{1,16} but|all but|other than|rather than|instead of"
    r"|(?:(?:does|do|did|is|are|was|were|has|have) )?not(?: in)?|\w{1,8}n['’]t|cannot|never|neither|nor|no|non|without"
    r"|except(?: for)?|excluding)"
    r"(?: (?:speak|know|want|like|need|live|lived|work|worked|based|located))?(?: (?:in|at|from|the|a|an)){0,2}[ -]$",
    re.IGNORECASE,
)
_REACH: Final = 48  # characters; more than the longest wording above


def negated_from(text: str, start: int) -> int | None:
    """Where the words begin that deny what stands at *start*; ``None`` when nothing denies it."""
    found = _NEGATING.search(text, max(0, start - _REACH), start)
    return None if found is None else found.start()
