"""Rules and a model together: what they agree on is asked once, what they do not is asked again alone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from guardrails.critics import CombinedCritic
from guardrails.flow import Flow, ask_all, drive
from guardrails.testing import ScriptedModel
from guardrails.types import Finding, Principle, Request, Response, Verdicts
from tests.helpers.critics import asked, said

A, B = Principle(id="a", text="A."), Principle(id="b", text="B.")
DRAFT = said("Some words.")


@dataclass
class Answering:
    """Gives *answers* in turn: for each, the principles found broken with a confidence."""

    answers: Sequence[dict[str, float]]
    name: str = "answering"
    questions: list[tuple[str, ...]] = field(default_factory=list)

    def judge(self, request: Request, draft: Response, principles: Sequence[Principle], /) -> Flow[Verdicts]:
        yield from ask_all(())
        found = self.answers[len(self.questions)]
        self.questions.append(tuple(principle.id for principle in principles))
        return Verdicts(
            findings=tuple(
                Finding(principle=name, path="/0", start=0, end=4, confidence=sure) for name, sure in found.items()
            ),
            judged=self.questions[-1],
            discarded=1,
            tokens=10,
        )

    def revise(
        self, request: Request, draft: Response, verdicts: Verdicts, principles: Sequence[Principle], /
    ) -> Flow[Response]:
        yield from ask_all(())
        return said(f"revised by {self.name}")


def judge(
    rules: dict[str, float], *model: dict[str, float], norms: Sequence[Principle] = (A, B)
) -> tuple[Verdicts, int]:
    asked_model = Answering(model)
    combined = CombinedCritic(rules=Answering([rules]), model=asked_model)
    return drive(combined.judge(asked(), DRAFT, norms), ScriptedModel([])), len(asked_model.questions)


def test_agreement_is_one_question() -> None:
    verdicts, questions = judge({"a": 1}, {"a": 0.9})
    assert (verdicts.broken, questions) == (("a",), 1)


def test_a_clean_draft_is_one_question() -> None:
    verdicts, questions = judge({}, {})
    assert (verdicts.broken, questions) == ((), 1)


def test_what_only_the_rules_find_is_asked_again_alone_and_the_model_decides() -> None:
    model = Answering([{}, {}])
    combined = CombinedCritic(rules=Answering([{"a": 1}]), model=model)
    verdicts = drive(combined.judge(asked(), DRAFT, (A, B)), ScriptedModel([]))
    assert model.questions == [("a", "b"), ("a",)]
    assert verdicts.broken == ()


def test_a_model_that_sees_it_at_the_second_question_is_believed() -> None:
    verdicts, questions = judge({"a": 1}, {}, {"a": 0.8})
    assert (verdicts.broken, questions) == (("a",), 2)


def test_beside_a_finding_that_nobody_disputes_the_judgement_of_the_revision_is_the_second_question() -> None:
    verdicts, questions = judge({"a": 1}, {"b": 0.9})
    assert (verdicts.broken, questions) == (("b",), 1)


def test_what_was_in_dispute_and_is_confirmed_is_revised_by_rule_and_judged_again_by_the_model() -> None:
    model = Answering([{"a": 0.4}, {"a": 0.8}, {}])
    combined = CombinedCritic(rules=Answering([{}]), model=model)
    drafted = said("One is able. Some words here.")
    found = drive(combined.judge(asked(), drafted, (A, B)), ScriptedModel([]))
    assert [(finding.start, finding.end, finding.replacement) for finding in found.findings] == [(0, 12, "")]
    revised = drive(combined.revise(asked(), drafted, found, (A, B)), ScriptedModel([]))
    assert revised.texts[0].text == "Some words here."
    assert drive(combined.judge_again(asked(), revised, (A, B)), ScriptedModel([])).broken == ()


def test_what_the_model_alone_finds_unsurely_is_asked_again() -> None:
    verdicts, questions = judge({}, {"a": 0.4}, {})
    assert (verdicts.broken, questions) == ((), 2)


def test_what_the_model_finds_unsurely_and_the_rules_too_is_not_in_dispute() -> None:
    verdicts, questions = judge({"a": 1}, {"a": 0.4})
    assert (verdicts.broken, questions) == (("a",), 1)


def test_when_everything_is_in_dispute_the_same_question_is_not_asked_twice() -> None:
    verdicts, questions = judge({"a": 1}, {}, norms=(A,))
    assert (verdicts.broken, questions) == ((), 1)


def test_costs_and_discarded_quotes_of_both_questions_count() -> None:
    verdicts, _ = judge({"a": 1}, {}, {})
    assert (verdicts.tokens, verdicts.discarded, verdicts.judged) == (20, 2, ("a", "b"))


def test_the_model_revises() -> None:
    combined = CombinedCritic(rules=Answering([], name="rules"), model=Answering([], name="model"))
    found = Verdicts(findings=(Finding(principle="a", path="/0", start=0, end=4),))
    revised = drive(combined.revise(asked(), DRAFT, found, (A,)), ScriptedModel([]))
    assert revised.texts[0].text == "revised by model"
    assert combined.name == "model"
