from __future__ import annotations

from pathlib import Path

import pytest

from guardrails.constitution import json_schema, load_pack
from tests.helpers.cli import as_json, constitution

OWN = 'constitution: 1\nname: own\nversion: "1.0.0"\nextends: fairness\n'


@pytest.fixture
def own(tmp_path: Path) -> Path:
    return tmp_path / "own.yaml"


def test_show_says_what_applies_and_where_it_was_written() -> None:
    result = constitution("show", "hiring")
    assert result.exit_code == 0
    assert f"digest {load_pack('hiring').digest}" in result.stdout
    assert result.stdout.index("1 moderate") < result.stdout.index("2 scrub") < result.stdout.index("3 critique")
    assert "fairness.yaml:" in result.stdout
    assert "default" in result.stdout


def test_show_is_loud_about_what_is_kept(own: Path) -> None:
    assert "KEPT" not in constitution("show", "hiring").stdout
    own.write_text(OWN + "moderation:\n  user: {default: neutralise, age: keep}\n")
    shown = constitution("show", own).stdout
    assert "KEPT: let through untouched, and not recorded" in shown
    assert "moderation.user: age" in shown
    kept = as_json(constitution("show", own, "--json"))["kept"]
    assert kept == [{"part": "moderation", "source": "user", "attribute": "age"}]


def test_show_as_json_has_every_value_with_its_place() -> None:
    answer = as_json(constitution("show", "lending", "--json"))
    assert answer["constitution"]["digest"] == load_pack("lending").digest
    assert [layer["name"] for layer in answer["layers"]] == ["moderate", "scrub", "critique"]
    assert any(value["file"].endswith("fairness.yaml") for value in answer["values"] if value["file"])


def test_show_of_a_pack_that_is_not_there_suggests_one() -> None:
    result = constitution("show", "hirin")
    assert (result.exit_code, "did you mean 'hiring'?" in result.stderr) == (2, True)


def test_several_packs_are_tested_at_once(own: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.yaml"
    for path in (own, other):
        path.write_text(OWN + 'tests:\n  - {user: "Is Ms. White in?", expect: {action: allow, absent: [Ms. Black]}}\n')
    result = constitution("test", own, other)
    assert result.exit_code == 0
    assert result.stdout.count(": 1 of 1 cases pass") == 2


def test_a_failed_case_is_named_with_its_place_and_exit_code_one(own: Path) -> None:
    first, second = '{user: "Is Ms. White in?", expect: {action: allow}}', '{user: "Hello.", expect: {action: block}}'
    own.write_text(f"{OWN}tests:\n  - {first}\n  - {second}\n")
    result = constitution("test", own)
    assert result.exit_code == 1
    assert f"{own}: 1 of 2 cases pass" in result.stdout
    (line,) = [line for line in result.stdout.splitlines() if "FAIL" in line]
    assert "action is allow, expected block" in line
    answer = as_json(constitution("test", own, "--json"))
    assert (answer["failed"], [case["passed"] for case in answer["packs"][str(own)]]) == (1, [True, False])


def test_the_place_of_a_case_is_its_line(own: Path) -> None:
    own.write_text(OWN + 'tests:\n  - {user: "Hello.", expect: {action: allow}}\n')
    answer = as_json(constitution("test", own, "--json"))
    assert answer["packs"][str(own)][0]["place"] == f"{own}:6"


def test_a_constitution_without_cases_is_not_called_tested(own: Path) -> None:
    own.write_text(OWN)
    result = constitution("test", own)
    assert (result.exit_code, "carries no cases" in result.stderr) == (2, True)


def test_cases_leave_no_records(own: Path, log_dir: Path) -> None:
    own.write_text(OWN + 'tests:\n  - {user: "Hello.", expect: {action: allow}}\n')
    assert constitution("test", own).exit_code == 0
    assert not log_dir.exists()


def test_the_schema_is_that_of_the_library() -> None:
    assert as_json(constitution("schema")) == json_schema()
    assert as_json(constitution("schema", "--json")) == json_schema()
