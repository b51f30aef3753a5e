"""A held answer interrupts the agent, is decided in LangChain's form, and goes on from there."""

from __future__ import annotations

from typing import Any

import pytest
from langchain_core.messages import AIMessage, HumanMessage
from langgraph.types import Command
from pydantic import BaseModel

from guardrails import Guard
from guardrails.escalation import MemoryEscalations, State
from guardrails.integrations.langchain_agents.asked import asked_of, shown
from guardrails.log import MemorySink
from tests.helpers.agents import Watched, call
from tests.helpers.escalations import BROKEN, PLANTED, holding

ASK = {"messages": [HumanMessage("Write a note.")]}
MASKED = "[gender] are bad at maths. The [gender] left."


class Note(BaseModel):
    """A note about somebody."""

    query: str
    note: str


def resumed(*decisions: Any) -> Any:
    return Command(resume={"decisions": list(decisions)})


def edit(name: str, **args: Any) -> dict[str, Any]:
    return {"type": "edit", "edited_action": {"name": name, "args": args}}


def held(script: list[Any], **options: Any) -> Watched:
    seen = Watched(script, **{"guard": holding(None), **options})
    seen.given.append(seen.agent.invoke(ASK, seen.config))
    return seen


def question(seen: Watched) -> Any:
    (interrupt,) = seen.agent.get_state(seen.config).interrupts
    return interrupt.value


def said(seen: Watched, command: Any) -> list[Any]:
    messages: list[Any] = seen.agent.invoke(command, seen.config)["messages"]
    return messages


def test_the_question_has_the_form_of_the_human_in_the_loop_middleware_and_is_scrubbed() -> None:
    asked = question(held([AIMessage(BROKEN, tool_calls=[call(PLANTED)])]))
    assert [(action["name"], action["args"]) for action in asked["action_requests"]] == [
        ("answer", {"content": MASKED}),
        ("look_up", {"query": "[gender]", "note": "n"}),
    ]
    allowed = ["approve", "edit", "reject"]
    assert asked["review_configs"] == [
        {"action_name": "answer", "allowed_decisions": allowed},
        {"action_name": "look_up", "allowed_decisions": allowed},
    ]
    assert "no-generalisation" in asked["action_requests"][0]["description"]


def test_approving_gives_the_scrubbed_draft_without_asking_the_model_again() -> None:
    seen = held([BROKEN])
    assert [message.content for message in said(seen, resumed({"type": "approve"}))] == ["Write a note.", MASKED]
    assert len(seen.model.asked) == 1
    assert PLANTED not in str(seen)


def test_no_tool_runs_before_the_answer_is_approved() -> None:
    seen = held([AIMessage(BROKEN, tool_calls=[call("q")]), "done"])
    assert not seen.got
    *_, last = said(seen, resumed({"type": "approve"}, {"type": "approve"}))
    assert (last.content, seen.got) == ("done", [("q", "n")])


def test_an_edit_is_scrubbed_and_reaches_the_tool() -> None:
    seen = held([AIMessage(BROKEN, tool_calls=[call("q")]), "done"])
    said(seen, resumed({"type": "approve"}, edit("look_up", query=f"the {PLANTED} of today", note="m")))
    assert seen.got == [("the [gender] of today", "m")]


@pytest.mark.parametrize("by_id", [False, True], ids=["alone", "by the interrupt's id"])
def test_nobody_who_watches_sees_what_a_person_wrote_before_it_is_scrubbed(by_id: bool) -> None:
    log = MemorySink()
    seen = held([BROKEN], guard=holding(None, log=log))
    (interrupt,) = seen.agent.get_state(seen.config).interrupts
    before, decision = len(log.records), {"decisions": [edit("answer", content=f"the {PLANTED} of today")]}
    *_, last = said(seen, Command(resume={interrupt.id: decision} if by_id else decision))
    assert last.content == "the [gender] of today"
    assert PLANTED not in str(seen)
    assert [one for one in log.records[before:] if one.layer == "scrub"]  # it was the guard that scrubbed it


def test_an_edit_that_is_shown_as_another_persons_never_stands_for_it() -> None:
    guard = Guard.from_pack("hiring")
    said_of = {who: {"decisions": [edit("answer", content=f"Hire the {who} candidate.")]} for who in ("young", "deaf")}
    given = shown([guard], Command(resume={"1": said_of["young"], "2": said_of["deaf"]}), None)
    door = asked_of(given.config or {})
    assert door is not None
    assert given.value.resume["1"] == given.value.resume["2"]
    assert [door.decided(given.value.resume[ident]) for ident in "12"] == [given.value.resume["1"]] * 2
    alone = shown([guard], Command(resume=said_of["young"]), None)
    assert (door := asked_of(alone.config or {})) is not None
    assert door.decided(alone.value.resume) == said_of["young"]


def test_a_decision_that_nobody_can_read_is_asked_for_again() -> None:
    seen = held([BROKEN])
    said(seen, resumed(edit("answer", content=object())))
    assert "keeps the fields" in question(seen)["error"]


def test_rejecting_refuses_the_whole_answer_and_the_next_turn_is_clean() -> None:
    seen = held([AIMessage(BROKEN, tool_calls=[call("q")]), "fine"])
    *_, last = said(seen, resumed({"type": "approve"}, {"type": "reject", "message": "no"}))
    assert last.response_metadata["finish_reason"] == "content_filter"
    assert not last.tool_calls
    assert not seen.got
    assert said(seen, ASK)[-1].content == "fine"
    assert BROKEN not in str(seen.model.asked)


def test_an_approved_structured_answer_is_parsed() -> None:
    script = [AIMessage(BROKEN, tool_calls=[call("q", name="Note")])]
    seen = held(script, response_format=Note)
    state = seen.agent.invoke(resumed({"type": "approve"}, {"type": "approve"}), seen.config)
    assert state["structured_response"] == Note(query="q", note="n")


@pytest.mark.parametrize(
    ("resume", "why"),
    [
        ({"decisions": []}, "one for each of its 1 actions"),
        ({"type": "approve"}, "decisions"),
        ({"decisions": [{"type": "perhaps"}]}, "approve or edit or reject"),
        ({"decisions": [{"type": "edit"}]}, "edited_action"),
        ({"decisions": [edit("another", content="x")]}, "edited_action"),
        ({"decisions": [edit("answer", content="")]}, "keeps the fields"),
    ],
)
def test_an_unclear_decision_is_asked_for_again_and_the_turn_goes_on_waiting(resume: Any, why: str) -> None:
    seen = held([BROKEN])
    seen.agent.invoke(Command(resume=resume), seen.config)
    assert why in question(seen)["error"]
    assert said(seen, resumed({"type": "approve"}))[-1].content == MASKED


def test_the_guards_own_store_keeps_the_case_and_the_log_says_who_decided() -> None:
    store, log = MemoryEscalations(), MemorySink()
    seen = held([BROKEN], guard=holding(store, log=log))
    (case,) = store.cases()
    assert question(seen)["reference"] == case.id
    said(seen, resumed({"type": "approve", "by": "R. Okafor"}))
    assert store.get(case.id).state is State.APPROVED
    assert log.records[-1].by == "R. Okafor"


def test_a_case_that_was_resolved_at_the_desk_is_given_as_it_was_decided_there() -> None:
    store = MemoryEscalations()
    guard = holding(store)
    seen = held([BROKEN], guard=guard)
    guard.resolve(store.cases()[0].id, "edit", text="Somebody left.", by="R. Okafor")
    assert said(seen, resumed({"type": "approve"}))[-1].content == "Somebody left."


def test_saying_something_else_leaves_the_held_answer_withheld() -> None:
    seen = held([BROKEN, "fine"])
    messages = said(seen, ASK)
    assert [message.content for message in messages if message.type == "ai"][-1] == "fine"
    assert not any(message.tool_calls for message in messages if message.type == "ai")


@pytest.mark.parametrize(
    "options", [{"checkpointer": None}, {"guard": holding(MemoryEscalations()), "checkpointer": None}]
)
def test_without_a_checkpointer_the_answer_is_withheld_and_the_turn_ends(options: dict[str, Any]) -> None:
    seen = held([AIMessage(BROKEN, tool_calls=[call("q")])], **options)
    *_, last = seen.given[-1]["messages"]
    assert "__interrupt__" not in seen.given[-1]
    assert last.response_metadata["finish_reason"] == "content_filter"
    assert not last.tool_calls
    assert not seen.got


async def test_it_is_the_same_under_await() -> None:
    seen = Watched([AIMessage(BROKEN, tool_calls=[call("q")]), "done"], guard=holding(None))
    await seen.agent.ainvoke(ASK, seen.config)
    state = await seen.agent.ainvoke(resumed({"type": "approve"}, edit("look_up", query="r", note="n")), seen.config)
    assert (state["messages"][-1].content, seen.got) == ("done", [("r", "n")])
