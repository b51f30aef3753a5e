"""What goes wrong in an agent surfaces as it was raised, leaves nothing raw behind, and hurts no later turn."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from typing import Any

import pytest
from langchain_core.messages import AIMessage, HumanMessage
from langchain_core.outputs import ChatGenerationChunk, ChatResult
from langchain_core.tools import BaseTool, tool
from langgraph.checkpoint.memory import InMemorySaver

from guardrails import Guard
from guardrails.log import MemorySink
from tests.helpers.agents import THREAD, Watched, call
from tests.helpers.guards import NEUTRAL, TERM, Neutralise
from tests.helpers.langchain import ScriptedChat

ASK = {"messages": [HumanMessage(f"a {TERM}")]}
CALLS = [AIMessage("", tool_calls=[call(f"the {TERM}")]), AIMessage("done")]


class Waits:
    """Hangs while it is *hanging*, and says when somebody waits and when it was let go."""

    def __init__(self) -> None:
        self.begun, self.hanging = asyncio.Event(), True
        self.let_go: list[str] = []

    async def __call__(self, who: str) -> None:
        if not self.hanging:
            return
        self.begun.set()
        try:
            await asyncio.Event().wait()
        except asyncio.CancelledError:
            self.let_go.append(who)
            raise


class Hanging(ScriptedChat):
    """A model that hangs as long as *waits* does, then speaks; a stream has begun by then."""

    waits: Any = None

    async def _agenerate(self, messages: Any, *args: Any, **kwargs: Any) -> ChatResult:
        await self.waits("model")
        return self._generate(messages)

    async def _astream(self, messages: Any, *args: Any, **kwargs: Any) -> AsyncIterator[ChatGenerationChunk]:
        for index, chunk in enumerate(self._stream(messages)):
            if index == 2:
                await self.waits("model")
            yield chunk


def slow(waits: Waits, got: list[Any]) -> BaseTool:
    @tool
    async def look_up(query: str, note: str) -> str:
        """Look somebody up."""
        got.append(query)
        await waits("tool")
        return f"a {TERM}"

    return look_up


async def _invoked(seen: Watched, given: Any) -> None:
    await seen.agent.ainvoke(given, seen.config)


async def _alone(seen: Watched, given: Any) -> None:
    await seen.agent.ainvoke(given, THREAD)


async def _streamed(seen: Watched, given: Any) -> None:
    async for chunk in seen.agent.astream(given, seen.config, stream_mode=["messages", "values"]):
        seen.given.append(chunk)


async def _events(seen: Watched, given: Any) -> None:
    async for event in seen.agent.astream_events(given, seen.config, version="v2"):
        seen.given.append(event)


WAYS: dict[str, Callable[[Watched, Any], Awaitable[None]]] = {
    "ainvoke": _invoked, "ainvoke alone": _alone, "astream": _streamed, "astream_events": _events,
}  # fmt: skip


async def cancelled(running: Awaitable[None], waits: Waits) -> None:
    """*running* has been cancelled where it hangs, and has ended."""
    task = asyncio.ensure_future(running)
    await waits.begun.wait()
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    waits.hanging = False


@contextlib.contextmanager
def clean(seen: Watched, log: MemorySink) -> Iterator[None]:
    """After what happens inside: nothing raw was seen or kept, and the record says what ran."""
    yield
    assert TERM not in str(seen)
    assert "rewrite" in [record.action.name.lower() for record in log.records]


@pytest.fixture
def log() -> MemorySink:
    return MemorySink()


@pytest.mark.parametrize("way", WAYS)
async def test_a_turn_that_is_cancelled_while_the_model_hangs(way: str, log: MemorySink) -> None:
    waits = Waits()
    model = Hanging(script=[f"so the {TERM} said", "fine"], waits=waits)
    seen = Watched([], guard=Guard([Neutralise()], log=log), model=model)
    with clean(seen, log):
        await cancelled(WAYS[way](seen, ASK), waits)
    assert waits.let_go == ["model"]
    assert {record.status.value for record in log.records if record.layer == "model"} & {"skipped", "failed_closed"}
    await WAYS[way](seen, {"messages": [HumanMessage("and now?")]})
    assert seen.state()["messages"][-1].content in ("fine", f"so the {NEUTRAL} said")
    assert TERM not in str(seen)


@pytest.mark.parametrize("way", WAYS)
async def test_a_turn_that_is_cancelled_while_a_tool_hangs(way: str, log: MemorySink) -> None:
    waits, got = Waits(), list[Any]()
    seen = Watched(CALLS, guard=Guard([Neutralise()], log=log), tools=[slow(waits, got)])
    with clean(seen, log):
        await cancelled(WAYS[way](seen, ASK), waits)
    assert waits.let_go == ["tool"]
    assert got == [f"the {NEUTRAL}"]
    await WAYS[way](seen, {"messages": [HumanMessage("and now?")]})
    assert seen.state()["messages"][-1].content == "done"
    assert TERM not in f"{seen} {got}"


def _invoke(seen: Watched, given: Any) -> None:
    seen.given.append(seen.agent.invoke(given, seen.config))


def _invoke_alone(seen: Watched, given: Any) -> None:
    seen.given.append(seen.agent.invoke(given, THREAD))


def _stream(seen: Watched, given: Any) -> None:
    for chunk in seen.agent.stream(given, seen.config, stream_mode=["messages", "values"]):
        seen.given.append(chunk)


def _awaited(way: str) -> Callable[[Watched, Any], None]:
    async def awaited(seen: Watched, given: Any) -> None:
        await WAYS[way](seen, given)

    return lambda seen, given: asyncio.run(awaited(seen, given))


ALL: dict[str, Callable[[Watched, Any], None]] = {
    "invoke": _invoke, "invoke alone": _invoke_alone, "stream": _stream, **{way: _awaited(way) for way in WAYS},
}  # fmt: skip


@pytest.mark.parametrize("way", ALL)
def test_a_model_that_raises(way: str, log: MemorySink) -> None:
    error = TimeoutError("no answer")
    seen = Watched([error, "fine"], guard=Guard([Neutralise()], log=log))
    with clean(seen, log), pytest.raises(TimeoutError) as caught:
        ALL[way](seen, ASK)
    assert caught.value is error
    ALL[way](seen, {"messages": [HumanMessage("and now?")]})
    assert seen.state()["messages"][-1].content == "fine"


@pytest.mark.parametrize("way", ["stream", "astream", "astream_events"])
def test_a_model_that_raises_in_the_middle_of_its_stream(way: str, log: MemorySink) -> None:
    model = ScriptedChat(script=[f"so the {TERM} said", "fine"], breaks=5)
    seen = Watched([], guard=Guard([Neutralise()], log=log), model=model)
    with clean(seen, log), pytest.raises(ConnectionError, match="went dead"):
        ALL[way](seen, ASK)
    model.breaks = None
    ALL[way](seen, {"messages": [HumanMessage("and now?")]})
    assert seen.state()["messages"][-1].content == "fine"
    assert TERM not in str(seen)


@pytest.mark.parametrize("way", ALL)
def test_a_tool_that_raises(way: str, log: MemorySink) -> None:
    error, got = ZeroDivisionError("no rows"), list[str]()

    @tool
    def look_up(query: str, note: str) -> str:
        """Look somebody up."""
        got.append(query)
        if len(got) == 1:
            raise error
        return "ok"

    seen = Watched(CALLS, guard=Guard([Neutralise()], log=log), tools=[look_up])
    with clean(seen, log), pytest.raises(ZeroDivisionError) as caught:
        ALL[way](seen, ASK)
    assert caught.value is error
    ALL[way](seen, {"messages": [HumanMessage("and now?")]})
    assert seen.state()["messages"][-1].content == "done"
    assert TERM not in str(got)


@pytest.mark.filterwarnings("ignore:what was said to the agent was shown")
def test_without_the_door_a_guarded_checkpointer_keeps_nothing_raw_of_a_turn_that_failed(log: MemorySink) -> None:
    guard, saver = Guard([Neutralise()], log=log), InMemorySaver()
    seen = Watched([TimeoutError("no answer"), "fine"], guard=guard, wrapped=False, checkpointer=guard.wrap(saver))
    with pytest.raises(TimeoutError):
        seen.agent.invoke(ASK, THREAD)
    state = seen.agent.invoke({"messages": [HumanMessage("and now?")]}, THREAD)
    assert TERM not in repr((state, dict(saver.storage), dict(saver.writes), dict(saver.blobs)))
