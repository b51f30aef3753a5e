from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guardrails.cli.diff import changes, rendered
from guardrails.cli.marks import Lines, Mark, marked
from guardrails.cli.output import printable


def mark(start: int, end: int, label: str = "age") -> Mark:
    return Mark(start=start, end=end, label=label, style="bold")


def test_carets_stand_under_the_wording() -> None:
    shown = marked("a young man\nand old", [mark(2, 7), mark(8, 11, "gender")], width=80).plain
    assert shown == "    1 | a young man\n      |   ^^^^^ ^^^ age, gender\n    2 | and old\n"


def test_wide_characters_take_two_carets() -> None:
    shown = marked("漢字 old", [mark(0, 2), mark(3, 6)], width=80).plain
    assert shown.splitlines()[1] == "      | ^^^^ ^^^ age"


def test_a_mark_across_lines_is_under_each() -> None:
    shown = marked("recent\r\ngraduates", [mark(0, 17)], width=80).plain
    assert [line.count("^") for line in shown.splitlines()] == [0, 6, 0, 9]


def test_long_lines_are_wrapped_at_spaces() -> None:
    shown = marked("word " * 30 + "old", [mark(150, 153)], width=48).plain
    assert all(len(line) <= 48 for line in shown.splitlines())
    assert shown.splitlines()[-1].strip().endswith("^^^ age")


def test_of_a_long_text_only_lines_with_marks_are_shown() -> None:
    text = "\n".join(f"line {number}" for number in range(1, 201))
    at = text.index("line 150")
    shown = marked(text, [mark(at, at + 4)], width=80).plain
    assert shown.splitlines() == ["    ...", "  150 | line 150", "      | ^^^^ age", "    ... 200 lines in all"]


@given(text=st.text("ab\n", max_size=60), offset=st.integers(0, 60))
def test_places_count_lines_and_columns_from_one(text: str, offset: int) -> None:
    offset = min(offset, len(text))
    before = text[:offset]
    expected = f"{before.count(chr(10)) + 1}:{offset - before.rfind(chr(10))}"
    assert Lines(text).place(offset) == expected


@given(st.text(st.characters(codec="utf-8"), max_size=60))
def test_printable_keeps_offsets_and_lines(text: str) -> None:
    shown = printable(text)
    assert len(shown) == len(text)
    assert not [c for c in shown if c != "\n" and (ord(c) < 32 or 127 <= ord(c) < 160)]


def test_changed_words_stand_in_place() -> None:
    shown = rendered("one\nthe young man went\nthree", "one\nthe person went\nthree", colour=False).plain
    assert shown == "    2 | the [-young man-] {+person+} went\n"


def test_lines_that_are_joined_are_one_change() -> None:
    assert rendered("a\nrecent\ngraduates\nz", "a\nbeginners\nz", colour=False).plain.startswith("    2 | [-recent\n")


@given(before=st.text("ab \n", max_size=40), after=st.text("ab \n", max_size=40))
def test_a_diff_loses_no_word(before: str, after: str) -> None:
    found = list(changes(before, after))
    assert (not found) is (before == after)
    if before.count("\n") == after.count("\n"):
        for change in found:
            kept = "".join(piece.text for piece in change.pieces if piece.kind != "out")
            assert kept == after.split("\n")[change.line - 1]


@pytest.mark.parametrize("size", [3_001, 200_000])
def test_a_huge_line_is_not_compared(size: int) -> None:
    (change,) = changes("a " * size, "b " * size)
    assert change.pieces == ()
