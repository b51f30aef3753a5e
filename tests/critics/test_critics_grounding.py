"""The leave-alone gate: figures that were supplied may be repeated."""

from __future__ import annotations

import pytest

from guardrails.critics.grounding import content_words, stem
from guardrails.types import Source
from tests.helpers.critics import asked, findings

SAID = "In 2023 women were 12 percent less productive than men in the packing test."
GIVEN = "Results of the packing test: in 2023 women were 12 percent less productive than men."


@pytest.mark.parametrize("source", [Source.USER, Source.CONTEXT, Source.TOOL_RESULT])
def test_a_figure_that_was_supplied_is_left_alone(source: Source) -> None:
    assert findings(SAID, "comparison", request=asked((source, GIVEN))) == ()


@pytest.mark.parametrize(
    "given",
    ["", "Women packed 300 boxes in 2023.", GIVEN.replace("12", "2"), "Room 12 was closed in 2023."],
    ids=["nothing", "other figures", "another figure", "same figures of other things"],
)
def test_a_figure_that_was_not_supplied_is_found(given: str) -> None:
    assert findings(SAID, "comparison", request=asked((Source.CONTEXT, given)))


def test_a_slur_that_the_user_supplied_is_no_ground() -> None:
    text = "Women are stupid."
    assert findings(text, "generalisation", request=asked((Source.USER, text)))


def test_what_the_model_said_before_is_no_ground() -> None:
    assert findings(SAID, "comparison", request=asked((Source.ASSISTANT, GIVEN)))


def test_stems_let_forms_of_a_word_meet() -> None:
    assert stem("rejected") == stem("rejects") == stem("rejecting")
    assert content_words(("the", "students", "are", "late", ".")) == {stem("student"), stem("late")}
