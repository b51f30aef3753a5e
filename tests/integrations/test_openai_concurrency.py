"""Many calls at once through one guard: nothing of one call is ever seen in another."""

from __future__ import annotations

import asyncio
from concurrent.futures import ThreadPoolExecutor
from typing import Any

from openai import AsyncOpenAI, OpenAI

from guardrails import Guard
from guardrails.flow import CriticCall
from tests.helpers.guards import NEUTRAL, TERM, Revise, neutralising
from tests.helpers.server import Upstream

CALLS = 100


def _ask(number: int) -> list[Any]:
    return [{"role": "user", "content": f"call {number}: a {TERM}, {number}"}]


def _expected(number: int) -> str:
    return f"call {number}: a {NEUTRAL}, {number}"


async def test_hundred_async_calls_mix_nothing(aplain: AsyncOpenAI, upstream: Upstream) -> None:
    client = neutralising().wrap(aplain)

    async def whole(number: int) -> Any:
        return await client.chat.completions.create(model="echo", messages=_ask(number))

    answers = await asyncio.gather(*(whole(number) for number in range(CALLS)))
    assert [a.choices[0].message.content for a in answers] == [_expected(number) for number in range(CALLS)]
    assert len({a.guardrails["call_id"] for a in answers}) == CALLS
    assert all(id_.startswith(a.guardrails["call_id"]) for a in answers for id_ in a.guardrails["decisions"])
    assert TERM not in upstream.seen


async def test_hundred_async_streams_mix_nothing(aplain: AsyncOpenAI) -> None:
    client = neutralising().wrap(aplain)

    async def streamed(number: int) -> str:
        stream = await client.chat.completions.create(model="echo", messages=_ask(number), stream=True)
        return "".join([chunk.choices[0].delta.content or "" async for chunk in stream])

    answers = await asyncio.gather(*(streamed(number) for number in range(CALLS)))
    assert answers == [_expected(number) for number in range(CALLS)]


def test_hundred_calls_in_threads_mix_nothing(plain: OpenAI) -> None:
    client = neutralising().wrap(plain)

    def whole(number: int) -> str | None:
        return client.chat.completions.create(model="echo", messages=_ask(number)).choices[0].message.content

    with ThreadPoolExecutor(16) as pool:
        assert list(pool.map(whole, range(CALLS))) == [_expected(number) for number in range(CALLS)]


async def test_critics_of_many_calls_mix_nothing(aplain: AsyncOpenAI) -> None:
    async def revised(number: int) -> str | None:
        call = CriticCall(instructions="i", prompt=f"verdict {number}", timeout_s=30)
        client = Guard([Revise(call)]).wrap(aplain)
        return (await client.chat.completions.create(model="echo", messages=_ask(number))).choices[0].message.content

    answers = await asyncio.gather(*(revised(number) for number in range(CALLS)))
    assert answers == [f"verdict {number}" for number in range(CALLS)]
