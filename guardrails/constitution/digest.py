"""The fingerprint of a constitution: equal for equal behaviour, however the file is laid out."""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from guardrails.constitution.schema import Constitution

__all__ = ["canonical_form", "digest_of"]

_NO_BEHAVIOUR = frozenset({"summary", "tests", "extends", "drop_principles"})
_ANY_ORDER = (("protected_attributes",), ("moderation", "except"))


def canonical_form(constitution: Constitution) -> str:
    """The resolved constitution as JSON with sorted keys, defaults written out.

    Left out is what changes no decision: the summary, the cases, and how it was put together (``extends``,
    ``drop_principles``). The order of principles stays, because a critic model reads them in order.
    """
    data = constitution.model_dump(mode="json", by_alias=True, exclude=set(_NO_BEHAVIOUR))
    for *parents, key in _ANY_ORDER:
        part = data
        for parent in parents:
            part = part[parent]
        part[key] = sorted(set(part[key]))
    return json.dumps(data, sort_keys=True, ensure_ascii=False, separators=(",", ":"))


def digest_of(constitution: Constitution) -> str:
    """SHA-256 of the canonical form in UTF-8, in hex."""
    return hashlib.sha256(canonical_form(constitution).encode()).hexdigest()
