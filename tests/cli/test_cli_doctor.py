from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from guardrails.cli.doctor import clash
from guardrails.constitution import packs_folder
from tests.helpers.cli import as_json, constitution
from tests.helpers.server import Upstream, serve


@pytest.fixture
def upstream(monkeypatch: pytest.MonkeyPatch) -> Iterator[Upstream]:
    with serve() as server:
        monkeypatch.setenv("OPENAI_BASE_URL", server.base_url)
        monkeypatch.setenv("OPENAI_API_KEY", "unused")
        yield server


def findings(*options: str) -> dict[str, tuple[str, str]]:
    answer = as_json(constitution("doctor", "--json", *options))
    return {one["about"]: (one["verdict"], one["says"]) for one in answer["findings"]}


def test_a_sound_installation_is_healthy() -> None:
    found = findings()
    assert {verdict for verdict, _ in found.values()} <= {"ok", "note"}
    assert str(packs_folder()) in found["packs"][1]
    assert constitution("doctor").exit_code == 0


def test_no_key_is_said_plainly() -> None:
    assert findings()["model"] == ("note", "OPENAI_API_KEY is not set: check needs none, run cannot call a model")


def test_a_model_that_answers_is_counted(upstream: Upstream) -> None:
    verdict, says = findings()["model"]
    assert (verdict, says.endswith("answers and lists 1 models")) == ("ok", True)
    assert upstream.requests[-1].path.endswith("/models")


def test_a_model_that_is_not_there_is_a_note(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OPENAI_BASE_URL", "http://127.0.0.1:9/v1")
    monkeypatch.setenv("OPENAI_API_KEY", "unused")
    verdict, says = findings()["model"]
    assert (verdict, "cannot be reached" in says) == ("note", True)


def test_offline_asks_nobody(upstream: Upstream) -> None:
    assert "model" not in findings("--offline")
    assert upstream.requests == []


@pytest.mark.parametrize("other", ["guardrails-ai", "openai-guardrails"])
def test_another_package_of_the_same_name_is_wrong_and_says_what_to_do(other: str) -> None:
    found = clash({"guardrails": ["constitutional-guardrails", other], "click": ["click"]})
    assert found.verdict == "wrong"
    assert f"pip uninstall {other}" in found.says


@pytest.mark.parametrize("ours", [["constitutional-guardrails"], ["constitutional_guardrails"] * 2, []])
def test_our_own_package_is_no_clash(ours: list[str]) -> None:
    assert clash({"guardrails": ours}).verdict == "ok"


def test_a_log_folder_that_cannot_be_made_is_wrong(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("GUARDRAILS_LOG_DIR", str(tmp_path / "file" / "log"))
    result = constitution("doctor", "--offline")
    assert result.exit_code == 1
    assert "--no-log" in result.stdout
