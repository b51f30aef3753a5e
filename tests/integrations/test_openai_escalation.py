"""A held call through the OpenAI client: the native refusal names its case, and a person's answer has its paths."""

from __future__ import annotations

from typing import Any

import pytest
from openai import AsyncOpenAI, OpenAI

from guardrails.escalation import MemoryEscalations
from tests.helpers.escalations import BROKEN, PLANTED, holding
from tests.helpers.openai_api import chat, chat_stream
from tests.helpers.server import Upstream

ASK: Any = [{"role": "user", "content": "What about the woman?"}]


def test_the_refusal_names_its_case_in_body_and_headers(plain: OpenAI, upstream: Upstream) -> None:
    store = MemoryEscalations()
    upstream.say(chat(BROKEN))
    raw = holding(store).wrap(plain).chat.completions.with_raw_response.create(model="echo", messages=ASK)
    completion: Any = raw.parse()
    (case,) = store.cases()
    assert completion.choices[0].finish_reason == "content_filter"
    assert completion.guardrails["action"] == "escalate"
    assert completion.guardrails["escalation"] == case.id == raw.headers["x-guardrails-escalation"]
    assert case.id in completion.choices[0].message.refusal
    assert PLANTED not in raw.text.lower().replace(ASK[0]["content"].lower(), "")


def test_what_is_kept_has_the_paths_of_the_native_texts(plain: OpenAI, upstream: Upstream) -> None:
    store = MemoryEscalations()
    upstream.say(chat(BROKEN))
    guard = holding(store)
    guard.wrap(plain).chat.completions.create(model="echo", messages=ASK)
    (case,) = store.cases()
    assert case.model == "echo"
    assert [text.path for text in case.request] == ["/messages/0/content"]
    assert [text.path for text in case.draft] == ["/choices/0/message/content"]
    released = guard.resolve(case.id, "edit", text={case.draft[0].path: "She left."}, by="Ada")
    assert [(text.path, text.text) for text in released.response.texts] == [(case.draft[0].path, "She left.")]


@pytest.mark.parametrize("on_block", ["refuse", "error"])
def test_an_allowed_answer_says_nothing_of_cases(plain: OpenAI, on_block: Any) -> None:
    client = holding(MemoryEscalations()).wrap(plain, on_block=on_block)
    raw = client.chat.completions.with_raw_response.create(model="echo", messages=[{"role": "user", "content": "hi"}])
    completion: Any = raw.parse()
    assert "escalation" not in completion.guardrails
    assert "x-guardrails-escalation" not in raw.headers


def test_as_an_error_it_names_its_case_too(plain: OpenAI, upstream: Upstream) -> None:
    from openai import BadRequestError

    store = MemoryEscalations()
    upstream.say(chat(BROKEN))
    with pytest.raises(BadRequestError) as caught:
        holding(store).wrap(plain, on_block="error").chat.completions.create(model="echo", messages=ASK)
    body: Any = caught.value.body
    assert body["guardrails"]["escalation"] == store.cases()[0].id
    assert caught.value.response.headers["x-guardrails-escalation"] == store.cases()[0].id


async def test_an_async_stream_ends_with_the_reference(aplain: AsyncOpenAI, upstream: Upstream) -> None:
    store = MemoryEscalations()
    upstream.stream(chat_stream(chat(BROKEN)))
    client = holding(store).wrap(aplain)
    stream = await client.chat.completions.create(model="echo", messages=ASK, stream=True)
    chunks: list[Any] = [chunk async for chunk in stream]
    (case,) = store.cases()
    assert chunks[-1].guardrails["escalation"] == case.id
    shown = "".join(chunk.choices[0].delta.content or "" for chunk in chunks if chunk.choices)
    assert case.id in shown
    assert PLANTED not in shown.lower()
