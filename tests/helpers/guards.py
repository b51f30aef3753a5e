"""Guards with one plain rule, so that a test of an adapter depends on no lexicon."""

from __future__ import annotations

from dataclasses import dataclass, replace

from guardrails import Guard
from guardrails.flow import CriticCall, Flow, Handler, ask_all
from guardrails.trace import Trace
from guardrails.types import Action, Decision, Request, Response, Status, Text

__all__ = ["NEUTRAL", "TERM", "Block", "Neutralise", "Pass", "Revise", "neutralising"]

TERM = "young woman"
NEUTRAL = "candidate"


@dataclass(frozen=True)
class Pass:
    """Does nothing."""

    def __call__(self, request: Request, call_next: Handler, trace: Trace, /) -> Flow[Response]:
        return (yield from call_next(request))


@dataclass(frozen=True)
class Neutralise:
    """Replaces the term wherever it stands, both ways; an edit that does not fit escalates."""

    term: str = TERM
    by: str = NEUTRAL

    def __call__(self, request: Request, call_next: Handler, trace: Trace, /) -> Flow[Response]:
        response = yield from call_next(replace(request, texts=self._clean(request.texts, trace)))
        return replace(response, texts=self._clean(response.texts, trace))

    def _clean(self, texts: tuple[Text, ...], trace: Trace) -> tuple[Text, ...]:
        return tuple(self._one(text, trace) for text in texts)

    def _one(self, text: Text, trace: Trace) -> Text:
        if self.term not in text.text:
            return text
        edited = text.text.replace(self.term, self.by)
        fits = text.fits is None or text.fits(edited)
        action = Action.REWRITE if fits else Action.ESCALATE
        trace.record(Decision(layer="test", action=action, reason="planted", source=text.source, path=text.path))
        return replace(text, text=edited) if fits else text


@dataclass(frozen=True)
class Block:
    """Withholds the answer when the term stands in the request, or in the answer if *late*."""

    term: str = TERM
    late: bool = False

    def __call__(self, request: Request, call_next: Handler, trace: Trace, /) -> Flow[Response]:
        if not self.late and self._in(request.texts):
            return self._refusal(trace, None)
        response = yield from call_next(request)
        return self._refusal(trace, response) if self._in(response.texts) else response

    def _in(self, texts: tuple[Text, ...]) -> bool:
        return any(self.term in text.text for text in texts)

    def _refusal(self, trace: Trace, response: Response | None) -> Response:
        trace.record(Decision(layer="test", action=Action.BLOCK, reason="planted"))
        refused = Response(texts=(), refusal="withheld by the test")
        return replace(refused, native=response.native) if response else refused


@dataclass(frozen=True)
class Revise:
    """Asks a critic model and puts its answer in place of the draft's first text."""

    call: CriticCall

    def __call__(self, request: Request, call_next: Handler, trace: Trace, /) -> Flow[Response]:
        response = yield from call_next(request)
        (verdict,) = yield from ask_all((self.call,))
        trace.record(Decision(layer="test", action=Action.REVISE, reason="planted", status=Status.APPLIED))
        first, *rest = response.texts
        return replace(response, texts=(replace(first, text=verdict.texts[0].text), *rest))


def neutralising() -> Guard:
    """A guard that writes "candidate" for the planted term."""
    return Guard([Neutralise()])
