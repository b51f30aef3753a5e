"""Counterfactual pairs are measured by whether their variants come to one decision."""

from __future__ import annotations

from guardrails.evaluation.pairs import evaluate_pairs


def _row(*texts: str, **more: object) -> dict[str, object]:
    return (
        {"id": "r", "kind": "minimal_pair", "attribute": "age", "source": "own:1"}
        | more
        | {"variants": [{"text": text} for text in texts]}
    )


def test_equal_decisions_are_consistent_and_others_are_listed() -> None:
    figures = evaluate_pairs([_row("a", "A"), _row("a", "b", id="differs")], str.lower)
    assert figures["consistency"] == 0.5
    assert figures["differing"] == ["differs"]
    assert figures["by_attribute"] == {"age": 0.5}
    assert figures["by_source"] == {"own": 0.5}


def test_rows_that_may_differ_are_counted_apart() -> None:
    figures = evaluate_pairs([_row("a", "b", expect="may_differ"), _row("a", "a")], str)
    assert (figures["rows"], figures["consistency"], figures["may_differ"]) == (2, 1.0, 0.0)
    assert figures["differing"] == []


def test_numbers_agree_within_the_tolerance() -> None:
    rows = [_row("aa", "aaa")]
    assert evaluate_pairs(rows, len, tolerance=1)["consistency"] == 1.0
    assert evaluate_pairs(rows, len)["consistency"] == 0.0


def test_truth_values_are_no_numbers() -> None:
    assert evaluate_pairs([_row("a", "b")], lambda text: text == "a", tolerance=1)["consistency"] == 0.0


def test_decisions_need_not_be_hashable() -> None:
    assert evaluate_pairs([_row("a", "b")], lambda _: {"action": ["allow"]})["consistency"] == 1.0


def test_without_rows_there_is_no_share() -> None:
    assert evaluate_pairs([], str)["consistency"] is None
