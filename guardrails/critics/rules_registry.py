"""The embedded rules by name, and the index of their wordings."""

from __future__ import annotations

from functools import cache
from typing import Final

from guardrails.critics import (
    rules_care,
    rules_causation,
    rules_coded,
    rules_coded_work,
    rules_comparison,
    rules_dehumanisation,
    rules_exclusion,
    rules_generalisation,
    rules_hostility,
    rules_inference,
    rules_request,
    rules_slant,
    rules_stock,
)
from guardrails.critics.index import Index
from guardrails.critics.lexis_claims import CLASSES
from guardrails.critics.pattern import Vocabulary
from guardrails.critics.wording import Wording, compiled
from guardrails.pausing import Pausing

__all__ = ["UNSUPPORTED", "index_of", "rule_names"]

UNSUPPORTED: Final = "unsupported_attribution"

_TABLES: Final = (
    *rules_generalisation.TABLE,
    *rules_care.TABLE,
    *rules_comparison.TABLE,
    *rules_causation.TABLE,
    *rules_inference.TABLE,
    *rules_exclusion.TABLE,
    *rules_dehumanisation.TABLE,
    *rules_hostility.TABLE,
    *rules_coded.TABLE,
    *rules_coded_work.TABLE,
    *rules_request.TABLE,
    *rules_stock.TABLE,
    *rules_slant.TABLE,
)


@cache
def rule_names() -> tuple[str, ...]:
    """Names of the embedded rules a principle may list, sorted."""
    return tuple(sorted({wording.rule for _, wording in _TABLES} | {UNSUPPORTED}))


@cache
def _vocabulary() -> Vocabulary:
    return Vocabulary(CLASSES)


@cache
def index_of(rules: frozenset[str]) -> Index[Wording]:
    """The index of the wordings of *rules*; built once for each set of names."""
    with Pausing():
        listed = [(source, wording) for source, wording in _TABLES if wording.rule in rules]
        return Index(compiled(listed, _vocabulary()))
