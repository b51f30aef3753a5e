from __future__ import annotations

import json
from datetime import timedelta
from pathlib import Path

import pytest
from click.testing import Result

from guardrails import Source, Text
from guardrails.constitution import load_pack
from guardrails.escalation import FolderEscalations, Resolution, State
from guardrails.log import read, verify
from tests.helpers.cli import as_json, constitution, program
from tests.helpers.escalations import CREATED, a_case

FIRST, SECOND = "0193a1b2c3d4e5f60718aaaabbbb", "0193a1b2c3d4e5f60718ccccdddd"
HIRING = load_pack("hiring").ref


@pytest.fixture
def store(tmp_path: Path) -> FolderEscalations:
    made = FolderEscalations(tmp_path / "cases")
    made.put(a_case(FIRST, constitution=HIRING))
    made.put(a_case(SECOND, created=CREATED + timedelta(hours=1), constitution=HIRING))
    return made


def resolve(store: FolderEscalations, *options: object, case: str = FIRST, given: str | None = None) -> Result:
    return constitution("escalations", "resolve", case, "--store", store.folder, "--by", "Ada", *options, given=given)


def test_cases_are_listed_for_people_and_for_programs(store: FolderEscalations) -> None:
    shown = constitution("escalations", "list", "--store", store.folder)
    assert shown.exit_code == 0
    assert FIRST in shown.stdout
    assert "2026-03-01 12:00:00Z" in shown.stdout
    rows = [json.loads(line) for line in
            constitution("escalations", "list", "--store", store.folder, "--json").stdout.splitlines()]  # fmt: skip
    assert [row["id"] for row in rows] == [FIRST, SECOND]
    assert {row["schema"] for row in rows} == {"guardrails.escalation/1"}


def test_the_list_may_hold_one_state_only(store: FolderEscalations) -> None:
    store.resolve(FIRST, Resolution(state=State.REJECTED, by="Bob", at=CREATED))
    listed = constitution("escalations", "list", "--store", store.folder, "--state", "pending", "--json")
    assert [json.loads(line)["id"] for line in listed.stdout.splitlines()] == [SECOND]


def test_the_folder_may_come_from_the_environment(store: FolderEscalations, monkeypatch: pytest.MonkeyPatch) -> None:
    without = constitution("escalations", "list")
    assert (without.exit_code, "--store DIR" in without.stderr) == (2, True)
    monkeypatch.setenv("GUARDRAILS_ESCALATIONS", str(store.folder))
    assert constitution("escalations", "list").exit_code == 0


@pytest.mark.parametrize(("name", "why"), [("nowhere", "no such folder"), ("file", "not a folder")])
def test_a_folder_that_is_none_is_named(tmp_path: Path, name: str, why: str) -> None:
    (tmp_path / "file").write_text("")
    result = constitution("escalations", "list", "--store", tmp_path / name)
    assert (result.exit_code, why in result.stderr) == (2, True)


def test_a_damaged_case_is_told_and_the_others_are_listed(store: FolderEscalations) -> None:
    (store.folder / f"{FIRST}.case.json").write_text("{")
    result = constitution("escalations", "list", "--store", store.folder, "--json")
    assert [json.loads(line)["id"] for line in result.stdout.splitlines()] == [SECOND]
    assert f"{FIRST}.case.json: this file is damaged" in result.stderr


def test_one_case_is_shown_with_what_was_asked_and_drafted(store: FolderEscalations) -> None:
    shown = constitution("escalations", "show", FIRST, "--store", store.folder)
    assert shown.exit_code == 0
    for line in ("Write a note.", "A person left.", "principles: merit-only", f"by hiring {HIRING.version}"):
        assert line in shown.stdout
    assert as_json(constitution("escalations", "show", FIRST, "--store", store.folder, "--json"))["state"] == "pending"


def test_an_unknown_case_suggests_one(store: FolderEscalations) -> None:
    for options in (["show", FIRST[:-1]], ["resolve", FIRST[:-1], "--reject", "--by", "Ada"]):
        result = constitution("escalations", *options, "--store", store.folder)
        assert (result.exit_code, f"did you mean '{FIRST}'" in result.stderr) == (2, True)


def test_an_approved_case_gives_its_draft_and_is_recorded(store: FolderEscalations, log_dir: Path) -> None:
    result = resolve(store, "--approve", "--note", "fine")
    assert (result.exit_code, result.stdout) == (0, "A person left.\n")
    assert (store.get(FIRST).state, store.get(FIRST).note) == (State.APPROVED, "fine")
    (record,) = read(log_dir)
    assert (record.call_id, record.layer, record.by, record.seq) == (FIRST, "escalation", "Ada", 5)
    assert record.constitution == HIRING
    assert verify(log_dir).intact


def test_an_edit_is_scrubbed_as_the_pack_says(store: FolderEscalations, tmp_path: Path) -> None:
    (tmp_path / "edit.txt").write_text("The young woman left.\n")
    result = resolve(store, "--edit", tmp_path / "edit.txt", "--json")
    assert as_json(result)["text"] == "The candidate left."
    assert store.get(FIRST).text == "The candidate left."


def test_an_edit_may_come_from_standard_input_and_what_the_rules_find_is_told(store: FolderEscalations) -> None:
    result = resolve(store, "--edit", "-", given="Women are bad at maths.")
    assert result.exit_code == 0
    assert "\n" not in result.stdout.rstrip("\n")
    assert store.get(FIRST).state is State.EDITED


def test_a_rejection_prints_the_refusal(store: FolderEscalations) -> None:
    result = resolve(store, "--reject", "--no-log")
    assert result.exit_code == 0
    assert "after a person reviewed it" in result.stdout
    assert as_json(resolve(store, "--reject", "--json", case=SECOND))["given"] is False


def test_the_second_reviewer_gets_exit_code_one(store: FolderEscalations) -> None:
    resolve(store, "--reject")
    result = resolve(store, "--approve")
    assert (result.exit_code, result.stdout) == (1, "")
    assert "was rejected by Ada" in result.stderr


@pytest.mark.parametrize("options", [[], ["--approve", "--reject"], ["--approve", "--edit", "-"]])
def test_exactly_one_verdict_is_given(store: FolderEscalations, options: list[str]) -> None:
    result = resolve(store, *options)
    assert (result.exit_code, "give one of" in result.stderr) == (2, True)


def test_a_constitution_of_ones_own_is_asked_for(store: FolderEscalations, tmp_path: Path) -> None:
    store.put(a_case("own-case"))
    own = tmp_path / "own.yaml"
    own.write_text('constitution: 1\nname: own\nversion: "2.0.0"\nextends: hiring\nsummary: Ours.\n')
    ref = load_pack("hiring").ref
    store.put(a_case("renamed", constitution=type(ref)(name="own", version="1.0.0", digest="d" * 64)))
    asked = resolve(store, "--approve", case="renamed")
    assert (asked.exit_code, "--file YAML" in asked.stderr) == (2, True)
    assert store.get("renamed").state is State.PENDING
    told = resolve(store, "--approve", "--file", own, case="renamed")
    assert (told.exit_code, told.stdout) == (0, "A person left.\n")
    assert "whose digest is another" in told.stderr


def test_a_case_without_a_constitution_can_be_rejected_as_it_is(store: FolderEscalations) -> None:
    store.put(a_case("bare", constitution=None))
    assert resolve(store, "--approve", case="bare").exit_code == 2
    assert resolve(store, "--reject", case="bare").exit_code == 0


def test_a_draft_of_several_texts_is_edited_by_path(store: FolderEscalations, tmp_path: Path) -> None:
    texts = tuple(Text(path=f"/{name}", text=name, source=Source.ASSISTANT) for name in "ab")
    store.put(a_case("two-texts", constitution=HIRING, draft=texts))
    plain = resolve(store, "--edit", "-", case="two-texts", given="Fine.")
    assert (plain.exit_code, "2 texts" in plain.stderr) == (2, True)
    result = resolve(store, "--edit", "-", "--json", case="two-texts", given='{"/b": "changed"}')
    assert as_json(result)["texts"] == [{"path": "/a", "text": "a"}, {"path": "/b", "text": "changed"}]


def test_a_draft_that_does_not_fit_cannot_be_approved(store: FolderEscalations) -> None:
    store.put(a_case("unfit", constitution=HIRING, unfit=("/choices/0/message/content",)))
    shown = constitution("escalations", "show", "unfit", "--store", store.folder)
    assert "cannot be given as it is" in shown.stdout
    result = resolve(store, "--approve", case="unfit")
    assert (result.exit_code, "edit or reject" in result.stderr) == (2, True)


def test_control_characters_of_a_draft_do_not_reach_the_terminal(store: FolderEscalations) -> None:
    text = Text(path="", text="\x1b[2Jgone", source=Source.ASSISTANT)
    store.put(a_case("sneaky", draft=(text,)))
    assert "\x1b" not in constitution("escalations", "show", "sneaky", "--store", store.folder).stdout


def test_it_runs_as_a_program(store: FolderEscalations, tmp_path: Path) -> None:
    finished = program("escalations", "show", SECOND, "--store", store.folder, "--json", folder=tmp_path)
    assert finished.returncode == 0, finished.stderr
    assert json.loads(finished.stdout)["id"] == SECOND
