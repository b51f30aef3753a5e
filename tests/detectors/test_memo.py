"""A memo scans a text once, keeps no text, and forgets what was used longest ago."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from guardrails.detectors.memo import remembering
from guardrails.types import Span


class Counting:
    """Finds the whole text and counts how often it was asked."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    def __call__(self, text: str) -> Sequence[Span]:
        self.asked.append(text)
        if text == "broken":
            raise ValueError
        return [Span(start=0, end=len(text), attribute="age")]


def test_the_same_text_is_scanned_once_and_gives_the_same_spans() -> None:
    counting = Counting()
    detect = remembering(counting)
    assert detect("young") == detect("young") == (Span(start=0, end=5, attribute="age"),)
    assert counting.asked == ["young"]


def test_what_was_used_longest_ago_is_forgotten_first() -> None:
    counting = Counting()
    detect = remembering(counting, size=4)  # two texts with a span each
    for text in ("a", "b", "a", "c", "a", "b"):
        detect(text)
    assert counting.asked == ["a", "b", "c", "b"]


def test_a_conversation_of_thousands_of_turns_is_not_scanned_again_when_it_grows() -> None:
    counting = Counting()
    detect = remembering(counting)
    turns = [f"turn {index}" for index in range(20_000)]
    for text in (*turns, *turns, "and now?"):
        detect(text)
    assert len(counting.asked) == len(turns) + 1


def test_a_text_with_more_spans_than_there_is_room_for_pushes_no_more_out_than_it_must() -> None:
    counting = Counting()
    detect = remembering(counting, size=1)
    assert detect("young") == detect("young")
    assert counting.asked == ["young", "young"]


def test_a_failed_scan_is_tried_again() -> None:
    counting = Counting()
    detect = remembering(counting)
    for _ in range(2):
        with pytest.raises(ValueError):
            detect("broken")
    assert counting.asked == ["broken", "broken"]


def test_any_string_can_be_remembered_even_a_lone_surrogate() -> None:
    assert remembering(Counting())("\ud800")[0].end == 1


def test_no_text_is_kept() -> None:
    detect = remembering(Counting())
    detect("a secret")
    assert "secret" not in repr(detect._spans)  # type: ignore[attr-defined]
