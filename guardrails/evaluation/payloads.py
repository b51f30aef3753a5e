"""Measures payload scrubbing: protected leaves found, look-alikes and neutral fields touched, free text cleaned."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol

__all__ = ["ScrubbedFields", "TextFinding", "evaluate_payloads"]

Row = Mapping[str, object]


class _Range(Protocol):
    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...


class TextFinding(Protocol):
    """Spans of one free-text leaf; offsets into the original text."""

    @property
    def path(self) -> str: ...
    @property
    def spans(self) -> Sequence[_Range]: ...


class ScrubbedFields(Protocol):
    """What a scrubber says it did: pointers to leaves or to what holds them, and spans of free text."""

    @property
    def scrubbed(self) -> Sequence[str]: ...
    @property
    def text_spans(self) -> Sequence[TextFinding]: ...


@dataclass(slots=True)
class _Tally:
    """Hits out of chances, in all and by class."""

    hits: Counter[str] = field(default_factory=Counter)
    chances: Counter[str] = field(default_factory=Counter)

    def add(self, kind: object, hit: bool) -> None:
        for name in {"", str(kind)}:
            self.chances[name] += 1
            self.hits[name] += hit

    def rate(self, kind: str = "") -> float | None:
        return self.hits[kind] / self.chances[kind] if self.chances[kind] else None

    def rates(self) -> dict[str, float | None]:
        return {kind: self.rate(kind) for kind in sorted(self.chances) if kind}


@dataclass(slots=True)
class _Tallies:
    protected: _Tally = field(default_factory=_Tally)
    lookalikes: _Tally = field(default_factory=_Tally)
    neutral: _Tally = field(default_factory=_Tally)
    text: _Tally = field(default_factory=_Tally)
    rows: _Tally = field(default_factory=_Tally)
    wrong: int = 0
    extra_spans: int = 0


def evaluate_payloads(rows: Iterable[Row], scrub: Callable[[object], ScrubbedFields]) -> dict[str, object]:
    """Scrub the payload of every row and compare with its labels.

    A row holds ``payload``, ``protected`` (``path``, ``attribute``), ``protected_text`` (``path``, ``spans``),
    ``optional`` and ``lookalikes`` (``path``, ``why``); paths are JSON Pointers. Rates lie in [0, 1], or are None where
    there was nothing to find. A leaf counts as found when its pointer or one above it was scrubbed; optional leaves
    never count.
    """
    tallies = _Tallies()
    for row in rows:
        _measure(row, scrub(row["payload"]), tallies)
    found, wrong = tallies.protected.hits[""], tallies.wrong
    return {
        "rows": tallies.rows.chances[""],
        "precision": found / (found + wrong) if found + wrong else None,
        "recall": tallies.protected.rate(),
        "exact_rows": tallies.rows.rate(),
        "lookalikes_touched": tallies.lookalikes.rate(),
        "neutral_touched": tallies.neutral.rate(),
        "text_recall": tallies.text.rate(),
        "text_extra_spans": tallies.extra_spans,
        "recall_by_attribute": tallies.protected.rates(),
        "lookalikes_by_class": {kind: rate for kind, rate in tallies.lookalikes.rates().items() if rate},
    }


def _measure(row: Row, result: ScrubbedFields, tallies: _Tallies) -> None:
    protected, lookalikes, texts = (_by_path(row, name) for name in ("protected", "lookalikes", "protected_text"))
    optional = _by_path(row, "optional")
    spans = {finding.path: finding.spans for finding in result.text_spans}
    prefixes = tuple(result.scrubbed)
    wrong = missed = 0
    for path in _leaves(row["payload"], ""):
        gone = any(path == prefix or path.startswith(f"{prefix}/") for prefix in prefixes)
        if path in protected:
            tallies.protected.add(protected[path].get("attribute"), gone)
            missed += not gone
        elif path not in optional and path not in texts:
            wrong += gone
            tally, why = (
                (tallies.lookalikes, lookalikes[path].get("why")) if path in lookalikes else (tallies.neutral, "")
            )
            tally.add(why, gone or (path in lookalikes and bool(spans.get(path))))
    for path, labels in texts.items():
        _measure_text(labels, spans.get(path, ()), tallies)
    tallies.wrong += wrong
    tallies.rows.add("", not wrong and not missed)


def _measure_text(labels: Mapping[str, object], found: Sequence[_Range], tallies: _Tallies) -> None:
    wanted = [label for label in _mappings(labels.get("spans")) if "start" in label and "end" in label]
    for label in wanted:
        hit = any(span.start < _whole(label["end"]) and _whole(label["start"]) < span.end for span in found)
        tallies.text.add(label.get("attribute"), hit)
    tallies.extra_spans += sum(
        not any(span.start < _whole(label["end"]) and _whole(label["start"]) < span.end for label in wanted)
        for span in found
    )


def _whole(value: object) -> int:
    return value if isinstance(value, int) else 0


def _mappings(value: object) -> list[Mapping[str, object]]:
    return [item for item in value if isinstance(item, Mapping)] if isinstance(value, list | tuple) else []


def _by_path(row: Row, name: str) -> dict[str, Mapping[str, object]]:
    return {str(item.get("path")): item for item in _mappings(row.get(name))}


def _leaves(value: object, path: str) -> Iterator[str]:
    if isinstance(value, Mapping):
        for key, item in value.items():
            yield from _leaves(item, f"{path}/{str(key).replace('~', '~0').replace('/', '~1')}")
    elif isinstance(value, list | tuple):
        for at, item in enumerate(value):
            yield from _leaves(item, f"{path}/{at}")
    else:
        yield path
