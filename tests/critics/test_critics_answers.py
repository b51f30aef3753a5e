"""The strict reading of a critic model's answer, and the schema it must fit."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guardrails.critics.answers import Malformed, read_replacements, read_verdicts, verdict_schema
from guardrails.types import Principle, Severity

NORMS = (Principle(id="a", text="A."), Principle(id="b", text="B."))
CLEAN = {"principle": "b", "broken": False, "findings": []}
FINDING = {"quote": "q", "severity": "low", "confidence": 0.5, "why": "w"}
BROKEN = {"principle": "a", "broken": True, "findings": [FINDING]}


def answer(*verdicts: object) -> str:
    return json.dumps({"verdicts": list(verdicts)})


def test_a_verdict_a_principle_is_read() -> None:
    (quoted,) = read_verdicts(answer(CLEAN, BROKEN), NORMS)
    assert (quoted.principle, quoted.quote, quoted.severity, quoted.confidence) == ("a", "q", Severity.LOW, 0.5)


def test_json_in_a_markdown_fence_is_read() -> None:
    assert len(read_verdicts(f"```json\n{answer(CLEAN, BROKEN)}\n```", NORMS)) == 1


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("", "not one JSON object"),
        ("compliant", "not one JSON object"),
        (answer(CLEAN, BROKEN) + " done", "not one JSON object"),
        ("[" * 100_000, "not one JSON object"),
        ('{"verdicts": [NaN]}', "not one JSON object"),
        ("[]", "no list 'verdicts'"),
        ('{"verdicts": {}}', "no list 'verdicts'"),
        (answer(CLEAN), "1 of 2 principles are not judged"),
        (answer(CLEAN, CLEAN), "a second time"),
        (answer(CLEAN, {**BROKEN, "principle": "z"}), "not in the list"),
        (answer(CLEAN, {**BROKEN, "principle": 4}), "not in the list"),
        (answer(CLEAN, "x"), "exactly the fields"),
        (answer(CLEAN, {**BROKEN, "extra": 1}), "exactly the fields"),
        (answer(CLEAN, {**BROKEN, "broken": "yes"}), "neither true nor false"),
        (answer(CLEAN, {**BROKEN, "findings": []}), "quotes nothing"),
        (answer(CLEAN, {**BROKEN, "broken": False}), "not broken and has findings"),
        (answer(CLEAN, {**BROKEN, "findings": "x"}), "no list 'findings'"),
        (answer(CLEAN, {**BROKEN, "findings": [{}]}), "exactly the fields"),
        (answer(CLEAN, {**BROKEN, "findings": [{**FINDING, "severity": "fatal"}]}), "low, medium, high"),
        (answer(CLEAN, {**BROKEN, "findings": [{**FINDING, "severity": []}]}), "low, medium, high"),
        (answer(CLEAN, {**BROKEN, "findings": [{**FINDING, "confidence": 1.2}]}), "from 0 to 1"),
        (answer(CLEAN, {**BROKEN, "findings": [{**FINDING, "confidence": True}]}), "from 0 to 1"),
        (answer(CLEAN, {**BROKEN, "findings": [{**FINDING, "quote": None}]}), "not a string"),
    ],
)
def test_any_other_form_is_malformed(text: str, problem: str) -> None:
    with pytest.raises(Malformed, match=problem):
        read_verdicts(text, NORMS)


@given(
    st.recursive(
        st.none() | st.booleans() | st.floats(allow_nan=False) | st.text(max_size=8),
        lambda inner: (
            st.lists(inner, max_size=3)
            | st.dictionaries(st.sampled_from(["verdicts", "principle", "broken", "findings", "a"]), inner, max_size=4)
        ),
        max_leaves=12,
    )
)
def test_no_answer_is_read_that_does_not_judge_every_principle(value: object) -> None:
    with pytest.raises(Malformed):
        read_verdicts(json.dumps(value), NORMS)


def test_the_schema_names_every_principle_and_allows_nothing_else() -> None:
    text = json.dumps(verdict_schema(NORMS))
    assert '"enum": ["a", "b"]' in text
    assert text.count('"additionalProperties": false') == 3


def test_replacements_are_read_by_number() -> None:
    assert read_replacements('{"replacements": [{"index": 2, "replacement": "x"}]}', 2) == {2: "x"}


@pytest.mark.parametrize(
    "entry",
    [
        {"index": 0, "replacement": "x"},
        {"index": 3, "replacement": "x"},
        {"index": True, "replacement": "x"},
        {"index": 1, "replacement": None},
        {"index": 1},
    ],
)
def test_a_replacement_of_the_wrong_form_is_malformed(entry: object) -> None:
    with pytest.raises(Malformed):
        read_replacements(json.dumps({"replacements": [entry]}), 2)
