"""The command line as tests use it: inside this process, or as a program of its own."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

from click.testing import CliRunner, Result

from guardrails.cli import main

__all__ = ["as_json", "constitution", "program"]


def constitution(*arguments: object, given: str | bytes | None = None) -> Result:
    """Run ``constitution`` with *arguments* here; *given* is standard input."""
    return CliRunner().invoke(main, [str(one) for one in arguments], input=given, prog_name="constitution")


def as_json(result: Result) -> Any:
    """The one object on standard output."""
    return json.loads(result.stdout)


def program(
    *arguments: object, folder: Path, given: bytes = b"", environment: dict[str, str] | None = None
) -> subprocess.CompletedProcess[bytes]:
    """Run ``python -m guardrails`` in *folder*."""
    return subprocess.run(
        [sys.executable, "-m", "guardrails", *map(str, arguments)],
        cwd=folder, input=given, capture_output=True, timeout=120, check=False,
        env={**os.environ, **(environment or {})},
    )  # fmt: skip
