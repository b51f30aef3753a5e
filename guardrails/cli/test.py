"""``constitution test``: the cases that constitutions carry, run."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import click

from guardrails.cli.errors import ExitCode, Failure, debug_option
from guardrails.cli.options import constitution_of, json_option

if TYPE_CHECKING:
    from guardrails.constitution import CasePart

__all__ = ["command"]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Outcome:
    """One case run. *number* counts from 1, *place* is ``file:line`` where known."""

    number: int
    place: str
    source: str
    expected: str
    got: str
    why: tuple[str, ...]


@click.command("test", short_help="Run the cases that constitutions carry.")
@click.argument("packs", nargs=-1, required=True, metavar="PACK...")
@json_option
@debug_option
def command(packs: tuple[str, ...], as_json: bool) -> None:
    """Run the cases of every PACK, the name of a pack or a YAML file, without a model and without a log.

    \b
    Examples:
      constitution test my.yaml
      constitution test hiring lending
      constitution test constitutions/hiring.yaml --json

    Exit code 1 when a case fails, 2 when a constitution cannot be used or carries no cases.
    """
    from guardrails.cli.output import print_json

    outcomes = {pack: _run(pack) for pack in packs}
    failed = sum(1 for of_pack in outcomes.values() for outcome in of_pack if outcome.why)
    if as_json:
        print_json({"failed": failed, "packs": {pack: _as_json(of_pack) for pack, of_pack in outcomes.items()}})
    else:
        for pack, of_pack in outcomes.items():
            _print(pack, of_pack)
    click.get_current_context().exit(ExitCode.BLOCKED if failed else ExitCode.OK)


def _run(pack: str) -> list[_Outcome]:
    constitution = constitution_of(pack, None)
    if not constitution.tests:
        raise Failure(f"{pack}: carries no cases; add some under 'tests:', half of which must not change")
    from guardrails.cli.guarded import guarding
    from guardrails.cli.output import with_progress
    from guardrails.constitution import mismatches

    outcomes = []
    with guarding(constitution, None) as guard:
        for number, case in enumerate(with_progress(constitution.tests, pack), start=1):
            result = guard.check(case.text, source=case.source)
            origin = constitution.origins.get(f"tests.{number - 1}")
            outcomes.append(
                _Outcome(
                    number=number, place=str(origin or ""), source=case.source.value, expected=_expected(case),
                    got=result.action.name.lower(), why=mismatches(case.expect, result),
                )
            )  # fmt: skip
    return outcomes


def _expected(case: CasePart) -> str:
    named = [case.expect.action or "", *case.expect.attributes, *case.expect.principles]
    named += ["text"] if case.expect.contains or case.expect.absent else []
    return ", ".join(part for part in named if part)


def _as_json(outcomes: Sequence[_Outcome]) -> list[Mapping[str, object]]:
    return [
        {
            "case": outcome.number,
            "place": outcome.place or None,
            "source": outcome.source,
            "passed": not outcome.why,
            "action": outcome.got,
            "why": list(outcome.why),
        }
        for outcome in outcomes
    ]


def _print(pack: str, outcomes: Sequence[_Outcome]) -> None:
    from guardrails.cli.output import console, printable, table

    out, failed = console(), [outcome for outcome in outcomes if outcome.why]
    made = table("case", "", "source", "expected", "got", "why not", "at")
    for one in outcomes:
        word, style = ("FAIL", "bold red") if one.why else ("pass", "dim")
        why = printable("; ".join(one.why))
        made.add_row(
            str(one.number),
            word,
            one.source,
            printable(one.expected),
            one.got,
            why,
            one.place.rpartition(os.sep)[2],
            style=style,
        )
    out.print(made)
    said = f"{pack}: {len(outcomes) - len(failed)} of {len(outcomes)} cases pass"
    out.print(said, style="bold red" if failed else "green", soft_wrap=True)
    out.print()
