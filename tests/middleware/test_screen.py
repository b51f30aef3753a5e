"""Which drafts reach the critic model, and how many calls a guarded answer costs."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from guardrails import Guard
from guardrails.critics import LLMCritic
from guardrails.flow import CriticCall
from guardrails.middleware import Screen
from guardrails.policy import policy_of_file
from guardrails.testing import ScriptedModel
from guardrails.types import Action, Finding, Result, Status, Verdicts

CLEAN, BROKEN = "Both have ten years in sales.", "Both are able. Women are too emotional to lead."
QUOTE = "Women are too emotional to lead."
NOTHING = json.dumps({"verdicts": []})
FOUND = json.dumps(
    {
        "verdicts": [
            {
                "principle": "p0",
                "broken": True,
                "findings": [{"quote": QUOTE, "severity": "high", "confidence": 0.9, "why": "a claim about a group"}],
            }
        ]
    }
)
REVISED = json.dumps({"replacements": [{"index": 1, "replacement": "Compare their results."}]})


def guard(folder: Path, when: str, principles: int = 6, critic: str = "auto") -> Guard:
    norms = "\n".join(f"  - {{id: p{n}, text: Judge on merit., rules: [generalisation]}}" for n in range(principles))
    path = folder / "constitution.yaml"
    path.write_text(
        f'constitution: 1\nname: t\nversion: "1"\ncritique: {{critic: {critic}, model: judge, when: {when}}}\n'
        f"principles:\n{norms}\n"
    )
    return Guard.from_policy(policy_of_file(path))


def all_clear(principles: int) -> str:
    verdicts = [{"principle": f"p{n}", "broken": False, "findings": []} for n in range(principles)]
    return json.dumps({"verdicts": verdicts})


def broken(principles: int) -> str:
    found = json.loads(FOUND)["verdicts"]
    return json.dumps({"verdicts": [*found, *json.loads(all_clear(principles))["verdicts"][1:]]})


@pytest.mark.parametrize("principles", [1, 6, 30])
def test_a_clean_draft_costs_two_calls_however_many_principles(tmp_path: Path, principles: int) -> None:
    model = ScriptedModel([CLEAN, all_clear(principles)])
    result = guard(tmp_path, "always", principles).run("Compare them.", model)
    assert (result.text, result.action, len(model.calls)) == (CLEAN, Action.ALLOW, 2)


@pytest.mark.parametrize("critic", ["auto", "llm"])
def test_a_clean_draft_costs_one_call_when_only_flagged_ones_are_judged(tmp_path: Path, critic: str) -> None:
    model = ScriptedModel([CLEAN])
    result = guard(tmp_path, "flagged", critic=critic).run("Compare them.", model)
    assert (result.text, result.action, len(model.calls)) == (CLEAN, Action.ALLOW, 1)
    assert "critic model not asked: the rules found nothing" in skipped(result)


@pytest.mark.parametrize("when", ["always", "flagged"])
def test_one_violation_costs_four_calls_the_second_judgement_included(tmp_path: Path, when: str) -> None:
    model = ScriptedModel([BROKEN, broken(6), REVISED, all_clear(6)])
    result = guard(tmp_path, when).run("Compare them.", model)
    assert (result.text, result.action) == ("Both are able. Compare their results.", Action.REVISE)
    assert [type(call) is CriticCall for call in model.calls] == [False, True, True, True]


def test_the_model_overrules_the_rules_when_asked_again(tmp_path: Path) -> None:
    model = ScriptedModel([BROKEN, all_clear(6), all_clear(1)])
    result = guard(tmp_path, "flagged").run("Compare them.", model)
    assert (result.text, len(model.calls)) == (BROKEN.replace("Women", "People"), 3)  # scrubbed, and not revised
    last = model.calls[-1]
    assert isinstance(last, CriticCall)
    assert "[p0]" in last.prompt and "[p1]" not in last.prompt


def unsure(principles: int) -> str:
    return broken(principles).replace('"confidence": 0.9', '"confidence": 0.3')


NOT_BY_RULE = "Both are able. One may lack presence, as her kind does."


@pytest.mark.parametrize(
    ("draft", "first", "second"),
    [
        (BROKEN, all_clear(6), FOUND),  # the rules alone find it
        (NOT_BY_RULE, unsure(6).replace(QUOTE, "as her kind does"), FOUND.replace(QUOTE, "as her kind does")),
    ],
    ids=["rules", "an unsure model"],
)
def test_a_violation_in_dispute_costs_four_calls_too(tmp_path: Path, draft: str, first: str, second: str) -> None:
    model = ScriptedModel([draft, first, second, all_clear(6)])
    result = guard(tmp_path, "always").run("Compare them.", model)
    assert (result.text, result.action, len(model.calls)) == ("Both are able.", Action.REVISE, 4)


def test_a_second_finding_in_dispute_costs_no_call_more(tmp_path: Path) -> None:
    other = json.loads(broken(6))
    other["verdicts"][1], other["verdicts"][0] = (
        {**other["verdicts"][0], "principle": "p1"},
        {**other["verdicts"][1], "principle": "p0"},
    )
    model = ScriptedModel([BROKEN, json.dumps(other), REVISED, all_clear(6)])
    result = guard(tmp_path, "always").run("Compare them.", model)
    assert (result.text, len(model.calls)) == ("Both are able. Compare their results.", 4)


def skipped(result: Result) -> list[str]:
    return [d.reason for d in result.decisions if d.layer == "critique" and d.status is Status.SKIPPED]


def test_a_draft_outside_the_sample_is_judged_and_revised_by_the_rules(tmp_path: Path) -> None:
    model = ScriptedModel([BROKEN])
    result = guard(tmp_path, "{sampled: 0}").run("Compare them.", model)
    assert QUOTE not in result.text
    assert "critic model not asked: this call is not in the sample" in skipped(result)


def test_a_sample_of_all_is_always(tmp_path: Path) -> None:
    model = ScriptedModel([CLEAN, all_clear(6)])
    guard(tmp_path, "{sampled: 1}").run("Compare them.", model)
    assert len(model.calls) == 2


def test_the_sample_is_drawn_by_the_call_id_and_has_its_size() -> None:
    screen = Screen(critic=LLMCritic(), share=0.3)
    drawn = [screen.passes_on(f"call-{n}", Verdicts()) for n in range(4000)]
    assert drawn == [screen.passes_on(f"call-{n}", Verdicts()) for n in range(4000)]
    assert 0.26 < sum(drawn) / len(drawn) < 0.34


def test_without_a_share_a_finding_decides() -> None:
    screen = Screen(critic=LLMCritic())
    found = Verdicts(findings=(Finding(principle="p", path="", start=0, end=1),))
    assert (screen.passes_on("x", Verdicts()), screen.passes_on("x", found)) == (False, True)


def test_quotes_that_are_not_in_the_draft_are_counted_in_the_record(tmp_path: Path) -> None:
    invented = broken(6).replace(QUOTE, "Nobody wrote this sentence.")
    result = guard(tmp_path, "always").run("Compare them.", ScriptedModel([CLEAN, invented, all_clear(1)]))
    assert "1 findings discarded: their quote is not in the draft" in [d.reason for d in result.decisions]
    assert result.text == CLEAN


def test_a_dead_critic_is_not_asked_again_and_the_policy_holds(tmp_path: Path) -> None:
    guarded, dead = guard(tmp_path, "always"), ConnectionError("refused")
    for _ in range(5):
        guarded.run("Compare them.", ScriptedModel([CLEAN, dead]))
    model = ScriptedModel([CLEAN])
    result = guarded.run("Compare them.", model)
    assert len(model.calls) == 1
    assert [(d.status, d.reason) for d in result.decisions if d.layer == "critique"] == [
        (Status.DEGRADED, "critic failed: CriticPausedError")
    ]


def test_the_same_draft_to_the_same_question_is_judged_once(tmp_path: Path) -> None:
    guarded = guard(tmp_path, "always")
    guarded.run("Compare them.", ScriptedModel([CLEAN, all_clear(6)]))
    again = ScriptedModel([CLEAN])
    assert guarded.run("Compare them.", again).text == CLEAN
    assert len(again.calls) == 1
