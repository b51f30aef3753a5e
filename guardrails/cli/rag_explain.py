"""``constitution rag explain``: one query through every gate, in order."""

from __future__ import annotations

from typing import Unpack

import click

from guardrails.cli.errors import debug_option
from guardrails.cli.options import json_option, search_constitution, search_pack_options
from guardrails.cli.rag_world import World, opened, world_options

__all__ = ["command"]


@click.command("explain", short_help="Show every gate that a query goes through, in order.")
@click.argument("query")
@world_options
@search_pack_options
@json_option
@debug_option
def command(query: str, limit: int, pack: str | None, own: str | None, as_json: bool, **world: Unpack[World]) -> None:
    """Show what becomes of QUERY: what is understood, extracted, resolved, moderated, filtered and retrieved, and why.

    Nothing is recorded. A condition that is extracted need not be applied: only those that the tenant's catalogue
    knows, and that are about no protected attribute, become filters.

    \b
    Examples:
      constitution rag explain "young black nurses in Berlin" --tenant people.json --records people.jsonl
      constitution rag explain "black dress" --tenant shop.json --index ./index --json
    """
    from guardrails.cli.output import console, print_json, printable, table
    from guardrails.cli.rag_gates import gates_of, one_line, result_json

    with opened(search_constitution(pack, own), None, **world) as (guard, tenant):
        found = guard.search(query, tenant, k=limit)
    if as_json:
        print_json(result_json(found))
        return
    made = table("gate", "piece", "says", "why")
    previous = ""
    for gate in gates_of(found):
        name = gate.gate if gate.gate != previous else ""
        made.add_row(name, printable(gate.piece), printable(gate.says), printable(gate.why))
        previous = gate.gate
    console().print(made)
    for number, hit in enumerate(found.records, start=1):
        click.echo(f"{number:>3}. {printable(hit.id)}  {hit.score:.2f}  {printable(one_line(hit.text, 90))}")
    if found.note:
        click.echo(found.note)
