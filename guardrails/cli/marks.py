"""A text with spans marked in place: its lines, and under them carets with what was found."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from guardrails.cli.output import printable

if TYPE_CHECKING:
    from rich.text import Text

__all__ = ["Lines", "Mark", "marked"]

_WHOLE = 40  # lines up to which a text is shown whole; of a longer one only the lines with marks
_MOST = 60  # lines with marks that are shown
_GUTTER = "{:>5} | "


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """``[start, end)`` of the text, what to write under it, and a style."""

    start: int
    end: int
    label: str
    style: str


class Lines:
    """Where the lines of a text begin, to turn offsets into line and column."""

    __slots__ = ("_starts", "text")

    def __init__(self, text: str) -> None:
        self.text = text
        starts, at = [0], text.find("\n")
        while at >= 0:
            starts.append(at + 1)
            at = text.find("\n", at + 1)
        self._starts = starts

    def __len__(self) -> int:
        return len(self._starts)

    def place(self, offset: int) -> str:
        """``line:column``, both from 1."""
        line = bisect_right(self._starts, offset)
        return f"{line}:{offset - self._starts[line - 1] + 1}"

    def number(self, offset: int) -> int:
        """The line of *offset*, from 1."""
        return bisect_right(self._starts, offset)

    def bounds(self, number: int) -> tuple[int, int]:
        """Offsets of the line *number* without its end."""
        start = self._starts[number - 1]
        end = self._starts[number] - 1 if number < len(self._starts) else len(self.text)
        return start, end - 1 if end > start and self.text[end - 1] == "\r" else end


def marked(text: str, marks: Sequence[Mark], *, width: int) -> Text:
    """*text* with *marks* (sorted, disjoint) under its lines, wrapped to *width* cells."""
    from rich.text import Text

    lines, shown = Lines(text), Text()
    total = len(lines) - text.endswith("\n")
    busy = {number for mark in marks for number in range(lines.number(mark.start), lines.number(mark.end - 1) + 1)}
    numbers = range(1, total + 1) if total <= _WHOLE else sorted(busy)[:_MOST]
    previous = 0
    for number in numbers:
        if number != previous + 1:
            shown.append("    ...\n", style="dim")
        previous = number
        gutter = _GUTTER.format(number)
        for start, end in _wrapped(text, *lines.bounds(number), width=max(width - len(gutter), 20)):
            _piece(shown, text, start, end, gutter, list(_within(marks, start, end)))
            gutter = _GUTTER.format("")
    if previous < total:
        shown.append(f"    ... {total} lines in all\n", style="dim")
    return shown


def _within(marks: Sequence[Mark], start: int, end: int) -> Iterator[Mark]:
    first = max(bisect_right(marks, start, key=lambda mark: mark.start) - 1, 0)
    for mark in marks[first:]:
        if mark.start >= end:
            break
        if mark.end > start:
            yield mark


def _wrapped(text: str, start: int, end: int, *, width: int) -> Iterator[tuple[int, int]]:
    """Pieces of a line, broken after a space where there is one."""
    while end - start > width:
        space = text.rfind(" ", start, start + width)
        cut = space + 1 if space > start else start + width
        yield start, cut
        start = cut
    yield start, end


def _piece(shown: Text, text: str, start: int, end: int, gutter: str, marks: Sequence[Mark]) -> None:
    from rich.cells import cell_len
    from rich.text import Text

    line = printable(text[start:end])
    row = Text(line)
    under = ""
    for mark in marks:
        left, right = max(mark.start, start) - start, min(mark.end, end) - start
        row.stylize(mark.style, left, right)
        under += " " * (cell_len(line[:left]) - cell_len(under)) + "^" * max(cell_len(line[left:right]), 1)
    shown.append(gutter, style="dim").append_text(row).append("\n")
    if under:
        labels = ", ".join(dict.fromkeys(mark.label for mark in marks if mark.start >= start or not start))
        shown.append(_GUTTER.format(""), style="dim").append(f"{under} {labels}".rstrip(), style="bold").append("\n")
