"""A child forked while other threads are at work can do the same work: nothing that they held is held in it."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

FORKED = """
import os, signal, threading

def child(work):
    pid = os.fork()
    if pid == 0:
        signal.alarm(60)  # a child that hangs is ended, and its exit code tells
        os._exit(0 if work() else 1)
    return pid

def exit_code(pid):
    return os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])
"""

HELD = """
held, go_on = threading.Event(), threading.Event()

def hold():
    with owner._lock:
        held.set()
        go_on.wait()

thread = threading.Thread(target=hold)
thread.start()
held.wait()
print(exit_code(child(work)))
go_on.set()
thread.join()
"""

CRITIC = """
from guardrails.flow import drive
from guardrails.models import echo
from guardrails.types import Request, Response, Verdicts

class Clearing:
    name = "clearing"
    def judge(self, request, draft, principles):
        yield from ()
        return Verdicts()
    def revise(self, request, draft, verdicts, principles):
        yield from ()
        return draft

def work():
    return drive(owner.judge(Request(texts=()), Response(texts=()), ()), echo) == Verdicts()
"""

OWNERS = {
    "spans": "from guardrails.detectors.memo import remembering\n"
    "owner = remembering(lambda text: ())\n"
    "work = lambda: owner('young') == ()\n",
    "cases": "from guardrails.escalation import MemoryEscalations\n"
    "owner = MemoryEscalations()\n"
    "work = lambda: owner.cases() == ()\n",
    "verdicts": f"{CRITIC}\nfrom guardrails.critics import RememberingCritic\nowner = RememberingCritic(Clearing())\n",
    "circuit": f"{CRITIC}\nfrom guardrails.critics import BreakingCritic\nowner = BreakingCritic(Clearing())\n",
}

IMPORTING = """
import importlib.machinery, sys
from guardrails import Guard

begun, go = threading.Event(), threading.Event()

class Slow:
    def find_spec(self, name, path, target=None):
        return importlib.machinery.ModuleSpec(name, self) if name == "guardrails.slow" else None
    def create_module(self, spec):
        return None
    def exec_module(self, module):
        begun.set()
        go.wait()
        module.done = True

def work():
    import guardrails.slow
    return guardrails.slow.done

sys.meta_path.insert(0, Slow())
thread = threading.Thread(target=work)
thread.start()
begun.wait()
os.register_at_fork(before=go.set)  # the last one registered is the first to be called
print(exit_code(child(work)))
thread.join()
"""

LOADED = """
from guardrails import Guard

guard, start, done = Guard.from_pack("hiring"), threading.Barrier(4), threading.Event()

def text(number):
    return f"Candidate {number} is a young Nigerian woman, and her résumé is sound."

def work():
    return guard.check(text(0)).text == "Candidate 0 is a candidate, and her résumé is sound."

def load(lane):
    start.wait()
    number = lane
    while not done.is_set():
        guard.check(text(number))
        number += 4

assert work()  # as the page on performance advises: what is read on first use is read before the fork
threads = [threading.Thread(target=load, args=(lane,)) for lane in range(1, 4)]
for thread in threads:
    thread.start()
start.wait()
children = [child(work) for _ in range(6)]
print([exit_code(pid) for pid in children])
done.set()
for thread in threads:
    thread.join()
"""

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="no fork on this system")


def run_forking(script: str) -> str:
    """What *script* prints in an interpreter of its own: one that has threads must not be forked in a test."""
    command = [sys.executable, "-c", FORKED + script]
    return subprocess.run(command, capture_output=True, text=True, check=True, timeout=300).stdout.strip()


@pytest.mark.parametrize("owner", OWNERS)
def test_a_lock_that_a_thread_holds_is_free_in_a_child(owner: str) -> None:
    assert run_forking(OWNERS[owner] + HELD) == "0"


def test_a_circuit_that_is_being_tried_is_not_in_a_child() -> None:
    trial = "owner._failed, owner._until, owner._trying = 5, 0.0, True\n"
    assert run_forking(f"{OWNERS['circuit']}{trial}print(exit_code(child(work)))") == "0"


def test_a_fork_waits_for_an_import_of_ours_that_goes_on() -> None:
    assert run_forking(IMPORTING) == "0"


def test_children_forked_under_load_answer_as_their_parent_does() -> None:
    assert run_forking(LOADED) == "[0, 0, 0, 0, 0, 0]"
