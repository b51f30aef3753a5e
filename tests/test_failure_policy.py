"""What fails, under which policy, by which way in: the policy is honoured, the status says so, and nothing is told.

The cells are generated: every layer x policy x kind of failure x way of calling a guard.
"""

from __future__ import annotations

import asyncio
import json
import warnings
from collections.abc import AsyncIterator, Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import product
from typing import Any

import pytest

from guardrails import (
    Action,
    Guard,
    LLMCritic,
    MemorySink,
    Principle,
    Request,
    Response,
    RuleCritic,
    Source,
    Status,
    Text,
)
from guardrails.critics.critic import Critic
from guardrails.errors import SinkError
from guardrails.escalation import Escalation, MemoryEscalations, as_json
from guardrails.flow import Call, CriticCall, Flow
from guardrails.log import Record
from guardrails.log import as_json as record_json
from guardrails.middleware import Critique, Moderate, Scrub, Treatment
from guardrails.types import Detector, Finding, Moderation, OnError, Result, Span, Verdicts
from tests.helpers.escalations import PLANTED, find_planted

ASKED = f"Zebulon asks about the {PLANTED}."
ANSWERED = f"Quillon met the {PLANTED}."
SECRETS = ("zebulon", "quillon", PLANTED)
PRINCIPLE = Principle(id="merit-only", text="Judge by merit.")
WAYS = ("run", "arun", "stream", "astream")


def raising(text: str) -> Sequence[Span]:
    raise ValueError(text)


def exhausted(text: str) -> Sequence[Span]:
    raise RecursionError(text)


def spans(*ranges: tuple[int, int]) -> Detector:
    return lambda text: [Span(start=start, end=end, attribute="gender") for start, end in ranges]


DETECTORS: dict[str, Any] = {
    "raises": raising,
    "exhausts the stack": exhausted,
    "beyond the end": spans((0, 10_000)),
    "before the start": spans((-5, 3)),
    "empty": spans((3, 3)),
    "reversed": spans((5, 2)),
    "overlapping": spans((0, 5), (3, 8)),
    "unsorted": spans((6, 9), (0, 3)),
    "no spans": lambda text: [text],
    "nothing": lambda text: None,
}


@dataclass(frozen=True)
class BadCritic:
    """Raises, or finds what is not there."""

    findings: tuple[Finding, ...] | None = None
    name: str = "bad"

    def judge(self, request: Request, draft: Response, principles: Sequence[Principle], /) -> Flow[Verdicts]:
        yield from ()
        if self.findings is None:
            raise RuntimeError(draft.texts[0].text)
        return Verdicts(findings=self.findings, judged=("merit-only",))

    def revise(
        self, request: Request, draft: Response, verdicts: Verdicts, principles: Sequence[Principle], /
    ) -> Flow[Response]:
        yield from ()
        return draft


def answering(reply: str | Exception) -> Callable[[CriticCall], Response]:
    def critic(call: CriticCall) -> Response:
        if isinstance(reply, Exception):
            raise reply
        return Response(texts=(Text(path="", text=reply, source=Source.ASSISTANT),))

    return critic


CRITICS: dict[str, tuple[Critic, Callable[[CriticCall], Response]]] = {
    "raises": (BadCritic(), answering("")),
    "times out": (LLMCritic(), answering(TimeoutError(ANSWERED))),
    "is not reached": (LLMCritic(), answering(OSError(ANSWERED))),
    "says nothing": (LLMCritic(), answering("")),
    "chats": (LLMCritic(), answering(ANSWERED)),
    "is cut off": (LLMCritic(), answering('{"verdicts": [{"principle": "merit-on')),
    "speaks another language": (LLMCritic(), answering('{"urteile": [{"grundsatz": "merit", "verletzt": false}]}')),
    "speaks of another matter": (LLMCritic(), answering(json.dumps({"verdicts": ANSWERED}))),
}


def call(guard: Guard, way: str, critic: Callable[[CriticCall], Response], asked: list[str]) -> tuple[Result, str]:
    """The result, and what the caller was shown."""

    def model(what: Call) -> Response:
        if isinstance(what, CriticCall):
            return critic(what)
        asked.append(what.request.texts[0].text)
        return Response(texts=(Text(path="", text=ANSWERED, source=Source.ASSISTANT),))

    async def amodel(what: Call) -> Response:
        return model(what)

    def deltas(request: Request) -> Iterator[str]:
        asked.append(request.texts[0].text)
        yield from ANSWERED

    async def adeltas(request: Request) -> AsyncIterator[str]:
        for delta in deltas(request):
            yield delta

    async def read_all() -> tuple[Result, str]:
        stream = guard.astream(ASKED, adeltas, critic=amodel)
        shown = "".join([delta async for delta in stream])
        return stream.result, shown

    if way == "astream":
        return asyncio.run(read_all())
    if way == "stream":
        stream = guard.stream(ASKED, deltas, critic=model)
        shown = "".join(stream)
        return stream.result, shown
    result = guard.run(ASKED, model) if way == "run" else asyncio.run(guard.arun(ASKED, amodel))
    return result, result.text


@dataclass(frozen=True, kw_only=True)
class Failing:
    """Layers of which one fails, and how."""

    layer: str
    kind: str
    policy: OnError

    @property
    def layers(self) -> list[Any]:
        detect = DETECTORS.get(self.kind, raising)
        treatment = Treatment(
            detect=find_planted, actions=dict.fromkeys((Source.USER, Source.ASSISTANT), Moderation.MASK)
        )
        broken = replace(treatment, detect=detect)
        critic = CRITICS[self.kind][0] if self.layer == "critique" else BadCritic(findings=())
        return [
            Moderate(broken if self.layer == "moderate" else treatment, on_error=self.policy),
            Scrub(broken if self.layer == "scrub" else treatment, on_error=self.policy),
            Critique([PRINCIPLE], critic, on_error=self.policy),
        ]

    @property
    def critic(self) -> Callable[[CriticCall], Response]:
        return CRITICS[self.kind][1] if self.layer == "critique" else answering("")


KINDS = [(layer, kind) for layer in ("moderate", "scrub") for kind in DETECTORS] + [("critique", k) for k in CRITICS]
CELLS = [Failing(layer=layer, kind=kind, policy=policy) for (layer, kind), policy in product(KINDS, OnError)]
cells = pytest.mark.parametrize("cell", CELLS, ids=lambda cell: f"{cell.layer}-{cell.kind}-{cell.policy}")
ways = pytest.mark.parametrize("way", WAYS)
STATUS = {
    OnError.BLOCK: (Action.BLOCK, Status.FAILED_CLOSED),
    OnError.ESCALATE: (Action.ESCALATE, Status.FAILED_CLOSED),
    OnError.SCRUB: (Action.ANNOTATE, Status.DEGRADED),
    OnError.ALLOW: (Action.ALLOW, Status.FAILED_OPEN),
}


def told(*things: object) -> str:
    return "\n".join(map(repr, things)).lower()


@ways
@cells
def test_a_layer_that_fails_follows_its_policy_and_says_so(cell: Failing, way: str) -> None:
    asked: list[str] = []
    result, shown = call(Guard(cell.layers), way, cell.critic, asked)
    action, status = STATUS[cell.policy]
    failed = [d for d in result.decisions if d.layer == cell.layer and d.status is not Status.APPLIED]
    assert [(d.action, d.status) for d in failed] == [(action, status)]
    assert shown == result.text
    if action >= Action.ESCALATE:
        assert result.action is action
        assert result.response.texts == ()
        assert not [secret for secret in SECRETS if secret in shown.lower()]
        assert bool(asked) is (cell.layer != "moderate")
    else:
        assert result.response.refusal is None
        assert "Quillon" in shown
        assert (PLANTED in shown) is (cell.layer == "scrub"), "the other layers still do their work"
        assert (PLANTED in asked[0]) is (cell.layer == "moderate")


@ways
@cells
def test_nothing_that_anybody_wrote_is_told_when_a_layer_fails(cell: Failing, way: str) -> None:
    sink, store = MemorySink(), MemoryEscalations()
    guard = Guard(cell.layers, log=sink, escalations=store)
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        result, _ = call(guard, way, cell.critic, [])
    records = json.dumps([record_json(record) for record in sink.records], default=str)
    said = told(result, result.decisions, guard, store, store.cases(), [str(one.message) for one in caught]) + records
    assert not [secret for secret in SECRETS if secret in said.lower()]
    assert len(sink.records) == len(result.decisions)
    kept = json.dumps([as_json(case) for case in store.cases()])
    assert PLANTED not in kept.lower()
    assert bool(store.cases()) is (cell.policy is OnError.ESCALATE) is (result.escalation is not None)


class BadSink:
    """Fails with an error of its own, or of ours."""

    def __init__(self, error: Exception) -> None:
        self.error = error

    def write(self, records: Sequence[Record]) -> None:
        raise self.error


class BadStore(MemoryEscalations):
    """Keeps nothing."""

    __slots__ = ("error",)

    def __init__(self, error: Exception) -> None:
        super().__init__()
        self.error = error

    def put(self, case: Escalation, /) -> None:
        raise self.error


def healthy() -> list[Any]:
    return Failing(layer="none", kind="raises", policy=OnError.BLOCK).layers


@ways
@pytest.mark.parametrize("error", [SinkError("decisions", "full"), OSError(ANSWERED), KeyError(ASKED)], ids=repr)
@pytest.mark.parametrize(
    ("policy", "action", "status"),
    [("block", Action.BLOCK, Status.FAILED_CLOSED), ("continue", Action.REWRITE, Status.FAILED_OPEN)],
)
def test_a_sink_that_fails_follows_its_policy(
    policy: Any, action: Action, status: Status, error: Exception, way: str
) -> None:
    guard = Guard(healthy(), log=BadSink(error), on_log_error=policy)
    with pytest.warns(RuntimeWarning) as caught:
        result, shown = call(guard, way, answering(""), [])
    assert (result.action, result.decisions[-1].layer, result.decisions[-1].status) == (action, "log", status)
    assert ("Quillon" in shown) is (policy == "continue")
    assert PLANTED not in shown
    said = told(result, guard, [str(one.message) for one in caught])
    assert not [secret for secret in SECRETS if secret in said]


@ways
@pytest.mark.parametrize("error", [OSError(ANSWERED), KeyError(ASKED)], ids=["disk", "bug"])
@pytest.mark.parametrize(
    ("policy", "action", "status"),
    [("block", Action.BLOCK, Status.FAILED_CLOSED), ("escalate", Action.ESCALATE, Status.DEGRADED)],
)
def test_a_store_that_fails_follows_its_policy(
    policy: Any, action: Action, status: Status, error: Exception, way: str
) -> None:
    failing = Failing(layer="critique", kind="raises", policy=OnError.ESCALATE)
    sink = MemorySink()
    guard = Guard(failing.layers, log=sink, escalations=BadStore(error), on_escalation_error=policy)
    with pytest.warns(RuntimeWarning, match="could not be kept") as caught:
        result, shown = call(guard, way, failing.critic, [])
    assert (result.action, result.escalation, result.response.texts) == (action, None, ())
    assert (sink.records[-1].layer, sink.records[-1].status) == ("escalation", status)
    said = told(result, guard, [str(one.message) for one in caught], shown)
    assert not [secret for secret in SECRETS if secret in said]


@ways
def test_store_and_sink_failing_together_block(way: str) -> None:
    failing = Failing(layer="critique", kind="raises", policy=OnError.ESCALATE)
    guard = Guard(failing.layers, log=BadSink(OSError(ANSWERED)), escalations=BadStore(OSError(ANSWERED)))
    with pytest.warns(RuntimeWarning):
        result, shown = call(guard, way, failing.critic, [])
    assert (result.action, result.escalation) == (Action.BLOCK, None)
    assert not [secret for secret in SECRETS if secret in told(result, shown)]


@pytest.mark.parametrize("kind", ["raises", "exhausts the stack", "no spans", "nothing"])
def test_a_critic_whose_detector_fails_has_failed(kind: str) -> None:
    principle = replace(PRINCIPLE, rules=("generalisation",))
    guard = Guard([Critique([principle], RuleCritic(DETECTORS[kind]), on_error=OnError.BLOCK)])
    result = guard.run(ASKED, lambda _: Response(texts=(Text(path="", text=ANSWERED, source=Source.ASSISTANT),)))
    assert (result.action, result.decisions[-1].status) == (Action.BLOCK, Status.FAILED_CLOSED)
    assert not [secret for secret in SECRETS if secret in told(result)]
