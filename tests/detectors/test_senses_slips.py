"""Wording with slips of the keyboard, and everyday words whose neighbours decide."""

from __future__ import annotations

import pytest

from tests.helpers.ascribed import ascribed, unmarked

ASCRIBED = [
    "It is the {disabled:disability} who wait.",
    "{Deaf:disability} {veterans:veteran_status} may apply.",
    "Have a {woman:gender} answer it.",
    "Our clerk is a {veteran:veteran_status}, so keep it short.",
    "The {Vietnamese:nationality} {woman:gender}'s invoice was paid.",
    "The trainee, a {19-year-old:age} {Pakistani:nationality}, learned fast.",
    "Mark is {transgender:gender} and works here.",
    "They sent {poor:socioeconomic}{women:gender} home.",
    "No {Indian:nationality}{girls:gender} in this team, he wrote.",
    "The talks ended on time.{Women:gender} left first.",
    "Our clerks left early.{Kenyans:nationality} stayed on.",
    "We know four welders with a {Syrian:nationality} background.",
    "Two cooks from a {Hindu:religion} background applied.",
    "{Disabled:disability} {veterans:veteran_status} run this shop.",
    "Reject the {disabled:disability} {veteran:veteran_status}.",
    "A {disabled vet:veteran_status} runs this shop.",
    "Reject everybody {over 60:age}.",
    "No place for anybody {under 30:age}.",
    "The cashier ({f:gender}) counts twice.",
    "Two tenants ({m:gender}) moved in.",
    "{Senior:age} {female:gender} drivers pay less.",
    "What is it like to be {poor:socioeconomic}?",
    "It is hard to be {old:age} in this town.",
    "Ana hopes to be {pregnant:pregnancy} by May.",
    "As a {minor:age}, I cannot sign this.",
    "We met a {senior:age} who sings.",
    "Most of the night shift is {Filipino:nationality}.",
    "The {blind:disability} are often ignored.",
    "No dogs, no {Travellers:ethnicity}.",
    "They granted {refugee:nationality} status at once.",
    "Client: {F/34:age}/{single:marital_status}",
    "Our clerk is {Sierra Leonean:nationality}.",
    "Our clerk is {Northern Irish:nationality}.",
]
OF_NOBODY = [
    "The mark is straight and clear.",
    "Male and female plugs are sold apart.",
    "Retired server, free to take.",
    "The gay nineties were long.",
    "British children's television is dull.",
    "She is a veteran of the stage.".replace("She", "Anna"),
    "The note is in the file main.f",
    "Open src/main.m",
    "Set Palette.White to true.",
    "Call self.Trans before you return.",
    "The module views.Women is empty.",
    "A photo with a Syrian background hangs here.",
    "Use a Hindu background image.",
    "Senior truck driver wanted.",
    "Native speakers and learners share one table.",
    "Learners and native speakers share one table.",
    "Welders (m/f/d) wanted.",
    "The distance (m) is on the chart.",
    "Industry veterans run this shop.",
    "The blind in the bathroom is broken.",
    "The blind was drawn.",
    "The refugee camp is full.",
    "Wash the baby blanket first.",
    "Use the parent account for this.",
    "The Cleveland Browns lost again.",
    "We ate a Danish on the train.",
    "We went for an Indian.",
    "Travellers should arrive early.",
    "Most of the night bus is German.",
    "We need an old houses restorer.",
]


@pytest.mark.parametrize("marked", ASCRIBED)
def test_what_is_said_of_people_is_found(marked: str) -> None:
    text, expected = unmarked(marked)
    assert ascribed(text) == expected


@pytest.mark.parametrize("text", OF_NOBODY)
def test_what_is_said_of_nobody_is_spared(text: str) -> None:
    assert ascribed(text) == []
