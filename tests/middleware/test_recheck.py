"""What the rules say about a person's edit."""

from __future__ import annotations

import json
from collections.abc import Sequence

from guardrails.critics import LLMCritic, RuleCritic
from guardrails.middleware import Critique, Scrub, Treatment
from guardrails.middleware.recheck import recheck_of
from guardrails.testing import ScriptedModel
from guardrails.types import Action, Moderation, Principle, Source, Span, Status, Text
from tests.helpers.escalations import find_planted

PRINCIPLE = Principle(id="no-generalisation", text="Say nothing of a whole group.", rules=("generalisation",))
CRITIQUE = Critique([PRINCIPLE], RuleCritic(find_planted))
SCRUB = Scrub(Treatment(detect=find_planted, actions={Source.ASSISTANT: Moderation.KEEP}))
EDIT = (Text(path="/x", text="Women are bad at maths.", source=Source.ASSISTANT),)


def test_a_finding_is_reported_and_names_principle_rule_and_place() -> None:
    (found,) = recheck_of([SCRUB, CRITIQUE])((), EDIT, None)
    assert (found.principle, found.rule, found.path) == ("no-generalisation", "generalisation", "/x")
    assert (found.action, found.status) == (Action.ANNOTATE, Status.SKIPPED)
    assert found.span is not None
    assert "maths" not in found.reason


def test_an_edit_that_breaks_nothing_is_not_spoken_of() -> None:
    clean = (Text(path="/x", text="The hall opens at nine.", source=Source.ASSISTANT),)
    assert recheck_of([SCRUB, CRITIQUE])((), clean, None) == ()


def test_without_principles_or_a_detector_nothing_is_said() -> None:
    for layers in ([], [SCRUB], [CRITIQUE], [SCRUB, Critique([], RuleCritic(find_planted))]):
        assert recheck_of(layers)((), EDIT, None) == ()


def test_rules_that_fail_say_so_and_stop_nobody() -> None:
    def broken(text: str) -> Sequence[Span]:
        raise ValueError(text)

    scrub = Scrub(Treatment(detect=broken, actions={Source.ASSISTANT: Moderation.MASK}))
    (said,) = recheck_of([scrub, CRITIQUE])((), EDIT, None)
    assert (said.status, said.reason) == (Status.DEGRADED, "the rules could not look at the edit")


def verdict(quote: str) -> str:
    finding = {"quote": quote, "severity": "high", "confidence": 0.9, "why": "w"}
    return json.dumps({"verdicts": [{"principle": PRINCIPLE.id, "broken": True, "findings": [finding]}]})


def test_with_the_model_of_a_critic_the_critic_judges_the_edit() -> None:
    model = ScriptedModel([verdict("The hall opens at nine.")])
    clean = (Text(path="/x", text="The hall opens at nine.", source=Source.ASSISTANT),)
    (found,) = recheck_of([SCRUB, Critique([PRINCIPLE], LLMCritic())])((), clean, model)
    assert (found.principle, found.rule, found.status) == ("no-generalisation", None, Status.SKIPPED)
    assert len(model.calls) == 1


def test_a_critic_that_fails_is_said_and_the_rules_look_instead() -> None:
    said, found = recheck_of([SCRUB, Critique([PRINCIPLE], LLMCritic())])((), EDIT, ScriptedModel(["no", "json"]))
    assert (said.status, said.reason) == (Status.DEGRADED, "the critic could not look at the edit: the rules did")
    assert found.rule == "generalisation"
