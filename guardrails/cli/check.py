"""``constitution check``: what a constitution makes of a text, without a model."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import click

from guardrails.cli.errors import debug_option
from guardrails.cli.inputs import read_text
from guardrails.cli.options import constitution_of, json_option, log_options, log_target, pack_options
from guardrails.pausing import Pausing
from guardrails.types import Result, Source

__all__ = ["command"]


@click.command("check", short_help="Run a text through a constitution, without a model.")
@click.argument("file")
@pack_options
@click.option(
    "--source",
    type=click.Choice([source.value for source in Source]),
    default=Source.USER.value,
    show_default=True,
    help="Where the text comes from; assistant is a model's draft.",
)
@json_option
@click.option("--text", "only_text", is_flag=True, help="Print the resulting text and nothing else.")
@log_options
@debug_option
def command(
    file: str,
    pack: str | None,
    own: str | None,
    source: str,
    as_json: bool,
    only_text: bool,
    log_dir: str | None,
    no_log: bool,
    key_file: str | None,
) -> None:
    """Check FILE, or standard input for -: moderated, judged, revised and scrubbed as if a model had echoed it.

    \b
    Examples:
      constitution check examples/data/job_ad.txt --pack hiring
      constitution check draft.txt --file my.yaml --source assistant
      echo "Invite the deaf woman." | constitution check - --pack hiring --json
      constitution check letter.txt --pack lending --text --no-log > fair.txt

    Exit code 0 when the text is allowed or changed, 1 when it is blocked or withheld, 3 when the guard failed.
    """
    target = log_target(log_dir, no_log)
    text = read_text(file)
    with Pausing():
        from guardrails.cli.guarded import guarding, opened_log

    with opened_log(target, key_file) as log, guarding(constitution_of(pack, own), log) as guard:
        result = guard.check(text, source=source)
    _print(result, "standard input" if file == "-" else file, text, Source(source), target, as_json, only_text)


def _print(
    result: Result, name: str, text: str, source: Source, log: Path | None, as_json: bool, only_text: bool
) -> None:
    from guardrails.cli.guarded import exit_code, result_json, tell_unguarded
    from guardrails.cli.output import print_json
    from guardrails.cli.report import Report, report
    from guardrails.log import records_of

    records = records_of(
        result.decisions, call_id=result.call_id, constitution=result.constitution, time=datetime.now(UTC)
    )
    withheld = result.response.refusal is not None
    tell_unguarded(records)
    if as_json:
        print_json(
            result_json(
                text=result.text, action=result.action, withheld=withheld, records=records,
                constitution=result.constitution, call_id=result.call_id, log=log,
            )
        )  # fmt: skip
    elif only_text:
        click.echo(result.text, nl=False)
    else:
        draft = text if source is Source.ASSISTANT else "\n".join(part.text for part in result.request.texts)
        report(
            Report(
                name=name, text=result.text, withheld=withheld, action=result.action, records=records,
                constitution=result.constitution, log=log, given=text, draft=draft,
            )
        )  # fmt: skip
    click.get_current_context().exit(exit_code(result.action, [record.status for record in records]))
