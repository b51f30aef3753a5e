"""A word that compares people leaves a comparison behind, never a noun before "than"."""

from __future__ import annotations

import pytest

from tests.helpers.marked import Table, edited

COMPARED: Table = [
    ("She is [older/a] than me.", "She is different from me."),
    ("He's much [younger/a] than the others.", "He's much different from the others."),
    ("They are [richer/a@socioeconomic] than their neighbours.", "They are different from their neighbours."),
    ("He is [more youthful/a] than the rest.", "He is different from the rest."),
    ("My boss is [younger/a] than I am, which is odd.", "My boss is different from what I am, which is odd."),
    ("The [women/n] are [older/a] than the drivers.", "The people are different from the drivers."),
    ("He is as [old/a] as my boss.", "He is like my boss."),
    ("Applicants as [young/a] as 18 may apply.", "Applicants may apply."),
    ("We reject candidates [older than 40/p@age].", "We reject candidates."),
    ("Flatmates [older than 40/p@age] are welcome.", "Flatmates are welcome."),
]


@pytest.mark.parametrize(("marked", "expected"), COMPARED)
def test_what_compares_goes_and_the_comparison_stays(marked: str, expected: str) -> None:
    assert edited(marked) == expected
