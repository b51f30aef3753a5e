"""What a query denies: values, lists of them, names and places are kept out, and never become what is asked for."""

from __future__ import annotations

import pytest

from guardrails.rag import Constraint, ConstraintKind, Field, FieldKind, MemoryStore, RagGuard, RecordSchema, Tenant
from guardrails.rag.embeddings import HashedEmbeddings
from guardrails.rag.query.negation import denial_before, denials
from guardrails.rag.terms import Relation
from tests.helpers.rag_tenants import filters_in_words, moderated

NOT_BERLIN, NOT_MUNICH = "address.city ne Berlin", "address.city ne Munich"
NOT_BLACK, NOT_WHITE, NOT_NAVY = "color ne Black", "color ne white", "color ne navy"


@pytest.mark.parametrize(
    "wording",
    [
        "not in Berlin",
        "not from Berlin",
        "outside Berlin",
        "outside of Berlin",
        "excluding Berlin",
        "except in Berlin",
        "except for those in Berlin",
        "apart from the ones based in Berlin",
        "other than in Berlin",
        "anywhere but Berlin",
        "whose city is not Berlin",
        "who do not live in Berlin",
        "who don't work in Berlin",
        "who cannot be in Berlin",
        "and nobody from Berlin",
        "city: not Berlin",
        "city != Berlin",
        "-Berlin",
        "away from Berlin",
        "leaving out Berlin",
        'not in "Berlin"',
    ],
)
def test_a_place_is_denied_in_many_ways(wording: str) -> None:
    found = moderated("people", f"nurses {wording}")
    assert filters_in_words(found) == [NOT_BERLIN]
    assert "Berlin" not in found.clean_query
    assert found.clean_query.startswith("nurses")


@pytest.mark.parametrize(
    ("query", "clean", "filters"),
    [
        # one word joins a list, and all of it is denied
        ("coat without black, white and navy", "coat", [NOT_BLACK, NOT_WHITE, NOT_NAVY]),
        ("coat excluding navy, white, and black", "coat", [NOT_BLACK, NOT_WHITE, NOT_NAVY]),
        ("coat, no navy or black", "coat", [NOT_BLACK, NOT_NAVY]),
        ("coat in any color but navy and black", "coat", [NOT_BLACK, NOT_NAVY]),
        ("coat that isn't navy/black", "coat", [NOT_BLACK, NOT_NAVY]),
        # bare commas: what lists does, a plain "no" does not
        ("coat except navy, black", "coat", [NOT_BLACK, NOT_NAVY]),
        ("coat, not navy, black", "coat", [NOT_NAVY, "color eq Black"]),
        ("coat except navy, black only", "coat, only", [NOT_NAVY, "color eq Black"]),
        # what is wanted beside it stays wanted
        ("black coat, not navy", "coat", ["color eq Black", NOT_NAVY]),
        ("not navy but white coat", "but coat", [NOT_NAVY, "color eq white"]),
        ("nothing but navy", "nothing but navy", []),
        ("non-navy coat", "coat", [NOT_NAVY]),
        ("coat with a color other than navy", "coat", [NOT_NAVY]),
    ],
)
def test_a_list_is_denied_as_a_whole(query: str, clean: str, filters: list[str]) -> None:
    found = moderated("shop", query)
    assert (found.clean_query, sorted(filters_in_words(found))) == (clean, sorted(filters))


def test_places_are_denied_along_bare_commas() -> None:
    assert filters_in_words(moderated("people", "nurses not in Berlin, Munich")) == [NOT_BERLIN, NOT_MUNICH]


@pytest.mark.parametrize(
    "query", ["outside navy table", "outside black table", "not available in Klingon", "no experience needed"]
)
def test_what_denies_no_value_is_left_alone(query: str) -> None:
    found = moderated("shop", query)
    assert (found.clean_query, found.filters) == (query, ())


@pytest.mark.parametrize(
    "query", ["nurses who are not Muslim", "no women", "engineers, not black", "without disabilities"]
)
def test_denied_wording_about_people_is_suppressed_and_no_filter(query: str) -> None:
    found = moderated("people", query)
    assert found.suppressed
    assert found.filters == ()


@pytest.fixture(scope="module")
def brands() -> RagGuard:
    """A shop whose makers are names, one of them in two spellings."""
    fields = (
        Field(path="title", kind=FieldKind.FREE_TEXT),
        Field(path="brand", kind=FieldKind.NAME, filterable=True, aliases=("by", "make")),
        Field(path="material", kind=FieldKind.CATEGORY, filterable=True),
    )
    guard = RagGuard(MemoryStore(HashedEmbeddings()))
    makers = ("Black & Decker", "BLACK & DECKER", "Gray Goose", "Young & Vale")
    records = [
        {"id": str(at), "title": f"drill {at}", "brand": makers[at % 4], "material": ("Steel", "steel", "oak")[at % 3]}
        for at in range(24)
    ]
    guard.ingest(records, Tenant(id="shop", schema=RecordSchema(id="id", fields=fields)))
    return guard


@pytest.mark.parametrize(
    ("query", "kept_out"),
    [
        ("drill not by Black & Decker", {"Black & Decker", "BLACK & DECKER"}),
        ("drill, anything but Gray Goose", {"Gray Goose"}),
        ("drill by any brand other than Gray Goose or Young & Vale", {"Gray Goose", "Young & Vale"}),
        ("drill, no steel", set()),
    ],
)
def test_no_result_has_what_was_denied_in_any_spelling(brands: RagGuard, query: str, kept_out: set[str]) -> None:
    found = brands.search(query, "shop", k=24)
    makers = {str(hit.fields["brand"]) for hit in found.hits}
    materials = {str(hit.fields["material"]).lower() for hit in found.hits}
    assert makers
    assert makers.isdisjoint(kept_out)
    assert ("steel" in materials) is ("steel" not in query)


def test_names_that_are_joined_are_alternatives(brands: RagGuard) -> None:
    found = brands.moderate("drill by Gray Goose or Young & Vale", "shop")
    assert filters_in_words(found) == ["brand eq Gray Goose or brand eq Young & Vale"]


def test_a_sign_denies_every_spelling(brands: RagGuard) -> None:
    assert filters_in_words(brands.moderate("drill material != steel", "shop")) == [
        "material ne Steel", "material ne steel",
    ]  # fmt: skip


def test_a_denied_value_is_extracted_as_the_condition_that_is_denied() -> None:
    (found,) = moderated("people", "nurses outside Berlin").query.constraints
    start = len("nurses outside ")
    assert found == Constraint(
        start=start,
        end=start + 6,
        kind=ConstraintKind.PLACE,
        relation=Relation.EQ,
        value="Berlin",
        field="address.city",
    )


@pytest.mark.parametrize("text", ["not only in Hull", "knot in Hull", "nothing but Hull", "note: Hull", "no, Hull"])
def test_what_only_looks_like_a_denial_is_none(text: str) -> None:
    assert denial_before(text, text.index("Hull")) is None


def test_a_long_row_of_denials_costs_its_length() -> None:
    text = "not in the " * 300
    assert sum(1 for _ in denials(text)) <= 7 * 300
    assert denial_before(text, len(text)) is not None
