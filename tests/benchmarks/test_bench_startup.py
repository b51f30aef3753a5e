"""What starting costs: processor seconds of a fresh interpreter, less those of an empty one."""

from __future__ import annotations

import resource
import statistics
import subprocess
import sys
from typing import Any

import pytest

STARTS = {
    "nothing": "pass",
    "import guardrails": "import guardrails",
    "Guard.from_pack": "from guardrails import Guard; Guard.from_pack('hiring')",
    "constitution --help": "import sys; sys.argv = ['constitution', '--help']; from guardrails.cli import main; main()",
}


def processor_ms(code: str) -> float:
    """User and system time of one fresh interpreter, in milliseconds."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run([sys.executable, "-c", code], check=True, stdout=subprocess.DEVNULL, timeout=60)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return (after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime) * 1e3


@pytest.mark.parametrize("name", STARTS)
def test_bench_processor_time_of_a_start(benchmark: Any, name: str) -> None:
    rounds = 15 if benchmark.enabled else 1
    taken = [processor_ms(STARTS[name]) for _ in range(rounds)]
    benchmark.extra_info["cpu_ms"] = round(statistics.median(taken), 1)
    benchmark.pedantic(processor_ms, args=(STARTS[name],), rounds=rounds)
    assert min(taken) >= 0
