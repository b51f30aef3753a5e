"""A judge of the request, before the model call and beside it."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from dataclasses import replace

import pytest

from guardrails import Guard, Moderate, Scrub, Treatment
from guardrails.critics import LLMCritic
from guardrails.errors import ConstitutionError, CriticError
from guardrails.flow import Call, CriticCall
from guardrails.middleware import JudgeRequest
from guardrails.testing import ScriptedModel
from guardrails.types import Action, OnError, Request, Response, Source, Status
from tests.helpers.critics import CRITIC, detect, principles, reply

BROKEN = "Women are too emotional to lead."
FINE = "Compare their ten years in sales."
NORMS = principles()


def judge(*, beside: bool, action: Action = Action.BLOCK, on_error: OnError = OnError.BLOCK) -> JudgeRequest:
    return JudgeRequest(principles=NORMS, critic=CRITIC, beside=beside, action=action, on_error=on_error)


class Asked:
    """An async model that answers only when it is let, and says what became of its call; its critic as it is told."""

    def __init__(self, verdict: str | Exception = "", *, answers: bool = True) -> None:
        self.begun, self.ended, self.judged = asyncio.Event(), asyncio.Event(), asyncio.Event()
        self.log: list[str] = []
        self._verdict, self._answers = verdict, answers

    async def __call__(self, call: Call) -> Response:
        if isinstance(call, CriticCall):
            await self.begun.wait()  # a verdict that comes while the model is at work
            self.log.append("verdict")
            if isinstance(self._verdict, Exception):
                raise self._verdict
            return reply(self._verdict)
        self.log.append("model begun")
        self.begun.set()
        try:
            if not self._answers:
                await asyncio.Event().wait()
            self.log.append("model answered")
            return reply("The answer.")
        finally:
            await asyncio.sleep(0)
            self.log.append("model call over")


def verdict(broken: bool) -> str:
    finding = f'{{"quote": "{BROKEN}", "severity": "high", "confidence": 0.9, "why": "w"}}' if broken else ""
    return f'{{"verdicts": [{{"principle": "only", "broken": {str(broken).lower()}, "findings": [{finding}]}}]}}'


def llm_judge(on_error: OnError = OnError.BLOCK) -> JudgeRequest:
    (norm,) = principles("generalisation")
    return JudgeRequest(principles=(replace(norm, id="only"),), critic=LLMCritic(), beside=True, on_error=on_error)


@pytest.mark.parametrize("beside", [False, True])
def test_a_request_that_breaks_a_principle_is_not_answered_and_the_model_not_asked(beside: bool) -> None:
    model = ScriptedModel([])
    result = Guard([judge(beside=beside)]).run(BROKEN, model)
    assert (result.action, model.calls) == (Action.BLOCK, [])
    found = next(decision for decision in result.decisions if decision.action is Action.BLOCK)
    assert (found.layer, found.source, found.principle is not None) == ("request", Source.USER, True)
    assert BROKEN not in repr(result)


@pytest.mark.parametrize("beside", [False, True])
async def test_a_request_that_breaks_none_is_answered(beside: bool) -> None:
    guard = Guard([judge(beside=beside)])
    assert guard.run(FINE, ScriptedModel(["An answer."])).text == "An answer."
    assert (await guard.arun(FINE, ScriptedModel(["An answer."]).acall)).text == "An answer."


async def test_a_block_comes_before_the_model_ends_and_its_call_is_cancelled_and_awaited() -> None:
    model = Asked(verdict(broken=True), answers=False)
    result = await Guard([llm_judge()]).arun(BROKEN, model)
    assert result.action is Action.BLOCK
    assert model.log == ["model begun", "verdict", "model call over"]
    called = next(decision for decision in result.decisions if decision.layer == "model")
    assert (called.status, called.reason) == (Status.SKIPPED, "stopped by a judge of the request")


async def test_nothing_of_an_answer_that_came_first_is_used_before_the_verdict() -> None:
    ran: list[str] = []
    model = Asked(verdict(broken=True))
    result = await Guard([llm_judge()]).arun(BROKEN, model)
    ran += [text.text for text in result.response.texts]  # what a caller would run tools by
    assert (ran, result.action) == ([], Action.BLOCK)
    assert model.log[:2] == ["model begun", "model answered"]


async def test_a_clean_verdict_beside_the_call_lets_the_answer_go() -> None:
    model = Asked(verdict(broken=False))
    result = await Guard([llm_judge()]).arun(FINE, model)
    assert (result.text, result.action) == ("The answer.", Action.ALLOW)
    assert "verdict" in model.log


@pytest.mark.parametrize(
    ("policy", "action", "status", "answered"),
    [
        (OnError.BLOCK, Action.BLOCK, Status.FAILED_CLOSED, False),
        (OnError.ESCALATE, Action.ESCALATE, Status.FAILED_CLOSED, False),
        (OnError.SCRUB, Action.ANNOTATE, Status.DEGRADED, True),
        (OnError.ALLOW, Action.ALLOW, Status.FAILED_OPEN, True),
    ],
)
async def test_a_judge_that_fails_follows_its_policy(
    policy: OnError, action: Action, status: Status, answered: bool
) -> None:
    model = Asked(CriticError("planted"))
    result = await Guard([llm_judge(on_error=policy)]).arun(FINE, model)
    failed = next(decision for decision in result.decisions if decision.layer == "request")
    assert (failed.action, failed.status) == (action, status)
    assert (result.text == "The answer.") is answered


async def test_a_model_that_fails_ends_the_judgement_and_is_raised() -> None:
    async def model(call: Call) -> Response:
        if isinstance(call, CriticCall):
            await asyncio.Event().wait()
        raise TimeoutError

    with pytest.raises(TimeoutError):
        await Guard([llm_judge()]).arun(FINE, model)


async def test_a_stream_shows_nothing_before_the_verdict() -> None:
    async def opened(_: Request) -> AsyncIterator[str]:
        yield "The answer. Another sentence."

    async def critic(call: Call) -> Response:
        return reply(verdict(broken=True))

    stream = Guard([llm_judge()]).astream(BROKEN, opened, critic=critic)
    assert "The answer" not in "".join([delta async for delta in stream])


async def test_two_judges_beside_one_call_both_have_a_say() -> None:
    guard = Guard([judge(beside=True), llm_judge()])
    assert (await guard.arun(FINE, Asked(verdict(broken=True)))).action is Action.ALLOW  # its quote is not there
    assert (await guard.arun(BROKEN, Asked(verdict(broken=False)))).action is Action.BLOCK


@pytest.mark.parametrize("inner", [Moderate, Scrub])
def test_a_layer_between_a_judge_and_the_call_it_runs_beside_is_refused_when_built(inner: type) -> None:
    layer = inner(Treatment(detect=detect, actions={}))
    with pytest.raises(ConstitutionError, match="stands between a judge and the model call"):
        Guard([judge(beside=True), layer])
    assert Guard([layer, judge(beside=True)]).stream_need == "hold"
    assert Guard([judge(beside=False), layer]).middleware


def test_a_judge_that_neither_blocks_nor_escalates_is_refused() -> None:
    with pytest.raises(ConstitutionError, match="blocks or escalates"):
        judge(beside=False, action=Action.REVISE)
