"""Every example runs without a key or a network, and says the same thing twice."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.helpers.source_files import ROOT

HELPERS = {"loopback"}
EXAMPLES = sorted(path.stem for path in (ROOT / "examples").glob("*.py") if path.stem not in HELPERS)
OFFLINE = ROOT / "tests" / "helpers" / "offline.py"


def run(name: str, home: Path) -> subprocess.CompletedProcess[str]:
    """Run one example as a user would, in a subprocess that cannot reach the network."""
    environment = {**os.environ, "HOME": str(home), "GUARDRAILS_LOG_DIR": str(home / "decisions")}
    return subprocess.run(
        [sys.executable, "-W", "error", str(OFFLINE), f"examples.{name}"],
        cwd=ROOT, env=environment, capture_output=True, text=True, timeout=120, check=False,
    )  # fmt: skip


Printed = Callable[..., str]


@pytest.fixture(scope="session")
def printed(tmp_path_factory: pytest.TempPathFactory) -> Printed:
    """What an example prints; an attempt is run once in a session."""
    known: dict[tuple[str, int], str] = {}

    def output(name: str, attempt: int = 1) -> str:
        if (name, attempt) not in known:
            finished = run(name, tmp_path_factory.mktemp(name))
            assert finished.returncode == 0, finished.stderr
            assert not finished.stderr
            known[name, attempt] = finished.stdout
        return known[name, attempt]

    return output


def test_there_is_something_to_run() -> None:
    assert len(EXAMPLES) >= 3


@pytest.mark.parametrize("name", EXAMPLES)
def test_an_example_says_the_same_thing_twice(name: str, printed: Printed) -> None:
    first, second = printed(name, attempt=1), printed(name, attempt=2)
    assert first.strip()
    assert first == second


@pytest.mark.parametrize("spared", ["Black & Decker", "Ms. White", "senior engineer", "Indian restaurant", "Warsaw"])
def test_the_advert_keeps_what_only_looks_like_an_attribute(spared: str, printed: Printed) -> None:
    assert spared in printed("check_text")


@pytest.mark.parametrize("gone", ["mothers", "digital native", "Christians", "able-bodied man"])
def test_the_advert_loses_what_is_about_a_group(gone: str, printed: Printed) -> None:
    assert gone not in printed("check_text")


def test_the_guarded_client_answers_with_the_native_type(printed: Printed) -> None:
    lines = printed("openai_dropin").splitlines()
    assert lines[0] == "OpenAI ChatCompletion"
    assert "Nigerian" not in lines[1]
    assert "Ms. White" in lines[1]


def test_a_chain_keeps_its_prompt_and_parser_around_a_guarded_model(printed: Printed) -> None:
    unguarded, guarded, *_ = printed("langchain_chain").splitlines()
    assert "young Nigerian woman" in unguarded
    assert "Ms. White, the candidate who applied" in guarded


def test_candidates_are_screened_into_valid_fields_without_attributes(printed: Printed) -> None:
    lines = printed("screen_candidates").splitlines()
    assert all(line.startswith("Screening {") for line in lines)
    assert not [word for word in ("Nigerian", "61 years", "woman", "women") if word in "".join(lines)]
    assert "Black & Decker in Warsaw" in lines[1]


def test_an_agents_tool_sends_what_a_person_let_through_and_nothing_that_was_rejected(printed: Printed) -> None:
    said = printed("langchain_agent")
    parts = [part for name in ("approve", "edit", "reject") for part in said.split(f"{name}:\n")[1:]]
    assert ["the tool sends:" in part.partition(":\n")[0] for part in parts] == [True, True, False]
    assert "digital native" not in said


def test_an_edited_log_is_found_out(printed: Printed) -> None:
    *_, before, after = printed("read_the_log").splitlines()
    assert before == "intact: True"
    assert after.startswith("after an edit:")


def test_a_word_about_people_changes_no_result_and_a_colour_filters(printed: Printed) -> None:
    asked, searched = printed("fair_search").splitlines()[2:14:2], printed("fair_search").splitlines()[3:14:2]
    found = dict(zip(asked, searched, strict=True))
    intensive = "nurses with intensive care in Berlin"
    assert found[f"'black {intensive}'"] == found[f"'white {intensive}'"]
    assert "colour eq black" in found["'black dress under 100 euros'"]
    assert "young Arab" not in printed("fair_search")


def test_a_program_under_test_reaches_nothing_beyond_this_machine(tmp_path: Path) -> None:
    (tmp_path / "caller.py").write_text("import socket; socket.create_connection(('192.0.2.1', 80), timeout=1)\n")
    finished = subprocess.run(
        [sys.executable, str(OFFLINE), "caller"], cwd=tmp_path, capture_output=True, text=True, timeout=60, check=False
    )
    assert finished.returncode == 1
    assert "in tests" in finished.stderr
