"""``constitution spans``: find protected wording in texts."""

from __future__ import annotations

from collections.abc import Mapping

import click

from guardrails.cli.jsonl import Row, field, write_rows
from guardrails.types import Sense, Span

__all__ = ["as_json", "command"]


@click.command("spans", short_help="Find protected wording, one JSON object a line.")
@click.argument("file")
@click.option("--all", "every", is_flag=True, help="Look-alikes too, with the sense and the reason that spare them.")
def command(file: str, every: bool) -> None:
    """Find wording that ascribes a protected attribute to a person.

    FILE (or - for standard input) holds JSON Lines of {"id", "text"}; out come {"id", "spans": [{"start", "end",
    "text", "attribute", "sense", "score", "reason"}]}. Offsets count characters, the end excluded.

    \b
    Examples:
      constitution spans texts.jsonl > spans.jsonl
      echo '{"id": 1, "text": "Dr. Black met a deaf man."}' | constitution spans - --all
    """
    from guardrails.policy import english_detector

    detect = english_detector()

    def convert(row: Row, number: int) -> Mapping[str, object]:
        text = field(row, "text", number)
        return {"spans": [as_json(span, text) for span in detect(text) if every or span.sense is Sense.PERSON]}

    write_rows(file, convert)


def as_json(span: Span, text: str) -> Mapping[str, object]:
    """*span* of *text* as a JSON object."""
    return {
        "start": span.start,
        "end": span.end,
        "text": text[span.start : span.end],
        "attribute": span.attribute,
        "sense": span.sense,
        "score": span.score,
        "reason": span.reason,
    }
