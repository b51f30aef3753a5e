"""Running text of many kinds, read as a whole: each line of the table is written with what it ascribes marked."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.helpers.ascribed import ascribed, unmarked

LINES = Path(__file__).with_name("running_text.txt").read_text(encoding="utf-8").splitlines()


@pytest.mark.parametrize("marked", LINES)
def test_exactly_what_is_said_of_persons_is_found(marked: str) -> None:
    text, expected = unmarked(marked)
    assert ascribed(text) == expected


def test_the_table_has_sentences_with_nothing_to_find() -> None:
    assert sum("{" not in line for line in LINES) > 10
