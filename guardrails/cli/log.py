"""``constitution log``: read the decision log, or verify it."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from guardrails.cli.errors import ExitCode, Failure, debug_option, warn
from guardrails.cli.inputs import read_key
from guardrails.cli.options import LOG_KEY, json_option, key_option, state_folder
from guardrails.types import Action

if TYPE_CHECKING:
    from guardrails.log import Record, Verification

__all__ = ["command"]


@click.group("log", short_help="Read the decision log, or verify it.")
def command() -> None:
    """Read a decision log, or verify that nothing in it was changed.

    DIR is the folder of the log; without it, the folder that check and run write to.

    \b
    Examples:
      constitution log show decisions --action rewrite
      constitution log verify decisions --key-file log.key
    """


@command.command("show", short_help="Print records.")
@click.argument("folder", metavar="[DIR]", required=False)
@click.option("--call", metavar="ID", help="Only this call.")
@click.option("--action", type=click.Choice([action.name.lower() for action in Action]), help="Only this action.")
@click.option("--last", type=click.IntRange(min=1), metavar="N", help="Only the last N of them.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object a record and line.")
@debug_option
def _show(folder: str | None, call: str | None, action: str | None, last: int | None, as_json: bool) -> None:
    """Print the records in DIR, oldest first. This does not verify them.

    \b
    Examples:
      constitution log show
      constitution log show decisions --call 0193a1b2c3d4e5f60718
      constitution log show decisions --action block --json | jq .principle
    """
    from guardrails.cli.output import console, table

    unreadable: list[str] = []
    records: Iterator[Record] = _wanted(_folder(folder), call, action, unreadable)
    if last is not None:
        from collections import deque

        records = iter(deque(records, maxlen=last))
    if as_json:
        for record in records:
            click.echo(_json_line(record))
    else:
        made = table("time", "call", "layer", "action", "about", "source", "status", "why")
        made.columns[1].no_wrap, made.columns[1].min_width = True, 28
        for record in records:
            made.add_row(*_row(record))
        console().print(made)
    if unreadable:
        more = f" and {len(unreadable) - 1} more" if len(unreadable) > 1 else ""
        warn(f"not readable: {unreadable[0]}{more}; `constitution log verify` says what happened")


def _folder(folder: str | None) -> Path:
    path = Path(folder) if folder is not None else state_folder()
    if not path.is_dir():
        what = "not a folder" if path.exists() else "no such folder"
        raise Failure(f"{path}: {what}; name the folder of a decision log")
    return path


def _wanted(folder: Path, call: str | None, action: str | None, unreadable: list[str]) -> Iterator[Record]:
    from guardrails.log import read

    try:
        for record in read(folder, on_unreadable=unreadable.append):
            if (call is None or record.call_id == call) and (action is None or record.action.name.lower() == action):
                yield record
    except OSError as error:
        raise Failure(f"{folder}: {(error.strerror or type(error).__name__).lower()}") from None


def _json_line(record: Record) -> str:
    from guardrails.log import as_json

    return json.dumps(as_json(record), ensure_ascii=False, default=lambda time: time.isoformat().replace("+00:00", "Z"))


def _row(record: Record) -> list[str]:
    from guardrails.cli.output import printable

    values = [
        f"{record.time:%Y-%m-%d %H:%M:%SZ}",
        record.call_id,
        record.layer,
        record.action.name.lower(),
        record.principle or record.attribute or record.rule or "",
        "" if record.source is None else record.source.value,
        record.status.value,
        record.reason if record.by is None else f"{record.reason}: {record.by}",
    ]
    return [printable(value) for value in values]


@command.command("verify", short_help="Find edited, dropped, moved, inserted lines.")
@click.argument("folder", metavar="[DIR]", required=False)
@key_option
@click.option(
    "--since", type=click.DateTime(["%Y-%m-%d", "%Y-%m-%dT%H:%M:%S"]), help="Older segments may be gone (UTC)."
)
@click.option("--strict", is_flag=True, help="A segment that was never closed is a failure too.")
@json_option
@debug_option
def _verify(folder: str | None, key_file: str | None, since: datetime | None, strict: bool, as_json: bool) -> None:
    """Check every line in DIR against the chain, and name the first that is broken.

    \b
    Examples:
      constitution log verify decisions
      constitution log verify decisions --key-file log.key --json
      constitution log verify decisions --since 2026-01-01     # older segments were deleted on purpose

    Exit code 1 when the log is broken. A segment that was never closed is being written or was left by a crash; it is
    named, and fails only with --strict, as does a folder without any segment.
    """
    from guardrails import log
    from guardrails.cli.output import print_json

    path, key = _folder(folder), read_key(key_file, os.environ.get(LOG_KEY))
    try:
        found = log.verify(path, key, since=None if since is None else since.replace(tzinfo=UTC))
    except OSError as error:
        raise Failure(f"{path}: {(error.strerror or type(error).__name__).lower()}") from None
    if as_json:
        print_json(_as_json(found))
    else:
        _print(found)
    first = found.problems[0] if found.problems else None
    if first is not None and first.damage is log.Damage.KEY_NEEDED:
        raise Failure(f"{first.place}: {first.explanation}: --key-file FILE, or set {LOG_KEY}")
    if not found.segments:
        warn(f"{path}: no segment here, so nothing was verified; is this the folder of the log?")
    broken = not found.intact or (strict and bool(found.unclosed or not found.segments))
    click.get_current_context().exit(ExitCode.BLOCKED if broken else ExitCode.OK)


def _as_json(found: Verification) -> Mapping[str, object]:
    return {
        "folder": found.folder,
        "intact": found.intact,
        "records": found.records,
        "segments": [
            {
                "file": one.file, "lines": one.lines, "records": one.records, "ending": one.ending.value,
                "head": one.head,
            }
            for one in found.segments
        ],
        "problems": [
            {"file": one.file, "line": one.line, "damage": one.damage.value, "explanation": one.explanation}
            for one in found.problems
        ],
    }  # fmt: skip


def _print(found: Verification) -> None:
    from guardrails.cli.output import console

    out = console()
    for problem in found.problems:
        out.print(f"{problem.place}: {problem.damage.value}: {problem.explanation}", style="bold red", soft_wrap=True)
    for segment in found.unclosed:
        if segment.file not in {problem.file for problem in found.problems}:
            out.print(f"{segment.file}: {segment.ending.value}", style="yellow", soft_wrap=True)
    said = "intact" if found.intact else f"BROKEN, first at {found.problems[0].place}"
    counted = f"{found.records} good records in {len(found.segments)} segments"
    out.print(f"{found.folder}: {said}; {counted}", style="green" if found.intact else "bold red", soft_wrap=True)
    if found.intact and found.segments:
        out.print(f"head {found.segments[-1].head}", style="dim", soft_wrap=True)
