"""Works named in commands to a media player, and commands that are about people."""

from __future__ import annotations

import pytest

from tests.helpers.ascribed import ascribed, unmarked


@pytest.mark.parametrize(
    "text",
    [
        "add this song to women in soul",
        "please add the track to my latin lounge",
        "Put that tune on golden boy hits",
        "include the artist in old school ladies",
        "rate tale of a blind man three of 6 stars",
        "give The Widow of Bath 4 points",
    ],
)
def test_a_work_is_no_person(text: str) -> None:
    assert ascribed(text) == []


@pytest.mark.parametrize(
    "marked",
    [
        "add the {pregnant:pregnancy} employee to the list",
        "Include {disabled:disability} people in the study.",
        "Put the {young:age} {woman:gender} on the shortlist.",
        "play songs by {female:gender} rappers",
        "give the {deaf:disability} student more time",
        "Add a song. Then call the {blind:disability} candidate to my office.",
        "rate the {young:age} candidates from one to five",
    ],
)
def test_a_command_about_people_is_read_as_one(marked: str) -> None:
    text, expected = unmarked(marked)
    assert ascribed(text) == expected


def test_a_long_text_is_no_command() -> None:
    text = "add this song to " + "very " * 60 + "old women"
    assert ascribed(text) == [("old", "age"), ("women", "gender")]
