"""What a record costs to make, chain and append without fsync, against plain ``json.dumps`` and a write."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from guardrails.log import JsonlSink, as_json, records_of
from tests.helpers.log import START, a_decision, some_records

BATCH = 4
DECISIONS = tuple(a_decision(id=f"call-1.{number:04d}") for number in range(BATCH))


@pytest.mark.parametrize("key", [None, b"secret"], ids=["sha256", "hmac"])
def test_bench_records_chained_and_appended(benchmark: Any, tmp_path: Path, key: bytes | None) -> None:
    sink = JsonlSink(tmp_path, key=key)

    def call() -> None:
        sink.write(records_of(DECISIONS, call_id="call-1", constitution=None, time=START))

    benchmark.extra_info["records"] = BATCH
    benchmark(call)
    sink.close()


def test_bench_plain_json_and_write(benchmark: Any, tmp_path: Path) -> None:
    rows = [as_json(record) | {"time": record.time.isoformat()} for record in some_records(BATCH)]
    with (tmp_path / "plain.jsonl").open("ab", buffering=0) as file:

        def call() -> None:
            file.write(b"".join(json.dumps(row).encode() + b"\n" for row in rows))

        benchmark.extra_info["records"] = BATCH
        benchmark(call)
