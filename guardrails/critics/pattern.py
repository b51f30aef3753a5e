"""A small language of word patterns, so that a rule reads like the wording it finds.

    women            the word             bad|poor       either word
    {trait}          a word class, whose entries may be phrases; {adv} takes any word in -ly too
    <group>          a noun phrase for a group; <group!> the group and not one known person; <attr> any mention
    <people>         a mention of a people, a faith, a sex or an orientation; <people!> a group of them
    _                any word that is no mark and no negation
    !{trait}         such a word, none of the class
    ...4             up to four words of any kind, short of a negation and of the end of the clause
    x?  x*           optional; up to four times
    <does>           any word that may be a verb in the present: no form in -ed, no custom, no negation
    <agreed>         nothing, where the text agrees with what was said to it ("I agree")
    ^  $             the first word of the sentence; its last (marks apart)

Many patterns are matched at once by an `Index` over their common beginnings.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from guardrails.critics.lexis import entries
from guardrails.critics.view import View

__all__ = ["Element", "Pattern", "Step", "Vocabulary", "WordClass", "compile_pattern"]

Element = Callable[[View, int], tuple[int, ...]]
"""Where an element that starts at a word may end, best first; empty when it does not match."""

_ENDS: Final = frozenset(';:"()')
_NEGATIONS: Final = entries("""
    cannot, hardly, n't, neither, never, no, nobody, none, nor, not, rarely, seldom, without
""")
_STOPS: Final = _ENDS | _NEGATIONS
_ALONE: Final = frozenset({""})
_PASTS: Final = entries("became, been, being, did, gave, got, had, have, made, saw, took, was, went, were, won")
_CUSTOMS: Final = entries("""
    appreciate, attend, board, celebrate, deserve, drink, eat, fast, help, inspire, keep, love, need, pray, receive,
    speak, support, travel, use, vote, wear, welcome
""")  # what groups are said to do in all innocence
_PEOPLES: Final = entries("ethnicity, gender, nationality, race, religion, sexual_orientation")
_PREPOSITIONS: Final = entries("around, at, from, in, near, on")
_LONGEST_PLACE: Final = 3  # words behind the preposition
_REPEATS: Final = 4
_SHORT_LY: Final = 4  # letters of "only", "ugly" and other words in -ly that are no adverbs of manner


@dataclass(frozen=True, slots=True)
class WordClass:
    """A class of words and phrases; *firsts* are those of `Step`."""

    firsts: Mapping[str, frozenset[str]]
    ends: Element


class Vocabulary:
    """Word classes by name, ready to match; an entry of several words is a phrase."""

    __slots__ = ("_classes", "_entries", "_steps")

    def __init__(self, classes: Mapping[str, frozenset[str]]) -> None:
        self._entries = {f"{{{name}}}": entries for name, entries in classes.items()}
        self._classes: dict[str, WordClass] = {}  # made when a pattern first names one
        self._steps: dict[str, Step] = {}

    def __getitem__(self, part: str) -> WordClass:
        """The class that ``{part}`` names; `KeyError` where there is none."""
        if part not in self._classes:
            self._classes[part] = _word_class(self._entries[part])
        return self._classes[part]

    def step(self, part: str) -> Step:
        """What *part* of a pattern stands for, made once. Raises `KeyError` as above."""
        if part not in self._steps:
            self._steps[part] = _step(part, self)
        return self._steps[part]


@dataclass(frozen=True, slots=True)
class Step:
    """One element of a pattern. Steps with the same *key* match alike; a gap of up to so many words has a *reach*.

    *firsts* are the words it can begin with, each with those one of which must come second, among them ``""`` where
    the first may stand alone; ``None`` when only *ends* can tell.
    """

    key: str
    ends: Element
    firsts: Mapping[str, frozenset[str]] | None
    reach: int = 0


@dataclass(frozen=True, slots=True)
class Pattern:
    """*anchored* patterns begin at the first word of a sentence; those that need *groups* name a mention."""

    steps: tuple[Step, ...]
    anchored: bool
    groups: bool


def compile_pattern(source: str, classes: Vocabulary) -> Iterator[Pattern]:
    """The patterns *source* stands for: more than one where its first element is optional.

    Raises `KeyError` for a word class that *classes* does not have.
    """
    parts = source.split()
    anchored = parts[0] == "^"
    parts = parts[anchored:]
    while parts:
        first, *rest = parts
        opening = [first] if not _is_optional(first) else [first[:-1], first] if first[-1] == "*" else [first[:-1]]
        yield Pattern(
            steps=tuple([classes.step(part) for part in (*opening, *rest)]),
            anchored=anchored,
            groups=any(part.startswith("<") and not _is_optional(part) for part in parts),
        )
        parts = rest if _is_optional(first) else []


def _is_optional(part: str) -> bool:
    return len(part) > 1 and part.endswith(("?", "*"))


def _step(part: str, classes: Vocabulary) -> Step:
    reach = _reach(part)
    return Step(part, _gap(reach) if reach else _element(part, classes), _firsts(part, classes), reach)


def _reach(part: str) -> int:
    return int(part[3:]) if part.startswith("...") and part[3:].isdigit() else 0


def _firsts(part: str, classes: Vocabulary) -> Mapping[str, frozenset[str]] | None:
    choices = part.split("|")
    if _is_optional(part) or any(
        choice in _SPECIAL or choice == "{adv}" or choice.startswith(("...", "!")) for choice in choices
    ):
        return None
    if "{" not in part:
        return dict.fromkeys(choices, _ALONE)
    firsts = dict(classes[choices[0]].firsts) if "{" in choices[0] else {choices[0]: _ALONE}
    for choice in choices[1:]:
        for first, seconds in (classes[choice].firsts if "{" in choice else {choice: _ALONE}).items():
            firsts[first] = firsts[first] | seconds if first in firsts else seconds
    return firsts


def _element(part: str, classes: Vocabulary) -> Element:
    if len(part) > 1 and part[-1] == "?":
        return _optional(_element(part[:-1], classes), 1)
    if len(part) > 1 and part[-1] == "*":
        return _optional(_element(part[:-1], classes), _REPEATS)
    if part in _SPECIAL:
        return _SPECIAL[part]
    if part[0] == "!":
        return _none_of(classes[part[1:]].firsts)
    if part == "{adv}":
        return _adverb(classes[part].ends)
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
    for words in sorted({tuple(entry.split()) for entry in entries}, key=len, reverse=True):
        by_first.setdefault(words[0], []).append(words)

    def element(view: View, at: int) -> tuple[int, ...]:
        words = view.words
        if at >= len(words) or words[at] not in by_first:
            return ()
        phrases = by_first[words[at]]
        return tuple([at + len(phrase) for phrase in phrases if words[at : at + len(phrase)] == phrase])

    firsts = {first: _seconds(phrases) for first, phrases in by_first.items()}
    return WordClass(firsts, element)


def _seconds(phrases: list[tuple[str, ...]]) -> frozenset[str]:
    if len(phrases) == 1 and len(phrases[0]) == 1:  # as nearly all are
        return _ALONE
    return frozenset([phrase[1] if phrase[1:] else "" for phrase in phrases])


def _optional(inner: Element, times: int) -> Element:
    def element(view: View, at: int) -> tuple[int, ...]:
        frontier = inner(view, at)
        if not frontier:
            return (at,)
        if times == 1:
            return (*frontier, at)
        reached = {at, *frontier}
        for _ in range(times - 1):
            frontier = tuple(end for start in frontier for end in inner(view, start) if end not in reached)
            reached.update(frontier)
        return tuple(sorted(reached, reverse=True))

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


def _none_of(words: Container[str]) -> Element:
    def element(view: View, at: int) -> tuple[int, ...]:
        return _any_word(view, at) if at < len(view.words) and view.words[at] not in words else ()

    return element


def _present(view: View, at: int) -> tuple[int, ...]:
    return _any_word(view, at) if at < len(view.words) and not _tells_no_habit(view.words[at]) else ()


def _tells_no_habit(word: str) -> bool:
    return word.endswith("ed") or word in _PASTS or word in _CUSTOMS


def _adverb(listed: Element) -> Element:
    def element(view: View, at: int) -> tuple[int, ...]:
        ends = listed(view, at)
        if not ends and at < len(view.words) and view.words[at].endswith("ly") and len(view.words[at]) > _SHORT_LY:
            return (at + 1,)  # "physically weak"
        return ends

    return element


def _group(view: View, at: int) -> tuple[int, ...]:
    group = view.group_at.get(at)
    return _with_place(view, group.end) if group is not None and group.headed else ()


def _generic_group(view: View, at: int) -> tuple[int, ...]:
    group = view.group_at.get(at)
    return _with_place(view, group.end) if group is not None and group.headed and group.generic else ()


def _with_place(view: View, end: int) -> tuple[int, ...]:
    """Where a noun phrase that reaches to *end* may end: there, or behind what follows it ("people *on this bus*")."""
    words = view.words
    if end >= len(words) or words[end] not in _PREPOSITIONS:
        return (end,)
    ends = [end]
    for after in range(end + 1, min(end + _LONGEST_PLACE, len(words) - 1) + 1):
        if not words[after].isalpha() or words[after] in _STOPS:
            break
        ends.append(after + 1)
    return tuple(ends)


def _mention(view: View, at: int) -> tuple[int, ...]:
    group = view.group_at.get(at)
    return (group.end,) if group is not None else ()


def _people(view: View, at: int) -> tuple[int, ...]:
    group = view.group_at.get(at)
    return (group.end,) if group is not None and group.attribute in _PEOPLES else ()


def _peoples(view: View, at: int) -> tuple[int, ...]:
    return _generic_group(view, at) if _people(view, at) else ()


def _agreed(view: View, at: int) -> tuple[int, ...]:
    return (at,) if view.agreed else ()


def _last(view: View, at: int) -> tuple[int, ...]:
    return (at,) if all(not word[0].isalnum() for word in view.words[at:]) else ()


_SPECIAL: Final[Mapping[str, Element]] = {
    "<group>": _group,
    "<group!>": _generic_group,
    "<attr>": _mention,
    "<people>": _people,
    "<people!>": _peoples,
    "_": _any_word,
    "<does>": _present,
    "$": _last,
    "<agreed>": _agreed,
}
