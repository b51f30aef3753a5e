"""The deterministic reviser: what was quoted is replaced or dropped, the seams are mended, the rest is not touched."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from guardrails.text.tidy import Op, settle
from guardrails.types import Finding, Response, Text

__all__ = ["LEFT_OUT", "revised", "spliced"]

LEFT_OUT: Final = "This part was left out because it judged people by something other than the matter at hand."
"""Stands where a text would be empty without what was dropped; a text is never blanked."""


_MARKER: Final = re.compile(r"[ \t]*(?:\d{1,3}[.)]|[-*•–])[ \t]*")
_LONGEST_MARKER: Final = 40  # characters, so that the work stays linear in long lines


def revised(draft: Response, findings: Sequence[Finding]) -> Response:
    """*draft* with each finding's `Finding.replacement` in its place; ``None`` drops it.

    A text whose new wording does not fit its place (`Text.fits`) stays as it was.
    """
    return replace(draft, texts=tuple(_revised(text, findings) for text in draft.texts))


def _revised(text: Text, findings: Sequence[Finding]) -> Text:
    ops = [
        Op(finding.start, finding.end, finding.replacement or "")
        for finding in findings
        if finding.path == text.path and 0 <= finding.start < finding.end <= len(text.text)
    ]
    if not ops:
        return text
    new = spliced(text.text, ops)
    return replace(text, text=new) if text.fits is None or text.fits(new) else text


def spliced(text: str, ops: Sequence[Op]) -> str:
    """*text* with *ops* applied, the widest first where they overlap, and the words around them mended."""
    parts: list[str] = []
    at = 0
    for op in settle(text, [_whole_item(text, op) for op in _widest(ops)]):
        parts += (text[at : op.start], op.new)
        at = op.end
    new = "".join((*parts, text[at:]))
    new = new if text.startswith("\n") else new.lstrip("\n")
    new = new if text.endswith("\n") else new.rstrip("\n")
    return new if any(char.isalnum() for char in new) else LEFT_OUT


def _whole_item(text: str, op: Op) -> Op:
    """*op* with the number or the dot of the list item that it empties, and with the line of it."""
    if op.new or text[op.end : op.end + 1] not in ("", "\n"):
        return op
    floor = max(0, op.start - _LONGEST_MARKER)
    line = text.rfind("\n", floor, op.start) + 1
    if line < floor or not _MARKER.fullmatch(text, line, op.start):
        return op
    return Op(max(0, line - 1), op.end, "", op.span) if line else Op(0, min(len(text), op.end + 1), "", op.span)


def _widest(ops: Sequence[Op]) -> list[Op]:
    """*ops* without those inside another; two that overlap in part become one deletion."""
    kept: list[Op] = []
    for op in sorted(ops, key=lambda op: (op.start, -op.end)):
        if not kept or op.start >= kept[-1].end:
            kept.append(op)
        elif op.end > kept[-1].end:
            kept[-1] = Op(kept[-1].start, op.end, kept[-1].new)
    return kept
