"""A name that is looked up narrows the search to the records that have it; a name that is compared to does not."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

import pytest

from guardrails.rag import (
    Entity,
    EntityIndex,
    Entry,
    Field,
    FieldKind,
    MemoryStore,
    RecordSchema,
    Tenant,
    search_policy,
)
from guardrails.rag.moderation.gate import QueryGate
from tests.helpers.rag_tenants import WordEmbeddings, filters_in_words

SHOP = Tenant(
    id="shop",
    schema=RecordSchema(
        id="id",
        fields=(
            Field(path="title", kind=FieldKind.FREE_TEXT),
            Field(path="maker.name", kind=FieldKind.NAME, filterable=True),
            Field(path="author", kind=FieldKind.NAME),
        ),
    ),
    entities=(Entity(id="own", name="Rowan Works"),),
)
MAKERS = ("Black & Decker", "Black and Decker", "Young & Vale", "Dr. Ruth Black", "Dr. Sam Black", "Tern")


@cache
def gate(name_filter: str = "exact") -> QueryGate:
    store = MemoryStore(WordEmbeddings())
    store.add("shop", [Entry(id=name, text=name, fields={"maker.name": name}) for name in MAKERS])
    policy = search_policy()
    return QueryGate(store, policy if name_filter == "exact" else replace(policy, name_filter="never"), tenants=[SHOP])


@pytest.mark.parametrize(
    ("query", "makers"),
    [
        ("Young & Vale socks", ["Young & Vale"]),
        ("the Tern lamp", ["Tern"]),
        ("young & vale", ["Young & Vale"]),  # the whole query
        ("socks by Young & Vale", ["Young & Vale"]),
        ("Black and Decker drill", ["Black & Decker", "Black and Decker"]),  # every spelling
        ("Dr. Black", ["Dr. Ruth Black", "Dr. Sam Black"]),  # whoever goes by it
        ("Tern or Young & Vale", ["Tern", "Young & Vale"]),
    ],
)
def test_the_records_that_have_the_name_are_asked_for(query: str, makers: list[str]) -> None:
    found = gate().moderate(query, "shop")
    assert filters_in_words(found) == [" or ".join(f"maker.name eq {one}" for one in makers)]
    assert found.clean_query == query


@pytest.mark.parametrize(
    "query",
    [
        "something like Young & Vale",
        "Black & Decker compatible battery",
        "Tern alternatives",
        "cheaper than Tern",
        "socks that go with Tern",
        "a tern in flight",
        "Young & Vail socks",  # nearly
        "Rowan Works desk",  # the tenant's own name, which no record has
        "Tern beside Rowan Works",  # one of two
        "DRILL TERN",
    ],
)
def test_a_name_that_is_not_looked_up_stays_text(query: str) -> None:
    found = gate().moderate(query, "shop")
    assert (found.clean_query, found.conditions) == (query, ())


def test_the_constitution_can_leave_names_in_the_text() -> None:
    assert gate("never").moderate("Tern lamp", "shop").conditions == ()


def test_a_name_of_very_many_is_no_filter() -> None:
    index = EntityIndex.of(
        (), held=[("name", f"Dr. {given} Black") for given in ("A", "B", "C", "D", "E", "F", "G", "H", "I")]
    )
    (found,) = index.resolve("Dr. Black")
    assert found.values == ()


def test_a_name_says_nothing_of_its_values() -> None:
    (found,) = EntityIndex.of((), held=[("name", "Ada Stone")]).resolve("Ada Stone")
    assert found.values == ("Ada Stone",)
    assert "Stone" not in repr(found)
