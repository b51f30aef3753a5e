"""A hand-made detector and short ways to judge and revise one text with the embedded critic."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TypeVar

from guardrails.critics import RuleCritic, rule_names
from guardrails.flow import Call, Flow, Model, drive
from guardrails.types import Finding, Form, Principle, Request, Response, Severity, Source, Span, Text

T = TypeVar("T")

_NOUNS = {
    "women": "gender", "woman": "gender", "men": "gender", "girls": "gender", "muslims": "religion", "jews": "religion",
    "immigrants": "nationality", "refugees": "nationality", "brazilians": "nationality", "retirees": "age",
}  # fmt: skip
_ADJECTIVES = {
    "young": "age", "older": "age", "old": "age", "black": "race", "white": "race", "muslim": "religion",
    "disabled": "disability", "blind": "disability", "deaf": "disability", "gay": "sexual_orientation",
    "trans": "gender", "nigerian": "nationality", "roma": "ethnicity",
}  # fmt: skip
_PREDICATES = {"pregnant": "pregnancy"}
_PHRASES = {"with a disability": "disability", "with autism": "disability", "in her sixties": "age"}
_SLURS = {"grobbles": "nationality"}  # an invented slur
_TERMS = {**_NOUNS, **_ADJECTIVES, **_PREDICATES, **_PHRASES, **_SLURS}
_ANY = re.compile(r"\b(?:" + "|".join(sorted(_TERMS, key=len, reverse=True)) + r")\b", re.IGNORECASE)


def detect(text: str) -> tuple[Span, ...]:
    """Two dozen words for groups, each always meaning people."""
    return tuple(_span(found) for found in _ANY.finditer(text.replace("\u200b", "\u00ad")))


def _span(found: re.Match[str]) -> Span:
    word = found.group().lower()
    form = Form.NOUN if word in _NOUNS or word in _SLURS else Form.ADJECTIVE
    form = Form.PHRASE if word in _PHRASES else Form.PREDICATE if word in _PREDICATES else form
    tags = ("slur",) if word in _SLURS else ()
    return Span(start=found.start(), end=found.end(), attribute=_TERMS[word], form=form, tags=tags)


CRITIC = RuleCritic(detect)


def principles(*rules: str) -> tuple[Principle, ...]:
    """One principle a rule, by the rule's name; all rules when none is named."""
    return tuple(
        Principle(id=rule, text=f"Norm for {rule}.", rules=(rule,), severity=Severity.HIGH)
        for rule in rules or rule_names()
    )


def said(*texts: str, source: Source = Source.ASSISTANT) -> Response:
    """A draft of *texts*."""
    return Response(texts=tuple(Text(path=f"/{at}", text=text, source=source) for at, text in enumerate(texts)))


def asked(*texts: tuple[Source, str]) -> Request:
    """A request of texts with their sources."""
    return Request(
        texts=tuple(Text(path=f"/{at}", text=text, source=source) for at, (source, text) in enumerate(texts))
    )


def run(flow: Flow[T]) -> T:
    """Drive a flow that asks no model."""

    def no_model(call: Call) -> Response:
        raise AssertionError(f"asked a model: {type(call).__name__}")

    return drive(flow, no_model)


def findings(text: str, *rules: str, request: Request | None = None) -> tuple[Finding, ...]:
    """What the embedded critic finds in *text*."""
    return run(CRITIC.judge(request or asked(), said(text), principles(*rules))).findings


def broken(text: str, *rules: str) -> tuple[str, ...]:
    """The rules that find *text* broken."""
    return tuple(dict.fromkeys(finding.rule for finding in findings(text, *rules)))


def revised(text: str, *rules: str, request: Request | None = None) -> str:
    """*text* after one deterministic revision."""
    norms = principles(*rules)
    draft, ask = said(text), request or asked()
    verdicts = run(CRITIC.judge(ask, draft, norms))
    return run(CRITIC.revise(ask, draft, verdicts, norms)).texts[0].text


def reply(text: str, *, tokens: int | None = None) -> Response:
    """What a critic model answers."""
    return Response(texts=(Text(path="", text=text, source=Source.ASSISTANT),), tokens=tokens, model="critic-1")


def scripted(answers: Sequence[str]) -> tuple[list[Call], Model]:
    """The calls made so far, and a model that gives *answers* in order."""
    calls: list[Call] = []
    left = list(answers)

    def model(call: Call) -> Response:
        calls.append(call)
        return reply(left.pop(0), tokens=10)

    return calls, model
