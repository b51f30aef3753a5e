"""The middleware beside others: guarded models, its own twins, retries, agents in tools; and what it does only once."""

from __future__ import annotations

import copy
import json
import pickle
from collections.abc import Sequence
from typing import Any, Literal

import pytest
from langchain.agents import create_agent
from langchain.agents.middleware import AgentMiddleware, ModelFallbackMiddleware, PIIMiddleware
from langchain.agents.structured_output import ProviderStrategy, ToolStrategy
from langchain_core.messages import AIMessage, HumanMessage
from langchain_core.tools import tool
from langgraph.checkpoint.memory import InMemorySaver
from pydantic import BaseModel

from guardrails import Guard, Moderate, Treatment
from guardrails.detectors.memo import remembering
from guardrails.integrations.langchain_agents import GuardMiddleware
from guardrails.log import MemorySink
from guardrails.types import Action, Moderation, Source, Span
from tests.helpers.agents import THREAD, Watched, call
from tests.helpers.guards import NEUTRAL, TERM, Neutralise
from tests.helpers.langchain import Criticised, Recorder, ScriptedChat, Withhold

ASK = {"messages": [HumanMessage(f"a {TERM}")]}


class Note(BaseModel):
    """A note."""

    who: str


class Elsewhere(AgentMiddleware[Any, Any, Any]):
    """Asks another model."""

    def __init__(self, model: Any) -> None:
        self.model = model

    def wrap_model_call(self, request: Any, handler: Any) -> Any:
        return handler(request.override(model=self.model))


class Scanning:
    """A detector that finds nothing and keeps what it was asked."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    def __call__(self, text: str) -> Sequence[Span]:
        self.asked.append(text)
        return ()

    def guard(self) -> Guard:
        return Guard([Moderate(Treatment(detect=remembering(self), actions=dict.fromkeys(Source, Moderation.MASK)))])


@pytest.mark.parametrize("config", [THREAD, {**THREAD, "callbacks": [Recorder()]}], ids=["alone", "watched"])
def test_each_text_is_scanned_once_however_long_the_conversation_gets(config: Any) -> None:
    scanning = Scanning()
    seen = Watched([AIMessage("", tool_calls=[call("q")]), "done", "two", "three"], guard=scanning.guard())
    for turn in ("first", "second", "third"):
        seen.agent.invoke({"messages": [HumanMessage(turn)]}, config)
    assert len(scanning.asked) == len(set(scanning.asked))
    assert {"first", "second", "third", "done"} <= set(scanning.asked)


@pytest.mark.parametrize("config", [THREAD, {**THREAD, "callbacks": [Recorder()]}], ids=["alone", "watched"])
def test_of_a_history_of_2_000_messages_only_what_is_new_is_scanned_in_the_next_turn(config: Any) -> None:
    scanning = Scanning()
    seen = Watched(["yes", "and yes"], guard=scanning.guard())
    turns = [HumanMessage(f"turn {index}") if index % 2 else AIMessage(f"answer {index}") for index in range(2_000)]
    seen.agent.invoke({"messages": turns}, config)
    scanning.asked.clear()
    state = seen.agent.invoke({"messages": [HumanMessage("and now?")]}, config)
    assert len(state["messages"]) == 2_003
    assert set(scanning.asked) <= {"and now?", "yes", "and yes"}


@pytest.mark.parametrize("wraps", [True, False])
def test_a_model_that_the_guard_guards_already_is_not_guarded_twice(wraps: bool) -> None:
    log = MemorySink()
    guard, chat = Guard([Neutralise()], log=log), ScriptedChat(script=[TERM])
    seen = Watched([], guard=guard, model=guard.wrap(chat) if wraps else chat)
    assert seen.agent.invoke({"messages": [HumanMessage("hello")]}, seen.config)["messages"][-1].content == NEUTRAL
    assert len(chat.asked) == 1
    assert len([record for record in log.records if record.action is Action.REWRITE]) == 1


def test_two_guards_without_names_are_refused_by_langchain() -> None:
    with pytest.raises(AssertionError, match="duplicate"):
        create_agent(
            ScriptedChat(script=["x"]), [], middleware=[GuardMiddleware(Guard([])), GuardMiddleware(Guard([]))]
        )


def test_a_fallback_listed_before_it_is_guarded() -> None:
    other = ScriptedChat(script=[TERM])
    seen = Watched([ConnectionError("down")], guard=Guard([Neutralise()]), middleware=[ModelFallbackMiddleware(other)])
    assert seen.agent.invoke(ASK, seen.config)["messages"][-1].content == NEUTRAL
    assert TERM not in str(other.asked)


@pytest.mark.parametrize("config", [{}, {"callbacks": [Recorder()]}], ids=["alone", "watched"])
def test_a_model_that_is_put_in_its_place_is_guarded_as_a_whole_and_it_says_so_once(config: Any) -> None:
    guard = Guard([Neutralise()])
    middleware = [GuardMiddleware(guard), Elsewhere(ScriptedChat(script=[f"the {TERM}"], callbacks=[Recorder()]))]
    agent: Any = guard.wrap(create_agent(ScriptedChat(script=["x"]), [], middleware=middleware))
    with pytest.warns(RuntimeWarning, match="List GuardMiddleware last") as warned:
        states = [agent.invoke(ASK, config) for _ in range(2)]
    assert [state["messages"][-1].content for state in states] == [f"the {NEUTRAL}"] * 2
    assert len(warned) == 1


def _unpickled(one: Any) -> Any:
    return pickle.loads(pickle.dumps(one))  # noqa: S301 - our own bytes


@pytest.mark.parametrize("again", [copy.deepcopy, _unpickled], ids=["copied", "pickled"])
def test_a_copy_guards_as_it_did_and_keeps_nothing_of_what_was_said(again: Any) -> None:
    guard, critic = Guard.from_pack("hiring"), ScriptedChat(script=["x"])
    middleware = GuardMiddleware(guard, critic=critic, name="mine", review=False)
    for one in (middleware, again(middleware)):
        model = ScriptedChat(script=["Women are too emotional to lead. Fine."])
        agent: Any = one.guard.wrap(create_agent(model, [], middleware=[one]))
        messages = agent.invoke({"messages": [HumanMessage("Compare the deaf woman with the other.")]})["messages"]
        assert [message.content for message in messages] == ["Compare the candidate with the other.", "Fine."]
        assert (one.name, b"deaf woman" in pickle.dumps(one)) == ("mine", False)


def test_without_the_door_it_says_once_what_was_shown() -> None:
    seen = Watched(["fine"], guard=Guard([Neutralise()]), wrapped=False)
    with pytest.warns(RuntimeWarning, match=r"guard\.wrap\(agent\)") as warned:
        for _ in range(2):
            seen.agent.invoke(ASK, seen.config)
    assert len(warned) == 1
    assert TERM not in f"{seen.state()} {seen.model.asked}"
    assert TERM in seen.kept  # the first checkpoint, made before any node ran


def test_with_a_guarded_checkpointer_nothing_raw_is_kept_without_the_door() -> None:
    guard, saver = Guard([Neutralise()]), InMemorySaver()
    agent: Any = create_agent(
        ScriptedChat(script=["fine"]), [], middleware=[GuardMiddleware(guard)], checkpointer=guard.wrap(saver)
    )
    with pytest.warns(RuntimeWarning, match="shown to its callbacks"):
        agent.invoke(ASK, {"configurable": {"thread_id": "1"}})
    assert TERM not in repr((dict(saver.storage), dict(saver.writes), dict(saver.blobs)))


def test_a_blocked_structured_answer_is_a_refusal_and_no_parsing_error() -> None:
    script = [AIMessage(f'{{"who": "{TERM}"}}')]
    seen = Watched(script, guard=Guard([Withhold()]), response_format=ProviderStrategy(Note), tools=[])
    state = seen.agent.invoke({"messages": [HumanMessage("who?")]}, seen.config)
    assert state["messages"][-1].content == "withheld by the test"
    assert state.get("structured_response") is None


def test_a_structured_answer_of_the_provider_is_edited_before_it_is_parsed() -> None:
    script = [AIMessage(f'{{"who": "{TERM}"}}')]
    seen = Watched(script, guard=Guard([Neutralise()]), response_format=ProviderStrategy(Note), tools=[])
    assert seen.agent.invoke(ASK, seen.config)["structured_response"] == Note(who=NEUTRAL)


class Grade(BaseModel):
    """A grade."""

    age_group: Literal["young", "old"]


@pytest.mark.parametrize("strategy", [ToolStrategy, ProviderStrategy])
def test_a_protected_field_that_no_mask_fits_is_held_by_either_way_to_a_structured_answer(strategy: Any) -> None:
    given = {"age_group": "old"}
    calls = [{"name": "Grade", "args": given, "id": "1", "type": "tool_call"}]
    script = [AIMessage("", tool_calls=calls) if strategy is ToolStrategy else AIMessage(json.dumps(given))]
    seen = Watched(script, guard=Guard.from_pack("hiring"), response_format=strategy(Grade), tools=[])
    state = seen.agent.invoke({"messages": [HumanMessage("which?")]}, seen.config)
    assert state["messages"][-1].response_metadata["guardrails"]["action"] == "escalate"
    assert state.get("structured_response") is None


@pytest.mark.parametrize("written", [False, True], ids=["data", "JSON"])
def test_a_protected_field_of_what_a_tool_gave_is_masked_and_no_noun_takes_its_place(written: bool) -> None:
    given = {"applicant": {"religion": "Muslim", "ethnicity": "Nigerian"}, "columns": {"gender": "varchar"}}
    seen = Watched(
        [AIMessage("", tool_calls=[call("x")]), "done"],
        guard=Guard.from_pack("hiring"),
        result=json.dumps(given) if written else given,
    )
    messages = seen.agent.invoke({"messages": [HumanMessage("look")]}, seen.config)["messages"]
    masked = {"applicant": {"religion": "[religion]", "ethnicity": "[ethnicity]"}, "columns": {"gender": "varchar"}}
    assert json.loads(messages[-2].content) == masked
    assert "Nigerian" not in f"{seen.model.asked} {seen.kept}"


class Named(ScriptedChat):
    """A model by whose name LangChain knows that it answers in a schema."""

    model_name: str = "gpt-4.1-mini"


def test_the_way_to_a_structured_answer_is_chosen_as_for_the_model_itself() -> None:
    seen = Watched([], guard=Guard([Neutralise()]), model=Named(script=['{"who": "Ann"}']), response_format=Note)
    assert seen.agent.invoke(ASK, seen.config)["structured_response"] == Note(who="Ann")


def test_one_violation_does_not_poison_the_turns_that_follow() -> None:
    seen = Watched(["fine", "fine too"], guard=Guard([Withhold()]))
    blocked = seen.agent.invoke(ASK, seen.config)["messages"]
    assert [message.content for message in blocked] == ["[withheld]", "withheld by the test"]
    for answer in ("fine", "fine too"):
        state = seen.agent.invoke({"messages": [HumanMessage("and now?")]}, seen.config)
        assert state["messages"][-1].content == answer


def test_a_raw_history_given_by_the_caller_is_moderated_message_by_message() -> None:
    history = [HumanMessage(f"a {TERM}", id="1"), AIMessage("x", id="2"), HumanMessage("and?", id="3")]
    seen = Watched(["fine"], guard=Guard([Withhold()]))
    state = seen.agent.invoke({"messages": history}, seen.config)
    assert [message.content for message in state["messages"]][:3] == ["[withheld]", "x", "and?"]


def test_an_agent_in_a_tool_is_guarded_by_its_own_middleware_and_seen_by_the_outer_one() -> None:
    guard = Guard([Neutralise()])
    inner: Any = create_agent(ScriptedChat(script=[f"I met a {TERM}"]), [], middleware=[GuardMiddleware(guard)])

    @tool
    def ask_inner(query: str, note: str) -> str:
        """Ask somebody else."""
        return str(inner.invoke({"messages": [HumanMessage(query)]})["messages"][-1].content)

    script = [AIMessage("", tool_calls=[call(TERM, name="ask_inner")]), "done"]
    seen = Watched(script, guard=guard, tools=[ask_inner])
    seen.given.extend(
        seen.agent.stream({"messages": [HumanMessage("x")]}, seen.config, stream_mode="messages", subgraphs=True)
    )
    assert TERM not in str(seen)
    assert NEUTRAL in str(seen)


def test_what_the_models_stream_of_a_pii_middleware_shows_is_not_shown() -> None:
    """PIIMiddleware redacts the state after the model; `stream_mode="messages"` shows its tokens raw."""
    secret = "ann@example.org"

    def tokens(middleware: list[Any]) -> str:
        agent: Any = create_agent(ScriptedChat(script=[f"write to {secret} now"]), [], middleware=middleware)
        chunks = agent.stream({"messages": [HumanMessage("x")]}, stream_mode="messages")
        return "".join(str(chunk.content) for chunk, _ in chunks if isinstance(chunk, AIMessage))

    assert secret in tokens([PIIMiddleware("email", apply_to_output=True)])
    assert secret not in tokens([GuardMiddleware(Guard([Neutralise(secret, "somebody")]))])


def test_no_word_of_the_critic_is_in_a_stream() -> None:
    critic = ScriptedChat(script=["the verdict"])
    middleware = GuardMiddleware(Guard([Criticised()]), critic=critic)
    agent: Any = create_agent(ScriptedChat(script=["plain"]), [], middleware=[middleware])
    shown = str(list(agent.stream({"messages": [HumanMessage("x")]}, stream_mode=["messages", "updates", "custom"])))
    assert critic.asked
    assert "the verdict" not in shown


def test_long_histories_are_moderated_in_one_pass() -> None:
    turns = [HumanMessage(f"{i} {TERM}") if i % 2 else AIMessage(f"{i} ok") for i in range(1, 401)]
    seen = Watched(["fine"], guard=Guard([Neutralise()]))
    state = seen.agent.invoke({"messages": turns}, seen.config)
    assert len(state["messages"]) == 401
    assert TERM not in seen.kept
