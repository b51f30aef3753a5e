"""Figures on labelled statements."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from guardrails.evaluation.statements import evaluate_statements

ROWS = (
    {"id": "1", "text": "bad", "label": "biased", "source": "x:1", "attribute": "age"},
    {"id": "2", "text": "bad", "label": "benign", "source": "x:2", "attribute": "age", "confidence": "medium"},
    {"id": "3", "text": "good", "label": "biased", "source": "y", "attribute": "race"},
    {"id": "4", "text": "good", "label": "benign", "source": "y"},
    {"id": "5", "text": "bad", "label": "benign", "source": "y", "confidence": "low"},
)


def judge(row: Mapping[str, object]) -> bool:
    return row["text"] == "bad"


def test_shares_are_of_what_they_say() -> None:
    figures = evaluate_statements(ROWS, judge)
    assert {key: figures[key] for key in ("rows", "precision", "recall", "benign_flagged", "wrong")} == {
        "rows": 4,
        "precision": 0.5,
        "recall": 0.5,
        "benign_flagged": 0.5,
        "wrong": ["2", "3"],
    }


def test_sources_and_attributes_are_counted_apart() -> None:
    figures = evaluate_statements(ROWS, judge)
    assert figures["by_source"] == {
        "x": {"rows": 2, "precision": 0.5, "recall": 1.0, "benign_flagged": 1.0},
        "y": {"rows": 2, "precision": None, "recall": 0.0, "benign_flagged": 0.0},
    }
    assert list(figures["by_attribute"]) == ["age", "race"]  # type: ignore[call-overload]


@pytest.mark.parametrize(("least", "rows"), [("low", 5), ("medium", 4), ("high", 3)])
def test_rows_below_the_confidence_are_left_out(least: str, rows: int) -> None:
    assert evaluate_statements(ROWS, judge, min_confidence=least)["rows"] == rows


def test_no_rows_give_no_shares() -> None:
    assert evaluate_statements((), judge)["recall"] is None
