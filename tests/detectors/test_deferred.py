"""A deferred detector is built once, by the first text, and not by being made, kept or pickled."""

from __future__ import annotations

import pickle
import threading
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor

import pytest

from guardrails.detectors.deferred import deferred
from guardrails.policy import english_detector
from guardrails.types import Detector, Span


def whole(text: str) -> Sequence[Span]:
    return (Span(start=0, end=len(text), attribute="age"),)


def build_whole() -> Detector:
    return whole


class Builder:
    """Builds a detector of whole texts, counts how often, and fails as often as it is told to."""

    def __init__(self, *, failures: int = 0) -> None:
        self.built, self._failures = 0, failures
        self.ready = threading.Event()

    def __call__(self) -> Detector:
        self.built += 1
        if self.built <= self._failures:
            raise OSError("not yet")
        self.ready.wait(0.05)  # long enough for the other threads to ask too
        return whole


def test_nothing_is_built_before_a_text_comes() -> None:
    build = Builder()
    detect = deferred(build)
    assert build.built == 0
    assert detect("young") == whole("young")
    assert build.built == 1


def test_it_is_built_once_for_all_threads() -> None:
    build = Builder()
    detect = deferred(build)
    with ThreadPoolExecutor(8) as pool:
        found = list(pool.map(detect, ["young"] * 32))
    assert (build.built, found) == (1, [whole("young")] * 32)


def test_what_cannot_be_built_is_tried_again_for_the_next_text() -> None:
    detect = deferred(Builder(failures=1))
    with pytest.raises(OSError, match="not yet"):
        detect("young")
    assert detect("young") == whole("young")


def test_it_can_be_pickled_before_and_after_it_is_built() -> None:
    detect = deferred(build_whole)
    before = pickle.loads(pickle.dumps(detect))  # noqa: S301 - our own bytes
    detect("young")
    after = pickle.loads(pickle.dumps(detect))  # noqa: S301 - our own bytes
    assert before("old") == after("old") == whole("old")


def test_the_english_detector_is_the_same_one_for_all_who_ask() -> None:
    assert english_detector() is english_detector()
    assert [span.attribute for span in english_detector()("The young woman.")] == ["age", "gender"]
