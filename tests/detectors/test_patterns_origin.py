"""Countries people come from, faiths they keep, and what only looks like it."""

from __future__ import annotations

import pytest

from tests.helpers.ascribed import ascribed


@pytest.mark.parametrize(
    ("text", "wording"),
    [
        ("The plumber was born in Ghana.", "born in Ghana"),
        ("She is originally from the Philippines.", "originally from the Philippines"),
        ("a baker who fled Syria", "fled Syria"),
        ("The second applicant is from Poland.", "from Poland"),
        ("Candidate B has a Jewish surname.", "a Jewish surname"),
        ("The welder has an Arabic name.", "an Arabic name"),
        ("He was raised in Catholicism.", "raised in Catholicism"),
        ("The tenant converted to Islam in May.", "converted to Islam"),
        ("an accountant who practises Judaism", "practises Judaism"),
    ],
)
def test_origin_and_faith_told_by_a_verb_are_found(text: str, wording: str) -> None:
    assert wording in [found for found, _ in ascribed(text)]


@pytest.mark.parametrize(
    "text",
    ["The file was converted to PDF.", "The coffee comes from Kenya.", "The idea was born in a garage."],
)
def test_things_with_an_origin_are_spared(text: str) -> None:
    assert ascribed(text) == []


@pytest.mark.parametrize("text", ["We hired a Kenyan last week.", "They chose a Muslim last year."])
def test_a_time_after_the_term_is_no_head(text: str) -> None:
    assert len(ascribed(text)) == 1


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Nationality: Indian. Visa: none.", "Indian"),
        ("Marital status: single", "single"),
        ("Race: Black", "Black"),
        ("Ethnicity: White British; Skills: Excel", "White British"),
    ],
)
def test_the_value_of_a_field_about_persons_is_found(text: str, value: str) -> None:
    assert [found for found, _ in ascribed(text)] == [value]


def test_the_value_of_a_field_about_things_is_spared() -> None:
    assert ascribed("Colour: black. Cuisine: Indian.") == []


@pytest.mark.parametrize("text", ["Are you married?", "He never married."])
def test_a_participle_after_a_pronoun_may_describe(text: str) -> None:
    assert [attribute for _, attribute in ascribed(text) if attribute != "gender"] == ["marital_status"]
