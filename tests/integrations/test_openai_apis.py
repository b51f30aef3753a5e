"""The other guarded APIs: responses, completions, embeddings, and stored answers."""

from __future__ import annotations

import json
from typing import Any

import pytest
from openai import BadRequestError, OpenAI
from pydantic import BaseModel

from guardrails import Guard
from tests.helpers.guards import NEUTRAL, TERM, Block, neutralising
from tests.helpers.openai_api import chat, response
from tests.helpers.server import Upstream


def test_response_is_guarded_both_ways(plain: OpenAI, upstream: Upstream) -> None:
    answer: Any = (
        neutralising()
        .wrap(plain)
        .responses.create(model="echo", instructions=f"Judge the {TERM}.", input=f"Rate the {TERM}.")
    )
    assert TERM not in upstream.seen
    assert answer.output_text == f"Rate the {NEUTRAL}."
    assert answer.guardrails["action"] == "rewrite"


def test_input_items_are_guarded_and_ids_kept(plain: OpenAI, upstream: Upstream) -> None:
    items: Any = [
        {"role": "developer", "content": f"About {TERM}"},
        {"type": "message", "role": "user", "content": [{"type": "input_text", "text": TERM}]},
        {
            "type": "reasoning",
            "id": "rs_1",
            "summary": [{"type": "summary_text", "text": TERM}],
            "encrypted_content": TERM,
        },
        {"type": "function_call", "call_id": TERM, "name": "f", "arguments": json.dumps({TERM: TERM})},
        {"type": "function_call_output", "call_id": TERM, "output": json.dumps([{"note": TERM}])},
        {"type": "item_reference", "id": TERM},
    ]
    neutralising().wrap(plain).responses.create(model="echo", input=items)
    assert upstream.last["input"] == [
        {"role": "developer", "content": f"About {NEUTRAL}"},
        {"type": "message", "role": "user", "content": [{"type": "input_text", "text": NEUTRAL}]},
        {**items[2], "summary": [{"type": "summary_text", "text": NEUTRAL}]},
        {**items[3], "arguments": f'{{"{TERM}":"{NEUTRAL}"}}'},
        {**items[4], "output": f'[{{"note":"{NEUTRAL}"}}]'},
        items[5],
    ]


@pytest.mark.parametrize("late", [False, True], ids=["request", "answer"])
def test_blocked_response_is_an_incomplete_one_with_a_refusal(plain: OpenAI, late: bool) -> None:
    answer: Any = Guard([Block(late=late)]).wrap(plain).responses.create(model="echo", input=TERM)
    assert (answer.status, answer.incomplete_details.reason) == ("incomplete", "content_filter")
    assert answer.output[0].content[0].refusal == "withheld by the test"
    assert answer.output_text == ""
    assert TERM not in answer.model_dump_json()


def test_server_side_state_passes(plain: OpenAI, upstream: Upstream) -> None:
    neutralising().wrap(plain).responses.create(
        model="echo",
        input="go",
        previous_response_id="resp_0",
        prompt={"id": "pmpt_1", "variables": {"who": TERM, "part": {"type": "input_text", "text": TERM}}},
    )
    assert upstream.last["previous_response_id"] == "resp_0"
    variables = {"who": NEUTRAL, "part": {"type": "input_text", "text": NEUTRAL}}
    assert upstream.last["prompt"] == {"id": "pmpt_1", "variables": variables}


def test_background_answer_is_guarded_when_it_is_fetched(plain: OpenAI, upstream: Upstream) -> None:
    client = neutralising().wrap(plain)
    upstream.say({**response(""), "status": "queued", "output": []})
    assert client.responses.create(model="echo", input="go", background=True).status == "queued"
    upstream.say(response(f"a {TERM}"))
    assert client.responses.retrieve("resp_1").output_text == f"a {NEUTRAL}"
    upstream.say(response(f"a {TERM}"))
    assert client.responses.cancel("resp_1").output_text == f"a {NEUTRAL}"


def test_stored_answers_are_guarded_when_they_are_listed(plain: OpenAI, upstream: Upstream) -> None:
    client = neutralising().wrap(plain)
    upstream.say({"object": "list", "data": [chat(f"a {TERM}")], "has_more": False})
    assert client.chat.completions.list().data[0].choices[0].message.content == f"a {NEUTRAL}"
    upstream.say(chat(f"a {TERM}"))
    assert client.chat.completions.retrieve("chatcmpl-1").choices[0].message.content == f"a {NEUTRAL}"
    upstream.say({"object": "list", "data": [{"id": "m", "role": "assistant", "content": TERM}], "has_more": False})
    assert client.chat.completions.messages.list("chatcmpl-1").data[0].content == NEUTRAL
    item = response(TERM)["output"][0]
    upstream.say({"object": "list", "data": [item], "has_more": False, "first_id": "a", "last_id": "a"})
    assert TERM not in client.responses.input_items.list("resp_1").model_dump_json()


def test_conversation_items_are_guarded_going_in(plain: OpenAI, upstream: Upstream) -> None:
    client = neutralising().wrap(plain)
    items: Any = [{"type": "message", "role": "user", "content": TERM}]
    client.conversations.create(items=items)
    client.conversations.items.create("conv_1", items=items)
    assert TERM not in upstream.seen
    assert len(upstream.requests) == 2


def test_completion_prompts_and_answers_are_guarded(plain: OpenAI, upstream: Upstream) -> None:
    answer: Any = (
        neutralising().wrap(plain).completions.create(model="echo", prompt=["fine", f"a {TERM}"], suffix=f"by a {TERM}")
    )
    assert upstream.last["prompt"] == ["fine", f"a {NEUTRAL}"]
    assert upstream.last["suffix"] == f"by a {NEUTRAL}"
    assert answer.choices[1].text == f"a {NEUTRAL}"


@pytest.mark.parametrize("late", [False, True], ids=["request", "answer"])
def test_blocked_completion_is_a_native_refusal(plain: OpenAI, late: bool) -> None:
    answer = Guard([Block(late=late)]).wrap(plain).completions.create(model="echo", prompt=TERM)
    assert (answer.choices[0].finish_reason, answer.choices[0].text) == ("content_filter", "withheld by the test")


def test_embedding_inputs_are_guarded_and_vectors_kept(plain: OpenAI, upstream: Upstream) -> None:
    answer: Any = (
        neutralising().wrap(plain).embeddings.create(model="echo", input=["fine", f"a {TERM}"], encoding_format="float")
    )
    assert upstream.last["input"] == ["fine", f"a {NEUTRAL}"]
    assert answer.data[1].embedding == [0.5, -0.25]
    assert answer.guardrails["action"] == "rewrite"


def test_blocked_embedding_is_an_error(plain: OpenAI, upstream: Upstream) -> None:
    with pytest.raises(BadRequestError) as caught:
        Guard([Block()]).wrap(plain).embeddings.create(model="echo", input=TERM)
    assert caught.value.code == "content_filter"
    assert upstream.requests == []


@pytest.mark.parametrize("tokens", [[1, 2], [[1, 2], [3]]], ids=["one", "several"])
def test_token_ids_cannot_be_guarded_and_are_not_sent(plain: OpenAI, upstream: Upstream, tokens: Any) -> None:
    client = neutralising().wrap(plain)
    with pytest.raises(BadRequestError, match="token ids"):
        client.embeddings.create(model="echo", input=tokens)
    with pytest.raises(BadRequestError, match="token ids"):
        client.completions.create(model="echo", prompt=tokens)
    assert upstream.requests == []


class Answer(BaseModel):
    answer: str


def test_parse_gets_the_guarded_object(plain: OpenAI, upstream: Upstream) -> None:
    client = neutralising().wrap(plain)
    messages: Any = [{"role": "user", "content": TERM}]
    parsed = client.chat.completions.parse(model="json", messages=messages, response_format=Answer)
    assert parsed.choices[0].message.parsed == Answer(answer=NEUTRAL)
    beta = client.beta.chat.completions.parse(model="json", messages=messages, response_format=Answer)
    assert beta.choices[0].message.parsed == Answer(answer=NEUTRAL)
    assert client.responses.parse(model="json", input=TERM, text_format=Answer).output_parsed == Answer(answer=NEUTRAL)
    assert TERM not in upstream.seen
