"""One automaton over every surface: overlapping search, then only whole words, then the longest."""

from __future__ import annotations

import importlib
from collections.abc import Mapping, Sequence
from typing import Any, Final, Generic, NamedTuple, TypeVar

__all__ = ["Hit", "Matcher"]

T = TypeVar("T")

_GLUED: Final = frozenset({"women", "woman", "men", "girls", "boys"})
"""Nouns that end a word which has lost its blank: "youngwomen". Not "man", for which surnames are too many."""
_SHORTEST_END: Final = 3  # letters of a word that may end a sentence without a blank after it
_SHORTEST_GLUED: Final = 3  # letters before it


class Hit(NamedTuple, Generic[T]):
    """*value* was found at ``[start, end)``; a named tuple because a text has dozens."""

    start: int
    end: int
    value: T


class Matcher(Generic[T]):
    """Finds whole words and phrases. Building is linear in the surfaces, searching in the text and the matches.

    A search padded with spaces and leftmost-longest would miss the second of two adjacent terms; this one overlaps.
    """

    __slots__ = ("_automaton", "_values")

    def __init__(self, surfaces: Mapping[str, T]) -> None:
        library: Any = importlib.import_module("ahocorasick_rs")  # on first use: importing the package stays light
        patterns = list(surfaces)
        self._values: Sequence[T] = [surfaces[pattern] for pattern in patterns]
        self._automaton = library.AhoCorasick(
            patterns, implementation=library.Implementation.ContiguousNFA, store_patterns=False
        )

    def words(self, text: str) -> list[Hit[T]]:
        """Every surface that stands as a whole word in *text*, or as half of one that lost a blank ("youngwomen").

        Overlaps are included, by end.
        """
        size, values = len(text), self._values
        found: list[Hit[T]] = []
        halves: dict[int, tuple[int, int]] = {}  # end of what begins a word -> its index and start
        for index, start, end in self._automaton.find_matches_as_indexes(text, overlapping=True):
            left, right = text[start - 1] if start else " ", text[end] if end < size else " "
            if left != " " and (left.isalnum() or left == "_" or (left in ".\\$@" and _coded_before(text, start))):
                if start in halves and text[start:end] in _GLUED and not right.isalnum():
                    first, begin = halves[start]
                    found += (Hit(begin, start, values[first]), Hit(start, end, values[index]))
                continue
            if right != " ":
                if right.isalnum():
                    if end - start >= _SHORTEST_GLUED:
                        halves[end] = index, start
                    continue
                if right == "_" or (right in ".=(:" and _coded_after(text, end)):
                    continue
            found.append(Hit(start, end, values[index]))
        return found

    def tiles(self, text: str) -> list[Hit[T]]:
        """The fewest surfaces that make up all of *text* without a gap; empty when none do. For short texts."""
        best: list[list[Hit[T]] | None] = [[], *(None for _ in text)]
        found = self._automaton.find_matches_as_indexes(text, overlapping=True)
        for index, start, end in sorted(found, key=lambda match: (match[2], match[1])):
            before, here = best[start], best[end]
            if before is not None and (here is None or len(before) + 1 < len(here)):
                best[end] = [*before, Hit(start, end, self._values[index])]
        return best[-1] or []


def _coded_before(text: str, start: int) -> bool:
    """A file ending, an attribute, a variable, a handle: ".man", "self.trans", "$native", "@black".

    After a word of three letters or more it may be the start of a sentence: who sees the capitals must tell.
    """
    if text[start - 1] != "." or (start > 1 and not text[start - 2].isspace() and text[start - 2] not in ".\"'"):
        return not (text[start - 1] == "." and start > _SHORTEST_END and text[start - 4 : start - 1].isalpha())
    return False


def _coded_after(text: str, end: int) -> bool:
    """The start of a dotted name, a call, an assignment or a scope: "old.path", "native()", "race=1", "black::x"."""
    after = text[end + 1 : end + 2]
    if text[end] == ".":
        return after.isalnum() and not after.isdigit()
    return after == ":" if text[end] == ":" else bool(after) and not after.isspace()
