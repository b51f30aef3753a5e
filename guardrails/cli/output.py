"""What goes to standard output: JSON, or text for people through rich, which is loaded for them alone."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, TypeVar

import click

from guardrails.types import Action

if TYPE_CHECKING:
    from rich.console import Console
    from rich.table import Table

__all__ = ["STYLES", "console", "in_colour", "print_json", "printable", "table", "with_progress"]

Item = TypeVar("Item")

STYLES = {
    Action.ALLOW: "dim",
    Action.ANNOTATE: "cyan",
    Action.REWRITE: "yellow",
    Action.REVISE: "magenta",
    Action.ESCALATE: "bold red",
    Action.BLOCK: "bold red",
}
"""The colour of each action, wherever one is named."""

_PLAIN_WIDTH = 120
_BIDI = (*range(0x202A, 0x202F), *range(0x2066, 0x206A))
_SHOWN = {
    **{code: 0x2400 + code for code in range(0x20) if code != 0x0A},
    **dict.fromkeys([0x7F, *range(0x80, 0xA0), *_BIDI, *range(0xD800, 0xE000)], 0xFFFD),
    0x09: 0x20,
}


def printable(text: str) -> str:
    """*text* with control characters replaced one by one, so that it cannot steer a terminal; offsets stay."""
    return text.translate(_SHOWN)


def console() -> Console:
    """A console on standard output: colour on a terminal only, and never with ``NO_COLOR``."""
    from rich.console import Console

    made = Console(highlight=False, markup=False, emoji=False)
    if not made.is_terminal:
        made.width = max(made.width, _PLAIN_WIDTH)
    return made


def in_colour(made: Console) -> bool:
    """Whether colour alone may carry a meaning."""
    return made.is_terminal and not made.no_color and made.color_system is not None


def table(*columns: str, title: str | None = None) -> Table:
    """An empty table in the style of the house: no boxes, so that it can be read by ``grep`` too."""
    from rich.table import Table

    made = Table(*columns, title=title, title_justify="left", title_style="bold", box=None, pad_edge=False)
    made.header_style = "bold"
    return made


def print_json(value: object) -> None:
    """One JSON object: indented on a terminal, on one line for the next program."""
    indent = 2 if sys.stdout.isatty() else None
    click.echo(json.dumps(value, ensure_ascii=False, indent=indent, default=str))


def with_progress(items: Sequence[Item], label: str) -> Iterable[Item]:
    """*items*, with a bar on standard error when that is a terminal and there are enough of them."""
    if len(items) < 20 or not sys.stderr.isatty():
        yield from items
        return
    with click.progressbar(items, label=label, file=sys.stderr) as bar:
        yield from bar
