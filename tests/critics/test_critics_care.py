"""What is believed of patients by group is found; clinical facts and needs are left alone."""

from __future__ import annotations

import pytest

from tests.helpers.critics import broken, findings

FOUND = [
    ("generalisation", "Black patients feel less pain."),
    ("generalisation", "Asian women have a higher pain threshold."),
    ("generalisation", "Refugees tolerate pain better."),
    ("generalisation", "Elderly women exaggerate their symptoms."),
    ("generalisation", "Deaf patients are drug-seeking."),
    ("generalisation", "Immigrants never follow their treatment."),
    ("generalisation", "Disabled people have no quality of life."),
    ("generalisation", "Old patients are a waste of resources."),
    ("causation", "I would not treat him because he is Muslim."),
    ("causation", "Do not refer her because of her religion."),
]
LEFT_ALONE = [
    "Black patients do not feel less pain.",
    "It is a myth that Black patients feel less pain.",
    "Older patients may need a lower dose of this medicine.",
    "Deaf patients need an interpreter at every appointment.",
    "Pregnant women should never take their tablets with grapefruit.",
    "The patient is non-compliant with the diet.",
    "Men with this gene have a higher pain threshold.",
    "I would not treat him because he is allergic.",
    "Do not refer her because the clinic is closed.",
]


@pytest.mark.parametrize(("rule", "text"), FOUND, ids=[text for _, text in FOUND])
def test_a_belief_about_patients_of_a_group_is_found(rule: str, text: str) -> None:
    assert rule in broken(text)


@pytest.mark.parametrize("text", LEFT_ALONE)
def test_clinical_facts_and_needs_are_left_alone(text: str) -> None:
    assert findings(text) == ()
