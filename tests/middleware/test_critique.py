"""Critique and revise: bounded, best draft wins, failures and leftovers follow their policies."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

import pytest

from guardrails import Guard
from guardrails.flow import Call, CriticCall, Flow, ask_all
from guardrails.middleware import Budget, Critique
from guardrails.models import text_model
from guardrails.testing import ScriptedModel
from guardrails.types import (
    Action,
    Finding,
    OnError,
    Principle,
    Request,
    Response,
    Severity,
    Source,
    Status,
    Text,
    Verdicts,
)

PRINCIPLE = Principle(id="merit-only", text="Judge by merit.", severity=Severity.HIGH)


@dataclass
class CountingCritic:
    """Finds one fault per exclamation mark; a revision removes *step* of them and costs *tokens* to judge."""

    name: str = "counting"
    step: int = 1
    tokens: int = 0
    judged: list[str] = field(default_factory=list)

    def judge(self, request: Request, draft: Response, principles: Sequence[Principle], /) -> Flow[Verdicts]:
        yield from ask_all(())
        text = draft.texts[0].text
        self.judged.append(text)
        faults = tuple(
            Finding(principle=PRINCIPLE.id, path=draft.texts[0].path, start=at, end=at + 1, severity=Severity.HIGH)
            for at, char in enumerate(text)
            if char == "!"
        )
        return Verdicts(findings=faults, judged=(PRINCIPLE.id,), tokens=self.tokens, model="counter")

    def revise(
        self, request: Request, draft: Response, verdicts: Verdicts, principles: Sequence[Principle], /
    ) -> Flow[Response]:
        yield from ask_all(())
        text = draft.texts[0]
        return replace(draft, texts=(replace(text, text=text.text.replace("!", "", self.step)),))


def guarded(draft: str, critic: CountingCritic, **options: object) -> tuple[str, Action, list[Status]]:
    result = Guard([Critique([PRINCIPLE], critic, **options)]).run("q", ScriptedModel([draft]))  # type: ignore[arg-type]
    return result.text, result.action, [d.status for d in result.decisions if d.layer == "critique"]


def test_a_clean_draft_is_judged_once_and_left_as_it_is() -> None:
    critic = CountingCritic()
    assert guarded("fine", critic) == ("fine", Action.ALLOW, [Status.APPLIED])
    assert critic.judged == ["fine"]


def test_a_broken_draft_is_revised_and_judged_again() -> None:
    critic = CountingCritic()
    assert guarded("bad!", critic) == ("bad", Action.REVISE, [Status.APPLIED])
    assert critic.judged == ["bad!", "bad"]


def test_every_finding_is_a_decision_with_principle_and_offsets() -> None:
    result = Guard([Critique([PRINCIPLE], CountingCritic(step=2))]).run("q", ScriptedModel(["a!b!"]))
    decisions = [d for d in result.decisions if d.layer == "critique"]
    assert [(d.principle, d.span, d.model) for d in decisions] == [
        ("merit-only", (1, 2), "counter"),
        ("merit-only", (3, 4), "counter"),
    ]


@pytest.mark.parametrize(
    ("policy", "action", "answered"),
    [
        (OnError.BLOCK, Action.BLOCK, False),
        (OnError.ESCALATE, Action.ESCALATE, False),
        (OnError.SCRUB, Action.REVISE, True),
        (OnError.ALLOW, Action.REVISE, True),
    ],
)
def test_what_is_left_after_the_last_round_follows_the_unresolved_policy(
    policy: OnError, action: Action, answered: bool
) -> None:
    text, reached, _ = guarded("a!!!", CountingCritic(), budget=Budget(rounds=2), unresolved=policy)
    assert reached is action
    assert (text == "a!") is answered


def test_the_best_draft_so_far_wins_when_a_revision_makes_it_worse() -> None:
    class Worsening(CountingCritic):
        def revise(self, *args: object) -> Flow[Response]:
            draft = args[1]
            assert isinstance(draft, Response)
            yield from ask_all(())
            return replace(draft, texts=(replace(draft.texts[0], text=draft.texts[0].text + "!!"),))

    text, action, statuses = guarded("a!", Worsening(), unresolved=OnError.ALLOW)
    assert text == "a!"
    assert action is Action.ANNOTATE, "what was not released is not recorded as a revision"
    assert Status.APPLIED not in statuses


def test_a_reviser_that_changes_nothing_ends_the_loop_at_once() -> None:
    critic = CountingCritic(step=0)
    text, action, statuses = guarded("a!", critic, budget=Budget(rounds=5), unresolved=OnError.ALLOW)
    assert (text, action) == ("a!", Action.ANNOTATE)
    assert critic.judged == ["a!"]
    assert Status.SKIPPED in statuses


def test_no_round_allowed_means_judge_only() -> None:
    critic = CountingCritic()
    _, action, _ = guarded("a!", critic, budget=Budget(rounds=0))
    assert action is Action.ESCALATE
    assert critic.judged == ["a!"]


def test_a_spent_token_budget_stops_the_loop_and_is_recorded_as_degraded() -> None:
    critic = CountingCritic(tokens=60)
    _, _, statuses = guarded("a!!!", critic, budget=Budget(rounds=5, tokens=100), unresolved=OnError.ALLOW)
    assert critic.judged == ["a!!!", "a!!"]
    assert Status.DEGRADED in statuses


def test_a_spent_time_budget_stops_the_loop() -> None:
    ticks = iter(range(0, 1000, 10))
    guard = Guard(
        [Critique([PRINCIPLE], CountingCritic(), budget=Budget(rounds=9, seconds=15), unresolved=OnError.ALLOW)],
        clock=lambda: float(next(ticks)),
    )
    result = guard.run("q", ScriptedModel(["a!!!!!!"]))
    assert any("15 seconds" in d.reason for d in result.decisions)
    assert "!" in result.text


class Asking(CountingCritic):
    """Asks a model about each draft and for each revision, and would wait 20 seconds for an answer."""

    def judge(self, request: Request, draft: Response, principles: Sequence[Principle], /) -> Flow[Verdicts]:
        yield (CriticCall(instructions="judge", prompt="", timeout_s=20.0),)
        return (yield from super().judge(request, draft, principles))

    def revise(
        self, request: Request, draft: Response, verdicts: Verdicts, principles: Sequence[Principle], /
    ) -> Flow[Response]:
        yield (CriticCall(instructions="revise", prompt="", timeout_s=20.0),)
        return (yield from super().revise(request, draft, verdicts, principles))


def asked(budget: Budget) -> list[float | None]:
    """How long each critic call may take, when each takes 8 seconds and 40 tokens."""
    time, limits = [0.0], []

    def model(call: Call) -> Response:
        if not isinstance(call, CriticCall):
            return Response(texts=(Text(path="", text="a!!!!!!", source=Source.ASSISTANT),))
        limits.append(call.timeout_s)
        time[0] += 8.0
        return Response(texts=(), tokens=40)

    layer = Critique([PRINCIPLE], Asking(), budget=budget, unresolved=OnError.ALLOW)
    Guard([layer], clock=lambda: time[0]).run("q", model)
    return limits


def test_every_critic_call_gets_what_is_left_of_the_seconds() -> None:
    assert asked(Budget(rounds=5, seconds=20)) == [20.0, 12.0, 4.0]
    assert asked(Budget(rounds=1)) == [20.0] * 3


def test_tokens_of_revisions_count() -> None:
    assert len(asked(Budget(rounds=5, tokens=120))) == 3
    assert len(asked(Budget(rounds=5, tokens=121))) == 5


class Failing(CountingCritic):
    """Fails on the judgement numbered *fails_at*, with text in the error that must not leak."""

    fails_at = 0

    def judge(self, request: Request, draft: Response, principles: Sequence[Principle], /) -> Flow[Verdicts]:
        if len(self.judged) == self.fails_at:
            raise ValueError(draft.texts[0].text)
        return (yield from super().judge(request, draft, principles))


@pytest.mark.parametrize(
    ("policy", "action", "status", "answered"),
    [
        (OnError.BLOCK, Action.BLOCK, Status.FAILED_CLOSED, False),
        (OnError.ESCALATE, Action.ESCALATE, Status.FAILED_CLOSED, False),
        (OnError.SCRUB, Action.ANNOTATE, Status.DEGRADED, True),
        (OnError.ALLOW, Action.ALLOW, Status.FAILED_OPEN, True),
    ],
)
def test_a_failing_critic_follows_its_policy(policy: OnError, action: Action, status: Status, answered: bool) -> None:
    result = Guard([Critique([PRINCIPLE], Failing(), on_error=policy)]).run("q", ScriptedModel(["draft words"]))
    failed = next(d for d in result.decisions if d.layer == "critique")
    assert (failed.action, failed.status) == (action, status)
    assert (result.text == "draft words") is answered
    assert "draft words" not in failed.reason


def test_a_critic_that_fails_after_a_finding_leaves_it_unresolved_rather_than_released() -> None:
    critic = Failing()
    critic.fails_at = 1
    guard = Guard([Critique([PRINCIPLE], critic, on_error=OnError.ALLOW, unresolved=OnError.BLOCK)])
    assert guard.run("q", ScriptedModel(["bad!"])).action is Action.BLOCK


def test_an_error_of_the_guarded_model_is_not_taken_for_one_of_the_critic() -> None:
    guard = Guard([Critique([PRINCIPLE], CountingCritic(), on_error=OnError.ALLOW)])
    with pytest.raises(TimeoutError):
        guard.run("q", ScriptedModel([TimeoutError()]))


def test_critic_calls_go_to_the_model_function_as_critic_calls_and_not_through_the_layers() -> None:
    class Asking(CountingCritic):
        def judge(self, request: Request, draft: Response, principles: Sequence[Principle], /) -> Flow[Verdicts]:
            yield from ask_all((CriticCall(instructions="judge", prompt="draft"),))
            return Verdicts(judged=(PRINCIPLE.id,))

    model = ScriptedModel(["draft", "verdict"])
    Guard([Critique([PRINCIPLE], Asking())]).run("q", model)
    assert [type(call).__name__ for call in model.calls] == ["ModelCall", "CriticCall"]


def test_a_plain_function_serves_as_model_and_critic() -> None:
    prompts: list[str] = []

    def answer(prompt: str) -> str:
        prompts.append(prompt)
        return "ok"

    assert Guard([]).run("hello", text_model(answer)).text == "ok"
    assert prompts == ["hello"]
