"""Every test starts from an empty home, a log folder of its own and no key; Hypothesis is repeatable."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

settings.register_profile(
    "default", derandomize=True, max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.register_profile("thorough", max_examples=3_000, deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "default"))


@pytest.fixture(autouse=True)
def isolated(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """No test reads the user's files, keys or colours, or writes decisions where a real log may be."""
    home = tmp_path_factory.mktemp("home")
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.setenv("XDG_STATE_HOME", str(home / "state"))
    monkeypatch.setenv("GUARDRAILS_LOG_DIR", str(home / "decisions"))
    monkeypatch.setenv("NO_COLOR", "1")
    for name in (
        "OPENAI_API_KEY",
        "OPENAI_BASE_URL",
        "GUARDRAILS_LOG_KEY",
        "GUARDRAILS_ESCALATIONS",
        "FORCE_COLOR",
        "COLUMNS",
    ):
        monkeypatch.delenv(name, raising=False)
    return home


@pytest.fixture
def log_dir(isolated: Path) -> Path:
    """Where the command line writes its decisions during this test."""
    return isolated / "decisions"


@pytest.fixture
def repository() -> Path:
    """The folder with ``pyproject.toml``."""
    return Path(__file__).resolve().parent.parent
