"""Which sentences of an answer that is still arriving the embedded rules clear, whatever follows them."""

from __future__ import annotations

from collections.abc import Sequence

from guardrails.critics.attribution import attributed
from guardrails.critics.grounding import Supplied
from guardrails.critics.growing import Growing, Settled
from guardrails.critics.mentions import Mention
from guardrails.critics.rules import RuleCritic, in_sentence, rules_of
from guardrails.critics.rules_registry import UNSUPPORTED
from guardrails.critics.view import View, view_of
from guardrails.types import Principle, Request, Source, Text

__all__ = ["Holding", "RuleClearing"]


class RuleClearing:
    """Feed it the deltas of one answer; it says how many of all characters so far the rules find nothing in.

    Each sentence is judged once, with the groups that the sentences before it speak of, and as if the text agreed with
    what was said to it: it may still say so. The first sentence with a finding is the last one looked at.
    """

    __slots__ = ("_by_rule", "_cleared", "_detect", "_doubtful", "_given", "_growing", "_lasting", "_request")

    def __init__(self, critic: RuleCritic, request: Request, principles: Sequence[Principle]) -> None:
        self._by_rule, self._detect = rules_of(principles), critic.detect
        self._request, self._given = request, Supplied(request)
        self._growing = Growing(critic.detect)
        self._lasting: Mention | None = None
        self._cleared, self._doubtful = 0, False

    def feed(self, delta: str, /) -> int:
        """Take more of the answer. What is cleared once stays cleared."""
        if not self._doubtful:
            for settled in self._growing.feed(delta):
                if self._doubts(settled):
                    self._doubtful = True
                    break
                self._cleared = settled.end
        return self._cleared

    def _doubts(self, settled: Settled) -> bool:
        view = self._view(settled)
        if self._finds(settled, view):
            settled = self._growing.reread(settled)
            view = self._view(settled)
            if self._finds(settled, view):
                return True
        self._lasting = view.lasting
        return False

    def _view(self, settled: Settled) -> View:
        return view_of(settled.text, settled.sentence, settled.spans, self._lasting, agreed=True)

    def _finds(self, settled: Settled, view: View) -> bool:
        piece = Text(path="", text=settled.text, source=Source.ASSISTANT)
        if in_sentence(view, piece, self._by_rule, self._given):
            return True
        if self._cleared or UNSUPPORTED not in self._by_rule:
            return False
        first = Text(path="", text=settled.text[: settled.sentence.end], source=Source.ASSISTANT)
        return any(attributed(self._request, first, self._by_rule[UNSUPPORTED], self._detect))


class Holding:
    """Clears nothing before the whole has been judged."""

    __slots__ = ()

    def feed(self, delta: str, /) -> int:
        """Nothing is cleared."""
        return 0
