"""Drop-in means more than ``create``: types, copies, raw responses, vendors' clients and HTTP libraries."""

from __future__ import annotations

import gc
import importlib
import sys
import types
from collections.abc import Callable
from typing import Any

import httpx
import pytest
from openai import AsyncAzureOpenAI, AsyncOpenAI, AzureOpenAI, OpenAI
from openai.types.chat import ChatCompletion

from guardrails import Guard, UnguardedEndpointError, UnknownComponentError
from tests.helpers.guards import NEUTRAL, TERM, Pass, neutralising
from tests.helpers.http import HTTP_LIBRARIES
from tests.helpers.server import Upstream

ASK: list[Any] = [{"role": "user", "content": f"Rate the {TERM}."}]
SAID = f"Rate the {NEUTRAL}."


def _said(client: OpenAI) -> str | None:
    return client.chat.completions.create(model="echo", messages=ASK).choices[0].message.content


async def _asaid(client: AsyncOpenAI) -> str | None:
    return (await client.chat.completions.create(model="echo", messages=ASK)).choices[0].message.content


def test_types_are_the_sdks_own(plain: OpenAI) -> None:
    client = neutralising().wrap(plain)
    assert type(client) is OpenAI
    assert type(client.chat.completions.create(model="echo", messages=ASK)) is ChatCompletion


@pytest.mark.parametrize(
    "derive",
    [
        lambda client: client.with_options(timeout=5),
        lambda client: client.copy(),
        lambda client: client.with_options(max_retries=1).with_options(default_headers={"X-A": "1"}),
    ],
    ids=["with_options", "copy", "twice"],
)
def test_derived_clients_are_guarded(plain: OpenAI, derive: Callable[[OpenAI], OpenAI]) -> None:
    assert _said(derive(neutralising().wrap(plain))) == SAID


def test_raw_and_streaming_responses_are_guarded(plain: OpenAI) -> None:
    completions = neutralising().wrap(plain).chat.completions
    raw = completions.with_raw_response.create(model="echo", messages=ASK)
    assert raw.parse().choices[0].message.content == SAID
    assert raw.headers["x-guardrails-action"] == "rewrite"
    with completions.with_streaming_response.create(model="echo", messages=ASK) as streaming:
        assert TERM.encode() not in b"".join(streaming.iter_bytes())


async def test_async_raw_and_streaming_responses_are_guarded(aplain: AsyncOpenAI) -> None:
    completions = neutralising().wrap(aplain).chat.completions
    raw = await completions.with_raw_response.create(model="echo", messages=ASK)
    assert raw.parse().choices[0].message.content == SAID
    async with completions.with_streaming_response.create(model="echo", messages=ASK) as streaming:
        assert TERM not in await streaming.text()
    async with completions.stream(model="echo", messages=ASK) as stream:
        assert (await stream.get_final_completion()).choices[0].message.content == SAID


def _root(upstream: Upstream) -> str:
    return upstream.base_url.removesuffix("/v1")


def test_azure_client_is_guarded_at_its_deployment(upstream: Upstream) -> None:
    options: Any = {"azure_endpoint": _root(upstream), "api_key": "k", "api_version": "2024-10-21"}
    with AzureOpenAI(**options) as plain, AzureOpenAI(**options, azure_deployment="mine") as deployed:
        for client in (plain, deployed):
            guarded = neutralising().wrap(client)
            assert type(guarded) is AzureOpenAI
            assert _said(guarded) == SAID
    assert [request.path for request in upstream.requests] == [
        "/openai/deployments/echo/chat/completions",
        "/openai/deployments/mine/chat/completions",
    ]
    assert upstream.requests[0].query == "api-version=2024-10-21"


async def test_async_azure_client_is_guarded(upstream: Upstream) -> None:
    options: Any = {"azure_endpoint": _root(upstream), "api_key": "k", "api_version": "2024-10-21"}
    async with AsyncAzureOpenAI(**options) as plain:
        assert await _asaid(neutralising().wrap(plain)) == SAID


@pytest.mark.parametrize("name", HTTP_LIBRARIES)
def test_either_http_library_works(upstream: Upstream, name: str) -> None:
    library = importlib.import_module(name)
    with library.Client() as http, OpenAI(base_url=upstream.base_url, api_key="k", http_client=http) as plain:
        client = neutralising().wrap(plain)
        assert _said(client) == SAID
        assert type(client._client) is library.Client


@pytest.mark.parametrize("name", HTTP_LIBRARIES)
async def test_either_http_library_works_async(upstream: Upstream, name: str) -> None:
    library = importlib.import_module(name)
    async with library.AsyncClient() as http:
        plain = AsyncOpenAI(base_url=upstream.base_url, api_key="k", http_client=http)
        assert await _asaid(neutralising().wrap(plain)) == SAID


def test_hooks_proxies_and_mounted_transports_are_the_originals(upstream: Upstream) -> None:
    hooked: list[str] = []
    routed: list[str] = []

    def answer(request: httpx.Request) -> httpx.Response:
        routed.append(request.content.decode())
        return httpx.Response(200, json={"choices": [{"index": 0, "message": {"role": "assistant", "content": TERM}}]})

    http = httpx.Client(
        mounts={"http://": httpx.MockTransport(answer)}, event_hooks={"request": [lambda r: hooked.append(r.url.path)]}
    )
    options: Any = {"http_client": http}
    with OpenAI(base_url=upstream.base_url, api_key="k", **options) as plain:
        assert _said(neutralising().wrap(plain)) == NEUTRAL
    assert hooked == ["/v1/chat/completions"]
    assert [TERM in content for content in routed] == [False]
    assert upstream.requests == []


def test_closing_the_guarded_client_leaves_the_original_open(plain: OpenAI) -> None:
    with neutralising().wrap(plain) as client:
        assert _said(client) == SAID
    assert _said(plain) == f"Rate the {TERM}."


def test_guarded_client_outlives_the_only_name_of_its_original(upstream: Upstream) -> None:
    with neutralising().wrap(OpenAI(base_url=upstream.base_url, api_key="k")) as client:
        gc.collect()
        assert _said(client) == SAID
        assert _said(client) == SAID


def test_closing_it_closes_the_connections_nobody_else_owns(upstream: Upstream) -> None:
    http = httpx.Client()
    options: Any = {"http_client": http}
    with neutralising().wrap(OpenAI(base_url=upstream.base_url, api_key="k", **options)):
        assert not http.is_closed
    assert http.is_closed


async def test_async_closing_follows_the_same_rule(upstream: Upstream) -> None:
    http: Any = httpx.AsyncClient()
    shared: Any = httpx.AsyncClient()
    options: Any = {"base_url": upstream.base_url, "api_key": "k"}
    async with neutralising().wrap(AsyncOpenAI(**options, http_client=http)):
        assert not http.is_closed
    async with AsyncOpenAI(**options, http_client=shared) as plain:
        async with neutralising().wrap(plain):
            pass
        assert (http.is_closed, shared.is_closed) == (True, False)


def test_two_guards_on_one_client_keep_apart(plain: OpenAI) -> None:
    strict, lax = neutralising().wrap(plain), Guard([Pass()]).wrap(plain)
    assert _said(strict) == SAID
    assert _said(lax) == f"Rate the {TERM}."


def test_guarded_client_can_be_guarded_again(plain: OpenAI) -> None:
    assert _said(neutralising().wrap(Guard([Pass()]).wrap(plain))) == SAID


def test_sync_client_works_inside_a_running_loop(plain: OpenAI) -> None:
    import asyncio

    async def inside() -> str | None:
        return _said(neutralising().wrap(plain))

    assert asyncio.run(inside()) == SAID


@pytest.mark.parametrize("connect", ["realtime", "responses"])
def test_websockets_are_refused(plain: OpenAI, monkeypatch: pytest.MonkeyPatch, connect: str) -> None:
    opened: list[str] = []
    fake: Any = types.ModuleType("websockets.sync.client")
    fake.connect = lambda url, **_: opened.append(str(url))
    for name in ("websockets", "websockets.sync"):
        monkeypatch.setitem(sys.modules, name, types.ModuleType(name))
    monkeypatch.setitem(sys.modules, "websockets.sync.client", fake)
    client = neutralising().wrap(plain)
    for derived in (client, client.copy()):
        resource: Any = getattr(derived, connect)
        manager = resource.connect(model="echo") if connect == "realtime" else resource.connect()
        with pytest.raises(UnguardedEndpointError, match="websocket"):
            manager.enter()
    assert opened == []


@pytest.mark.parametrize("option", [{"on_block": "ignore"}, {}], ids=["on_block", "client"])
def test_what_cannot_be_wrapped_is_said(plain: OpenAI, option: dict[str, Any]) -> None:
    from guardrails.integrations.openai import wrap

    with pytest.raises(UnknownComponentError):
        wrap(neutralising(), plain if option else httpx.Client, **option)
