"""Finds protected attributes in nested data: whole leaves by their key, spans inside free text by a detector."""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain, islice

from guardrails.detectors.keys import attribute_at, attribute_of_key, tokens_of_key
from guardrails.detectors.keys_context import Domain, domain_of
from guardrails.errors import DetectorError
from guardrails.types import Detector, Sense, Span

__all__ = ["MAX_DEPTH", "MAX_LEAVES", "PayloadFinding", "find_in_payload", "nested_json", "pointer_step"]


def _set(text: str) -> frozenset[str]:
    return frozenset(text.split())


MAX_DEPTH = 64
"""Deeper payloads are an error, counting JSON inside strings."""
MAX_LEAVES = 200_000
"""Larger payloads are an error."""

_LABELS = (
    "name",
    "key",
    "field",
    "question",
    "label",
    "attribute",
    "property",
    "url",
    "code",
    "title",
    "prompt",
    "column",
)
_LABELLED = re.compile(r"value\w{0,30}|answers?|response|text|val|content|extension|selected|choice", re.IGNORECASE)
_HEADERS = ("columns", "headers", "header", "fields", "column_names")
_ROWS = ("rows", "data", "values", "records")
_LONGEST_LABEL = 80
_MOST_KEYS = 400  # enough to tell what a record is about
_SPACE = re.compile(r"\S\s+\S")

_NEVER_TEXT = _set("""
    works affiliation publisher seller vendor merchant supplier alumni contractor agency insurer lender bank carrier
    operator studio team club shop store restaurant hotel
    name surname forename firstname lastname nickname alias brand company employer organization organisation
    manufacturer city town street address country region state county province postcode zip location branch place
    venue color colour language languages cuisine pattern material url uri link href image photo picture icon email
    phone telephone id uuid guid sku isbn hash token currency timezone locale unit size model version status type
    stage tier plan occupation job designation position role rank department username login host path file mime
    format drug medication education degree school university institution manager performer author artist director
    organizer organiser provider physician doctor sponsor genre species breed product scheme theme font
""")
_ALWAYS_TEXT = _set("""
    note notes comment comments description summary message text bio biography about body content remarks remark
    review feedback excerpt letter transcript details statement reason narrative story abstract observation
    observations query prompt answer reply question history profile snippet quote testimonial caption post tweet
    complaint request instructions evaluation assessment recommendation reference justification rationale memo
    email_body
""")


@dataclass(frozen=True, slots=True, kw_only=True)
class PayloadFinding:
    """One protected leaf, or one span of a free-text leaf.

    *pointer* is a JSON Pointer to the leaf; ``#`` and a second pointer follow where the leaf is itself JSON. *span* is
    None when the whole leaf states the attribute. *reason* never quotes the payload.
    """

    pointer: str
    attribute: str
    span: Span | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Place:
    """A value and what is known of its surroundings."""

    value: object
    pointer: str
    depth: int
    domain: Domain | None = None
    record: tuple[str, ...] = ()
    labelled: str | None = None
    above: tuple[int, ...] = ()


def pointer_step(pointer: str, key: object) -> str:
    """*pointer* one step further down, escaped as RFC 6901 says."""
    return f"{pointer}/{str(key).replace('~', '~0').replace('/', '~1')}"


def nested_json(text: str) -> object | None:
    """The object or array that a string holds as JSON, or None when it holds anything else."""
    stripped = text.strip()
    if stripped[:1] + stripped[-1:] not in ("{}", "[]"):
        return None
    try:
        parsed: object = json.loads(stripped)
    except (ValueError, RecursionError):
        return None
    return parsed if isinstance(parsed, dict | list) else None


def find_in_payload(payload: object, detect: Detector, *, attributes: Collection[str]) -> tuple[PayloadFinding, ...]:
    """What states one of *attributes* in *payload*, in the order of the payload.

    Raises `DetectorError` for cycles, for more than `MAX_DEPTH` levels and for more than `MAX_LEAVES` leaves.
    """
    findings: list[PayloadFinding] = []
    for place in _leaves(payload):
        attribute = place.labelled or _attribute(place)
        if attribute is not None:
            if attribute in attributes:
                reason = "value of a field named beside it" if place.labelled else "value of a protected field"
                findings.append(PayloadFinding(pointer=place.pointer, attribute=attribute, reason=reason))
        elif isinstance(place.value, str) and _is_free_text(place.pointer, place.value):
            findings.extend(
                PayloadFinding(pointer=place.pointer, attribute=span.attribute, span=span, reason=span.reason)
                for span in detect(place.value)
                if span.sense is Sense.PERSON and span.attribute in attributes
            )
    return tuple(findings)


def _attribute(place: _Place) -> str | None:
    return attribute_at(place.pointer, place.value, place.domain)


def _is_free_text(pointer: str, value: str) -> bool:
    """Whether a string is prose, as opposed to a name, a code or one term of a vocabulary."""
    tokens: tuple[str, ...] = ()
    for segment in reversed(pointer.replace("#", "").split("/")):
        if segment and not segment.isdigit():
            tokens = tokens_of_key(segment)
            break
    if _ALWAYS_TEXT & set(tokens[-2:]):
        return bool(value.strip())
    return not _NEVER_TEXT & set(tokens) and _SPACE.search(value) is not None


def _leaves(payload: object) -> Iterator[_Place]:
    """Depth first, in order, without recursion."""
    stack = [_Place(value=payload, pointer="", depth=0)]
    count = 0
    while stack:
        place = stack.pop()
        inside = nested_json(place.value) if isinstance(place.value, str) else None
        if inside is not None:
            stack.append(_below(place, inside, f"{place.pointer}#"))
        elif isinstance(place.value, Mapping | list | tuple):
            _check(place)
            stack.extend(reversed(list(_children(place))))
        else:
            count += 1
            if count > MAX_LEAVES:
                raise DetectorError("payload", f"more than {MAX_LEAVES} leaves")
            yield place


def _check(place: _Place) -> None:
    if place.depth > MAX_DEPTH:
        raise DetectorError("payload", f"nested deeper than {MAX_DEPTH} levels")
    if id(place.value) in place.above:
        raise DetectorError("payload", "contains itself")


def _below(place: _Place, value: object, pointer: str, **changes: object) -> _Place:
    base: dict[str, object] = {
        "value": value,
        "pointer": pointer,
        "depth": place.depth + 1,
        "domain": place.domain,
        "record": place.record,
        "labelled": place.labelled,
        "above": (*place.above, id(place.value)),
    }
    return _Place(**{**base, **changes})  # type: ignore[arg-type]


def _children(place: _Place) -> Iterator[_Place]:
    if isinstance(place.value, Mapping):
        yield from _of_mapping(place, place.value)
    elif isinstance(place.value, list | tuple):
        for at, item in enumerate(place.value):
            yield _below(place, item, f"{place.pointer}/{at}")


def _of_mapping(place: _Place, mapping: Mapping[object, object]) -> Iterator[_Place]:
    keys = tuple(str(key) for key in islice(mapping, _MOST_KEYS))
    record = tuple(islice(chain(place.record, keys, _keys_below(mapping)), _MOST_KEYS))
    domain = domain_of(keys) or domain_of(record)
    label = _label(mapping)
    columns = _columns(mapping)
    for key, value in mapping.items():
        pointer = pointer_step(place.pointer, key)
        if columns and str(key) in _ROWS and isinstance(value, list | tuple):
            yield from _table(place, value, pointer, columns)
            continue
        named = label if label and _LABELLED.fullmatch(str(key)) else place.labelled
        yield _below(place, value, pointer, domain=domain, record=record, labelled=named)


def _keys_below(mapping: Mapping[object, object]) -> Iterator[str]:
    """Keys one level down: a record split into "attributes" and "meta" is one record."""
    for value in mapping.values():
        if isinstance(value, Mapping):
            yield from (str(key) for key in value)


def _label(mapping: Mapping[object, object]) -> str | None:
    """The attribute of an object that names its own field: ``{"name": "gender", "value": "F"}``."""
    if not any(_LABELLED.fullmatch(str(key)) for key in mapping):
        return None
    for key in _LABELS:
        label = mapping.get(key)
        if not isinstance(label, str) or not 0 < len(label) <= _LONGEST_LABEL:
            continue
        if found := attribute_of_key(label.rstrip("/").rpartition("/")[2]):
            return found
    return None


def _columns(mapping: Mapping[object, object]) -> tuple[str, ...]:
    """The header of a table kept as ``{"columns": [...], "rows": [[...], ...]}``."""
    for key in _HEADERS:
        header = mapping.get(key)
        if isinstance(header, list | tuple) and header and all(isinstance(name, str) for name in header):
            return tuple(header)
    return ()


def _table(place: _Place, rows: Collection[object], pointer: str, columns: tuple[str, ...]) -> Iterator[_Place]:
    domain = domain_of(columns)
    for at, row in enumerate(rows):
        if not isinstance(row, list | tuple) or len(row) != len(columns):
            yield _below(place, row, f"{pointer}/{at}")
            continue
        for index, (cell, column) in enumerate(zip(row, columns, strict=True)):
            found = attribute_at(pointer_step("", column), cell, domain)
            yield _below(place, cell, f"{pointer}/{at}/{index}", labelled=found, domain=domain)
