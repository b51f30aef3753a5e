"""Rewriting quoted passages only: what is asked of a reviser, and how its answer is spliced in or turned down."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from guardrails.critics.answers import REPLACEMENTS
from guardrails.critics.fence import fenced
from guardrails.critics.preserve import keeps
from guardrails.critics.prompts import REVISE
from guardrails.critics.revision import spliced
from guardrails.critics.sentences import sentences
from guardrails.text.tidy import Op
from guardrails.types import Finding, Principle, Response, Text

__all__ = ["Passage", "passages", "revise_call", "rewritten", "sentences_around"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """``[start, end)`` of the text at *path*, quoted by one finding or by several that overlap."""

    path: str
    start: int
    end: int
    findings: tuple[Finding, ...] = field(repr=False)


def passages(draft: Response, findings: Sequence[Finding]) -> tuple[Passage, ...]:
    """What *findings* quote, merged where they overlap, in order of place."""
    merged: list[Passage] = []
    for text in draft.texts:
        inside = [one for one in findings if one.path == text.path and 0 <= one.start < one.end <= len(text.text)]
        for finding in sorted(inside, key=lambda one: (one.start, one.end)):
            last = merged[-1] if merged and merged[-1].path == text.path else None
            if last is not None and finding.start < last.end:
                merged[-1] = replace(last, end=max(last.end, finding.end), findings=(*last.findings, finding))
            else:
                merged.append(Passage(path=text.path, start=finding.start, end=finding.end, findings=(finding,)))
    return tuple(merged)


def revise_call(
    draft: Response, found: Sequence[Passage], principles: Sequence[Principle]
) -> tuple[str, str, Mapping[str, object]]:
    """Instructions, prompt and schema of the request for a revision, as data."""
    known = {principle.id: principle for principle in principles}
    texts = {text.path: text.text for text in draft.texts}
    parts = ["The draft, for reference:", *(fenced("DRAFT", text.text) for text in draft.texts), ""]
    for number, passage in enumerate(found, 1):
        parts.append(f"Passage {number}. It should follow:")
        parts += _norms(passage, known)
        parts += [fenced(f"PASSAGE {number}", texts[passage.path][passage.start : passage.end]), ""]
    return REVISE, "\n".join(parts), REPLACEMENTS


def _norms(passage: Passage, known: Mapping[str, Principle]) -> Iterator[str]:
    for name in dict.fromkeys(finding.principle for finding in passage.findings):
        if (principle := known.get(name)) is not None:
            yield f"- {' '.join(principle.text.split())}"
            if principle.revise:
                yield f"  How: {' '.join(principle.revise.split())}"


def rewritten(draft: Response, found: Sequence[Passage], replacements: Mapping[int, str]) -> Response:
    """*draft* with each passage replaced; outside the passages nothing changes but grammar at the seams.

    A replacement that is missing, loses something exact or adds it is turned down, and the rule reviser takes over.
    """
    ops: dict[str, list[Op]] = {text.path: [] for text in draft.texts}
    texts = {text.path: text.text for text in draft.texts}
    for number, passage in enumerate(found, 1):
        ops[passage.path].append(_op(texts[passage.path], passage, replacements.get(number)))
    return replace(draft, texts=tuple(_edited(text, ops[text.path]) for text in draft.texts))


def _edited(text: Text, ops: Sequence[Op]) -> Text:
    if not ops:
        return text
    new = spliced(text.text, ops)
    return replace(text, text=new) if text.fits is None or text.fits(new) else text


def _op(text: str, passage: Passage, replacement: str | None) -> Op:
    quoted = text[passage.start : passage.end]
    if replacement is not None and replacement.strip() != quoted.strip() and keeps(quoted, replacement):
        return Op(passage.start, passage.end, replacement.strip())
    if len(passage.findings) == 1 and passage.findings[0].replacement is not None:
        return Op(passage.start, passage.end, passage.findings[0].replacement)
    return Op(*sentences_around(text, passage.start, passage.end), "")


def sentences_around(text: str, start: int, end: int) -> tuple[int, int]:
    """The range of the sentences that ``[start, end)`` touches: without the passage they may not stand."""
    for sentence in sentences(text):
        if sentence.start < end and start < sentence.end:
            start, end = min(start, sentence.start), max(end, sentence.end)
    return start, end
