"""A call held before the model was asked goes on when a person says so."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from typing import Any

import pytest

from guardrails import Action, Guard, MemorySink, Request, Source, Status, Text
from guardrails.critics import RuleCritic
from guardrails.errors import AlreadyResolvedError, EscalationError
from guardrails.escalation import MemoryEscalations, State
from guardrails.flow import ModelCall
from guardrails.middleware import Budget, Critique, JudgeRequest, Moderate, Scrub, Treatment
from guardrails.testing import ScriptedModel
from guardrails.types import Moderation, OnError, Principle, Result, Span
from tests.helpers.escalations import BROKEN, find_planted, holding

PRINCIPLE = Principle(id="no-generalisation", text="Say nothing of a whole group.", rules=("generalisation",))
ASKED = "Women are bad at maths. What about the woman?"


def judging(*, log: MemorySink | None = None) -> Guard:
    """A guard whose judge holds a request that generalises; drafts that do so are held as well."""
    critic = RuleCritic(find_planted)
    mask = Treatment(detect=find_planted, actions={Source.ASSISTANT: Moderation.MASK})
    return Guard(
        [
            JudgeRequest(principles=[PRINCIPLE], critic=critic, action=Action.ESCALATE),
            Moderate(Treatment(detect=find_planted, actions={Source.USER: Moderation.MASK})),
            Scrub(mask),
            Critique([PRINCIPLE], critic, budget=Budget(rounds=0), unresolved=OnError.ESCALATE),
        ],
        escalations=MemoryEscalations(),
        log=log,
    )


def resumed(guard: Guard, way: str, case: str, model: ScriptedModel, **options: Any) -> Result:
    """`Guard.resume`, or its twin."""
    if way == "sync":
        return guard.resume(case, model, by="Ada", **options)
    return asyncio.run(guard.aresume(case, model.acall, by="Ada", **options))


def asked(model: ScriptedModel) -> list[str]:
    """What *model* was asked in its only call."""
    (call,) = model.calls
    assert isinstance(call, ModelCall)
    return [text.text for text in call.request.texts]


def state(guard: Guard, case: str) -> State:
    assert guard.escalations is not None
    return guard.escalations.get(case).state


@pytest.mark.parametrize("way", ["sync", "async"])
def test_the_model_is_asked_what_was_kept_and_its_answer_is_the_cases(way: str) -> None:
    log = MemorySink()
    guard = judging(log=log)
    case = guard.run(ASKED, ScriptedModel([])).escalation or ""
    model = ScriptedModel(["The woman is fine."])
    result = resumed(guard, way, case, model, note="A fair question.")
    assert asked(model) == ["[gender] are bad at maths. What about the [gender]?"]
    assert result.text == "The [gender] is fine."
    assert (result.call_id, result.escalation, state(guard, case)) == (case, case, State.APPROVED)
    assert guard.escalations is not None
    kept = guard.escalations.get(case)
    assert (kept.text, kept.resolved_by, kept.note) == (result.text, "Ada", "A fair question.")
    by_person = [record for record in log.records if record.by == "Ada"]
    assert [record.layer for record in by_person] == ["escalation", "escalation"]
    assert {record.call_id for record in by_person} == {case}
    assert any("the model was asked in call" in record.reason for record in by_person)


@pytest.mark.parametrize("way", ["sync", "async"])
def test_the_request_may_be_given_again_and_is_moderated_like_any_other(way: str) -> None:
    guard = judging()
    case = guard.run(ASKED, ScriptedModel([])).escalation or ""
    model = ScriptedModel(["Yes."])
    resumed(guard, way, case, model, request="Is the woman in?")
    assert asked(model) == ["Is the [gender] in?"]


@pytest.mark.parametrize("way", ["sync", "async"])
def test_an_answer_that_is_held_in_its_turn_leaves_the_case_pending_and_is_a_case_of_its_own(way: str) -> None:
    guard = judging()
    case = guard.run(ASKED, ScriptedModel([])).escalation or ""
    with pytest.raises(EscalationError, match="withheld in its turn, as case"):
        resumed(guard, way, case, ScriptedModel([BROKEN]))
    assert guard.escalations is not None
    assert state(guard, case) is State.PENDING
    (other,) = [kept for kept in guard.escalations.cases() if kept.id != case]
    assert other.draft


def test_a_request_that_could_not_be_kept_has_to_be_given_again() -> None:
    broken = True

    def detect(text: str) -> Sequence[Span]:
        if broken:
            raise ValueError(text)
        return find_planted(text)

    everywhere = Treatment(detect=detect, actions={Source.USER: Moderation.MASK, Source.ASSISTANT: Moderation.MASK})
    guard = Guard([Moderate(everywhere, on_error=OnError.ESCALATE), Scrub(everywhere)], escalations=MemoryEscalations())
    case = guard.run(ASKED, ScriptedModel([])).escalation or ""
    broken = False
    with pytest.raises(EscalationError, match="give it again, request="):
        guard.resume(case, ScriptedModel([]), by="Ada")
    again = Request(texts=(Text(path="/q", text="Is the woman in?", source=Source.USER),))
    assert guard.resume(case, ScriptedModel(["The woman is."]), by="Ada", request=again).text == "The [gender] is."


def test_a_case_with_a_draft_is_not_resumed() -> None:
    guard = holding(MemoryEscalations())
    case = guard.run("hello", ScriptedModel([BROKEN])).escalation or ""
    with pytest.raises(EscalationError, match="it has a draft"):
        guard.resume(case, ScriptedModel([]), by="Ada")


def test_a_case_is_resumed_once_and_by_somebody() -> None:
    guard = judging()
    case = guard.run(ASKED, ScriptedModel([])).escalation or ""
    with pytest.raises(EscalationError, match="say who decides"):
        guard.resume(case, ScriptedModel([]), by=" ")
    guard.resume(case, ScriptedModel(["Yes."]), by="Ada")
    with pytest.raises(AlreadyResolvedError):
        guard.resume(case, ScriptedModel([]), by="Bob")


def test_what_the_model_raises_leaves_the_case_pending() -> None:
    guard = judging()
    case = guard.run(ASKED, ScriptedModel([])).escalation or ""

    def down(call: object) -> Any:
        raise TimeoutError

    with pytest.raises(TimeoutError):
        guard.resume(case, down, by="Ada")
    assert state(guard, case) is State.PENDING


def test_an_edit_is_judged_by_the_critic_where_its_model_is_given() -> None:
    guard = holding(MemoryEscalations())
    case = guard.run("hello", ScriptedModel([BROKEN])).escalation or ""
    released = guard.resolve(case, "edit", text="Fine.", by="Ada", critic=ScriptedModel([]))
    assert Status.DEGRADED not in {decision.status for decision in released.decisions}


@pytest.mark.parametrize("way", ["sync", "async"])
def test_the_store_keeps_the_answer_scrubbed_where_no_layer_scrubs_what_is_given(way: str) -> None:
    judge = JudgeRequest(principles=[PRINCIPLE], critic=RuleCritic(find_planted), action=Action.ESCALATE)
    mask = Treatment(detect=find_planted, actions={Source.USER: Moderation.MASK})
    guard = Guard([judge, Moderate(mask)], escalations=MemoryEscalations())
    case = guard.run(ASKED, ScriptedModel([])).escalation or ""
    assert resumed(guard, way, case, ScriptedModel(["The woman is fine."])).text == "The woman is fine."
    assert guard.escalations is not None
    assert guard.escalations.get(case).text == "The [gender] is fine."
