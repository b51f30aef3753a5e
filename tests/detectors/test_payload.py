from __future__ import annotations

import copy
import json
import re
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guardrails.detectors.payload import MAX_DEPTH, find_in_payload, nested_json, pointer_step
from guardrails.errors import DetectorError
from guardrails.types import PROTECTED_ATTRIBUTES, Sense, Span

ATTRIBUTES = (*PROTECTED_ATTRIBUTES, "nationality", "marital_status", "pregnancy")


def _detect(text: str) -> Sequence[Span]:
    """Finds one made-up group word, and one that looks like it."""
    spans = [Span(start=m.start(), end=m.end(), attribute="religion") for m in re.finditer("zorbian", text)]
    others = (m for m in re.finditer("zorb stone", text))
    return [*spans, *(Span(start=m.start(), end=m.end(), attribute="religion", sense=Sense.OBJECT) for m in others)]


def _leaves(payload: object) -> dict[str, str]:
    found = find_in_payload(payload, _detect, attributes=ATTRIBUTES)
    return {finding.pointer: finding.attribute for finding in found if finding.span is None}


def _spans(payload: object) -> list[tuple[str, int, int]]:
    found = find_in_payload(payload, _detect, attributes=ATTRIBUTES)
    return [(finding.pointer, finding.span.start, finding.span.end) for finding in found if finding.span]


def test_finds_leaves_by_their_key_at_any_depth() -> None:
    payload = {"data": {"attributes": {"sex": "F", "surname": "White"}, "meta": [{"dateOfBirth": "1980-01-01"}]}}

    assert _leaves(payload) == {"/data/attributes/sex": "gender", "/data/meta/0/dateOfBirth": "age"}


def test_every_leaf_below_a_protected_key_counts() -> None:
    payload = {"disabilities": ["deaf", "diabetic"], "race": {"coding": [{"code": "1", "display": "x"}]}}

    assert set(_leaves(payload)) == {
        "/disabilities/0",
        "/disabilities/1",
        "/race/coding/0/code",
        "/race/coding/0/display",
    }


def test_only_the_attributes_asked_for_are_found() -> None:
    found = find_in_payload({"sex": "F", "religion": "x"}, _detect, attributes=("religion",))

    assert [finding.pointer for finding in found] == ["/religion"]


def test_free_text_is_searched_and_other_senses_are_left_out() -> None:
    payload = {"notes": "a zorbian with a zorb stone", "skills": ["likes the zorbian way"]}

    assert _spans(payload) == [("/notes", 2, 9), ("/skills/0", 10, 17)]


@pytest.mark.parametrize(
    "key", ["surname", "company", "street", "colour", "language", "cuisine", "jobTitle", "image_url"]
)
def test_names_and_terms_of_other_vocabularies_are_no_free_text(key: str) -> None:
    assert _spans({key: "the zorbian one"}) == []


def test_one_word_is_free_text_only_where_prose_is_expected() -> None:
    assert _spans({"x": "zorbian", "comment": "zorbian"}) == [("/comment", 0, 7)]


def test_a_field_that_names_itself_is_found() -> None:
    payload = {
        "answers": [
            {"question": "What is your gender?", "answer": "F"},
            {"question": "Years of experience?", "answer": "7"},
        ],
        "extension": [
            {"url": "http://example.org/structure/us-core-race", "extension": [{"url": "text", "valueString": "x"}]}
        ],
    }

    assert set(_leaves(payload)) == {
        "/answers/0/answer",
        "/extension/0/extension/0/url",
        "/extension/0/extension/0/valueString",
    }


def test_columns_of_a_table_are_found() -> None:
    payload = {"columns": ["surname", "sex", "score"], "rows": [["White", "F", 1], ["Young", "M", 2]]}

    assert _leaves(payload) == {"/rows/0/1": "gender", "/rows/1/1": "gender"}


def test_json_in_a_string_is_searched_as_json() -> None:
    payload = {"arguments": json.dumps({"applicant": {"age": 41, "note": "a zorbian"}})}

    assert _leaves(payload) == {"/arguments#/applicant/age": "age"}
    assert _spans(payload) == [("/arguments#/applicant/note", 2, 9)]


def test_a_record_of_a_product_beside_a_person_keeps_its_own_meaning() -> None:
    payload = {
        "customer": {"gender": "F", "email": "a@example.org"},
        "items": [{"sku": "1", "price": 3, "gender": "female", "colour": "black", "race": "Autumn 10 km"}],
    }

    assert _leaves(payload) == {"/customer/gender": "gender"}


def test_a_payload_that_contains_itself_is_an_error() -> None:
    payload: dict[str, object] = {"a": []}
    payload["b"] = payload

    with pytest.raises(DetectorError, match="contains itself"):
        find_in_payload(payload, _detect, attributes=ATTRIBUTES)


def test_the_same_object_twice_is_no_cycle() -> None:
    person = {"sex": "F"}

    assert set(_leaves({"a": person, "b": [person]})) == {"/a/sex", "/b/0/sex"}


@pytest.mark.parametrize("as_text", [False, True], ids=["data", "JSON in a string"])
def test_too_deep_a_payload_is_an_error(as_text: bool) -> None:
    payload: object = "secret words"
    for _ in range(MAX_DEPTH + 2):
        payload = [payload]

    with pytest.raises(DetectorError, match="deeper") as caught:
        find_in_payload(json.dumps(payload) if as_text else payload, _detect, attributes=ATTRIBUTES)
    assert "secret" not in str(caught.value)


def test_brackets_without_end_are_text() -> None:
    assert nested_json("[" * 100_000 + "]" * 100_000) is None
    assert nested_json("{not json}") is None
    assert nested_json('"text"') is None


def test_pointers_are_escaped() -> None:
    assert pointer_step("/a", "b/c~d") == "/a/b~1c~0d"
    assert set(_leaves({"x/y": {"sex": "F"}})) == {"/x~1y/sex"}


_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=12) | st.sampled_from(["a zorbian", '{"sex": "F"}']),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(st.text(max_size=6) | st.sampled_from(["sex", "notes", "age"]), inner, max_size=4)
    ),
    max_leaves=20,
)


@given(_JSON)
def test_finding_changes_nothing_and_always_points_somewhere(payload: object) -> None:
    before = copy.deepcopy(payload)
    for finding in find_in_payload(payload, _detect, attributes=ATTRIBUTES):
        assert finding.attribute in ATTRIBUTES
        assert finding.pointer == "" or finding.pointer[0] in "/#"
    assert payload == before
