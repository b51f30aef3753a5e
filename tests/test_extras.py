"""Optional packages come in through one door."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from guardrails.errors import MissingExtraError
from guardrails.extras import require


def test_an_installed_module_is_imported() -> None:
    assert require("json", extra="openai") is sys.modules["json"]


@pytest.mark.parametrize("module", ["surely_not_installed", "surely_not_installed.inner"])
def test_a_missing_package_names_the_extra_and_the_command(module: str) -> None:
    with pytest.raises(MissingExtraError, match=r"pip install 'constitutional-guardrails\[nlp\]'"):
        require(module, extra="nlp")


def test_an_import_that_fails_inside_an_installed_package_is_not_hidden(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "half_installed.py").write_text("import surely_not_installed\n", encoding="utf-8")
    monkeypatch.syspath_prepend(str(tmp_path))
    with pytest.raises(ModuleNotFoundError) as caught:
        require("half_installed", extra="nlp")
    assert not isinstance(caught.value, MissingExtraError)
