"""However a constitution is damaged, the loader answers with a constitution or with a `ConstitutionError`."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from guardrails.constitution import load_pack, load_text, pack_names, pack_path
from guardrails.constitution.compose import compose
from guardrails.constitution.nodes import ListNode, MappingNode, Node, ScalarNode
from guardrails.constitution.problems import shown
from guardrails.errors import ConstitutionError
from tests.helpers.constitutions import HEADER

HIRING = pack_path("hiring").read_text(encoding="utf-8")
LINES = HIRING.splitlines(keepends=True)

scalars = (
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8) | st.sampled_from(["age", "keep"])
)
keys = st.sampled_from(
    [
        "moderation",
        "principles",
        "critique",
        "scrub",
        "tests",
        "user",
        "expect",
        "default",
        "age",
        "id",
        "text",
        "rules",
    ]
)
values = st.recursive(
    scalars, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(keys | st.text(max_size=3), inner, max_size=4)
)


def is_handled(text: str) -> bool:
    try:
        return load_text(text, file="x.yaml").digest != ""
    except ConstitutionError as error:
        return str(error) != ""


@given(st.integers(0, len(HIRING)), st.integers(0, 40), st.text(max_size=5))
def test_a_pack_with_a_piece_replaced_is_handled(start: int, length: int, piece: str) -> None:
    assert is_handled(HIRING[:start] + piece + HIRING[start + length :])


@given(st.lists(st.integers(0, len(LINES) - 1), max_size=3), st.integers(0, 6))
def test_a_pack_with_lines_missing_or_indented_is_handled(gone: list[int], indent: int) -> None:
    kept = [" " * indent * (at % 7 == 0) + line for at, line in enumerate(LINES) if at not in gone]
    assert is_handled("".join(kept))


@given(st.dictionaries(keys, values, max_size=4))
def test_any_values_under_known_keys_are_handled(body: dict[str, object]) -> None:
    assert is_handled(HEADER + yaml.safe_dump(body, allow_unicode=True))


def scalars_of(node: Node) -> list[ScalarNode]:
    match node:
        case ScalarNode():
            return [node]
        case ListNode():
            return [one for item in node.items for one in scalars_of(item)]
        case MappingNode():
            return [one for entry in node.entries.values() for one in scalars_of(entry.node)]


@pytest.mark.parametrize("name", pack_names())
def test_the_place_of_every_word_is_where_it_is_written(name: str) -> None:
    path = pack_path(name)
    lines = path.read_text(encoding="utf-8").splitlines()
    for scalar in scalars_of(compose(path.read_text(encoding="utf-8"), file="x").root):
        written = lines[scalar.place.line - 1][scalar.place.column - 1 :]
        assert written.startswith(("'", '"', ">", "|") if scalar.quoted else str(scalar.value)[:20])


@pytest.mark.parametrize("name", pack_names())
def test_every_origin_is_a_line_of_the_file_it_names(name: str) -> None:
    origins = load_pack(name).origins
    for path, place in origins.items():
        line = Path(place.file).read_text(encoding="utf-8").splitlines()[place.line - 1]
        assert line[place.column - 1 :].strip(), path
    assert {Path(place.file).stem for place in origins.values()} == {"fairness", name}


@pytest.mark.parametrize(
    ("word", "repeated"),
    [("usr", "'usr'"), ("no-exclusion", "'no-exclusion'"), ("two words", "this"), ("x" * 41, "this"), (12, "this")],
)
def test_only_words_of_the_format_are_repeated(word: object, repeated: str) -> None:
    assert shown(word) == repeated
