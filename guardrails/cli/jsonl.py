"""JSON Lines in, JSON Lines out: one object a line, ids kept, a bad line named by its number."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import TypeAlias

import click
import orjson

__all__ = ["Row", "field", "read_rows", "write_rows"]

Row: TypeAlias = Mapping[str, object]


def read_rows(file: str) -> Iterator[Row]:
    """The objects of *file*, or of standard input for ``-``; empty lines are skipped.

    Raises ``click.ClickException`` naming file and line for a line that is no JSON object; it never quotes the line.
    """
    for number, line in enumerate(_lines(file), start=1):
        if not line.strip():
            continue
        try:
            row = orjson.loads(line)
        except orjson.JSONDecodeError:
            raise click.UsageError(f"{file}:{number}: not valid JSON; every line is one JSON object") from None
        if not isinstance(row, dict):
            raise click.UsageError(f"{file}:{number}: a JSON {type(row).__name__}; every line is one JSON object")
        yield row


def _lines(file: str) -> Iterator[bytes]:
    if file == "-":
        yield from sys.stdin.buffer
        return
    try:
        with Path(file).open("rb") as lines:
            yield from lines
    except OSError as error:
        raise click.UsageError(f"{file}: {(error.strerror or type(error).__name__).lower()}") from None


def field(row: Row, name: str, number: int) -> str:
    """The string *name* of *row*, the *number*-th from 1."""
    value = row.get(name)
    if not isinstance(value, str):
        what = "is missing" if name not in row else f"is a {type(value).__name__}, not a string"
        raise click.UsageError(f"row {number}: {name!r} {what}")
    return value


def write_rows(file: str, convert: Callable[[Row, int], Mapping[str, object]]) -> None:
    """Convert every row of *file* and write it to standard output, with the row's ``id`` first.

    A bar shows progress on standard error when that is a terminal and the output is not.
    """
    for number, row in enumerate(_with_progress(file), start=1):
        identity = {"id": row["id"]} if "id" in row else {}
        click.echo(orjson.dumps({**identity, **convert(row, number)}))


def _with_progress(file: str) -> Iterable[Row]:
    rows = read_rows(file)
    if file == "-" or not sys.stderr.isatty() or sys.stdout.isatty():
        yield from rows
        return
    with Path(file).open("rb") as lines:
        length = sum(1 for line in lines if line.strip())
    with click.progressbar(rows, length=length, file=sys.stderr) as bar:
        yield from bar
