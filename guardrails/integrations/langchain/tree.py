"""Strings in nested Python values, named by pointer and put back on copies."""

from __future__ import annotations

import copy
from collections.abc import Callable, Mapping
from typing import Any

from guardrails.errors import GuardFailed
from guardrails.integrations.wire.jsons import dumps, loads

__all__ = ["DEEPEST", "Tree", "child", "plain", "rebuilt", "tree_of"]

Tree = dict[str | None, "str | Tree"]
"""New strings by the tokens of their pointers; ``None`` stands where a string is read as JSON (``#`` in a pointer)."""

DEEPEST = 200
"""Containers inside each other. What is nested deeper is not guarded but refused."""


def tree_of(edits: Mapping[str, str]) -> Tree:
    """*edits* (new strings by pointer) as one tree."""
    root: Tree = {}
    for pointer, text in edits.items():
        node, tokens = root, _tokens(pointer)
        for token in tokens[:-1]:
            below = node.setdefault(token, {})
            assert isinstance(below, dict)  # noqa: S101 - a leaf is no container
            node = below
        node[tokens[-1]] = text
    return root


def child(tree: str | Tree, *tokens: str) -> Tree:
    """The edits below *tokens*; empty when there are none."""
    for token in tokens:
        tree = tree.get(token, {}) if isinstance(tree, dict) else {}
    return tree if isinstance(tree, dict) else {}


def _tokens(pointer: str) -> list[str | None]:
    outer, inside, inner = pointer.partition("#")
    tokens: list[str | None] = [*_unescaped(outer)]
    return [*tokens, None, *_unescaped(inner)] if inside else tokens


def _unescaped(pointer: str) -> list[str]:
    return [token.replace("~2", "#").replace("~1", "/").replace("~0", "~") for token in pointer.split("/")[1:]]


def rebuilt(value: Any, tree: str | Tree, special: Callable[[Any, Tree], Any] | None = None) -> Any:
    """*value* with the strings of *tree* in place; what no edit touches is shared, what one does is copied.

    *special* rebuilds what is neither a string nor a container.
    """
    if isinstance(tree, str):
        return tree
    if None in tree:
        inner = tree[None]
        if isinstance(value, str):
            return dumps(rebuilt(loads(value), inner)).decode()
        return rebuilt(value, inner, special)
    if isinstance(value, dict):
        new = copy.copy(value)
        for key, item in value.items():
            if (below := tree.get(str(key))) is not None:
                new[key] = rebuilt(item, below, special)
        return new
    if isinstance(value, list | tuple):
        items = [rebuilt(item, tree[str(i)], special) if str(i) in tree else item for i, item in enumerate(value)]
        return _like(value, items)
    if special is None:
        raise GuardFailed("langchain", f"an edit has no place in a {type(value).__name__}")
    return special(value, tree)


def _like(value: Any, items: list[Any]) -> Any:
    if type(value) in (list, tuple):
        return type(value)(items)
    return type(value)(*items) if hasattr(value, "_fields") else type(value)(items)


def plain(value: Any, depth: int = 0) -> Any:
    """*value* as JSON would have it: keys are strings, tuples are lists. The same object when it already is."""
    if depth > DEEPEST:
        raise GuardFailed("langchain", f"values nested more than {DEEPEST} deep cannot be guarded")
    if isinstance(value, dict):
        items = {str(key): plain(item, depth + 1) for key, item in value.items()}
        same = all(items[key] is item for key, item in value.items() if isinstance(key, str))
        return value if same and all(isinstance(key, str) for key in value) else items
    if isinstance(value, list | tuple):
        listed = [plain(item, depth + 1) for item in value]
        same = isinstance(value, list) and all(new is old for new, old in zip(listed, value, strict=True))
        return value if same else listed
    return value
