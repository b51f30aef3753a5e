"""``constitution rag search``: records for a query, and what was done to the query."""

from __future__ import annotations

import click

from guardrails.cli.errors import ExitCode, debug_option
from guardrails.cli.options import json_option, log_options, log_target, pack_options, search_constitution
from guardrails.cli.rag_world import opened, world_options

__all__ = ["command"]


@click.command("search", short_help="Search records with what a query may ask for.")
@click.argument("query")
@world_options
@pack_options
@json_option
@log_options
@debug_option
def command(
    query: str,
    tenant_file: str,
    records: str,
    limit: int,
    pack: str | None,
    own: str | None,
    as_json: bool,
    log_dir: str | None,
    no_log: bool,
    key_file: str | None,
) -> None:
    """Search the records for QUERY, under the pack search unless another is named.

    Records are embedded by the words they share with the query: enough to try a schema and a constitution out.

    \b
    Examples:
      constitution rag search "black dress under 50 euros" --tenant shop.json --records products.jsonl
      constitution rag search "nurses in Berlin" --tenant people.json --records people.jsonl --json --no-log

    Exit code 0 when the search was made, 1 when the constitution refuses it.
    """
    from guardrails.cli.guarded import opened_log
    from guardrails.cli.output import console, print_json, printable, table
    from guardrails.cli.rag_gates import one_line, result_json

    target = log_target(log_dir, no_log)
    with opened_log(target, key_file) as log:
        guard, tenant = opened(tenant_file, records, search_constitution(pack, own), log)
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
