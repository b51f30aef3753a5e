"""Which texts an API's JSON holds, where they come from, and which edits fit."""

from __future__ import annotations

import json
from typing import Any

import pytest

from guardrails.integrations.sse import DONE, Event
from guardrails.integrations.wire.api import CutStreamError, ErrorEventError
from guardrails.integrations.wire.chat import CHAT
from guardrails.integrations.wire.completions import COMPLETIONS
from guardrails.integrations.wire.pointer import replace_all, resolve
from guardrails.integrations.wire.responses import RESPONSES
from guardrails.types import Source


def _at(texts: Any) -> dict[str, tuple[str, Source]]:
    return {text.path: (text.text, text.source) for text in texts}


@pytest.mark.parametrize(
    ("role", "source"),
    [
        ("system", Source.SYSTEM),
        ("developer", Source.SYSTEM),
        ("user", Source.USER),
        ("assistant", Source.ASSISTANT),
        ("tool", Source.TOOL_RESULT),
        ("function", Source.TOOL_RESULT),
        ("narrator", Source.USER),
        (None, Source.USER),
        (["odd"], Source.USER),
    ],
)
def test_role_says_where_a_turn_comes_from(role: Any, source: Source) -> None:
    turn = {"role": role, "content": "hi"}
    assert _at(CHAT.inputs({"messages": [turn]})) == {"/messages/0/content": ("hi", source)}
    if role not in ("tool", "function"):
        assert _at(RESPONSES.inputs({"input": [turn]})) == {"/input/0/content": ("hi", source)}


@pytest.mark.parametrize(
    "content", ["", None, 3, {"text": 1}, [], [{"type": "text"}], [{"type": "text", "text": None}], [3]]
)
def test_content_without_text_has_no_texts(content: Any) -> None:
    assert CHAT.inputs({"messages": [{"role": "user", "content": content}]}) == ()


@pytest.mark.parametrize(
    "body", [{}, {"messages": None}, {"messages": "x"}, {"messages": [None, "x"]}, {"tools": [None]}]
)
def test_odd_requests_have_no_texts(body: dict[str, Any]) -> None:
    assert CHAT.inputs(body) == ()


def test_names_ids_and_tools_are_no_texts() -> None:
    call = {"id": "x", "type": "function", "function": {"name": "look_up", "arguments": "{}"}}
    message = {"role": "assistant", "name": "Ada", "tool_calls": [call], "tool_call_id": "x"}
    tools = [{"type": "function", "function": {"name": "look_up", "description": "by age", "parameters": {}}}]
    assert CHAT.inputs({"messages": [message], "tools": tools, "user": "u", "metadata": {"a": "b"}}) == ()


@pytest.mark.parametrize("text", ['{"a": ', "{not json}", "[1, 2] and more", "'{}'", '"quoted"', "{}}", " ", "\n[x]\n"])
def test_text_that_is_no_json_object_or_array_is_one_text(text: str) -> None:
    assert _at(CHAT.inputs({"messages": [{"role": "user", "content": text}]})) == {
        "/messages/0/content": (text, Source.USER)
    }


def test_json_text_with_space_around_it_is_read_by_leaf() -> None:
    texts = CHAT.inputs({"messages": [{"role": "tool", "content": ' {"a/b": ["x", {"c": "y"}], "n": 1}\n'}]})
    assert _at(texts) == {
        "/messages/0/content#/a~1b/0": ("x", Source.TOOL_RESULT),
        "/messages/0/content#/a~1b/1/c": ("y", Source.TOOL_RESULT),
    }


def _argument(schema: Any, arguments: dict[str, Any]) -> Any:
    """The `fits` of the first leaf of a call's arguments."""
    request = {"tools": [{"type": "function", "function": {"name": "f", "parameters": schema}}]}
    call = {"function": {"name": "f", "arguments": json.dumps(arguments)}}
    (text, *_) = CHAT.outputs({"choices": [{"message": {"tool_calls": [call]}}]}, request)
    return text.fits


def _object(**properties: Any) -> dict[str, Any]:
    return {"type": "object", "properties": properties}


@pytest.mark.parametrize(
    ("rule", "good", "bad"),
    [
        ({"enum": ["a", "b"]}, "b", "c"),
        ({"const": "a"}, "a", "b"),
        ({"maxLength": 3}, "abc", "abcd"),
        ({"pattern": "^[a-z]+$"}, "abc", "a1"),
        ({"format": "date"}, "2026-01-02", "someday"),
        ({"anyOf": [{"const": "a"}, {"minLength": 4}]}, "long", "lo"),
    ],
    ids=["enum", "const", "length", "pattern", "format", "anyOf"],
)
def test_edit_has_to_fit_the_tools_schema(rule: dict[str, Any], good: str, bad: str) -> None:
    original = "2026-01-01" if "format" in rule else "a"
    fits = _argument(_object(x=rule), {"x": original})
    assert fits(good)
    assert not fits(bad)


def test_edits_have_to_fit_together() -> None:
    request = {"functions": [{"name": "f", "parameters": _object(x={"type": "array", "uniqueItems": True})}]}
    message = {"function_call": {"name": "f", "arguments": json.dumps({"x": ["old man", "young man"]})}}
    first, second = CHAT.outputs({"choices": [{"message": message}]}, request)
    assert first.fits is not None
    assert second.fits is not None
    assert first.fits("person")
    assert not second.fits("person")
    assert second.fits("somebody")


@pytest.mark.parametrize(
    "schema",
    [_object(x={"type": "integer"}), {"$ref": "https://example.org/schema.json"}, {"type": "nonsense"}],
    ids=["broken before", "remote", "no schema"],
)
def test_schema_that_cannot_judge_objects_to_nothing(schema: Any) -> None:
    assert _argument(schema, {"x": "a"})("anything")


def test_without_a_schema_any_string_fits() -> None:
    assert _argument(None, {"x": "a"}) is None


def test_schema_of_structured_output_is_found_in_both_apis() -> None:
    schema = _object(x={"maxLength": 2})
    said = json.dumps({"x": "a"})
    chat = {"response_format": {"type": "json_schema", "json_schema": {"name": "n", "schema": schema}}}
    (text,) = CHAT.outputs({"choices": [{"message": {"content": said}}]}, chat)
    body = {"output": [{"type": "message", "content": [{"type": "output_text", "text": said}]}]}
    (other,) = RESPONSES.outputs(body, {"text": {"format": {"type": "json_schema", "schema": schema}}})
    for found in (text, other):
        assert found.fits is not None
        assert (found.fits("ab"), found.fits("abc")) == (True, False)


def test_legacy_functions_have_schemas_too() -> None:
    request = {"functions": [{"name": "f", "parameters": _object(x={"enum": ["a"]})}]}
    message = {"function_call": {"name": "f", "arguments": '{"x": "a"}'}}
    (text,) = CHAT.outputs({"choices": [{"message": message}]}, request)
    assert text.fits is not None
    assert not text.fits("b")


def _chunks(*deltas: dict[str, Any], end: str | None = "stop") -> list[Event]:
    choices: list[Any] = [{"index": 0, "delta": delta, "finish_reason": None} for delta in deltas]
    choices.append({"index": 0, "delta": {}, "finish_reason": end})
    return [Event(json.dumps({"id": "c", "choices": [choice]}).encode()) for choice in choices]


def test_pieces_of_parallel_tool_calls_find_their_own() -> None:
    def piece(index: int, arguments: str, **more: Any) -> dict[str, Any]:
        return {"tool_calls": [{"index": index, **more, "function": {"arguments": arguments}}]}

    events = _chunks(piece(0, "", id="a"), piece(1, "", id="b"), piece(0, "x"), piece(1, "y"), piece(0, "z"))
    assert CHAT.assemble is not None
    calls = CHAT.assemble(events).body["choices"][0]["message"]["tool_calls"]
    assert [(call["id"], call["function"]["arguments"]) for call in calls] == [("a", "xz"), ("b", "y")]


def test_fields_that_come_whole_are_not_joined() -> None:
    assert CHAT.assemble is not None
    whole = CHAT.assemble(_chunks({"role": "assistant", "content": "a"}, {"role": "assistant", "content": "b"}))
    assert whole.body["choices"][0]["message"] == {"role": "assistant", "content": "ab"}


@pytest.mark.parametrize("wire", [CHAT, COMPLETIONS, RESPONSES], ids=["chat", "completions", "responses"])
@pytest.mark.parametrize(
    "events", [[], [Event(b'{"id": "c"')], [Event(b'{"choices": []}')]], ids=["none", "torn", "open"]
)
def test_stream_that_does_not_end_is_cut(wire: Any, events: list[Event]) -> None:
    with pytest.raises(CutStreamError):
        wire.assemble(events)


@pytest.mark.parametrize("wire", [CHAT, COMPLETIONS, RESPONSES], ids=["chat", "completions", "responses"])
def test_error_event_is_kept_as_it_came(wire: Any) -> None:
    event = Event(b'{"error": {"message": "busy"}}', "error")
    with pytest.raises(ErrorEventError) as caught:
        wire.assemble([event, DONE])
    assert caught.value.event == event


def test_items_stand_in_for_an_output_the_last_event_leaves_out() -> None:
    item = {"type": "message", "id": "m", "content": [{"type": "output_text", "text": "hi"}]}
    events = [
        Event(json.dumps({"type": "response.output_item.done", "output_index": 0, "item": item}).encode()),
        Event(json.dumps({"type": "response.completed", "response": {"id": "r"}}).encode()),
    ]
    assert RESPONSES.assemble is not None
    assert RESPONSES.assemble(events).body["output"] == [item]


@pytest.mark.parametrize(
    ("item", "events"),
    [
        ({"type": "reasoning", "id": "r", "summary": [{"type": "summary_text", "text": "s"}]}, "reasoning_summary"),
        ({"type": "reasoning", "id": "r", "content": [{"type": "reasoning_text", "text": "s"}]}, "reasoning_text"),
        ({"type": "custom_tool_call", "id": "c", "input": "s", "name": "n"}, "custom_tool_call_input"),
        ({"type": "mcp_call", "id": "c", "arguments": "s", "name": "n"}, "mcp_call_arguments"),
        ({"type": "message", "id": "m", "content": [{"type": "refusal", "refusal": "s"}]}, "refusal"),
    ],
)
def test_replayed_item_says_its_text_in_its_own_events(item: dict[str, Any], events: str) -> None:
    assert RESPONSES.replay is not None
    assert RESPONSES.assemble is not None
    body = {"id": "r", "status": "completed", "output": [item]}
    replayed = RESPONSES.replay(body, {})
    deltas = [json.loads(e.data)["delta"] for e in replayed if e.name.endswith(".delta") and events in e.name]
    assert deltas == ["s"]
    assert RESPONSES.assemble(replayed).faithful
    assert RESPONSES.assemble(replayed).body == body


def test_parts_that_are_bare_strings_are_texts() -> None:
    turn = {"role": "user", "content": ["x", {"type": "text", "text": "y"}]}
    assert [text.text for text in CHAT.inputs({"messages": [turn]})] == ["x", "y"]
    assert [text.text for text in RESPONSES.inputs({"input": [turn]})] == ["x", "y"]


def test_arguments_that_are_an_object_are_read_by_their_leaves_and_stay_an_object() -> None:
    call = {"function": {"name": "f", "arguments": {"to": ["her"], "deep": {"by": "him"}}}}
    body = {"messages": [{"role": "assistant", "tool_calls": [call]}]}
    at = "/messages/0/tool_calls/0/function/arguments"
    assert _at(CHAT.inputs(body)) == {
        f"{at}#/to/0": ("her", Source.TOOL_CALL),
        f"{at}#/deep/by": ("him", Source.TOOL_CALL),
    }
    edited = replace_all(body, {f"{at}#/deep/by": "them"})
    assert resolve(edited, at) == {"to": ["her"], "deep": {"by": "them"}}
    assert resolve(edited, f"{at}#/deep/by") == "them"
    assert resolve(body, f"{at}#/deep/by") == "him"


def test_keys_inside_the_arguments_of_a_tool_search_stay_behind_the_mark() -> None:
    item = {"type": "tool_search_call", "arguments": {"a key": {"q": "x"}}}
    assert [text.path for text in RESPONSES.inputs({"input": [item]})] == ["/input/0/arguments#/a key/q"]
