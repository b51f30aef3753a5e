"""Which sentences of an answer that is still arriving a treatment leaves as they are, whatever follows them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from guardrails.critics.growing import Growing, Sentencewise, Settled
from guardrails.middleware.treatment import Treatment
from guardrails.types import Action, Detector, Source, Span, Text

__all__ = ["treatment_clearing"]


def treatment_clearing(treatment: Treatment, detect: Detector) -> Sentencewise:
    """For one answer: how far *treatment* leaves it as it is."""
    return Sentencewise(detect, _Treated(treatment))


class _Treated:
    """Doubts what would be changed, and what the answer would be withheld for.

    What the treatment spares because of what a text is about is doubtful until the text has said so.
    """

    __slots__ = ("_treatment",)

    def __init__(self, treatment: Treatment) -> None:
        self._treatment = treatment

    def doubts(self, settled: Settled, growing: Growing, /) -> bool:
        return self._changes(settled) and self._changes(growing.reread(settled))

    def _changes(self, settled: Settled) -> bool:
        if not settled.spans and self._treatment.pronouns == "keep":
            return False

        def found(_: str) -> Sequence[Span]:
            return settled.spans

        text = Text(path="", text=settled.text[: settled.sentence.end], source=Source.ASSISTANT)
        treated = replace(self._treatment, detect=found).apply(text, layer="scrub")
        return treated.text != text or treated.action >= Action.ESCALATE
