"""Where a text is code: fenced blocks and inline spans between backticks, which edits leave alone."""

from __future__ import annotations

import re
from bisect import bisect_right

__all__ = ["Code"]

_FENCE = re.compile(r"^[ ]{0,3}(`{3,}|~{3,})[^\n]*$", re.MULTILINE)  # "```python"
_TICKS = re.compile(r"`+")  # "`" or "``"


class Code:
    """The code of one text. Cost: nothing but a search for a backtick when there is none."""

    __slots__ = ("_ends", "_starts")

    def __init__(self, text: str) -> None:
        ranges = _ranges(text) if "`" in text or "~~~" in text else []
        self._starts = [start for start, _ in ranges]
        self._ends = [end for _, end in ranges]

    @property
    def any(self) -> bool:
        """Whether anything is code."""
        return bool(self._starts)

    def covers(self, start: int, end: int) -> bool:
        """Whether any of ``[start, end)`` is code."""
        if not self._starts:
            return False
        last = bisect_right(self._starts, end - 1) - 1
        return last >= 0 and self._ends[last] > start


def _ranges(text: str) -> list[tuple[int, int]]:
    ranges: list[tuple[int, int]] = []
    at, opened, mark = 0, -1, ""
    for fence in _FENCE.finditer(text):
        if opened < 0:
            ranges += _inline(text, at, fence.start())
            opened, mark = fence.start(), fence[1]
        elif fence[1].startswith(mark) and not fence[0].strip(" " + mark[0]):
            ranges.append((opened, fence.end()))
            at, opened = fence.end(), -1
    if opened >= 0:
        ranges.append((opened, len(text)))  # an unclosed fence runs to the end
    else:
        ranges += _inline(text, at, len(text))
    return ranges


def _inline(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Pairs of equally long runs of backticks; the nearest closing run wins, found in one pass from the right."""
    runs = [(tick.start(), tick.end()) for tick in _TICKS.finditer(text, start, end)]
    closing: dict[int, int] = {}
    partner = [-1] * len(runs)
    for index in range(len(runs) - 1, -1, -1):
        size = runs[index][1] - runs[index][0]
        partner[index] = closing.get(size, -1)
        closing[size] = index
    ranges, index = [], 0
    while index < len(runs):
        if partner[index] < 0:
            index += 1
            continue
        ranges.append((runs[index][0], runs[partner[index]][1]))
        index = partner[index] + 1
    return ranges
