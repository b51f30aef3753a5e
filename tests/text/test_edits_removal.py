"""Removing words from a query leaves no dangling preposition, article or conjunction."""

from __future__ import annotations

import pytest

from guardrails.types import Moderation
from tests.helpers.marked import Table, edited

QUERIES: Table = [
    ("jobs for [women/n] in Berlin", "jobs in Berlin"),
    ("jobs for [female/a] engineers in Berlin", "jobs for engineers in Berlin"),
    ("jobs for [women/n]", "jobs"),
    ("scholarships for [Black/a] and [Hispanic/a] [women/n]", "scholarships"),
    ("[women/n] in tech", "tech"),
    ("[old/a] clinics nearby", "clinics nearby"),
    ("is it safe for [pregnant/a] [women/n] to eat sushi", "is it safe to eat sushi"),
    ("flats for [young/a] couples and [old/a] people", "flats for couples and people"),
    ("gyms for [seniors/n] and students", "gyms for students"),
    ("gyms for students and [seniors/n]", "gyms for students"),
    ("doctors who are [women/n]", "doctors"),
    ("jobs for a [45-year-old/a] [man/n] with children", "jobs with children"),
    ("hiring [men/n] [over 50/p] in sales", "hiring in sales"),
    ("flats, [deaf/a], Berlin", "flats, Berlin"),
    ("flats ([wheelchair users/n]) Berlin", "flats Berlin"),
    ("loans for people [with disabilities/p] in Rome", "loans for people in Rome"),
    ("I am [deaf/a] and need a tutor", "I need a tutor"),
    ("the [women/n]'s clinic", "clinic"),
]


@pytest.mark.parametrize(("marked", "expected"), QUERIES)
def test_the_rest_of_the_query_stands_alone(marked: str, expected: str) -> None:
    assert edited(marked, Moderation.REMOVE) == expected


def test_what_is_kept_annotated_or_blocked_stays() -> None:
    for how in (Moderation.KEEP, Moderation.ANNOTATE, Moderation.BLOCK):
        assert edited("a [young/a] [woman/n]", how) == "a young woman"
