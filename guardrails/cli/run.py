"""``constitution run``: one guarded call of a model."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from guardrails.cli.errors import debug_option
from guardrails.cli.inputs import read_text
from guardrails.cli.options import (
    cases_option,
    constitution_of,
    json_option,
    log_options,
    log_target,
    pack_options,
)
from guardrails.errors import SinkError
from guardrails.types import Action, ConstitutionRef, Status

if TYPE_CHECKING:
    from guardrails.log import Record, Sink

__all__ = ["command"]


class _Both:
    """Hands records to *kept*, and remembers them to be shown."""

    def __init__(self, kept: Sink | None) -> None:
        self._kept = kept
        self.records: list[Record] = []
        self.failed = False

    def write(self, records: Sequence[Record], /) -> None:
        self.records.extend(records)
        if self._kept is not None:
            try:
                self._kept.write(records)
            except SinkError:
                self.failed = True
                raise


@click.command("run", short_help="Ask a model, guarded.")
@click.argument("prompt")
@pack_options
@click.option("--model", metavar="NAME", required=True, help="The model that answers.")
@click.option("--critic-model", metavar="NAME", help="The model that judges, where the pack names none.")
@click.option("--system", metavar="TEXT", help="A system prompt.")
@click.option("--timeout", type=click.FloatRange(min=0.1), default=60.0, show_default=True, help="Seconds to wait.")
@click.option("--retries", type=click.IntRange(0, 10), default=2, show_default=True, help="After trouble on the way.")
@json_option
@click.option("--text", "only_text", is_flag=True, help="Print the answer and nothing else.")
@log_options
@cases_option
@debug_option
def command(prompt: str, pack: str | None, own: str | None, as_json: bool, only_text: bool, **options: Any) -> None:
    """Ask a model PROMPT (- for standard input), with the request and the answer guarded.

    The model is called through the openai client, at OPENAI_BASE_URL with OPENAI_API_KEY.

    \b
    Examples:
      constitution run "Draft a rejection letter" --pack hiring --model gpt-4.1-mini
      cat question.txt | constitution run - --pack support --model gpt-4.1-mini --text
      OPENAI_BASE_URL=http://localhost:8000/v1 OPENAI_API_KEY=x constitution run "Hello" --model local

    Exit code 0 when the answer is allowed or changed, 1 when it is withheld, 2 without a key or for a model that is not
    there, 3 when the guard failed or the server could not be reached.
    """
    target = log_target(options["log_dir"], options["no_log"])
    given = read_text("-") if prompt == "-" else prompt
    from guardrails.cli.guarded import guarding, opened_log
    from guardrails.cli.upstream import client_of, told

    client, constitution, model = (
        client_of(options["timeout"], retries=options["retries"]),
        constitution_of(pack, own),
        options["model"],
    )
    messages = [{"role": "system", "content": options["system"]}] if options["system"] else []
    messages.append({"role": "user", "content": given})
    with opened_log(target, options["key_file"]) as log, told(model):
        both = _Both(log)
        critic, cases = options["critic_model"], options["escalations"]
        with guarding(constitution, both, critic_model=critic, escalations=cases) as guard:
            answer = guard.wrap(client).chat.completions.create(model=model, messages=messages)
    _print(answer, given, both, constitution.ref, target, as_json, only_text)


def _print(
    answer: Any, given: str, both: _Both, ref: ConstitutionRef, log: Path | None, as_json: bool, only_text: bool
) -> None:
    from guardrails.cli.guarded import exit_code, result_json, tell_unguarded
    from guardrails.cli.output import print_json
    from guardrails.cli.report import Report, report

    action = Action[answer.guardrails["action"].upper()]
    withheld = action >= Action.ESCALATE
    text = _text(answer)
    tell_unguarded(both.records)
    if as_json:
        call_id = answer.guardrails["call_id"]
        print_json(
            result_json(
                text=text, action=action, withheld=withheld, records=both.records, constitution=ref, call_id=call_id,
                log=log,
            )
        )  # fmt: skip
    elif only_text:
        click.echo(text)
    else:
        report(
            Report(
                name=str(answer.model), text=text, withheld=withheld, action=action, records=both.records,
                constitution=ref, log=log, asked=given,
            )
        )  # fmt: skip
    unlogged = [Status.FAILED_CLOSED] if both.failed and withheld else []
    click.get_current_context().exit(exit_code(action, [*unlogged, *(record.status for record in both.records)]))


def _text(answer: Any) -> str:
    """The first choice as text; a server may send none."""
    message = answer.choices[0].message if answer.choices else None
    return (message.content or getattr(message, "refusal", None) or "") if message is not None else ""
