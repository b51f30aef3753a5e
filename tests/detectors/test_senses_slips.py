"""Wording with slips of the keyboard, and everyday words whose neighbours decide."""

from __future__ import annotations

import pytest

from tests.helpers.ascribed import ascribed, unmarked

ASCRIBED = [
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
]
OF_NOBODY = [
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
]


@pytest.mark.parametrize("marked", ASCRIBED)
def test_what_is_said_of_people_is_found(marked: str) -> None:
    text, expected = unmarked(marked)
    assert ascribed(text) == expected


@pytest.mark.parametrize("text", OF_NOBODY)
def test_what_is_said_of_nobody_is_spared(text: str) -> None:
    assert ascribed(text) == []
