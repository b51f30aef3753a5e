"""Descriptions in passing go, nouns are not said of themselves, and what shared a description stays whole."""

from __future__ import annotations

import pytest

from tests.helpers.marked import Table, edited

OPENINGS: Table = [
    ("As a [woman/n], I lead the team.", "I lead the team."),
    ("As an [immigrant/n] and a [Muslim/n], I struggle.", "I struggle."),
    ("I, as a [woman/n], lead the team.", "I lead the team."),
    ("As a [mother/n=parent], I lead the team.", "As a parent, I lead the team."),
    ("Speaking as a [woman/n], I agree.", "Speaking as a person, I agree."),
    ("Being [gay/v], he moved.", "He moved."),
    ("Being a [woman/n], she moved.", "She moved."),
    ("For a [woman/n], she drives well.", "She drives well."),
    ("They fired him for being [gay/v].", "They fired him."),
    ("They fired her for being a [woman/n].", "They fired her."),
    ("Being [gay/v] is fine.", "Being a person is fine."),
]

APPOSITIONS: Table = [
    ("The chef, a [Muslim/n], asked for leave.", "The chef asked for leave."),
    ("We met Anna Lopez, a [Sikh/n].", "We met Anna Lopez."),
    ("a nurse, a [Sikh/n], and a cook", "a nurse, a person, and a cook"),
    ("My boss, a [Mormon/n], never came.", "My boss never came."),
    ("The cook, a [woman/n], and the architect, a [man/n], both left.", "The cook and the architect both left."),
    ("In the city, a [woman/n], asked", "In the city, a person, asked"),
    ("In May, a [woman/n] asked.", "In May, a person asked."),
]

DOUBLED: Table = [
    ("[Women/n] are people.", "Individuals are people."),
    ("The [man/n] is [Black/v].", "The person is an individual."),
    ("That person is a [woman/n].", "That person is an individual."),
    ("The [woman/n] is a [native/n=able person].", "The person is an able person."),
    ("Those people are [Muslim/v].", "Those people are that way."),
]

RANGES: Table = [
    ("a tutor [aged 18/p]-25 left", "a tutor left"),
    ("a tutor [aged 18/p] to 25 left", "a tutor left"),
    ("You must be [aged 18/p@age]–25.", "You must be a person."),
]

DESCRIBED: Table = [
    ("a kind and devout [Hindu/a] gave us tea", "a kind person gave us tea"),
    ("practising [Christians/n] are welcome", "people are welcome"),
    ("We want [young/a], hungry salespeople.", "We want hungry salespeople."),
    ("[Women/n] with small [children/n] came.", "People with small children came."),
]


@pytest.mark.parametrize(("marked", "expected"), OPENINGS)
def test_an_opening_that_only_describes_goes(marked: str, expected: str) -> None:
    assert edited(marked) == expected


@pytest.mark.parametrize(("marked", "expected"), APPOSITIONS)
def test_an_apposition_goes_and_a_list_stays(marked: str, expected: str) -> None:
    assert edited(marked) == expected


@pytest.mark.parametrize(("marked", "expected"), DOUBLED)
def test_nobody_is_said_to_be_what_the_subject_already_says(marked: str, expected: str) -> None:
    assert edited(marked) == expected


@pytest.mark.parametrize(("marked", "expected"), RANGES)
def test_both_ends_of_a_range_go(marked: str, expected: str) -> None:
    assert edited(marked) == expected


@pytest.mark.parametrize(("marked", "expected"), DESCRIBED)
def test_describing_words_go_or_stay_with_their_noun(marked: str, expected: str) -> None:
    assert edited(marked) == expected
