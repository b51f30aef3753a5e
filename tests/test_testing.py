"""The public test kit."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, replace

import pytest

from guardrails import Guard
from guardrails.flow import Flow, Handler, ModelCall
from guardrails.testing import ScriptedModel, assert_chunking_invariant
from guardrails.trace import Trace
from guardrails.types import Request, Response, StreamNeed
from tests.helpers.streams import guard_of

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


def test_a_guard_whose_streams_agree_with_its_answers_gives_the_one_output() -> None:
    assert assert_chunking_invariant(guard_of("sentence"), "We want a digital native. Ask Dr. Black.") == (
        "We want a person comfortable with technology. Ask Dr. Black."
    )


def test_a_guard_whose_stream_is_not_its_answer_is_caught() -> None:
    @dataclass(frozen=True)
    class Hasty:
        stream_need: StreamNeed = "window"

        def scrubber(self) -> object:
            return self

        def feed(self, delta: str) -> str:
            return delta

        def __call__(self, request: Request, call_next: Handler, trace: Trace, /) -> Flow[Response]:
            response = yield from call_next(request)
            return replace(response, texts=tuple(replace(text, text="other") for text in response.texts))

    with pytest.raises(AssertionError, match="stream, pieces of 1: the result is not that of run"):
        assert_chunking_invariant(Guard([Hasty()]), "some words")
