from __future__ import annotations

import copy
import json
import re
from collections.abc import Sequence
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guardrails.middleware.payload import ScrubbedPayload, scrub_payload
from guardrails.types import PROTECTED_ATTRIBUTES, Form, Moderation, Span


def _detect(text: str) -> Sequence[Span]:
    return [Span(start=m.start(), end=m.end(), attribute="religion") for m in re.finditer(r"\bMuslim\b", text)]


def _scrub(payload: object, **options: Any) -> ScrubbedPayload:
    return scrub_payload(payload, detect=_detect, attributes=PROTECTED_ATTRIBUTES, **options)


def test_drops_protected_leaves_and_keeps_the_rest() -> None:
    result = _scrub({"surname": "White", "sex": "F", "mileage": 3, "nested": {"DOB": "1970-01-01", "score": None}})

    assert result.output == {"surname": "White", "mileage": 3, "nested": {"score": None}}
    assert result.scrubbed == ("/sex", "/nested/DOB")


def test_sets_protected_leaves_to_null_when_keys_must_stay() -> None:
    result = _scrub({"sex": "F", "disabilities": ["deaf"], "score": 1}, leaves="null")

    assert result.output == {"sex": None, "disabilities": [None], "score": 1}


def test_a_container_that_held_nothing_else_goes_with_its_leaves() -> None:
    assert _scrub({"disabilities": ["deaf", "x"], "race": {"code": 1}, "a": []}).output == {"a": []}


def test_positions_in_a_list_keep_their_meaning() -> None:
    result = _scrub({"columns": ["surname", "sex"], "rows": [["White", "F"]]})

    assert result.output == {"columns": ["surname", "sex"], "rows": [["White", None]]}


def test_edits_wording_in_free_text_and_reports_its_offsets() -> None:
    result = _scrub({"notes": "She is a Muslim teacher.", "id": 7})

    assert isinstance(result.output, dict)
    assert "Muslim" not in result.output["notes"]
    assert "teacher" in result.output["notes"]
    assert [(texts.path, [(span.start, span.end) for span in texts.spans]) for texts in result.text_spans] == [
        ("/notes", [(9, 15)])
    ]
    assert result.scrubbed == ()


def test_keeps_wording_when_told_to() -> None:
    payload = {"notes": "She is a Muslim teacher."}

    assert _scrub(payload, moderation=Moderation.KEEP).output == payload


@pytest.mark.parametrize(("pronouns", "paths"), [("keep", []), ("neutralise", ["/notes"])])
def test_pronouns_are_left_alone_unless_asked_for(pronouns: str, paths: list[str]) -> None:
    def detect(text: str) -> Sequence[Span]:
        return (
            [Span(start=0, end=3, attribute="gender", form=Form.PRONOUN, tags=("pronoun",))]
            if text[:3] == "She"
            else []
        )

    payload = {"notes": "She works here."}
    options: Any = {"pronouns": pronouns}
    result = scrub_payload(payload, detect=detect, attributes=("gender",), **options)

    assert [texts.path for texts in result.text_spans] == paths
    assert (result.output == payload) is not bool(paths)


def test_json_in_a_string_stays_json() -> None:
    arguments = json.dumps({"applicant": {"sex": "F", "city": "Malmö"}})
    result = _scrub({"function": {"name": "rank", "arguments": arguments}})

    assert isinstance(result.output, dict)
    assert json.loads(result.output["function"]["arguments"]) == {"applicant": {"city": "Malmö"}}
    assert result.scrubbed == ("/function/arguments#/applicant/sex",)


def test_json_in_a_string_without_anything_protected_is_not_reformatted() -> None:
    payload = {"arguments": '{ "city" :"Malmö" }'}

    assert _scrub(payload).output == payload


def test_tuples_stay_tuples() -> None:
    assert _scrub(({"sex": "F", "a": 1}, 2)).output == ({"a": 1}, 2)


@pytest.mark.parametrize("payload", [{"sex": "F"}, [{"sex": "F"}], "x", 3, None, {}, []])
def test_any_payload_is_accepted_whole(payload: object) -> None:
    before = copy.deepcopy(payload)

    assert _scrub(payload).output in ({}, [], [None], "x", 3, None)
    assert payload == before


def test_the_payload_is_not_in_the_repr() -> None:
    assert "White" not in repr(_scrub({"surname": "White"}))


_JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.text(max_size=12)
    | st.sampled_from(["a Muslim man", '{"sex": "F"}']),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(st.sampled_from(["sex", "notes", "age", "score", "arguments", "name"]), inner, max_size=4)
    ),
    max_leaves=20,
)


@given(_JSON, st.sampled_from(["drop", "null"]))
def test_scrubbing_twice_changes_nothing_more_and_never_the_input(payload: object, leaves: str) -> None:
    before = copy.deepcopy(payload)
    once = _scrub(payload, leaves=leaves)

    assert payload == before
    assert _scrub(once.output, leaves=leaves).output == once.output
