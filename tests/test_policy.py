"""A compiled policy: the derived order, who judges, what is carried over from the constitution."""

from __future__ import annotations

from pathlib import Path

import pytest

from guardrails import Guard, RuleCritic
from guardrails.constitution import load_pack, load_text, pack_names
from guardrails.critics import CombinedCritic, RememberingCritic
from guardrails.detectors.grounding import MemoryCatalogue
from guardrails.flow import CriticCall
from guardrails.middleware import Critique, Moderate, Scrub
from guardrails.policy import compile_policy, policy_of_file, policy_of_pack
from guardrails.types import Action, Moderation, OnError, Principle, Request, Response, Source, Text

MINIMAL = 'constitution: 1\nname: own\nversion: "1.0"\n'


def critique_of(text: str, **options: str) -> Critique:
    layer = compile_policy(load_text(MINIMAL + text, file="own.yaml"), **options).middleware[-1]  # type: ignore[arg-type]
    assert isinstance(layer, Critique)
    return layer


@pytest.mark.parametrize("pack", pack_names())
def test_every_pack_compiles_to_the_same_order_of_layers(pack: str) -> None:
    policy = policy_of_pack(pack)
    assert [layer.name for layer in policy.layers] == ["moderate", "scrub", "critique"]
    assert [type(layer) for layer in policy.middleware] == [Moderate, Scrub, Critique]
    assert all(layer.does for layer in policy.layers)


def test_the_policy_names_the_constitution_it_came_from() -> None:
    constitution = load_pack("hiring")
    assert compile_policy(constitution).constitution == constitution.ref


@pytest.mark.parametrize(
    ("text", "options", "critic"),
    [
        ("", {}, RuleCritic),
        ("critique: {critic: rules}", {}, RuleCritic),
        ("critique: {critic: rules}", {"critic_model": "judge"}, RuleCritic),
        ("critique: {when: flagged}", {}, RuleCritic),
        ("critique: {model: judge}", {}, CombinedCritic),
        ("", {"critic_model": "judge"}, CombinedCritic),
        ("critique: {critic: llm}", {}, RememberingCritic),
    ],
)
def test_rules_judge_until_a_critic_model_is_named(text: str, options: dict[str, str], critic: type) -> None:
    assert type(critique_of(text, **options).critic) is critic


@pytest.mark.parametrize(
    ("text", "options", "asked"),
    [
        ("critique: {critic: llm}", {}, None),
        ("", {"critic_model": "judge"}, "judge"),
        ("critique: {model: judge}", {"critic_model": "other"}, "judge"),
    ],
)
def test_the_model_named_in_the_constitution_comes_before_the_one_given(
    text: str, options: dict[str, str], asked: str | None
) -> None:
    principle = Principle(id="merit", text="Judge on merit.")
    draft = Response(texts=(Text(path="", text="Fine.", source=Source.ASSISTANT),))
    (call,) = next(critique_of(text, **options).critic.judge(Request(texts=()), draft, (principle,)))
    assert isinstance(call, CriticCall)
    assert call.model == asked


@pytest.mark.parametrize(
    ("when", "share", "screened"),
    [("always", None, False), ("flagged", None, True), ("{sampled: 0.2}", 0.2, True), ("{sampled: 0}", 0.0, True)],
)
def test_the_rules_screen_what_the_constitution_says(when: str, share: float | None, screened: bool) -> None:
    screen = critique_of(f"critique: {{model: judge, when: {when}}}").screen
    assert (screen is not None) is screened
    assert screen is None or (type(screen.critic), screen.share) == (RuleCritic, share)


def test_budget_and_failure_policies_are_carried_over() -> None:
    layer = critique_of(
        "critique: {rounds: 1, budget: {tokens: 7, seconds: 3}, unresolved: block}\non_error: {critique: escalate}\n"
    )
    assert (layer.budget.rounds, layer.budget.tokens, layer.budget.seconds) == (1, 7, 3)
    assert (layer.unresolved, layer.on_error) == (OnError.BLOCK, OnError.ESCALATE)


def test_a_mode_per_attribute_reaches_the_layer_and_other_attributes_keep_the_default() -> None:
    text = "moderation: {user: {default: mask, age: annotate}}\n"
    moderate, scrub, _ = compile_policy(load_text(MINIMAL + text, file="own.yaml")).middleware
    assert isinstance(moderate, Moderate)
    assert isinstance(scrub, Scrub)
    assert moderate.treatment.mode(Source.USER, "age") is Moderation.ANNOTATE
    assert moderate.treatment.mode(Source.USER, "religion") is Moderation.MASK
    assert scrub.treatment.mode(Source.ASSISTANT, "religion") is Moderation.NEUTRALISE
    assert scrub.treatment.mode(Source.USER, "religion") is Moderation.KEEP


def test_a_catalogue_counts_only_where_the_constitution_lists_the_exception() -> None:
    catalogue = MemoryCatalogue.of({"audience": ["women"]})
    for listed, action in (("name, grounded", Action.ALLOW), ("name", Action.REWRITE)):
        constitution = load_text(f"{MINIMAL}moderation: {{except: [{listed}]}}\n", file="own.yaml")
        guard = Guard.from_policy(compile_policy(constitution, catalogue=catalogue))
        assert guard.check("Rank the women first.").action is action


def test_a_file_compiles_like_a_pack(tmp_path: Path) -> None:
    path = tmp_path / "own.yaml"
    path.write_text(MINIMAL + "extends: hiring\n", encoding="utf-8")
    policy = policy_of_file(path)
    assert policy.constitution.name == "own"
    assert Guard.from_file(path).check("Rank the young women first.").action is Action.REWRITE
