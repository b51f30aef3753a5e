"""What a rule is made of: wordings, what they are evidence of, and how a finding is cut out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum

from guardrails.critics.pattern import Pattern, Vocabulary, compile_pattern
from guardrails.types import Severity

__all__ = ["Cut", "Frame", "Wording", "compiled", "phrases", "statements"]


class Cut(Enum):
    """What goes when a finding is revised."""

    PHRASE = "phrase"  # the matched words alone, for a neutral phrase
    SENTENCE = "sentence"  # the sentence: without the matched words nothing is left of it


class Frame(Enum):
    """Which surroundings make a wording harmless."""

    CLAIM = "claim"  # quoted, reported, denied, asked, called wrong
    LOOSE = "loose"  # as a claim; nor does it count where people are spoken of as victims
    ABILITY = "ability"  # as a claim; nor does a need, a law or a custom count
    REASON = "reason"  # as an ability; nor does a reason that somebody else gave count
    REQUEST = "request"  # as a claim, but asking for it does not excuse it
    PHRASE = "phrase"  # only quoted, negated or called wrong


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """One way to break a principle. *why* is a fixed phrase; *put* replaces matched words that are cut alone."""

    rule: str
    why: str
    confidence: float
    severity: Severity = Severity.HIGH
    cut: Cut = Cut.SENTENCE
    frame: Frame = Frame.CLAIM
    put: str = field(default="", repr=False)
    attribute: str | None = None


def statements(wording: Wording, patterns: str) -> Iterator[tuple[str, Wording]]:
    """*wording* for each line of *patterns*; ``#`` begins a comment."""
    for line in patterns.splitlines():
        if pattern := line.partition("#")[0].strip():
            yield pattern, wording


def phrases(wording: Wording, replacements: Mapping[str, str]) -> Iterator[tuple[str, Wording]]:
    """*wording* cut as a phrase for each pattern, with what is put in its place."""
    for pattern, put in replacements.items():
        yield (
            pattern,
            Wording(
                rule=wording.rule,
                why=wording.why,
                confidence=wording.confidence,
                severity=wording.severity,
                cut=Cut.PHRASE,
                frame=wording.frame,
                put=put,
                attribute=wording.attribute,
            ),
        )


def compiled(table: Sequence[tuple[str, Wording]], classes: Vocabulary) -> Iterator[tuple[Pattern, Wording]]:
    """The patterns of *table* ready for an index."""
    for source, wording in table:
        for pattern in compile_pattern(source, classes):
            yield pattern, wording
