"""An agent around LangChain's own client of the API, against a server on this machine."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Iterator
from itertools import product
from typing import Any

import httpx
import pytest
from langchain_core.messages import HumanMessage
from langchain_openai import ChatOpenAI
from langgraph.types import Command
from pydantic import BaseModel, SecretStr

from guardrails import Guard
from guardrails.types import Action
from tests.helpers.agents import Watched, told
from tests.helpers.guards import NEUTRAL, TERM, Neutralise
from tests.helpers.langchain import Withhold
from tests.helpers.openai_api import chat, chat_stream
from tests.helpers.server import Scripted, Upstream

# What langchain-openai does with parsed answers, guarded or not: Pydantic complains of the class it finds there.
pytestmark = pytest.mark.filterwarnings("ignore:Pydantic serializer warnings:UserWarning")

ACTIONS = {
    "neutralise": Guard([Neutralise()]),
    "block": Guard([Withhold()]),
    "escalate": Guard([Withhold(Action.ESCALATE)]),
}
PLACES = ("request", "answer", "call", "result")
SURFACES = ("invoke", "stream", "astream", "events")


class Note(BaseModel):
    """A note about somebody."""

    who: str


def answers(words: str, call: str | None, *, streamed: bool) -> list[Scripted]:
    """What the server says: a call of the tool with *call*, if that is given, then *words*."""
    calling, speaking = chat(""), chat(words)
    function = {"name": "look_up", "arguments": json.dumps({"query": call, "note": "n"})}
    calling["choices"][0]["message"] |= {
        "content": None, "tool_calls": [{"id": "call_1", "type": "function", "function": function}],
    }  # fmt: skip
    bodies = [speaking] if call is None else [calling, speaking]
    if streamed:
        return [Scripted(content=chat_stream(body), kind="text/event-stream") for body in bodies]
    return [Scripted(content=json.dumps(body).encode(), kind="application/json") for body in bodies]


@pytest.fixture
def http(upstream: Upstream) -> Iterator[httpx.Client]:
    with httpx.Client() as client:
        yield client


def run(seen: Watched, surface: str, given: Any, connections: httpx.AsyncClient) -> None:
    async def later() -> None:
        async with connections:
            if surface == "astream":
                seen.given.extend([c async for c in seen.agent.astream(given, seen.config, stream_mode="messages")])
            else:
                seen.given.extend([e async for e in seen.agent.astream_events(given, seen.config, version="v2")])

    if surface == "invoke":
        seen.given.append(seen.agent.invoke(given, seen.config))
    elif surface == "stream":
        seen.given.extend(seen.agent.stream(given, seen.config, stream_mode=["messages", "updates", "values"]))
    else:
        asyncio.run(later())


def agent(guard: Guard | None, upstream: Upstream, http: httpx.Client, connections: Any, **options: Any) -> Watched:
    model = ChatOpenAI(
        base_url=upstream.base_url, api_key=SecretStr("k"), model="gpt-4.1-mini", max_retries=0,
        http_client=http, http_async_client=connections,
    )  # fmt: skip
    return Watched([], guard=guard, model=model, **options)


@pytest.mark.parametrize(("surface", "place", "action"), list(product(SURFACES, PLACES, ACTIONS)))
def test_planted_term_is_seen_nowhere(
    surface: str, place: str, action: str, http: httpx.Client, upstream: Upstream
) -> None:
    words, call = (f"the {TERM} said" if place == one else "plain" for one in ("answer", "call"))
    upstream.script.extend(answers(words, call, streamed=surface != "invoke"))
    connections = httpx.AsyncClient()
    result = TERM if place == "result" else "ok"
    seen = agent(ACTIONS[action], upstream, http, connections, result=result)
    run(seen, surface, {"messages": [HumanMessage(TERM if place == "request" else "look")]}, connections)
    if action == "escalate":
        seen.given.append(seen.agent.invoke(Command(resume={"decisions": [{"type": "reject"}]}), seen.config))
    everything = f"{seen} {upstream.seen}"
    assert TERM not in everything
    assert (NEUTRAL if action == "neutralise" else "withheld") in everything


@pytest.mark.parametrize("options", [{}, {"response_format": Note}], ids=["text", "structured"])
@pytest.mark.parametrize("surface", SURFACES)
def test_what_is_allowed_is_sent_and_told_as_without_a_guard(
    surface: str, options: dict[str, Any], http: httpx.Client, upstream: Upstream
) -> None:
    def watched(guard: Guard | None) -> tuple[str, list[Any]]:
        upstream.clear()
        said = json.dumps({"who": "Ann"}) if options else "plain"
        upstream.script.extend(answers(said, "q", streamed=surface != "invoke"))
        connections = httpx.AsyncClient()
        seen = agent(guard, upstream, http, connections, **options)
        run(seen, surface, {"messages": [HumanMessage("look")]}, connections)
        return told(seen), [request.body for request in upstream.requests]

    (shown, sent), (bare, asked) = watched(Guard([Neutralise()])), watched(None)
    assert sent == asked
    assert shown == bare
