"""Which sentences of an answer that is still arriving the embedded rules clear, whatever follows them."""

from __future__ import annotations

from collections.abc import Sequence

from guardrails.critics.attribution import attributed
from guardrails.critics.grounding import Supplied
from guardrails.critics.growing import Growing, Sentencewise, Settled
from guardrails.critics.mentions import Mention
from guardrails.critics.rules import RuleCritic, in_sentence, rules_of
from guardrails.critics.rules_registry import UNSUPPORTED
from guardrails.critics.view import View, view_of
from guardrails.types import Principle, Request, Source, Text

__all__ = ["Holding", "rule_clearing"]


def rule_clearing(critic: RuleCritic, request: Request, principles: Sequence[Principle]) -> Sentencewise:
    """For one answer to *request*: how far the rules that *principles* list find nothing in it."""
    return Sentencewise(critic.detect, _Rules(critic, request, principles))


class _Rules:
    """Each sentence is judged with the groups that those before it speak of, and as if the text agreed with what was
    said to it: it may still say so.
    """

    __slots__ = ("_begun", "_detect", "_given", "_lasting", "_request", "_rules")

    def __init__(self, critic: RuleCritic, request: Request, principles: Sequence[Principle]) -> None:
        self._rules, self._detect = rules_of(principles), critic.detect
        self._request, self._given = request, Supplied(request)
        self._lasting: Mention | None = None
        self._begun = False

    def doubts(self, settled: Settled, growing: Growing, /) -> bool:
        view = self._view(settled)
        if self._finds(settled, view):
            settled = growing.reread(settled)
            view = self._view(settled)
            if self._finds(settled, view):
                return True
        self._lasting, self._begun = view.lasting, True
        return False

    def _view(self, settled: Settled) -> View:
        return view_of(settled.text, settled.sentence, settled.spans, self._lasting, agreed=True)

    def _finds(self, settled: Settled, view: View) -> bool:
        piece = Text(path="", text=settled.text, source=Source.ASSISTANT)
        if in_sentence(view, piece, self._rules, self._given):
            return True
        if self._begun or UNSUPPORTED not in self._rules.principles:
            return False
        first = Text(path="", text=settled.text[: settled.sentence.end], source=Source.ASSISTANT)
        return any(attributed(self._request, first, self._rules.principles[UNSUPPORTED], self._detect))


class Holding:
    """Clears nothing before the whole has been judged."""

    __slots__ = ()

    def feed(self, delta: str, /) -> int:
        """Nothing is cleared."""
        return 0
