"""``constitution schema``: the format of a constitution, for editors."""

from __future__ import annotations

import click

from guardrails.cli.errors import debug_option
from guardrails.cli.options import json_option

__all__ = ["command"]


@click.command("schema", short_help="Print the JSON Schema of a constitution, for editors.")
@json_option
@debug_option
def command(as_json: bool) -> None:
    """Print the JSON Schema (draft 2020-12) of a constitution.

    \b
    Examples:
      constitution schema > constitution.schema.json
      # then, as the first line of a constitution in an editor with a YAML language server:
      # yaml-language-server: $schema=constitution.schema.json
    """
    import json

    from guardrails.cli.output import print_json
    from guardrails.constitution import json_schema

    schema = json_schema()
    if as_json:
        print_json(schema)
    else:
        click.echo(json.dumps(schema, ensure_ascii=False, indent=2))
