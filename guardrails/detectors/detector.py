"""A detector: fold, match, entities, senses; a pure function from a text to its spans."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import Final

from guardrails.detectors.derive import Term, by_surface, expressions_of, plural_of, terms_of
from guardrails.detectors.entities import find_entities
from guardrails.detectors.entity_index import EntityIndex
from guardrails.detectors.joined import joined
from guardrails.detectors.lexicon import Entry, Kind, Lexicon
from guardrails.detectors.match import Hit, Matcher
from guardrails.detectors.patterns import Pattern, find_pattern, of_attributes
from guardrails.detectors.patterns_age import AGE_PATTERNS
from guardrails.detectors.patterns_origin import ORIGIN_PATTERNS
from guardrails.detectors.patterns_person import PERSON_PATTERNS
from guardrails.detectors.resolvers import EntityResolver, resolved
from guardrails.detectors.senses import choose, measured
from guardrails.detectors.senses_context import Window
from guardrails.detectors.senses_verdict import Verdict
from guardrails.detectors.senses_words import Vocabulary
from guardrails.text.fold import Folded, disguised, fold
from guardrails.text.spans import resolve
from guardrails.types import Detector, Form, Sense, Span

__all__ = ["build_detector"]

_HIDDEN: Final = frozenset({Kind.NOUN, Kind.CERTAIN, Kind.DEMONYM, Kind.FAITH, Kind.COLOUR, Kind.COMMON})
_OF_ONE_THING: Final = ("is", "was", "has", "does", "takes")  # "models.Women is a class"
_NOUNS: Final = frozenset({Kind.NOUN, Kind.KIN, Kind.ROLE})
_NAMED_GROUPS: Final = (Kind.DEMONYM, Kind.FAITH, Kind.CERTAIN)
_PEOPLES: Final = frozenset({Kind.DEMONYM, Kind.FAITH, Kind.COLOUR})
# a lower-case word, or a command: the text is not a headline
_LOWER: Final = re.compile(
    r"(?<![^\s(\"'])(?:[a-z]{4}|(?:is|was|are|has) [a-z])|"
    r"\A(?:Search for|Find|Show me|Look (?:up|for)|Play|Watch|Add|Rate|Where can|What time)\b"
)


def build_detector(
    lexicon: Lexicon,
    *,
    attributes: Collection[str] | None = None,
    entities: Iterable[str] = (),
    resolvers: Sequence[EntityResolver] = (),
) -> Detector:
    """A detector for *attributes* (``None``: all of the lexicon) that spares the names in *entities*.

    *resolvers* are asked about texts that hold a term at all. A term that lies within a name of theirs is no person
    attribute; where our own rules or *entities* know a name, theirs count first.

    Building costs the size of the lexicon; the detector is then linear in the text and holds no state between calls.
    """
    terms = terms_of(lexicon.entries)
    chosen = by_surface([term for term in terms if attributes is None or term.entry.attribute in attributes])
    for surface, term in expressions_of(lexicon.expressions):
        if attributes is None or term.entry.attribute in attributes:
            chosen.setdefault(surface, term)
    words = Vocabulary(lexicon.words, _people(terms), _members(terms))
    return _LexiconDetector(chosen, words, attributes, tuple(entities), tuple(resolvers))


def _people(terms: Iterable[Term]) -> Iterator[str]:
    """Nouns for persons, and the plurals of peoples and faiths: "poor Kenyans"."""
    for term in terms:
        noun = term.entry.kind in _NOUNS or (term.plural and term.entry.kind in _PEOPLES)
        if noun and " " not in term.surface:
            yield term.surface


def _members(terms: Iterable[Term]) -> Iterator[str]:
    """What one of a people or faith is called: "a young Kenyan"."""
    for term in terms:
        if term.entry.kind in (Kind.DEMONYM, Kind.FAITH) and not term.plural and " " not in term.surface:
            yield term.surface


_Slot = Term | tuple[Term | Pattern, ...]
"""What a surface is: a term, as nearly all are, the trigger of patterns, or both."""


def _values(slot: _Slot) -> tuple[Term | Pattern, ...]:
    return (slot,) if isinstance(slot, Term) else slot


class _LexiconDetector:
    __slots__ = ("_known", "_matcher", "_resolvers", "_words")

    def __init__(
        self,
        terms: dict[str, Term],
        words: Vocabulary,
        attributes: Collection[str] | None,
        known: tuple[str, ...],
        resolvers: tuple[EntityResolver, ...],
    ) -> None:
        slots: dict[str, _Slot] = {**terms}
        for pattern in of_attributes((*AGE_PATTERNS, *ORIGIN_PATTERNS, *PERSON_PATTERNS), attributes):
            for trigger in pattern.triggers:
                slots[trigger] = (*_values(slots.get(trigger, ())), pattern)
        self._matcher: Matcher[_Slot] = Matcher(slots)
        self._words, self._known, self._resolvers = words, known, resolvers

    def __call__(self, text: str) -> Sequence[Span]:
        folded = fold(text)
        flat = folded.text.replace("-", " ").replace("\n", " ")
        hits = self._matcher.words(flat)
        spans = list(self._disguised(folded))
        if hits:
            spans += self._spans(text, folded, flat, hits)
        return resolve(spans) if spans else ()

    def _spans(self, text: str, folded: Folded, flat: str, hits: list[Hit[_Slot]]) -> Iterator[Span]:
        cased = folded.cased(text)
        mixed = _LOWER.search(cased) is not None
        entities = EntityIndex(find_entities(text, known=self._known))
        extra = resolved(text, self._resolvers)
        for hit in self._candidates(flat, folded.text, _sentences_only(hits, flat, cased)):
            start, end, found = hit.start, hit.end, hit.value
            source = folded.source_span(start, end)
            people = isinstance(found, Term) and found.entry.kind in _NAMED_GROUPS and " of " not in found.surface
            entity = entities.touching(*source, phrase=" " in flat[start:end], people=people) or extra.covering(*source)
            if entity is not None:
                yield _span(found, source, Verdict(entity.kind, entity.reason))
                continue
            window = Window(text=folded.text, cased=cased, start=start, end=end, mixed=mixed)
            verdict = (
                choose(found, window, self._words) if isinstance(found, Term) else measured(found, window, self._words)
            )
            if verdict.sense is not Sense.PERSON and isinstance(found, Pattern) and (found.beside or found.said):
                continue  # any number would be a look-alike
            if verdict.lead is not None:
                source = (folded.source_span(verdict.lead, verdict.lead + 1)[0], source[1])
            yield _span(found, source, verdict)

    def _candidates(self, flat: str, folded: str, hits: list[Hit[_Slot]]) -> Iterator[Hit[Term | Pattern]]:
        found: list[Hit[Term | Pattern]] = []
        for start, end, slot in hits:
            for value in _values(slot):
                if isinstance(value, Term):
                    found.append(Hit(start, end, value))
                elif (place := find_pattern(value, flat, folded, start, end)) is not None:
                    found.append(Hit(*place, value))
        return joined(resolve(found), folded)

    def _disguised(self, folded: Folded) -> Iterator[Span]:
        for piece in disguised(folded):
            for hit in self._matcher.tiles(piece.text):
                term = _values(hit.value)[0]
                if isinstance(term, Term) and _worth_hiding(term):
                    form = Form.NOUN if term.plural or term.entry.kind is Kind.NOUN else Form.ADJECTIVE
                    verdict = Verdict(Sense.PERSON, "a term in disguise", form)
                    yield _span(term, piece.source_span(hit.start, hit.end), verdict)


def _sentences_only(hits: list[Hit[_Slot]], flat: str, cased: str) -> list[Hit[_Slot]]:
    """*hits* without those behind a dot and no blank, unless a sentence begins there ("sales.Women are")."""
    return [hit for hit in hits if flat[hit.start - 1] != "." or _begins_sentence(hit, flat, cased)]


def _begins_sentence(hit: Hit[_Slot], flat: str, cased: str) -> bool:
    if hit.start < 2 or not flat[hit.start - 2].isalnum():
        return True
    people = any(isinstance(value, Term) and value.plural for value in _values(hit.value))  # not "Color.Black is"
    written = cased[hit.start - 2], cased[hit.start], cased[hit.start + 1 : hit.start + 2]
    verb = flat[hit.end : hit.end + 6].split(" ")
    spoken = len(verb) > 1 and verb[0] == "" and verb[1].isalpha() and verb[1] not in _OF_ONE_THING
    return people and spoken and [letter.isupper() for letter in written] == [False, True, False]


def _worth_hiding(term: Term) -> bool:
    """Whether a disguise of *term* is likelier than a code that happens to look like it ("4f4b")."""
    return term.entry.kind in _HIDDEN and len(term.surface) > 2 and not term.entry.term.isupper()


def _span(found: Term | Pattern, place: tuple[int, int], verdict: Verdict) -> Span:
    if isinstance(found, Pattern):
        attribute, neutral, tags = found.attribute, None, found.tags
    else:
        entry = found.entry
        attribute, tags = entry.attribute, entry.tags
        neutral = _plural_neutral(entry) if found.plural else entry.neutral
    return Span(
        start=place[0],
        end=place[1],
        attribute=attribute,
        sense=verdict.sense,
        reason=verdict.reason,
        form=verdict.form,
        neutral=verdict.neutral or neutral,
        tags=tags,
    )


def _plural_neutral(entry: Entry) -> str | None:
    return entry.neutral_plural or (entry.neutral and plural_of(entry.neutral))
