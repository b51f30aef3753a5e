"""Pointers, leaves, JSON and event streams: pure, and exact at the edges."""

from __future__ import annotations

import copy
import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guardrails.integrations import sse
from guardrails.integrations.wire.annotations import realigned
from guardrails.integrations.wire.jsons import dumps, loads
from guardrails.integrations.wire.pointer import escape, leaves, replace_all, resolve

KEYS = st.text(max_size=5) | st.sampled_from(["a/b", "~", "~1", "#", "0", ""])
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(KEYS, inner, max_size=4),
    max_leaves=12,
)


@given(VALUES)
def test_every_leaf_is_found_at_its_pointer(document: Any) -> None:
    assert all(resolve(document, pointer) == leaf for pointer, leaf in leaves(document))


@given(VALUES)
def test_replacing_changes_the_named_leaves_and_nothing_else(document: Any) -> None:
    before = copy.deepcopy(document)
    edits = {pointer: leaf + "!" for pointer, leaf in leaves(document)}
    after = replace_all(document, edits)
    assert document == before
    assert [leaf for _, leaf in leaves(after)] == [leaf + "!" for _, leaf in leaves(document)]
    assert replace_all(document, {}) == document


@given(VALUES.filter(lambda value: isinstance(value, dict | list)))
def test_json_in_a_string_is_edited_through_the_hash(document: Any) -> None:
    body = {"arguments": json.dumps(document), "beside": [1]}
    edits = {f"/arguments#{pointer}": "new" for pointer, _ in leaves(document)}
    after = replace_all(body, edits)
    assert after["beside"] is body["beside"]
    expected = copy.deepcopy(document)
    for pointer, _ in leaves(document):
        expected = _set(expected, pointer)
    assert json.loads(after["arguments"]) == expected


def _set(document: Any, pointer: str) -> Any:
    """The same edit, written the slow way."""
    if not pointer:
        return "new"
    head, _, rest = pointer[1:].partition("/")
    key: Any = head.replace("~2", "#").replace("~1", "/").replace("~0", "~")
    key = int(key) if isinstance(document, list) else key
    document[key] = _set(document[key], f"/{rest}" if _ else "")
    return document


def test_leaves_of_a_very_deep_document_are_found() -> None:
    document: Any = "deep"
    for _ in range(50_000):
        document = [document]
    assert [leaf for _, leaf in leaves(document)] == ["deep"]


@pytest.mark.parametrize("token", ["a/b", "m~n", "~1", "", "C#", "~2"])
def test_escaped_tokens_resolve(token: str) -> None:
    assert resolve({token: "x"}, f"/{escape(token)}") == "x"


@pytest.mark.parametrize(
    "value",
    [2**70, {"id": 12345678901234567890123}, "\ud83d", 1.5, {"a": "é"}, [None, True]],
    ids=["huge", "huge inside", "lone surrogate", "float", "accent", "constants"],
)
def test_what_was_read_is_written_again(value: Any) -> None:
    assert json.loads(dumps(loads(json.dumps(value)))) == value


@pytest.mark.parametrize("data", [b"", b"{", b"nonsense", b"[" * 100_000], ids=["empty", "open", "word", "deep"])
def test_what_is_no_json_is_a_value_error(data: bytes) -> None:
    with pytest.raises(ValueError, match=r".*"):
        loads(data)


@pytest.mark.parametrize("newline", [b"\n", b"\r\n", b"\r"], ids=["lf", "crlf", "cr"])
def test_events_are_read_whatever_ends_a_line(newline: bytes) -> None:
    raw = b'\xef\xbb\xbf: ping\n\nevent: a\nid: 1\ndata: {"x":\ndata: 1}\n\ndata:[DONE]'.replace(b"\n", newline)
    assert sse.parse(raw) == [sse.Event(b'{"x":\n1}', "a"), sse.DONE]


@given(st.lists(st.builds(sse.Event, st.binary(min_size=1).filter(lambda b: not set(b) & set(b"\r\n")), st.just(""))))
def test_events_survive_writing_and_reading(events: list[sse.Event]) -> None:
    events = [event for event in events if not event.data.startswith(b" ")]
    assert sse.parse(sse.render(events)) == events


@given(st.text(max_size=30), st.text(max_size=5), st.text(max_size=5), st.text(max_size=30))
def test_citations_outside_the_edit_keep_their_text(head: str, old: str, new: str, tail: str) -> None:
    before, after = f"{head}<{old}>{tail}", f"{head}<{new}>{tail}"
    marks = [
        {"start_index": 0, "end_index": len(head)},
        {"start_index": len(before) - len(tail), "end_index": len(before)},
    ]
    for was, now in zip(marks, realigned(marks, before, after), strict=True):
        cited = before[was["start_index"] : was["end_index"]]
        assert after[now["start_index"] : now["end_index"]] == cited


@pytest.mark.parametrize("annotations", [None, ["odd"], [{"type": "file_citation", "index": 3}]])
def test_annotations_without_offsets_are_left_alone(annotations: Any) -> None:
    assert realigned(annotations, "ab", "b") == annotations
