"""What every entity resolver over a foreign model shares: bounded windows, labels turned into senses, reasons."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Final, NamedTuple

from guardrails.detectors.entities import Entity
from guardrails.detectors.resolvers import EntityResolver
from guardrails.errors import GuardrailsError
from guardrails.types import Sense

__all__ = ["Labelled", "name_resolver", "windows"]

_OVERLAP: Final = 128
"""Characters that consecutive windows share, so that a name at the edge of one stands whole in the other."""


class Labelled(NamedTuple):
    """Half-open range of the text a model was given, with the model's own label."""

    start: int
    end: int
    label: str


def name_resolver(
    find: Callable[[str], Iterable[Labelled]], *, kinds: Mapping[str, Sense], source: str, window: int, limit: int
) -> EntityResolver:
    """A resolver that asks *find* about windows of at most *window* characters, up to *limit* characters of a text.

    Labels outside *kinds* are dropped. Each reason is *source* and the label ("spacy: work of art"). What lies past
    *limit* is not asked about: names there are left to our own rules. Raises `GuardrailsError` for a *window* too short
    for names, and for a kind that is no name.
    """
    if window < 2 * _OVERLAP:
        raise GuardrailsError(f"a window of {window} characters is too short for names: at least {2 * _OVERLAP}")
    if wrong := sorted(label for label, kind in kinds.items() if kind is Sense.PERSON):
        raise GuardrailsError(f"label {wrong[0]!r} cannot stand for a person's attribute: a resolver finds names only")
    known = dict(kinds)
    reasons = {label: f"{source}: {label.replace('_', ' ').lower()}" for label in known}

    def resolve(text: str) -> Sequence[Entity]:
        return [
            Entity(start=at + start, end=at + end, kind=known[label], reason=reasons[label])
            for at, piece in windows(text[:limit], window)
            for start, end, label in find(piece)
            if label in known and start < end
        ]

    return resolve


def windows(text: str, size: int) -> Iterator[tuple[int, str]]:
    """Offset and content of pieces of at most *size* characters that overlap, cut at blanks where there are any."""
    start = 0
    while len(text) - start > size:
        end = _blank_before(text, start + size)
        yield start, text[start:end]
        start = _blank_before(text, end - _OVERLAP // 2)
    yield start, text[start:]


def _blank_before(text: str, at: int) -> int:
    """The last place in front of *at*, by half an overlap at most, where a word ends; *at* inside a giant word."""
    for place in range(at, at - _OVERLAP // 2, -1):
        if text[place].isspace():
            return place
    return at
