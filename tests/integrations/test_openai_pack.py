"""A pack that comes with the library, around a real client and a real server: the main job, end to end."""

from __future__ import annotations

import json
from typing import Any

import pytest
from openai import AsyncOpenAI, OpenAI

from guardrails import Guard
from guardrails.log import MemorySink
from tests.helpers.openai_api import chat
from tests.helpers.server import Upstream

ASKED = "Invite the young Nigerian woman and Ms. White, who designed the black dress, to Tuesday's interview."


@pytest.fixture(scope="module")
def hiring() -> Guard:
    return Guard.from_pack("hiring")


def _messages(text: str = ASKED) -> list[Any]:
    return [{"role": "user", "content": text}]


def test_attributes_go_and_names_and_things_stay(hiring: Guard, plain: OpenAI, upstream: Upstream) -> None:
    answer: Any = hiring.wrap(plain).chat.completions.create(model="echo", messages=_messages())
    sent = upstream.last["messages"][0]["content"]
    assert not [word for word in ("young", "Nigerian", "woman") if word in sent]
    assert "Ms. White" in sent
    assert "black dress" in sent
    assert answer.guardrails["action"] == "rewrite"
    assert answer.guardrails["constitution"]["name"] == "hiring"


def test_answer_is_scrubbed_in_text_and_tool_arguments(hiring: Guard, plain: OpenAI, upstream: Upstream) -> None:
    body = chat("", tool="search")
    arguments = {"query": "a young Nigerian woman in sales", "id": "c-1", "limit": 3}
    call = {"id": "call_1", "type": "function", "function": {"name": "search", "arguments": json.dumps(arguments)}}
    body["choices"][0]["message"] |= {"content": "She is a young Nigerian woman.", "tool_calls": [call]}
    upstream.say(body)
    message: Any = hiring.wrap(plain).chat.completions.create(model="echo", messages=_messages("go")).choices[0].message
    edited = json.loads(message.tool_calls[0].function.arguments)
    assert edited["query"]
    assert (edited["id"], edited["limit"]) == ("c-1", 3)
    assert "Nigerian" not in f"{message.content} {edited['query']}"


async def test_async_stream_says_what_the_whole_answer_says(hiring: Guard, aplain: AsyncOpenAI) -> None:
    client = hiring.wrap(aplain)
    whole = await client.chat.completions.create(model="echo", messages=_messages())
    stream = await client.chat.completions.create(model="echo", messages=_messages(), stream=True)
    said = "".join([chunk.choices[0].delta.content or "" async for chunk in stream])
    assert said == whole.choices[0].message.content


def test_decisions_of_the_answer_are_those_of_the_log(plain: OpenAI) -> None:
    log = MemorySink()
    answer: Any = (
        Guard.from_pack("hiring", log=log).wrap(plain).chat.completions.create(model="echo", messages=_messages())
    )
    assert answer.guardrails["decisions"] == [record.id for record in log.records]
    assert {record.call_id for record in log.records} == {answer.guardrails["call_id"]}
    assert {record.constitution.digest for record in log.records if record.constitution} == {
        answer.guardrails["constitution"]["digest"]
    }
