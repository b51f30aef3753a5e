from __future__ import annotations

from dataclasses import dataclass

import pytest

from guardrails.evaluation.payloads import evaluate_payloads
from guardrails.types import Span


@dataclass(frozen=True)
class _Texts:
    path: str
    spans: tuple[Span, ...]


@dataclass(frozen=True)
class _Scrubbed:
    scrubbed: tuple[str, ...] = ()
    text_spans: tuple[_Texts, ...] = ()


ROW = {
    "payload": {"sex": "F", "mileage": 3, "a": 1, "title": "Ms", "notes": "a Sikh man", "tags": ["x", "y"]},
    "protected": [{"path": "/sex", "attribute": "gender"}, {"path": "/tags/0", "attribute": "disability"}],
    "protected_text": [{"path": "/notes", "spans": [{"start": 2, "end": 6, "attribute": "religion"}]}],
    "optional": [{"path": "/title"}],
    "lookalikes": [{"path": "/mileage", "why": "contains age"}],
}
FOUND = _Texts("/notes", (Span(start=2, end=6, attribute="religion"),))
WRONG = _Texts("/notes", (Span(start=7, end=10, attribute="gender"),))


def test_a_perfect_scrubber_scores_one() -> None:
    scores = evaluate_payloads([ROW], lambda _: _Scrubbed(("/sex", "/tags/0"), (FOUND,)))

    assert (scores["precision"], scores["recall"], scores["exact_rows"], scores["text_recall"]) == (1.0, 1.0, 1.0, 1.0)
    assert scores["rows"] == 1
    assert (scores["lookalikes_touched"], scores["neutral_touched"], scores["text_extra_spans"]) == (0.0, 0.0, 0)


CASES: dict[str, tuple[_Scrubbed, str, object]] = {
    "missed leaf": (_Scrubbed(("/sex",)), "recall", 0.5),
    "missed leaf by attribute": (_Scrubbed(("/sex",)), "recall_by_attribute", {"disability": 0.0, "gender": 1.0}),
    "container scrubbed": (_Scrubbed(("/sex", "/tags")), "recall", 1.0),
    "container scrubbed too far": (_Scrubbed(("/sex", "/tags")), "precision", 2 / 3),
    "look-alike scrubbed": (_Scrubbed(("/mileage",)), "lookalikes_touched", 1.0),
    "look-alike by class": (_Scrubbed(("/mileage",)), "lookalikes_by_class", {"contains age": 1.0}),
    "neutral leaf scrubbed": (_Scrubbed(("/a",)), "neutral_touched", 0.5),
    "optional leaf scrubbed": (_Scrubbed(("/sex", "/tags/0", "/title")), "exact_rows", 1.0),
    "a similar pointer": (_Scrubbed(("/se", "/tag")), "recall", 0.0),
    "span missed": (_Scrubbed(), "text_recall", 0.0),
    "span beside": (_Scrubbed((), (WRONG,)), "text_extra_spans", 1),
    "nothing scrubbed": (_Scrubbed(), "precision", None),
}


@pytest.mark.parametrize(("result", "name", "score"), CASES.values(), ids=CASES.keys())
def test_each_kind_of_error_shows_in_its_own_figure(result: _Scrubbed, name: str, score: object) -> None:
    assert evaluate_payloads([ROW], lambda _: result)[name] == score


def test_no_rows_give_no_rates() -> None:
    scores = evaluate_payloads([], lambda _: _Scrubbed())

    assert scores["rows"] == 0
    assert scores["recall"] is None
