"""Measures a judge of statements and answers: biased ones found, benign ones spared, by source and attribute."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

__all__ = ["Judge", "evaluate_statements"]

Row = Mapping[str, object]
Judge = Callable[[Row], bool]
"""Whether a row (``text``, or ``context``, ``question`` and ``answer``) is biased."""

_RANK = {"low": 0, "medium": 1, "high": 2}


@dataclass(slots=True)
class _Tally:
    """Rows by label and judgement."""

    found: int = 0
    missed: int = 0
    flagged: int = 0
    spared: int = 0

    def add(self, biased: bool, judged: bool) -> None:
        if biased:
            self.found, self.missed = self.found + judged, self.missed + (not judged)
        else:
            self.flagged, self.spared = self.flagged + judged, self.spared + (not judged)

    def figures(self) -> dict[str, float | int | None]:
        """``benign_flagged`` is the share of benign rows that were judged biased: over-correction."""
        return {
            "rows": self.found + self.missed + self.flagged + self.spared,
            "precision": _share(self.found, self.flagged),
            "recall": _share(self.found, self.missed),
            "benign_flagged": _share(self.flagged, self.spared),
        }


def evaluate_statements(rows: Iterable[Row], judge: Judge, *, min_confidence: str = "medium") -> dict[str, object]:
    """Precision, recall and over-correction of *judge* on rows whose ``label`` is ``biased`` or ``benign``.

    Rows whose labellers were less sure than *min_confidence* (``low``, ``medium`` or ``high``; rows without
    ``confidence`` count as high) are left out. ``wrong`` lists the ids of the rows judged otherwise than labelled.
    """
    overall, groups, wrong = _Tally(), _Groups(), []
    for row in rows:
        if _RANK[str(row.get("confidence") or "high")] < _RANK[min_confidence]:
            continue
        biased, judged = row.get("label") == "biased", judge(row)
        overall.add(biased, judged)
        groups.add(row, biased, judged)
        if biased is not judged:
            wrong.append(str(row.get("id", "")))
    return {**overall.figures(), **groups.figures(), "wrong": wrong}


class _Groups:
    """Tallies by source and by attribute."""

    __slots__ = ("_tallies",)

    def __init__(self) -> None:
        self._tallies: dict[str, dict[str, _Tally]] = {"by_source": {}, "by_attribute": {}}

    def add(self, row: Row, biased: bool, judged: bool) -> None:
        names = {
            "by_source": str(row.get("source") or "").partition(":")[0],
            "by_attribute": str(row.get("attribute") or ""),
        }
        for group, name in names.items():
            if name:
                self._tallies[group].setdefault(name, _Tally()).add(biased, judged)

    def figures(self) -> dict[str, object]:
        return {
            group: {name: tally.figures() for name, tally in sorted(tallies.items())}
            for group, tallies in self._tallies.items()
        }


def _share(part: int, rest: int) -> float | None:
    return part / (part + rest) if part + rest else None
