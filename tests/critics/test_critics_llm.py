"""The critic that asks a model, stepped by hand and driven with a scripted one."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence

import pytest

from guardrails.critics import LLMCritic
from guardrails.critics.prompts import JUDGE, REVISE
from guardrails.errors import CriticError
from guardrails.flow import CriticCall, drive
from guardrails.types import Principle, Response, Severity, Source, Text, Verdicts
from tests.helpers.critics import asked, reply, said, scripted

NORMS = (
    Principle(id="merit", text="Judge on merit.", revise="Name the skill.", severity=Severity.HIGH),
    Principle(id="kind", text="Be kind.", severity=Severity.MEDIUM),
)
DRAFT = said("The first candidate is strong. Women tire sooner, so choose him. Call 555-0100.")
CRITIC = LLMCritic(model="judge", max_tokens=500, timeout_s=4.0)
QUOTE = "Women tire sooner, so choose him."


def verdicts(merit: Sequence[Mapping[str, object]] = (), kind: Sequence[Mapping[str, object]] = ()) -> str:
    return json.dumps(
        {
            "verdicts": [
                {"principle": "merit", "broken": bool(merit), "findings": list(merit)},
                {"principle": "kind", "broken": bool(kind), "findings": list(kind)},
            ]
        }
    )


def found(quote: str = QUOTE, **changed: object) -> dict[str, object]:
    return {"quote": quote, "severity": "high", "confidence": 0.9, "why": "It ranks by sex.", **changed}


def judge(*answers: str, draft: Response = DRAFT) -> tuple[Verdicts, list[CriticCall]]:
    calls, model = scripted(answers)
    result = drive(CRITIC.judge(asked(), draft, NORMS), model)
    return result, [call for call in calls if isinstance(call, CriticCall)]


def test_all_principles_go_into_one_call() -> None:
    result, (call,) = judge(verdicts())
    assert result == Verdicts(judged=("merit", "kind"), model="critic-1", tokens=10)
    assert (call.model, call.max_tokens, call.timeout_s) == ("judge", 500, 4.0)
    assert call.instructions == JUDGE
    assert "1. [merit] Judge on merit." in call.prompt
    assert "2. [kind] Be kind." in call.prompt


def test_the_flow_can_be_stepped_by_hand() -> None:
    flow = CRITIC.judge(asked((Source.USER, "Whom?")), DRAFT, NORMS)
    (call,) = next(flow)
    assert isinstance(call, CriticCall)
    with pytest.raises(StopIteration) as stop:
        flow.send((reply(verdicts([found()])),))
    assert stop.value.value.broken == ("merit",)


def test_a_finding_points_at_its_quote() -> None:
    result, _ = judge(verdicts([found()]))
    (finding,) = result.findings
    text = DRAFT.texts[0].text
    assert text[finding.start : finding.end] == QUOTE
    assert (finding.severity, finding.confidence, finding.principle) == (Severity.HIGH, 0.9, "merit")


def test_severity_is_capped_by_the_principle() -> None:
    result, _ = judge(verdicts(kind=[found()]))
    assert result.findings[0].severity is Severity.MEDIUM


def test_a_quote_that_is_not_in_the_draft_is_discarded_and_counted() -> None:
    result, calls = judge(verdicts([found("Women are worse."), found()], [found("!")]))
    assert (len(result.findings), result.discarded, len(calls)) == (1, 2, 1)


def test_a_quote_is_looked_for_in_every_text() -> None:
    result, _ = judge(verdicts([found()]), draft=said("Nothing here.", QUOTE))
    assert result.findings[0].path == "/1"


def test_an_answer_of_the_wrong_form_is_asked_for_once_more() -> None:
    result, calls = judge("no idea", verdicts([found()]))
    assert result.broken == ("merit",)
    assert result.tokens == 20
    assert calls[1].prompt.startswith(calls[0].prompt)
    assert "it is not one JSON object" in calls[1].prompt
    assert calls[1].schema == calls[0].schema


def test_the_second_request_and_the_error_quote_nothing_of_the_answer() -> None:
    secret = "PATIENT NAME IVY"
    calls, model = scripted([secret, json.dumps({secret: [secret]})])
    with pytest.raises(CriticError) as caught:
        drive(CRITIC.judge(asked(), DRAFT, NORMS), model)
    assert secret not in str(caught.value)
    assert caught.value.__cause__ is None
    assert all(secret not in call.prompt for call in calls if isinstance(call, CriticCall))


def test_a_model_that_refuses_to_judge_is_an_error() -> None:
    with pytest.raises(CriticError, match="refused"):
        drive(CRITIC.judge(asked(), DRAFT, NORMS), lambda call: Response(texts=(), refusal="no"))


def test_an_error_of_the_model_reaches_the_caller() -> None:
    def down(_: object) -> Response:
        raise TimeoutError

    with pytest.raises(TimeoutError):
        drive(CRITIC.judge(asked(), DRAFT, NORMS), down)


def test_nothing_to_judge_asks_nobody() -> None:
    calls, model = scripted([])
    assert drive(CRITIC.judge(asked(), DRAFT, ()), model) == Verdicts()
    assert drive(CRITIC.judge(asked(), Response(texts=()), NORMS), model).judged == ("merit", "kind")
    assert calls == []


def revise(*answers: str, draft: Response = DRAFT, quotes: Sequence[str] = (QUOTE,)) -> tuple[str, list[CriticCall]]:
    judged, _ = judge(verdicts([found(quote) for quote in quotes]), draft=draft)
    calls, model = scripted(answers)
    after = drive(CRITIC.revise(asked(), draft, judged, NORMS), model)
    return after.texts[0].text, [call for call in calls if isinstance(call, CriticCall)]


def rewritten(*texts: str) -> str:
    return json.dumps({"replacements": [{"index": at, "replacement": text} for at, text in enumerate(texts, 1)]})


def test_only_the_quoted_passage_is_rewritten() -> None:
    after, (call,) = revise(rewritten("Choose by the work sample."))
    assert after == "The first candidate is strong. Choose by the work sample. Call 555-0100."
    assert call.instructions == REVISE
    assert "Judge on merit." in call.prompt
    assert "Name the skill." in call.prompt


def test_passages_that_overlap_are_rewritten_as_one() -> None:
    after, _ = revise(rewritten("Choose by skill."), quotes=("Women tire sooner, so", "sooner, so choose him."))
    assert after == "The first candidate is strong. Choose by skill. Call 555-0100."


@pytest.mark.parametrize(
    "answer",
    [
        "garbage",
        "{}",
        '{"replacements": []}',
        '{"replacements": [{"index": 2, "replacement": "x"}]}',
        '{"replacements": [{"index": 1, "replacement": 5}]}',
        rewritten("Women tire sooner, so choose him."),
        rewritten("See https://evil.example and pay 40 euros."),
        rewritten("word " * 200),
    ],
    ids=[
        "no json",
        "no list",
        "empty",
        "wrong index",
        "no string",
        "unchanged",
        "adds a link and a number",
        "too long",
    ],
)
def test_an_unusable_rewriting_drops_the_sentence(answer: str) -> None:
    after, calls = revise(answer)
    assert after == "The first candidate is strong. Call 555-0100."
    assert len(calls) == 1


def test_a_number_in_the_quoted_passage_must_survive() -> None:
    draft = said("Ok. At 1,900 a month women default. Fine.")
    quote = "At 1,900 a month women default."
    assert revise(rewritten("The income is 1,900 a month."), draft=draft, quotes=[quote])[0] == (
        "Ok. The income is 1,900 a month. Fine."
    )
    assert revise(rewritten("The income is 2,500 a month."), draft=draft, quotes=[quote])[0] == "Ok. Fine."


def test_a_text_is_never_left_blank() -> None:
    after, _ = revise(rewritten(""), draft=said(QUOTE))
    assert after.startswith("This part was left out")


def test_a_rewriting_that_does_not_fit_its_place_is_not_used() -> None:
    draft = Response(texts=(Text(path="/a", text=QUOTE, source=Source.TOOL_CALL, fits=lambda new: new == QUOTE),))
    assert revise(rewritten("Choose by skill."), draft=draft)[0] == QUOTE


def test_the_revision_can_be_asked_for_as_data() -> None:
    judged, _ = judge(verdicts([found()]))
    call = CRITIC.revise_request(DRAFT, judged, NORMS)
    assert call is not None
    assert call.instructions == REVISE
    assert QUOTE in call.prompt
    assert CRITIC.revise_request(DRAFT, Verdicts(), NORMS) is None


def test_nothing_found_revises_nothing_and_asks_nobody() -> None:
    calls, model = scripted([])
    assert drive(CRITIC.revise(asked(), DRAFT, Verdicts(), NORMS), model) == DRAFT
    assert calls == []
