"""Every surface, payload and action: the planted term is seen nowhere, and what is allowed is not changed."""

from __future__ import annotations

import asyncio
import json
import re
import ssl
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import product
from typing import Any

import httpx
import pytest
from langchain_core.messages import AIMessage, BaseMessage, HumanMessage, SystemMessage, ToolMessage
from langchain_core.runnables import Runnable, RunnablePassthrough
from langchain_core.tools import tool
from langchain_openai import ChatOpenAI
from pydantic import BaseModel, SecretStr

from guardrails import Guard
from guardrails.types import Action
from tests.helpers.guards import NEUTRAL, TERM, Neutralise
from tests.helpers.langchain import Criticised, Everything, ScriptedChat, Withhold
from tests.helpers.openai_api import chat, chat_stream
from tests.helpers.server import Scripted, Upstream

# What langchain-openai does with parsed chunks, guarded or not: Pydantic complains of the class it finds there.
pytestmark = pytest.mark.filterwarnings("ignore:Pydantic serializer warnings:UserWarning")

SAID = f"the {TERM} said so"
CLEAN = "the plain answer"
SECRET = Criticised().secret


class Note(BaseModel):
    """A note about somebody."""

    who: str
    score: int = 1


@tool
def look_up(query: str, note: str) -> str:
    """Look somebody up."""
    return query + note


def call(text: str) -> Any:
    return {"name": "look_up", "args": {"query": text, "note": "n"}, "id": "call_1", "type": "tool_call"}


@dataclass(frozen=True, kw_only=True)
class Payload:
    """What is asked and what is said, both around one text."""

    asked: Callable[[str], list[BaseMessage]]
    said: Callable[[str], AIMessage] = AIMessage
    tools: bool = False
    structured: bool = False


def _turns(text: str) -> list[BaseMessage]:
    pairs = [(HumanMessage(f"{i} {text}"), AIMessage(f"{i} {text}")) for i in range(3)]
    return [SystemMessage(text), *(message for pair in pairs for message in pair), HumanMessage("go on")]


def _results(text: str) -> list[BaseMessage]:
    return [HumanMessage("look"), AIMessage("", tool_calls=[call(text)]), ToolMessage(text, tool_call_id="call_1")]


PAYLOADS = {
    "text": Payload(asked=lambda text: [HumanMessage(text)]),
    "list content": Payload(
        asked=lambda text: [HumanMessage([{"type": "text", "text": text}, {"type": "text", "text": "b"}])],
        said=lambda text: AIMessage([{"type": "text", "text": text}, {"type": "text", "text": " end"}]),
    ),
    "tool call": Payload(
        asked=lambda text: [HumanMessage(text)], said=lambda text: AIMessage(text, tool_calls=[call(text)]), tools=True
    ),
    "tool result": Payload(asked=_results),
    "structured": Payload(
        asked=lambda text: [HumanMessage(text)],
        said=lambda text: AIMessage("", tool_calls=[{**call(text), "name": "Note", "args": {"who": text, "score": 2}}]),
        structured=True,
    ),
    "turns": Payload(asked=_turns),
    "empty content": Payload(
        asked=lambda text: [HumanMessage(text)], said=lambda text: AIMessage("", tool_calls=[call(text)]), tools=True
    ),
}


def _invoke(model: Runnable[Any, Any], asked: Any, seen: Everything) -> None:
    seen.given.append(model.invoke(asked, seen.config))


async def _ainvoke(model: Runnable[Any, Any], asked: Any, seen: Everything) -> None:
    seen.given.append(await model.ainvoke(asked, seen.config))


def _stream(model: Runnable[Any, Any], asked: Any, seen: Everything) -> None:
    seen.given.extend(model.stream(asked, seen.config))


async def _astream(model: Runnable[Any, Any], asked: Any, seen: Everything) -> None:
    seen.given.extend([chunk async for chunk in model.astream(asked, seen.config)])


def _batch(model: Runnable[Any, Any], asked: Any, seen: Everything) -> None:
    seen.given.extend(model.batch([asked, asked], seen.one_at_a_time))


async def _abatch(model: Runnable[Any, Any], asked: Any, seen: Everything) -> None:
    seen.given.extend(await model.abatch([asked, asked], seen.one_at_a_time))


def _transform(model: Runnable[Any, Any], asked: Any, seen: Everything) -> None:
    seen.given.extend(model.transform(iter([asked]), seen.config))


async def _atransform(model: Runnable[Any, Any], asked: Any, seen: Everything) -> None:
    async def once() -> Any:
        yield asked

    seen.given.extend([chunk async for chunk in model.atransform(once(), seen.config)])


async def _events(model: Runnable[Any, Any], asked: Any, seen: Everything) -> None:
    seen.given.extend([event async for event in model.astream_events(asked, seen.config, version="v2")])


SURFACES: dict[str, Callable[[Runnable[Any, Any], Any, Everything], Any]] = {
    "invoke": _invoke,
    "ainvoke": _ainvoke,
    "stream": _stream,
    "astream": _astream,
    "batch": _batch,
    "abatch": _abatch,
    "transform": _transform,
    "atransform": _atransform,
    "astream_events": _events,
}
STREAMED = {"stream", "astream", "transform", "atransform", "astream_events"}

ACTIONS: dict[str, tuple[Callable[[], Guard], str, str]] = {
    "neutralise": (lambda: Guard([Neutralise()]), SAID, SAID),
    "revise": (lambda: Guard([Criticised()]), CLEAN, SAID),
    "block the request": (lambda: Guard([Withhold()]), SAID, CLEAN),
    "block the answer": (lambda: Guard([Withhold()]), CLEAN, SAID),
    "escalate": (lambda: Guard([Withhold(Action.ESCALATE)]), CLEAN, SAID),
}
"""Guard, what is asked and what is said."""


def built(plain: Any, payload: Payload, wrap: Callable[[Any], Any]) -> Runnable[Any, Any]:
    model = wrap(plain)
    if payload.structured:
        found: Runnable[Any, Any] = model.with_structured_output(Note)
        return found
    return model.bind_tools([look_up]) if payload.tools else model  # type: ignore[no-any-return]


def as_model(guard: Guard) -> Callable[[Any], Any]:
    return lambda plain: guard.wrap(plain, critic=ScriptedChat(script=[NEUTRAL]))


async def _to_the_end(running: Any, connections: httpx.AsyncClient | None) -> None:
    try:
        await running
    finally:
        if connections is not None:  # they belong to the event loop that ends here
            await connections.aclose()


def watch(
    surface: str, runnable: Runnable[Any, Any], asked: Any, connections: httpx.AsyncClient | None = None
) -> Everything:
    """Everything that was seen; an exception is part of it."""
    seen = Everything()
    try:
        running = SURFACES[surface](runnable, asked, seen)
        if running is not None:
            asyncio.run(_to_the_end(running, connections))
    except Exception as error:
        seen.given.append(error)
    return seen


CELLS = [
    pytest.param(surface, PAYLOADS[payload], action, id=f"{surface}-{payload}-{action}")
    for surface, payload, action in product(SURFACES, PAYLOADS, ACTIONS)
]
PLAIN = [
    pytest.param(surface, PAYLOADS[payload], id=f"{surface}-{payload}")
    for surface, payload in product(SURFACES, PAYLOADS)
]


def assert_clean(seen: Everything, action: str) -> None:
    everything = str(seen)
    assert TERM not in everything
    assert SECRET not in everything
    assert seen.recorder.seen
    assert {"neutralise": NEUTRAL, "revise": NEUTRAL}.get(action, action.partition(" ")[0]) in everything


@pytest.mark.parametrize(("surface", "payload", "action"), CELLS)
def test_planted_term_is_seen_nowhere_on_a_model(surface: str, payload: Payload, action: str) -> None:
    guard, asked, said = ACTIONS[action]
    model = built(ScriptedChat(script=[payload.said(said)]), payload, as_model(guard()))
    assert_clean(watch(surface, model, payload.asked(asked)), action)


@pytest.mark.parametrize(("surface", "payload", "action"), CELLS)
def test_planted_term_is_seen_nowhere_on_a_chain(surface: str, payload: Payload, action: str) -> None:
    guard, asked, said = ACTIONS[action]
    chain: Any = RunnablePassthrough() | built(ScriptedChat(script=[payload.said(said)]), payload, lambda plain: plain)
    guarded = guard().wrap(chain, critic=ScriptedChat(script=[NEUTRAL]))
    assert_clean(watch(surface, guarded, payload.asked(asked)), action)


def _answer(message: AIMessage, streamed: bool) -> Scripted:
    body = chat(str(message.text))
    said = body["choices"][0]["message"]
    if message.tool_calls:
        calls = [
            {"id": c["id"], "type": "function", "function": {"name": c["name"], "arguments": json.dumps(c["args"])}}
            for c in message.tool_calls
        ]
        said |= {"content": message.text or None, "tool_calls": calls}
    if message.tool_calls and message.tool_calls[0]["name"] == "Note":  # what ChatOpenAI asks for by default
        said |= {"content": json.dumps(message.tool_calls[0]["args"])}
        del said["tool_calls"]
    content = chat_stream(body) if streamed else json.dumps(body).encode()
    return Scripted(content=content, kind="text/event-stream" if streamed else "application/json")


TLS = ssl.create_default_context()
"""Loading the certificates of the world takes longer than a cell does, and nobody here asks for one."""


@pytest.fixture(scope="module")
def http() -> Iterator[httpx.Client]:
    with httpx.Client(verify=TLS) as client:
        yield client


def chat_openai(upstream: Upstream, http: httpx.Client, ahttp: httpx.AsyncClient) -> ChatOpenAI:
    """LangChain's own client of the loopback server."""
    return ChatOpenAI(
        base_url=upstream.base_url, api_key=SecretStr("k"), model="echo", max_retries=0,
        http_client=http, http_async_client=ahttp,
    )  # fmt: skip


@pytest.mark.parametrize(("surface", "payload", "action"), CELLS)
def test_planted_term_is_seen_nowhere_with_chat_openai(
    surface: str, payload: Payload, action: str, http: httpx.Client, upstream: Upstream
) -> None:
    guard, asked, said = ACTIONS[action]
    upstream.script.extend([_answer(payload.said(said), surface in STREAMED)] * 2)
    ahttp = httpx.AsyncClient(verify=TLS)
    model = built(chat_openai(upstream, http, ahttp), payload, as_model(guard()))
    assert_clean(watch(surface, model, payload.asked(asked), ahttp), action)
    assert TERM not in upstream.seen


def normal(value: Any) -> str:
    """*value* without what differs from run to run, and without what the guard says about itself."""
    text = repr(value)
    text = re.sub(r"'guardrails': \{(?:[^{}]|\{[^{}]*\})*\}(?:, )?", "", text)
    text = re.sub(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}", "ID", text)
    return text.replace(", }", "}")


@pytest.mark.parametrize(("surface", "payload"), PLAIN)
def test_allowed_answer_and_events_of_a_model_are_not_changed(surface: str, payload: Payload) -> None:
    def made(wrap: Callable[[Any], Any]) -> Runnable[Any, Any]:
        return built(ScriptedChat(script=[payload.said(CLEAN)]), payload, wrap)

    before = watch(surface, made(lambda plain: plain), payload.asked(CLEAN))
    after = watch(surface, made(as_model(Guard([Neutralise()]))), payload.asked(CLEAN))
    assert normal(after.given) == normal(before.given)


@pytest.mark.parametrize(("surface", "payload"), PLAIN)
def test_allowed_answer_of_chat_openai_is_not_changed(
    surface: str, payload: Payload, http: httpx.Client, upstream: Upstream
) -> None:
    def watched(wrap: Callable[[Any], Any]) -> tuple[Everything, Any]:
        upstream.script.extend([_answer(payload.said(CLEAN), surface in STREAMED)] * 2)
        ahttp = httpx.AsyncClient(verify=TLS)
        runnable = built(chat_openai(upstream, http, ahttp), payload, wrap)
        seen = watch(surface, runnable, payload.asked(CLEAN), ahttp)
        upstream.script.clear()
        return seen, upstream.last

    (before, sent), (after, resent) = watched(lambda plain: plain), watched(as_model(Guard([Neutralise()])))
    assert normal(after.given) == normal(before.given)
    assert resent == sent


@pytest.mark.parametrize(("surface", "payload"), [cell for cell in PLAIN if "astream_events" not in str(cell.id)])
def test_allowed_answer_of_a_chain_is_not_changed(surface: str, payload: Payload) -> None:
    def made() -> Runnable[Any, Any]:
        return RunnablePassthrough() | built(ScriptedChat(script=[payload.said(CLEAN)]), payload, lambda plain: plain)

    before = watch(surface, made(), payload.asked(CLEAN))
    after = watch(surface, Guard([Neutralise()]).wrap(made()), payload.asked(CLEAN))
    assert normal(after.given) == normal(before.given)
