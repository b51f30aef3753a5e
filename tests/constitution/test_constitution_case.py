"""A case compares what it expects with what came of its text."""

from __future__ import annotations

import pytest

from guardrails.constitution import CasePart, ExpectPart, mismatches
from guardrails.types import Action, Decision, Request, Response, Result, Source, Text

SECRET = "the twin from Porto"


def result(text: str = SECRET, *, action: Action = Action.REWRITE) -> Result:
    found = Decision(layer="moderate", action=action, reason="r", attribute="age")
    kept = Decision(layer="moderate", action=Action.ALLOW, reason="r", attribute="race")
    broken = Decision(layer="critique", action=action, reason="r", principle="merit-only")
    texts = (Text(path="", text=text, source=Source.ASSISTANT),)
    return Result(
        call_id="c", request=Request(texts=()), response=Response(texts=texts), decisions=(found, kept, broken)
    )


HOLDS = {
    "action": ExpectPart(action="rewrite"),
    "attribute": ExpectPart(attributes=("age",)),
    "principle": ExpectPart(principles=("merit-only",)),
    "contains": ExpectPart(contains=("twin", "Porto")),
    "absent": ExpectPart(absent=("Lisbon",)),
    "all": ExpectPart(action="rewrite", attributes=("age",), contains=("twin",), absent=("Lisbon",)),
}
FAILS = {
    "action": (ExpectPart(action="allow"), "action is rewrite, expected allow"),
    "attribute": (ExpectPart(attributes=("age", "gender")), "not acted on: gender"),
    "attribute that was let through": (ExpectPart(attributes=("race",)), "not acted on: race"),
    "principle": (ExpectPart(principles=("no-exclusion",)), "not found broken: no-exclusion"),
    "contains": (ExpectPart(contains=("twin", "porto")), "1 of 2 expected strings are missing"),
    "absent": (ExpectPart(absent=("TWIN", "Lisbon")), "1 of 2 unwanted strings are present"),
}


@pytest.mark.parametrize("expect", HOLDS.values(), ids=HOLDS)
def test_a_case_that_holds_has_no_mismatch(expect: ExpectPart) -> None:
    assert mismatches(expect, result()) == ()


@pytest.mark.parametrize(("expect", "says"), FAILS.values(), ids=FAILS)
def test_a_case_that_fails_says_in_what_and_not_in_which_text(expect: ExpectPart, says: str) -> None:
    assert mismatches(expect, result()) == (says,)


def test_all_mismatches_are_said() -> None:
    expect = ExpectPart(action="block", attributes=("caste",), contains=("x",))
    assert len(mismatches(expect, result())) == 3


@pytest.mark.parametrize("source", list(Source))
def test_a_case_knows_its_text_and_source(source: Source) -> None:
    case = CasePart.model_validate({source.value: SECRET, "expect": {"action": "allow"}})
    assert (case.source, case.text) == (source, SECRET)


def test_an_empty_text_is_a_text() -> None:
    assert CasePart.model_validate({"user": "", "expect": {"action": "allow"}}).text == ""
