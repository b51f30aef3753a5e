"""How a constitution builds on another: what is inherited, what is replaced, and what only adds."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from types import MappingProxyType
from typing import Final

from guardrails.constitution.nodes import Entry, ListNode, MappingNode, Node, ScalarNode
from guardrails.constitution.problems import Complaint, shown
from guardrails.constitution.words import ANY
from guardrails.errors import did_you_mean

__all__ = ["merge"]

_OWN: Final = frozenset({"constitution", "name", "version", "extends", "summary", "tests", "drop_principles"})
"""Each constitution says these for itself."""

_BY_SOURCE: Final = ("moderation", "scrub")


def merge(base: MappingNode, child: MappingNode) -> tuple[MappingNode, list[Complaint]]:
    """*child* on top of *base*, and complaints about principles to drop that are not there.

    Mappings merge key by key; a word or a list replaces what the base says; attributes add up; principles go by id.
    A node of the wrong kind is left for validation to complain about.
    """
    complaints = _undroppable(base, child)
    dropped = set(_texts(child.get("drop_principles")))
    entries = {key: entry for key, entry in base.entries.items() if key not in _OWN}
    if "principles" in entries:
        kept = _without(entries["principles"].node, dropped)
        entries["principles"] = Entry(key=entries["principles"].key, node=kept)
    for key, entry in child.entries.items():
        if key == "drop_principles" and isinstance(entry.node, ListNode):
            continue
        old = entries.get(key)
        entries[key] = entry if old is None else Entry(key=entry.key, node=_rule_for(key)(old.node, entry.node))
    return MappingNode(entries=entries, place=child.place), complaints


def _rule_for(key: str) -> Callable[[Node, Node], Node]:
    return _RULES.get(key, _deep)


def _deep(base: Node, child: Node) -> Node:
    """Mappings merge key by key, all else is replaced."""
    if not isinstance(base, MappingNode) or not isinstance(child, MappingNode):
        return child
    return _entrywise(base, child, _deep)


def _by_source(base: Node, child: Node) -> Node:
    if not isinstance(base, MappingNode) or not isinstance(child, MappingNode):
        return child
    return _entrywise(base, child, _words)


def _words(base: Node, child: Node) -> Node:
    """A mapping of attributes changes only what it names; the base's single word stays for the others."""
    if isinstance(base, ScalarNode) and isinstance(child, MappingNode):
        base = MappingNode(entries={ANY: Entry(key=base.place, node=base)}, place=base.place)
    return _deep(base, child)


def _entrywise(base: MappingNode, child: MappingNode, rule: Callable[[Node, Node], Node]) -> MappingNode:
    entries = dict(base.entries)
    for key, entry in child.entries.items():
        old = entries.get(key)
        entries[key] = entry if old is None else Entry(key=entry.key, node=rule(old.node, entry.node))
    return MappingNode(entries=entries, place=child.place)


def _union(base: Node, child: Node) -> Node:
    if not isinstance(base, ListNode) or not isinstance(child, ListNode):
        return child
    old = set(_texts(base))
    new = (item for item in child.items if not (isinstance(item, ScalarNode) and item.value in old))
    return ListNode(items=(*base.items, *new), place=child.place)


def _by_id(base: Node, child: Node) -> Node:
    """New principles go first: a rule counts for the first principle that names it, and the newer is the closer."""
    if not isinstance(base, ListNode) or not isinstance(child, ListNode):
        return child
    replaced = {_id(item): item for item in reversed(child.items) if _id(item) is not None}
    inherited = [replaced.get(_id(item), item) for item in base.items]
    known = {_id(item) for item in base.items}
    new = [item for item in child.items if _id(item) not in known]
    # Validation will find what is left: the same id twice in one file.
    repeated = [item for item in child.items if _id(item) in known and not any(item is used for used in inherited)]
    return ListNode(items=(*new, *inherited, *repeated), place=child.place)


def _without(principles: Node, dropped: set[str]) -> Node:
    if not isinstance(principles, ListNode):
        return principles
    return ListNode(items=tuple(item for item in principles.items if _id(item) not in dropped), place=principles.place)


def _undroppable(base: MappingNode, child: MappingNode) -> list[Complaint]:
    listed, principles = child.get("drop_principles"), base.get("principles")
    known = [name for item in _items(principles) if (name := _id(item)) is not None]
    complaints: list[Complaint] = []
    for item in _items(listed):
        if isinstance(item, ScalarNode) and isinstance(item.value, str) and item.value not in known:
            hint = did_you_mean(item.value, known) or f"inherited: {', '.join(known) or 'none'}"
            message = f"no principle {shown(item.value)} is inherited"
            complaints.append(Complaint(place=item.place, message=message, hint=hint))
    return complaints


def _items(node: Node | None) -> Iterable[Node]:
    return node.items if isinstance(node, ListNode) else ()


def _texts(node: Node | None) -> list[str]:
    return [item.value for item in _items(node) if isinstance(item, ScalarNode) and isinstance(item.value, str)]


def _id(node: Node) -> str | None:
    name = node.get("id") if isinstance(node, MappingNode) else None
    return name.value if isinstance(name, ScalarNode) and isinstance(name.value, str) else None


_RULES: Final = MappingProxyType(
    {
        "protected_attributes": _union,
        "principles": _by_id,
        **dict.fromkeys(_BY_SOURCE, _by_source),
    }
)
