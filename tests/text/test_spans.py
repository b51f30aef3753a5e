"""Which of several overlapping ranges wins."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guardrails.text.spans import covers, overlaps, resolve


@dataclass(frozen=True, slots=True)
class At:
    start: int
    end: int


_ranges = st.lists(st.builds(lambda start, size: At(start, start + size), st.integers(0, 30), st.integers(1, 8)))


@pytest.mark.parametrize(
    ("given_ranges", "kept"),
    [
        pytest.param([At(0, 5), At(5, 9)], [At(0, 5), At(5, 9)], id="neighbours"),
        pytest.param([At(0, 5), At(1, 3)], [At(0, 5)], id="inside"),
        pytest.param([At(0, 4), At(2, 9)], [At(2, 9)], id="the longer wins"),
        pytest.param([At(0, 4), At(2, 6)], [At(0, 4)], id="the earlier of equals wins"),
        pytest.param([At(4, 6), At(0, 2)], [At(0, 2), At(4, 6)], id="sorted"),
        pytest.param([At(0, 2), At(0, 2)], [At(0, 2)], id="the first of twins"),
        pytest.param([], [], id="none"),
    ],
)
def test_the_longer_wins_then_the_earlier(given_ranges: list[At], kept: list[At]) -> None:
    assert resolve(given_ranges) == kept


@given(_ranges)
def test_what_wins_is_sorted_and_disjoint(ranges: list[At]) -> None:
    kept = resolve(ranges)
    assert all(a.end <= b.start for a, b in pairwise(kept))
    assert set(kept) <= set(ranges)


@given(_ranges)
def test_the_longest_of_all_always_wins(ranges: list[At]) -> None:
    kept = resolve(ranges)
    longest = max((r.end - r.start for r in ranges), default=0)
    assert max((r.end - r.start for r in kept), default=0) == longest


@given(_ranges)
def test_resolving_again_changes_nothing(ranges: list[At]) -> None:
    assert resolve(resolve(ranges)) == resolve(ranges)


@pytest.mark.parametrize(
    ("a", "b", "shares", "holds"),
    [
        (At(0, 5), At(5, 6), False, False),
        (At(0, 5), At(4, 6), True, False),
        (At(0, 5), At(1, 5), True, True),
        (At(2, 3), At(0, 9), True, False),
    ],
)
def test_overlap_and_cover(a: At, b: At, shares: bool, holds: bool) -> None:
    assert overlaps(a, b) is shares
    assert covers(a, b) is holds
