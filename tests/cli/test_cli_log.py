from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.helpers.cli import as_json, constitution
from tests.helpers.log import a_sink, some_records


@pytest.fixture
def a_log(tmp_path: Path) -> Path:
    with a_sink(tmp_path / "log") as sink:
        sink.write(some_records(2, call_id="first"))
        sink.write(some_records(1, call_id="second"))
    return tmp_path / "log"


@pytest.mark.parametrize(
    ("options", "count"),
    [([], 3), (["--call", "first"], 2), (["--action", "rewrite"], 3), (["--action", "block"], 0), (["--last", "1"], 1)],
    ids=lambda value: "-".join(value) if isinstance(value, list) else "",
)
def test_records_are_filtered(a_log: Path, options: list[str], count: int) -> None:
    result = constitution("log", "show", a_log, "--json", *options)
    rows = [json.loads(line) for line in result.stdout.splitlines()]
    assert (result.exit_code, len(rows)) == (0, count)
    assert all(row["schema"] == "guardrails.decision/1" and row["time"] == "2026-03-01T12:00:00Z" for row in rows)


def test_people_get_a_table(a_log: Path) -> None:
    shown = constitution("log", "show", a_log).stdout
    assert "2026-03-01 12:00:00Z" in shown
    assert "rewrite" in shown


def test_a_torn_line_is_told_on_standard_error(a_log: Path) -> None:
    (path,) = a_log.iterdir()
    path.write_bytes(path.read_bytes()[:-100])
    result = constitution("log", "show", a_log, "--json")
    assert len(result.stdout.splitlines()) == 3
    assert f"not readable: {path.name}:5" in result.stderr


def test_a_whole_log_is_intact_and_its_head_is_told(a_log: Path) -> None:
    result = constitution("log", "verify", a_log)
    assert result.exit_code == 0
    assert "intact; 3 good records in 1 segments" in result.stdout
    head = as_json(constitution("log", "verify", a_log, "--json"))["segments"][0]["head"]
    assert f"head {head}" in result.stdout


def test_a_broken_log_names_the_line_with_exit_code_one(a_log: Path) -> None:
    (path,) = a_log.iterdir()
    path.write_bytes(path.read_bytes().replace(b'"seq":1', b'"seq":9'))
    result = constitution("log", "verify", a_log)
    assert result.exit_code == 1
    assert f"{path.name}:3: edited" in result.stdout
    answer = constitution("log", "verify", a_log, "--json")
    assert answer.exit_code == 1
    assert as_json(answer)["problems"][0]["line"] == 3


def test_an_open_segment_fails_only_when_strict(a_log: Path) -> None:
    (path,) = a_log.iterdir()
    path.write_bytes(b"".join(path.read_bytes().splitlines(keepends=True)[:-1]))
    lenient, strict = constitution("log", "verify", a_log), constitution("log", "verify", a_log, "--strict")
    assert (lenient.exit_code, strict.exit_code) == (0, 1)
    assert f"{path.name}: open or crashed" in lenient.stdout


def test_a_signed_log_asks_for_its_key(tmp_path: Path) -> None:
    with a_sink(tmp_path / "log", key=b"secret") as sink:
        sink.write(some_records())
    (tmp_path / "key").write_bytes(b"secret\n")
    (tmp_path / "wrong").write_bytes(b"guess\n")
    without = constitution("log", "verify", tmp_path / "log")
    assert (without.exit_code, "--key-file" in without.stderr) == (2, True)
    assert constitution("log", "verify", tmp_path / "log", "--key-file", tmp_path / "key").exit_code == 0
    assert constitution("log", "verify", tmp_path / "log", "--key-file", tmp_path / "wrong").exit_code == 1


def test_segments_deleted_on_purpose_are_forgiven(tmp_path: Path) -> None:
    sink = a_sink(tmp_path)
    for _ in range(2):
        sink.write(some_records())
        sink.close()
    min(tmp_path.iterdir()).unlink()
    assert constitution("log", "verify", tmp_path).exit_code == 1
    assert constitution("log", "verify", tmp_path, "--since", "2026-03-01T12:00:01").exit_code == 0


@pytest.mark.parametrize("command", ["show", "verify"])
def test_a_folder_that_is_not_there_is_wrong_usage(tmp_path: Path, command: str) -> None:
    assert constitution("log", command, tmp_path / "none").exit_code == 2
    (tmp_path / "file").write_text("")
    result = constitution("log", command, tmp_path / "file")
    assert (result.exit_code, "not a folder" in result.stderr) == (2, True)


def test_without_a_folder_the_one_that_check_writes_to_is_read() -> None:
    answer = as_json(constitution("check", "-", "--json", given="Hello"))
    assert answer["call_id"] in constitution("log", "show").stdout
    assert constitution("log", "verify").exit_code == 0


def test_a_folder_without_a_log_is_not_passed_in_silence(tmp_path: Path) -> None:
    lenient, strict = constitution("log", "verify", tmp_path), constitution("log", "verify", tmp_path, "--strict")
    assert (lenient.exit_code, strict.exit_code) == (0, 1)
    assert "nothing was verified" in lenient.stderr
