"""``constitution neutralise``: what a constitution's moderation makes of texts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Literal

import click

from guardrails.cli.jsonl import Row, field, write_rows
from guardrails.types import Action, Decision, Source, Text

__all__ = ["command"]


@click.command("neutralise", short_help="Moderate texts as a pack says, one JSON object a line.")
@click.argument("file")
@click.option("--pack", default="fairness", show_default=True, help="The constitution whose moderation is applied.")
@click.option(
    "--pronouns", type=click.Choice(["keep", "neutralise"]), help="Overrides what the pack says about she and his."
)
def command(file: str, pack: str, pronouns: Literal["keep", "neutralise"] | None) -> None:
    """Moderate texts as if a user had written them.

    FILE (or - for standard input) holds JSON Lines of {"id", "text"}; out come {"id", "text", "decisions"}.

    \b
    Examples:
      constitution neutralise texts.jsonl --pack hiring
      echo '{"id": 1, "text": "Invite the deaf woman."}' | constitution neutralise - --pack hiring
    """
    from guardrails.policy import policy_of_pack

    treatment = policy_of_pack(pack).moderation
    if pronouns is not None:
        treatment = replace(treatment, pronouns=pronouns)

    def convert(row: Row, number: int) -> Mapping[str, object]:
        text = Text(path="", text=field(row, "text", number), source=Source.USER)
        treated = treatment.apply(text, layer="moderate")
        return {"text": treated.text.text, "decisions": [_as_json(decision) for decision in treated.decisions]}

    write_rows(file, convert)


def _as_json(decision: Decision) -> Mapping[str, object]:
    return {
        "action": Action(decision.action).name.lower(),
        "rule": decision.rule,
        "attribute": decision.attribute,
        "span": decision.span,
        "reason": decision.reason,
    }
