"""A small language of word patterns, so that a rule reads like the wording it finds.

    women            the word             bad|poor       either word
    {trait}          a word class, whose entries may be phrases; {adv} takes any word in -ly too
    <group>          a noun phrase for a group; <group!> the group and not one known person; <attr> any mention
    _                any word that is no mark and no negation
    ...4             up to four words of any kind, short of a negation and of the end of the clause
    x?  x*           optional; up to four times
    ^  $             the first word of the sentence; its last (marks apart)

Patterns are matched word by word from an index on their first word, so that the cost is that of one look-up a word.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final, Generic, TypeVar

from guardrails.critics.lexis import entries
from guardrails.critics.view import View

__all__ = ["Hit", "Index", "Pattern", "Vocabulary", "WordClass", "compile_pattern"]

T = TypeVar("T")
Element = Callable[[View, int], tuple[int, ...]]
"""Where an element that starts at a word may end, best first; empty when it does not match."""

_ENDS: Final = frozenset(';:"()')
_NEGATIONS: Final = entries("""
    cannot, hardly, n't, neither, never, no, nobody, none, nor, not, rarely, seldom, without
""")
_STOPS: Final = _ENDS | _NEGATIONS
_REPEATS: Final = 4
_GROUP: Final = "<group>"  # key of the index for patterns that begin with a mention


@dataclass(frozen=True, slots=True)
class WordClass:
    """A class of words and phrases; *firsts* are the words an entry begins with."""

    firsts: frozenset[str]
    ends: Element


class Vocabulary:
    """Word classes by name, ready to match; an entry of several words is a phrase."""

    __slots__ = ("_classes",)

    def __init__(self, classes: Mapping[str, frozenset[str]]) -> None:
        self._classes = {f"{{{name}}}": _word_class(entries) for name, entries in classes.items()}

    def __getitem__(self, part: str) -> WordClass:
        """The class that ``{part}`` names; `KeyError` where there is none."""
        return self._classes[part]


@dataclass(frozen=True, slots=True)
class Pattern:
    """*firsts* are the words it can begin with; `<group>` stands for a mention and `*` for any word.

    A sentence that has none of the words *needed* cannot match: the rarest word class behind the first element.
    """

    elements: tuple[Element, ...]
    firsts: frozenset[str]
    needed: frozenset[str] | None = None

    def match(self, view: View, at: int) -> int:
        """The word after the match that begins at word *at*, or -1."""
        return _run(self.elements, 0, view, at)


@dataclass(frozen=True, slots=True)
class Hit(Generic[T]):
    """Words ``[start, end)`` match the pattern that *value* belongs to."""

    start: int
    end: int
    value: T


class Index(Generic[T]):
    """Many patterns, each with a value, matched in one pass."""

    __slots__ = ("_by_first",)

    def __init__(self, patterns: Iterable[tuple[Pattern, T]]) -> None:
        by_first: dict[str, list[tuple[Pattern, T]]] = {}
        for pattern, value in patterns:
            for first in pattern.firsts:
                by_first.setdefault(first, []).append((pattern, value))
        self._by_first = {first: tuple(entries) for first, entries in by_first.items()}

    def hits(self, view: View) -> Iterator[Hit[T]]:
        """Every pattern that matches, at every place, in order of place."""
        lacks = _Lacking(frozenset(view.words))
        for at, word in enumerate(view.words):
            for first in (word, _GROUP) if at in view.group_at else (word,):
                for pattern, value in self._by_first.get(first, ()):
                    if not lacks(pattern.needed) and (end := pattern.match(view, at)) > at:
                        yield Hit(at, end, value)


class _Lacking:
    """Whether a sentence has none of some words; asked once for each set of words."""

    __slots__ = ("_known", "_present")

    def __init__(self, present: frozenset[str]) -> None:
        self._present = present
        self._known: dict[frozenset[str] | None, bool] = {None: False}

    def __call__(self, needed: frozenset[str] | None) -> bool:
        known = self._known.get(needed)
        if known is None:
            known = self._known[needed] = needed is not None and needed.isdisjoint(self._present)
        return known


def _run(elements: tuple[Element, ...], done: int, view: View, at: int) -> int:
    if done == len(elements):
        return at
    for end in elements[done](view, at):
        if (found := _run(elements, done + 1, view, end)) >= 0:
            return found
    return -1


def compile_pattern(source: str, classes: Vocabulary) -> Iterator[Pattern]:
    """The patterns *source* stands for: more than one where its first element is optional."""
    parts = source.split()
    anchored = parts[0] == "^"
    parts = parts[anchored:]
    while True:
        elements = [_element(part, classes) for part in parts]
        yield Pattern(
            (_first, *elements) if anchored else tuple(elements),
            _firsts(parts[0], classes),
            _needed(parts[1:], classes),
        )
        if not parts[0].endswith(("?", "*")):
            return
        parts = parts[1:]


def _firsts(part: str, classes: Vocabulary) -> frozenset[str]:
    part = part.rstrip("?*")
    if part.startswith("<"):
        return frozenset({_GROUP})
    choices = part.split("|")
    return frozenset(first for choice in choices for first in (classes[choice].firsts if "{" in choice else (choice,)))


def _needed(parts: list[str], classes: Vocabulary) -> frozenset[str] | None:
    """The smallest set of words of which a match must have one, or None where no element names its words."""
    named = [part for part in parts if not part.endswith(("?", "*")) and _names_words(part)]
    return min((_firsts(part, classes) for part in named), key=len, default=None)


def _names_words(part: str) -> bool:
    return not any(choice in _SPECIAL or choice == "{adv}" or choice.startswith("...") for choice in part.split("|"))


def _element(part: str, classes: Vocabulary) -> Element:
    if part.startswith("...") and part[3:].isdigit():
        return _gap(int(part[3:]))
    if len(part) > 1 and part[-1] == "?":
        return _optional(_element(part[:-1], classes), 1)
    if len(part) > 1 and part[-1] == "*":
        return _optional(_element(part[:-1], classes), _REPEATS)
    if part in _SPECIAL:
        return _SPECIAL[part]
    if part == "{adv}":
        return _either((classes[part].ends, _adverb))
    if "{" in part:
        return (
            _either(tuple(_element(choice, classes) for choice in part.split("|")))
            if "|" in part
            else classes[part].ends
        )
    return _words(frozenset(part.split("|")))


def _either(choices: tuple[Element, ...]) -> Element:
    def element(view: View, at: int) -> tuple[int, ...]:
        return tuple(end for choice in choices for end in choice(view, at))

    return element


def _words(words: frozenset[str]) -> Element:
    def element(view: View, at: int) -> tuple[int, ...]:
        return (at + 1,) if at < len(view.words) and view.words[at] in words else ()

    return element


def _word_class(entries: frozenset[str]) -> WordClass:
    by_first: dict[str, list[tuple[str, ...]]] = {}
    for entry in sorted(entries, key=lambda phrase: -len(phrase.split())):
        words = tuple(entry.split())
        by_first.setdefault(words[0], []).append(words)

    def element(view: View, at: int) -> tuple[int, ...]:
        if at >= len(view.words) or view.words[at] not in by_first:
            return ()
        phrases = by_first[view.words[at]]
        return tuple(at + len(phrase) for phrase in phrases if view.words[at : at + len(phrase)] == phrase)

    return WordClass(frozenset(by_first), element)


def _optional(inner: Element, times: int) -> Element:
    def element(view: View, at: int) -> tuple[int, ...]:
        ends, reached = [at], {at}
        frontier = [at]
        for _ in range(times):
            frontier = [end for start in frontier for end in inner(view, start) if end not in reached]
            reached.update(frontier)
            ends += frontier
        return tuple(sorted(ends, reverse=True))

    return element


def _gap(limit: int) -> Element:
    def element(view: View, at: int) -> tuple[int, ...]:
        ends = [at]
        for end in range(at, min(at + limit, len(view.words))):
            if view.words[end] in _STOPS or view.words[end][0] in ".!?":
                break
            ends.append(end + 1)
        return tuple(ends)

    return element


def _any_word(view: View, at: int) -> tuple[int, ...]:
    usable = at < len(view.words) and view.words[at][0].isalnum() and view.words[at] not in _NEGATIONS
    return (at + 1,) if usable else ()


def _adverb(view: View, at: int) -> tuple[int, ...]:
    """Any word in -ly: "physically weak"."""
    return (at + 1,) if at < len(view.words) and view.words[at].endswith("ly") and len(view.words[at]) > 4 else ()


def _group(view: View, at: int) -> tuple[int, ...]:
    group = view.group_at.get(at)
    return (group.end,) if group is not None and group.headed else ()


def _generic_group(view: View, at: int) -> tuple[int, ...]:
    group = view.group_at.get(at)
    return (group.end,) if group is not None and group.headed and group.generic else ()


def _mention(view: View, at: int) -> tuple[int, ...]:
    group = view.group_at.get(at)
    return (group.end,) if group is not None else ()


def _first(view: View, at: int) -> tuple[int, ...]:
    return (at,) if all(not word[0].isalnum() for word in view.words[:at]) else ()


def _last(view: View, at: int) -> tuple[int, ...]:
    return (at,) if all(not word[0].isalnum() for word in view.words[at:]) else ()


_SPECIAL: Final[Mapping[str, Element]] = {
    "<group>": _group,
    "<group!>": _generic_group,
    "<attr>": _mention,
    "_": _any_word,
    "$": _last,
}
