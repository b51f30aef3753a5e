"""A deferred detector is built once, by the first text, and not by being made, kept or pickled."""

from __future__ import annotations

import os
import pickle
import subprocess
import sys
import threading
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor

import pytest

from guardrails.detectors.deferred import deferred
from guardrails.errors import DetectorError
from guardrails.policy import english_detector
from guardrails.types import Detector, Span


def whole(text: str) -> Sequence[Span]:
    return (Span(start=0, end=len(text), attribute="age"),)


def build_whole() -> Detector:
    return whole


FORKED = """
import gc, os, threading
from guardrails.detectors import deferred as module

started, go, builds = threading.Event(), threading.Event(), []

def build():
    builds.append(os.getpid())
    if len(builds) == 1:
        started.set()
        go.wait()
    return lambda text: ()

def child():
    detect("young")
    return 10 * len(builds) + gc.isenabled()

detect = module.deferred(build)
thread = threading.Thread(target=detect, args=("old",))
thread.start()
started.wait()
{before}
pid = os.fork()
if pid == 0:
    os._exit(child())
print(os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]))
go.set()
thread.join()
print(len(builds), gc.isenabled())
"""


def run_forking(before: str) -> list[str]:
    """What it prints in an interpreter of its own: how often it was built and if the collector runs, child first."""
    command = [sys.executable, "-c", FORKED.format(before=before)]
    return subprocess.run(command, capture_output=True, text=True, check=True, timeout=60).stdout.split()


forking = pytest.mark.skipif(not hasattr(os, "fork"), reason="this system has no fork")


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


def test_a_build_that_asks_its_own_detector_is_an_error_and_no_deadlock() -> None:
    answers: list[Sequence[Span]] = []

    def build() -> Detector:
        if not answers:
            answers.append(())
            detect("old")
        return whole

    detect = deferred(build)
    with pytest.raises(DetectorError, match="must not use it"):
        detect("young")
    assert detect("young") == whole("young")


def test_a_build_may_ask_another_deferred_detector() -> None:
    other = deferred(build_whole)

    def build() -> Detector:
        other("old")
        return whole

    assert deferred(build)("young") == whole("young")


@forking
def test_a_fork_waits_for_a_build_that_goes_on() -> None:
    assert run_forking("os.register_at_fork(before=go.set)") == ["11", "1", "True"]  # the last one registered is first


@forking
def test_a_child_that_is_forked_during_a_build_makes_its_own() -> None:
    assert run_forking("module._PATIENCE = 0.0") == ["21", "1", "True"]


def test_it_can_be_pickled_before_and_after_it_is_built() -> None:
    detect = deferred(build_whole)
    before = pickle.loads(pickle.dumps(detect))  # noqa: S301 - our own bytes
    detect("young")
    after = pickle.loads(pickle.dumps(detect))  # noqa: S301 - our own bytes
    assert before("old") == after("old") == whole("old")


def test_the_english_detector_is_the_same_one_for_all_who_ask() -> None:
    assert english_detector() is english_detector()
    assert [span.attribute for span in english_detector()("The young woman.")] == ["age", "gender"]
