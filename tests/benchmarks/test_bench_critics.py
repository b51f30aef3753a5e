"""What the embedded critic costs on a draft, the detector apart, and how the work grows."""

from __future__ import annotations

import itertools
from typing import Any

import pytest

from guardrails.critics import RuleCritic
from guardrails.types import Span
from tests.helpers.critics import CRITIC, asked, detect, principles, run, said

PLAIN = (
    "The committee met on Monday to discuss the budget, and the architect showed two drawings of the new reading room."
)
GROUPS = "Women and men use the building every day, and disabled visitors asked for a lift near the door."
HOSTILE = {
    "copulas": "women are ",
    "quotation marks": '"women are ',
    "commas": "women, ",
    "adverbs": "women are very ",
    "closing marks": '.")',
    "figures": "women 12 percent less ",
}


def words(text: str, count: int) -> str:
    """*count* words of *text* over and over."""
    return " ".join(itertools.islice(itertools.cycle(text.split()), count))


@pytest.mark.parametrize("kind", ["plain", "groups"])
def test_bench_judge_300_words(benchmark: Any, kind: str) -> None:
    text = words(PLAIN if kind == "plain" else f"{PLAIN} {GROUPS}", 300)
    spans = detect(text)
    critic = RuleCritic(lambda _: spans)
    norms = principles()
    verdicts = benchmark(lambda: run(critic.judge(asked(), said(text), norms)))
    assert not verdicts.findings


@pytest.mark.parametrize("unit", HOSTILE.values(), ids=HOSTILE.keys())
def test_a_text_made_to_be_slow_is_looked_at_once(unit: str) -> None:
    looks: list[int] = []

    def counting(text: str) -> tuple[Span, ...]:
        looks.append(len(text))
        return detect(text)

    critic = RuleCritic(counting)
    run(critic.judge(asked(), said(unit * 4000), principles()))
    assert looks == [len(unit) * 4000]


def test_bench_revise(benchmark: Any) -> None:
    draft = said(words(PLAIN, 300) + " Women are too emotional to lead. We want a digital native.")
    norms = principles()
    verdicts = run(CRITIC.judge(asked(), draft, norms))
    after = benchmark(lambda: run(CRITIC.revise(asked(), draft, verdicts, norms)))
    assert "emotional" not in after.texts[0].text
