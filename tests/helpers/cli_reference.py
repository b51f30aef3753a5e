"""The page ``docs/cli.md``, made from what ``--help`` prints: ``python -m tests.helpers.cli_reference`` writes it."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import click
from click.testing import CliRunner

from tests.helpers.source_files import ROOT

__all__ = ["PAGE", "command_names", "root_command", "with_current_help"]

PAGE = ROOT / "docs" / "cli.md"
_START = "<!-- from here on made by `make docs` from the --help of each command -->"


def root_command() -> click.Command:
    """The ``constitution`` command."""
    from guardrails.cli import main

    assert isinstance(main, click.Command)
    return main


def command_names() -> Iterator[tuple[str, ...]]:
    """Every command path below the root, sub-commands after their group."""
    root = root_command()
    yield from _below(root, (), click.Context(root, info_name="constitution"))


def _below(command: click.Command, path: tuple[str, ...], context: click.Context) -> Iterator[tuple[str, ...]]:
    yield path
    if isinstance(command, click.Group):
        for name in command.list_commands(context):
            sub = command.get_command(context, name)
            assert sub is not None
            yield from _below(sub, (*path, name), click.Context(sub, info_name=name, parent=context))


def with_current_help(page: str) -> str:
    """*page* with everything below the marker written anew."""
    prose = page.partition(_START)[0]
    return prose + _START + "\n" + "".join(_section(path) for path in command_names())


def _section(path: tuple[str, ...]) -> str:
    environment = {"NO_COLOR": "1", "COLUMNS": "100", "TERMINAL_WIDTH": "100"}
    result = CliRunner().invoke(root_command(), [*path, "--help"], env=environment, prog_name="constitution")
    assert result.exit_code == 0, result.output
    text = "\n".join(line.rstrip() for line in result.output.strip().splitlines())
    return f"\n## {' '.join(('constitution', *path))}\n\n```text\n{text}\n```\n"


if __name__ == "__main__":
    page = Path(sys.argv[1]) if len(sys.argv) > 1 else PAGE
    page.write_text(with_current_help(page.read_text(encoding="utf-8")), encoding="utf-8")
