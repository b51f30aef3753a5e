"""A critic's model that is slow, hangs or drips, over HTTP: its time bounds each read and the whole answer."""

from __future__ import annotations

import json
from collections.abc import Awaitable, Callable, Iterator
from typing import Any

import openai
import pytest

from guardrails import CriticError, Guard
from guardrails.flow import CriticCall
from guardrails.integrations.asking import async_critic_model, critic_model
from tests.helpers.guards import Revise
from tests.helpers.openai_api import chat
from tests.helpers.server import Recorded, Scripted, Upstream, serve

CALL = CriticCall(instructions="Judge.", prompt="<draft>", timeout_s=0.3)
ANSWER = json.dumps(chat("fine")).encode()
DRIP = Scripted(pieces=tuple(ANSWER[at : at + 8] for at in range(0, len(ANSWER), 8)), pause_s=0.1)
"""Each piece comes within the time of a read; all of them take many times the time of the call."""
SLOW = {
    "no answer": Scripted(content=ANSWER, delay_s=30),
    "never an end": Scripted(content=ANSWER[:20], hang=True),
    "a drip": DRIP,
}
ASK: list[Any] = [{"role": "user", "content": "draft"}]


@pytest.fixture
def upstream() -> Iterator[Upstream]:
    with serve() as upstream:
        yield upstream


async def _plain(upstream: Upstream) -> None:
    with openai.OpenAI(base_url=upstream.base_url, api_key="k", max_retries=0) as client:
        critic_model(client, model="judge")(CALL)


async def _plain_async(upstream: Upstream) -> None:
    async with openai.AsyncOpenAI(base_url=upstream.base_url, api_key="k", max_retries=0) as client:
        await async_critic_model(client, model="judge")(CALL)


async def _wrapped(upstream: Upstream) -> None:
    with openai.OpenAI(base_url=upstream.base_url, api_key="k", max_retries=0) as client:
        Guard([Revise(CALL)]).wrap(client).chat.completions.create(model="judge", messages=ASK)


async def _wrapped_async(upstream: Upstream) -> None:
    async with openai.AsyncOpenAI(base_url=upstream.base_url, api_key="k", max_retries=0) as client:
        await Guard([Revise(CALL)]).wrap(client).chat.completions.create(model="judge", messages=ASK)


Way = Callable[[Upstream], Awaitable[None]]
WAYS: dict[str, Way] = {
    "client": _plain,
    "async client": _plain_async,
    "guarded client": _wrapped,
    "guarded async client": _wrapped_async,
}


@pytest.mark.parametrize("slow", SLOW.values(), ids=SLOW.keys())
@pytest.mark.parametrize("way", WAYS.values(), ids=WAYS.keys())
async def test_a_critic_that_is_not_in_time_is_an_error_and_is_hung_up_on(
    upstream: Upstream, way: Way, slow: Scripted
) -> None:
    def answer(request: Recorded) -> Scripted:
        judges = request.body["messages"][0]["role"] == "system"
        return slow if judges else Scripted(content=ANSWER)

    upstream.otherwise = answer
    with pytest.raises((CriticError, openai.APITimeoutError)):
        await way(upstream)
    assert upstream.hung_up.wait(10)


@pytest.mark.parametrize("way", WAYS.values(), ids=WAYS.keys())
async def test_an_answer_in_pieces_that_is_in_time_is_read(upstream: Upstream, way: Way) -> None:
    half = len(ANSWER) // 2
    upstream.otherwise = lambda _: Scripted(pieces=(ANSWER[:half], ANSWER[half:]), pause_s=0.01)
    await way(upstream)
    assert upstream.requests
