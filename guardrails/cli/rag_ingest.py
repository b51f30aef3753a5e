"""``constitution rag ingest``: records into an index, and an account of every one that was kept out."""

from __future__ import annotations

import csv
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

import click
import orjson

from guardrails.cli.errors import ExitCode, Failure, debug_option, warn
from guardrails.cli.options import json_option, search_constitution, search_pack_options
from guardrails.cli.rag_index import IndexFolder

if TYPE_CHECKING:
    from guardrails.rag import IngestReport, RecordSchema

__all__ = ["command"]


@click.command("ingest", short_help="Write what an index may hold of records into a folder.")
@click.argument("records")
@click.option("--tenant", "tenant_file", metavar="JSON", required=True, help="File with the tenant's id and schema.")
@click.option("--index", metavar="DIR", required=True, help="Folder of the index (Qdrant, without a server).")
@click.option("--letters", metavar="JSONL", help="Write records that were kept out here: where and why, no text.")
@click.option("--keep-records", is_flag=True, help="Put the records themselves into the letters too.")
@click.option("--embeddings", metavar="MODULE:NAME", help="LangChain embeddings, or a function that makes them.")
@search_pack_options
@json_option
@debug_option
def command(
    records: str,
    tenant_file: str,
    index: str,
    letters: str | None,
    keep_records: bool,
    embeddings: str | None,
    pack: str | None,
    own: str | None,
    as_json: bool,
) -> None:
    """Check RECORDS (.jsonl, .csv, or - for JSON Lines on standard input) and write what may be indexed to a folder.

    Protected columns, keys inside values and wording about people's attributes never enter. A run that broke down is
    taken up where it was when the command is given again; the folder remembers its embeddings. Search it with
    'constitution rag search --index'. The exit code is 1 when records were kept out.

    \b
    Examples:
      constitution rag ingest products.jsonl --tenant shop.json --index ./index
      constitution rag ingest people.csv --tenant people.json --index ./index --letters kept_out.jsonl
    """
    from guardrails.rag import ingest
    from guardrails.rag.tenant_file import read_tenant

    tenant = read_tenant(tenant_file)
    folder = IndexFolder(index, tenant)
    with folder.written(embeddings) as store, _bar() as progress:
        report = ingest(
            _rows(records, tenant.schema),
            tenant,
            store,
            constitution=search_constitution(pack, own),
            state=folder.state,
            letters=letters,
            keep_records=keep_records,
            progress=progress,
        )
        folder.finish(report.capabilities)
    _tell(report, as_json)
    sys.exit(ExitCode.BLOCKED if report.accepted < report.read else ExitCode.OK)


def _rows(file: str, schema: RecordSchema) -> Iterator[object]:
    """One record after the other. A line that is no JSON is a bad record, not the end of the run."""
    try:
        if file.endswith(".csv"):
            with Path(file).open(encoding="utf-8-sig", newline="") as lines:
                yield from (_cells(row, schema) for row in csv.DictReader(lines))
        elif file == "-":
            yield from map(_record, filter(bytes.strip, sys.stdin.buffer))
        else:
            with Path(file).open("rb") as rows:
                yield from map(_record, filter(bytes.strip, rows))
    except OSError as error:
        raise Failure(f"{file}: {(error.strerror or type(error).__name__).lower()}") from None
    except (UnicodeDecodeError, csv.Error) as error:
        raise Failure(f"{file}: no table in UTF-8 ({type(error).__name__})") from None


def _cells(row: Mapping[str, str], schema: RecordSchema) -> Mapping[str, object]:
    """A row of a table: empty cells are no values, and what the schema calls a number is one."""
    numbers = {field.path for field in schema.fields if field.kind == "number"}
    return {key: _number(cell) if key in numbers else cell for key, cell in row.items() if cell}


def _number(cell: str) -> object:
    for number in (int, float):
        with suppress(ValueError):
            return number(cell)
    return cell


def _record(line: bytes) -> object:
    try:
        return orjson.loads(line)
    except orjson.JSONDecodeError:
        return line


@contextmanager
def _bar() -> Iterator[Callable[[IngestReport], None]]:
    """A bar on standard error, when that is a terminal."""
    from rich.console import Console
    from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    console = Console(stderr=True)
    columns = (SpinnerColumn(), TextColumn("{task.description}"), TimeElapsedColumn())
    with Progress(*columns, console=console, transient=True, disable=not console.is_terminal) as bar:
        task = bar.add_task("0 records")

        def show(report: IngestReport) -> None:
            said = f"{report.read} records read, {report.accepted} in, {report.read - report.accepted} kept out"
            bar.update(task, description=said)

        yield show


def _tell(report: IngestReport, as_json: bool) -> None:
    from guardrails.cli.output import print_json

    if as_json:
        counts = ("tenant", "read", "accepted", "changed", "resumed", "rejected", "faulty", "suspects")
        print_json({name: getattr(report, name) for name in counts})
    else:
        click.echo(f"{report.accepted} of {report.read} records are in the index of {report.tenant}")
        for reason, count in (*report.rejected.items(), *report.faulty.items()):
            click.echo(f"  {count} kept out: {reason}")
    for path in report.suspects:
        warn(f"the values of {path} look like words for people: leave it out of the schema, and use a new folder")
