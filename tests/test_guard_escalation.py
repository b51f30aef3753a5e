"""A held call: kept scrubbed, refused with a reference, recorded, and released as a person decides."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest

from guardrails import Action, Blocked, Guard, MemorySink, Request, Response, Source, Status, Text, text_model
from guardrails.constitution import load_text
from guardrails.errors import AlreadyResolvedError, EscalationError, SinkError, UnknownComponentError
from guardrails.escalation import Escalation, FolderEscalations, MemoryEscalations, State
from guardrails.flow import Flow, Handler
from guardrails.log import JsonlSink, Record, read, verify
from guardrails.middleware import Moderate, Scrub, Treatment
from guardrails.policy import compile_policy
from guardrails.testing import ScriptedModel
from guardrails.trace import Trace
from guardrails.types import ConstitutionRef, Decision, Moderation, OnError, Result, Span
from tests.helpers.escalations import BROKEN, PLANTED, find_planted, holding

QUESTION = "What about the woman?"
REF = ConstitutionRef(name="hiring", version="1.2.0", digest="d" * 64)


def held(store: MemoryEscalations | None = None, **options: object) -> tuple[Guard, Result]:
    guard = holding(store or MemoryEscalations(), **options)  # type: ignore[arg-type]
    return guard, guard.run(QUESTION, ScriptedModel([BROKEN]))


def run(guard: Guard, way: str) -> Result:
    """One call of *guard*, in one of four ways."""

    def deltas(request: Request) -> Iterator[str]:
        yield from BROKEN

    async def adeltas(request: Request) -> AsyncIterator[str]:
        for delta in BROKEN:
            yield delta

    async def read_all() -> Result:
        stream = guard.astream(QUESTION, adeltas)
        shown = "".join([delta async for delta in stream])
        assert shown == stream.result.text
        return stream.result

    if way == "run":
        return guard.run(QUESTION, ScriptedModel([BROKEN]))
    if way == "arun":
        return asyncio.run(guard.arun(QUESTION, ScriptedModel([BROKEN]).acall))
    if way == "astream":
        return asyncio.run(read_all())
    stream = guard.stream(QUESTION, deltas)
    assert "".join(stream) == stream.result.text
    return stream.result


@pytest.mark.parametrize("way", ["run", "arun", "stream", "astream"])
def test_a_held_call_is_kept_scrubbed_and_the_caller_gets_its_reference(way: str) -> None:
    store = MemoryEscalations()
    result = run(holding(store, constitution=REF, tenant="acme"), way)
    (case,) = store.cases()
    assert (result.action, result.escalation) == (Action.ESCALATE, case.id)
    assert result.text == case.text
    assert case.id in result.text
    assert result.response.texts == ()
    assert [text.text for text in case.request] == ["What about the [gender]?"]
    assert [text.text for text in case.draft] == ["[gender] are bad at maths. The [gender] left."]
    assert (case.call_id, case.constitution, case.tenant, case.state) == (result.call_id, REF, "acme", State.PENDING)
    assert case.principles == ("no-generalisation",)
    assert case.attributes == ("gender",)
    assert case.reasons == ("critique: unresolved after revision: 1 found",)


def test_a_folder_becomes_a_store(tmp_path: Path) -> None:
    guard = holding(str(tmp_path / "cases"))
    result = guard.run(QUESTION, ScriptedModel([BROKEN]))
    assert isinstance(guard.escalations, FolderEscalations)
    assert result.escalation is not None
    written = b"".join(path.read_bytes() for path in (tmp_path / "cases").iterdir())
    assert PLANTED.encode() not in written.lower()
    assert guard.escalations.get(result.escalation).state is State.PENDING


def test_a_call_that_is_not_held_leaves_no_case() -> None:
    store = MemoryEscalations()
    result = holding(store).run("hello", ScriptedModel(["fine"]))
    assert (result.text, result.escalation, store.cases()) == ("fine", None, ())


def test_a_blocked_call_leaves_no_case() -> None:
    store = MemoryEscalations()
    blocked = Treatment(detect=find_planted, actions={Source.USER: Moderation.BLOCK})
    result = Guard([Moderate(blocked)], escalations=store).run(QUESTION, ScriptedModel([]))
    assert (result.action, result.escalation, store.cases()) == (Action.BLOCK, None, ())


def test_without_a_store_the_answer_is_withheld_and_the_decision_says_that_no_case_is_kept() -> None:
    result = holding(None).run(QUESTION, ScriptedModel([BROKEN]))
    last = result.decisions[-1]
    assert (result.action, result.escalation) == (Action.ESCALATE, None)
    assert "reference" not in result.text
    assert (last.layer, last.status) == ("escalation", Status.SKIPPED)
    with pytest.raises(EscalationError, match="escalations=FOLDER"):
        holding(None).resolve("x", "approve", by="Ada")


def test_the_log_says_that_it_was_kept_and_later_who_decided_what(tmp_path: Path) -> None:
    with JsonlSink(tmp_path) as log:
        guard, result = held(log=log, constitution=REF)
        guard.resolve(result.escalation or "", "approve", by="R. Okafor")
    records = list(read(tmp_path))
    assert verify(tmp_path).intact
    assert {record.call_id for record in records} == {result.call_id}
    assert [record.seq for record in records] == list(range(len(records)))
    assert len({record.id for record in records}) == len(records)
    kept, decided = (record for record in records if record.layer == "escalation")
    assert (kept.action, kept.status, kept.by) == (Action.ESCALATE, Status.APPLIED, None)
    assert (decided.action, decided.by, decided.reason) == (Action.ALLOW, "R. Okafor", "approved by a person")
    assert decided.constitution == REF


def test_approval_gives_the_scrubbed_draft() -> None:
    guard, result = held()
    released = guard.resolve(result.escalation or "", "approve", by="Ada")
    assert released.text == "[gender] are bad at maths. The [gender] left."
    assert released.raise_for_action() is released
    assert (released.call_id, released.escalation) == (result.call_id, result.escalation)
    assert guard.escalations is not None
    assert guard.escalations.get(result.escalation or "").text == released.text


def test_an_edit_is_scrubbed_and_what_the_rules_find_is_reported() -> None:
    guard, result = held()
    released = guard.resolve(result.escalation or "", "edit", text="Women cannot drive. A woman said so.", by="Ada")
    assert PLANTED not in released.text.lower()
    assert "[gender] said so." in released.text
    assert {d.layer for d in released.decisions} >= {"scrub", "escalation"}
    assert (released.decisions[-1].action, released.decisions[-1].reason) == (Action.REVISE, "edited by a person")


def test_an_edit_that_breaks_a_principle_is_released_and_says_so() -> None:
    guard = holding(MemoryEscalations(), scrub=Moderation.ANNOTATE)
    result = guard.run(QUESTION, ScriptedModel([BROKEN]))
    released = guard.resolve(result.escalation or "", "edit", text="Women are bad at maths.", by="Ada")
    (finding,) = (d for d in released.decisions if d.layer == "critique")
    assert (finding.principle, finding.action, finding.status) == (
        "no-generalisation", Action.ANNOTATE, Status.SKIPPED,
    )  # fmt: skip
    assert released.text == "Women are bad at maths."


def test_rejection_gives_a_refusal_that_raises_for_those_who_ask() -> None:
    guard, result = held()
    refused = guard.resolve(result.escalation or "", "reject", by="Ada", note="off topic")
    assert refused.response.texts == ()
    assert refused.response.refusal is not None
    assert guard.escalations is not None
    assert guard.escalations.get(result.escalation or "").note == "off topic"
    with pytest.raises(Blocked, match="block by escalation"):
        refused.raise_for_action()


def test_the_async_twin_does_the_same() -> None:
    guard, result = held()
    released = asyncio.run(guard.aresolve(result.escalation or "", "edit", text="Fine.", by="Ada"))
    assert released.text == "Fine."


@pytest.mark.parametrize(
    ("verdict", "options", "why"),
    [
        ("edit", {}, "a text goes with edit"),
        ("approve", {"text": "x"}, "a text goes with edit"),
        ("reject", {"text": "x"}, "a text goes with edit"),
        ("approve", {"by": " "}, "say who decides"),
        ("edit", {"text": {"/nowhere": "x"}}, "no text at 1 of the paths"),
    ],
)
def test_what_cannot_be_done_says_why_and_leaves_the_case_pending(
    verdict: str, options: dict[str, Any], why: str
) -> None:
    guard, result = held()
    with pytest.raises(EscalationError, match=why):
        guard.resolve(result.escalation or "", verdict, **({"by": "Ada"} | options))
    assert guard.escalations is not None
    assert guard.escalations.get(result.escalation or "").state is State.PENDING


def test_an_unknown_verdict_suggests_one() -> None:
    guard, result = held()
    with pytest.raises(UnknownComponentError, match="did you mean 'approve'"):
        guard.resolve(result.escalation or "", "aprove", by="Ada")


def test_the_second_reviewer_is_told_and_leaves_no_decision_in_the_log() -> None:
    sink = MemorySink()
    guard, result = held(log=sink)
    guard.resolve(result.escalation or "", "reject", by="Ada")
    before = len(sink.records)
    with pytest.raises(AlreadyResolvedError, match="rejected by Ada"):
        guard.resolve(result.escalation or "", "approve", by="Eve")
    assert len(sink.records) == before


class Faster(MemoryEscalations):
    """Somebody else resolves every case between looking and deciding."""

    __slots__ = ()

    def get(self, case_id: str, /) -> Escalation:
        case = super().get(case_id)
        if case.state is State.PENDING:
            from guardrails.escalation import Resolution

            super().resolve(case_id, Resolution(state=State.REJECTED, by="Bob", at=case.created))
        return case


def test_who_loses_a_race_is_told_and_the_log_says_that_it_did_not_count() -> None:
    sink = MemorySink()
    guard, result = held(Faster(), log=sink)
    with pytest.raises(AlreadyResolvedError, match="rejected by Bob"):
        guard.resolve(result.escalation or "", "approve", by="Eve")
    late = sink.records[-1]
    assert (late.by, late.status, late.action) == ("Eve", Status.SKIPPED, Action.ALLOW)
    assert len({record.id for record in sink.records}) == len(sink.records)


class FullDisk:
    """A sink that takes *lines* batches and then no more."""

    def __init__(self, batches: int = 0) -> None:
        self.left = batches

    def write(self, records: Sequence[Record]) -> None:
        self.left -= 1
        if self.left < 0:
            raise SinkError("decisions", "no space left on device")


def test_nothing_is_released_without_a_record_and_the_case_stays_pending() -> None:
    guard, result = held(log=FullDisk(1))
    with pytest.raises(SinkError):
        guard.resolve(result.escalation or "", "approve", by="Ada")
    assert guard.escalations is not None
    assert guard.escalations.get(result.escalation or "").state is State.PENDING


def test_a_log_that_may_fail_open_lets_a_person_decide_and_warns() -> None:
    guard, result = held(log=FullDisk(1), on_log_error="continue")
    with pytest.warns(RuntimeWarning, match="no space left"):
        assert guard.resolve(result.escalation or "", "edit", text="Fine.", by="Ada").text == "Fine."


def test_a_call_held_before_the_model_was_asked_has_no_draft_and_can_be_answered_by_a_person() -> None:
    def broken(text: str) -> Sequence[Span]:
        raise ValueError(text)

    treatment = Treatment(detect=broken, actions={Source.USER: Moderation.MASK})
    scrub = Scrub(Treatment(detect=find_planted, actions={Source.ASSISTANT: Moderation.MASK}))
    guard = Guard([Moderate(treatment, on_error=OnError.ESCALATE), scrub], escalations=MemoryEscalations())
    result = guard.run(QUESTION, ScriptedModel([]))
    assert guard.escalations is not None
    case = guard.escalations.get(result.escalation or "")
    assert ([text.text for text in case.request], case.draft) == ([""], ())
    with pytest.raises(EscalationError, match="there is no draft"):
        guard.resolve(case.id, "approve", by="Ada")
    assert guard.resolve(case.id, "edit", text="The woman can start.", by="Ada").text == "The [gender] can start."


def call_texts(fits: bool) -> tuple[Text, ...]:
    return (
        Text(path="/c", text="Calling.", source=Source.ASSISTANT),
        Text(path="/a#/who", text="a woman", source=Source.TOOL_CALL, fits=lambda new: fits or new == "a woman"),
    )


def test_a_value_that_would_not_fit_cannot_be_approved_and_can_be_edited_by_path() -> None:
    guard = holding(MemoryEscalations())
    result = guard.run("hi", ScriptedModel([Response(texts=call_texts(fits=False))]))
    assert guard.escalations is not None
    case = guard.escalations.get(result.escalation or "")
    assert [(text.path, text.text) for text in case.draft] == [("/c", "Calling."), ("/a#/who", "a [gender]")]
    assert case.unfit == ("/a#/who",)
    with pytest.raises(EscalationError, match="1 of its texts cannot be given"):
        guard.resolve(case.id, "approve", by="Ada")
    with pytest.raises(EscalationError, match="give the new ones by path"):
        guard.resolve(case.id, "edit", text="x", by="Ada")
    with pytest.raises(EscalationError, match="1 of its texts cannot be given"):
        guard.resolve(case.id, "edit", text={"/c": "Called."}, by="Ada")
    released = guard.resolve(case.id, "edit", text={"/a#/who": "somebody"}, by="Ada")
    assert [text.text for text in released.response.texts] == ["Calling.", "somebody"]


def test_a_layer_that_escalates_and_still_answers_is_held_when_there_is_a_store() -> None:
    def escalating(request: Request, call_next: Handler, trace: Trace, /) -> Flow[Response]:
        response = yield from call_next(request)
        trace.record(Decision(layer="own", action=Action.ESCALATE, reason="planted"))
        return response

    scrub = Scrub(Treatment(detect=find_planted, actions={Source.ASSISTANT: Moderation.MASK}))
    guard = Guard([escalating, scrub], escalations=MemoryEscalations())
    result = guard.run("hi", ScriptedModel(["a woman"]))
    assert result.response.texts == ()
    assert guard.resolve(result.escalation or "", "approve", by="Ada").text == "a [gender]"


def test_a_guard_that_cannot_scrub_keeps_no_text_and_approves_nothing() -> None:
    def escalating(request: Request, call_next: Handler, trace: Trace, /) -> Flow[Response]:
        trace.held = yield from call_next(request)
        trace.record(Decision(layer="own", action=Action.ESCALATE, reason="planted"))
        return Response(texts=(), refusal="no")

    guard = Guard([escalating], escalations=MemoryEscalations())
    result = guard.run("a woman", ScriptedModel(["a woman"]))
    assert guard.escalations is not None
    case = guard.escalations.get(result.escalation or "")
    assert (case.request, case.draft) == ((), ())
    with pytest.raises(EscalationError, match="stays pending"):
        guard.resolve(case.id, "edit", text="a woman", by="Ada")
    assert guard.resolve(case.id, "reject", by="Ada").response.texts == ()


class Broken(MemoryEscalations):
    """A store of somebody's own that fails with an error quoting what it should have kept."""

    __slots__ = ()

    def put(self, case: Escalation, /) -> None:
        raise OSError(f"a {PLANTED}")


@pytest.mark.parametrize(
    ("policy", "action", "status"),
    [("block", Action.BLOCK, Status.FAILED_CLOSED), ("escalate", Action.ESCALATE, Status.DEGRADED)],
)
def test_a_store_that_cannot_be_written_follows_the_policy_and_says_so(
    policy: str, action: Action, status: Status
) -> None:
    with pytest.warns(RuntimeWarning, match="could not be kept for a person: the store raised OSError$"):
        _, result = held(Broken(), on_escalation_error=policy)
    assert (result.action, result.escalation, result.decisions[-1].status) == (action, None, status)
    assert "reference" not in result.text
    assert result.response.texts == ()


def test_a_log_that_cannot_be_written_blocks_a_held_call_too() -> None:
    with pytest.warns(RuntimeWarning, match="no space left"):
        guard, result = held(log=FullDisk())
    assert result.action is Action.BLOCK
    assert guard.escalations is not None
    assert guard.escalations.get(result.escalation or "").state is State.PENDING


@pytest.mark.parametrize(("policy", "action"), [("block", Action.BLOCK), ("escalate", Action.ESCALATE)])
def test_a_constitution_says_what_becomes_of_a_call_that_no_store_keeps(policy: str, action: Action) -> None:
    class Full(MemoryEscalations):
        def put(self, case: Escalation, /) -> None:
            raise OSError("disk full")

    pack = (
        'constitution: 1\nname: t\nversion: "1"\nextends: hiring\n'
        f"critique: {{rounds: 0, unresolved: escalate}}\non_error: {{escalation: {policy}}}\n"
    )
    guard = Guard.from_policy(compile_policy(load_text(pack)), escalations=Full())
    with pytest.warns(RuntimeWarning, match="could not be kept"):
        result = guard.run("Go.", text_model(lambda _: "Women are too emotional to lead."))
    assert result.action is action
