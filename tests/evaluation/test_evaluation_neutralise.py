"""Neutralising is measured by what is gone, what is kept and what a second pass does."""

from __future__ import annotations

import pytest

from guardrails.evaluation.neutralise import evaluate_neutralise

ROW = {
    "text": "a young nurse in a black dress",
    "spans": [{"start": 2, "end": 7, "attribute": "age", "tier": "core"}],
    "lookalikes": [{"start": 19, "end": 24}],
}
CLEAN = {"text": "two nurses", "spans": [], "lookalikes": []}


def test_a_perfect_neutraliser_scores_one_throughout() -> None:
    figures = evaluate_neutralise([ROW, CLEAN], lambda text: text.replace("young ", ""))
    shares = [
        figures[name] for name in ("spans_gone", "words_kept", "lookalikes_kept", "idempotent", "clean_unchanged")
    ]
    assert shares == [1.0] * 5
    assert (figures["rows"], figures["changed"]) == (2, 1)
    assert figures["by_attribute"] == {"age": 1.0}


def test_doing_nothing_leaves_the_span() -> None:
    assert evaluate_neutralise([ROW], lambda text: text)["spans_gone"] == 0.0


def test_a_look_alike_that_goes_is_counted_and_so_is_the_word() -> None:
    figures = evaluate_neutralise([ROW], lambda text: text.replace("young ", "").replace("black ", ""))
    assert figures["lookalikes_kept"] == 0.0
    assert figures["words_kept"] == pytest.approx(5 / 6)


def test_a_text_that_keeps_changing_is_not_idempotent() -> None:
    assert evaluate_neutralise([CLEAN], lambda text: text + "!")["idempotent"] == 0.0


def test_the_same_word_elsewhere_may_stay() -> None:
    row = {"text": "young engineers at Young & Co", "spans": [{"start": 0, "end": 5, "attribute": "age"}]}
    assert evaluate_neutralise([row], lambda text: text.replace("young ", ""))["spans_gone"] == 1.0


def test_spans_outside_the_scored_tier_cost_nothing() -> None:
    row = {"text": "she left", "spans": [{"start": 0, "end": 3, "attribute": "gender", "tier": "soft"}]}
    assert evaluate_neutralise([row], lambda text: text)["spans_gone"] is None


def test_without_rows_there_is_nothing_to_share() -> None:
    figures = evaluate_neutralise([], lambda text: text)
    assert figures["rows"] == 0
    assert figures["idempotent"] is None
