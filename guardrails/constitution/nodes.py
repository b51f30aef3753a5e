"""A YAML document as values that know where they stand, so that every later complaint can name a line and a column."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

__all__ = ["Entry", "ListNode", "MappingNode", "Node", "Place", "Plain", "ScalarNode", "plain"]

Plain: TypeAlias = "str | int | float | list[Plain] | dict[str, Plain] | None"
"""What a YAML document comes to. Booleans and dates are absent: no field of a constitution takes one."""


@dataclass(frozen=True, slots=True, order=True, kw_only=True)
class Place:
    """A position in a file; *line* and *column* count from 1, columns in characters."""

    file: str
    line: int
    column: int

    def __str__(self) -> str:
        return f"{self.file}:{self.line}"


@dataclass(frozen=True, slots=True, kw_only=True)
class ScalarNode:
    """A word, a text or a number. *quoted* says that it was written in quotes or as a block, hence surely a text."""

    value: str | int | float | None = field(repr=False)
    place: Place
    quoted: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ListNode:
    items: tuple[Node, ...]
    place: Place


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One value of a mapping and where its key stands."""

    key: Place
    node: Node


@dataclass(frozen=True, slots=True, kw_only=True)
class MappingNode:
    entries: Mapping[str, Entry]
    place: Place

    def get(self, key: str) -> Node | None:
        """The value under *key*, or ``None`` when there is no such key."""
        entry = self.entries.get(key)
        return None if entry is None else entry.node


Node: TypeAlias = ScalarNode | ListNode | MappingNode


def plain(node: Node) -> Plain:
    """*node* without its places. Recursion is as deep as the document, which `compose` bounds."""
    match node:
        case ScalarNode():
            return node.value
        case ListNode():
            return [plain(item) for item in node.items]
        case MappingNode():
            return {key: plain(entry.node) for key, entry in node.entries.items()}
