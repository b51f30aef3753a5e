"""Two peoples in one: "Korean-American", "Black British" are read as one term."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final, TypeVar

from guardrails.detectors.derive import Term
from guardrails.detectors.lexicon import Kind
from guardrails.detectors.match import Hit
from guardrails.detectors.wordset import word_set

__all__ = ["joined"]

_NATIONS: Final = word_set(
    "american americans australian australians british briton britons canadian canadians brazilian brazilians new "
    "zealander new zealanders"
)
T = TypeVar("T")


def joined(hits: Iterable[Hit[Term | T]], folded: str) -> Iterator[Hit[Term | T]]:
    """*hits*, sorted and disjoint, with adjacent names of peoples made one; a hyphen joins any two of them."""
    held: Hit[Term | T] | None = None
    for hit in hits:
        if held is not None and (both := _one(held, hit, folded)) is not None:
            held = both
            continue
        if held is not None:
            yield held
        held = hit
    if held is not None:
        yield held


def _one(first: Hit[Term | T], second: Hit[Term | T], folded: str) -> Hit[Term | T] | None:
    one, two = first.value, second.value
    if second.start - first.end != 1 or not isinstance(one, Term) or not isinstance(two, Term):
        return None
    if one.entry.kind is not Kind.DEMONYM or two.entry.kind is not Kind.DEMONYM or one.plural:
        return None
    if folded[first.end] != "-" and two.surface not in _NATIONS:
        return None
    entry = one.entry._replace(kind=Kind.CERTAIN, neutral=None, cased=False)
    surface = f"{one.surface} {two.surface}"
    return Hit(first.start, second.end, Term(surface=surface, entry=entry, plural=two.plural))
