"""Which sentences of an answer that is still arriving a treatment leaves as they are, whatever follows them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from guardrails.critics.growing import Growing, Settled
from guardrails.middleware.treatment import Treatment
from guardrails.types import Action, Detector, Source, Span, Text

__all__ = ["TreatmentClearing"]


class TreatmentClearing:
    """Feed it the deltas of one answer; it says how many of all characters so far *treatment* leaves as they are.

    What the treatment spares because of what a text is about is doubtful until the text has said so. The first sentence
    that would be changed, or for which the answer would be withheld, is the last one looked at.
    """

    __slots__ = ("_cleared", "_doubtful", "_growing", "_treatment")

    def __init__(self, treatment: Treatment, detect: Detector) -> None:
        self._treatment = treatment
        self._growing = Growing(detect)
        self._cleared, self._doubtful = 0, False

    def feed(self, delta: str, /) -> int:
        """Take more of the answer. What is cleared once stays cleared."""
        if not self._doubtful:
            for settled in self._growing.feed(delta):
                if self._changes(settled) and self._changes(self._growing.reread(settled)):
                    self._doubtful = True
                    break
                self._cleared = settled.end
        return self._cleared

    def _changes(self, settled: Settled) -> bool:
        if not settled.spans and self._treatment.pronouns == "keep":
            return False

        def found(_: str) -> Sequence[Span]:
            return settled.spans

        text = Text(path="", text=settled.text[: settled.sentence.end], source=Source.ASSISTANT)
        treated = replace(self._treatment, detect=found).apply(text, layer="scrub")
        return treated.text != text or treated.action >= Action.ESCALATE
