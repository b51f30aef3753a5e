"""The figures of ``docs/performance.md``: ``python -m tests.benchmarks.table`` measures and writes them in."""

from __future__ import annotations

import json
import os
import platform
import re
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from tests.helpers.source_files import ROOT

__all__ = ["table", "written_into"]

PAGE = ROOT / "docs" / "performance.md"
_START, _END = "<!-- figures: made by `make bench` -->", "<!-- end of figures -->"


def measured(folder: str) -> Mapping[str, Any]:
    """Run every benchmark once and return what pytest-benchmark says."""
    report = Path(folder) / "report.json"
    command = [sys.executable, "-m", "pytest", "tests/benchmarks", "-p", "no:randomly", "--benchmark-enable"]
    subprocess.run([*command, "--benchmark-only", f"--benchmark-json={report}"], cwd=ROOT, check=True)
    loaded: Mapping[str, Any] = json.loads(report.read_text(encoding="utf-8"))
    return loaded


def table(benchmarks: Sequence[Mapping[str, Any]]) -> str:
    """One row a benchmark: name, median, and what else it measured."""
    rows = ["| benchmark | median | also |", "|---|---|---|"]
    for benchmark in sorted(benchmarks, key=lambda one: str(one["fullname"])):
        also = ", ".join(f"{name} {value}" for name, value in sorted(benchmark["extra_info"].items()))
        rows.append(f"| {_title(benchmark['name'])} | {_time(benchmark['stats']['median'])} | {also} |")
    return "\n".join(rows)


def _title(name: str) -> str:
    return re.sub(r"^test_(?:bench_)?", "", name).replace("_", " ")


def _time(seconds: float) -> str:
    for unit, size in (("s", 1.0), ("ms", 1e-3), ("us", 1e-6)):
        if seconds >= size:
            return f"{seconds / size:.3g} {unit}"
    return f"{seconds * 1e9:.3g} ns"


def written_into(page: str, figures: str) -> str:
    """*page* with *figures* between its markers."""
    head, _, rest = page.partition(_START)
    _, _, tail = rest.partition(_END)
    return f"{head}{_START}\n\n{figures}\n\n{_END}{tail}"


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as scratch:
        report = measured(scratch)
    machine = f"CPython {platform.python_version()}, {platform.system()} {platform.machine()}, {os.cpu_count()} cores"
    figures = f"{machine}:\n\n{table(report['benchmarks'])}"
    PAGE.write_text(written_into(PAGE.read_text(encoding="utf-8"), figures), encoding="utf-8")
