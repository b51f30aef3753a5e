"""What starting costs: processor time of a fresh interpreter, in milliseconds and in empty interpreters."""

from __future__ import annotations

import os
import resource
import statistics
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

_COMMAND = "import sys; sys.argv = ['constitution', {}]; from guardrails.cli import main; main()"
_AD = Path(__file__).parents[2] / "examples" / "data" / "job_ad.txt"
NOTHING = "pass"
STARTS = {
    "import guardrails": "import guardrails",
    "Guard.from_pack": "from guardrails import Guard; Guard.from_pack('hiring')",
    "Guard.from_pack and a first check": (
        "from guardrails import Guard; Guard.from_pack('hiring').check('The young woman is a digital native.')"
    ),
    "constitution --help": _COMMAND.format("'--help'"),
    "constitution check FILE": _COMMAND.format(f"'check', {str(_AD)!r}, '--pack', 'hiring'"),
}


@pytest.fixture(scope="module")
def environment(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """Modules are read from bytecode, as pip leaves them, whatever this process was told."""
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return {**kept, "PYTHONPYCACHEPREFIX": str(tmp_path_factory.mktemp("bytecode"))}


def processor_ms(code: str, environment: dict[str, str]) -> float:
    """User and system time of one fresh interpreter, in milliseconds."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run([sys.executable, "-c", code], check=True, stdout=subprocess.DEVNULL, timeout=60, env=environment)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return (after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime) * 1e3


@pytest.mark.parametrize("name", STARTS)
def test_bench_processor_time_of_a_start(benchmark: Any, name: str, environment: dict[str, str]) -> None:
    rounds = 15 if benchmark.enabled else 1
    processor_ms(STARTS[name], environment)  # writes the bytecode
    taken = [(processor_ms(STARTS[name], environment), processor_ms(NOTHING, environment)) for _ in range(rounds)]
    ours, empty = [ours for ours, _ in taken], [empty for _, empty in taken]
    benchmark.extra_info["cpu_ms"] = round(statistics.median(ours), 1)
    benchmark.extra_info["times an empty interpreter"] = round(min(ours) / min(empty), 1)
    benchmark.pedantic(processor_ms, args=(STARTS[name], environment), rounds=rounds)
    assert min(ours) > min(empty)
