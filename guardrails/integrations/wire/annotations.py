"""Offsets of citations after the text they point into was edited."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

__all__ = ["realigned"]

_OFFSETS = ("start_index", "end_index")


def realigned(annotations: Any, before: str, after: str) -> Any:
    """*annotations* with their ``start_index`` and ``end_index`` moved from *before* to *after*.

    Exact outside the edited region; inside it an offset falls on the region's end.
    """
    if not isinstance(annotations, list) or before == after:
        return annotations
    head = _common(before, after)
    tail = _common(before[head:][::-1], after[head:][::-1])

    def moved(key: str, offset: int) -> int:
        behind = offset >= len(before) - tail
        if offset <= head and not (behind and key == "start_index"):  # what begins at the edit begins after it
            return offset
        return offset + len(after) - len(before) if behind else len(after) - tail

    return [_moved(annotation, moved) for annotation in annotations]


def _common(left: str, right: str) -> int:
    """Length of the common prefix."""
    for index, (a, b) in enumerate(zip(left, right, strict=False)):
        if a != b:
            return index
    return min(len(left), len(right))


def _moved(annotation: Any, moved: Callable[[str, int], int]) -> Any:
    if not isinstance(annotation, dict):
        return annotation
    offsets = {key: moved(key, annotation[key]) for key in _OFFSETS if isinstance(annotation.get(key), int)}
    nested = annotation.get("url_citation")  # chat completions nest what the responses API does not
    if isinstance(nested, dict):
        offsets["url_citation"] = _moved(nested, moved)
    return {**annotation, **offsets}
