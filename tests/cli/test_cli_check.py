from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import Result

from guardrails.log import read, verify
from tests.helpers.cli import as_json, constitution

SENTENCE = "Invite the deaf woman.\n"


def check(text: str = SENTENCE, *options: object) -> Result:
    return constitution("check", "-", "--pack", "hiring", *options, given=text)


def test_people_see_the_wording_in_place_the_change_the_decisions_and_the_log(log_dir: Path) -> None:
    result = check()
    assert result.exit_code == 0
    assert "    1 | Invite the deaf woman.\n      |            ^^^^ ^^^^^ disability, gender\n" in result.stdout
    assert "[-deaf woman-] {+candidate+}" in result.stdout
    assert "standard input: rewrite by hiring" in result.stdout
    assert f"log: {log_dir}" in result.stdout
    assert "adjective before a person noun" in result.stdout


def test_what_a_critic_finds_is_shown_in_the_draft() -> None:
    result = check("Women are too emotional to lead a team.\n", "--source", "assistant")
    assert "as the critic read it" in result.stdout


def test_json_is_one_object_with_the_promised_keys(log_dir: Path) -> None:
    answer = as_json(check(SENTENCE, "--json"))
    assert {"text", "action", "decisions", "constitution", "call_id"} <= set(answer)
    assert (answer["text"], answer["action"], answer["log"]) == ("Invite the candidate.\n", "rewrite", str(log_dir))
    assert answer["constitution"]["name"] == "hiring"
    assert all(one["id"].startswith(answer["call_id"]) for one in answer["decisions"])


def test_text_alone_can_be_piped() -> None:
    assert check(SENTENCE, "--text").stdout == "Invite the candidate.\n"


def test_line_ends_and_a_missing_last_newline_survive() -> None:
    assert check("Good day.\r\n\r\nBye", "--text").stdout_bytes == b"Good day.\r\n\r\nBye"


def test_decisions_are_logged_chained_and_without_the_text(log_dir: Path) -> None:
    answer = as_json(check(SENTENCE, "--json"))
    assert {record.call_id for record in read(log_dir)} == {answer["call_id"]}
    assert verify(log_dir).intact
    assert not verify(log_dir).unclosed
    assert all(b"woman" not in path.read_bytes() for path in log_dir.iterdir())  # "deaf" may be a part of a hash


def test_the_log_goes_where_it_is_told(tmp_path: Path, log_dir: Path) -> None:
    check(SENTENCE, "--log", tmp_path / "here")
    check(SENTENCE, "--no-log")
    assert len(list(read(tmp_path / "here"))) > 1
    assert not log_dir.exists()


def test_the_default_log_is_in_the_state_folder(monkeypatch: pytest.MonkeyPatch, isolated: Path) -> None:
    monkeypatch.delenv("GUARDRAILS_LOG_DIR")
    answer = as_json(check(SENTENCE, "--json"))
    assert answer["log"] == str(isolated / "state" / "constitutional-guardrails" / "log")
    assert list(read(answer["log"]))


def test_without_a_state_folder_the_log_is_below_the_home(monkeypatch: pytest.MonkeyPatch, isolated: Path) -> None:
    monkeypatch.delenv("GUARDRAILS_LOG_DIR")
    monkeypatch.delenv("XDG_STATE_HOME")
    answer = as_json(check(SENTENCE, "--json"))
    assert answer["log"] == str(isolated / ".local" / "state" / "constitutional-guardrails" / "log")


@pytest.mark.parametrize("way", ["variable", "file"])
def test_a_key_signs_the_log(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, log_dir: Path, way: str) -> None:
    (tmp_path / "log.key").write_text("a secret\n")
    if way == "variable":
        monkeypatch.setenv("GUARDRAILS_LOG_KEY", "a secret")
    check(SENTENCE, *(["--key-file", tmp_path / "log.key"] if way == "file" else []))
    assert verify(log_dir, b"a secret").intact
    assert not verify(log_dir).intact


def test_a_blocked_text_is_withheld_with_exit_code_one(tmp_path: Path) -> None:
    (tmp_path / "strict.yaml").write_text(
        'constitution: 1\nname: strict\nversion: "1.0.0"\nextends: fairness\nmoderation:\n  user: block\n'
    )
    result = constitution("check", "-", "--file", tmp_path / "strict.yaml", given=SENTENCE)
    assert result.exit_code == 1
    assert "withheld" in result.stdout
    answer = constitution("check", "-", "--file", tmp_path / "strict.yaml", "--json", given=SENTENCE)
    assert (as_json(answer)["action"], as_json(answer)["withheld"]) == ("block", True)


@pytest.mark.parametrize(
    ("policy", "code", "text"), [("block", 3, "withheld"), ("continue", 0, "Invite the candidate.")]
)
def test_a_log_that_cannot_be_written_follows_the_pack_loudly(
    tmp_path: Path, policy: str, code: int, text: str
) -> None:
    own, blocked = tmp_path / "own.yaml", tmp_path / "a file"
    blocked.write_text("")
    own.write_text(f'constitution: 1\nname: own\nversion: "1.0.0"\nextends: hiring\nlog:\n  on_error: {policy}\n')
    result = constitution("check", "-", "--file", own, "--text", "--log", blocked / "log", given=SENTENCE)
    assert result.exit_code == code
    assert text in result.stdout
    assert "decision records were not written" in result.stderr
    assert f"log failed {'closed' if code else 'open'}" in result.stderr


def test_an_empty_text_is_allowed_and_said_to_be_empty(tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_bytes(b"")
    result = constitution("check", tmp_path / "empty.txt")
    assert result.exit_code == 0
    assert "allow by fairness" in result.stdout
    assert "empty, nothing to judge" in result.stdout


@pytest.mark.parametrize("character", ["\x1b", "\x07", "\x9b", "\u202e", "\x7f"], ids=ascii)
def test_a_text_cannot_steer_the_terminal(character: str) -> None:
    result = check(f"Invite the deaf{character} woman.{character}[31m\n")
    assert character not in result.stdout


def test_no_colour_where_there_is_no_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("NO_COLOR")
    assert "\x1b" not in check().output


def test_colour_can_be_forced(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("NO_COLOR")
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("TERM", "xterm-256color")
    assert "\x1b[" in check().stdout


def test_only_a_terminal_with_colour_goes_without_the_signs_of_the_diff(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("TERM", "xterm-256color")
    assert "[-deaf woman-]" in check().stdout


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--pack", "hirng"], "did you mean 'hiring'?"),
        (["--pack", "zzz"], "known: fairness, health, hiring, housing, insurance, lending, search, support"),
        (["--file", "none.yaml"], "none.yaml: no such file"),
        (["--file", "none.yaml", "--pack", "hiring"], "not both"),
        (["--log", "x", "--no-log"], "not both"),
        (["--key-file", "none.key"], "none.key: no such file"),
        (["--source", "martian"], "'martian' is not one of"),
        (["--pakc", "hiring"], "Did you mean '--pack'"),
    ],
    ids=lambda value: "-".join(value) if isinstance(value, list) else "",
)
def test_wrong_usage_is_a_line_and_exit_code_two(options: list[str], said: str) -> None:
    result = constitution("check", "-", *options, given=SENTENCE)
    assert result.exit_code == 2
    assert said.lower() in result.stderr.lower()
    assert not result.stdout
    assert "deaf" not in result.stderr


def test_every_fault_of_a_constitution_is_a_line_with_its_place(tmp_path: Path) -> None:
    own = tmp_path / "own.yaml"
    own.write_text('constitution: 1\nname: own\nversion: "1"\nextends: fairness\nsumary: x\nmoderaton: {}\n')
    result = constitution("check", "-", "--file", own, given="x")
    assert result.exit_code == 2
    assert f"error: {own}:5:1: unknown key 'sumary' (did you mean 'summary'?)" in result.stderr
    assert f"error: {own}:6:1:" in result.stderr
