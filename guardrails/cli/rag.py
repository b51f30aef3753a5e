"""``constitution rag``: fair search over records, whose sub-commands are imported when they are used."""

from __future__ import annotations

import click

from guardrails.cli.lazy import LazyGroup

__all__ = ["command"]

_COMMANDS = {
    "explain": ("guardrails.cli.rag_explain", "Show every gate that a query goes through, in order."),
    "ingest": ("guardrails.cli.rag_ingest", "Write what an index may hold of records into a folder."),
    "search": ("guardrails.cli.rag_search", "Search records with what a query may ask for."),
}


@click.group("rag", cls=LazyGroup, commands_in=_COMMANDS, short_help="Search records fairly.")
def command() -> None:
    """Search a tenant's records where sensitive wording steers nothing by accident.

    \b
    Examples:
      constitution rag ingest products.jsonl --tenant shop.json --index ./index
      constitution rag search "black dress under 50 euros" --tenant shop.json --index ./index
      constitution rag explain "young black nurses in Berlin" --tenant people.json --records people.jsonl
    """
