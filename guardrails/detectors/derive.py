"""Forms by rule: what a listed term also looks like in a text (plural, accents, hyphens)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from guardrails.detectors.lexicon import Entry, Kind
from guardrails.text.fold import fold

__all__ = ["Term", "by_surface", "expressions_of", "plural_of", "surface_of", "terms_of"]

_NO_PLURAL = ("ed", "ing", "ese", "ish", "ous", "ly", "al ", "able", "class", "income", "less", "ized", "ised")
_SIBILANT = ("s", "x", "z", "ch", "sh")
_NOUNS = (Kind.NOUN, Kind.KIN, Kind.ROLE)  # no sets: an enum's hash is slow
_IN_PLURAL = (Kind.DEMONYM, *_NOUNS, Kind.CERTAIN, Kind.FAITH, Kind.COLOUR)
_SUFFIXLESS = frozenset({"dutch", "french", "greek orthodox", "swiss", "welsh", "czechoslovak"})


class Term(NamedTuple):
    """One surface form, folded, with hyphens as spaces."""

    surface: str
    entry: Entry
    plural: bool = False


def plural_of(word: str) -> str:
    """The regular plural of *word*, which may be the last of several ("party" gives "parties")."""
    if word.endswith("y") and len(word) > 1 and word[-2] not in "aeiou":
        return f"{word[:-1]}ies"
    return f"{word}es" if word.endswith(_SIBILANT) else f"{word}s"


def surface_of(text: str) -> str:
    """*text* as the matcher meets it."""
    folded = text.lower() if text.isascii() else fold(text).text  # ASCII has nothing to fold but its case
    return folded.replace("-", " ").strip()


def terms_of(entries: Iterable[Entry]) -> list[Term]:
    """Every surface of *entries*: as listed, and its plural where it has one."""
    terms: list[Term] = []
    for entry in entries:
        singular = surface_of(entry.term)
        terms.append(Term(singular, entry))
        if entry.plural is not None:
            terms.append(Term(surface_of(entry.plural), entry, plural=True))
        elif entry.kind in _IN_PLURAL and (entry.kind in _NOUNS or _has_plural(singular)):
            terms.append(Term(plural_of(singular), entry, plural=True))
    return terms


def _has_plural(word: str) -> bool:
    return not word.endswith(_NO_PLURAL) and word not in _SUFFIXLESS


def by_surface(terms: Iterable[Term]) -> dict[str, Term]:
    """Surface to term; a listed form wins over one made by rule."""
    found: dict[str, Term] = {}
    derived: list[Term] = []
    for term in terms:
        if term.plural and term.entry.plural is None:
            derived.append(term)
        else:
            found.setdefault(term.surface, term)
    for term in derived:
        found.setdefault(term.surface, term)
    return found


def expressions_of(expressions: Mapping[str, Iterable[str]]) -> Iterator[tuple[str, Term]]:
    """Every surface of fixed *expressions*, by attribute, with the one term all of an attribute's share."""
    for attribute, texts in expressions.items():
        term = Term(surface="", entry=Entry(term="", attribute=attribute, kind=Kind.FIXED))
        for text in texts:
            yield text, term
            yield plural_of(text), term
