"""Chat completions through a guarded client, against a real server."""

from __future__ import annotations

import json
from typing import Any

import pytest
from openai import AsyncOpenAI, BadRequestError, OpenAI

from guardrails import Guard
from tests.helpers.guards import NEUTRAL, TERM, Block, Pass, neutralising
from tests.helpers.openai_api import chat
from tests.helpers.server import Upstream

ASK: list[Any] = [{"role": "user", "content": f"Rate the {TERM}."}]


def test_term_reaches_neither_model_nor_caller(plain: OpenAI, upstream: Upstream) -> None:
    client = neutralising().wrap(plain)
    completion = client.chat.completions.create(model="echo", messages=ASK)
    assert TERM not in upstream.seen
    assert completion.choices[0].message.content == f"Rate the {NEUTRAL}."


def test_decisions_come_beside_the_native_fields(plain: OpenAI) -> None:
    completion = neutralising().wrap(plain).chat.completions.create(model="echo", messages=ASK)
    info: Any = completion.guardrails  # type: ignore[attr-defined]
    assert info["action"] == "rewrite"
    assert info["decisions"][0] == f"{info['call_id']}.0000"
    assert completion.usage is not None
    assert completion.usage.total_tokens == 12


def test_original_client_stays_unguarded(plain: OpenAI, upstream: Upstream) -> None:
    neutralising().wrap(plain)
    completion = plain.chat.completions.create(model="echo", messages=ASK)
    assert completion.choices[0].message.content == f"Rate the {TERM}."
    assert not hasattr(completion, "guardrails")


async def test_async_client_is_guarded_alike(aplain: AsyncOpenAI, upstream: Upstream) -> None:
    completion = await neutralising().wrap(aplain).chat.completions.create(model="echo", messages=ASK)
    assert completion.choices[0].message.content == f"Rate the {NEUTRAL}."
    assert TERM not in upstream.seen


def test_clean_request_is_sent_byte_for_byte(plain: OpenAI, upstream: Upstream) -> None:
    messages: list[Any] = [{"role": "user", "content": "Rate the candidate."}]
    extra = {"vendor": {"kept": [1, 2.5, None]}, "seed": 12345678901234567890123}
    for client in (plain, neutralising().wrap(plain)):
        client.chat.completions.create(model="echo", messages=messages, extra_body=extra)
    assert upstream.requests[0].content == upstream.requests[1].content


def test_edited_request_keeps_unknown_fields(plain: OpenAI, upstream: Upstream) -> None:
    extra = {"vendor": {"kept": [1, 2.5, None]}, "seed": 12345678901234567890123}
    neutralising().wrap(plain).chat.completions.create(model="echo", messages=ASK, extra_body=extra)
    assert {key: upstream.last[key] for key in extra} == extra


@pytest.mark.parametrize("late", [False, True], ids=["request", "answer"])
def test_blocked_call_is_a_native_refusal(plain: OpenAI, upstream: Upstream, late: bool) -> None:
    client = Guard([Block(late=late)]).wrap(plain)
    completion = client.chat.completions.create(model="echo", messages=ASK, n=2)
    choice = completion.choices[0]
    assert choice.finish_reason == "content_filter"
    assert choice.message.refusal == choice.message.content == "withheld by the test"
    assert completion.guardrails["action"] == "block"  # type: ignore[attr-defined]
    assert len(completion.choices) == (2 if late else 1)
    assert len(upstream.requests) == (1 if late else 0)


def test_blocked_call_can_be_an_error_that_is_not_retried(plain: OpenAI, upstream: Upstream) -> None:
    client = Guard([Block(late=True)]).wrap(plain.with_options(max_retries=3), on_block="error")
    with pytest.raises(BadRequestError) as caught:
        client.chat.completions.create(model="echo", messages=ASK)
    assert caught.value.code == "content_filter"
    assert len(upstream.requests) == 1


def test_withheld_tool_calls_are_gone(plain: OpenAI, upstream: Upstream) -> None:
    client = Guard([Block(late=True)]).wrap(plain)
    upstream.say(chat(f"find {TERM}", tool="search"))
    completion = client.chat.completions.create(model="echo", messages=[{"role": "user", "content": "go"}])
    assert completion.choices[0].message.tool_calls is None
    assert TERM not in completion.model_dump_json()


def test_second_of_two_choices_is_guarded(plain: OpenAI, upstream: Upstream) -> None:
    body = chat("clean", n=2)
    body["choices"][1] = {**body["choices"][1], "message": {"role": "assistant", "content": f"a {TERM}"}}
    upstream.say(body)
    completion = neutralising().wrap(plain).chat.completions.create(model="echo", messages=ASK, n=2)
    assert [choice.message.content for choice in completion.choices] == ["clean", f"a {NEUTRAL}"]


def test_turn_after_a_block_is_clean(plain: OpenAI) -> None:
    client = Guard([Block()]).wrap(plain)
    client.chat.completions.create(model="echo", messages=ASK)
    completion = client.chat.completions.create(model="echo", messages=[{"role": "user", "content": "hello"}])
    assert completion.choices[0].message.content == "hello"
    assert completion.guardrails["action"] == "allow"  # type: ignore[attr-defined]


def test_image_parts_are_untouched(plain: OpenAI, upstream: Upstream) -> None:
    image = {"type": "image_url", "image_url": {"url": f"https://example.org/{TERM}.png", "detail": "low"}}
    parts: list[Any] = [{"type": "text", "text": f"Describe the {TERM}."}, image]
    neutralising().wrap(plain).chat.completions.create(model="echo", messages=[{"role": "user", "content": parts}])
    assert upstream.last["messages"][0]["content"] == [{"type": "text", "text": f"Describe the {NEUTRAL}."}, image]


def test_token_probabilities_do_not_spell_out_what_was_edited(plain: OpenAI, upstream: Upstream) -> None:
    body = chat(f"a {TERM}")
    token = {"token": TERM, "logprob": -0.1, "bytes": None, "top_logprobs": []}
    body["choices"][0]["logprobs"] = {"content": [token], "refusal": None}
    upstream.say(body)
    completion = neutralising().wrap(plain).chat.completions.create(model="echo", messages=ASK, logprobs=True)
    assert TERM not in completion.model_dump_json()


def test_recording_that_says_the_term_is_replaced_by_its_transcript(plain: OpenAI, upstream: Upstream) -> None:
    body = chat("")
    audio = {"id": "audio_1", "data": "UklGRg==", "expires_at": 1, "transcript": f"a {TERM}"}
    body["choices"][0]["message"] |= {"content": None, "audio": audio}
    upstream.say(body)
    message = neutralising().wrap(plain).chat.completions.create(model="echo", messages=ASK).choices[0].message
    assert (message.audio, message.content) == (None, f"a {NEUTRAL}")


def test_citations_move_with_the_text(plain: OpenAI, upstream: Upstream) -> None:
    text = f"A {TERM} won [source]."
    body = chat(text)
    start = text.index("[")
    citation = {"start_index": start, "end_index": start + 8, "title": "t", "url": "https://example.org"}
    body["choices"][0]["message"]["annotations"] = [{"type": "url_citation", "url_citation": citation}]
    upstream.say(body)
    message = neutralising().wrap(plain).chat.completions.create(model="echo", messages=ASK).choices[0].message
    assert message.annotations is not None
    moved = message.annotations[0].url_citation
    assert (message.content or "")[moved.start_index : moved.end_index] == "[source]"


TOOL: Any = {
    "type": "function",
    "function": {
        "name": "search",
        "parameters": {
            "type": "object",
            "properties": {"query": {"type": "string"}, "group": {"enum": [TERM, "anyone"]}},
            "required": ["query", "group"],
        },
    },
}


def test_tool_arguments_are_edited_by_leaf_and_enums_kept(plain: OpenAI, upstream: Upstream) -> None:
    body = chat("", tool="search")
    arguments = {"query": f"{TERM} in sales", "group": TERM, "limit": 3, TERM: "key"}
    body["choices"][0]["message"]["tool_calls"][0]["function"]["arguments"] = json.dumps(arguments)
    upstream.say(body)
    completion = neutralising().wrap(plain).chat.completions.create(model="echo", messages=ASK, tools=[TOOL])
    calls: Any = completion.choices[0].message.tool_calls
    assert json.loads(calls[0].function.arguments) == {**arguments, "query": f"{NEUTRAL} in sales"}
    assert completion.guardrails["action"] == "escalate"  # type: ignore[attr-defined]


def test_structured_output_stays_json(plain: OpenAI, upstream: Upstream) -> None:
    schema = {"type": "object", "properties": {"answer": {"type": "string", "maxLength": 12}}}
    declared: Any = {"type": "json_schema", "json_schema": {"name": "a", "schema": schema}}
    upstream.say(chat(TERM, model="json"))
    completion = (
        neutralising().wrap(plain).chat.completions.create(model="json", messages=ASK, response_format=declared)
    )
    assert json.loads(completion.choices[0].message.content or "") == {"answer": NEUTRAL, "score": 1}


def test_edit_that_breaks_the_schema_is_not_made(plain: OpenAI, upstream: Upstream) -> None:
    schema = {"type": "object", "properties": {"answer": {"type": "string", "pattern": "^young"}}}
    declared: Any = {"type": "json_schema", "json_schema": {"name": "a", "schema": schema}}
    upstream.say(chat(TERM, model="json"))
    completion = (
        neutralising().wrap(plain).chat.completions.create(model="json", messages=ASK, response_format=declared)
    )
    assert json.loads(completion.choices[0].message.content or "")["answer"] == TERM
    assert completion.guardrails["action"] == "escalate"  # type: ignore[attr-defined]


def test_allowed_call_says_so(plain: OpenAI) -> None:
    completion = Guard([Pass()]).wrap(plain).chat.completions.create(model="echo", messages=ASK)
    assert completion.guardrails["action"] == "allow"  # type: ignore[attr-defined]
    assert completion.choices[0].message.content == f"Rate the {TERM}."
