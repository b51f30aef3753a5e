"""What a history or a checkpointer stores of a conversation: the moderated text, and nowhere the raw one."""

from __future__ import annotations

import json
from typing import Any

import pytest
from langchain_core.chat_history import InMemoryChatMessageHistory
from langchain_core.messages import AIMessage, HumanMessage
from langchain_core.runnables.history import RunnableWithMessageHistory
from langgraph.checkpoint.memory import InMemorySaver

from guardrails import Guard
from guardrails.critics import LLMCritic
from guardrails.middleware import JudgeRequest
from guardrails.types import Principle
from tests.helpers.graphs import graph_of
from tests.helpers.guards import NEUTRAL, TERM, Block, Neutralise, Pass
from tests.helpers.langchain import ScriptedChat

SAID = f"the {TERM}!"
THREAD: Any = {"configurable": {"thread_id": "1"}}

pytestmark = [
    pytest.mark.filterwarnings("ignore:RunnableWithMessageHistory is deprecated"),
    pytest.mark.filterwarnings("ignore:The class `InMemoryChatMessageHistory` was deprecated"),
]


def stored(saver: InMemorySaver) -> str:
    """Every byte that *saver* keeps."""
    return f"{dict(saver.storage)!r} {dict(saver.writes)!r} {dict(saver.blobs)!r}"


@pytest.fixture
def guard() -> Guard:
    return Guard([Neutralise()])


def remembering(guard: Guard, history: InMemoryChatMessageHistory) -> Any:
    model = guard.wrap(ScriptedChat(script=[SAID]))
    return RunnableWithMessageHistory(model, lambda session_id: guard.wrap(history))


CONFIG: Any = {"configurable": {"session_id": "s"}}


def test_a_history_keeps_what_the_model_was_sent_and_what_the_caller_got(guard: Guard) -> None:
    history = InMemoryChatMessageHistory()
    runnable = remembering(guard, history)
    for _ in range(2):
        assert runnable.invoke([HumanMessage(SAID)], CONFIG).content == f"the {NEUTRAL}!"
    assert [message.content for message in history.messages] == [f"the {NEUTRAL}!"] * 4


async def test_a_history_is_written_asynchronously_as_well(guard: Guard) -> None:
    history = InMemoryChatMessageHistory()
    await remembering(guard, history).ainvoke([HumanMessage(SAID)], CONFIG)
    assert TERM not in str(history.messages)
    assert str(history.messages).count(NEUTRAL) == 2


def test_a_history_keeps_ids_and_metadata(guard: Guard) -> None:
    history = InMemoryChatMessageHistory()
    guard.wrap(history).add_messages([AIMessage(SAID, id="m1", response_metadata={"model_name": "m"})])
    (kept,) = history.messages
    assert (kept.id, kept.response_metadata["model_name"], kept.content) == ("m1", "m", f"the {NEUTRAL}!")


def test_what_is_blocked_is_blanked_and_hurts_no_other_turn() -> None:
    history = InMemoryChatMessageHistory()
    Guard([Block()]).wrap(history).add_messages([HumanMessage(SAID), AIMessage("fine")])
    assert [message.content for message in history.messages] == ["[withheld]", "fine"]


def judging(*found: bool) -> tuple[Guard, ScriptedChat]:
    """A guard whose judge of the request asks a critic, and the critic, which finds something in these turns."""
    norm = Principle(id="norm", text="Say nothing of a whole group.")
    finding = {"quote": TERM, "severity": "high", "confidence": 0.9, "why": "It says so."}
    said = [{"principle": "norm", "broken": one, "findings": [finding] if one else []} for one in found]
    critic = ScriptedChat(script=[json.dumps({"verdicts": [verdict]}) for verdict in said])
    return Guard([JudgeRequest(principles=[norm], critic=LLMCritic())]), critic


def test_a_history_keeps_the_questions_that_a_critic_has_let_through_and_blanks_the_others() -> None:
    (guard, critic), history = judging(False, True, False), InMemoryChatMessageHistory()
    model, kept = guard.wrap(ScriptedChat(script=["fine"]), critic=critic), guard.wrap(history)
    for text in ("hello", SAID, "and now?"):
        kept.add_messages([HumanMessage(text), model.invoke([*kept.messages, HumanMessage(text)])])
    kept.add_messages([HumanMessage("not answered yet")])
    asked = [message.content for message in history.messages if isinstance(message, HumanMessage)]
    assert asked == ["hello", "[withheld]", "and now?", "[withheld]"]


def test_a_checkpointer_keeps_them_once_they_are_answered() -> None:
    (guard, critic), saver = judging(False, True, False), InMemorySaver()
    graph = graph_of(guard.wrap(ScriptedChat(script=["fine"]), critic=critic), guard.wrap(saver))
    for text in ("hello", SAID, "and now?"):
        graph.invoke({"messages": [HumanMessage(text)]}, THREAD)
    kept = [message.content for message in graph.get_state(THREAD).values["messages"] if message.type == "human"]
    assert kept == ["hello", "[withheld]", "and now?"]
    assert TERM not in stored(saver)


def test_what_is_kept_is_stored_as_it_was_said() -> None:
    history = InMemoryChatMessageHistory()
    message = HumanMessage(SAID)
    Guard([Pass()]).wrap(history).add_messages([message])
    assert history.messages == [message]


def test_a_checkpointer_keeps_the_moderated_text_and_nowhere_the_raw_one(guard: Guard) -> None:
    saver = InMemorySaver()
    graph = graph_of(guard.wrap(ScriptedChat(script=[SAID])), guard.wrap(saver))
    for _ in range(2):
        graph.invoke({"messages": [HumanMessage(SAID)]}, THREAD)
    assert NEUTRAL in stored(saver)
    assert TERM not in stored(saver)
    kept = graph.get_state(THREAD).values["messages"]
    assert [message.content for message in kept] == [f"the {NEUTRAL}!"] * 4


async def test_a_checkpointer_is_written_asynchronously_as_well(guard: Guard) -> None:
    saver = InMemorySaver()
    graph = graph_of(guard.wrap(ScriptedChat(script=[SAID])), guard.wrap(saver))
    await graph.ainvoke({"messages": [HumanMessage(SAID)]}, THREAD)
    assert NEUTRAL in stored(saver)
    assert TERM not in stored(saver)


def test_an_answer_that_nobody_guarded_is_moderated_before_it_is_stored(guard: Guard) -> None:
    saver = InMemorySaver()
    graph_of(ScriptedChat(script=[SAID]), guard.wrap(saver)).invoke({"messages": [HumanMessage("a")]}, THREAD)
    assert TERM not in stored(saver)


def test_of_an_error_only_its_kind_is_stored(guard: Guard) -> None:
    saver = InMemorySaver()
    graph = graph_of(ScriptedChat(script=[ValueError(SAID)]), guard.wrap(saver))
    with pytest.raises(ValueError, match=TERM):
        graph.invoke({"messages": [HumanMessage("a")]}, THREAD)
    assert "ValueError" in stored(saver)
    assert TERM not in stored(saver)


def test_the_checkpointer_that_was_wrapped_stays_as_it_is(guard: Guard) -> None:
    saver = InMemorySaver()
    assert type(guard.wrap(saver)).__name__ == "InMemorySaver"
    assert isinstance(guard.wrap(saver), InMemorySaver)
    graph_of(ScriptedChat(script=["b"]), saver).invoke({"messages": [HumanMessage(SAID)]}, THREAD)
    assert TERM in stored(saver)
