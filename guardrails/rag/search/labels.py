"""Protected fields that were written into a text: "Religion: Hindu; shift: nights"."""

from __future__ import annotations

import re
from collections.abc import Collection
from typing import Final

from guardrails.detectors.keys import attribute_of_key, tokens_of_key

__all__ = ["without_labelled"]

_LABELLED: Final = re.compile(
    r"(?P<key>[^\W\d_][\w-]{0,40}(?: [\w-]{1,40}){0,2})[\"']?\s?[:=]\s?[\"']?(?P<value>[^\s;,|][^\n;,|]{0,80}?)"
    r"(?P<end>[;,|]\s?|\.(?=\s|$)|\n|$)"
)


def without_labelled(text: str, keys: Collection[tuple[str, ...]]) -> str:
    """*text* without what stands behind the name of a protected attribute, or of one of *keys*, and a sign."""
    if ":" not in text and "=" not in text:
        return text
    return _LABELLED.sub(lambda found: _kept(found, keys), text).strip()


def _kept(found: re.Match[str], keys: Collection[tuple[str, ...]]) -> str:
    words = found["key"].split(" ")
    for size in range(1, len(words) + 1):
        name = " ".join(words[-size:])
        if attribute_of_key(name) is not None or tokens_of_key(name) in keys:
            before = " ".join(words[:-size])
            return f"{before}{found['end']}" if before else ""
    return found[0]
