"""What data admit: told from names and values, the same however the records are split, kept without any record."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from guardrails.errors import GuardrailsError
from guardrails.rag import Admits, Capabilities, Field, FieldKind, FieldProfile, RecordSchema
from guardrails.rag.catalogue.tally import MOST_VALUES, Counter, Tally
from tests.helpers.rag_corpus import SCHEMAS, corpus


def of_values(key: str, values: list[str], **more: Any) -> FieldProfile:
    schema = RecordSchema(
        id="id",
        fields=(
            Field(path="about", kind=FieldKind.FREE_TEXT),
            Field(path=key, kind=FieldKind.CATEGORY, filterable=True),
        ),
    )
    records = [{"id": n, "about": "x", key: value, **more} for n, value in enumerate(values)]
    return Capabilities.of(records, schema).fields[key]


@pytest.mark.parametrize(
    ("key", "values", "admits"),
    [
        ("colour", ["black", "white", "brown"], Admits.CATALOGUE),
        ("shade_name", ["black", "white", "navy", "charcoal"], Admits.CATALOGUE),
        ("variant_a", ["black", "white", "navy", "charcoal"], Admits.CATALOGUE),
        ("cuisine", ["Indian", "Thai", "Korean"], Admits.CATALOGUE),
        ("languages", ["Spanish", "Polish", "Turkish"], Admits.CATALOGUE),
        ("segment", ["Black", "White", "Asian", "Hispanic"], Admits.PERSON_DEMOGRAPHIC),
        ("cohort", ["senior", "young", "old"], Admits.PERSON_DEMOGRAPHIC),
        ("tag", ["sale", "new", "outlet"], Admits.CATALOGUE),
    ],
)
def test_the_same_words_admit_another_thing_in_another_field(key: str, values: list[str], admits: Admits) -> None:
    profile = of_values(key, values)
    assert profile.admits is admits
    assert bool(profile.values) is (admits is Admits.CATALOGUE)
    assert profile.evidence


def test_a_protected_column_is_counted_and_nothing_else_is_kept_of_it() -> None:
    people = Capabilities.of(corpus()["people"][:50], SCHEMAS["people"])
    gender = people.fields["gender"]
    assert (gender.admits, gender.attribute, gender.count) == (Admits.PERSON_DEMOGRAPHIC, "gender", 50)
    assert people.fields["selfIdentification.ethnicGroup"].attribute == "ethnicity"
    assert people.fields["unionMember"].admits is Admits.PERSON_DEMOGRAPHIC
    saved = people.to_json().decode()
    for secret in ("female", "Roma", "Jewish", "divorced", "19"):
        assert secret not in saved


def test_a_term_is_admitted_by_the_fields_that_hold_it_as_a_whole_value() -> None:
    shop = Capabilities.of(corpus()["catalogue"][:400], SCHEMAS["catalogue"])
    people = Capabilities.of(corpus()["people"][:400], SCHEMAS["people"])
    assert [profile.path for profile in shop.admits("BLACK")] == ["colour"]
    assert [profile.path for profile in shop.admits("  Indian ")] == ["cuisine"]
    assert people.admits("Black") == shop.admits("blac") == ()


def test_names_identifiers_texts_and_numbers_keep_no_values() -> None:
    people = Capabilities.of(corpus()["people"][:50], SCHEMAS["people"]).fields
    expected = {"name": Admits.NAME, "email": Admits.IDENTIFIER, "bio": Admits.FREE_TEXT, "experience": Admits.NUMBER}
    for path, admits in expected.items():
        assert people[path].admits is admits
        assert people[path].count == 50
        assert not people[path].values


VALUES = st.lists(st.sampled_from([f"v{number}" for number in range(40)]), max_size=30)


def counted(values: list[str]) -> Tally:
    counter = Counter("colour", FieldKind.CATEGORY, None, keeps=True)
    for value in values:
        counter.add((value,))
    return counter.tally()


@settings(max_examples=60, deadline=None)
@given(VALUES, VALUES, VALUES)
def test_merging_is_commutative_and_associative_and_equals_counting_the_whole(
    a: list[str], b: list[str], c: list[str]
) -> None:
    one, two, three = counted(a), counted(b), counted(c)
    assert one.merge(two) == two.merge(one)
    assert one.merge(two).merge(three) == one.merge(two.merge(three))
    assert Capabilities.concluded([one.merge(two).merge(three)]) == Capabilities.concluded([counted(a + b + c)])


def test_more_values_than_are_kept_stay_bounded_exact_and_mergeable() -> None:
    values = [f"value {number % 9000}" for number in range(18_000)]
    whole, left, right = counted(values), counted(values[:7000]), counted(values[7000:])
    assert whole == left.merge(right) == right.merge(left)
    assert len(whole.values) == MOST_VALUES
    assert not whole.complete
    assert set(whole.values.values()) == {2}


def test_shards_of_another_schema_do_not_merge() -> None:
    one, two = (Capabilities.of(corpus()[name][:5], SCHEMAS[name]) for name in ("people", "jobs"))
    with pytest.raises(ValueError, match="not the same field of one schema"):
        one.merge(Capabilities.concluded([Tally(path="bio", kind=FieldKind.NAME)]))
    assert set(one.fields) - set(two.fields) <= set(one.merge(Capabilities()).fields)


def test_saved_capabilities_come_back_equal() -> None:
    for name, schema in SCHEMAS.items():
        found = Capabilities.of(corpus()[name][:60], schema)
        assert Capabilities.from_json(found.to_json()) == found


@pytest.mark.parametrize(
    "damage",
    [
        "",
        "[]",
        "{}",
        '{"format": "guardrails.capabilities/9", "fields": []}',
        '{"format": "guardrails.capabilities/1", "fields": [{"path": "x"}]}',
        '{"format": "guardrails.capabilities/1", "fields": 4}',
    ],
)
def test_what_is_no_saved_capabilities_is_refused(damage: str) -> None:
    with pytest.raises(GuardrailsError, match="ingest anew"):
        Capabilities.from_json(damage)


@pytest.mark.parametrize(("key", "value"), [("count", -1), ("count", "4"), ("kind", "colour"), ("values", {"a": True})])
def test_a_damaged_count_is_refused(key: str, value: object) -> None:
    saved = json.loads(Capabilities.of(corpus()["jobs"][:3], SCHEMAS["jobs"]).to_json())
    saved["fields"][0][key] = value
    with pytest.raises(GuardrailsError, match="ingest anew"):
        Capabilities.from_json(json.dumps(saved))


def test_profiles_made_by_hand_are_not_merged() -> None:
    by_hand = Capabilities(fields={"x": FieldProfile(path="x", admits=Admits.OTHER)})
    with pytest.raises(GuardrailsError, match="made by hand"):
        by_hand.merge(by_hand)
