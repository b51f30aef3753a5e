"""Person spans in texts written to mislead: what a careful reader marks is found, and nothing else is."""

from __future__ import annotations

from importlib import import_module
from pkgutil import iter_modules

import pytest

from guardrails.policy import english_detector
from guardrails.types import Sense, Span
from tests.hostile import spans
from tests.hostile.expectations import complaints, read
from tests.hostile.known_failures import SPANS

_TABLES = {
    module.name: import_module(f"tests.hostile.spans.{module.name}").CASES for module in iter_modules(spans.__path__)
}
_ALL = {case for table in _TABLES.values() for case in table}


def _case(name: str, number: int, marked: str) -> object:
    known = SPANS.get(marked)
    marks = [] if known is None else [pytest.mark.xfail(strict=True, reason=known)]
    return pytest.param(marked, id=f"{name}-{number}", marks=marks)


@pytest.mark.parametrize(
    "marked", [_case(name, number, case) for name, table in _TABLES.items() for number, case in enumerate(table, 1)]
)
def test_a_careful_reader_agrees(marked: str) -> None:
    text, marks = read(marked)
    assert not list(complaints(text, marks, english_detector()(text)))


def test_every_known_failure_is_a_case() -> None:
    assert not set(SPANS) - _ALL


def test_most_texts_hold_look_alikes_only_or_as_well() -> None:
    required = [[mark for mark in read(case)[1] if "?" not in mark.attributes] for case in _ALL]
    assert len(_ALL) >= 300
    assert sum(1 for marks in required if not marks) > len(_ALL) / 3


@pytest.mark.parametrize(
    ("marked", "found", "wrong"),
    [
        ("a {deaf|disability} man", [(2, 6, "disability")], 0),
        ("a {deaf|disability} man", [], 1),
        ("a {deaf|disability} man", [(2, 6, "age")], 1),
        ("a {deaf|age/disability} man", [(0, 10, "disability")], 0),
        ("a {gay|orientation} man", [(2, 5, "sexual_orientation")], 0),
        ("a {black|?} cat", [], 0),
        ("a {black|?} cat", [(2, 7, "race")], 0),
        ("a black cat", [(2, 7, "race")], 1),
    ],
)
def test_marks_are_held_against_spans(marked: str, found: list[tuple[int, int, str]], wrong: int) -> None:
    text, marks = read(marked)
    given = [Span(start=start, end=end, attribute=attribute) for start, end, attribute in found]
    assert len(list(complaints(text, marks, given))) == wrong


def test_a_spared_look_alike_and_a_word_kept_by_default_are_no_complaint() -> None:
    text, marks = read("Ms. Black")
    spared = Span(start=4, end=9, attribute="race", sense=Sense.NAME)
    title = Span(start=0, end=2, attribute="gender", tags=("title",))
    assert not list(complaints(text, marks, [title, spared]))
