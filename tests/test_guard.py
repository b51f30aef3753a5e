"""The guard: what a call comes to, what is recorded, what happens when the log or the model fails."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Iterator, Sequence
from dataclasses import replace

import pytest

from guardrails import Blocked, Guard, MemorySink, UnknownComponentError
from guardrails.errors import SinkError
from guardrails.flow import Call, CriticCall, Flow, Handler, ask_all
from guardrails.log import Record
from guardrails.middleware import Moderate, Scrub, Treatment
from guardrails.testing import ScriptedModel
from guardrails.text.window import Window
from guardrails.trace import Trace
from guardrails.types import Action, Moderation, Request, Response, Source, Span, Status, Text


def detect(text: str) -> Sequence[Span]:
    at = text.find("woman")
    return [] if at < 0 else [Span(start=at, end=at + 5, attribute="gender")]


def layers(mode: Moderation = Moderation.MASK) -> list[Moderate | Scrub]:
    treatment = Treatment(detect=detect, actions={Source.USER: mode, Source.ASSISTANT: mode})
    return [Moderate(treatment), Scrub(treatment)]


class FullDisk:
    """A sink that cannot write."""

    def write(self, records: Sequence[Record]) -> None:
        raise SinkError("decisions", "no space left on device")


class AskingCritic:
    """Asks a critic model and keeps what it was told."""

    def __init__(self) -> None:
        self.told: list[str] = []

    def __call__(self, request: Request, call_next: Handler, trace: Trace, /) -> Flow[Response]:
        draft = yield from call_next(request)
        (verdict,) = yield from ask_all((CriticCall(instructions="judge", prompt="the draft"),))
        self.told += [text.text for text in verdict.texts]
        return draft


@pytest.mark.parametrize("source", ["user", "assistant"])
def test_a_text_that_is_checked_is_never_a_critics_verdict(source: str) -> None:
    critic = AskingCritic()
    result = Guard([critic]).check('{"verdicts": []}', source=source)
    assert result.text == '{"verdicts": []}'
    assert critic.told == [""]


@pytest.mark.parametrize("question", ["hello", "a woman"])
@pytest.mark.parametrize("answer", ["fine", "the woman"])
def test_sync_async_and_stream_come_to_the_same(question: str, answer: str) -> None:
    def deltas(request: Request) -> Iterator[str]:
        yield from answer

    async def adeltas(request: Request) -> AsyncIterator[str]:
        for delta in answer:
            yield delta

    async def async_stream(guard: Guard) -> str:
        return "".join([delta async for delta in guard.astream(question, adeltas)])

    guard = Guard(layers())
    whole = guard.run(question, ScriptedModel([answer]))
    later = asyncio.run(guard.arun(question, ScriptedModel([answer]).acall))
    stream = guard.stream(question, deltas)
    assert whole.text == later.text == "".join(stream) == asyncio.run(async_stream(guard))
    assert whole.action == later.action == stream.result.action
    assert whole.request == later.request == stream.result.request


def test_check_echoes_the_moderated_text_through_every_layer() -> None:
    result = Guard(layers()).check("a woman")
    assert (result.text, result.action) == ("a [gender]", Action.REWRITE)


def test_check_takes_an_assistant_text_for_the_draft() -> None:
    result = Guard(layers()).check("a woman", source="assistant")
    assert result.request.texts == ()
    assert result.text == "a [gender]"


def test_raise_for_action_raises_only_when_the_answer_was_withheld() -> None:
    allowed = Guard(layers()).check("hello")
    assert allowed.raise_for_action() is allowed
    with pytest.raises(Blocked, match="block by person") as caught:
        Guard(layers(Moderation.BLOCK)).check("the woman").raise_for_action()
    assert "woman" not in str(caught.value)


def test_every_decision_is_written_with_its_call_and_order() -> None:
    sink = MemorySink()
    result = Guard(layers(), log=sink).check("a woman")
    assert [record.id for record in sink.records] == [decision.id for decision in result.decisions]
    assert {record.call_id for record in sink.records} == {result.call_id}
    assert [record.seq for record in sink.records] == list(range(len(result.decisions)))


def test_call_ids_are_unique_and_ordered_in_time() -> None:
    moments = iter((1_000_000, 2_000_000, 3_000_000))
    guard = Guard([], new_call_id=lambda: f"{next(moments):012x}")
    ids = [guard.check("x").call_id for _ in range(3)]
    assert ids == sorted(ids)
    fresh = {Guard([]).check("x").call_id for _ in range(50)}
    assert len(fresh) == 50


def test_a_model_error_is_raised_unchanged_and_recorded() -> None:
    sink, error = MemorySink(), TimeoutError("a woman")
    with pytest.raises(TimeoutError) as caught:
        Guard(layers(), log=sink).run("hello", ScriptedModel([error]))
    assert caught.value is error
    failed = next(record for record in sink.records if record.layer == "model")
    assert failed.status == Status.FAILED_CLOSED
    assert failed.reason == "model call failed: TimeoutError"


def test_an_error_may_offer_a_phrase_that_is_safe_to_record() -> None:
    class Refused(Exception):
        safe_reason = "the upstream answered 503"

    sink = MemorySink()
    with pytest.raises(Refused):
        Guard([], log=sink).run("hello", ScriptedModel([Refused("a woman")]))
    assert sink.records[0].reason == "model call failed: the upstream answered 503"


def test_a_cancelled_call_is_recorded_and_stays_cancelled() -> None:
    sink = MemorySink()

    async def main() -> None:
        started = asyncio.Event()

        async def model(call: Call) -> Response:
            started.set()
            await asyncio.sleep(60)
            raise AssertionError("not cancelled")

        task = asyncio.create_task(Guard(layers(), log=sink).arun("hello", model))
        await started.wait()
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task

    asyncio.run(main())
    assert [(r.layer, r.status) for r in sink.records][-1] == ("model", Status.SKIPPED)


def test_a_log_that_cannot_be_written_blocks_by_default_and_warns() -> None:
    with pytest.warns(RuntimeWarning, match="no space left"):
        result = Guard(layers(), log=FullDisk()).check("hello")
    assert result.action is Action.BLOCK
    assert result.decisions[-1].status is Status.FAILED_CLOSED
    assert result.text != "hello"


class Foreign:
    """A sink of somebody's own, whose error quotes what it should have kept."""

    def write(self, records: Sequence[Record]) -> None:
        raise OSError("a woman")


def test_a_sink_that_raises_errors_of_its_own_follows_the_policy_and_is_not_quoted() -> None:
    with pytest.warns(RuntimeWarning, match="Foreign: the sink raised OSError$"):
        assert Guard(layers(), log=Foreign()).check("hello").action is Action.BLOCK
    with pytest.warns(RuntimeWarning, match="the sink raised OSError$"):
        assert Guard(layers(), log=Foreign(), on_log_error="continue").check("hello").text == "hello"


def test_a_log_that_cannot_be_written_may_be_let_through_but_says_so() -> None:
    with pytest.warns(RuntimeWarning, match="no space left"):
        result = Guard(layers(), log=FullDisk(), on_log_error="continue").check("hello")
    assert result.text == "hello"
    assert result.decisions[-1].status is Status.FAILED_OPEN


def test_a_full_log_does_not_hide_the_error_of_the_model() -> None:
    with pytest.warns(RuntimeWarning), pytest.raises(TimeoutError):
        Guard([], log=FullDisk()).run("hello", ScriptedModel([TimeoutError()]))


def test_one_guard_serves_many_calls_at_once_without_mixing_them() -> None:
    sink = MemorySink()
    guard = Guard(layers(), log=sink)

    async def model(call: Call) -> Response:
        await asyncio.sleep(0)
        texts = call.request.texts  # type: ignore[union-attr]
        return Response(texts=tuple(Text(path=t.path, text=t.text, source=Source.ASSISTANT) for t in texts))

    async def main() -> list[str]:
        results = await asyncio.gather(*(guard.arun(f"woman {n}", model) for n in range(100)))
        return [result.text for result in results]

    assert asyncio.run(main()) == [f"[gender] {n}" for n in range(100)]
    per_call: dict[str, list[int]] = {}
    for record in sink.records:
        per_call.setdefault(record.call_id, []).append(record.seq)
    assert len(per_call) == 100
    assert all(seqs == list(range(len(seqs))) for seqs in per_call.values())


def test_a_layer_that_does_not_say_what_it_needs_of_a_stream_gets_the_whole_text() -> None:
    def silent(request: Request, call_next: Handler, trace: Trace) -> Flow[Response]:
        return (yield from call_next(request))

    assert Guard([]).stream_need == "pass"
    assert Guard([layers()[0]]).stream_need == "pass"
    assert Guard([silent]).stream_need == "hold"


def test_a_guard_whose_layers_only_look_at_the_input_streams_straight_through() -> None:
    stream = Guard(layers()[:1]).stream("a woman", lambda request: iter((request.texts[0].text, "!", "?")))
    assert list(stream) == ["a [gender]", "!", "?"]
    assert stream.result.text == "a [gender]!?"


def test_a_windowed_layer_rewrites_the_stream_while_it_arrives() -> None:
    class Windowed:
        stream_need = "window"

        def __call__(self, request: Request, call_next: Handler, trace: Trace) -> Flow[Response]:
            answer = yield from call_next(request)
            return replace(
                answer, texts=tuple(replace(t, text=t.text.replace("woman", "[gender]")) for t in answer.texts)
            )

        def scrubber(self) -> Window:
            return Window(detect, lambda text, span: "[gender]", lookahead=8)

    text = "x" * 200 + " woman " + "y" * 200
    stream = Guard([Windowed()]).stream("q", lambda request: iter(text))
    first = next(stream)
    assert first == "x" * len(first)
    assert first + "".join(stream) == text.replace("woman", "[gender]")


def test_a_held_stream_shows_nothing_before_the_whole_is_cleared() -> None:
    shown: list[str] = []

    def deltas(request: Request) -> Iterator[str]:
        for delta in ("the ", "woman", " left"):
            assert shown == []
            yield delta

    stream = Guard(layers()).stream("q", deltas)
    shown.extend(stream)
    assert shown == ["the [gender] left"]


def test_a_blocked_stream_yields_the_refusal_and_never_opens_the_upstream() -> None:
    def deltas(request: Request) -> Iterator[str]:
        raise AssertionError("opened")

    for some in (layers(Moderation.BLOCK), layers(Moderation.BLOCK)[:1]):
        stream = Guard(some).stream("the woman", deltas)
        text = "".join(stream)
        assert text == stream.result.text
        assert stream.result.action is Action.BLOCK


def test_the_result_of_a_stream_is_not_there_before_its_end() -> None:
    stream = Guard([]).stream("q", lambda request: iter("ab"))
    next(stream)
    with pytest.raises(RuntimeError, match="read to its end"):
        _ = stream.result


def test_closing_a_stream_early_stops_the_upstream_and_is_recorded() -> None:
    sink, closed = MemorySink(), []

    def deltas(request: Request) -> Iterator[str]:
        try:
            yield from "abc"
        finally:
            closed.append(True)

    stream = Guard([], log=sink).stream("q", deltas)
    next(stream)
    stream.close()
    assert closed == [True]
    assert [(r.layer, r.status) for r in sink.records] == [("model", Status.SKIPPED)]


def test_wrapping_an_unknown_client_names_what_can_be_wrapped() -> None:
    with pytest.raises(UnknownComponentError, match="openai"):
        Guard([]).wrap(object())


def test_nothing_a_user_wrote_shows_in_a_repr() -> None:
    guard = Guard(layers())
    assert "woman" not in repr(guard.check("the woman said so")) + repr(guard)
