"""From a tally to what a field admits: its name first, then the words that its values are."""

from __future__ import annotations

from collections import Counter
from functools import cache
from typing import Final

from guardrails.detectors.keys import tokens_of_key
from guardrails.policy import english_detector
from guardrails.rag.catalogue.profile import Admits, FieldProfile
from guardrails.rag.catalogue.tally import Tally
from guardrails.rag.types import FieldKind

__all__ = ["conclude"]


def _set(text: str) -> frozenset[str]:
    return frozenset(text.split())


_VOCABULARIES: Final = _set("""
    colour colours color colors shade finish cuisine cuisines language languages material materials pattern fabric
    flavour flavor genre style brand category categories department role level size unit currency city country region
    place location venue product breed species variety dish menu course subject
""")
"""Words of keys whose values are a vocabulary, whatever they look like."""
_COLOURS: Final = _set("""
    navy charcoal ivory olive tan burgundy teal mustard grey gray red green blue yellow purple pink orange beige cream
    silver gold maroon turquoise khaki taupe crimson indigo lavender magenta cyan bronze copper rust sand slate
""")
"""Colours that are no word for people: where they stand, black and white are colours too."""
_PLAIN: Final = {
    FieldKind.FREE_TEXT: Admits.FREE_TEXT,
    FieldKind.NAME: Admits.NAME,
    FieldKind.IDENTIFIER: Admits.IDENTIFIER,
    FieldKind.NUMBER: Admits.NUMBER,
}
_MOSTLY: Final = 0.6  # share of the different values from which they decide
_LEAST: Final = 2


def conclude(tally: Tally) -> FieldProfile:
    """The profile of the field that was counted."""
    admits, attribute, evidence = _admitted(tally)
    return FieldProfile(
        path=tally.path,
        admits=admits,
        count=tally.count,
        distinct=len(tally.values),
        complete=tally.complete,
        values=tally.values if admits is Admits.CATALOGUE else {},
        attribute=attribute,
        evidence=evidence,
        tally=tally,
    )


def _admitted(tally: Tally) -> tuple[Admits, str | None, tuple[str, ...]]:
    if tally.attribute is not None:
        return Admits.PERSON_DEMOGRAPHIC, tally.attribute, (f"its name states {tally.attribute}",)
    if tally.kind in _PLAIN:
        return _PLAIN[tally.kind], None, (f"the schema says {tally.kind}",)
    if tally.kind not in (FieldKind.CATEGORY, FieldKind.PLACE):
        return Admits.OTHER, None, (f"the schema says {tally.kind}",)
    if tally.prose * 2 > tally.count:
        return Admits.FREE_TEXT, None, (f"{tally.prose} of {tally.count} values are texts",)
    return _by_values(tally)


def _by_values(tally: Tally) -> tuple[Admits, str | None, tuple[str, ...]]:
    named = next((word for word in reversed(tokens_of_key(tally.path)) if word in _VOCABULARIES), None)
    evidence = [f"its name is one for a vocabulary: {named}"] if named else []
    colours = sum(1 for value in tally.values if value in _COLOURS)
    if colours:
        evidence.append(f"{colours} of {len(tally.values)} values are colours and nothing else")
    attribute, matching = _commonest(tally)
    if attribute is not None and matching >= max(_LEAST, _MOSTLY * len(tally.values)):
        words = f"{matching} of {len(tally.values)} values are words for {attribute}"
        if not evidence:
            return Admits.PERSON_DEMOGRAPHIC, attribute, (words,)
        evidence.append(words)
    return Admits.CATALOGUE, None, tuple(evidence) or (f"{len(tally.values)} short values",)


def _commonest(tally: Tally) -> tuple[str | None, int]:
    """The attribute that most of the values are a word for, race and ethnicity being one, and how many they are."""
    found = Counter(attribute for value in tally.values if (attribute := _attribute_of(value)) is not None)
    return max(found.items(), key=lambda item: (item[1], item[0])) if found else (None, 0)


@cache  # of words, of which a language has so many
def _attribute_of_word(value: str) -> str | None:
    spans = english_detector()(value)
    if len(spans) != 1 or spans[0].end - spans[0].start != len(value):
        return None
    return {"ethnicity": "race"}.get(spans[0].attribute, spans[0].attribute)


def _attribute_of(value: str) -> str | None:
    return _attribute_of_word(value) if len(value) <= 30 else None
