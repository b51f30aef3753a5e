"""The same matrix on the real `ChatOpenAI`, against a server on loopback, over both of its APIs."""

from __future__ import annotations

import json
import ssl
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import httpx
import pytest
from langchain_core.messages import AIMessage
from langchain_openai import ChatOpenAI
from pydantic import SecretStr

from guardrails import Guard
from tests.helpers.guards import TERM, Neutralise
from tests.helpers.langchain import Everything
from tests.helpers.langchain_cells import (
    ACTIONS,
    CLEAN,
    OWN,
    PAYLOADS,
    STREAMED,
    SURFACES,
    Wrap,
    as_model,
    assert_clean,
    built,
    in_order,
    normal,
    watch,
)
from tests.helpers.openai_api import chat, chat_stream, response, response_stream
from tests.helpers.server import Scripted, Upstream

pytestmark = [
    # What langchain-openai does with parsed chunks, guarded or not: Pydantic complains of the class it finds there.
    pytest.mark.filterwarnings("ignore:Pydantic serializer warnings:UserWarning"),
    pytest.mark.filterwarnings("ignore:astream_log is deprecated"),
    pytest.mark.filterwarnings("ignore:.*in beta"),
    # Which forms of structured output suit which of OpenAI's models; the stand-in suits all.
    pytest.mark.filterwarnings("ignore:Cannot use method='json_schema'"),
]

TLS = ssl.create_default_context()
"""Loading the certificates of the world takes longer than a cell does, and nobody here asks for one."""

LOST = {(s, "refusal") for s in STREAMED}
"""What the model refuses with is not in a stream of langchain-openai, guarded or not."""

CELLS = [(s, p) for s in SURFACES for p in PAYLOADS if not (s in OWN and PAYLOADS[p].method)]
CELLS = [cell for cell in CELLS if cell not in LOST]
RESPONSES = [(s, p) for s, p in CELLS if p in ("text", "tool result", "turns", "empty content")]


@dataclass(frozen=True, kw_only=True)
class Asked:
    """The real client of the loopback server, by one of its APIs. An async call keeps no connection."""

    upstream: Upstream
    model: ChatOpenAI

    def watch(self, surface: str, payload: str, asked: str, said: str, wrap: Wrap) -> Everything:
        what, streamed = PAYLOADS[payload], surface in STREAMED
        self.upstream.clear()
        answer = _response if self.model.use_responses_api else _chat
        self.upstream.script.extend([answer(what.said(said), streamed)] * 2)
        return watch(surface, built(self.model, what, wrap), what.asked(asked))


@pytest.fixture(scope="module")
def clients() -> Iterator[dict[str, Any]]:
    alone = httpx.AsyncClient(verify=TLS, limits=httpx.Limits(max_keepalive_connections=0))
    with httpx.Client(verify=TLS) as client:
        yield {"http_client": client, "http_async_client": alone}


@pytest.fixture(scope="module")
def completions(_server: Upstream, clients: dict[str, Any]) -> Asked:
    return _asked(_server, clients, responses=False)


@pytest.fixture(scope="module")
def responses(_server: Upstream, clients: dict[str, Any]) -> Asked:
    return _asked(_server, clients, responses=True)


def _asked(upstream: Upstream, clients: dict[str, Any], *, responses: bool) -> Asked:
    model = ChatOpenAI(
        base_url=upstream.base_url, api_key=SecretStr("k"), model="echo", max_retries=0, use_responses_api=responses,
        **clients,
    )  # fmt: skip
    return Asked(upstream=upstream, model=model)


def _chat(message: AIMessage, streamed: bool) -> Scripted:
    body = chat(str(message.text))
    said = body["choices"][0]["message"]
    reasoning = [block for block in message.content if isinstance(block, dict) and block.get("type") == "reasoning"]
    if message.tool_calls:
        calls = [
            {"id": c["id"], "type": "function", "function": {"name": c["name"], "arguments": json.dumps(c["args"])}}
            for c in message.tool_calls
        ]
        said |= {"content": message.text or None, "tool_calls": calls}
    if "refusal" in message.additional_kwargs:
        said |= {"content": None, "refusal": message.additional_kwargs["refusal"]}
    if reasoning:
        said["reasoning_content"] = reasoning[0]["reasoning"]
    content = chat_stream(body) if streamed else json.dumps(body).encode()
    return _scripted(content, streamed)


def _response(message: AIMessage, streamed: bool) -> Scripted:
    body = response(str(message.text))
    if message.tool_calls:
        (call,) = message.tool_calls
        body = response("", tool=call["name"])
        body["output"][0]["arguments"] = json.dumps(call["args"])
    return _scripted(response_stream(body) if streamed else json.dumps(body).encode(), streamed)


def _scripted(content: bytes, streamed: bool) -> Scripted:
    return Scripted(content=content, kind="text/event-stream" if streamed else "application/json")


def assert_nowhere(surface: str, payload: str, asking: Asked, subtests: pytest.Subtests) -> None:
    for action, (guard, asked, said) in ACTIONS.items():
        with subtests.test(action):
            assert_clean(asking.watch(surface, payload, asked, said, as_model(guard())), action)
            assert TERM not in asking.upstream.seen


def assert_unchanged(surface: str, payload: str, asking: Asked) -> None:
    before, sent = asking.watch(surface, payload, CLEAN, CLEAN, lambda plain: plain), asking.upstream.last
    after = asking.watch(surface, payload, CLEAN, CLEAN, as_model(Guard([Neutralise()])))
    ordered = in_order(surface, payload)
    assert normal(after, ordered=ordered) == normal(before, ordered=ordered)
    assert asking.upstream.last == sent


@pytest.mark.parametrize(("surface", "payload"), CELLS)
def test_planted_term_is_seen_nowhere_with_chat_completions(
    surface: str, payload: str, completions: Asked, subtests: pytest.Subtests
) -> None:
    assert_nowhere(surface, payload, completions, subtests)


@pytest.mark.parametrize(("surface", "payload"), RESPONSES)
def test_planted_term_is_seen_nowhere_with_responses(
    surface: str, payload: str, responses: Asked, subtests: pytest.Subtests
) -> None:
    assert_nowhere(surface, payload, responses, subtests)


@pytest.mark.parametrize(("surface", "payload"), CELLS)
def test_allowed_answer_of_chat_completions_is_not_changed(surface: str, payload: str, completions: Asked) -> None:
    assert_unchanged(surface, payload, completions)


@pytest.mark.parametrize(("surface", "payload"), RESPONSES)
def test_allowed_answer_of_responses_is_not_changed(surface: str, payload: str, responses: Asked) -> None:
    assert_unchanged(surface, payload, responses)
