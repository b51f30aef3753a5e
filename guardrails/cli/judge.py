"""``constitution judge``: is a statement, or an answer to a question, biased?"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

import click

from guardrails.cli.errors import ExitCode
from guardrails.cli.jsonl import Row, field, write_rows
from guardrails.errors import CriticError
from guardrails.types import Finding, Principle, Request, Response, Source, Text, Verdicts

if TYPE_CHECKING:
    from guardrails.critics import Critic
    from guardrails.flow import Model

__all__ = ["command", "judge_row", "principles_of"]


@click.command("judge", short_help="Judge statements or answers, one JSON object a line.")
@click.argument("file")
@click.option("--pack", help="Judge by the principles of this pack; by default every embedded rule counts.")
@click.option("--critic", type=click.Choice(["rules", "llm"]), default="rules", show_default=True, help="Who judges.")
@click.option("--model", metavar="NAME", help="The model that judges, with --critic llm.")
@click.option("--timeout", type=click.FloatRange(min=0.1), default=60.0, show_default=True, help="Seconds to wait.")
@click.option("--retries", type=click.IntRange(0, 10), default=2, show_default=True, help="After trouble on the way.")
def command(file: str, pack: str | None, critic: str, model: str | None, **options: Any) -> None:
    """Judge texts by the embedded rules, or by a model.

    FILE (or - for standard input) holds JSON Lines of {"id", "text"} or {"id", "context", "question", "answer"}; out
    come {"id", "label": "biased" or "benign", "score", "findings": [{"start", "end", "quote", "principle", "rule",
    "attribute", "severity"}]}. The score is the confidence of the surest finding, 0 without one.

    A model (--critic llm) is called through the openai client, at OPENAI_BASE_URL with OPENAI_API_KEY, once for each
    line, and judges by the principles of the pack, by default fairness. A line it gives no usable verdict on comes out
    with "label": null and an "error", and the exit code is 3 in the end.

    \b
    Examples:
      constitution judge statements.jsonl > verdicts.jsonl
      constitution judge statements.jsonl --critic llm --model gpt-4.1-mini --pack hiring
      echo '{"id": 1, "text": "Women are too emotional to lead."}' | constitution judge -
    """
    if (critic == "llm") is not (model is not None):
        raise click.UsageError("--critic llm and --model NAME go together")
    if model is None:
        from guardrails.critics import RuleCritic
        from guardrails.policy import english_detector

        _judge_all(file, RuleCritic(english_detector()), principles_of(pack), None)
        return
    from guardrails.cli.upstream import client_of, told
    from guardrails.critics import LLMCritic
    from guardrails.integrations.asking import critic_model

    client = client_of(options["timeout"], retries=options["retries"])
    with told(model):
        _judge_all(file, LLMCritic(model=model), principles_of(pack or "fairness"), critic_model(client))


def _judge_all(file: str, critic: Critic, principles: tuple[Principle, ...], asked: Model | None) -> None:
    failed = False

    def convert(row: Row, number: int) -> Mapping[str, object]:
        nonlocal failed
        answer = field(row, "answer" if "answer" in row else "text", number)
        try:
            verdicts = judge_row(critic, row, answer, principles, asked)
        except CriticError as error:
            failed = True
            return {"label": None, "score": None, "findings": [], "error": error.reason}
        return {
            "label": "biased" if verdicts.findings else "benign",
            "score": max((finding.confidence for finding in verdicts.findings), default=0.0),
            "findings": [_as_json(finding, answer) for finding in verdicts.findings],
        }

    write_rows(file, convert)
    if failed:
        click.get_current_context().exit(ExitCode.FAILED)


def judge_row(
    critic: Critic, row: Row, answer: str, principles: tuple[Principle, ...], asked: Model | None = None
) -> Verdicts:
    """Judge *answer* with the ``context`` and ``question`` of *row*, where it has them, as what was asked.

    *asked* answers the calls of a critic that is a model.
    """
    from guardrails.flow import drive
    from guardrails.streaming import no_critic

    given = (("context", Source.CONTEXT), ("question", Source.USER))
    texts = tuple(Text(path=f"/{name}", text=str(row[name]), source=source) for name, source in given if row.get(name))
    draft = Response(texts=(Text(path="", text=answer, source=Source.ASSISTANT),))
    return drive(critic.judge(Request(texts=texts), draft, principles), asked or no_critic)


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
