"""``memory`` of a constitution: the words that were said, or those a model was sent. Never both, wherever it is."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from langchain_core.chat_history import InMemoryChatMessageHistory
from langchain_core.messages import AIMessage, HumanMessage

from guardrails import Guard
from guardrails.types import Memory
from tests.helpers.graphs import graph_of
from tests.helpers.guards import NEUTRAL, TERM, Block, Neutralise
from tests.helpers.langchain import ScriptedChat
from tests.helpers.savers import SAVERS, akept, kept

SAID = f"the {TERM}!"
THREAD: Any = {"configurable": {"thread_id": "1"}}
MEMORIES: dict[Memory, tuple[str, str]] = {"moderated": (NEUTRAL, TERM), "raw": (TERM, NEUTRAL)}
"""What is to be found, and what is not."""

pytestmark = pytest.mark.filterwarnings("ignore:The class `InMemoryChatMessageHistory` was deprecated")
each_memory = pytest.mark.parametrize("memory", MEMORIES)
each_saver = pytest.mark.parametrize("kind", SAVERS)


def only_one(stored: str, memory: Memory) -> bool:
    there, nowhere = MEMORIES[memory]
    return there in stored and nowhere not in stored


@each_memory
@each_saver
def test_a_checkpointer_keeps_one_wording_and_the_model_is_sent_the_moderated_one(
    kind: str, memory: Memory, tmp_path: Path
) -> None:
    guard, chat = Guard([Neutralise()], memory=memory), ScriptedChat(script=["fine"])
    with kept(kind, tmp_path) as place:
        graph = graph_of(guard.wrap(chat), guard.wrap(place.saver))
        for _ in range(2):
            graph.invoke({"messages": [HumanMessage(SAID)]}, THREAD)
        assert only_one(str(place), memory)
    assert TERM not in str(chat.asked)


@each_memory
@each_saver
async def test_it_is_the_same_under_await(kind: str, memory: Memory, tmp_path: Path) -> None:
    guard, chat = Guard([Neutralise()], memory=memory), ScriptedChat(script=["fine"])
    async with akept(kind, tmp_path) as place:
        graph = graph_of(guard.wrap(chat), guard.wrap(place.saver))
        for _ in range(2):
            await graph.ainvoke({"messages": [HumanMessage(SAID)]}, THREAD)
        assert only_one(str(place), memory)
    assert TERM not in str(chat.asked)


@each_memory
@each_saver
def test_what_is_blocked_is_kept_in_neither_wording(kind: str, memory: Memory, tmp_path: Path) -> None:
    guard = Guard([Neutralise("old", "any"), Block()], memory=memory)
    with kept(kind, tmp_path) as place:
        graph = graph_of(guard.wrap(ScriptedChat(script=["fine"])), guard.wrap(place.saver))
        graph.invoke({"messages": [HumanMessage(f"the old {TERM}")]}, THREAD)
        assert "[withheld]" in str(place)
        assert TERM not in str(place)
        state = graph.invoke({"messages": [HumanMessage("and now?")]}, THREAD)
    assert state["messages"][-1].content == "fine"


@each_memory
def test_a_history_keeps_one_wording(memory: Memory) -> None:
    history = InMemoryChatMessageHistory()
    Guard([Neutralise()], memory=memory).wrap(history).add_messages([HumanMessage(SAID), AIMessage("fine")])
    assert only_one(str(history.messages), memory)
    assert history.messages[1].content == "fine"


@each_memory
def test_a_history_keeps_nothing_of_what_is_blocked(memory: Memory) -> None:
    history = InMemoryChatMessageHistory()
    Guard([Block()], memory=memory).wrap(history).add_messages([HumanMessage(SAID), AIMessage("fine")])
    assert [message.content for message in history.messages] == ["[withheld]", "fine"]
