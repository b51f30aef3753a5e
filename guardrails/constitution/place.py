"""From the way to a value to the place where it is written."""

from __future__ import annotations

from collections.abc import Iterator

from guardrails.constitution.nodes import ListNode, MappingNode, Node, Place, ScalarNode
from guardrails.constitution.problems import Loc

__all__ = ["locate", "origins_of", "scalar_at"]


def locate(root: Node, loc: Loc, *, of_key: bool = False) -> Place:
    """Where the value at *loc* stands (or its key), or the innermost value around it that is written at all."""
    node, place = root, root.place
    for at, step in enumerate(loc):
        if isinstance(node, MappingNode) and str(step) in node.entries:
            entry = node.entries[str(step)]
            last = at == len(loc) - 1
            node, place = entry.node, entry.key if of_key and last else entry.node.place
        elif isinstance(node, ListNode) and isinstance(step, int) and step < len(node.items):
            node = node.items[step]
            place = node.place
    return place


def scalar_at(root: Node, loc: Loc) -> ScalarNode | None:
    """The scalar at *loc*, if there is one."""
    node = root
    for step in loc:
        if isinstance(node, MappingNode) and str(step) in node.entries:
            node = node.entries[str(step)].node
        elif isinstance(node, ListNode) and isinstance(step, int) and step < len(node.items):
            node = node.items[step]
        else:
            return None
    return node if isinstance(node, ScalarNode) else None


def origins_of(root: Node) -> dict[str, Place]:
    """Dotted path -> place, for every value written. Items of a list that have an ``id`` go by it, others by index."""
    return dict(_walk(root, ""))


def _walk(node: Node, path: str) -> Iterator[tuple[str, Place]]:
    if path:
        yield path, node.place
    match node:
        case MappingNode():
            for key, entry in node.entries.items():
                yield from _walk(entry.node, f"{path}.{key}" if path else key)
        case ListNode():
            for index, item in enumerate(node.items):
                name = scalar_at(item, ("id",)) if isinstance(item, MappingNode) else None
                yield from _walk(item, f"{path}.{index if name is None else name.value}")
