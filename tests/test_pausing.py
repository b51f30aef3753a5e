"""The collector rests while what lasts is made, and is left as it was found."""

from __future__ import annotations

import gc
import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest

from guardrails.pausing import Pausing

FORKED = """
import gc, os
from guardrails.pausing import Pausing

def exit_code_of_child(work):
    pid = os.fork()
    if pid == 0:
        os._exit(work())
    return os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])
"""


def run_forking(script: str) -> list[str]:
    """What *script* prints in an interpreter of its own: one that has threads must not be forked in a test."""
    command = [sys.executable, "-c", FORKED + script]
    return subprocess.run(command, capture_output=True, text=True, check=True, timeout=60).stdout.split()


forking = pytest.mark.skipif(not hasattr(os, "fork"), reason="this system has no fork")


@pytest.fixture(autouse=True)
def collecting() -> Iterator[None]:
    gc.enable()
    yield
    gc.enable()


def test_nothing_is_collected_inside_and_all_is_as_before_after() -> None:
    with Pausing():
        assert not gc.isenabled()
    assert gc.isenabled()


def test_it_runs_again_after_an_error() -> None:
    with pytest.raises(ValueError, match="broken"), Pausing():
        raise ValueError("broken")
    assert gc.isenabled()


def test_one_inside_another_waits_for_the_outer() -> None:
    with Pausing():
        with Pausing():
            pass
        assert not gc.isenabled()
    assert gc.isenabled()


def test_a_collector_that_was_switched_off_stays_off() -> None:
    gc.disable()
    with Pausing():
        pass
    assert not gc.isenabled()


def test_a_collector_switched_on_inside_stays_on() -> None:
    gc.disable()
    with Pausing():
        gc.enable()
    assert gc.isenabled()


def test_the_last_thread_out_lets_it_run_again() -> None:
    inside, leave = threading.Event(), threading.Event()

    def pause() -> bool:
        with Pausing():
            inside.set()
            leave.wait()
            return gc.isenabled()

    with ThreadPoolExecutor(1) as pool:
        with Pausing():
            other = pool.submit(pause)
            inside.wait()
        paused = not gc.isenabled()
        leave.set()
        assert not other.result()
    assert paused
    assert gc.isenabled()


def test_a_thread_that_comes_while_another_is_inside_does_not_leave_it_off() -> None:
    first, second = Pausing(), Pausing()
    first.__enter__()
    second.__enter__()
    first.__exit__(None, None, None)
    second.__exit__(None, None, None)
    with Pausing():
        assert not gc.isenabled()
    assert gc.isenabled()


@forking
def test_a_child_forked_while_another_thread_is_inside_collects() -> None:
    script = """
import threading
inside, leave = threading.Event(), threading.Event()
def pause():
    with Pausing():
        inside.set()
        leave.wait()
thread = threading.Thread(target=pause)
thread.start()
inside.wait()
code = exit_code_of_child(lambda: gc.isenabled())
leave.set()
thread.join()
print(code, gc.isenabled())
"""
    assert run_forking(script) == ["1", "True"]


@forking
def test_a_child_forked_inside_its_own_pause_can_pause_again() -> None:
    script = """
def work():
    inside = Pausing()
    outer.__exit__(None, None, None)
    on = gc.isenabled()
    with inside:
        off = not gc.isenabled()
    return on and off and gc.isenabled()
outer = Pausing()
with outer:
    code = exit_code_of_child(work)
print(code, gc.isenabled())
"""
    assert run_forking(script) == ["1", "True"]


@forking
def test_a_collector_that_was_off_before_the_fork_stays_off_in_the_child() -> None:
    script = """
gc.disable()
with Pausing():
    print(exit_code_of_child(lambda: gc.isenabled()))
"""
    assert run_forking(script) == ["0"]
