"""How many individuals a coordination names: "two men and a woman" are three people."""

from __future__ import annotations

from collections.abc import Sequence, Set

from guardrails.text.nouns import NounPhrase
from guardrails.text.number import is_plural, pluralise
from guardrails.text.tidy import Op

__all__ = ["counted", "number_of", "one_of", "plural_of", "summed"]

_NUMBERS = ("", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_VALUES = {word: value for value, word in enumerate(_NUMBERS) if word} | {"a": 1, "an": 1, "another": 1}


def number_of(phrase: NounPhrase) -> int:
    """How many *phrase* counts; 0 when it does not say."""
    value = _VALUES.get(phrase.determiner, 0)
    return value if (value > 1) is phrase.many else 0


def summed(chain: Sequence[NounPhrase], left: int) -> Op | None:
    """All of *chain* as one number of them, from *left*; ``None`` unless each says its number and one is a group."""
    numbers = [number_of(member) for member in chain]
    if 0 in numbers or max(numbers) == 1:
        return None
    first, last, total = chain[0], chain[-1], sum(numbers)
    number = _NUMBERS[total] if total < len(_NUMBERS) else str(total)
    return Op(left, last.stop, f"{number} {plural_of(first)}", first.span)


def counted(chain: Sequence[NounPhrase], left: int) -> Op | None:
    """The individuals of *chain* as a number of them, from *left*: "two people", "the two people", "my two friends"."""
    first, last = chain[0], chain[-1]
    if len(chain) >= len(_NUMBERS):
        return None
    number = f"{_NUMBERS[len(chain)]} {plural_of(first)}" if first.determiner else plural_of(first)
    if first.determiner in ("a", ""):
        return Op(left, last.stop, number, first.span)
    if left != first.left:
        return Op(left, last.stop, f"{first.determiner} {number}", first.span)
    return Op(first.start, last.stop, number, first.span)


def plural_of(phrase: NounPhrase) -> str:
    """The noun of *phrase* for more than one."""
    return phrase.noun if is_plural(phrase.noun) else pluralise(phrase.noun)


def one_of(phrase: NounPhrase, merged: Set[tuple[str, ...]]) -> Op | None:
    """ "the woman" once "two men and a woman" are three people: "one of the people"."""
    if phrase.many or phrase.determiner != "the" or phrase.key not in merged:
        return None
    return Op(phrase.left, phrase.stop, f"one of the {plural_of(phrase)}", phrase.span)
