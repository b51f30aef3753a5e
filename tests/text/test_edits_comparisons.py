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
    ("Applicants as [old/a] as 65 years may apply.", "Applicants may apply."),
    ("Applicants as [young/a] as [17 years old/v@age] may join.", "Applicants may join."),
    ("Tutors as [young/a] as six months can help.", "Tutors can help."),
    ("He is as [old/a] as 52 years.", "He is that age."),
    ("She looks as [young/a] as thirty.", "She looks that age."),
    ("She is not as [young/a] as 45 and knows it.", "She is not that age and knows it."),
    ("She is as [old/a] as 5 of us together.", "She is like 5 of us together."),
    ("She is [older/a] than the rules allow.", "She is different from what the rules allow."),
    ("She is [older/a] than the law allows.", "She is different from what the law allows."),
    ("He's [older/a] than you expect.", "He's different from what you expect."),
    ("He's [older/a] than you'd guess.", "He's different from what you'd guess."),
    ("He is [older/a] than you.", "He is different from you."),
    ("He is [older/a] than you and me.", "He is different from you and me."),
    ("She is [older/a] than Kim is.", "She is different from what Kim is."),
    ("She is [older/a] than they've said.", "She is different from what they've said."),
    ("Somebody [older/a] than Kim is welcome.", "Somebody different from Kim is welcome."),
    ("Anna is [older/a] than the man who said so.", "Anna is different from the man who said so."),
    ("We reject candidates [older than 40/p@age].", "We reject candidates."),
    ("Flatmates [older than 40/p@age] are welcome.", "Flatmates are welcome."),
]


@pytest.mark.parametrize(("marked", "expected"), COMPARED)
def test_what_compares_goes_and_the_comparison_stays(marked: str, expected: str) -> None:
    assert edited(marked) == expected
