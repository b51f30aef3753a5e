"""The names a constitution may use: attributes beside the seven, embedded rules, and what people write instead."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from guardrails.errors import did_you_mean
from guardrails.types import PROTECTED_ATTRIBUTES

__all__ = [
    "ATTRIBUTES",
    "CANNOT_REMOVE",
    "FURTHER_ATTRIBUTES",
    "RULE_NAMES",
    "WHY_SEVEN",
    "attribute_hint",
    "removal_of",
]

FURTHER_ATTRIBUTES: Final[Mapping[str, str]] = MappingProxyType(
    {
        "nationality": "citizenship, national origin and immigration status",
        "pregnancy": "pregnancy, birth, maternity and plans for children",
        "marital_status": "married, single, divorced, widowed, civil partner",
        "family_status": "parenthood and care for children or relatives",
        "socioeconomic": "class, poverty, homelessness and public assistance",
        "veteran_status": "service in the armed forces",
        "caste": "caste and descent",
        "body_size": "weight and height",
    }
)
"""Attributes a pack may add to the seven, and what each is about."""

ATTRIBUTES: Final = (*PROTECTED_ATTRIBUTES, *FURTHER_ATTRIBUTES)

RULE_NAMES: Final = (
    "generalisation",
    "comparison",
    "causation",
    "exclusion",
    "preference",
    "dehumanisation",
    "coded_age",
    "coded_gender",
    "coded_origin",
    "coded_disability",
    "coded_family",
    "coded_class",
    "coded_housing",
    "coded_lending",
    "discriminatory_request",
    "unsupported_attribution",
)
"""Names of the embedded rules a principle may list; a test compares them with those the rule critic registers."""

CANNOT_REMOVE: Final = "{!r} is one of the seven protected attributes, and no constitution can remove it"

WHY_SEVEN: Final = (
    f"the law protects the seven ({', '.join(PROTECTED_ATTRIBUTES)}) nearly everywhere, so they hold for every pack; "
    "'protected_attributes' only adds"
)

_MEANT: Final[Mapping[str, str]] = MappingProxyType(
    {
        "sex": "gender",
        "gender_identity": "gender",
        "orientation": "sexual_orientation",
        "sexuality": "sexual_orientation",
        "colour": "race",
        "color": "race",
        "ethnic_origin": "ethnicity",
        "national_origin": "nationality",
        "citizenship": "nationality",
        "belief": "religion",
        "creed": "religion",
        "maternity": "pregnancy",
        "parental_status": "family_status",
        "familial_status": "family_status",
        "veteran": "veteran_status",
        "social_class": "socioeconomic",
        "class": "socioeconomic",
        "income": "socioeconomic",
        "weight": "body_size",
    }
)


def attribute_hint(name: str) -> str:
    """The attribute somebody who wrote *name* may have meant, as a suggestion."""
    folded = name.lower().replace("-", "_").replace(" ", "_")
    if folded in _MEANT:
        return f"did you mean {_MEANT[folded]!r}?"
    return did_you_mean(folded, ATTRIBUTES) or f"known: {', '.join(ATTRIBUTES)}"


def removal_of(word: str) -> str | None:
    """Which of the seven *word* tries to take away (``-age``, ``!age``, ``no race``, ``~gender``), or ``None``."""
    folded = word.lower().strip()
    for prefix in ("no_", "no-", "no ", "not_", "not ", "without ", "remove ", "drop ", "except ", "un"):
        if folded.startswith(prefix) and folded.removeprefix(prefix) in PROTECTED_ATTRIBUTES:
            return folded.removeprefix(prefix)
    bare = folded.lstrip("-!~^ ")
    return bare if bare != folded and bare in PROTECTED_ATTRIBUTES else None
