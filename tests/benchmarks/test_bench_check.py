"""What a pack costs on a text, without any model: the whole of moderation, critique and scrub, and the decisions."""

from __future__ import annotations

import itertools
from typing import Any

import pytest

from guardrails import Guard

CLEAN = (
    "The applicant ran a team of nine and cut the cost of returns by a third last year.",
    "Her references praise careful planning, and the portfolio shows three finished projects.",
    "We met on Tuesday to agree on the budget before the new season began in Leeds.",
)
MARKED = (
    *CLEAN,
    "One of the referees called the candidate a young Nigerian woman with a quiet manner and a good eye for detail.",
)


def words(sentences: tuple[str, ...], count: int) -> str:
    """*count* words of running text made of *sentences*."""
    running = itertools.chain.from_iterable(sentence.split() for sentence in itertools.cycle(sentences))
    return " ".join(itertools.islice(running, count))


@pytest.mark.parametrize("count", [20, 300, 5_000])
@pytest.mark.parametrize("kind", ["clean", "marked"])
def test_bench_check_of_a_text(benchmark: Any, kind: str, count: int) -> None:
    guard = Guard.from_pack("hiring")
    text = words(CLEAN if kind == "clean" else MARKED, count)
    result = benchmark(guard.check, text)
    assert len(result.text) > count


@pytest.mark.parametrize(("shorter", "longer"), [(300, 1_200)])
def test_work_grows_with_the_text_and_no_faster(shorter: int, longer: int) -> None:
    guard = Guard.from_pack("hiring")
    found = [len(guard.check(words(MARKED, count)).decisions) for count in (shorter, longer)]
    assert found[1] <= 5 * found[0]
