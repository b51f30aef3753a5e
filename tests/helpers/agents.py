"""Agents around a scripted model, every way of running one, and everything that such a run shows or keeps."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from langchain.agents import create_agent
from langchain_core.tools import BaseTool, tool
from langgraph.checkpoint.memory import InMemorySaver
from langgraph.pregel import Pregel
from pydantic import BaseModel

from guardrails import Guard
from guardrails.integrations.langchain_agents import GuardMiddleware
from tests.helpers.guards import NEUTRAL
from tests.helpers.langchain import Everything, Recorder, RunKeeper, ScriptedChat
from tests.helpers.langchain_cells import normal_text

__all__ = ["MODES", "SURFACES", "UNWATCHED", "Watched", "call", "looking_up", "run", "told"]

THREAD: Any = {"configurable": {"thread_id": "1"}}
MODES = ("values", "updates", "messages", "custom", "tasks", "checkpoints", "debug")


def call(query: str, name: str = "look_up", ident: str = "call_1") -> Any:
    """A call of a tool, as a model makes it."""
    return {"name": name, "args": {"query": query, "note": "n"}, "id": ident, "type": "tool_call"}


def looking_up(result: Any, got: list[Any]) -> BaseTool:
    """A tool that gives *result* and keeps in *got* what it was given."""

    @tool
    def look_up(query: str, note: str) -> Any:
        """Look somebody up."""
        got.append((query, note))
        if isinstance(result, Exception):
            raise result
        return result

    return look_up


class Watched(Everything):
    """One agent on one thread with all that watches it: callbacks, tracer, checkpoints, its model and its tool."""

    def __init__(
        self, script: Sequence[Any], *, guard: Guard | None, result: Any = "ok", wrapped: bool = True,
        tools: Sequence[Any] | None = None, middleware: Sequence[Any] | None = None, model: Any = None,
        critic: Any = None, **options: Any,
    ) -> None:  # fmt: skip
        super().__init__()
        self.got: list[Any] = []
        self.model = model or ScriptedChat(script=list(script))
        self.saver = InMemorySaver()
        guards = [] if guard is None else [GuardMiddleware(guard, critic=critic or ScriptedChat(script=[NEUTRAL]))]
        self.agent: Any = create_agent(
            self.model, [looking_up(result, self.got)] if tools is None else list(tools),
            middleware=[*(middleware or ()), *guards], **{"checkpointer": self.saver, **options},
        )  # fmt: skip
        if guard is not None and wrapped:
            self.agent = guard.wrap(self.agent)

    @property
    def config(self) -> Any:
        return {**super().config, **THREAD}

    def state(self) -> dict[str, Any]:
        values: dict[str, Any] = self.agent.get_state(self.config).values
        return values

    @property
    def kept(self) -> str:
        """All the checkpointer has, bytes and all."""
        return repr((dict(self.saver.storage), dict(self.saver.writes), dict(self.saver.blobs)))

    def __str__(self) -> str:
        return f"{_spelled((self.given, self.recorder.seen, self.keeper.runs))} {self.kept} {self.got!r}"

    def again(self) -> Watched:
        """The same agent as if nothing had been said to it: building one takes longer than most runs."""
        self.recorder, self.keeper = Recorder(), RunKeeper()
        self.given.clear()
        self.got.clear()
        self.model.asked.clear()
        self.saver.delete_thread("1")
        return self


def _spelled(value: Any) -> str:
    """Every string in *value*, keys included, each object once: quicker than the ``repr`` of thousands of messages."""
    found: list[str] = []
    known: set[int] = set()
    left = [value]
    while left:
        item = left.pop()
        if isinstance(item, str):
            found.append(item)
        elif id(item) not in known:
            known.add(id(item))
            left.extend(_inside(item))
    return "\n".join(found)


def _inside(item: Any) -> list[Any]:
    if isinstance(item, Mapping):
        return [*item.keys(), *item.values()]
    if isinstance(item, list | tuple | set | frozenset):
        return list(item)
    return [*vars(item).values()] if isinstance(item, BaseModel) else [repr(item)]


def _invoke(seen: Watched, given: Any) -> None:
    seen.given.append(seen.agent.invoke(given, seen.config))


async def _ainvoke(seen: Watched, given: Any) -> None:
    seen.given.append(await seen.agent.ainvoke(given, seen.config))


def _alone(seen: Watched, given: Any) -> None:
    seen.given.append(seen.agent.invoke(given, THREAD))


async def _aalone(seen: Watched, given: Any) -> None:
    seen.given.append(await seen.agent.ainvoke(given, THREAD))


def _values_alone(seen: Watched, given: Any) -> None:
    seen.given.extend(seen.agent.stream(given, THREAD, stream_mode=["values", "updates", "custom"]))


def _batch(seen: Watched, given: Any) -> None:
    seen.given.extend(seen.agent.batch([given], seen.config))


async def _abatch(seen: Watched, given: Any) -> None:
    seen.given.extend(await seen.agent.abatch([given], seen.config))


def _stream(**options: Any) -> Callable[[Watched, Any], None]:
    def stream(seen: Watched, given: Any) -> None:
        seen.given.extend(seen.agent.stream(given, seen.config, **options))

    return stream


def _astream(**options: Any) -> Callable[[Watched, Any], Any]:
    async def astream(seen: Watched, given: Any) -> None:
        seen.given.extend([chunk async for chunk in seen.agent.astream(given, seen.config, **options)])

    return astream


async def _events(seen: Watched, given: Any) -> None:
    seen.given.extend([event async for event in seen.agent.astream_events(given, seen.config, version="v2")])


async def _protocol(seen: Watched, given: Any) -> None:
    running = await seen.agent.astream_events(given, seen.config, version="v3")
    seen.given.extend([event async for event in running])


UNWATCHED: dict[str, Callable[[Watched, Any], Any]] = {
    "invoke alone": _alone, "ainvoke alone": _aalone, "stream several alone": _values_alone,
}  # fmt: skip
"""Without callbacks, tracers and token streams: then the middleware asks the model as it is."""

SURFACES: dict[str, Callable[[Watched, Any], Any]] = {
    "invoke": _invoke,
    "ainvoke": _ainvoke,
    "batch": _batch,
    "abatch": _abatch,
    **{f"stream {mode}": _stream(stream_mode=mode) for mode in ("values", "updates", "messages", "custom")},
    "astream messages": _astream(stream_mode="messages"),
    "stream several": _stream(stream_mode=list(MODES), subgraphs=True),
    "astream several": _astream(stream_mode=list(MODES), subgraphs=True),
    "astream_events v2": _events,
    **({"astream_events v3": _protocol} if hasattr(Pregel, "stream_events") else {}),  # newer than LangGraph 1.0
    **UNWATCHED,
}


def run(surface: str, seen: Watched, given: Any) -> Watched:
    """*seen*, once its agent was given *given*; an exception is part of what was seen."""
    try:
        running = SURFACES[surface](seen, given)
        if running is not None:
            asyncio.run(running)
    except Exception as error:
        seen.given.append((repr(error), str(error), repr(error.__context__), repr(error.__cause__)))
    return seen


def told(seen: Watched) -> str:
    """What the caller of an agent was told, but for what differs from run to run and what names the guard's node."""
    items = [_told(item) for item in seen.given]
    told = [item for at, item in enumerate(items) if item is not None and (at == 0 or item != items[at - 1])]
    return normal_text(
        repr((told, seen.state()["messages"], seen.state().get("structured_response"), sorted(seen.got)))
    )


def _told(item: Any) -> Any:
    if isinstance(item, dict) and "event" in item:  # v2: what the model and the tools say
        return (item["event"], item["data"]) if item["event"].startswith(("on_chat_model", "on_tool")) else None
    if isinstance(item, dict) and item.get("method") is not None:  # v3
        return item["params"]["data"][0] if item["method"] == "messages" else None
    if isinstance(item, dict):
        return {key: value for key, value in item.items() if not key.startswith("GuardMiddleware")} or None
    if isinstance(item, tuple) and isinstance(item[-2], str):  # several modes: each says which it is
        return _told(item[-1]) if item[-2] in ("values", "updates", "messages", "custom") else None
    return item[0] if isinstance(item, tuple) else item
