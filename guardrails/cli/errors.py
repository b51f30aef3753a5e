"""How a command fails: one line on standard error, the documented exit code, never a traceback unless asked for."""

from __future__ import annotations

import os
import sys
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from enum import IntEnum
from typing import Any, TypeVar

import click

from guardrails.errors import ConstitutionError, GuardrailsError, MissingExtraError

__all__ = ["Breakdown", "ExitCode", "Failure", "debug_option", "reported", "warn"]

Command = TypeVar("Command", bound=Callable[..., Any])

_DEBUG = "guardrails.cli.debug"


class ExitCode(IntEnum):
    """What the shell is told; ``constitution --help`` explains them."""

    OK = 0
    BLOCKED = 1
    USAGE = 2
    FAILED = 3
    INTERRUPTED = 130
    BROKEN_PIPE = 141


class Failure(click.ClickException):
    """The user has to change something. The message says what and where, and the next step; it never quotes a text."""

    exit_code = ExitCode.USAGE

    def show(self, file: Any = None) -> None:
        """Print the message, a line each problem."""
        for line in self.message.splitlines():
            click.secho(f"error: {line}", err=True, fg=_colour("red"))


class Breakdown(Failure):
    """The guard, or the model behind it, could not do its work."""

    exit_code = ExitCode.FAILED


def _colour(name: str) -> str | None:
    return name if sys.stderr.isatty() and not os.environ.get("NO_COLOR") else None


def warn(message: str) -> None:
    """Say on standard error what the user has to know although the command goes on."""
    for line in message.splitlines():
        click.secho(f"warning: {line}", err=True, fg=_colour("yellow"))


def _remember(ctx: click.Context, _: click.Parameter, value: bool) -> None:
    if value:
        ctx.find_root().meta[_DEBUG] = True


def debug_option(command: Command) -> Command:
    """``--debug``, before or after the name of the command."""
    option = click.option(
        "--debug", is_flag=True, expose_value=False, callback=_remember, is_eager=True, help="Show tracebacks."
    )
    return option(command)


@contextmanager
def reported(ctx: click.Context) -> Iterator[None]:
    """Turn whatever goes wrong inside into an exit code and a line; click's own exceptions pass."""
    try:
        yield
        sys.stdout.flush()
    except BrokenPipeError:
        _hush()
        ctx.exit(ExitCode.BROKEN_PIPE)
    except KeyboardInterrupt:
        click.echo("interrupted", err=True)
        ctx.exit(ExitCode.INTERRUPTED)
    except (click.ClickException, click.exceptions.Exit, click.Abort):
        raise
    except Exception as error:
        if ctx.find_root().meta.get(_DEBUG):
            traceback.print_exc()
        raise _failure(error) from None


def _failure(error: Exception) -> Failure:
    if isinstance(error, ConstitutionError | MissingExtraError):
        return Failure(str(error))
    if isinstance(error, GuardrailsError):
        return Breakdown(str(error))
    # The message of an error that is not ours may quote a text.
    what = f"unexpected {type(error).__name__}; run again with --debug to see where"
    return Breakdown(what)


def _hush() -> None:
    """Nobody reads on: keep the interpreter from complaining when it flushes at exit."""
    with suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
