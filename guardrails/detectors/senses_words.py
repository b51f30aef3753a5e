"""What everyday words can be: a person, a group, a thing of some sense."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final

from guardrails.detectors.derive import plural_of
from guardrails.detectors.lexicon import WordClass
from guardrails.detectors.senses_grammar import FUNCTION
from guardrails.types import Sense

__all__ = ["Vocabulary"]


_PERSON_ENDINGS: Final = (
    "ist",
    "ician",
    "ologist",
    "man",
    "men",
    "woman",
    "women",
    "person",
    "people",
    "eer",
    "smith",
    "logian",
)
_AGENT_ENDINGS: Final = ("er", "or", "ian", "ee", "ant")
_SENSES: Final = (
    (WordClass.FOOD, Sense.FOOD),
    (WordClass.LANGUAGE, Sense.LANGUAGE),
    (WordClass.OBJECT, Sense.OBJECT),
    (WordClass.COLOUR, Sense.OBJECT),
    (WordClass.TECHNICAL, Sense.TECHNICAL),
    (WordClass.ANIMAL, Sense.OBJECT),
)
_PLURALISED: Final = (
    WordClass.PERSON,
    WordClass.NOT_PERSON,
    WordClass.FOOD,
    WordClass.OBJECT,
    WordClass.COLOUR,
    WordClass.TECHNICAL,
    WordClass.ANIMAL,
)


class Vocabulary:
    """The cue words of a lexicon with their plurals, and endings for what no list has."""

    __slots__ = ("_classes", "_listed", "_modifiers", "_no_people", "_people", "_peoples", "_things")

    def __init__(
        self, words: Mapping[WordClass, frozenset[str]], people: Iterable[str] = (), peoples: Iterable[str] = ()
    ) -> None:
        """*people* are the lexicon's own nouns for persons, *peoples* what one of a people or faith is called."""
        self._classes = {name: _with_plurals(words.get(name, frozenset()), name) for name in WordClass}
        self._people = frozenset(people)
        self._peoples = frozenset(peoples)
        self._classes[WordClass.PERSON] |= self._people
        self._listed = self._classes[WordClass.PERSON] | self._classes[WordClass.GROUP]
        self._modifiers, self._no_people = self._classes[WordClass.MODIFIER], self._classes[WordClass.NOT_PERSON]
        self._things: dict[str, Sense] = {}
        for name, sense in reversed(_SENSES):
            self._things.update(dict.fromkeys(self._classes[name], sense))

    def has(self, name: WordClass, word: str) -> bool:
        """Whether *word* is listed in the class *name*."""
        return word in self._classes[name]

    def ascribes(self, word: str) -> bool:
        """Whether *word* is itself a noun for a person by an attribute ("woman", "teenager")."""
        return word in self._people

    def member(self, word: str) -> bool:
        """Whether *word* can be one of a people or faith ("Kenyan", "Muslim"), as well as describe a thing."""
        return word in self._peoples

    def listed_person(self, word: str) -> bool:
        """Whether a list says that *word* is a person or a group of people."""
        return word in self._listed

    def person(self, word: str) -> bool:
        """Whether *word* is a person: listed, or an occupation by its ending ("welder", "oncologist")."""
        if word in self._listed:
            return True
        if len(word) < 5 or word in self._things or word in FUNCTION or word in self._no_people:
            return False
        return self.sure_ending(word) or (word.removesuffix("s").endswith(_AGENT_ENDINGS) and not word.endswith("ier"))

    def sure_ending(self, word: str) -> bool:
        """Whether the ending alone says person ("-ist", "-woman"), exceptions aside."""
        return len(word) > 4 and word.removesuffix("s").endswith(_PERSON_ENDINGS) and word not in self._no_people

    def thing(self, word: str) -> Sense | None:
        """The sense a term has before the thing *word*, or ``None`` if it is not known as one."""
        return self._things.get(word)

    def modifier(self, word: str) -> bool:
        """Whether *word* may stand between a term and its noun or verb without telling anything."""
        return word in self._modifiers or (len(word) > 4 and word.endswith("ly"))


def _with_plurals(words: frozenset[str], name: WordClass) -> frozenset[str]:
    return words | {plural_of(word) for word in words} if name in _PLURALISED else words
