"""The page about the command line is what the command line says about itself."""

from __future__ import annotations

import pytest

from tests.helpers.cli_reference import PAGE, command_names, with_current_help


def test_the_page_shows_the_current_help() -> None:
    page = PAGE.read_text(encoding="utf-8")
    assert page == with_current_help(page), "run `make docs`"


def test_every_command_of_the_plan_is_there() -> None:
    names = {path[0] for path in command_names() if path}
    assert names >= {"check", "doctor", "log", "run", "schema", "show", "test"}


@pytest.mark.parametrize("code", [0, 1, 2, 3])
def test_the_page_explains_the_exit_codes(code: int) -> None:
    assert f"| {code} |" in PAGE.read_text(encoding="utf-8")
