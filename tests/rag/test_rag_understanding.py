"""Reading a query: its terms, its conditions with their kind, and what it asks for."""

from __future__ import annotations

import pytest

from guardrails.errors import GuardrailsError
from guardrails.rag import Constraint, ConstraintKind, Intent, Label, understand
from guardrails.rag.query.quantities import bounds_of_date, number_of
from guardrails.rag.query.understanding import MAX_QUERY
from tests.helpers.rag_tenants import PEOPLE, SHOP, filters_in_words, moderated


def conditions(query: str, found: tuple[Constraint, ...]) -> list[tuple[str, str, str | None, str, object]]:
    return [(query[one.start : one.end], one.kind.value, one.field, one.relation.value, one.value) for one in found]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("dress under 50 euros", [("under 50 euros", "number", "price", "lt", 50)]),
        ("dress up to €1,200.50", [("up to €1,200.50", "number", "price", "lte", 1200.5)]),
        ("price <= 80 jacket", [("price <= 80", "number", "price", "lte", 80)]),
        ("cost at least 2k", [("cost at least 2k", "number", "price", "gte", 2000)]),
        (
            "coats between 50 and 90 euros",
            [
                ("between 50 and 90 euros", "number", "price", "gte", 50),
                ("between 50 and 90 euros", "number", "price", "lte", 90),
            ],
        ),
        ("added since March 2024", [("added since March 2024", "date", "added", "gte", "2024-03-01")]),
        ("coats before 2020", [("before 2020", "date", "added", "lt", "2020-01-01")]),
        (
            "coats added in 2023",
            [
                ("added in 2023", "date", "added", "gte", "2023-01-01"),
                ("added in 2023", "date", "added", "lte", "2023-12-31"),
            ],
        ),
        ("shade: olive green, wool", [("shade: olive green", "value", "color", "eq", "olive green")]),
        ("color != 'navy'", [("color != 'navy'", "value", "color", "ne", "navy")]),
        ("thai food", [("thai food", "value", "cuisine", "eq", "thai")]),
        ("size: 41", [("size: 41", "number", None, "eq", 41)]),
        ("headphones under 50", [("under 50", "number", "price", "lt", 50)]),
        ("tools under 30 cm", [("under 30", "number", None, "lt", 30)]),
        ("a plain coat", []),
    ],
)
def test_conditions_on_things(query: str, expected: list[tuple[str, str, str | None, str, object]]) -> None:
    assert conditions(query, understand(query, SHOP).constraints) == expected


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("nurses in Berlin", [("in Berlin", "place", "address.city", "eq", "Berlin")]),
        ("nurses based in new york", [("based in new york", "place", "address.city", "eq", "new york")]),
        ("nurses in Lagos", [("in Lagos", "place", "address.city", "eq", "Lagos")]),
        (
            "engineers with at least 3 years of experience",
            [("at least 3 years of experience", "number", "years_experience", "gte", 3)],
        ),
        ("5+ years experience", [("5+ years experience", "number", "years_experience", "gte", 5)]),
        ("salary under 60k", [("salary under 60k", "number", "salary", "lt", 60000)]),
        ("Spanish speaking engineer", [("Spanish speaking", "language", "languages", "eq", "Spanish")]),
        ("fluent in French", [("fluent in French", "language", "languages", "eq", "French")]),
    ],
)
def test_conditions_in_a_directory(query: str, expected: list[tuple[str, str, str | None, str, object]]) -> None:
    assert conditions(query, understand(query, PEOPLE).constraints) == expected


@pytest.mark.parametrize(
    ("query", "written", "attribute"),
    [
        ("gender: female", "gender: female", "gender"),
        ("Sex = F, nurse", "Sex = F", "gender"),
        ("nurses older than 60", "older than 60", "age"),
        ("older than 60", "older than 60", "age"),
        ("nurses under 30 in Berlin", "under 30", "age"),
        ("age < 40 engineer", "age < 40", "age"),
        ("engineers between 20 and 30 years old", "between 20 and 30 years old", "age"),
        ("engineers born after 1990", "born after 1990", "age"),
        ("religion: Muslim", "religion: Muslim", "religion"),
        ("date of birth > 1990-01-01", "date of birth > 1990-01-01", "age"),
        ("unionMember = yes", "unionMember = yes", "protected"),
    ],
)
@pytest.mark.parametrize("tenant", [PEOPLE, SHOP], ids=lambda tenant: tenant.id)
def test_a_demographic_condition_is_seen_with_or_without_a_field(
    query: str, written: str, attribute: str, tenant: object
) -> None:
    if attribute == "protected" and tenant is SHOP:
        return  # a key of the other tenant's documents
    found = understand(query, PEOPLE if tenant is PEOPLE else SHOP).constraints
    about = [one for one in found if one.kind is ConstraintKind.DEMOGRAPHIC]
    assert {(query[one.start : one.end], one.attribute, one.field) for one in about} == {(written, attribute, None)}


@pytest.mark.parametrize(
    ("query", "intent"),
    [
        ("Gay Talese", Intent.LOOKUP),
        ("email of Gay Talese", Intent.LOOKUP),
        ("nurses in Berlin", Intent.FILTER),
        ("gender: female", Intent.FILTER),
        ("people who are good with animals", Intent.CONCEPT),
        ("compare nurses in Berlin and Munich", Intent.COMPARISON),
        ("how many nurses work in Berlin", Intent.AGGREGATE),
        ("average salary of engineers", Intent.AGGREGATE),
    ],
)
def test_the_intent_is_read_from_the_wording(query: str, intent: Intent) -> None:
    assert understand(query, PEOPLE).intent is intent


def test_every_term_has_its_place_and_label() -> None:
    query = "young nurses called Ada Stone, Gay Talese in berlin"
    terms = {query[term.start : term.end]: term.label for term in understand(query, PEOPLE).terms}
    assert terms == {
        "young": Label.DEMOGRAPHIC,
        "Ada Stone": Label.CANDIDATE,
        "Gay Talese": Label.ENTITY,
        "berlin": Label.DOMAIN,
    }


def test_a_condition_read_out_of_a_name_is_none() -> None:
    from guardrails.rag import Entity, EntityIndex

    query = "tickets of Under 50 Club"
    named = EntityIndex.of([Entity(id="c", name="Under 50 Club")])
    assert understand(query, SHOP, entities=named).constraints == ()


def test_a_document_is_no_query() -> None:
    with pytest.raises(GuardrailsError, match=r"at most 4000 characters.*4001"):
        understand("x" * (MAX_QUERY + 1), SHOP)


def test_text_is_in_no_repr() -> None:
    read = understand("secret wording in Lagos, color: crimson", SHOP)
    assert "secret" not in repr(read)
    assert "crimson" not in repr(read)


@pytest.mark.parametrize(
    ("written", "number"),
    [("50", 50), ("2.5", 2.5), ("1,200", 1200), ("1 200 000", 1200000), ("€60k", 60000), ("3m", 3e6)],
)
def test_numbers_as_people_write_them(written: str, number: float) -> None:
    assert number_of(written) == number


@pytest.mark.parametrize(
    ("written", "first", "last"),
    [
        ("2020", "2020-01-01", "2020-12-31"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("March 2021", "2021-03-01", "2021-03-31"),
        ("2020-05-06", "2020-05-06", "2020-05-06"),
    ],
)
def test_dates_have_a_first_and_a_last_day(written: str, first: str, last: str) -> None:
    assert bounds_of_date(written) == (first, last)


@pytest.mark.parametrize("query", ["under " * 600, "in " * 1300, "between 1 and " * 280, "x" * 4000, "(" * 4000])
def test_a_hostile_query_costs_little_and_raises_nothing(query: str) -> None:
    assert understand(query[:MAX_QUERY], PEOPLE).text


@pytest.mark.parametrize("query", ["a:b " * 50 + "gender: female", "under 3 " * 50 + "older than 60"])
def test_conditions_beyond_number_are_refused_and_never_dropped(query: str) -> None:
    with pytest.raises(GuardrailsError, match="at most 40 conditions"):
        understand(query, PEOPLE)


@pytest.mark.parametrize(
    ("query", "filters"),
    [
        ("coat added before 1 March 2024", ["added lt 2024-03-01"]),
        ("coat added after March 3rd, 2024", ["added gt 2024-03-03"]),
        ("coat added between 2024-02-01 and 2024-04-30", ["added gte 2024-02-01", "added lte 2024-04-30"]),
        ("coat added from January 2024 to February 2024", ["added gte 2024-01-01", "added lte 2024-02-29"]),
    ],
)
def test_a_date_may_have_a_day_and_two_may_bound_a_time(query: str, filters: list[str]) -> None:
    found = moderated("shop", query)
    assert (found.clean_query, filters_in_words(found)) == ("coat", filters)


@pytest.mark.parametrize(
    "query",
    ["nurse born between 1980 and 1990", "nurse born between 1 May 1980 and 3 June 1990", "nurse born in May 1980"],
)
def test_dates_of_birth_leave_nothing_behind(query: str) -> None:
    found = moderated("people", query)
    assert (found.clean_query, found.filters) == ("nurse", ())
