"""Messages to texts and back: everything a person or a model wrote, and nothing else."""

from __future__ import annotations

import copy
import json
from dataclasses import replace
from typing import Any

import pytest
from langchain_core.messages import (
    AIMessage,
    AIMessageChunk,
    BaseMessage,
    ChatMessage,
    FunctionMessage,
    HumanMessage,
    RemoveMessage,
    SystemMessage,
    ToolMessage,
)
from pydantic import BaseModel, Field

from guardrails.errors import GuardFailed
from guardrails.integrations.langchain.messages import message_texts, with_texts
from guardrails.integrations.wire.schema import Schemas
from guardrails.types import Source, Text
from tests.helpers.guards import NEUTRAL, TERM

SAID = f"the {TERM}!"
CALL = {"name": "mail", "args": {"to": "x", "body": SAID}, "id": "c1", "type": "tool_call"}
RAW = {"id": "c1", "type": "function", "function": {"name": "mail", "arguments": json.dumps(CALL["args"])}}


class Letter(BaseModel):
    """What a model was told to write."""

    body: str
    pages: int = 1


class Oddity(BaseMessage):
    """A kind of message that nobody knows."""

    type: str = "oddity"


def ai(content: Any = "", **more: Any) -> AIMessage:
    return AIMessage(content=content, **more)


PLANTED: dict[str, tuple[BaseMessage, Source]] = {
    "system": (SystemMessage(SAID), Source.SYSTEM),
    "human": (HumanMessage(SAID, name="Ann"), Source.USER),
    "ai": (ai(SAID), Source.ASSISTANT),
    "tool": (ToolMessage(SAID, tool_call_id="c1"), Source.TOOL_RESULT),
    "function": (FunctionMessage(content=SAID, name="f"), Source.TOOL_RESULT),
    "chat developer": (ChatMessage(content=SAID, role="developer"), Source.SYSTEM),
    "chat unheard of": (ChatMessage(content=SAID, role="ghost"), Source.USER),
    "unknown kind": (Oddity(content=SAID), Source.USER),
    "JSON in a string": (HumanMessage(json.dumps({"who": SAID})), Source.USER),
    "bare strings": (HumanMessage([SAID, "b"]), Source.USER),
    "text block": (HumanMessage([{"type": "text", "text": SAID}]), Source.USER),
    "plain text file": (HumanMessage([{"type": "text-plain", "text": SAID, "mime_type": "text/plain"}]), Source.USER),
    "document of text": (
        HumanMessage([{"type": "document", "source": {"type": "text", "media_type": "text/plain", "data": SAID}}]),
        Source.USER,
    ),
    "unknown block": (ai([{"type": "new", "prose": [{"deep": SAID}]}]), Source.ASSISTANT),
    "non-standard block": (ai([{"type": "non_standard", "value": {"refusal": SAID}}]), Source.ASSISTANT),
    "reasoning block": (ai([{"type": "reasoning", "reasoning": SAID}]), Source.ASSISTANT),
    "reasoning summary": (ai([{"type": "reasoning", "summary": [{"text": SAID}]}]), Source.ASSISTANT),
    "thinking block": (ai([{"type": "thinking", "thinking": SAID, "signature": "s"}]), Source.ASSISTANT),
    "cited text": (
        ai([{"type": "text", "text": "a", "annotations": [{"type": "citation", "cited_text": SAID}]}]),
        Source.CONTEXT,
    ),
    "reasoning beside": (ai(additional_kwargs={"reasoning_content": SAID}), Source.ASSISTANT),
    "refusal beside": (ai(additional_kwargs={"refusal": SAID}), Source.ASSISTANT),
    "transcript": (ai(additional_kwargs={"audio": {"id": "a", "data": "UklG", "transcript": SAID}}), Source.ASSISTANT),
    "legacy function call": (
        ai(additional_kwargs={"function_call": {"name": "f", "arguments": json.dumps({"q": SAID})}}),
        Source.TOOL_CALL,
    ),
    "raw tool call alone": (ai(additional_kwargs={"tool_calls": [{**RAW, "id": "c2"}]}), Source.TOOL_CALL),
    "tool call": (ai(tool_calls=[CALL]), Source.TOOL_CALL),
    "tool call without an id": (ai(tool_calls=[{**CALL, "id": None}]), Source.TOOL_CALL),
    "tool call, repeated raw": (ai(tool_calls=[CALL], additional_kwargs={"tool_calls": [RAW]}), Source.TOOL_CALL),
    "tool call, repeated as a block": (
        ai([{"type": "tool_use", "id": "c1", "name": "mail", "input": CALL["args"]}], tool_calls=[CALL]),
        Source.TOOL_CALL,
    ),
    "tool call, repeated as JSON": (
        ai(
            [{"type": "function_call", "id": "f1", "call_id": "c1", "arguments": json.dumps(CALL["args"])}],
            tool_calls=[CALL],
        ),
        Source.TOOL_CALL,
    ),
    "chunked tool call": (
        AIMessageChunk(
            content="",
            tool_call_chunks=[{"name": "mail", "args": json.dumps(CALL["args"]), "id": "c1", "index": 0}],
        ),
        Source.TOOL_CALL,
    ),
    "invalid tool call": (
        ai(invalid_tool_calls=[{"name": "mail", "args": f'{{"b": "{SAID}', "id": "c1", "error": f"bad: {SAID}"}]),
        Source.TOOL_CALL,
    ),
    "server's tool call": (
        ai([{"type": "server_tool_call", "id": "s", "name": "web", "args": {"q": SAID}}]),
        Source.TOOL_CALL,
    ),
    "server's tool result": (
        ai([{"type": "server_tool_result", "tool_call_id": "s", "output": [{"title": SAID}]}]),
        Source.TOOL_RESULT,
    ),
    "parsed object": (ai(additional_kwargs={"parsed": Letter(body=SAID)}), Source.ASSISTANT),
    "parsed object and its JSON": (
        ai(Letter(body=SAID).model_dump_json(), additional_kwargs={"parsed": Letter(body=SAID)}),
        Source.ASSISTANT,
    ),
    "arguments that are no JSON": (ai(tool_calls=[{**CALL, "args": {"a": (SAID, {1: SAID})}}]), Source.TOOL_CALL),
}

planted = pytest.mark.parametrize(("message", "source"), PLANTED.values(), ids=PLANTED)


def neutral(texts: tuple[Text, ...]) -> tuple[Text, ...]:
    return tuple(replace(text, text=text.text.replace(TERM, NEUTRAL)) for text in texts)


@planted
def test_planted_term_is_found_with_its_source_and_replaced_everywhere(message: BaseMessage, source: Source) -> None:
    texts = message_texts([message])
    assert {text.source for text in texts if TERM in text.text} == {source}
    (edited,) = with_texts([message], texts, neutral(texts))
    assert TERM not in repr(edited)
    assert NEUTRAL in repr(edited)
    assert type(edited) is type(message)
    assert (edited.id, edited.name) == (message.id, message.name)


@planted
def test_reading_and_editing_leave_the_original_alone(message: BaseMessage, source: Source) -> None:
    before = copy.deepcopy(message)
    texts = message_texts([message])
    with_texts([message], texts, neutral(texts))
    assert message == before


@planted
def test_no_edit_gives_the_same_object_back(message: BaseMessage, source: Source) -> None:
    texts = message_texts([message])
    (same,) = with_texts([message], texts, texts)
    assert same is message


@planted
def test_paths_are_unique(message: BaseMessage, source: Source) -> None:
    texts = message_texts([message, message])
    assert len({text.path for text in texts}) == len(texts)


@pytest.mark.parametrize(
    "message",
    [
        HumanMessage([{"type": "image", "url": f"https://x/{TERM}"}]),
        HumanMessage([{"type": "image_url", "image_url": {"url": f"data:{TERM}"}}]),
        HumanMessage([{"type": "file", "base64": TERM, "mime_type": "application/pdf"}]),
        HumanMessage("", name=TERM, id=TERM),
        ai([{"type": "thinking", "thinking": "", "signature": TERM}]),
        ai("", response_metadata={"model_name": TERM, "finish_reason": TERM}),
        ai(tool_calls=[{"name": TERM, "args": {TERM: 1}, "id": TERM, "type": "tool_call"}]),
        ToolMessage("", tool_call_id=TERM, artifact={"rows": [TERM]}),
        RemoveMessage(id=TERM),
    ],
    ids=["image", "image URL", "file", "name and id", "signature", "metadata", "tool's name", "artifact", "remove"],
)
def test_what_nobody_wrote_is_no_text(message: BaseMessage) -> None:
    assert not [text for text in message_texts([message], answer=True) if TERM in text.text]


def test_repeated_arguments_are_one_text() -> None:
    message = PLANTED["tool call, repeated raw"][0]
    assert [text.path for text in message_texts([message])] == [
        "/0/tool_calls/0/args#/to",
        "/0/tool_calls/0/args#/body",
    ]


def test_what_a_provider_quotes_beside_its_answer_counts_only_in_an_answer() -> None:
    message = ai("a", response_metadata={"grounding_metadata": {"supports": [{"segment": {"text": SAID}}]}})
    texts = message_texts([message], answer=True)
    (edited,) = with_texts([message], texts, neutral(texts))
    assert TERM not in repr(edited)
    assert len(message_texts([message])) == 1


def test_an_edit_of_structured_output_is_parsed_again() -> None:
    message = PLANTED["parsed object and its JSON"][0]
    texts = message_texts([message])
    (edited,) = with_texts([message], texts, neutral(texts))
    assert edited.additional_kwargs["parsed"] == Letter(body=f"the {NEUTRAL}!")


def test_an_edit_that_breaks_the_schema_or_the_parsed_object_does_not_fit() -> None:
    class Short(BaseModel):
        body: str = Field(max_length=3)

    content = '{"body": "x"}'
    schemas = Schemas({}, {"properties": {"body": {"enum": ["x", "y"]}}})
    (declared,) = message_texts([ai(content)], schemas=schemas)
    (parsed,) = message_texts([ai(content, additional_kwargs={"parsed": Short(body="x")})])
    for text, too_much in ((declared, "z"), (parsed, "yyyy")):
        assert text.fits is not None
        assert (text.fits("y"), text.fits(too_much)) == (True, False)


def test_a_tool_schema_judges_its_arguments() -> None:
    schemas = Schemas({"mail": {"properties": {"to": {"enum": ["x", "y"]}}}}, None)
    to, body = message_texts([ai(tool_calls=[CALL])], schemas=schemas)
    assert to.fits is not None
    assert body.fits is not None
    assert (to.fits("y"), to.fits("z"), body.fits("anything")) == (True, False, True)


def test_probabilities_recordings_signatures_and_offsets_do_not_outlive_an_edit() -> None:
    annotation = {"type": "citation", "start_index": len(SAID) - 1, "end_index": len(SAID)}
    message = ai(
        [
            {"type": "text", "text": SAID, "annotations": [annotation]},
            {"type": "thinking", "thinking": SAID, "signature": "signed"},
            {"type": "image", "url": "u"},
        ],
        response_metadata={"logprobs": {"content": [{"token": TERM}]}, "model_name": "m"},
    )
    texts = message_texts([message], answer=True)
    (edited,) = with_texts([message], texts, neutral(texts))
    clean = SAID.replace(TERM, NEUTRAL)
    moved = {"type": "citation", "start_index": len(clean) - 1, "end_index": len(clean)}
    assert edited.content == [
        {"type": "text", "text": clean, "annotations": [moved]},
        {"type": "thinking", "thinking": clean},
        {"type": "image", "url": "u"},
    ]
    assert edited.response_metadata == {"logprobs": None, "model_name": "m"}


def test_a_transcript_that_was_edited_is_all_that_is_left_of_a_recording() -> None:
    message = PLANTED["transcript"][0]
    texts = message_texts([message])
    (edited,) = with_texts([message], texts, neutral(texts))
    assert (edited.content, edited.additional_kwargs) == (SAID.replace(TERM, NEUTRAL), {})


def test_a_text_that_was_dropped_or_invented_has_no_place() -> None:
    texts = message_texts([HumanMessage("a"), HumanMessage("b")])
    with pytest.raises(GuardFailed, match="dropped or invented"):
        with_texts([HumanMessage("a"), HumanMessage("b")], texts, texts[:1])
    with pytest.raises(GuardFailed, match="dropped or invented"):
        with_texts([HumanMessage("a")], texts[:1], [replace(texts[0], path="/9")])


def test_what_is_nested_too_deep_is_refused() -> None:
    deep: Any = SAID
    for _ in range(500):
        deep = [deep]
    with pytest.raises(GuardFailed, match="deep"):
        message_texts([ai([{"type": "new", "prose": deep}])])
    with pytest.raises(GuardFailed, match="deep"):
        message_texts([ai(tool_calls=[{**CALL, "args": {"a": deep}}])])


def test_two_thousand_messages_are_read_and_written_in_order() -> None:
    messages: list[BaseMessage] = [HumanMessage(f"{index} {SAID}") for index in range(2000)]
    texts = message_texts(messages)
    edited = with_texts(messages, texts, neutral(texts))
    assert [message.content for message in edited] == [f"{index} the {NEUTRAL}!" for index in range(2000)]
