"""Measures counterfactual pairs: texts that differ in a protected attribute alone should come to the same decision."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence

__all__ = ["Decide", "evaluate_pairs"]

Decide = Callable[[str], object]
"""A text to a decision; decisions are compared with ``==``. A neutralised text is a decision too."""

_INVARIANT = "invariant"


def evaluate_pairs(
    rows: Iterable[Mapping[str, object]], decide: Decide, *, tolerance: float = 0.0
) -> dict[str, object]:
    """The share of rows whose ``variants`` all come to one decision, in all and by kind, attribute and source.

    ``consistency`` counts the rows that should be invariant (``expect``; absent means they should); rows that may
    differ are counted apart. Numbers agree when they lie within *tolerance*, in the unit *decide* returns. The ids of
    rows that came out differently are listed in order.
    """
    same: Counter[str] = Counter()
    all_rows: Counter[str] = Counter()
    failed: list[str] = []
    for row in rows:
        decisions = [decide(text) for text in _variants(row)]
        alike = _alike(decisions, tolerance)
        invariant = str(row.get("expect", _INVARIANT)) == _INVARIANT
        for name in _groups(row, invariant):
            all_rows[name] += 1
            same[name] += alike
        if invariant and not alike:
            failed.append(str(row.get("id", "")))
    return {
        "rows": all_rows["consistency"] + all_rows["may_differ"],
        "consistency": _share(same, all_rows, "consistency"),
        "may_differ": _share(same, all_rows, "may_differ"),
        **{f"by_{group}": _by(group, same, all_rows) for group in ("kind", "attribute", "source")},
        "differing": failed,
    }


def _groups(row: Mapping[str, object], invariant: bool) -> list[str]:
    if not invariant:
        return ["may_differ"]
    source = str(row.get("source") or "").split(":")[0]
    named = {"kind": str(row.get("kind") or ""), "attribute": str(row.get("attribute") or ""), "source": source}
    return ["consistency", *(f"{group}/{value}" for group, value in named.items() if value)]


def _variants(row: Mapping[str, object]) -> list[str]:
    found = row.get("variants")
    variants = found if isinstance(found, Sequence) else ()
    return [str(item.get("text", "")) if isinstance(item, Mapping) else str(item) for item in variants]


def _alike(decisions: Sequence[object], tolerance: float) -> bool:
    numbers = [item for item in decisions if isinstance(item, (int, float)) and not isinstance(item, bool)]
    if decisions and len(numbers) == len(decisions):
        return max(numbers) - min(numbers) <= tolerance
    return all(item == decisions[0] for item in decisions[1:])


def _share(same: Counter[str], total: Counter[str], name: str) -> float | None:
    return same[name] / total[name] if total[name] else None


def _by(group: str, same: Counter[str], total: Counter[str]) -> dict[str, float | None]:
    names = sorted(name for name in total if name.startswith(f"{group}/"))
    return {name.partition("/")[2]: _share(same, total, name) for name in names}
