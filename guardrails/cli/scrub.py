"""``constitution scrub``: take protected attributes out of records."""

from __future__ import annotations

from collections.abc import Mapping

import click

from guardrails.cli.jsonl import Row, write_rows
from guardrails.types import Source

__all__ = ["command"]


@click.command("scrub", short_help="Take protected attributes out of records, one JSON object a line.")
@click.argument("file")
@click.option("--pack", default="fairness", show_default=True, help="The constitution whose attributes are taken out.")
@click.option("--null", is_flag=True, help="Set protected fields to null instead of dropping their keys.")
def command(file: str, pack: str, null: bool) -> None:
    """Take protected fields, and protected wording in free text, out of nested records.

    FILE (or - for standard input) holds JSON Lines of {"id", "payload"}; out come {"id", "output", "scrubbed",
    "text_spans"}: the record without them, JSON Pointers to the fields that went, and the wording found in free text.

    \b
    Examples:
      constitution scrub records.jsonl --pack lending
      echo '{"id": 1, "payload": {"dateOfBirth": "1980-02-01"}}' | constitution scrub -
    """
    from guardrails.middleware.payload import scrub_payload
    from guardrails.policy import policy_of_pack

    treatment = policy_of_pack(pack).scrubbing
    attributes = treatment.attributes(Source.PAYLOAD)

    def convert(row: Row, number: int) -> Mapping[str, object]:
        if "payload" not in row:
            raise click.UsageError(f"row {number}: 'payload' is missing")
        result = scrub_payload(
            row["payload"],
            detect=treatment.detect,
            attributes=attributes,
            leaves="null" if null else "drop",
            person=treatment.person,
            pronouns=treatment.pronouns,
        )
        return {
            "output": result.output,
            "scrubbed": result.scrubbed,
            "text_spans": [{"path": found.path, "spans": found.spans} for found in result.text_spans],
        }

    write_rows(file, convert)
