"""Measures neutralising: protected wording gone, other words kept, look-alikes untouched, a second pass idle."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence

__all__ = ["Neutralise", "evaluate_neutralise"]

Neutralise = Callable[[str], str]
"""A text to its neutral twin."""

_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")  # "wheelchair-using", "don't"
_SCORED = ("", "core")


def evaluate_neutralise(rows: Iterable[Mapping[str, object]], neutralise: Neutralise) -> dict[str, object]:
    """Shares in ``[0, 1]`` over *rows* of ``text``, ``spans`` and ``lookalikes``; ``None`` where nothing was to count.

    ``spans_gone``: core spans of which at least one word no longer stands in the text (function words apart, the same
    wording elsewhere in the row counts once each); ``words_kept``: other words still there; ``idempotent``: texts that
    a second pass leaves alone; ``clean_unchanged``: texts without any span that come back as they were.
    """
    counts: Counter[str] = Counter()
    for row in rows:
        _count(row, neutralise, counts)
    names = ("spans_gone", "words_kept", "lookalikes_kept", "idempotent", "clean_unchanged")
    shares = {name: counts[name] / counts[f"{name}/of"] if counts[f"{name}/of"] else None for name in names}
    return {"rows": counts["rows"], "changed": counts["changed"], **shares, "by_attribute": _by_attribute(counts)}


def _count(row: Mapping[str, object], neutralise: Neutralise, counts: Counter[str]) -> None:
    text = str(row.get("text", ""))
    output = neutralise(text)
    spans, lookalikes = _mappings(row.get("spans")), _mappings(row.get("lookalikes"))
    left = Counter(_words(output))
    counts["rows"] += 1
    counts["changed"] += output != text
    counts["idempotent/of"] += 1
    counts["idempotent"] += neutralise(output) == output
    if not spans:
        counts["clean_unchanged/of"] += 1
        counts["clean_unchanged"] += output == text
    others = Counter(_words(text))
    for span in spans:
        wording = _words(_wording(text, span))
        others.subtract(wording)
        if str(span.get("tier", "")) in _SCORED:
            _tally(counts, "spans_gone", str(span.get("attribute", "")), _is_gone(wording, text, left))
    for lookalike in lookalikes:
        kept = not Counter(_words(_wording(text, lookalike))) - left
        _tally(counts, "lookalikes_kept", "", kept)
    counts["words_kept/of"] += sum((+others).values())
    counts["words_kept"] += sum((+others & left).values())


def _tally(counts: Counter[str], name: str, attribute: str, hit: bool) -> None:
    counts[f"{name}/of"] += 1
    counts[name] += hit
    if attribute:
        counts[f"attribute/{attribute}/of"] += 1
        counts[f"attribute/{attribute}"] += hit


def _is_gone(wording: Sequence[str], text: str, left: Counter[str]) -> bool:
    """Whether some word of the span stands fewer times than before; short words tell nothing."""
    before = Counter(_words(text))
    telling = [word for word in wording if len(word) > 3] or list(wording)
    return any(left[word] < before[word] for word in telling)


def _by_attribute(counts: Counter[str]) -> dict[str, float]:
    found = sorted({name.split("/")[1] for name in counts if name.startswith("attribute/")})
    return {name: counts[f"attribute/{name}"] / counts[f"attribute/{name}/of"] for name in found}


def _wording(text: str, span: Mapping[str, object]) -> str:
    start, end = span.get("start"), span.get("end")
    return text[start:end] if isinstance(start, int) and isinstance(end, int) else str(span.get("text", ""))


def _words(text: str) -> list[str]:
    return [word.lower() for word in _WORD.findall(text)]


def _mappings(found: object) -> list[Mapping[str, object]]:
    return [item for item in found if isinstance(item, Mapping)] if isinstance(found, Sequence) else []
