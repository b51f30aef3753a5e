"""YAML that could surprise a reader is refused, each fault at its place."""

from __future__ import annotations

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from guardrails.constitution.compose import MAX_DEPTH, compose
from guardrails.constitution.nodes import plain
from guardrails.errors import ConstitutionError
from tests.helpers.constitutions import HEADER, complaint

FAULTS = {
    "empty": ("", "mine.yaml: the file is empty"),
    "comments only": ("# nothing\n", "mine.yaml: the file is empty"),
    "list": ("- a\n", "mine.yaml:1:1: a constitution is a mapping"),
    "one word": ("hiring\n", "mine.yaml:1:1: a constitution is a mapping"),
    "NUL byte": (HEADER + 'summary: "a\0b"\n', "mine.yaml:4: an unprintable character"),
    "NUL escape": (HEADER + 'summary: "a\\0b"\n', "mine.yaml:4:10: an unprintable character"),
    "lone surrogate": (HEADER + 'summary: "\\ud800"\n', "mine.yaml:4:13: not valid YAML"),
    "tab": (HEADER + "log:\n\ttext: none\n", "mine.yaml:5:1: a tab cannot indent"),
    "duplicate key": (HEADER + "name: other\n", "mine.yaml:4:1: duplicate key 'name' (the first is on line 2)"),
    "nested duplicate": (HEADER + "log: {text: none, text: none}\n", "mine.yaml:4:19: duplicate key 'text'"),
    "python tag": (HEADER + "summary: !!python/name:os.system\n", "mine.yaml:4:10: YAML tags"),
    "harmless tag": (HEADER + "summary: !!str text\n", "mine.yaml:4:10: YAML tags"),
    "tagged mapping": (HEADER + "log: !thing {text: none}\n", "mine.yaml:4:6: YAML tags"),
    "anchor": (HEADER + "summary: &a text\n", "mine.yaml:4:10: YAML anchors"),
    "alias": (HEADER + "summary: *a\n", "mine.yaml:4:10: YAML aliases"),
    "merge key": (HEADER + "<<: {summary: text}\n", "mine.yaml:4:1: YAML reads this as a merge key"),
    "two documents": (HEADER + "---\nname: b\n", "mine.yaml:4:1: a second document"),
    "unclosed list": (HEADER + "tests: [a, b\n", "mine.yaml:5:1: a list or mapping in brackets is not closed"),
    "unclosed quote": (HEADER + 'summary: "text\n', "mine.yaml:5:1: the file ends inside"),
    "two colons": (HEADER + "summary: one: two\n", "mine.yaml:4:13: a second ':'"),
    "reserved sign": (HEADER + "summary: @home\n", "mine.yaml:4:10: a value cannot start with this"),
    "indentation": (HEADER + "critique:\n   rounds: 2\n  critic: auto\n", "mine.yaml:6:3: wrong indentation"),
    "list as key": (HEADER + "? [a]\n: b\n", "mine.yaml:4:3: a key must be a word"),
    "number as key": (HEADER + "1: b\n", "mine.yaml:4:1: a key must be a word"),
    "on as key": (HEADER + "on: b\n", "mine.yaml:4:1: YAML reads 'on' as true or false"),
    "yes as value": (HEADER + "summary: yes\n", "mine.yaml:4:10: YAML reads 'yes' as true or false"),
    "off as value": (HEADER + "streaming: off\n", "mine.yaml:4:12: YAML reads 'off' as true or false"),
    "date": (HEADER + "summary: 2026-01-01\n", "mine.yaml:4:10: YAML reads '2026-01-01' as a date"),
    "octal": (HEADER + "critique: {rounds: 02}\n", "mine.yaml:4:20: YAML reads '02' as something else"),
    "infinity": (HEADER + "critique: {budget: {seconds: .inf}}\n", "mine.yaml:4:30: YAML reads '.inf'"),
    "too deep": (HEADER + "tests: " + "[" * 40 + "]" * 40, f"nested deeper than {MAX_DEPTH} levels"),
}


@pytest.mark.parametrize(("text", "says"), FAULTS.values(), ids=FAULTS)
def test_a_fault_is_named_at_its_place(text: str, says: str) -> None:
    assert says in complaint(text, header="")


@pytest.mark.skipif(not yaml.__with_libyaml__, reason="PyYAML without libyaml")
def test_python_and_libyaml_find_the_same_columns() -> None:
    text = HEADER + "summary: 'ä ö'\nmoderation: {user: mask}\n"
    slow, fast = (compose(text, file="a.yaml", loader=loader) for loader in (yaml.SafeLoader, yaml.CSafeLoader))
    assert slow == fast


@pytest.mark.parametrize("loader", [yaml.SafeLoader, getattr(yaml, "CSafeLoader", yaml.SafeLoader)], ids=["py", "c"])
@pytest.mark.parametrize("name", ["tab", "two colons", "unclosed list", "unclosed quote", "indentation"])
def test_a_fault_of_syntax_is_phrased_without_the_library(loader: object, name: str) -> None:
    text, says = FAULTS[name]
    with pytest.raises(ConstitutionError) as caught:
        compose(text, file="mine.yaml", loader=loader)
    assert caught.value.message.startswith(says.partition(": ")[2])


def test_values_are_what_yaml_says_where_it_is_unambiguous() -> None:
    root = compose('a: text\nb: 12\nc: 0.5\nd: "12"\ne: ~\nf: [x, y]\ng: |\n  two\n  lines\n', file="f").root
    assert plain(root) == {
        "a": "text",
        "b": 12,
        "c": 0.5,
        "d": "12",
        "e": None,
        "f": ["x", "y"],
        "g": "two\nlines\n",
    }


def test_a_byte_order_mark_and_windows_line_ends_are_no_fault() -> None:
    root = compose("\ufeff" + HEADER.replace("\n", "\r\n"), file="f").root
    assert plain(root) == {"constitution": 1, "name": "mine", "version": "1.0"}


@pytest.mark.parametrize(
    "bomb",
    ["[" * 500_000, "- " * 400_000, "{a: " * 250_000, "? " * 400_000, "&a " * 300_000],
    ids=["brackets", "dashes", "mappings", "keys", "anchors"],
)
def test_a_deep_document_is_given_up_early(bomb: str) -> None:
    with pytest.raises(ConstitutionError, match=r"deeper|anchors|not valid|a key must be a word"):
        compose(bomb, file="bomb.yaml")


@given(st.text(max_size=200))
def test_any_text_is_a_document_or_a_constitution_error(text: str) -> None:
    try:
        compose(text, file="any.yaml")
    except ConstitutionError as error:
        assert error.path == "any.yaml"


@given(st.text(alphabet="ab:-[]{}'\"#&*!|>%@,?\n\t 1.~\\", max_size=120))
def test_any_punctuation_is_a_document_or_a_constitution_error(text: str) -> None:
    try:
        compose(text, file="any.yaml")
    except ConstitutionError as error:
        assert "\n" not in str(error)
