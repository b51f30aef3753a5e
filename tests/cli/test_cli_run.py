from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import Result

from guardrails.escalation import FolderEscalations
from guardrails.log import read
from tests.helpers.cli import as_json, constitution
from tests.helpers.openai_api import chat
from tests.helpers.server import Scripted, Upstream, serve

PROMPT = "Invite the deaf woman."


@pytest.fixture(scope="module")
def server() -> Iterator[Upstream]:
    with serve() as upstream:
        yield upstream


@pytest.fixture
def upstream(server: Upstream, monkeypatch: pytest.MonkeyPatch) -> Upstream:
    monkeypatch.setenv("OPENAI_BASE_URL", server.base_url)
    monkeypatch.setenv("OPENAI_API_KEY", "sk-a-secret")
    server.clear()
    return server


def ask(*options: object, prompt: str = PROMPT, model: str = "echo", given: str | None = None) -> Result:
    return constitution("run", prompt, "--pack", "hiring", "--model", model, "--retries", 0, *options, given=given)


def test_the_model_sees_the_moderated_prompt_and_people_the_guarded_answer(upstream: Upstream) -> None:
    result = ask()
    assert result.exit_code == 0
    assert "deaf" not in upstream.seen
    assert "^^^^ ^^^^^ disability, gender" in result.stdout
    assert "answer\nInvite the candidate.\n" in result.stdout
    assert "echo: rewrite by hiring" in result.stdout


def test_json_is_one_object_whose_decisions_are_in_the_log(upstream: Upstream, log_dir: Path) -> None:
    answer = as_json(ask("--json"))
    assert (answer["text"], answer["action"], answer["withheld"]) == ("Invite the candidate.", "rewrite", False)
    assert [one["id"] for one in answer["decisions"]] == [record.id for record in read(log_dir)]
    assert {record.call_id for record in read(log_dir)} == {answer["call_id"]}
    assert len(upstream.requests) == 1


def test_the_prompt_may_come_from_standard_input(upstream: Upstream) -> None:
    assert ask("--text", prompt="-", given=PROMPT).stdout == "Invite the candidate.\n"
    assert upstream.last["messages"] == [{"role": "user", "content": "Invite the candidate."}]


def test_a_system_prompt_goes_first(upstream: Upstream) -> None:
    ask("--system", "Be brief.")
    assert [turn["role"] for turn in upstream.last["messages"]] == ["system", "user"]


def test_a_withheld_answer_is_exit_code_one(upstream: Upstream, tmp_path: Path) -> None:
    own = tmp_path / "own.yaml"
    own.write_text('constitution: 1\nname: own\nversion: "1"\nextends: fairness\nmoderation:\n  user: block\n')
    result = constitution("run", PROMPT, "--file", own, "--model", "echo", "--json")
    assert (result.exit_code, as_json(result)["withheld"]) == (1, True)
    assert upstream.requests == []


def test_a_log_that_cannot_be_written_withholds_the_answer(upstream: Upstream, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    result = ask("--log", tmp_path / "file")
    assert result.exit_code == 3
    assert "decision records were not written" in result.stderr
    assert len(upstream.requests) == 1


@pytest.mark.parametrize(
    ("status", "code", "said"),
    [
        (401, 2, "check OPENAI_API_KEY"),
        (404, 2, "no such model"),
        (400, 2, "found the request wrong"),
        (429, 3, "too many requests"),
        (500, 3, "the server failed"),
        (418, 3, "the server refused (HTTP 418)"),
    ],
)
def test_what_a_server_refuses_is_one_line(upstream: Upstream, status: int, code: int, said: str) -> None:
    upstream.say({"error": {"message": f"about your prompt: {PROMPT}"}}, status=status)
    result = ask()
    assert result.exit_code == code
    assert said in result.stderr
    assert result.stderr.count("\n") == 1
    assert not {"deaf", "Traceback", "sk-a-secret"} & set(result.output.replace(".", " ").split())


def test_an_answer_in_no_known_form_is_one_line(upstream: Upstream) -> None:
    upstream.script.append(Scripted(content=b"<html>", status=200, kind="text/html"))
    result = ask()
    assert result.exit_code == 3
    assert result.stderr.count("error: ") == 1
    assert "Traceback" not in result.output


def test_a_server_that_does_not_answer_is_one_line(upstream: Upstream) -> None:
    upstream.script.append(Scripted(hang=True))
    result = ask("--timeout", 0.1)
    assert (result.exit_code, "no answer in time" in result.stderr) == (3, True)


def test_a_server_that_is_not_there_is_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OPENAI_BASE_URL", "http://user:password@127.0.0.1:9/v1")
    monkeypatch.setenv("OPENAI_API_KEY", "unused")
    result = ask()
    assert result.exit_code == 3
    assert "model 'echo' at 127.0.0.1:9: cannot be reached" in result.stderr
    assert "password" not in result.output


def test_without_a_key_nothing_is_sent() -> None:
    result = ask()
    assert (result.exit_code, "OPENAI_API_KEY is not set" in result.stderr) == (2, True)


def test_a_failed_call_is_in_the_log(upstream: Upstream, log_dir: Path) -> None:
    upstream.say({"error": {"message": "no"}}, status=500)
    ask()
    assert "failed_closed" in [record.status.value for record in read(log_dir)]


def test_debug_shows_where(upstream: Upstream) -> None:
    upstream.say({"error": {"message": "no"}}, status=404)
    result = ask("--debug")
    assert result.exit_code == 2
    assert json.loads(upstream.requests[0].content)["model"] == "echo"


def test_a_held_answer_is_kept_as_a_case_where_a_folder_is_named(upstream: Upstream, tmp_path: Path) -> None:
    own = tmp_path / "own.yaml"
    own.write_text(
        'constitution: 1\nname: own\nversion: "1.0.0"\nextends: hiring\nsummary: Held, not revised.\n'
        "critique: {rounds: 0, unresolved: escalate}\n"
    )
    options = ["--file", own, "--model", "echo", "--retries", 0, "--escalations", tmp_path / "cases"]
    upstream.say(chat("We want a digital native."))
    result = constitution("run", "Write the advertisement.", *options)
    (case,) = FolderEscalations(tmp_path / "cases").cases()
    assert result.exit_code == 1
    assert case.id in result.stdout
