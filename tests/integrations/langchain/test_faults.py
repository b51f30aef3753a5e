"""What goes wrong reaches the caller as it was raised, and the record says which layers had run by then."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import AsyncIterator, Callable, Iterator
from typing import Any

import pytest
from langchain_core.messages import AIMessage, BaseMessage, HumanMessage, ToolMessage
from langchain_core.outputs import ChatGenerationChunk, ChatResult
from langchain_core.runnables import RunnableLambda

from guardrails import Guard, MemorySink
from guardrails.errors import GuardFailed
from guardrails.middleware import Moderate, Treatment
from guardrails.types import Moderation, Source, Span
from tests.helpers.guards import NEUTRAL, TERM, Neutralise
from tests.helpers.langchain import Everything, ScriptedChat

SAID = f"the {TERM}!"


class Oddity(BaseMessage):
    """A kind of message that nobody knows."""

    type: str = "oddity"


class Hanging(ScriptedChat):
    """Never answers, and says that it was let go."""

    begun: Any = None
    let_go: list[str] = []  # noqa: RUF012 - a field of Pydantic, copied for each instance

    async def _agenerate(self, messages: list[BaseMessage], *args: Any, **kwargs: Any) -> ChatResult:
        with self._hung():
            await asyncio.Event().wait()
        raise AssertionError

    async def _astream(
        self, messages: list[BaseMessage], *args: Any, **kwargs: Any
    ) -> AsyncIterator[ChatGenerationChunk]:
        with self._hung():
            await asyncio.Event().wait()
        yield ChatGenerationChunk(message=AIMessage(""))  # type: ignore[arg-type]  # never reached

    @contextlib.contextmanager
    def _hung(self) -> Iterator[None]:
        self.begun.set()
        try:
            yield
        except asyncio.CancelledError:
            self.let_go.append("model")
            raise


@pytest.fixture
def log() -> MemorySink:
    return MemorySink()


@pytest.fixture
def guard(log: MemorySink) -> Guard:
    return Guard([Neutralise()], log=log)


def _invoke(model: Any) -> None:
    model.invoke([HumanMessage(SAID)])


def _stream(model: Any) -> None:
    list(model.stream([HumanMessage(SAID)]))


def _ainvoke(model: Any) -> None:
    asyncio.run(model.ainvoke([HumanMessage(SAID)]))


def _astream(model: Any) -> None:
    async def run() -> None:
        async for _ in model.astream([HumanMessage(SAID)]):
            continue

    asyncio.run(run())


WAYS: dict[str, Callable[[Any], None]] = {
    "invoke": _invoke, "stream": _stream, "ainvoke": _ainvoke, "astream": _astream,
}  # fmt: skip


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("wrapped", ["model", "runnable"])
def test_a_models_own_error_is_raised_and_what_ran_is_recorded(
    way: str, wrapped: str, guard: Guard, log: MemorySink
) -> None:
    error = TimeoutError("no answer")
    plain: Any = ScriptedChat(script=[error])
    with pytest.raises(TimeoutError) as caught:
        WAYS[way](guard.wrap(plain if wrapped == "model" else RunnableLambda(_same) | plain))
    assert caught.value is error
    assert "rewrite" in [record.action.name.lower() for record in log.records]
    assert TERM not in str(plain.asked)


def _same(value: Any) -> Any:
    return value


@pytest.mark.parametrize("way", ["stream", "astream"])
def test_a_stream_that_breaks_shows_nothing_uncleared_and_raises(way: str, guard: Guard, log: MemorySink) -> None:
    seen = Everything()
    model = guard.wrap(ScriptedChat(script=[f"so {SAID}"], breaks=4))
    with pytest.raises(ConnectionError, match="went dead"):
        WAYS[way](model.with_config(seen.config))
    assert TERM not in str(seen)
    assert log.records


@pytest.mark.parametrize("streamed", [False, True], ids=["ainvoke", "astream"])
async def test_cancelling_a_task_cancels_the_models_call(streamed: bool, guard: Guard, log: MemorySink) -> None:
    begun = asyncio.Event()
    plain = Hanging(begun=begun)
    model = guard.wrap(plain)

    async def call() -> None:
        if streamed:
            async for _ in model.astream([HumanMessage(SAID)]):
                continue
        else:
            await model.ainvoke([HumanMessage(SAID)])

    task = asyncio.create_task(call())
    await begun.wait()
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    assert plain.let_go == ["model"]
    assert log.records


ODD: dict[str, list[Any]] = {
    "unknown kind": [Oddity(content=SAID)],
    "tuple": [("human", SAID)],
    "dict": [{"role": "user", "content": SAID}],
    "empty list": [HumanMessage([]), HumanMessage(SAID)],
    "numbers in a block": [HumanMessage([{"type": "text", "text": SAID, "weight": 3, "more": None}])],
    "bare strings": [HumanMessage([SAID, "b"])],
    "artifact": [
        AIMessage("", tool_calls=[{"name": "f", "args": {}, "id": "1"}]),
        ToolMessage(SAID, tool_call_id="1", artifact=object()),
    ],
}


@pytest.mark.parametrize("asked", ODD.values(), ids=ODD)
def test_an_unusual_message_is_guarded_like_any_other(asked: list[Any], guard: Guard) -> None:
    plain = ScriptedChat(script=["fine"])
    assert guard.wrap(plain).invoke(asked).content == "fine"
    assert TERM not in str(plain.asked)
    assert NEUTRAL in str(plain.asked)


def test_what_is_no_prompt_is_langchains_own_error(guard: Guard) -> None:
    with pytest.raises(ValueError, match="Invalid input type"):
        guard.wrap(ScriptedChat(script=["a"])).invoke(3)  # type: ignore[arg-type]  # that is the point


def test_content_nested_without_end_is_refused_and_quotes_nothing(guard: Guard) -> None:
    deep: Any = SAID
    for _ in range(300):
        deep = [deep]
    with pytest.raises(GuardFailed, match="nested more than 200 deep") as caught:
        guard.wrap(ScriptedChat(script=["a"])).invoke([HumanMessage([{"type": "new", "deep": deep}])])
    assert TERM not in str(caught.value)


class Counting:
    """A detector that finds nothing and counts the characters it was given."""

    def __init__(self) -> None:
        self.read = 0

    def __call__(self, text: str) -> list[Span]:
        self.read += len(text)
        return []


def _read_of(turns: int) -> int:
    detector = Counting()
    guard = Guard([Moderate(Treatment(detect=detector, actions=dict.fromkeys(Source, Moderation.NEUTRALISE)))])
    messages = [HumanMessage(f"turn {index}") if index % 2 == 0 else AIMessage("fine") for index in range(turns)]
    guard.wrap(ScriptedChat(script=["a"])).invoke(messages)
    return detector.read


def test_a_history_of_2_000_messages_is_read_no_more_than_linearly() -> None:
    short, long = _read_of(200), _read_of(2_000)
    assert long < 12 * short
