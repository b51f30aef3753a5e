"""What goes wrong upstream, or with the body, reaches the caller as the SDK's own error."""

from __future__ import annotations

import gzip
import importlib
import json
from typing import Any

import httpx
import openai
import pytest
from openai import AsyncOpenAI, OpenAI

from guardrails import Guard, GuardFailed
from guardrails.flow import Flow, Handler
from guardrails.integrations.bodies import rewritten
from guardrails.log import MemorySink
from guardrails.trace import Trace
from guardrails.types import Request, Response, Source, Status, Text
from tests.helpers.guards import NEUTRAL, TERM, Neutralise, neutralising
from tests.helpers.http import HTTP_LIBRARIES
from tests.helpers.openai_api import chat
from tests.helpers.server import Scripted, Upstream

ASK: list[Any] = [{"role": "user", "content": f"Rate the {TERM}."}]


@pytest.mark.parametrize(
    ("status", "error"),
    [
        (400, openai.BadRequestError),
        (401, openai.AuthenticationError),
        (404, openai.NotFoundError),
        (429, openai.RateLimitError),
        (500, openai.InternalServerError),
        (503, openai.InternalServerError),
    ],
)
@pytest.mark.parametrize("stream", [False, True], ids=["whole", "stream"])
def test_status_is_the_sdks_error(plain: OpenAI, status: int, error: type[Exception], stream: bool) -> None:
    with pytest.raises(error) as caught:
        neutralising().wrap(plain).chat.completions.create(model=f"status-{status}", messages=ASK, stream=stream)
    assert caught.value.body["message"] == "scripted"  # type: ignore[attr-defined]
    assert caught.value.request_id == "req_1"  # type: ignore[attr-defined]


async def test_status_is_the_sdks_error_async(aplain: AsyncOpenAI) -> None:
    with pytest.raises(openai.RateLimitError):
        await neutralising().wrap(aplain).chat.completions.create(model="status-429", messages=ASK)


def test_sdk_retries_as_it_does_unguarded(plain: OpenAI, upstream: Upstream) -> None:
    upstream.say({"error": {"message": "busy"}}, status=503, headers={"retry-after-ms": "1"})
    completion = (
        neutralising().wrap(plain.with_options(max_retries=1)).chat.completions.create(model="echo", messages=ASK)
    )
    assert completion.choices[0].message.content == f"Rate the {NEUTRAL}."
    assert len(upstream.requests) == 2


def test_timeout_is_the_sdks_error(plain: OpenAI, upstream: Upstream) -> None:
    upstream.script.append(Scripted(hang=True))
    client = neutralising().wrap(plain)
    with pytest.raises(openai.APITimeoutError):
        client.with_options(timeout=0.05).chat.completions.create(model="echo", messages=ASK)


def test_server_that_is_not_there_is_the_sdks_error(plain: OpenAI) -> None:
    client = neutralising().wrap(plain).with_options(base_url="http://127.0.0.1:1/v1")
    with pytest.raises(openai.APIConnectionError):
        client.chat.completions.create(model="echo", messages=ASK)


def test_answer_cut_in_the_middle_is_the_sdks_error(plain: OpenAI, upstream: Upstream) -> None:
    content = json.dumps(chat("a long answer")).encode()
    upstream.script.append(Scripted(content=content[:40], cut=True))
    with pytest.raises(openai.APIConnectionError):
        neutralising().wrap(plain).chat.completions.create(model="echo", messages=ASK)


def test_error_page_passes_with_its_status(plain: OpenAI, upstream: Upstream) -> None:
    upstream.script.append(Scripted(content=b"<h1>Bad gateway</h1>", status=502, kind="text/html"))
    with pytest.raises(openai.InternalServerError) as caught:
        neutralising().wrap(plain).chat.completions.create(model="echo", messages=ASK)
    assert caught.value.response.text == "<h1>Bad gateway</h1>"


@pytest.mark.parametrize(
    "content",
    [b"<h1>a young woman</h1>", b'["a young woman"]', b'{"answer": "a young woman"}', b""],
    ids=["html", "array", "other shape", "empty"],
)
def test_success_nobody_can_read_is_an_error_not_a_leak(plain: OpenAI, upstream: Upstream, content: bytes) -> None:
    upstream.script.append(Scripted(content=content, kind="text/html"))
    client = neutralising().wrap(plain.with_options(max_retries=2))
    with pytest.raises(openai.InternalServerError) as caught:
        client.chat.completions.create(model="echo", messages=ASK)
    assert caught.value.body["code"] == "unreadable_answer"  # type: ignore[index]
    assert TERM not in caught.value.response.text
    assert len(upstream.requests) == 1


def test_redirects_are_followed_and_guarded(plain: OpenAI, upstream: Upstream) -> None:
    upstream.script.append(Scripted(status=307, headers={"location": f"{upstream.base_url}/chat/completions"}))
    completion = neutralising().wrap(plain).chat.completions.create(model="echo", messages=ASK)
    assert completion.choices[0].message.content == f"Rate the {NEUTRAL}."
    assert TERM not in upstream.seen


def test_compressed_answer_is_read_and_sent_on_plain(plain: OpenAI, upstream: Upstream) -> None:
    content = gzip.compress(json.dumps(chat(f"a {TERM}")).encode())
    upstream.script.append(Scripted(content=content, headers={"content-encoding": "gzip"}))
    raw = neutralising().wrap(plain).chat.completions.with_raw_response.create(model="echo", messages=ASK)
    assert raw.parse().choices[0].message.content == f"a {NEUTRAL}"
    assert "content-encoding" not in raw.headers
    assert int(raw.headers["content-length"]) == len(raw.http_response.content)


def _post(client: OpenAI, content: bytes, headers: dict[str, str]) -> httpx.Response:
    """Send bytes no SDK method would build."""
    http: Any = client._client
    answer: httpx.Response = http.post(f"{client.base_url}chat/completions", content=content, headers=headers)
    return answer


def test_compressed_request_is_moderated(plain: OpenAI, upstream: Upstream) -> None:
    content = json.dumps({"model": "echo", "messages": ASK}).encode()
    sent = _post(neutralising().wrap(plain), gzip.compress(content), {"Content-Encoding": "gzip"})
    assert sent.status_code == 200
    assert upstream.last["messages"][0]["content"] == f"Rate the {NEUTRAL}."
    assert "content-encoding" not in upstream.requests[0].headers


@pytest.mark.parametrize(
    ("content", "coding"),
    [(b"{", "identity"), (b"[]", "identity"), (b"{}", "br"), (b"{}", "gzip"), (b"[" * 5000, "identity")],
    ids=["not json", "array", "unknown coding", "not gzip", "too deep"],
)
def test_request_nobody_can_read_is_not_sent(plain: OpenAI, upstream: Upstream, content: bytes, coding: str) -> None:
    answer = _post(neutralising().wrap(plain), content, {"Content-Encoding": coding})
    assert (answer.status_code, answer.json()["error"]["code"]) == (400, "unreadable_request")
    assert upstream.requests == []


@pytest.mark.parametrize("name", HTTP_LIBRARIES)
def test_rewritten_request_keeps_headers_address_and_timeouts(name: str) -> None:
    library = importlib.import_module(name)
    headers = [(b"Host", b"example.org"), (b"X-My-Header", b"1"), (b"Content-Encoding", b"gzip"), (b"x-two", b"a")]
    extensions = {"timeout": {"read": 3}}
    request = library.Request(
        "POST", "https://example.org/v1?a=b", headers=headers, content=b"x", extensions=extensions
    )
    sent = rewritten(library, request, b"{}")
    expected = [(b"Host", b"example.org"), (b"X-My-Header", b"1"), (b"x-two", b"a"), (b"Content-Length", b"2")]
    assert sent.headers.raw == expected
    assert (sent.url, sent.method, sent.content, sent.extensions) == (request.url, "POST", b"{}", extensions)


@pytest.mark.parametrize("trouble", ["status", "cut", "error event", "unreadable"])
@pytest.mark.parametrize("awaited", [False, True], ids=["sync", "async"])
async def test_what_went_wrong_upstream_is_recorded(
    plain: OpenAI, aplain: AsyncOpenAI, upstream: Upstream, trouble: str, awaited: bool
) -> None:
    upstream.script.append(
        {
            "status": Scripted(content=b"{}", status=429),
            "cut": Scripted(content=b"data: {", kind="text/event-stream"),
            "error event": Scripted(content=b'data: {"error": {"message": "no"}}\n\n', kind="text/event-stream"),
            "unreadable": Scripted(content=b"[]"),
        }[trouble]
    )
    log = MemorySink()
    guard = Guard([Neutralise()], log=log)
    with pytest.raises(openai.APIError) as caught:
        if awaited:
            [_ async for _ in await guard.wrap(aplain).chat.completions.create(model="m", messages=ASK, stream=True)]
        else:
            list(guard.wrap(plain).chat.completions.create(model="m", messages=ASK, stream=True))
    assert [record.status for record in log.records if record.layer == "model"] == [Status.FAILED_CLOSED]
    assert TERM not in f"{caught.value!r} {caught.value} {log.records!r}"


class _Broken:
    def __call__(self, request: Request, call_next: Handler, trace: Trace, /) -> Flow[Response]:
        yield from call_next(request)
        raise GuardFailed("broken", "on purpose")


class _Invents:
    def __call__(self, request: Request, call_next: Handler, trace: Trace, /) -> Flow[Response]:
        yield from call_next(request)
        return Response(texts=(Text(path="", text="invented", source=Source.ASSISTANT),))


@pytest.mark.parametrize("layer", [_Broken(), _Invents()], ids=["raises", "answers itself"])
def test_failing_layer_is_raised_unchanged_and_not_retried(plain: OpenAI, upstream: Upstream, layer: Any) -> None:
    client = Guard([layer]).wrap(plain.with_options(max_retries=2))
    with pytest.raises(GuardFailed):
        client.chat.completions.create(model="echo", messages=ASK)
    assert len(upstream.requests) == 1
