"""Options that several commands share: which constitution, where the log goes, what the output looks like."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click
from click.shell_completion import CompletionItem

from guardrails.cli.errors import Failure

if TYPE_CHECKING:
    from guardrails.constitution import Constitution

__all__ = [
    "ESCALATIONS",
    "LOG_KEY",
    "cases_option",
    "constitution_of",
    "json_option",
    "key_option",
    "log_options",
    "log_target",
    "pack_options",
    "search_constitution",
    "search_pack_options",
    "state_folder",
    "store_option",
]

Command = TypeVar("Command", bound=Callable[..., Any])

LOG_KEY = "GUARDRAILS_LOG_KEY"
ESCALATIONS = "GUARDRAILS_ESCALATIONS"
_LOG_DIR = "GUARDRAILS_LOG_DIR"
_DEFAULT_PACK = "fairness"
_SEARCH_PACK = "search"


def _packs(_: click.Context, __: click.Parameter, incomplete: str) -> list[CompletionItem]:
    from guardrails.constitution import pack_names

    return [CompletionItem(name) for name in pack_names() if name.startswith(incomplete)]


def pack_options(command: Command, *, default: str = _DEFAULT_PACK) -> Command:
    """``--pack NAME`` or ``--file PATH``."""
    pack = click.option(
        "--pack", metavar="NAME", shell_complete=_packs, help=f"A pack of the library.  [default: {default}]"
    )
    file = click.option("--file", "own", metavar="YAML", help="A constitution of your own, instead of a pack.")
    return pack(file(command))


def search_pack_options(command: Command) -> Command:
    """As `pack_options`, for `search_constitution`."""
    return pack_options(command, default=_SEARCH_PACK)


def constitution_of(pack: str | None, own: str | None) -> Constitution:
    """The constitution that `pack_options` name. Raises `ConstitutionError` with suggestions."""
    from guardrails.constitution import load, load_file

    if pack is not None and own is not None:
        raise Failure("give --pack or --file, not both")
    return load_file(own) if own is not None else load(pack or _DEFAULT_PACK)


def search_constitution(pack: str | None, own: str | None) -> Constitution:
    """As `constitution_of`, for commands whose constitution is the pack ``search`` unless one is named."""
    return constitution_of(pack or (None if own else _SEARCH_PACK), own)


def json_option(command: Command) -> Command:
    """``--json``."""
    return click.option("--json", "as_json", is_flag=True, help="One JSON object instead of text for people.")(command)


def key_option(command: Command) -> Command:
    """``--key-file``."""
    shown = f"File with the key that signs the log.  [default: the value of ${LOG_KEY}]"
    return click.option("--key-file", metavar="FILE", help=shown)(command)


def store_option(command: Command) -> Command:
    """``--store DIR``."""
    shown = f"Folder of the cases.  [default: ${ESCALATIONS}]"
    return click.option("--store", metavar="DIR", help=shown)(command)


def cases_option(command: Command) -> Command:
    """``--escalations DIR``."""
    shown = f"Keep calls that wait for a person here, scrubbed.  [default: ${ESCALATIONS}, or nowhere]"
    return click.option("--escalations", metavar="DIR", envvar=ESCALATIONS, help=shown)(command)


def log_options(command: Command) -> Command:
    """``--log DIR`` and ``--no-log``."""
    folder = click.option(
        "--log",
        "log_dir",
        metavar="DIR",
        help=f"Folder of the decision log.  [default: ${_LOG_DIR}, or the state folder]",
    )
    none = click.option("--no-log", is_flag=True, help="Keep no records of this call.")
    return folder(none(key_option(command)))


def log_target(log_dir: str | None, no_log: bool) -> Path | None:
    """Where records go, or ``None`` for nowhere."""
    if log_dir is not None and no_log:
        raise Failure("give --log or --no-log, not both")
    return None if no_log else Path(log_dir) if log_dir is not None else state_folder()


def state_folder() -> Path:
    """The default folder of the log: the environment's, else the platform's folder for a program's state."""
    if given := os.environ.get(_LOG_DIR):
        return Path(given)
    base = os.environ.get("XDG_STATE_HOME") or (os.environ.get("LOCALAPPDATA") if os.name == "nt" else None)
    # A user without a home gets a folder that cannot be made, and is told so as for any other.
    root = Path(base or os.path.expanduser("~/.local/state").replace("~", os.devnull, 1))  # noqa: PTH111
    return root / "constitutional-guardrails" / "log"
