"""Who was told of in a conversation, and the letter each was given: one letter, one person, from first text to last."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from string import ascii_uppercase
from typing import NamedTuple

__all__ = ["Individuals", "Mention"]

_LETTERED = re.compile(r"(\w{1,40}) ([A-Z])\b")  # "candidate B"
_MOST = len(ascii_uppercase)


class Mention(NamedTuple):
    """Somebody told of by *noun* once the description, *key*, is gone; *pointed* when as somebody known: "the"."""

    noun: str
    key: tuple[str, ...]
    pointed: bool


class Individuals:
    """Tells the people of texts that are read in order apart.

    What a text gets depends on the texts before it and never on one after it, so that a conversation may grow without a
    change to its earlier turns. Letters that stand in a text already are given to nobody. Made for one request and
    forgotten with it. The cost is linear in the texts and the mentions.
    """

    __slots__ = ("_given", "_known", "_pending", "_unread", "_written")

    def __init__(self, earlier: Iterable[str] = ()) -> None:
        self._unread: list[str] = list(earlier)
        self._pending: list[Mention] = []
        self._known: dict[str, list[set[str]]] = {}
        self._given: dict[str, dict[int, str]] = {}
        self._written: set[tuple[str, str]] = set()

    def read(self, text: str) -> None:
        """*text* is the next of the conversation."""
        self._unread.append(text)

    def tell_apart(self, mentions: Sequence[Mention], *, together: bool = False) -> Mapping[Mention, str]:
        """The letters of *mentions*, all those of one text, where there are several people and one is pointed to.

        *together*: the text only names them side by side, which needs no letters for people who are new.
        """
        pointed = {mention.noun for mention in mentions if mention.pointed}
        if not pointed:
            self._pending += mentions
            return {}
        for mention in self._pending:
            self._number(mention)
        self._pending = []
        before = {noun: len(self._known.get(noun, ())) for noun in pointed}
        numbers = [self._number(mention) for mention in mentions]
        letters: dict[Mention, str] = {}
        for mention, number in zip(mentions, numbers, strict=True):
            noun = mention.noun
            if noun in pointed and len(self._known[noun]) > 1 and not (together and not before[noun]):
                letters[mention] = self._letters(noun).get(number, "")
        return {mention: letter for mention, letter in letters.items() if letter}

    def _number(self, mention: Mention) -> int:
        """Which of the people of that noun it is, added when new: a shorter description may name a longer one."""
        words, people = set(mention.key), self._known.setdefault(mention.noun, [])
        for number, known in enumerate(people):
            if words <= known or (known <= words and mention.key[-1] in known):
                known |= words
                return number
        if len(people) <= _MOST:
            people.append(words)
        return len(people) - 1

    def _letters(self, noun: str) -> Mapping[int, str]:
        """The letters of the people of *noun* by number; those who come when too few are left get none."""
        given = self._given.setdefault(noun, {})
        people = len(self._known[noun])
        if len(given) < people <= _MOST:
            taken = self._taken(noun) | set(given.values())
            free = [letter for letter in ascii_uppercase if letter not in taken]
            waiting = [number for number in range(people) if number not in given]
            if len(waiting) <= len(free):
                given.update(zip(waiting, free, strict=False))
        return given

    def _taken(self, noun: str) -> set[str]:
        """The letters that stand after *noun* in what was read."""
        for text in self._unread:
            self._written |= {(word.lower(), letter) for word, letter in _LETTERED.findall(text)}
        self._unread.clear()
        return {letter for word, letter in self._written if word == noun.rpartition(" ")[2]}
