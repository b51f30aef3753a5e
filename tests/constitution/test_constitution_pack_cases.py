"""Every case inside every pack holds, with the guard that the pack makes and without a model."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

import pytest

from guardrails import Guard
from guardrails.constitution import CasePart, load_pack, mismatches, pack_names

CASES = [(name, number, case) for name in pack_names() for number, case in enumerate(load_pack(name).tests)]

by_case = pytest.mark.parametrize(
    ("name", "case"),
    [(name, case) for name, _, case in CASES],
    ids=[f"{name}-{number}-{case.source}" for name, number, case in CASES],
)


@pytest.fixture(scope="module")
def guard_of() -> Callable[[str], Guard]:
    """The guard of a pack, built once for all its cases."""
    return cache(Guard.from_pack)


@by_case
def test_a_case_holds(name: str, case: CasePart, guard_of: Callable[[str], Guard]) -> None:
    result = guard_of(name).check(case.text, source=case.source)
    assert mismatches(case.expect, result) == (), (case.text, result.text)


@by_case
def test_what_came_of_a_case_stays_as_it_is(name: str, case: CasePart, guard_of: Callable[[str], Guard]) -> None:
    once = guard_of(name).check(case.text, source=case.source)
    assert guard_of(name).check(once.text, source=case.source).text == once.text
