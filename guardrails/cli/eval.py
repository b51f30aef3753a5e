"""``constitution eval``: measure against labelled data."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping

import click

from guardrails.cli.errors import debug_option
from guardrails.cli.jsonl import Row, read_rows
from guardrails.cli.options import json_option

__all__ = ["command"]

Figures = Mapping[str, object]


@click.command("eval", short_help="Measure against labelled data.")
@click.argument("kind", type=click.Choice(["spans", "neutralise", "payloads", "pairs", "actions", "statements"]))
@click.argument("gold", metavar="GOLD.jsonl")
@click.option("--pack", default="fairness", show_default=True, help="The constitution that decides, where one does.")
@json_option
@debug_option
def command(kind: str, gold: str, pack: str, as_json: bool) -> None:
    """Measure the detectors, the edits or the rules against labelled rows, and print figures.

    \b
    spans       rows of text, spans, lookalikes: precision and recall with the right attribute, look-alikes hit
    neutralise  the same rows: protected wording gone, other words kept, a second pass idle
    payloads    rows of payload, protected, lookalikes (JSON Pointers): fields found, look-alikes touched
    pairs       rows of variants that differ in an attribute: neutralised texts (pronouns too) that are identical
    actions     the same rows: variants that the pack revises, holds or blocks alike (rewriting is letting through)
    statements  rows of text or context, question, answer, with a label: biased or benign, by the embedded rules

    All attributes are looked for, whatever the pack protects; only `actions` asks the pack.

    \b
    Examples:
      constitution eval spans gold.jsonl
      constitution eval actions pairs.jsonl --pack hiring --json
    """
    from guardrails.cli.output import print_json

    figures = _MEASURES[kind](read_rows(gold), pack)
    if as_json:
        print_json(figures)
        return
    for name, value in _flat(figures):
        click.echo(f"{name:<44} {value}")


def _flat(figures: Figures, prefix: str = "") -> Iterator[tuple[str, str]]:
    for name, value in figures.items():
        if isinstance(value, Mapping):
            yield from _flat(value, f"{prefix}{name}.")
        elif isinstance(value, list | tuple):
            yield f"{prefix}{name}", str(len(value))
        else:
            yield (
                f"{prefix}{name}",
                f"{value:.3f}" if isinstance(value, float) else "-" if value is None else str(value),
            )


def _spans(rows: Iterable[Row], pack: str) -> Figures:
    from guardrails.evaluation.spans import evaluate_spans
    from guardrails.policy import english_detector

    return evaluate_spans(rows, english_detector())


def _neutral(text: str) -> str:
    from guardrails.policy import english_detector
    from guardrails.text.edits import edit
    from guardrails.types import Moderation, Sense

    spans = [span for span in english_detector()(text) if span.sense is Sense.PERSON]
    return edit(text, [(span, Moderation.NEUTRALISE) for span in spans], pronouns="neutralise").text


def _neutralise(rows: Iterable[Row], pack: str) -> Figures:
    from guardrails.evaluation.neutralise import evaluate_neutralise

    return evaluate_neutralise(rows, _neutral)


def _pairs(rows: Iterable[Row], pack: str) -> Figures:
    from guardrails.evaluation.pairs import evaluate_pairs

    return evaluate_pairs(rows, _neutral)


def _actions(rows: Iterable[Row], pack: str) -> Figures:
    from guardrails.evaluation.pairs import evaluate_pairs
    from guardrails.guard import Guard
    from guardrails.types import Action

    guard = Guard.from_pack(pack)
    # A variant that names no group needs no rewriting: what must not differ is what becomes of the call.
    return evaluate_pairs(rows, lambda text: max(guard.check(text).action, Action.REWRITE))


def _payloads(rows: Iterable[Row], pack: str) -> Figures:
    from guardrails.constitution.vocabulary import ATTRIBUTES
    from guardrails.evaluation.payloads import evaluate_payloads
    from guardrails.middleware.payload import scrub_payload
    from guardrails.policy import english_detector

    detect = english_detector()
    return evaluate_payloads(rows, lambda payload: scrub_payload(payload, detect=detect, attributes=ATTRIBUTES))


def _statements(rows: Iterable[Row], pack: str) -> Figures:
    from guardrails.cli.judge import judge_row, principles_of
    from guardrails.critics import RuleCritic
    from guardrails.evaluation.statements import evaluate_statements
    from guardrails.policy import english_detector

    critic, principles = RuleCritic(english_detector()), principles_of(None)

    def judge(row: Row) -> bool:
        return bool(judge_row(critic, row, str(row.get("answer") or row.get("text", "")), principles).findings)

    return evaluate_statements(rows, judge)


_MEASURES: Mapping[str, Callable[[Iterable[Row], str], Figures]] = {
    "spans": _spans,
    "neutralise": _neutralise,
    "payloads": _payloads,
    "pairs": _pairs,
    "actions": _actions,
    "statements": _statements,
}
