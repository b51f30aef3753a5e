"""JSON Pointers (RFC 6901), with ``#`` where a string is itself JSON: ``/arguments#/city``.

An object may stand in place of that string: some servers send arguments that way.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import Any

from guardrails.integrations.wire.jsons import dumps, loads

__all__ = ["escape", "leaves", "replace_all", "resolve"]


_SPECIAL = re.compile(r"[~/#]")


def escape(token: str) -> str:
    """*token* as one reference token. ``#`` is escaped too, as ``~2``, beyond the RFC: here it separates."""
    return token.replace("~", "~0").replace("/", "~1").replace("#", "~2") if _SPECIAL.search(token) else token


def _tokens(pointer: str) -> list[str]:
    tokens = pointer.split("/")[1:]
    if "~" not in pointer:
        return tokens
    return [token.replace("~2", "#").replace("~1", "/").replace("~0", "~") for token in tokens]


def _child(node: Any, token: str) -> Any:
    return node[int(token)] if isinstance(node, list) else node[token]


def resolve(document: Any, pointer: str) -> Any:
    """The value at *pointer*. Raises ``LookupError`` or ``ValueError`` when there is none."""
    outer, inside, inner = pointer.partition("#")
    for token in _tokens(outer):
        document = _child(document, token)
    return resolve(_parsed(document), inner) if inside else document


def _parsed(value: Any) -> Any:
    return loads(value) if isinstance(value, str) else value


def replace_all(document: Any, edits: Mapping[str, str]) -> Any:
    """*document* with the strings at the given pointers replaced; containers off those paths are shared, not copied."""
    if not edits:
        return document
    outer: dict[str, Any] = {}
    nested: defaultdict[str, dict[str, str]] = defaultdict(dict)
    for pointer, text in edits.items():
        path, inside, inner = pointer.partition("#")
        if inside:
            nested[path][inner] = text
        else:
            outer[path] = text
    for path, inner_edits in nested.items():
        value = resolve(document, path)
        edited = replace_all(_parsed(value), inner_edits)
        outer[path] = dumps(edited).decode() if isinstance(value, str) else edited
    return _replaced(document, outer)


def _replaced(document: Any, edits: Mapping[str, Any]) -> Any:
    if "" in edits:
        return edits[""]
    own = _Owner()
    root = own(document)
    for pointer, text in edits.items():
        *parents, last = _tokens(pointer)
        node = root
        for token in parents:
            key: Any = int(token) if isinstance(node, list) else token
            node[key] = own(node[key])
            node = node[key]
        node[int(last) if isinstance(node, list) else last] = text
    return root


class _Owner:
    """Copies a container the first time it is written to."""

    def __init__(self) -> None:
        self._owned: dict[int, Any] = {}  # by identity; the copies are kept alive so that no id is used twice

    def __call__(self, container: Any) -> Any:
        if id(container) in self._owned:
            return container
        copy = container.copy()
        self._owned[id(copy)] = copy
        return copy


def leaves(document: Any) -> Iterator[tuple[str, str]]:
    """Pointer and value of every string leaf that is not empty, in document order; keys are never leaves."""
    stack: list[tuple[str, Any]] = [("", document)]
    while stack:
        at, node = stack.pop()
        if isinstance(node, str):
            if node:
                yield at, node
        elif isinstance(node, dict):
            stack.extend([(f"{at}/{escape(key)}", child) for key, child in node.items()][::-1])
        elif isinstance(node, list):
            stack.extend([(f"{at}/{index}", child) for index, child in enumerate(node)][::-1])
