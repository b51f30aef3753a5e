"""What a release says about itself agrees with itself."""

from __future__ import annotations

import re
import tomllib
from importlib.metadata import distribution
from pathlib import Path

import guardrails


def test_the_changelog_begins_with_this_version(repository: Path) -> None:
    headings = re.findall(
        r"^## \[(\d[^\]]*)\]", (repository / "CHANGELOG.md").read_text(encoding="utf-8"), re.MULTILINE
    )
    assert headings[0] == guardrails.__version__


def test_the_changelog_uses_the_known_kinds_of_change(repository: Path) -> None:
    kinds = re.findall(r"^### (\w+)$", (repository / "CHANGELOG.md").read_text(encoding="utf-8"), re.MULTILINE)
    assert kinds
    assert set(kinds) <= {"Added", "Changed", "Deprecated", "Removed", "Fixed", "Security"}


def test_the_licence_is_the_one_that_the_package_declares(repository: Path) -> None:
    declared = tomllib.loads((repository / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    licence = (repository / "LICENSE").read_text(encoding="utf-8")
    assert declared["license"] == "Apache-2.0"
    assert "Apache License" in licence
    assert "Version 2.0, January 2004" in licence


def test_the_distribution_installs_the_console_script() -> None:
    scripts = {entry.name: entry.value for entry in distribution("constitutional-guardrails").entry_points}
    assert scripts["constitution"] == "guardrails.cli:main"


def test_the_base_installation_stays_small(repository: Path) -> None:
    project = tomllib.loads((repository / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert len(project["dependencies"]) <= 7
    assert set(project["optional-dependencies"]) >= {"openai", "dev"}


def test_the_script_that_checks_a_change_is_the_one_that_make_runs(repository: Path) -> None:
    assert re.search(
        r"^check:.*\n\tbash \.ci/run$", (repository / "Makefile").read_text(encoding="utf-8"), re.MULTILINE
    )
