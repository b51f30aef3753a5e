"""What in one value would carry protected data into an index: its key, keys inside it, labels, wording, copies."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Final

from guardrails.detectors.keys import attribute_at, attribute_of_key, may_state_attribute, tokens_of_key
from guardrails.detectors.keys_context import Domain
from guardrails.detectors.memo import forgetting
from guardrails.detectors.payload import find_in_payload, nested_json
from guardrails.middleware.relevance import relevant_attributes
from guardrails.middleware.treatment import Treatment
from guardrails.rag.records.surroundings import OWN, Surroundings
from guardrails.rag.records.wording import decoded, labelled_codes, loosened, may_label, named_before
from guardrails.rag.types import FieldKind
from guardrails.types import PROTECTED_ATTRIBUTES, Form, Sense, Span

__all__ = ["Found", "LeakFinder"]

_LONGEST_TERM: Final = 30  # characters of a term of a vocabulary, which has at most two words
_TEXT: Final = "some text that is no term of a vocabulary"
_LABEL: Final = re.compile(r"(\w[\w.-]{0,40}(?: [\w.-]{1,40}){0,2})[\"']?\s?[:=]\s?[\"']?([^\s;,|][^\n;,|]{0,80})")
_NAME: Final = re.compile(r"(?:[A-ZÀ-Þ][\w.'’-]*|&|de|van|von|der|of|the|la|le|al|bin|da|di|du)(?: |$)")
_LONGEST_NAME: Final = 5  # words; a longer one is a text
_AUDIENCE: Final = frozenset({"gender", "age"})
_WRITTEN: Final = "a protected field written into the text"
_EXACT: Final = frozenset({FieldKind.NUMBER, FieldKind.DATE})


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """One leak in a value. *inside* is the place within it, *span* the wording where only that is protected."""

    attribute: str
    reason: str
    inside: str = ""
    span: Span | None = None


class LeakFinder:
    """Finds what states one of *attributes* in single values. Holds no value."""

    def __init__(self, treatment: Treatment, attributes: frozenset[str]) -> None:
        self._treatment, self._detect = treatment, forgetting(treatment.detect)
        self._attributes = attributes | frozenset(PROTECTED_ATTRIBUTES)
        self._keys: dict[str, bool] = {}
        self._texts: dict[tuple[str, Domain | None], str | None] = {}

    def __call__(self, value: object, kind: FieldKind, around: Surroundings) -> tuple[Found, ...]:
        """Every leak inside *value* in its record, whatever its key."""
        return self.counting(value, self._in_value(value, kind, around), around)

    def stated(self, pointer: str, value: object, kind: FieldKind, around: Surroundings) -> tuple[Found, ...]:
        """What *value* says in any record of this kind that lists no keys of its own.

        Raises `DetectorError` for a value that is nested too deep or contains itself.
        """
        by_key = self._by_key(pointer, value, around)
        return self._in_value(value, kind, around) if by_key is None else (by_key,)

    def counting(self, value: object, stated: tuple[Found, ...], around: Surroundings) -> tuple[Found, ...]:
        """Of what *value* states, what counts in this record: no part of a name in it, but a copy from elsewhere."""
        if not isinstance(value, str) or not (stated or around.copies):
            return stated
        if any(one.span is not None for one in stated):
            names = tuple(filter(_is_name, around.names()))
            stated = tuple(one for one in stated if one.span is None or not _in_a_name(value, one.span, names))
        copied = (attribute for attribute, protected in around.copies if protected in value)
        return (*stated, *(Found(attribute=name, reason="repeats the value of a protected field") for name in copied))

    def _by_key(self, pointer: str, value: object, around: Surroundings) -> Found | None:
        """Whether the field at *pointer* states an attribute with this *value* in this record."""
        asks = self._keys.get(pointer)
        if asks is None:
            asks = self._keys[pointer] = may_state_attribute(pointer)
        if asks and (attribute := self._attribute_at(pointer, value, around.domain)) is not None:
            return Found(attribute=attribute, reason="value of a protected field")
        if not around.alike and any(tokens_of_key(key) in around.own for key in pointer.split("/")):
            return Found(attribute=OWN, reason="value of a protected field")
        return None

    def _attribute_at(self, pointer: str, value: object, domain: Domain | None) -> str | None:
        """Text is asked about once for all: what a value decides, it decides by a term of a vocabulary."""
        if isinstance(value, str) and (len(value) > _LONGEST_TERM or value.count(" ") > 1):
            name = (pointer, domain)
            if name not in self._texts:
                self._texts[name] = self._protected(attribute_at(pointer, _TEXT, domain))
            if self._texts[name] is None:
                return None
        return self._protected(attribute_at(pointer, value, domain))

    def _protected(self, attribute: str | None) -> str | None:
        return attribute if attribute in self._attributes else None

    def _in_value(self, value: object, kind: FieldKind, around: Surroundings) -> tuple[Found, ...]:
        if isinstance(value, str):
            return () if kind in _EXACT or not value else (*self._stated(value, kind, around),)
        if isinstance(value, Mapping | list | tuple):
            return (*self._in_data(value, around),)
        return ()

    def _stated(self, text: str, kind: FieldKind, around: Surroundings) -> Iterator[Found]:
        if text[0] in "[{ \t\n" and (inside := nested_json(text)) is not None:
            yield from self._in_data(inside, around)
            return
        if (plain := decoded(text)) is not None:
            yield from (replace(found, span=None) for found in self._stated(plain, kind, around))
        if ":" in text or "=" in text:
            yield from self._labelled(text, around)
        if kind is not FieldKind.NAME or not _is_name(text):
            yield from self._worded(text, kind, around)

    def _in_data(self, value: object, around: Surroundings) -> Iterator[Found]:
        for finding in find_in_payload(value, self._detect, attributes=self._attributes):
            if finding.span is None or self._counts(finding.span):
                yield Found(
                    attribute=finding.attribute, reason=finding.reason, inside=finding.pointer.replace("/", ".")
                )
        for key in _worded_keys(value):
            for span in self._detect(key):
                if self._counts(span):
                    yield Found(attribute=span.attribute, reason=span.reason)
        if around.own:
            yield from _own_keys(value, around.own, "")

    def _labelled(self, text: str, around: Surroundings) -> Iterator[Found]:
        """ "Religion: Hindu; DOB=1980-02-01": fields that were written into a text."""
        for match in _LABEL.finditer(text):
            words = match[1].split(" ")
            for size in range(1, len(words) + 1):
                key = " ".join(words[-size:])
                attribute = self._protected(
                    attribute_of_key(key) and attribute_at(f"/{key}", match[2].strip("\"' "), around.domain)
                )
                if attribute is not None:
                    yield Found(attribute=attribute, reason=_WRITTEN)
                    break
                if around.own and tokens_of_key(key) in around.own:
                    yield Found(attribute=OWN, reason=_WRITTEN)
                    break

    def _worded(self, text: str, kind: FieldKind, around: Surroundings) -> Iterator[Found]:
        spans = self._spans(text)
        if not spans:
            return
        relevant = relevant_attributes(self._treatment.relevant, text)
        for span in spans:
            for_whom = kind is FieldKind.CATEGORY and around.domain == "product" and span.attribute in _AUDIENCE
            if span.attribute not in relevant and not for_whom:
                yield Found(attribute=span.attribute, reason=span.reason, span=span)

    def _spans(self, text: str) -> list[Span]:
        """Wording that counts, also where a sign joins it to other words or only a name before it explains it."""
        found, loose, labels = self._detect(text), loosened(text), may_label(text)
        if not (found or loose is not None or labels):
            return []
        spans = [span for span in found if self._counts(span)]
        spans += [span for span in found if span.sense is not Sense.PERSON and self._named(text, span)]
        more = () if loose is None else (span for span in self._detect(loose) if self._counts(span))
        for span in (*more, *(self._codes(text) if labels else ())):
            if not any(span.start < had.end and had.start < span.end for had in spans):
                spans.append(span)
        return spans

    def _named(self, text: str, span: Span) -> bool:
        return span.attribute in self._attributes and named_before(text, span)

    def _codes(self, text: str) -> Iterator[Span]:
        for start, end, attribute in labelled_codes(text):
            if attribute in self._attributes:
                yield Span(start=start, end=end, attribute=attribute, form=Form.PHRASE, reason=_WRITTEN)

    def _counts(self, span: Span) -> bool:
        if span.sense is not Sense.PERSON or span.attribute not in self._attributes:
            return False
        return "pronoun" not in span.tags or self._treatment.pronouns == "neutralise"


def _is_name(text: str) -> bool:
    """ "Sami Gay", "Dr. Paris Black": capitals and particles alone, and few of them."""
    words = text.split()
    return len(words) <= _LONGEST_NAME and all(_NAME.match(word) for word in words)


def _in_a_name(text: str, span: Span, names: tuple[str, ...]) -> bool:
    """Whether the wording is part of a name that stands in the same record, as it is written there."""
    wording = text[span.start : span.end].split()
    return all(word[0].isupper() and any(word in name.split() for name in names) for word in wording)


def _worded_keys(value: object) -> Iterator[str]:
    """Keys that are texts: ``{"a deaf welder": 1}``. Depth is bounded: `find_in_payload` has refused what is deeper."""
    if isinstance(value, str) and (inside := nested_json(value)) is not None:
        yield from _worded_keys(inside)
    elif isinstance(value, Mapping):
        for key, below in value.items():
            if " " in str(key):
                yield str(key)
            yield from _worded_keys(below)
    elif isinstance(value, list | tuple):
        for below in value:
            yield from _worded_keys(below)


def _own_keys(value: object, own: frozenset[tuple[str, ...]], above: str) -> Iterator[Found]:
    """Keys listed as protected, also where they stand beside their value: in a header, as the name of a field."""
    if isinstance(value, str):
        if (inside := nested_json(value)) is not None:
            yield from _own_keys(inside, own, f"{above}#")
        elif above and len(value) <= _LONGEST_TERM and tokens_of_key(value) in own:
            yield Found(attribute=OWN, reason="value of a field named beside it", inside=above)
    elif isinstance(value, Mapping):
        for key, below in value.items():
            if tokens_of_key(str(key)) in own:
                yield Found(attribute=OWN, reason="value of a protected field", inside=f"{above}.{key}")
            else:
                yield from _own_keys(below, own, f"{above}.{key}")
    elif isinstance(value, list | tuple):
        for at, below in enumerate(value):
            yield from _own_keys(below, own, f"{above}.{at}")
