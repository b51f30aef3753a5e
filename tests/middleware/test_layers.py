"""Moderate and Scrub as layers: which side they work on, what they withhold, what their failure does."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from guardrails import Guard
from guardrails.middleware import Moderate, Scrub, Treatment
from guardrails.testing import ScriptedModel
from guardrails.types import Action, Moderation, OnError, Request, Response, Source, Span, Status, Text


def detect(text: str) -> Sequence[Span]:
    at = text.find("woman")
    return [] if at < 0 else [Span(start=at, end=at + 5, attribute="gender")]


def broken(text: str) -> Sequence[Span]:
    raise ValueError(f"cannot read {text}")


def moderate(mode: Moderation = Moderation.MASK, **options: OnError) -> Moderate:
    return Moderate(Treatment(detect=detect, actions={Source.USER: mode, Source.TOOL_RESULT: mode}), **options)


def scrub(mode: Moderation = Moderation.MASK, on_error: OnError = OnError.BLOCK) -> Scrub:
    return Scrub(Treatment(detect=detect, actions={Source.ASSISTANT: mode}), on_error=on_error)


def test_the_model_sees_the_moderated_texts_of_every_turn() -> None:
    model = ScriptedModel(["fine"])
    turns = Request(
        texts=(
            Text(path="/0", text="the woman", source=Source.USER),
            Text(path="/1", text="a woman", source=Source.TOOL_RESULT),
            Text(path="/2", text="a woman", source=Source.SYSTEM),
        )
    )
    result = Guard([moderate()]).run(turns, model)
    assert [text.text for text in result.request.texts] == ["the [gender]", "a [gender]", "a woman"]
    assert model.calls[0].request == result.request  # type: ignore[union-attr]


def test_the_caller_sees_the_scrubbed_answer() -> None:
    result = Guard([scrub()]).run("hello", ScriptedModel(["a woman"]))
    assert (result.text, result.action) == ("a [gender]", Action.REWRITE)


def test_a_block_on_the_way_in_skips_the_model_and_is_data() -> None:
    model = ScriptedModel([])
    result = Guard([moderate(Moderation.BLOCK)]).run("the woman", model)
    assert result.action is Action.BLOCK
    assert result.response.refusal
    assert model.calls == []
    assert result.request.texts == ()


def test_a_block_on_the_way_out_withholds_the_answer() -> None:
    result = Guard([scrub(Moderation.BLOCK)]).run("hello", ScriptedModel(["a woman"]))
    assert result.action is Action.BLOCK
    assert "woman" not in result.text


def test_a_withheld_answer_keeps_its_usage_and_native_form_and_none_of_its_text() -> None:
    native = object()
    text = Text(path="/0", text="a woman", source=Source.ASSISTANT)
    answer = Response(texts=(text,), model="m", tokens=7, native=native)
    response = Guard([scrub(Moderation.BLOCK)]).run("hello", ScriptedModel([answer])).response
    assert (response.model, response.tokens, response.texts) == ("m", 7, ())
    assert response.native is native


def test_a_clean_call_says_that_each_layer_ran_and_what_it_found() -> None:
    result = Guard([moderate(), scrub()]).run("hello", ScriptedModel(["fine"]))
    assert [(d.layer, d.status, d.action) for d in result.decisions] == [
        ("moderate", Status.APPLIED, Action.ALLOW),
        ("model", Status.APPLIED, Action.ALLOW),
        ("scrub", Status.APPLIED, Action.ALLOW),
    ]


@pytest.mark.parametrize("side", ["in", "out"])
@pytest.mark.parametrize(
    ("policy", "action", "status", "answered"),
    [
        (OnError.BLOCK, Action.BLOCK, Status.FAILED_CLOSED, False),
        (OnError.ESCALATE, Action.ESCALATE, Status.FAILED_CLOSED, False),
        (OnError.SCRUB, Action.ANNOTATE, Status.DEGRADED, True),
        (OnError.ALLOW, Action.ALLOW, Status.FAILED_OPEN, True),
    ],
)
def test_a_failing_detector_follows_the_policy_and_never_reads_as_applied(
    side: str, policy: OnError, action: Action, status: Status, answered: bool
) -> None:
    treatment = Treatment(detect=broken, actions={Source.USER: Moderation.MASK, Source.ASSISTANT: Moderation.MASK})
    layer = Moderate(treatment, on_error=policy) if side == "in" else Scrub(treatment, on_error=policy)
    result = Guard([layer]).run("secret words", ScriptedModel(["the answer"]))
    failed = next(d for d in result.decisions if d.layer != "model")
    assert (failed.action, failed.status) == (action, status)
    assert (result.text == "the answer") is answered
    assert "secret" not in failed.reason
