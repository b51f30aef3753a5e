from __future__ import annotations

import os
import subprocess
import sys
import threading
from pathlib import Path

import orjson
import pytest

from guardrails.log import Ending, JsonlSink, read, verify
from tests.helpers.log import some_records

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="fork and resource limits are of POSIX")

PRELUDE = """
import os, sys
from datetime import UTC, datetime
from guardrails.errors import SinkError
from guardrails.log import JsonlSink, records_of
from guardrails.types import Action, Decision
decision = Decision(layer="moderate", action=Action.REWRITE, reason="adjective before a person noun")
def records(call_id, count=1):
    return records_of([decision] * count, call_id=call_id, constitution=None, time=datetime.now(UTC))
sink = JsonlSink(sys.argv[1])
"""


def run(folder: Path, script: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", PRELUDE + script, str(folder)]
    return subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)


def in_a_child(work: object) -> int:
    pid = os.fork()
    if pid == 0:
        try:
            work()  # type: ignore[operator]
            os._exit(0)
        except BaseException:
            os._exit(1)
    return os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])


def test_a_forked_child_starts_its_own_segment(tmp_path: Path) -> None:
    sink = JsonlSink(tmp_path)
    sink.write(some_records(call_id="before"))

    def child() -> None:
        sink.write(some_records(call_id="child"))
        sink.close()

    assert in_a_child(child) == 0
    sink.write(some_records(call_id="after"))
    sink.close()
    verification = verify(tmp_path)
    assert verification.intact
    assert not verification.unclosed
    assert sorted(record.call_id for record in read(tmp_path)) == ["after", "before", "child"]
    assert sorted(report.records for report in verification.segments) == [1, 2]


def test_a_child_forked_while_a_thread_writes_is_not_stuck(tmp_path: Path) -> None:
    sink = JsonlSink(tmp_path)
    sink.write(some_records())
    lock = next(iter(sink._processes.values())).lock
    held, go_on = threading.Event(), threading.Event()

    def hold() -> None:
        with lock:
            held.set()
            go_on.wait()

    def child() -> None:
        sink.write(some_records())
        sink.close()

    thread = threading.Thread(target=hold)
    thread.start()
    held.wait()
    try:
        assert in_a_child(child) == 0
    finally:
        go_on.set()
        thread.join()


def test_a_grandchild_and_its_parents_keep_apart(tmp_path: Path) -> None:
    sink = JsonlSink(tmp_path)

    def generation(depth: int) -> None:
        sink.write(some_records(call_id=f"depth-{depth}"))
        if depth < 3:
            assert in_a_child(lambda: generation(depth + 1)) == 0
        sink.write(some_records(call_id=f"depth-{depth}"))
        sink.close()

    generation(0)
    verification = verify(tmp_path)
    assert verification.intact
    assert [report.records for report in verification.segments] == [2, 2, 2, 2]


def test_an_orderly_exit_closes_the_segment(tmp_path: Path) -> None:
    assert run(tmp_path, "sink.write(records('a'))").returncode == 0
    assert not verify(tmp_path).unclosed


def test_a_killed_process_leaves_a_segment_that_is_open_and_not_broken(tmp_path: Path) -> None:
    assert run(tmp_path, "sink.write(records('a')); os.kill(os.getpid(), 9)").returncode == -9
    verification = verify(tmp_path)
    assert verification.intact
    assert [report.ending for report in verification.unclosed] == [Ending.OPEN]
    assert run(tmp_path, "sink.write(records('b'))").returncode == 0
    assert verify(tmp_path).intact
    assert len(list(read(tmp_path))) == 2


def test_a_full_disk_is_an_error_and_leaves_the_chain_whole(tmp_path: Path) -> None:
    done = run(
        tmp_path,
        """
import resource
sink.write(records("before"))
size = os.stat(os.path.join(sys.argv[1], os.listdir(sys.argv[1])[0])).st_size
resource.setrlimit(resource.RLIMIT_FSIZE, (size + 700, resource.RLIM_INFINITY))
for attempt in range(2):
    try:
        sink.write(records("lost", 3))
    except SinkError as error:
        print(error)
resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
sink.write(records("after"))
""",
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.count("file too large; free some space") == 2
    verification = verify(tmp_path)
    assert verification.intact
    assert not verification.unclosed
    assert [record.call_id for record in read(tmp_path)] == ["before", "after"]


def test_a_disk_too_full_for_the_header_leaves_no_file_behind(tmp_path: Path) -> None:
    done = run(
        tmp_path,
        """
import resource
resource.setrlimit(resource.RLIMIT_FSIZE, (10, resource.RLIM_INFINITY))
try:
    sink.write(records("lost"))
except SinkError as error:
    print(os.listdir(sys.argv[1]))
resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
sink.write(records("after"))
""",
    )
    assert (done.returncode, done.stdout.strip()) == (0, "[]"), done.stderr
    assert [record.call_id for record in read(tmp_path)] == ["after"]


def test_a_torn_line_that_cannot_be_cut_off_gives_way_to_a_new_segment(tmp_path: Path) -> None:
    sink = JsonlSink(tmp_path)
    sink.write(some_records(call_id="first"))
    segment = next(iter(sink._processes.values())).segment
    assert segment is not None
    with segment.path.open("ab") as file:
        file.write(b'{"schema":"guardrails.deci')
    segment.broken = True
    sink.write(some_records(call_id="second"))
    sink.close()
    verification = verify(tmp_path)
    assert verification.intact
    assert [report.ending for report in verification.segments] == [Ending.TORN, Ending.CLOSED]
    assert [record.call_id for record in read(tmp_path)] == ["first", "second"]


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write anywhere")
def test_a_folder_that_may_not_be_written_is_an_error_with_the_next_step(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    done = run(tmp_path, "\ntry:\n    sink.write(records('a'))\nexcept SinkError as error:\n    print(error)")
    tmp_path.chmod(0o700)
    assert "let this user write there" in done.stdout


def test_the_log_needs_no_third_party_module_to_be_imported() -> None:
    script = "import guardrails.log, sys; print(sorted({'orjson', 'pydantic', 'yaml', 'rich'} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, timeout=60, check=True)
    assert done.stdout.strip() == "[]"


def test_a_line_is_json_for_any_reader(tmp_path: Path) -> None:
    with JsonlSink(tmp_path) as sink:
        sink.write(some_records(3))
    (path,) = tmp_path.iterdir()
    assert all(isinstance(orjson.loads(line), dict) for line in path.read_bytes().splitlines())
