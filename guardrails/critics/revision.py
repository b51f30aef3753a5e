"""The deterministic reviser: what was quoted is replaced or dropped, the seams are mended, the rest is not touched."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from guardrails.text.tidy import Op, settle
from guardrails.types import Finding, Response, Text

__all__ = ["LEFT_OUT", "revised", "spliced"]

LEFT_OUT: Final = "This part was left out because it judged people by something other than the matter at hand."
"""Stands where a text would be empty without what was dropped; a text is never blanked."""


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
    for op in settle(text, _widest(ops)):
        parts += (text[at : op.start], op.new)
        at = op.end
    new = "".join((*parts, text[at:]))
    return new if any(char.isalnum() for char in new) else LEFT_OUT


def _widest(ops: Sequence[Op]) -> list[Op]:
    """*ops* without those inside another; two that overlap in part become one deletion."""
    kept: list[Op] = []
    for op in sorted(ops, key=lambda op: (op.start, -op.end)):
        if not kept or op.start >= kept[-1].end:
            kept.append(op)
        elif op.end > kept[-1].end:
            kept[-1] = Op(kept[-1].start, op.end, kept[-1].new)
    return kept
