"""``constitution judge``: is a statement, or an answer to a question, biased?"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

import click

from guardrails.cli.jsonl import Row, field, write_rows
from guardrails.types import Finding, Principle, Request, Response, Source, Text, Verdicts

if TYPE_CHECKING:
    from guardrails.critics import RuleCritic

__all__ = ["command", "judge_row", "principles_of"]


@click.command("judge", short_help="Judge statements or answers by the embedded rules, one JSON object a line.")
@click.argument("file")
@click.option("--pack", help="Judge by the principles of this pack only; by default every embedded rule counts.")
def command(file: str, pack: str | None) -> None:
    """Judge texts without a model.

    FILE (or - for standard input) holds JSON Lines of {"id", "text"} or {"id", "context", "question", "answer"}; out
    come {"id", "label": "biased" or "benign", "score", "findings": [{"start", "end", "quote", "principle", "rule",
    "attribute", "severity"}]}. The score is the confidence of the surest finding, 0 without one.

    \b
    Examples:
      constitution judge statements.jsonl > verdicts.jsonl
      echo '{"id": 1, "text": "Women are too emotional to lead."}' | constitution judge -
    """
    from guardrails.critics import RuleCritic
    from guardrails.policy import english_detector

    critic, principles = RuleCritic(english_detector()), principles_of(pack)

    def convert(row: Row, number: int) -> Mapping[str, object]:
        name = "answer" if "answer" in row else "text"
        answer = field(row, name, number)
        verdicts = judge_row(critic, row, answer, principles)
        return {
            "label": "biased" if verdicts.findings else "benign",
            "score": max((finding.confidence for finding in verdicts.findings), default=0.0),
            "findings": [_as_json(finding, answer) for finding in verdicts.findings],
        }

    write_rows(file, convert)


def judge_row(critic: RuleCritic, row: Row, answer: str, principles: tuple[Principle, ...]) -> Verdicts:
    """Judge *answer* with the ``context`` and ``question`` of *row*, where it has them, as what was asked."""
    from guardrails.flow import drive
    from guardrails.streaming import no_critic

    given = (("context", Source.CONTEXT), ("question", Source.USER))
    texts = tuple(Text(path=f"/{name}", text=str(row[name]), source=source) for name, source in given if row.get(name))
    draft = Response(texts=(Text(path="", text=answer, source=Source.ASSISTANT),))
    return drive(critic.judge(Request(texts=texts), draft, principles), no_critic)


def principles_of(pack: str | None) -> tuple[Principle, ...]:
    """The principles of *pack*; without one, every embedded rule as a principle of its own."""
    from guardrails.constitution import load_pack
    from guardrails.critics import rule_names

    if pack is not None:
        return load_pack(pack).principle_values()
    return tuple(Principle(id=name, text=name, rules=(name,)) for name in rule_names())


def _as_json(finding: Finding, text: str) -> Mapping[str, object]:
    return {
        "start": finding.start,
        "end": finding.end,
        "quote": text[finding.start : finding.end],
        "principle": finding.principle,
        "rule": finding.rule,
        "attribute": finding.attribute,
        "severity": finding.severity.name.lower(),
    }
