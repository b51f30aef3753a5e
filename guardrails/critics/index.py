"""Many word patterns matched in one pass: a tree of their common beginnings, entered at each word."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Final, Generic, NamedTuple, TypeVar

from guardrails.critics.pattern import Pattern, Step
from guardrails.critics.view import View

__all__ = ["Hit", "Index"]

T = TypeVar("T")

_NONE: Final[frozenset[str]] = frozenset()


class Hit(NamedTuple, Generic[T]):
    """Words ``[start, end)`` match the pattern that *value* belongs to."""

    start: int
    end: int
    value: T


class _Node(Generic[T]):
    """What may follow a beginning: by the next word where that decides, behind a *gap*, or to be tried.

    *behind* are the words that follow any of the gaps, of up to *reach* words: one look tells whether a gap is worth
    more. *goes_on* says that more than the next word decides whether to come here.
    """

    __slots__ = ("behind", "by_key", "by_word", "ends", "firsts", "gap", "gaps", "goes_on", "reach", "tried", "values")
    by_word: dict[str, list[_Node[T]]]

    def __init__(self, step: Step | None = None) -> None:
        self.ends = step.ends if step else _nowhere
        self.firsts = (step.firsts if step else None) or {}
        self.gap = step.reach if step else 0
        self.by_key: dict[str, _Node[T]] = {}
        self.tried: list[_Node[T]] = []
        self.values: list[T] = []
        self.gaps: list[_Node[T]] = []
        self.behind: frozenset[str] = frozenset()
        self.reach = 0
        self.goes_on = False

    def add(self, step: Step) -> _Node[T]:
        """The node behind *step*, made when it is not there yet."""
        node = self.by_key.get(step.key)
        if node is None:
            node = self.by_key[step.key] = _Node(step)
            if step.firsts is None:
                self.tried.append(node)
        return node

    def __getattr__(self, name: str) -> dict[str, list[_Node[T]]]:
        """``by_word``, what follows by its first word: made when a text first gets here, for most get to few nodes."""
        if name != "by_word":
            raise AttributeError(name)
        found: dict[str, list[_Node[T]]] = {}
        for node in self.by_key.values():
            for word in node.firsts:
                found.setdefault(word, []).append(node)
        self.by_word = found
        return found

    def settle(self) -> None:
        """Tell the gaps that only certain words can follow from what must be tried, here and below."""
        for node in self.by_key.values():
            node.settle()
        self.goes_on = bool(self.values or self.tried)
        if self.tried:
            self.gaps = [node for node in self.tried if node.gap and not node.goes_on]
            self.tried = [node for node in self.tried if node not in self.gaps]
            self.behind = frozenset().union(*(node.by_word for node in self.gaps))
            self.reach = max((node.gap for node in self.gaps), default=0)

    def open_gaps(self, words: tuple[str, ...], at: int) -> list[_Node[T]]:
        """The gaps from *at* on behind which a word stands that can follow."""
        if self.behind.isdisjoint(words[at : at + self.reach + 1]):
            return []
        return [node for node in self.gaps if not node.by_word.keys().isdisjoint(words[at : at + node.gap + 1])]

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
        return None if self.values or self.tried or self.gaps else within.union(self.by_word)


def _nowhere(view: View, at: int) -> tuple[int, ...]:
    return ()


class Index(Generic[T]):
    """Patterns, each with a value. Sentences that mention no group are not asked about patterns that need one.

    The tree is entered where a word and the next can begin a pattern, so that a text about other things costs a look
    at each word.
    """

    __slots__ = ("_anchored", "_anchored_grouped", "_grouped", "_grouped_openings", "_plain", "_plain_openings")

    def __init__(self, patterns: Iterable[tuple[Pattern, T]]) -> None:
        self._anchored: _Node[T] = _Node()
        self._anchored_grouped: _Node[T] = _Node()
        self._grouped: _Node[T] = _Node()
        self._plain: _Node[T] = _Node()
        roots = {
            (False, False): self._plain,
            (False, True): self._grouped,
            (True, False): self._anchored,
            (True, True): self._anchored_grouped,
        }
        for pattern, value in patterns:
            node = roots[pattern.anchored, pattern.groups]
            for step in pattern.steps:
                node = node.add(step)
            node.values.append(value)
        for root in roots.values():
            root.settle()
        self._plain_openings, self._grouped_openings = self._plain.openings(), self._grouped.openings()

    def opens(self, words: Sequence[str], *, cut: bool = False) -> bool:
        """Whether sentences of *words* that mention no group may match: of most, one look tells that they cannot.

        *cut*: one of them may end without a mark, before the last of the words.
        """
        if self._anchored.by_key:
            return True
        plain = self._plain_openings
        if plain.keys().isdisjoint(words):
            return False
        for at, word in enumerate(words, 1):
            seconds = plain.get(word, _NONE)
            if seconds is None or (words[at] if at < len(words) else "") in seconds or (cut and "" in seconds):
                return True
        return False

    def hits(self, view: View) -> Iterator[Hit[T]]:
        """Every pattern that matches, at every place, in order of place; of several ends the first that fits."""
        if not view.groups and not self.opens(view.words):
            return
        words, at_group = view.words, view.group_at
        anchor = next((at for at, word in enumerate(words) if word[0].isalnum()), -1)
        plain, grouped = self._plain_openings, self._grouped_openings if view.groups else {}
        for at, word in enumerate(words):
            following = words[at + 1] if at + 1 < len(words) else ""
            if word in plain and ((seconds := plain[word]) is None or following in seconds):
                yield from _entered(self._plain, view, at)
            opens = word in grouped and ((seconds := grouped[word]) is None or following in seconds)
            if opens or at in at_group:
                yield from _entered(self._grouped, view, at)
            if at == anchor:
                yield from _entered(self._anchored, view, at)
                if view.groups:
                    yield from _entered(self._anchored_grouped, view, at)


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
    words = view.words
    count = len(words)
    children: Sequence[_Node[T]] = node.tried
    if at < count and (known := node.by_word.get(words[at])) is not None:
        children = [*known, *children]
    if node.gaps and (gaps := node.open_gaps(words, at)):
        children = [*children, *gaps]
    for child in children:
        for end in child.ends(view, at):
            if (child.goes_on or (end < count and words[end] in child.by_word)) and (child, end) not in seen:
                seen.add((child, end))
                _walk(child, view, end, seen, found)
