"""The words that changed between two texts, line by line."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import TYPE_CHECKING, Literal

from guardrails.cli.output import printable

if TYPE_CHECKING:
    from rich.text import Text

__all__ = ["Change", "Piece", "changes", "rendered"]

_WORD = re.compile(r"\s*(?:\w+|[^\w\s])|\s+")  # " young", ","; spaces alone would line up unrelated words
_MOST_WORDS = 3_000  # comparing costs the square of it at worst
_MOST_COMPARED = 1_000  # lines, where lines were joined or parted
_MOST_LINES = 40
_NEXT = "      | "


@dataclass(frozen=True, slots=True)
class Piece:
    """Words that stayed, went out or came in."""

    kind: Literal["same", "out", "in"]
    text: str


@dataclass(frozen=True, slots=True)
class Change:
    """One changed line (from 1) as pieces; no pieces when it is too long to compare."""

    line: int
    pieces: tuple[Piece, ...]


def changes(before: str, after: str) -> Iterator[Change]:
    """The lines, or runs of lines, that differ; the number is that of the first line before."""
    for number, one, other in _blocks(before.split("\n"), after.split("\n")):
        yield Change(number, tuple(_pieces(one, other)))


def _blocks(old: list[str], new: list[str]) -> Iterator[tuple[int, str, str]]:
    if len(old) == len(new):
        pairs = enumerate(zip(old, new, strict=True), start=1)
        yield from ((number, one, other) for number, (one, other) in pairs if one != other)
    elif max(len(old), len(new)) > _MOST_COMPARED:
        yield 1, "\n".join(old), "\n".join(new)
    else:
        for tag, i, j, k, m in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
            if tag != "equal":
                yield i + 1, "\n".join(old[i:j]), "\n".join(new[k:m])


def _pieces(before: str, after: str) -> Iterator[Piece]:
    old, new = _WORD.findall(before), _WORD.findall(after)
    if max(len(old), len(new)) > _MOST_WORDS:
        return
    for tag, i, j, k, m in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag == "equal":
            yield Piece("same", "".join(old[i:j]))
            continue
        if i < j:
            yield Piece("out", "".join(old[i:j]))
        if k < m:
            yield Piece("in", "".join(new[k:m]))


def rendered(before: str, after: str, *, colour: bool) -> Text:
    """The changed lines; what went out as ``[-word-]`` and what came in as ``{+word+}`` where there is no *colour*."""
    from rich.text import Text

    shown, hidden = Text(), 0
    for count, change in enumerate(changes(before, after)):
        if count >= _MOST_LINES:
            hidden += 1
            continue
        shown.append(f"{change.line:>5} | ", style="dim")
        for piece in change.pieces:
            _append(shown, piece, colour)
        shown.append("\n" if change.pieces else "changed; too long to show, --text prints the result\n")
    if hidden:
        shown.append(f"    ... and {hidden} more changed lines; --text prints the result\n", style="dim")
    return shown


def _append(shown: Text, piece: Piece, colour: bool) -> None:
    text = printable(piece.text).replace("\n", f"\n{_NEXT}")
    words = text.lstrip(" ")
    shown.append(text[: len(text) - len(words)])
    if piece.kind == "same":
        shown.append(words)
    elif piece.kind == "out":
        shown.append(words if colour else f"[-{words}-]", style="red strike" if colour else "")
    else:
        shown.append(words if colour else f"{{+{words}+}}", style="green" if colour else "")
