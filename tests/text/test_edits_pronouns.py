"""Neutral pronouns, and the verbs that agree with them."""

from __future__ import annotations

import pytest

from guardrails.text.edits import edit
from tests.helpers.marked import Table, edited

SUBJECTS: Table = [
    ("She is a nurse.", "They are a nurse."),
    ("he works here", "they work here"),
    ("She has a dog.", "They have a dog."),
    ("He tries, she does, he goes.", "They try, they do, they go."),
    ("She watches and he fixes it.", "They watch and they fix it."),
    ("He was late.", "They were late."),
    ("He wasn't late; she isn't.", "They weren't late; they aren't."),
    ("She can swim and he left.", "They can swim and they left."),
    ("She never really tries.", "They never really try."),
    ("He, too, is here.", "They, too, are here."),
    ("Does she live here?", "Do they live here?"),
    ("Is he ready? Has she left? Was he late?", "Are they ready? Have they left? Were they late?"),
    ("Isn't she kind? Doesn't he know?", "Aren't they kind? Don't they know?"),
    ("The problem is she has no time.", "The problem is they have no time."),
    ("I suggest she get a job.", "I suggest they get a job."),
    ("She lives in Rome, speaks Greek and has a dog.", "They live in Rome, speak Greek and have a dog."),
    ("She tries, but always goes home.", "They try, but always go home."),
    ("He likes cats and dogs.", "They like cats and dogs."),
    ("He and his brother were late.", "They and their brother were late."),
    ("She works hard and her boss has noticed.", "They work hard and their boss has noticed."),
]

CONTRACTIONS: Table = [
    ("She's tired.", "They're tired."),
    ("He's a driver.", "They're a driver."),
    ("He's worked here.", "They've worked here."),
    ("she’s been promoted", "they’ve been promoted"),
    ("He'll come and she'd stay.", "They'll come and they'd stay."),
]

HERS: Table = [
    ("I asked her for advice.", "I asked them for advice."),
    ("I asked her manager.", "I asked their manager."),
    ("I gave her the book.", "I gave them the book."),
    ("I gave her money.", "I gave them money."),
    ("I sent her CV on.", "I sent their CV on."),
    ("I saw her leave.", "I saw them leave."),
    ("I saw her running.", "I saw them running."),
    ("I saw her car.", "I saw their car."),
    ("I told her.", "I told them."),
    ("Her own work is good.", "Their own work is good."),
    ("her first job", "their first job"),
    ("He treated her badly.", "They treated them badly."),
    ("They wished her good luck.", "They wished them good luck."),
    ("I know him, his dog and his.", "I know them, their dog and theirs."),
    ("It is hers.", "It is theirs."),
    ("He hurt himself; she hurt herself.", "They hurt themself; they hurt themself."),
]

PAIRS: Table = [
    ("Each may bring his or her laptop.", "Each may bring their laptop."),
    ("If he or she calls, tell him or her.", "If they call, tell them."),
    ("he/she works; (s)he may ask; s/he asks", "they work; they may ask; they ask"),
    ("She said she [has epilepsy/v@disability].", "They said they are in a particular situation."),
]

UNTOUCHED = [
    "HE funding and SHE policy.",
    "It's a he, not a she.",
    "The other theme is here.",
    "Her Majesty spoke.",
    "email she@example.org or @he",
    "Use `she` as a key.",
    "```\nhe = 1\n```",
]


@pytest.mark.parametrize(("text", "expected"), SUBJECTS)
def test_verbs_agree_with_the_neutral_subject(text: str, expected: str) -> None:
    assert edited(text, pronouns="neutralise") == expected


@pytest.mark.parametrize(("text", "expected"), CONTRACTIONS)
def test_contractions_follow_their_verb(text: str, expected: str) -> None:
    assert edited(text, pronouns="neutralise") == expected


@pytest.mark.parametrize(("text", "expected"), HERS)
def test_the_context_decides_between_their_them_and_theirs(text: str, expected: str) -> None:
    assert edited(text, pronouns="neutralise") == expected


@pytest.mark.parametrize(("text", "expected"), PAIRS)
def test_paired_pronouns_become_one(text: str, expected: str) -> None:
    assert edited(text, pronouns="neutralise") == expected


@pytest.mark.parametrize("text", UNTOUCHED)
def test_what_only_looks_like_a_pronoun_stays(text: str) -> None:
    assert edit(text, (), pronouns="neutralise").text == text


def test_pronouns_are_kept_unless_asked_for_even_when_the_plan_has_them() -> None:
    assert edited("[She/o] is a [young/a] nurse.") == "She is a nurse."


def test_capitals_are_those_of_the_pronoun() -> None:
    assert edited("HE IS HERE. She is not.", pronouns="neutralise") == "THEY ARE HERE. They are not."


def test_pronouns_and_spans_are_edited_together() -> None:
    marked = "She met a [young/a] [woman/n] and he knows her [husband/n=spouse]."
    assert edited(marked, pronouns="neutralise") == "They met a person and they know their spouse."
