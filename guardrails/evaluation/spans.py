"""Measures span detection: precision and recall with the right attribute, look-alikes hit, by attribute and source."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from guardrails.types import Detector, Sense, Span

__all__ = ["evaluate_spans"]

Row = Mapping[str, object]
_SLACK = 25  # characters by which a found span may be longer than the labelled one
_SAME = {
    "sex": "gender",
    "ability": "disability",
    "orientation": "sexual_orientation",
    "socioeconomic_class": "socioeconomic",
    "national_origin": "nationality",
}


@dataclass(frozen=True, slots=True)
class _Label:
    start: int
    end: int
    attributes: frozenset[str] = frozenset()
    core: bool = False
    why: str = ""


@dataclass(slots=True)
class _Tally:
    """Found spans and labelled ones, and how many of each have their match."""

    found: int = 0
    right: int = 0
    labelled: int = 0
    met: int = 0

    def figures(self) -> dict[str, float | int | None]:
        precision = self.right / self.found if self.found else None
        recall = self.met / self.labelled if self.labelled else None
        both = (precision or 0) + (recall or 0)
        f1 = 2 * (precision or 0) * (recall or 0) / both if both else None
        return {"precision": precision, "recall": recall, "f1": f1, "found": self.found, "labelled": self.labelled}


@dataclass(slots=True)
class _Tallies:
    overall: _Tally = field(default_factory=_Tally)
    attributes: dict[str, _Tally] = field(default_factory=dict)
    sources: dict[str, _Tally] = field(default_factory=dict)
    hit: Counter[str] = field(default_factory=Counter)
    spared: Counter[str] = field(default_factory=Counter)
    rows: int = 0


def evaluate_spans(rows: Iterable[Row], detect: Detector) -> dict[str, object]:
    """Compare the person spans of every row's ``text`` with its labels.

    A row holds ``text``, ``spans`` (``start``, ``end``, ``attribute``, ``tier``, ``alt``), ``lookalikes`` (``start``,
    ``end``, ``why``) and ``source``. Only labels of tier ``core`` count; what touches nothing but others is left out.
    A span and a label match when they share half of the shorter, the span is at most 25 characters longer, and its
    attribute is one the label allows. A look-alike is hit when any span touches it. Rates lie in [0, 1] or are None.
    """
    tallies = _Tallies()
    for row in rows:
        found = [span for span in detect(str(row["text"])) if span.sense is Sense.PERSON]
        _measure(row, found, tallies)
    chances = tallies.hit + tallies.spared
    return {
        "rows": tallies.rows,
        **tallies.overall.figures(),
        "lookalikes_hit": tallies.hit.total() / chances.total() if chances else None,
        "by_attribute": {name: tally.figures() for name, tally in sorted(tallies.attributes.items())},
        "by_source": {name: tally.figures() for name, tally in sorted(tallies.sources.items())},
        "lookalikes_by_class": {why: tallies.hit[why] / chances[why] for why in sorted(chances)},
    }


def _measure(row: Row, found: Sequence[Span], tallies: _Tallies) -> None:
    labels = [_label(item) for item in _mappings(row.get("spans"))]
    lookalikes = [_label(item) for item in _mappings(row.get("lookalikes"))]
    core = [label for label in labels if label.core]
    optional = [label for label in labels if not label.core]
    source = str(row.get("source", "")).partition(":")[0]
    tallies.rows += 1
    for span in found:
        touches = _touches(span)
        if any(map(touches, optional)) and not any(map(touches, core)) and not any(map(touches, lookalikes)):
            continue
        for tally in _of(tallies, _same(span.attribute), source):
            tally.found += 1
            tally.right += any(_match(span, label) for label in core)
    for label in core:
        met = any(_match(span, label) for span in found)
        for tally in _of(tallies, label.why, source):
            tally.labelled += 1
            tally.met += met
    for lookalike in lookalikes:
        hit = any(_touches(span)(lookalike) for span in found)
        (tallies.hit if hit else tallies.spared)[lookalike.why] += 1


def _of(tallies: _Tallies, attribute: str, source: str) -> tuple[_Tally, _Tally, _Tally]:
    by_attribute = tallies.attributes.setdefault(attribute, _Tally())
    return tallies.overall, by_attribute, tallies.sources.setdefault(source, _Tally())


def _touches(span: Span) -> Callable[[_Label], bool]:
    return lambda label: span.start < label.end and label.start < span.end


def _match(span: Span, label: _Label) -> bool:
    shared = min(span.end, label.end) - max(span.start, label.start)
    length, wanted = span.end - span.start, label.end - label.start
    near = shared > 0 and 2 * shared >= min(length, wanted) and length <= wanted + _SLACK
    return near and _same(span.attribute) in label.attributes


def _label(item: Mapping[str, object]) -> _Label:
    attribute = _same(str(item.get("attribute", "")))
    others = item.get("alt")
    allowed = {_same(str(other)) for other in others} if isinstance(others, list | tuple) else set()
    return _Label(
        start=_whole(item.get("start")),
        end=_whole(item.get("end")),
        attributes=frozenset({attribute, *allowed}),
        core=item.get("tier", "core") == "core",
        why=str(item.get("why", "")) or attribute,
    )


def _same(attribute: str) -> str:
    return _SAME.get(attribute, attribute)


def _whole(value: object) -> int:
    return value if isinstance(value, int) else 0


def _mappings(value: object) -> list[Mapping[str, object]]:
    return [item for item in value if isinstance(item, Mapping)] if isinstance(value, list | tuple) else []
