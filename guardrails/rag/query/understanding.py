"""Understanding: what the words of a query are, which conditions they state and what is asked for."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from guardrails.detectors.entities import find_entities
from guardrails.errors import GuardrailsError
from guardrails.policy import english_detector
from guardrails.rag.catalogue.capabilities import Admits, Capabilities
from guardrails.rag.catalogue.profile import FieldProfile
from guardrails.rag.folding import folded
from guardrails.rag.query.constraints import extract
from guardrails.rag.query.entities import EntityIndex
from guardrails.rag.query.extractor import Extractor, proposed
from guardrails.rag.query.fieldnames import field_names_of
from guardrails.rag.query.fields_of_work import fields_of_work
from guardrails.rag.query.intent import intent_of
from guardrails.rag.query.reading import Reading
from guardrails.rag.query.spelling import misspelt
from guardrails.rag.tenant import Tenant
from guardrails.rag.terms import Constraint, EntityMatch, Label, Query, Term
from guardrails.types import Detector, Sense, Span

__all__ = ["MAX_QUERY", "understand"]

MAX_QUERY: Final = 4_000
"""Characters of a query; a longer text is a document."""

_NAMES: Final = frozenset({Sense.NAME, Sense.ORGANISATION, Sense.PLACE, Sense.TITLE})
_WORD: Final = re.compile(r"\w[\w'’&-]*")
_LONGEST: Final = 3  # words of a value of the catalogue


def understand(
    text: str,
    tenant: Tenant,
    *,
    detect: Detector | None = None,
    entities: EntityIndex | None = None,
    extractor: Extractor | None = None,
) -> Query:
    """Read *text* as a query to *tenant*'s records. Pure, but for what *extractor* does.

    *detect* is the English detector, *entities* the index of the tenant's own names unless given; an *extractor* may
    find more conditions. ``GuardrailsError`` for more than `MAX_QUERY` characters.
    """
    if len(text) > MAX_QUERY:
        raise GuardrailsError(f"a query has at most {MAX_QUERY} characters, this one {len(text)}; search by a summary")
    spans = _spans(text, detect or english_detector())
    index = entities if entities is not None else EntityIndex.of(tenant.entities)
    named = index.resolve(text, spans)
    free = [span for span in fields_of_work(text, spans) if not _within(span, named)]
    names = field_names_of(tenant.schema)
    reading = Reading(text=text, spans=free, names=names, capabilities=tenant.capabilities)
    constraints = extract(reading)
    if extractor is not None:
        constraints = (*constraints, *proposed(extractor, reading, constraints))
    constraints = tuple(one for one in constraints if not any(_crosses(one, match) for match in named))
    terms = [*_entities(named), *_wording(free)]
    terms += _free_of(terms, _candidates(text))
    terms += _free_of(terms, _catalogue(text, tenant.capabilities))
    return Query(
        text=text,
        terms=tuple(sorted(terms, key=lambda term: term.start)),
        constraints=constraints,
        intent=intent_of(text, constraints, named),
    )


def _spans(text: str, detect: Detector) -> Sequence[Span]:
    spans, slips = detect(text), [*misspelt(text, detect)]
    if not slips:
        return spans
    return sorted(
        [*(one for one in spans if not any(_overlap(one, slip) for slip in slips)), *slips], key=lambda one: one.start
    )


def _overlap(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end


def _within(span: Span, named: Sequence[EntityMatch]) -> bool:
    return any(one.start <= span.start and span.end <= one.end for one in named)


def _crosses(one: Constraint, match: EntityMatch) -> bool:
    """Whether a condition was read out of a name."""
    return match.start <= one.start and one.end <= match.end


def _entities(named: Iterable[EntityMatch]) -> Iterator[Term]:
    for one in named:
        reason = f"the tenant's own name ({one.match})"
        yield Term(start=one.start, end=one.end, label=Label.ENTITY, reason=reason, entity=one)


def _wording(spans: Iterable[Span]) -> Iterator[Term]:
    for span in spans:
        label = Label.DOMAIN
        if span.sense is Sense.PERSON:
            label = Label.DEMOGRAPHIC
        elif span.sense in _NAMES:
            label = Label.CANDIDATE
        yield Term(start=span.start, end=span.end, label=label, reason=span.reason, span=span)


def _candidates(text: str) -> Iterator[Term]:
    for entity in find_entities(text):
        yield Term(start=entity.start, end=entity.end, label=Label.CANDIDATE, reason=entity.reason)


def _catalogue(text: str, capabilities: Capabilities) -> Iterator[Term]:
    """Values of the tenant's catalogue, the longest first at each place."""
    profiles = [one for one in capabilities.fields.values() if one.admits is Admits.CATALOGUE and one.values]
    found = [*_WORD.finditer(text)] if profiles else []
    words = [word[0].lower() if text.isascii() else str(folded(word[0])) for word in found]
    at = 0
    while at < len(words):
        size, path = _held(words, at, profiles)
        if path:
            start, end = found[at].start(), found[at + size - 1].end()
            yield Term(start=start, end=end, label=Label.DOMAIN, reason=f"a value of the field {path}")
        at += size


def _held(words: Sequence[str], at: int, profiles: Sequence[FieldProfile]) -> tuple[int, str]:
    """How many of the words from *at* on are one value, and of which field; one word of none otherwise."""
    for size in range(min(_LONGEST, len(words) - at), 0, -1):
        key = " ".join(words[at : at + size]) if size > 1 else words[at]
        for one in profiles:
            if key in one.values:
                return size, one.path
    return 1, ""


def _free_of(taken: Sequence[Term], more: Iterable[Term]) -> list[Term]:
    return [one for one in more if not any(one.start < had.end and had.start < one.end for had in taken)]
