"""Grounding: values of the tenant's own open fields are no demographic wording."""

from __future__ import annotations

import pytest

from guardrails.detectors.grounding import MemoryCatalogue
from guardrails.middleware import Treatment
from guardrails.types import Action, Moderation, Source, Span, Text

CATALOGUE = MemoryCatalogue.of({"colour": ["Black", "off  white"], "gender": ["female"], "brand": ["Old Navy"]})


@pytest.mark.parametrize(
    ("term", "field"),
    [
        ("black", "colour"),
        ("BLACK", "colour"),
        ("Off white", "colour"),
        ("ｂｌａｃｋ", "colour"),
        ("old navy", "brand"),
    ],
)
def test_a_value_is_found_whole_in_any_case_and_width(term: str, field: str) -> None:
    assert CATALOGUE.field_of(term) == field


@pytest.mark.parametrize("term", ["female", "blac", "old", ""])
def test_protected_fields_and_parts_of_values_do_not_count(term: str) -> None:
    assert CATALOGUE.field_of(term) is None


def test_a_grounded_span_is_kept_and_the_field_is_the_recorded_reason() -> None:
    def detect(text: str) -> list[Span]:
        return [Span(start=0, end=5, attribute="race")]

    treatment = Treatment(detect=detect, actions={Source.USER: Moderation.MASK}, catalogue=CATALOGUE)
    treated = treatment.apply(Text(path="", text="black shoes", source=Source.USER), layer="moderate")
    assert treated.text.text == "black shoes"
    assert [(d.rule, d.action) for d in treated.decisions] == [("grounded", Action.ALLOW)]
    assert "colour" in treated.decisions[0].reason
