"""What a model sees of the hits, and what its answer must keep: scrubbed records, fences, citations."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from guardrails.critics.fence import fenced
from guardrails.detectors.keys import tokens_of_key
from guardrails.middleware.payload import scrub_payload
from guardrails.rag.moderation.conditions import Condition
from guardrails.rag.moderation.fates import ModeratedQuery
from guardrails.rag.policy import SearchPolicy
from guardrails.rag.search.labels import without_labelled
from guardrails.rag.search.prompts import SUMMARISE, SUPPRESSED
from guardrails.rag.tenant import Tenant
from guardrails.rag.types import FieldValue, Hit
from guardrails.types import Request, Source, Text

__all__ = ["Citations", "citations_of", "protected_keys", "record_text", "summary_request", "without_invented"]

_CITED: Final = re.compile(r"( ?)\[(\d{1,4}(?:\s?[,;]\s?\d{1,4}){0,20})\]")
_NUMBER: Final = re.compile(r"\d+")
_RELATIONS: Final = {"eq": "is", "ne": "is not", "gt": "over", "gte": "at least", "lt": "under", "lte": "at most"}


def protected_keys(tenant: Tenant) -> tuple[str, ...]:
    """The keys that no model sees of a tenant's records: the schema's own list, and fields that state an attribute."""
    stated = (one.path.rpartition(".")[2] for one in tenant.schema.fields if one.attribute is not None)
    return (*tenant.schema.protected, *stated)


def record_text(hit: Hit, tenant: Tenant, policy: SearchPolicy) -> str:
    """*hit* as a model may read it: protected keys gone, in any style and written into texts, and wording treated.

    At most ``policy.per_record`` characters.
    """
    keys = {tokens_of_key(key) for key in protected_keys(tenant)}
    document = {"text": without_labelled(hit.text, keys), **_plain(hit.fields, keys)}
    scrubbed = scrub_payload(document, detect=policy.detect, attributes=policy.attributes, person=policy.person).output
    lines = [f"{name}: {_shown(value)}" for name, value in _items(scrubbed) if name != "text"]
    text = next((str(value) for name, value in _items(scrubbed) if name == "text"), "")
    return "\n".join((*lines, text))[: policy.per_record]


def _plain(fields: Mapping[str, FieldValue], keys: Collection[tuple[str, ...]]) -> dict[str, object]:
    return {
        name: [_told(one, keys) for one in value] if isinstance(value, tuple) else _told(value, keys)
        for name, value in fields.items()
        if not any(tokens_of_key(part) in keys for part in name.split("."))
    }


def _told(value: object, keys: Collection[tuple[str, ...]]) -> object:
    """*value* without fields written into it; data in a string are left to `scrub_payload`, which reads them."""
    return without_labelled(value, keys) if isinstance(value, str) and value[:1] not in ("{", "[") else value


def _items(value: object) -> Sequence[tuple[str, object]]:
    return [(str(name), held) for name, held in value.items()] if isinstance(value, Mapping) else []


def _shown(value: object) -> str:
    return ", ".join(str(one) for one in value if one is not None) if isinstance(value, list) else str(value)


def summary_request(hits: Sequence[Hit], moderated: ModeratedQuery, tenant: Tenant, policy: SearchPolicy) -> Request:
    """What the model is asked: the task, the numbered records, and the question as far as the search used it."""
    task = f"{SUMMARISE}\n{SUPPRESSED}" if moderated.suppressed else SUMMARISE
    texts = [Text(path="/task", text=task, source=Source.SYSTEM)]
    for number, hit in enumerate(hits, start=1):
        record = fenced(f"record {number}", record_text(hit, tenant, policy))
        texts.append(Text(path=f"/records/{number}", text=record, source=Source.CONTEXT))
    texts.append(Text(path="/question", text=_question(moderated), source=Source.USER))
    return Request(texts=tuple(texts))


def _question(moderated: ModeratedQuery) -> str:
    conditions = "; ".join(_said(one) for one in moderated.conditions)
    asked = f"Question: {moderated.clean_query}" if moderated.clean_query else "Question: which records are there?"
    return f"{asked}\nOnly records where: {conditions}" if conditions else asked


def _said(condition: Condition) -> str:
    return " or ".join(f"{bound.field} {_RELATIONS[bound.relation.value]} {bound.value}" for bound in condition.bounds)


@dataclass(frozen=True, slots=True, kw_only=True)
class Citations:
    """Which records an answer names, by number from 1. *lost* were in the draft only, *invented* are of no record."""

    cited: tuple[int, ...] = ()
    lost: tuple[int, ...] = field(default=())
    invented: tuple[int, ...] = field(default=())


def citations_of(answer: str, draft: str, records: int) -> Citations:
    """The citations of *answer*, which was made of *draft*, over *records* records."""
    named, before = _numbers(answer), _numbers(draft)
    real = {number for number in named if 1 <= number <= records}
    return Citations(
        cited=tuple(sorted(real)),
        lost=tuple(sorted(number for number in before - named if 1 <= number <= records)),
        invented=tuple(sorted(named - real)),
    )


def without_invented(answer: str, records: int) -> str:
    """*answer* without citations of records that are not there."""

    def kept(found: re.Match[str]) -> str:
        if _all_real(found[2], records):
            return found[0]
        numbers = [number for number in _NUMBER.findall(found[2]) if 1 <= int(number) <= records]
        return f"{found[1]}[{', '.join(numbers)}]" if numbers else ""

    return _CITED.sub(kept, answer)


def _all_real(numbers: str, records: int) -> bool:
    return all(1 <= int(number) <= records for number in _NUMBER.findall(numbers))


def _numbers(text: str) -> set[int]:
    return {int(number) for found in _CITED.finditer(text) for number in _NUMBER.findall(found[2])}
