"""A group of commands that imports a command when it is used, and turns every failure into one line."""

from __future__ import annotations

import importlib
import sys
from collections.abc import Mapping

import click

from guardrails.cli.errors import reported
from guardrails.errors import did_you_mean
from guardrails.pausing import Pausing

__all__ = ["LazyGroup"]


class LazyGroup(click.Group):
    """*commands_in* maps a name to the module whose ``command`` it is, and a summary for the list of commands."""

    def __init__(self, *args: object, commands_in: Mapping[str, tuple[str, str]], **options: object) -> None:
        super().__init__(*args, **options)  # type: ignore[arg-type]
        self._commands_in = commands_in

    def list_commands(self, ctx: click.Context) -> list[str]:
        return sorted(self._commands_in)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in self._commands_in:
            return None
        with Pausing():
            found = importlib.import_module(self._commands_in[cmd_name][0]).command
        assert isinstance(found, click.Command)  # noqa: S101 - a module of ours
        return found

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if args and args[0] not in self._commands_in and not args[0].startswith("-"):
            hint = did_you_mean(args[0], self._commands_in) or f"known: {', '.join(sorted(self._commands_in))}"
            ctx.fail(f"no such command {args[0]!r}; {hint}")
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl([(name, self._commands_in[name][1]) for name in self.list_commands(ctx)])

    def invoke(self, ctx: click.Context) -> object:
        for stream in (sys.stdout, sys.stderr):
            reconfigure = getattr(stream, "reconfigure", None)
            if reconfigure is not None:  # a terminal that lacks a character gets its escape, not a traceback
                reconfigure(errors="backslashreplace")
        with reported(ctx):
            return super().invoke(ctx)
