"""``constitution show``: a constitution as it is applied, and where every line of it comes from."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from guardrails.cli.errors import debug_option
from guardrails.cli.options import constitution_of, json_option

if TYPE_CHECKING:
    from rich.console import Console

    from guardrails.constitution import Constitution, Line
    from guardrails.policy import Layer

__all__ = ["command"]


@click.command("show", short_help="Print a constitution as it is applied, and where each line comes from.")
@click.argument("pack")
@json_option
@debug_option
def command(pack: str, as_json: bool) -> None:
    """Show PACK, the name of a pack or a YAML file, with its bases merged in.

    \b
    Examples:
      constitution show hiring
      constitution show ./my.yaml
      constitution show hiring --json | jq .constitution.digest

    Wording that is let through untouched and unrecorded (keep) is listed first.
    """
    constitution = constitution_of(pack, None)
    from guardrails.cli.output import print_json
    from guardrails.policy import compile_policy

    layers = compile_policy(constitution).layers
    if as_json:
        print_json(_as_json(constitution, layers))
    else:
        _print(constitution, layers)


def _as_json(constitution: Constitution, layers: Sequence[Layer]) -> Mapping[str, object]:
    from guardrails.constitution import explain, kept, only_by_model

    ref = constitution.ref
    return {
        "constitution": {"name": ref.name, "version": ref.version, "digest": ref.digest},
        "kept": [{"part": k.part, "source": k.source.value, "attribute": k.attribute} for k in kept(constitution)],
        "only_by_model": list(only_by_model(constitution)),
        "layers": [{"name": layer.name, "does": layer.does} for layer in layers],
        "values": [
            {
                "path": line.path,
                "value": line.value,
                "file": None if line.origin is None else line.origin.file,
                "line": None if line.origin is None else line.origin.line,
                "column": None if line.origin is None else line.origin.column,
            }
            for line in explain(constitution)
        ],
    }


def _print(constitution: Constitution, layers: Sequence[Layer]) -> None:
    from guardrails.cli.output import console, printable
    from guardrails.constitution import only_by_model

    out, ref = console(), constitution.ref
    out.print(f"{ref.name} {ref.version}", style="bold")
    if constitution.summary:
        out.print(printable(constitution.summary.strip()))
    out.print(f"digest {ref.digest}\n", soft_wrap=True)
    _print_kept(out, constitution)
    if unjudged := only_by_model(constitution):
        out.print(f"judged only when a critic model is named: {', '.join(unjudged)}\n", style="yellow", soft_wrap=True)
    out.print("layers, outermost first", style="bold")
    for number, layer in enumerate(layers, start=1):
        out.print(f"  {number} {layer.name}: {layer.does}", soft_wrap=True)
    out.print()
    _print_values(out, constitution)


def _print_kept(out: Console, constitution: Constitution) -> None:
    from guardrails.constitution import kept

    found = kept(constitution)
    if not found:
        return
    out.print("KEPT: let through untouched, and not recorded", style="bold red")
    for part, source in dict.fromkeys((one.part, one.source) for one in found):
        names = [one.attribute for one in found if (one.part, one.source) == (part, source)]
        out.print(f"  {part}.{source.value}: {', '.join(names)}", style="red", soft_wrap=True)
    out.print()


def _print_values(out: Console, constitution: Constitution) -> None:
    from guardrails.cli.output import printable, table
    from guardrails.constitution import explain

    made = table("value", "is", "from")
    made.columns[1].overflow = "fold"
    for line in explain(constitution):
        style = "red" if line.value == "keep" else "" if line.origin is not None else "dim"
        made.add_row(line.path, printable(line.value), _origin(line), style=style)
    out.print(made)


def _origin(line: Line) -> str:
    if line.origin is None:
        return "default"
    return f"{Path(line.origin.file).name}:{line.origin.line}"
