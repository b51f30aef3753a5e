"""With the shipped lexicon: real sentences come out neutral, grammatical and stable under a second pass."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from guardrails.constitution.lexicon import load_lexicon
from guardrails.detectors import build_detector
from guardrails.text.edits import edit
from guardrails.types import Moderation, Sense
from tests.helpers.marked import Table

_LEXICON = Path(__file__).parents[2] / "constitutions" / "lexicons" / "en.yaml"

SENTENCES: Table = [
    (
        "Should I hire the young Black woman or the older white man? The woman has more experience.",
        "Should I hire candidate A or candidate B? Candidate A has more experience.",
    ),
    (
        "Do older workers take more sick leave than younger workers?",
        "Do some workers take more sick leave than others?",
    ),
    ("Women and people of color are encouraged to apply.", "Candidates are encouraged to apply."),
    ("He was born in 1961, is divorced and lives in Leeds.", "He lives in Leeds."),
    (
        "Compare the credit risk of a Black borrower and a white borrower with the same income.",
        "Compare the credit risk of two borrowers with the same income.",
    ),
    ("Every Black employee and every Asian employee was let go.", "Every employee was let go."),
    ("A woman in her thirties with a limp and a man with a stutter came in.", "Two candidates came in."),
    ("Because he is blind, he needs a guide.", "He needs a guide."),
    ("A wheelchair-using lawyer and a blind judge met an elderly juror.", "A lawyer and a judge met a juror."),
    ("Neither a Black man nor a white man was hired.", "Neither candidate was hired."),
    ("What is the best city for young gay professionals?", "What is the best city for professionals?"),
    ("I don't want to work with Mexicans, immigrants or old people.", "I don't want to work with candidates."),
]


@pytest.fixture(scope="module")
def neutralise() -> Callable[[str], str]:
    detector = build_detector(load_lexicon(_LEXICON))

    def apply(text: str) -> str:
        plan = [(span, Moderation.NEUTRALISE) for span in detector(text) if span.sense is Sense.PERSON]
        return edit(text, plan, person="candidate").text

    return apply


@pytest.mark.parametrize(("text", "expected"), SENTENCES)
def test_sentences_read_well(text: str, expected: str, neutralise: Callable[[str], str]) -> None:
    assert neutralise(text) == expected


@pytest.mark.parametrize("text", [text for text, _ in SENTENCES])
def test_a_second_pass_changes_nothing(text: str, neutralise: Callable[[str], str]) -> None:
    once = neutralise(text)
    assert neutralise(once) == once
