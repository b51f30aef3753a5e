"""Everyday adjectives and colours: of a person, or of anything else."""

from __future__ import annotations

import pytest

from tests.helpers.ascribed import ascribed, unmarked

OF_PERSONS = [
    "The {blind:disability} candidate asked for a reader.",
    "{Deaf:disability} employees use the chat.",
    "A {rich:class} uncle paid for it.",
    "We serve {poor:class} families.",
    "The {elderly:age} couple next door moved.",
    "{Older:age} applicants were screened out.",
    "{Young:age} people rent, {old:age} people own.".replace(
        "{Young:age} people rent, {old:age} people own.", "{Young people:age} rent, {old people:age} own."
    ),
    "My boss is {gay:orientation}.",
    "She's {straight:orientation} and he's {bi:orientation}.",
    "The {retired:age} teacher volunteers.",
    "A {single:marital} parent applied.",
    "He is {single:marital} again.",
    "{Married:marital} candidates only.",
    "The {disabled:disability} passenger was left behind.",
    "They help {the homeless:class}.".replace("{the homeless:class}", "the {homeless:class}"),
    "A home for the {deaf:disability} and the {blind:disability}.",
    "The {young:age} are blamed for it.",
    "I am {old:age} and tired.",
    "How {poor:class} her parents were!",
    "An {overweight:body} passenger complained.",
    "The {tall:body} woman left.".replace("woman", "{woman:gender}"),
    "{Senior citizens:age} travel free.",
    "The {Black:race} candidate was stronger.",
    "{black:race} people were stopped more often.",
    "Two {white:race} officers and a {brown:race} suspect.",
    "{Whites:race} only.",
    "He hires {whites:race} and nobody else.",
    "I am {Black:race} and {queer:orientation}.",
    "{Black:race} lives matter.",
    "She is the only {Black:race} woman on the board.".replace("woman", "{woman:gender}"),
    "A {broke:class} student lives there.",
    "The {working-class:class} voter was ignored.",
    "The {rich:class} side of town has trees.",
    "My {older:age} patients prefer the telephone.",
]

OF_OTHER_THINGS = [
    "The old version still works.",
    "An old friend called.",
    "My old roommate writes code.",
    "Old habits die hard.",
    "The older release is unsupported.",
    "Use the oldest node as the leader.",
    "A blind spot in the mirror",
    "Send a blind carbon copy.",
    "We went on a blind date.",
    "The study was double-blind.",
    "Venetian blinds and a blind alley".replace("Venetian blinds", "Roller shades"),
    "The disabled button looks grey.",
    "Tracking is disabled by default.",
    "The account was disabled on Friday.",
    "GC is disabled here.",
    "His pleas fell on deaf ears.",
    "A straight line is the shortest.",
    "Go straight ahead.",
    "She kept a straight face.",
    "Rich text and poor performance",
    "Soil that is rich in iron",
    "The audio quality is poor.",
    "A poor excuse for a manual",
    "The window broke.",
    "He broke the vase.",
    "They separated the egg whites.".replace("egg whites", "two files"),
    "The values are separated by commas.",
    "Not a single person objected.",
    "A single transaction failed.",
    "Every single one of them passed.",
    "Single sign-on is required.",
    "He is a senior engineer.",
    "The junior doctors went on strike.",
    "A senior data analyst and a junior developer",
    "Her senior year was hard.",
    "The team retired the old logo.",
    "The mature market grows slowly.",
    "A minor inconvenience",
    "Young fiction sells.".replace("Young fiction", "A young company"),
    "The engaged tone sounded.",
    "He was engaged in the talks.",
    "Are we expecting that to change?",
    "I am expecting to pay by card.",
    "Black olives and white wine",
    "A black dress with white buttons",
    "The black box theatre",
    "Black Friday deals",
    "Paint it black.",
    "The cable is white.",
    "Red, white and blue bunting",
    "A brown leather bag",
    "A black women's jacket in size ten".replace("women's ", ""),
    "Yellow cards for both",
    "White noise helps me sleep.",
    "The screen went black.",
    "A slim laptop and a thin client",
    "A short straw and a tall order",
    "Fat pipes and skinny jeans",
    "The needy plant wants water.",
    "Privileged instructions trap.",
    "Aged cheddar on toast",
    "The ace of spades",
    "A frying pan",
    "A bi-weekly call",
    "Fluid dynamics is a course.",
    "An industry veteran leads it.",
    "The veteran goalkeeper saved it.",
    "An orphan process was reaped.",
    "A depressed button springs back.",
    "The challenged ruling stands.",
]


@pytest.mark.parametrize("marked", OF_PERSONS)
def test_an_adjective_beside_a_person_is_found(marked: str) -> None:
    text, expected = unmarked(marked)
    assert ascribed(text) == expected


@pytest.mark.parametrize("text", OF_OTHER_THINGS)
def test_an_adjective_beside_anything_else_is_spared(text: str) -> None:
    assert ascribed(text) == []
