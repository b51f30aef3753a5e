"""The public test kit."""

from __future__ import annotations

import asyncio

import pytest

from guardrails.flow import ModelCall
from guardrails.testing import ScriptedModel, assert_chunking_invariant
from guardrails.types import Request

CALL = ModelCall(request=Request(texts=()))


def test_a_scripted_model_answers_in_order_and_keeps_its_calls() -> None:
    model = ScriptedModel(["one", "two"])
    assert [model(CALL).texts[0].text, asyncio.run(model.acall(CALL)).texts[0].text] == ["one", "two"]
    assert model.calls == [CALL, CALL]


def test_a_call_nobody_expected_fails_the_test() -> None:
    with pytest.raises(AssertionError, match="unexpected model call number 1"):
        ScriptedModel([])(CALL)


def test_a_scripted_error_is_raised() -> None:
    with pytest.raises(TimeoutError):
        ScriptedModel([TimeoutError()])(CALL)


def test_a_scrubber_that_depends_on_chunking_is_caught() -> None:
    class Hasty:
        def feed(self, delta: str) -> str:
            return delta.replace("ab", "x")

        def flush(self) -> str:
            return ""

    with pytest.raises(AssertionError, match="depends on chunking"):
        assert_chunking_invariant(Hasty, "ab" * 10)
