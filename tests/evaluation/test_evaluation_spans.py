"""Figures for span detection come out as they would by hand."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from guardrails.evaluation.spans import evaluate_spans
from guardrails.types import Detector, Sense, Span

TEXT = "a deaf nurse in a black coat"


def row(**more: object) -> dict[str, object]:
    return {"text": TEXT, "spans": [], "lookalikes": [], "source": "own:1", **more}


def label(start: int, end: int, attribute: str = "disability", tier: str = "core", **more: object) -> dict[str, object]:
    return {"start": start, "end": end, "attribute": attribute, "tier": tier, **more}


def finds(*places: tuple[int, int, str], sense: Sense = Sense.PERSON) -> Detector:
    spans = [Span(start=start, end=end, attribute=attribute, sense=sense) for start, end, attribute in places]

    def detect(text: str) -> Sequence[Span]:
        return spans

    return detect


DEAF = label(2, 6)


@pytest.mark.parametrize(
    ("spans", "found", "precision", "recall"),
    [
        pytest.param([DEAF], finds((2, 6, "disability")), 1.0, 1.0, id="exact"),
        pytest.param([DEAF], finds((2, 12, "disability")), 1.0, 1.0, id="longer"),
        pytest.param([DEAF], finds((2, 4, "disability")), 1.0, 1.0, id="half"),
        pytest.param([DEAF], finds((5, 28, "disability")), 0.0, 0.0, id="less than half"),
        pytest.param([DEAF], finds((2, 6, "age")), 0.0, 0.0, id="wrong attribute"),
        pytest.param([label(2, 6, alt=["age"])], finds((2, 6, "age")), 1.0, 1.0, id="another accepted attribute"),
        pytest.param([label(2, 6, "sex")], finds((2, 6, "gender")), 1.0, 1.0, id="another name"),
        pytest.param([DEAF], finds(), None, 0.0, id="missed"),
        pytest.param([], finds((2, 6, "disability")), 0.0, None, id="made up"),
        pytest.param([label(2, 6, tier="soft")], finds((2, 6, "disability")), None, None, id="soft found"),
        pytest.param([label(2, 6, tier="legit")], finds(), None, None, id="legitimate missed"),
        pytest.param([DEAF], finds((2, 6, "disability"), sense=Sense.OTHER), None, 0.0, id="look-alikes do not count"),
    ],
)
def test_precision_and_recall(
    spans: list[object], found: Detector, precision: float | None, recall: float | None
) -> None:
    figures = evaluate_spans([row(spans=spans)], found)
    assert (figures["precision"], figures["recall"]) == (precision, recall)


def test_a_span_much_longer_than_its_label_is_wrong() -> None:
    figures = evaluate_spans([row(text="x" * 60, spans=[DEAF])], finds((0, 40, "disability")))
    assert figures["precision"] == 0.0


def test_a_look_alike_is_hit_by_any_touch() -> None:
    coat = {"start": 18, "end": 23, "why": "colour"}
    figures = evaluate_spans([row(lookalikes=[coat]), row(lookalikes=[coat])], finds((20, 26, "race")))
    assert figures["lookalikes_hit"] == 1.0
    assert figures["lookalikes_by_class"] == {"colour": 1.0}


def test_a_soft_label_does_not_excuse_a_look_alike() -> None:
    both = row(spans=[label(18, 23, "race", tier="soft")], lookalikes=[{"start": 18, "end": 23, "why": "colour"}])
    assert evaluate_spans([both], finds((18, 23, "race")))["precision"] == 0.0


def test_figures_are_split_by_attribute_and_source() -> None:
    rows = [row(spans=[DEAF]), row(spans=[label(18, 23, "race")], source="natural:2")]
    figures = evaluate_spans(rows, finds((2, 6, "disability")))
    by_attribute, by_source = figures["by_attribute"], figures["by_source"]
    assert isinstance(by_attribute, dict)
    assert isinstance(by_source, dict)
    assert by_attribute["race"]["recall"] == 0.0
    assert by_attribute["disability"] == {"precision": 0.5, "recall": 1.0, "f1": 2 / 3, "found": 2, "labelled": 1}
    assert set(by_source) == {"own", "natural"}


def test_nothing_to_measure_gives_no_rates() -> None:
    figures = evaluate_spans([], finds())
    assert figures["rows"] == 0
    assert figures["f1"] is None
    assert figures["lookalikes_hit"] is None
