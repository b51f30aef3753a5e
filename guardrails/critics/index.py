"""Many word patterns matched in one pass: a tree of their common beginnings, entered at each word."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Generic, NamedTuple, TypeVar

from guardrails.critics.pattern import Element, Pattern, Step
from guardrails.critics.view import View

__all__ = ["Hit", "Index"]

T = TypeVar("T")


class Hit(NamedTuple, Generic[T]):
    """Words ``[start, end)`` match the pattern that *value* belongs to."""

    start: int
    end: int
    value: T


class _Node(Generic[T]):
    """What may follow a beginning: by the next word where that decides, else to be tried."""

    __slots__ = ("by_key", "by_word", "ends", "firsts", "tried", "values")

    def __init__(self, ends: Element, firsts: Mapping[str, frozenset[str]] | None = None) -> None:
        self.ends, self.firsts = ends, firsts or {}
        self.by_key: dict[str, _Node[T]] = {}
        self.by_word: dict[str, list[_Node[T]]] = {}
        self.tried: list[_Node[T]] = []
        self.values: list[T] = []

    def add(self, step: Step) -> _Node[T]:
        """The node behind *step*, made when it is not there yet."""
        node = self.by_key.get(step.key)
        if node is None:
            node = self.by_key[step.key] = _Node(step.ends, step.firsts)
            if step.firsts is None:
                self.tried.append(node)
            else:
                for word in step.firsts:
                    self.by_word.setdefault(word, []).append(node)
        return node

    def leads_on(self, words: tuple[str, ...], end: int) -> bool:
        """Whether anything can follow, or has matched already, when this step ends before word *end*."""
        return bool(self.values or self.tried) or (end < len(words) and words[end] in self.by_word)

    def openings(self) -> dict[str, frozenset[str] | None]:
        """The words that a match can begin with, each with those one of which comes next; ``None``: any or none."""
        found: dict[str, frozenset[str] | None] = {}
        for node in self.by_key.values():
            for first, seconds in node.firsts.items():
                known, more = found.get(first, frozenset()), node._seconds(seconds)
                found[first] = None if known is None or more is None else known | more
        return found

    def _seconds(self, within: frozenset[str]) -> frozenset[str] | None:
        """What comes after a first word of this step: *within* the step, or after it where it may stand alone."""
        if "" not in within:
            return within
        return None if self.values or self.tried else within.union(self.by_word)


def _nowhere(view: View, at: int) -> tuple[int, ...]:
    return ()


class Index(Generic[T]):
    """Patterns, each with a value. Sentences that mention no group are not asked about patterns that need one.

    The tree is entered where a word and the next can begin a pattern, so that a text about other things costs a look
    at each word.
    """

    __slots__ = ("_anchored", "_grouped", "_grouped_openings", "_plain", "_plain_openings")

    def __init__(self, patterns: Iterable[tuple[Pattern, T]]) -> None:
        self._anchored: _Node[T] = _Node(_nowhere)
        self._grouped: _Node[T] = _Node(_nowhere)
        self._plain: _Node[T] = _Node(_nowhere)
        for pattern, value in patterns:
            node = self._anchored if pattern.anchored else self._grouped if pattern.groups else self._plain
            for step in pattern.steps:
                node = node.add(step)
            node.values.append(value)
        self._plain_openings, self._grouped_openings = self._plain.openings(), self._grouped.openings()

    def hits(self, view: View) -> Iterator[Hit[T]]:
        """Every pattern that matches, at every place, in order of place; of several ends the first that fits."""
        words, at_group = view.words, view.group_at
        anchor = next((at for at, word in enumerate(words) if word[0].isalnum()), -1)
        plain, grouped = self._plain_openings, self._grouped_openings if view.groups else {}
        places: Iterable[int] = range(len(words))
        if not view.groups:  # as in most sentences: few words of them begin anything
            places = [at for at, word in enumerate(words) if word in plain or at == anchor]
        for at in places:
            word, following = words[at], words[at + 1] if at + 1 < len(words) else ""
            if word in plain and ((seconds := plain[word]) is None or following in seconds):
                yield from _entered(self._plain, view, at)
            opens = word in grouped and ((seconds := grouped[word]) is None or following in seconds)
            if opens or at in at_group:
                yield from _entered(self._grouped, view, at)
            if at == anchor:
                yield from _entered(self._anchored, view, at)


def _entered(root: _Node[T], view: View, at: int) -> Iterator[Hit[T]]:
    found: dict[_Node[T], int] = {}
    _walk(root, view, at, set(), found)
    for node, end in found.items():
        if end > at:
            for value in node.values:
                yield Hit(at, end, value)


def _walk(node: _Node[T], view: View, at: int, seen: set[tuple[_Node[T], int]], found: dict[_Node[T], int]) -> None:
    if node.values and node not in found:
        found[node] = at
    following = node.by_word.get(view.words[at], ()) if at < len(view.words) else ()
    for child in (*following, *node.tried):
        for end in child.ends(view, at):
            if child.leads_on(view.words, end) and (child, end) not in seen:
                seen.add((child, end))
                _walk(child, view, end, seen, found)
