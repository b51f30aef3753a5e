"""The law of denials: what a query denies becomes its denial or nothing, and never what is asked for."""

from __future__ import annotations

import pytest

from guardrails.rag.terms import Relation
from tests.helpers.rag_tenants import filters_in_words, moderated

VALUES = (
    ("shop", "coat", "navy", "color"),
    ("shop", "coat", "black", "color"),
    ("shop", "coat", "olive green", "shade"),
    ("shop", "dinner", "italian", "cuisine"),
    ("shop", "coat", "women", "department"),
    ("people", "nurses", "Berlin", "city"),
    ("people", "nurses", "New York", "city"),
    ("people", "somebody", "French", "language"),
    ("people", "somebody", "engineer", "role"),
)
"""Tenant, what is looked for, a value of its data, and what its field is called."""
POSITIONS = ("{thing} {denied}", "{denied}, {thing}", "{thing}, {denied} with experience", "{denied}")
BEFORE = """
outside the {value} {field}|not {value}|no {value}|without {value}|anywhere in the list but {value}
leave out {value}|any {field} on the list but {value}|everything save {value}|all bar {value}|rule out {value}
steer clear of {value}|no {field} but not {value}|drop {value}|I hate {value}|other {field}s than {value}
different from {value}|unlike {value}|don't show me {value}|please do not include any {value}|refuse {value}
not({value})|~{value}|against {value}
"""
BEHIND = """
{value} excluded|{value} is excluded|{value} not wanted|{value} left out|leave {value} out|keep {value} out
{value} aside|could you leave {value} out of it|{value} is out of the question|{value} need not apply
{value}? no thanks|{value} ones not wanted|{value} {field} excluded|with {value} excepted
{value} is not an option|{value} banned|{value}-free
"""
OPEN = """
not only {value}|not just {value}|not necessarily {value}|not limited to {value}|don't exclude {value}
not without {value}|do not leave out {value}|hardly {value}|no things in {value}|avoid agencies near {value}
{value} doesn't work for me|{value} agencies excluded|exclude: {value}
{value}: exclude|not far from {value}|{value} is not necessary
"""


_AT_MOST_5 = "years_experience lte 5"


def _each(table: str) -> list[str]:
    return [one.strip() for line in table.strip().splitlines() for one in line.split("|") if one.strip()]


@pytest.mark.parametrize("denied", _each(BEFORE + BEHIND + OPEN))
def test_what_is_denied_is_never_asked_for(denied: str) -> None:
    for position in POSITIONS:
        for tenant, thing, value, field in VALUES:
            query = position.format(thing=thing, denied=denied.format(value=value, field=field))
            for condition in moderated(tenant, query).conditions:
                asked = [str(one.value).lower() for one in condition.bounds if one.relation is Relation.EQ]
                assert value.lower() not in asked, query


@pytest.mark.parametrize("denied", _each(BEFORE + BEHIND))
def test_a_plain_denial_of_a_place_keeps_it_out(denied: str) -> None:
    found = moderated("people", f"nurses, {denied.format(value='Berlin', field='city')}")
    assert filters_in_words(found) == ["address.city ne Berlin"]
    assert "Berlin" not in found.clean_query


@pytest.mark.parametrize("denied", _each(OPEN))
def test_what_may_not_be_a_denial_is_no_filter(denied: str) -> None:
    assert filters_in_words(moderated("people", f"nurses, {denied.format(value='Berlin', field='city')}")) == []


@pytest.mark.parametrize(
    ("tenant", "query", "filters"),
    [
        ("people", "nurses in Berlin with no criminal record", ["address.city eq Berlin"]),
        ("people", "nurses not Muslim in Berlin", ["address.city eq Berlin"]),
        ("people", "nurses in Berlin not afraid of nights", ["address.city eq Berlin"]),
        ("people", "those in Berlin who are not Muslim", ["address.city eq Berlin"]),
        ("people", "less than 5 years of experience, in Berlin", ["years_experience lt 5", "address.city eq Berlin"]),
        ("people", "no more than 5 years of experience in Berlin", [_AT_MOST_5, "address.city eq Berlin"]),
        ("people", "not only in Berlin but also in Munich", []),
        ("people", "not in Berlin or in Munich", ["address.city ne Berlin", "address.city ne Munich"]),
        ("people", "Berlin and Munich excluded", ["address.city ne Berlin", "address.city ne Munich"]),
        ("shop", "black dress, navy color excluded", ["color eq Black", "color ne navy"]),
        ("shop", "black coat that does not crease", ["color eq Black"]),
        ("shop", "nothing but black", ["color eq Black"]),
        ("shop", "duty free black coat", ["color eq Black"]),
        ("shop", "coat, nothing under 50 euros", ["price gte 50"]),
        ("shop", "coat not over 100 euros", ["price lte 100"]),
        ("shop", "coat not between 20 and 50 euros", []),
        ("shop", "nothing added before 2020", ["added gte 2020-01-01"]),
    ],
)  # fmt: skip
def test_a_denial_reaches_what_it_governs_and_no_further(tenant: str, query: str, filters: list[str]) -> None:
    assert sorted(filters_in_words(moderated(tenant, query))) == sorted(filters)
