"""Sentences with what they ascribe marked in place: ``a {young:age} {Black:race} designer``."""

from __future__ import annotations

import re
from functools import cache

from guardrails.constitution import lexicon_path
from guardrails.constitution.lexicon import load_lexicon
from guardrails.detectors import build_detector
from guardrails.types import Detector, Sense

_MARK = re.compile(r"\{([^{}:]+):(\w+)\}")
_SHORT = {
    "orientation": "sexual_orientation",
    "family": "family_status",
    "marital": "marital_status",
    "class": "socioeconomic",
    "veteran": "veteran_status",
    "body": "body_size",
}
_KEPT = {"kinship", "pronoun", "title"}

Ascribed = list[tuple[str, str]]


@cache
def english() -> Detector:
    """The detector over the whole English lexicon."""
    return build_detector(load_lexicon(lexicon_path("en")))


def unmarked(marked: str) -> tuple[str, Ascribed]:
    """The plain sentence, and each marked wording with its attribute, in order."""
    expected = [(found[1], _SHORT.get(found[2], found[2])) for found in _MARK.finditer(marked)]
    return _MARK.sub(r"\1", marked), expected


def ascribed(text: str) -> Ascribed:
    """What the detector says *text* ascribes to persons, apart from pronouns, kinship and forms of address."""
    return [
        (text[span.start : span.end], span.attribute)
        for span in english()(text)
        if span.sense is Sense.PERSON and not _KEPT.intersection(span.tags)
    ]


def senses(text: str) -> list[tuple[str, Sense]]:
    """Every span of *text* with its sense, persons apart."""
    return [(text[s.start : s.end], s.sense) for s in english()(text) if s.sense is not Sense.PERSON]
