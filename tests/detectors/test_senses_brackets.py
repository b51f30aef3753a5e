"""What stands in brackets after a person is said of that person."""

from __future__ import annotations

import pytest

from tests.helpers.ascribed import ascribed, unmarked

IN_BRACKETS = [
    "Rosa Vega ({34:age}, {Peruvian:nationality}) pays in cash.",
    "Kofi Owusu ({Ghanaian:nationality}) signed first.",
    "Ask the plumber ({Black:race}, {young:age}) about the tap.",
    "Two tenants ({old:age}, polite) moved out.",
    "Rosa Vega ({Peruvian:nationality}, {34:age}) pays in cash.",
    "Rosa ({Peruvian:nationality}, {34:age}) pays in cash.",
    "Rosa Vega (cash; {34:age}; {Peruvian:nationality}) pays.",
    "Rosa Vega ({34/F:age}/{Peruvian:nationality}) pays in cash.",
    "Kofi Owusu ({Ghanaian:nationality}; {41:age}; {married:marital}) signed first.",
    "My son ({7:age}) needs a bed.",
    "Her daughter, {4:age}, likes trains.",
]
OF_THINGS = [
    "Golden Dragon (Chinese) and Le Coq (French) deliver.",
    "Our tutors (Spanish, Italian) teach at home.",
    "The menu (Indian, cheap) changes daily.",
    "Two boxes (black, old) are in the hall.",
    "The guests (12 German, 4 Danish) leave at noon.",
    "Cheeses: Manchego (12, Spanish), Brie (14, French).",
    "Rosa Vega (12/10/2021) paid in cash.",
    "Chapter 4 (young wines) is short.",
]


@pytest.mark.parametrize("marked", IN_BRACKETS)
def test_a_description_in_brackets_is_found(marked: str) -> None:
    text, expected = unmarked(marked)
    assert ascribed(text) == expected


@pytest.mark.parametrize("text", OF_THINGS)
def test_brackets_after_a_thing_tell_of_no_person(text: str) -> None:
    assert ascribed(text) == []
