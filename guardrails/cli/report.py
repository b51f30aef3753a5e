"""A guarded call as people read it: where wording was found, what was changed, by which decision, and the outcome."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from guardrails.cli.diff import rendered
from guardrails.cli.marks import Lines, Mark, marked
from guardrails.cli.output import STYLES, console, in_colour, printable, table
from guardrails.log import Record
from guardrails.types import Action, ConstitutionRef, Source, Status

if TYPE_CHECKING:
    from rich.console import Console
    from rich.table import Table

__all__ = ["Report", "report"]

_MOST_ROWS = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """What there is to say. *given* came in and *draft* was judged; *text* is what they became and may be seen.

    Where a model answered, *asked* is the prompt, and *text* is the answer.
    """

    name: str
    text: str
    withheld: bool
    action: Action
    records: Sequence[Record]
    constitution: ConstitutionRef | None
    log: Path | None
    given: str | None = None
    draft: str | None = None
    asked: str | None = None


def report(said: Report) -> None:
    """Print *said* on standard output."""
    out = console()
    came_in = said.given if said.given is not None else said.asked
    _marked(
        out, "came in", came_in, [r for r in said.records if r.layer == "moderate" and r.source is not Source.SYSTEM]
    )
    _marked(out, "as the critic read it", said.draft, [r for r in said.records if r.layer == "critique"])
    if said.withheld:
        out.print("withheld", style="bold")
        out.print(f"  {printable(said.text)}\n")
    else:
        _result(out, said)
    if said.records:
        out.print(_decisions(said))
        out.print()
    _outcome(out, said)


def _marked(out: Console, title: str, text: str | None, records: Iterable[Record]) -> None:
    marks: list[Mark] = []
    for record in records:
        if record.span is None or text is None or record.action is Action.ALLOW:
            continue
        start, end = record.span
        # A later round judges a revised text, whose offsets are not of this one.
        if (marks and start < marks[-1].end) or not start < end <= len(text):
            break
        marks.append(Mark(start=start, end=end, label=_about(record), style=f"{STYLES[record.action]} underline"))
    if text is not None and marks:
        out.print(title, style="bold")
        out.print(marked(text, marks, width=out.width), soft_wrap=True)


def _result(out: Console, said: Report) -> None:
    if said.given is None:
        out.print("answer", style="bold")
        out.print(printable(said.text) + "\n", soft_wrap=True)
    elif said.given != said.text:
        out.print("changed", style="bold")
        out.print(rendered(said.given, said.text, colour=in_colour(out)), soft_wrap=True)


def _decisions(said: Report) -> Table:
    places = {"moderate": said.given if said.given is not None else said.asked, "critique": said.draft}
    lines = {layer: Lines(text) for layer, text in places.items() if text is not None}
    acted = [record for record in said.records if record.action > Action.ALLOW or record.status is not Status.APPLIED]
    shown = list(said.records) if len(said.records) <= _MOST_ROWS else acted[:_MOST_ROWS]
    made = table("layer", "action", "about", "at", "why")
    for record in shown:
        made.add_row(
            record.layer,
            record.action.name.lower(),
            printable(_about(record)),
            _place(record, lines.get(record.layer)),
            printable(record.reason) + ("" if record.status is Status.APPLIED else f" ({_words(record.status)})"),
            style=STYLES[record.action],
        )
    if hidden := len(said.records) - len(shown):
        made.add_row(
            "...", "", "", "", f"{hidden} more, {len(said.records) - len(acted)} of them allow; --json has all"
        )
    return made


def _about(record: Record) -> str:
    return record.principle or record.attribute or record.rule or ""


def _words(status: Status) -> str:
    return status.replace("_", " ")


def _place(record: Record, lines: Lines | None) -> str:
    if record.span is None:
        return ""
    start, end = record.span
    return lines.place(start) if lines is not None and end <= len(lines.text) else f"+{start}"


def _outcome(out: Console, said: Report) -> None:
    ref, counted = said.constitution, sum(1 for record in said.records if record.action > Action.ALLOW)
    by = f"{ref.name} {ref.version}" if ref is not None else "no constitution"
    what = "empty, nothing to judge" if said.given == "" else f"{counted} of {len(said.records)} decisions acted"
    out.print(f"{said.name}: {said.action.name.lower()} by {by}, {what}", style=STYLES[said.action], soft_wrap=True)
    out.print(f"log: {said.log if said.log is not None else 'none'}", style="dim", soft_wrap=True)
