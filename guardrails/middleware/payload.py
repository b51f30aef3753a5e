"""Scrubs nested data: protected leaves go, protected wording in free text is edited, the rest stays as it was."""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from typing import Literal

from guardrails.detectors.payload import find_in_payload, nested_json, pointer_step
from guardrails.text.edits import edit
from guardrails.types import Detector, Moderation, Span

__all__ = ["ScrubbedPayload", "TextSpans", "scrub_payload"]

Leaves = Literal["drop", "null"]


@dataclass(frozen=True, slots=True, kw_only=True)
class TextSpans:
    """The protected spans of one free-text leaf; offsets refer to the text before the edit."""

    path: str
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ScrubbedPayload:
    """*output* is a new payload; *scrubbed* points to the leaves that went, in the payload as it was given."""

    output: object = field(repr=False)
    scrubbed: tuple[str, ...] = ()
    text_spans: tuple[TextSpans, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class _Plan:
    leaves: Leaves
    scrubbed: frozenset[str]
    texts: Mapping[str, tuple[Span, ...]]
    moderation: Moderation
    person: str
    pronouns: Literal["keep", "neutralise"]


_GONE = object()


def scrub_payload(
    payload: object,
    *,
    detect: Detector,
    attributes: Collection[str],
    moderation: Moderation = Moderation.NEUTRALISE,
    leaves: Leaves = "drop",
    person: str = "person",
    pronouns: Literal["keep", "neutralise"] = "keep",
) -> ScrubbedPayload:
    """Take *attributes* out of *payload*, which is not changed itself.

    *leaves* drops the keys of protected leaves, with containers that held nothing else, or sets the leaves to null.
    Elements of lists become null unless the whole list goes, so that positions keep their meaning. *moderation* is what
    is done with protected wording in free text. A string that holds JSON is scrubbed as JSON and stays a string. Raises
    what `find_in_payload` raises.
    """
    texts: dict[str, list[Span]] = {}
    scrubbed: list[str] = []
    for finding in find_in_payload(payload, detect, attributes=attributes):
        if finding.span is None:
            scrubbed.append(finding.pointer)
        elif pronouns == "neutralise" or "pronoun" not in finding.span.tags:
            texts.setdefault(finding.pointer, []).append(finding.span)
    spans = {path: tuple(found) for path, found in texts.items()}
    plan = _Plan(
        leaves=leaves,
        scrubbed=frozenset(scrubbed),
        texts=spans,
        moderation=moderation,
        person=person,
        pronouns=pronouns,
    )
    output = _rebuilt(payload, "", plan)
    return ScrubbedPayload(
        output=None if output is _GONE else output,
        scrubbed=tuple(scrubbed),
        text_spans=tuple(TextSpans(path=path, spans=found) for path, found in spans.items()),
    )


def _rebuilt(value: object, pointer: str, plan: _Plan) -> object:
    """*value* with the plan applied, or the marker for "gone". Depth is bounded: finding refuses what is deeper."""
    if isinstance(value, Mapping):
        return _mapping(value, pointer, plan)
    if isinstance(value, list | tuple):
        return _sequence(value, pointer, plan)
    if pointer in plan.scrubbed:
        return _GONE if plan.leaves == "drop" else None
    if isinstance(value, str):
        return _string(value, pointer, plan)
    return value


def _mapping(value: Mapping[object, object], pointer: str, plan: _Plan) -> object:
    items = {key: _rebuilt(item, pointer_step(pointer, key), plan) for key, item in value.items()}
    kept = {key: item for key, item in items.items() if item is not _GONE}
    return _GONE if items and not kept and not _is_root(pointer) else kept


def _is_root(pointer: str) -> bool:
    """A document that held nothing else becomes an empty document: arguments of a tool must stay JSON."""
    return not pointer or pointer.endswith("#")


def _sequence(value: list[object] | tuple[object, ...], pointer: str, plan: _Plan) -> object:
    items = [_rebuilt(item, f"{pointer}/{at}", plan) for at, item in enumerate(value)]
    if items and not _is_root(pointer) and all(item is _GONE for item in items):
        return _GONE
    kept = [None if item is _GONE else item for item in items]
    return tuple(kept) if isinstance(value, tuple) else kept


def _string(value: str, pointer: str, plan: _Plan) -> object:
    inside = nested_json(value)
    if inside is not None:
        rebuilt = _rebuilt(inside, f"{pointer}#", plan)
        return value if rebuilt == inside else json.dumps(rebuilt, ensure_ascii=False)
    spans = plan.texts.get(pointer)
    if not spans:
        return value
    moves = [(span, plan.moderation) for span in spans]
    return edit(value, moves, person=plan.person, pronouns=plan.pronouns).text
