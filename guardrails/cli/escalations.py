"""``constitution escalations``: the calls that wait for a person - list them, look at one, decide."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from guardrails.cli.errors import ExitCode, Failure, debug_option, warn
from guardrails.cli.inputs import read_text
from guardrails.cli.options import ESCALATIONS, json_option, log_options, log_target, pack_options, store_option
from guardrails.escalation.case import State

if TYPE_CHECKING:
    from guardrails.escalation import Escalation, FolderEscalations
    from guardrails.types import Result, Text

__all__ = ["command"]


class _TooLate(Failure):
    """Somebody else resolved the case."""

    exit_code = ExitCode.BLOCKED


@click.group("escalations", short_help="List, look at and resolve the calls that wait for a person.")
def command() -> None:
    """Calls that a guard holds for a person: list them, look at one, and approve, edit or reject it.

    \b
    Examples:
      constitution escalations list --store cases --state pending
      constitution escalations show 0193a1b2c3d4e5f60718 --store cases
      constitution escalations resolve 0193a1b2c3d4e5f60718 --store cases --approve --by "R. Okafor"
    """


@command.command("list", short_help="Print the cases, oldest first.")
@store_option
@click.option("--state", type=click.Choice([state.value for state in State]), help="Only cases in this state.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object a case and line.")
@debug_option
def _list(store: str | None, state: str | None, as_json: bool) -> None:
    """Print the cases of a folder, oldest first.

    \b
    Examples:
      constitution escalations list --store cases
      constitution escalations list --store cases --state pending --json | jq -r .id
    """
    from guardrails.cli.output import console, table

    damaged: list[str] = []
    wanted = None if state is None else State(state)
    cases = _opened(store).cases(wanted, on_unreadable=lambda error: damaged.append(str(error)))
    if as_json:
        for case in cases:
            click.echo(json.dumps(_as_json(case), ensure_ascii=False))
    else:
        made = table("id", "state", "held since", "constitution", "about", "by")
        made.columns[0].no_wrap, made.columns[0].min_width = True, 28
        for case in cases:
            made.add_row(*_row(case))
        console().print(made)
    for line in damaged:
        warn(line)


@command.command("show", short_help="Print one case: why it is held, what was asked and drafted.")
@click.argument("case_id", metavar="ID")
@store_option
@json_option
@debug_option
def _show(case_id: str, store: str | None, as_json: bool) -> None:
    """Print the case ID, scrubbed as it was kept.

    \b
    Examples:
      constitution escalations show 0193a1b2c3d4e5f60718 --store cases
      constitution escalations show 0193a1b2c3d4e5f60718 --json | jq -r '.draft[].text'
    """
    from guardrails.cli.output import print_json

    case = _found(_opened(store), case_id)
    if as_json:
        print_json(_as_json(case))
    else:
        _print(case)


@command.command("resolve", short_help="Decide about one case: approve, edit or reject.")
@click.argument("case_id", metavar="ID")
@click.option("--approve", is_flag=True, help="Give the draft as it was kept, scrubbed.")
@click.option("--edit", "edit", metavar="FILE", help="Give this text; for several texts a JSON object, path to text.")
@click.option("--reject", is_flag=True, help="Give a refusal.")
@click.option("--by", metavar="NAME", required=True, help="Who decides; goes to the log.")
@click.option("--note", metavar="TEXT", default="", help="Why; stays with the case.")
@store_option
@pack_options
@json_option
@log_options
@debug_option
def _resolve(
    case_id: str, approve: bool, edit: str | None, reject: bool, by: str, note: str, as_json: bool, **options: Any
) -> None:
    """Decide about the case ID with one of --approve, --edit FILE (- for standard input) and --reject.

    \b
    Examples:
      constitution escalations resolve 0193a1b2c3d4e5f60718 --store cases --approve --by "R. Okafor"
      echo "Thank you for applying." | constitution escalations resolve 0193a1b2c3d4e5f60718 --edit - --by Ada
      constitution escalations resolve 0193a1b2c3d4e5f60718 --reject --by Ada --note "Off topic."

    What is given is scrubbed as the constitution says that held the call: a pack of the library is found by its name,
    any other needs --file. Exit code 1 when somebody else resolved the case before.
    """
    verdict = [name for name, given in (("approve", approve), ("edit", edit is not None), ("reject", reject)) if given]
    if len(verdict) != 1:
        raise Failure("give one of --approve, --edit FILE and --reject")
    store = _opened(options["store"])
    case = _found(store, case_id)
    text = None if edit is None else _edit(edit, read_text(edit), case)
    _print_result(_decided(store, case, verdict[0], text, by, note, options), as_json)


def _decided(
    store: FolderEscalations,
    case: Escalation,
    verdict: str,
    text: str | Mapping[str, str] | None,
    by: str,
    note: str,
    options: Mapping[str, Any],
) -> Result:
    from guardrails.cli.guarded import opened_log
    from guardrails.errors import AlreadyResolvedError, EscalationError
    from guardrails.guard import Guard

    with opened_log(log_target(options["log_dir"], options["no_log"]), options["key_file"]) as log:
        given: dict[str, Any] = {"log": log, "escalations": store}
        if verdict == "reject":
            guard = Guard([], constitution=case.constitution, **given)
        else:
            guard = Guard.from_policy(_policy(case, options["pack"], options["own"]), **given)
        try:
            return guard.resolve(case.id, verdict, by=by, text=text, note=note)
        except AlreadyResolvedError as error:
            raise _TooLate(str(error)) from None
        except EscalationError as error:
            raise Failure(str(error)) from None


def _policy(case: Escalation, pack: str | None, own: str | None) -> Any:
    """What the case was held by, or the constitution that the user names instead."""
    from guardrails.cli.options import constitution_of
    from guardrails.constitution import pack_names
    from guardrails.policy import compile_policy

    ref = case.constitution
    if pack is None and own is None:
        if ref is None or ref.name not in pack_names():
            name = "no constitution" if ref is None else f"{ref.name} {ref.version}, which is no pack"
            raise Failure(f"the case was held by {name}: say how its answer is scrubbed, --file YAML or --pack NAME")
        pack = ref.name
    constitution = constitution_of(pack, own)
    if ref is not None and constitution.digest != ref.digest:
        warn(f"the case was held by {ref.name} {ref.version}; it is scrubbed as {constitution.name} "
             f"{constitution.version} says, whose digest is another")  # fmt: skip
    return compile_policy(constitution)


def _edit(file: str, content: str, case: Escalation) -> str | Mapping[str, str]:
    if len(case.draft) <= 1:
        return content.removesuffix("\n")
    try:
        texts = json.loads(content)
    except ValueError:
        texts = None
    if not isinstance(texts, dict) or not all(isinstance(text, str) for text in texts.values()):
        what = f"the draft has {len(case.draft)} texts, so this is a JSON object from path to text; `show` lists them"
        raise Failure(f"{file}: {what}")
    return texts


def _opened(store: str | None) -> FolderEscalations:
    from guardrails.escalation import FolderEscalations

    named = store or os.environ.get(ESCALATIONS)
    if not named:
        raise Failure(f"name the folder of the cases: --store DIR, or set {ESCALATIONS}")
    if not Path(named).is_dir():
        what = "not a folder" if Path(named).exists() else "no such folder"
        raise Failure(f"{named}: {what}; name the folder that the guard keeps its cases in")
    return FolderEscalations(named)


def _found(store: FolderEscalations, case_id: str) -> Escalation:
    from guardrails.errors import EscalationError

    try:
        return store.get(case_id)
    except EscalationError as error:
        raise Failure(str(error)) from None


def _as_json(case: Escalation) -> Mapping[str, object]:
    from guardrails.escalation import as_json

    return as_json(case)


def _row(case: Escalation) -> list[str]:
    from guardrails.cli.output import printable

    values = [
        case.id,
        case.state.value,
        f"{case.created:%Y-%m-%d %H:%M:%SZ}",
        _constitution(case),
        ", ".join((*case.principles, *case.attributes)),
        case.resolved_by or "",
    ]
    return [printable(value) for value in values]


def _constitution(case: Escalation) -> str:
    return "none" if case.constitution is None else f"{case.constitution.name} {case.constitution.version}"


def _print(case: Escalation) -> None:
    from guardrails.cli.output import console, printable

    out = console()
    by = "" if case.resolution is None else f" by {case.resolution.by} at {case.resolution.at:%Y-%m-%d %H:%M:%SZ}"
    out.print(f"{printable(case.id)}: {case.state.value}{printable(by)}", style="bold", soft_wrap=True)
    held = f"held since {case.created:%Y-%m-%d %H:%M:%SZ} by {_constitution(case)}"
    out.print(printable(held), soft_wrap=True)
    for name, values in (("why", case.reasons), ("principles", case.principles), ("attributes", case.attributes)):
        if values:
            out.print(printable(f"{name}: {', '.join(values)}"), soft_wrap=True)
    for name, texts in (("asked", case.request), ("draft", case.draft)):
        _print_texts(name, texts, case.unfit if name == "draft" else ())
    if case.resolution is not None:
        _print_texts("given", case.resolution.answer, ())
        if case.note:
            out.print(printable(f"\nnote: {case.note}"), soft_wrap=True)


def _print_texts(name: str, texts: tuple[Text, ...], unfit: tuple[str, ...]) -> None:
    from guardrails.cli.output import console, printable

    out = console()
    for text in texts:
        place = f" {text.path}" if text.path else ""
        mark = " (cannot be given as it is)" if text.path in unfit else ""
        out.print(printable(f"\n{name}, {text.source.value}{place}{mark}"), style="bold", soft_wrap=True)
        out.print(printable(text.text), soft_wrap=True)


def _print_result(result: Result, as_json: bool) -> None:
    from guardrails.cli.output import print_json
    from guardrails.types import Action, Status

    found = [one for one in result.decisions if one.layer == "critique" and one.status is not Status.APPLIED]
    for line in dict.fromkeys(f"{one.principle or one.layer}: {one.reason}" for one in found):
        warn(line)
    if as_json:
        texts = [] if result.response.refusal is not None else result.response.texts
        print_json(
            {
                "id": result.escalation,
                "text": result.text,
                "texts": [{"path": text.path, "text": text.text} for text in texts],
                "given": result.action < Action.BLOCK,
                "decisions": [one.id for one in result.decisions],
            }
        )
    else:
        click.echo(result.text)
