"""Grounding: what the tenant's own open fields hold, asked from the store, remembered for one tenant."""

from __future__ import annotations

import dataclasses
import threading
from collections.abc import Sequence
from typing import TypeVar

import pytest

from guardrails.rag import (
    Admits,
    Capabilities,
    Entry,
    Field,
    FieldKind,
    FieldProfile,
    Grounding,
    Hit,
    MemoryStore,
    RecordSchema,
    Tenant,
)
from guardrails.rag.types import Scalar
from tests.helpers.rag_tenants import PEOPLE, SHOP, WordEmbeddings, small_store

Store = TypeVar("Store", bound=MemoryStore)


class CountingStore(MemoryStore):
    """Counts what it is asked."""

    def __init__(self) -> None:
        super().__init__(WordEmbeddings())
        self.asked = 0

    def count(self, tenant: str, field: str, value: Scalar, /) -> int:
        self.asked += 1
        return super().count(tenant, field, value)


class WordStore(CountingStore):
    """Counts entries that hold a single word of the value, as a full-text index does."""

    def count(self, tenant: str, field: str, value: Scalar, /) -> int:
        return len(self.sample(tenant, field, value, 1000))

    def sample(self, tenant: str, field: str, value: Scalar, limit: int, /) -> Sequence[Hit]:
        hits = self.get(tenant, [str(number) for number in range(1000)])
        return [hit for hit in hits if str(value) in str(hit.fields.get(field)).lower().split()][:limit]


def shelf(store: Store, *colors: str, tenant: str = "shop") -> Store:
    entries = [Entry(id=str(at), text=color, fields={"color": color}) for at, color in enumerate(colors)]
    store.add(tenant, entries)
    return store


@pytest.mark.parametrize(
    ("term", "fields"),
    [
        ("black", [("color", 1, ("Black",))]),
        ("BLACK", [("color", 1, ("Black",))]),
        ("women", [("department", 2, ("Women",))]),
        ("kid", [("department", 1, ("Kids",))]),
        ("olive  green", [("color", 1, ("Olive Green",))]),
        ("purple", []),
        ("", []),
    ],
)
def test_a_value_is_found_in_any_case_and_filters_as_it_is_written(term: str, fields: list[object]) -> None:
    found = Grounding(small_store(), SHOP).of(term)
    assert [(one.field, one.count, one.values) for one in found] == fields


def test_each_way_of_writing_a_value_is_told() -> None:
    store = shelf(CountingStore(), "Black", "black", "BLACK")
    (found,) = Grounding(store, SHOP).of("black")
    assert sorted(map(str, found.values)) == ["BLACK", "Black", "black"]


def test_a_value_that_too_few_records_hold_does_not_count() -> None:
    store = shelf(CountingStore(), "black", "white", "white")
    grounding = Grounding(store, SHOP, min_count=2)
    assert not grounding.of("black")
    assert grounding.of("white")


def test_sampling_finds_out_an_index_of_single_words() -> None:
    store = shelf(WordStore(), "black tea", "black coffee")
    assert store.count("shop", "color", "black") == 2
    assert not Grounding(store, SHOP).of("black")


def test_what_stands_in_protected_fields_alone_is_not_grounded() -> None:
    store = CountingStore()
    store.add("people", [Entry(id="1", text="x", fields={"race": "Black", "gender": "female"})])
    grounding = Grounding(store, PEOPLE)
    assert not grounding.of("black")
    assert not grounding.holds("race", "Black")
    assert "race" not in {one.path for one in grounding.fields}


def test_a_field_in_which_ingest_saw_people_is_not_asked() -> None:
    """Its name says nothing: what stands in it does."""
    field = Field(path="grp", kind=FieldKind.CATEGORY, filterable=True)
    schema = RecordSchema(id="id", fields=(Field(path="text", kind=FieldKind.FREE_TEXT), field))
    profile = FieldProfile(path="grp", admits=Admits.PERSON_DEMOGRAPHIC, attribute="gender")
    tenant = Tenant(id="t", schema=schema, capabilities=Capabilities(fields={"grp": profile}))
    store = CountingStore()
    store.add("t", [Entry(id="1", text="x", fields={"grp": "female"})])
    assert not Grounding(store, tenant).of("female")
    assert Grounding(store, dataclasses.replace(tenant, capabilities=Capabilities())).of("female")


def test_an_answer_is_asked_for_once_and_again_after_the_records_changed() -> None:
    store = shelf(CountingStore(), "black")
    grounding = Grounding(store, SHOP)
    first = grounding.of("black")
    asked = store.asked
    assert grounding.of("Black ") == first
    assert store.asked == asked
    shelf(store, "black", "black")
    grounding.forget()
    assert [one.count for one in grounding.of("black")] == [2]


def test_so_many_answers_are_kept_and_no_more() -> None:
    store = shelf(CountingStore(), "black")
    grounding = Grounding(store, SHOP, size=2)
    for term in ("black", "white", "navy", "black"):
        grounding.of(term)
    asked = store.asked
    grounding.of("navy")
    assert store.asked == asked
    grounding.of("white")
    assert store.asked > asked


def test_an_answer_found_out_while_records_change_is_not_kept() -> None:
    started, changed = threading.Event(), threading.Event()

    class SlowStore(CountingStore):
        def sample(self, tenant: str, field: str, value: Scalar, limit: int, /) -> Sequence[Hit]:
            hits = super().sample(tenant, field, value, limit)
            started.set()
            changed.wait(5)
            return hits

    store = shelf(SlowStore(), "black")
    grounding = Grounding(store, SHOP)
    asking = threading.Thread(target=grounding.of, args=("black",))
    asking.start()
    assert started.wait(5)
    shelf(store, "white")  # takes the place of the black one
    grounding.forget()
    changed.set()
    asking.join(5)
    assert not grounding.of("black")


def test_tenants_are_asked_about_their_own_records_alone() -> None:
    store = shelf(shelf(CountingStore(), "black"), "navy", tenant="other")
    other = dataclasses.replace(SHOP, id="other")
    assert not Grounding(store, other).of("black")
    assert Grounding(store, other).of("navy")
