"""The critic's calls: over the same connection, never through the guard, retried only where that helps."""

from __future__ import annotations

import json
import re
from typing import Any

import httpx
import pytest
from openai import AsyncOpenAI, AzureOpenAI, OpenAI

from guardrails import CriticError, Guard
from guardrails.flow import CriticCall
from guardrails.integrations.critic_call import Dialect, critic_flow
from guardrails.integrations.exchange import Exchange
from guardrails.integrations.retrying import limited
from guardrails.integrations.routes import route
from guardrails.integrations.transport import GuardedTransport, Settings
from tests.helpers.guards import TERM, Revise, neutralising
from tests.helpers.openai_api import chat
from tests.helpers.server import Scripted, Upstream

ASK: list[Any] = [{"role": "user", "content": "draft"}]
SCHEMA = {"type": "object", "properties": {"verdict": {"type": "string"}}}
CALL = CriticCall(instructions="Judge.", prompt=f"about a {TERM}", schema=SCHEMA, max_tokens=50, timeout_s=5)


def _revised(client: OpenAI) -> str | None:
    return client.chat.completions.create(model="echo", messages=ASK).choices[0].message.content


def test_critic_is_asked_over_the_same_connection_and_unguarded(plain: OpenAI, upstream: Upstream) -> None:
    guard = Guard([Revise(CALL), *neutralising().middleware])
    assert _revised(guard.wrap(plain)) == f"about a {TERM}"
    model, critic = upstream.requests
    assert critic.path == "/v1/chat/completions"
    assert critic.headers["authorization"] == model.headers["authorization"]
    assert critic.body["messages"] == [
        {"role": "system", "content": "Judge."},
        {"role": "user", "content": f"about a {TERM}"},
    ]
    assert critic.body["response_format"]["json_schema"]["schema"] == SCHEMA
    assert (critic.body["model"], critic.body["max_completion_tokens"]) == ("echo", 50)


async def test_critic_is_asked_async(aplain: AsyncOpenAI, upstream: Upstream) -> None:
    completion = await Guard([Revise(CALL)]).wrap(aplain).chat.completions.create(model="echo", messages=ASK)
    assert completion.choices[0].message.content == f"about a {TERM}"


def test_critic_beside_a_streamed_response_is_not_streamed(plain: OpenAI, upstream: Upstream) -> None:
    events: list[Any] = list(Guard([Revise(CALL)]).wrap(plain).responses.create(model="echo", input="go", stream=True))
    assert events[-1].response.output_text == f"about a {TERM}"
    assert "stream" not in upstream.requests[1].body
    assert upstream.requests[1].path == "/v1/chat/completions"


def test_azure_critic_is_asked_at_its_own_deployment(upstream: Upstream) -> None:
    call = CriticCall(instructions="Judge.", prompt="p", model="judge")
    options: Any = {
        "azure_endpoint": upstream.base_url.removesuffix("/v1"),
        "api_key": "k",
        "api_version": "2025-01-01",
    }
    with AzureOpenAI(**options) as plain:
        client = Guard([Revise(call)]).wrap(plain)
        client.chat.completions.create(model="echo", messages=ASK)
        client.responses.create(model="echo", input="go")
    paths = [f"{request.path}?{request.query}" for request in upstream.requests[1::2]]
    assert paths == ["/openai/deployments/judge/chat/completions?api-version=2025-01-01"] * 2


def test_server_without_json_schema_is_learned_once(plain: OpenAI, upstream: Upstream) -> None:
    client = Guard([Revise(CALL)]).wrap(plain)
    refused = {"error": {"message": "response_format is not supported"}}
    upstream.say(chat("draft"))
    upstream.say(refused, status=400)
    upstream.say(chat("ok"))
    assert _revised(client) == "ok"
    assert upstream.last["response_format"] == {"type": "json_object"}
    assert "JSON Schema" in upstream.last["messages"][0]["content"]
    count = len(upstream.requests)
    _revised(client)
    assert len(upstream.requests) == count + 2


def test_server_that_only_knows_the_old_limit_is_found_out(plain: OpenAI, upstream: Upstream) -> None:
    upstream.say(chat("draft"))
    for _ in range(3):
        upstream.say({"error": {"message": "no"}}, status=400)
    upstream.say(chat("ok"))
    assert _revised(Guard([Revise(CALL)]).wrap(plain)) == "ok"
    assert "response_format" not in upstream.last
    assert upstream.last["max_tokens"] == 50


@pytest.mark.parametrize(
    "answer",
    [b"<html>", b"{}", b'{"choices": [{"message": {"content": null, "refusal": "no"}}]}', b'{"choices": []}'],
    ids=["html", "empty", "refusal", "no choice"],
)
def test_answer_that_is_no_verdict_is_a_critic_error(plain: OpenAI, upstream: Upstream, answer: bytes) -> None:
    upstream.say(chat("draft"))
    upstream.script.append(Scripted(content=answer))
    with pytest.raises(CriticError):
        _revised(Guard([Revise(CALL)]).wrap(plain))


def _answered(
    statuses: list[int | Exception], *, timeout_s: float | None = 5, retry_after: str = ""
) -> tuple[Any, Any]:
    """What the critic's call came to against these answers, and the pauses it made."""
    pauses: list[float] = []
    left = list(statuses)

    def answer(request: httpx.Request) -> httpx.Response:
        step = left.pop(0)
        if isinstance(step, Exception):
            raise step
        headers = {"retry-after": retry_after} if retry_after and step != 200 else {}
        return httpx.Response(step, json=chat("ok") if step == 200 else {"error": {}}, headers=headers)

    with httpx.Client(transport=httpx.MockTransport(answer)) as http:
        transport = GuardedTransport(http, Settings(guard=neutralising(), http=httpx, sleep=pauses.append))
        sent = httpx.Request("POST", "https://example.org/v1/responses", content=b"{}")
        found = route("POST", sent.url.path)
        assert found is not None
        call = CriticCall(instructions="i", prompt="p", timeout_s=timeout_s)
        try:
            return transport._ask(call, critic_flow(call, sent, found, "m", Dialect(), httpx)), pauses
        except CriticError as error:
            return error, pauses


@pytest.mark.parametrize("status", [408, 409, 429, 500, 503])
def test_passing_trouble_is_tried_again(status: int) -> None:
    answer, pauses = _answered([status, 200])
    assert answer.texts[0].text == "ok"
    assert len(pauses) == 1


def test_lost_connection_is_tried_again() -> None:
    answer, pauses = _answered([httpx.ConnectError("gone"), httpx.ReadTimeout("slow"), 200])
    assert answer.texts[0].text == "ok"
    assert len(pauses) == 2


@pytest.mark.parametrize("status", [401, 403, 404, 422])
def test_lasting_trouble_is_not_tried_again(status: int) -> None:
    answer, pauses = _answered([status, 200])
    assert isinstance(answer, CriticError)
    assert pauses == []


def test_trouble_that_does_not_pass_is_a_critic_error() -> None:
    assert str(_answered([503] * 3)[0]) == "critique: the critic's model answered 503"
    error, _ = _answered([httpx.ConnectError("gone")] * 3)
    assert isinstance(error, CriticError)
    assert error.retryable
    assert isinstance(error.__cause__, httpx.ConnectError)


def test_server_says_how_long_to_wait() -> None:
    assert _answered([429, 200], retry_after="3")[1] == [3.0]


def test_server_cannot_make_a_call_without_a_budget_wait_for_hours() -> None:
    assert _answered([429, 200], retry_after="86400", timeout_s=None)[1] == [60.0]


def test_waiting_longer_than_the_time_left_is_not_done() -> None:
    answer, pauses = _answered([429, 200], retry_after="30", timeout_s=5)
    assert isinstance(answer, CriticError)
    assert pauses == []


def test_no_try_may_take_longer_than_what_is_left() -> None:
    request = httpx.Request("POST", "https://example.org", extensions={"timeout": {"read": 600.0, "connect": 1.0}})
    limited(request, 12.0, lambda: 10.0)
    assert request.extensions["timeout"] == {"read": 2.0, "connect": 1.0, "write": 2.0, "pool": 2.0}


async def test_async_critic_that_hangs_ends_with_its_time(aplain: AsyncOpenAI, upstream: Upstream) -> None:
    upstream.say(chat("draft"))
    upstream.script.append(Scripted(hang=True))
    call = CriticCall(instructions="i", prompt="p", timeout_s=0.05)
    with pytest.raises(CriticError, match=re.escape("could not be reached")):
        await Guard([Revise(call)]).wrap(aplain).chat.completions.create(model="echo", messages=ASK)


def test_exchange_names_the_azure_deployment_as_the_model() -> None:
    request = httpx.Request(
        "POST", "https://x.org/openai/deployments/mine/chat/completions", content=json.dumps({"messages": []})
    )
    found = route("POST", request.url.path)
    assert found is not None
    assert Exchange(found, request, http=httpx, on_block="refuse").request.model == "mine"
