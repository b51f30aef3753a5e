from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import click
import pytest

from guardrails.cli import main
from tests.helpers.cli import as_json, constitution, program
from tests.helpers.cli_reference import command_names

COMMANDS = [path for path in command_names() if path]
HEAVY = {
    "pydantic",
    "yaml",
    "rich",
    "openai",
    "httpx",
    "orjson",
    "ahocorasick_rs",
    "guardrails.guard",
    "guardrails.cli.check",
}


def test_help_imports_no_command_and_nothing_heavy(tmp_path: Path) -> None:
    script = (
        "import contextlib, io, sys\nfrom guardrails.cli import main\n"
        "with contextlib.redirect_stdout(io.StringIO()), contextlib.suppress(SystemExit):\n    main(['--help'])\n"
        "print(*sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", script], cwd=tmp_path, capture_output=True, text=True, check=True)
    assert "guardrails.cli.lazy" in done.stdout.split()
    assert not HEAVY & set(done.stdout.split())


@pytest.mark.parametrize("path", COMMANDS, ids=" ".join)
def test_every_command_explains_itself_with_examples(path: tuple[str, ...]) -> None:
    result = constitution(*path, "--help")
    assert result.exit_code == 0
    assert "Examples:" in result.stdout


def test_the_list_of_commands_says_what_each_command_says_of_itself() -> None:
    context = click.Context(main, info_name="constitution")
    assert isinstance(main, click.Group)
    listed = " ".join(constitution("--help").stdout.split())
    for name in main.list_commands(context):
        command = main.get_command(context, name)
        assert command is not None
        assert f"{name} {command.short_help}" in listed


def test_it_works_from_another_folder_as_a_program(tmp_path: Path, repository: Path) -> None:
    text = repository / "examples" / "data" / "job_ad.txt"
    done = program("check", text, "--pack", "hiring", folder=tmp_path)
    assert done.returncode == 0, done.stderr
    assert b" by hiring 1." in done.stdout
    assert b"Traceback" not in done.stderr


def test_a_reader_that_goes_away_is_no_trouble(tmp_path: Path) -> None:
    command = f"{sys.executable} -m guardrails show hiring --json | head -c 10; echo ${{PIPESTATUS[0]}}"
    done = subprocess.run(["bash", "-c", command], cwd=tmp_path, capture_output=True, check=True)
    assert done.stderr == b""
    assert done.stdout.splitlines()[-1].endswith((b"141", b"0"))


def test_a_terminal_that_lacks_characters_is_no_trouble(tmp_path: Path) -> None:
    environment = {"PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"}
    done = program("check", "-", given="Invite the deaf Zoë 漢.".encode(), folder=tmp_path, environment=environment)
    assert done.returncode == 0, done.stderr
    assert b"Traceback" not in done.stderr


def test_version_and_unknown_commands() -> None:
    assert constitution("--version").stdout.startswith("constitution, version ")
    result = constitution("chek")
    assert (result.exit_code, "did you mean 'check'?" in result.stderr) == (2, True)
    assert "known: check" in constitution("zzz").stderr


def test_shell_completion_knows_the_packs(tmp_path: Path) -> None:
    environment = {
        "_CONSTITUTION_COMPLETE": "bash_complete", "COMP_WORDS": "constitution check x --pack h", "COMP_CWORD": "4",
    }  # fmt: skip
    done = program(folder=tmp_path, environment=environment)
    assert b"plain,hiring" in done.stdout


@pytest.mark.parametrize("debug", [[], ["--debug"]], ids=["", "debug"])
def test_an_unexpected_error_is_one_line_unless_a_traceback_is_asked_for(tmp_path: Path, debug: list[str]) -> None:
    script = tmp_path / "script.py"
    script.write_text(
        "import guardrails.cli.schema as schema\nfrom guardrails.cli import main\n"
        "def fail(**_):\n    raise RuntimeError('what a user wrote')\n"
        "schema.command.callback = fail\nmain(prog_name='constitution')\n"
    )
    done = subprocess.run([sys.executable, script, *debug, "schema"], capture_output=True, text=True, check=False)
    assert done.returncode == 3
    assert ("Traceback" in done.stderr) is bool(debug)
    assert "error: unexpected RuntimeError; run again with --debug to see where" in done.stderr
    assert ("what a user wrote" in done.stderr) is bool(debug)


def test_a_check_of_a_large_file_is_linear_work_and_shows_a_part(tmp_path: Path) -> None:
    (tmp_path / "large.txt").write_text("The report is on the desk of the young manager.\n" * 800)
    result = constitution("check", tmp_path / "large.txt", "--no-log")
    assert result.exit_code == 0
    assert "800 lines in all" in result.stdout
    assert "more changed lines" in result.stdout
    assert len(result.stdout.splitlines()) < 300
    assert len(as_json(constitution("check", tmp_path / "large.txt", "--no-log", "--json"))["decisions"]) > 800
