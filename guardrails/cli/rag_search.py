"""``constitution rag search``: records for a query, and what was done to the query."""

from __future__ import annotations

from typing import Unpack

import click

from guardrails.cli.errors import ExitCode, debug_option
from guardrails.cli.options import json_option, log_options, log_target, search_constitution, search_pack_options
from guardrails.cli.rag_world import World, opened, world_options

__all__ = ["command"]


@click.command("search", short_help="Search records with what a query may ask for.")
@click.argument("query")
@world_options
@search_pack_options
@json_option
@log_options
@debug_option
def command(
    query: str,
    limit: int,
    pack: str | None,
    own: str | None,
    as_json: bool,
    log_dir: str | None,
    no_log: bool,
    key_file: str | None,
    **world: Unpack[World],
) -> None:
    """Search the records for QUERY, under the pack search unless another is named.

    The records are those of an index that 'constitution rag ingest' made, or of one file, held in memory. Unless
    embeddings are named, they are ranked by the words they share with the query: enough to try a schema out.

    Open only an index that you trust: Qdrant reads its folder with pickle, and the embeddings it names are imported.

    \b
    Examples:
      constitution rag search "black dress under 50 euros" --tenant shop.json --index ./index
      constitution rag search "nurses in Berlin" --tenant people.json --records people.jsonl --json --no-log

    Exit code 0 when the search was made, 1 when the constitution refuses it.
    """
    from guardrails.cli.guarded import opened_log
    from guardrails.cli.output import console, print_json, printable, table
    from guardrails.cli.rag_gates import one_line, result_json

    target = log_target(log_dir, no_log)
    policy = search_constitution(pack, own)
    with opened_log(target, key_file) as log, opened(policy, log, **world) as (guard, tenant):
        found = guard.search(query, tenant, k=limit)
    if as_json:
        print_json(result_json(found))
    else:
        made = table("score", "id", "record")
        for hit in found.records:
            made.add_row(f"{hit.score:.2f}", printable(hit.id), printable(one_line(hit.text, 100)))
        click.echo(
            f"searched for: {printable(found.moderated.clean_query) or '(filters alone)'}"
            if not found.note
            else found.note
        )
        console().print(made)
    click.get_current_context().exit(ExitCode.BLOCKED if found.moderated.blocked else ExitCode.OK)
