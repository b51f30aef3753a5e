"""Wording about people in frames and slips that no word list holds, and the look-alikes of those frames."""

from __future__ import annotations

import pytest

from tests.helpers.rag_tenants import filters_in_words, moderated


@pytest.mark.parametrize(
    ("query", "clean"),
    [
        # markers behind a role
        ("nurse (f)", "nurse"),
        ("nurse (m/f/d)", "nurse"),
        ("engineer m/w/d", "engineer"),
        # frames that turn a look-alike round
        ("engineers from a Muslim background", "engineers"),
        ("writers of African heritage", "writers"),
        ("engineers with a young team", "engineers with team"),
        ("female-led engineering", "engineering"),
        ("nurses in a same-sex relationship", "nurses"),
        ("engineers whose religion is Jain", "engineers"),
        ("someone who has a car and is not Black", "someone who has a car"),
        # ages without the word
        ("25 to 35 year old writers", "writers"),
        ("engineers older than sixty", "engineers"),
        ("nurses over thirty-five", "nurses"),
        ("over 50 engineers", "engineers"),
        ("all nurses no older than forty", "all nurses"),
        ("date of birth after 1990, engineers", "engineers"),
        ("year of birth 1980, nurse", "nurse"),
        ("age: over 50, nurse", "nurse"),
        ("50+ nurses", "nurses"),
        ("nurses (50+)", "nurses"),
        ("over-60 engineer", "engineer"),
        ("thirtyish nurse", "nurse"),
        ("writers in their 20s or 30s", "writers"),
        ("engineers born in the seventies", "engineers"),
        # the name of an attribute, with or without a value
        ("nationality Polish, nurses", "nurses"),
        ("gender-female nurse", "nurse"),
        ("nurses ranked by race", "nurses ranked"),
        # slips
        ("femlae nurses", "nurses"),
        ("blakc engineers", "engineers"),
        ("nigeran and muslimm writers", "writers"),
    ],
)
def test_it_leaves_the_query(query: str, clean: str) -> None:
    found = moderated("people", query)
    assert (found.clean_query, found.conditions) == (clean, ())
    assert found.demographic


@pytest.mark.parametrize(
    ("tenant", "query"),
    [
        ("shop", "jacket (m)"),  # a size
        ("shop", "photos with an African background"),
        ("shop", "jumper over thirty"),
        ("shop", "blakc boots"),
        ("people", "over 50 machines"),
        ("people", "martial arts teacher"),
        ("people", "the finish line in Paris"),
        # fields of work
        ("people", "women's health nurse"),
        ("people", "geriatric care nurse"),
        ("people", "Thai massage writer"),
        ("people", "native app engineer"),
    ],
)
def test_what_only_has_the_shape_of_it_stays(tenant: str, query: str) -> None:
    found = moderated(tenant, query)
    assert (found.clean_query, found.suppressed) == (query, ())


@pytest.mark.parametrize(
    "query",
    [
        "women's applications",
        "elderly nurse",
        "Thai writer",
        "native engineer",
        "female history writer",
        "men and health",
    ],
)
def test_a_field_of_work_is_named_by_its_own_words_only(query: str) -> None:
    assert moderated("people", query).suppressed


@pytest.mark.parametrize(
    ("tenant", "query", "clean", "filters"),
    [
        ("people", "nurses in Berlin or Munich", "nurses", ["address.city eq Berlin or address.city eq Munich"]),
        ("people", "not in Berlin or Munich", "", ["address.city ne Berlin", "address.city ne Munich"]),
        ("people", "nurse, speaks French and German", "nurse", ["languages eq French", "languages eq German"]),
        ("people", "nurse, speaks French or German", "nurse", ["languages eq French or languages eq German"]),
        ("people", "French and German speaking nurse", "nurse", ["languages eq German", "languages eq French"]),
        ("shop", "black and white hat", "hat", ["color eq Black or color eq white"]),
        ("shop", "navy, white or black dress", "dress", ["color eq white or color eq Black or color eq navy"]),
        ("shop", "black or purple dress", "purple dress", ["color eq Black"]),
        ("shop", "black dress and coat", "dress and coat", ["color eq Black"]),
    ],
)
def test_a_list_of_values_is_one_condition(tenant: str, query: str, clean: str, filters: list[str]) -> None:
    found = moderated(tenant, query)
    assert (found.clean_query, sorted(filters_in_words(found))) == (clean, sorted(filters))


@pytest.mark.parametrize(
    ("query", "filters"),
    [
        ("dress for 60 euros at most", ["price lte 60"]),
        ("coat 100 euros or less", ["price lte 100"]),
        ("coats 50 at least", ["price gte 50"]),
        ("20-60 euros coat", ["price gte 20", "price lte 60"]),
        ("price 20-60 coat", ["price gte 20", "price lte 60"]),
        ("coat 20-60", []),
    ],
)
def test_a_bound_may_stand_behind_its_number(query: str, filters: list[str]) -> None:
    assert filters_in_words(moderated("shop", query)) == filters
