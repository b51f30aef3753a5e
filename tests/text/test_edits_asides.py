"""Phrases, brackets and labels go with their punctuation; quotes are text, code is not."""

from __future__ import annotations

import pytest

from guardrails.types import Moderation
from tests.helpers.marked import Table, edited

PHRASES: Table = [
    ("Anna, [who uses a wheelchair/p], applied.", "Anna applied."),
    ("Anna Lopez, [34/p], has led it.", "Anna Lopez has led it."),
    ("Anna Lopez ([58/p]) has led it.", "Anna Lopez has led it."),
    (
        "Candidate 3: [female/a], [42/p], [divorced/v], [Sikh/a], 15 years in tax.",
        "Candidate 3: 15 years in tax.",
    ),
    ("Joan, [58/p], a cook from Hull, applied.", "Joan, a cook from Hull, applied."),
    ("Anna, [in her sixties/p], applied.", "Anna applied."),
    ("Anna, a [woman/n], is [pregnant/v] and pays.", "Anna pays."),
    ("people [with disabilities/p]", "people"),
    ("a person [with a disability/p] who applied", "a person who applied"),
    ("a [woman/n] [in her sixties/p] and with a degree", "a person with a degree"),
    ("a tutor with a degree and [in her sixties/p]", "a tutor with a degree"),
    ("a tutor [who is Muslim/p] and has a degree", "a tutor who has a degree"),
    ("a [woman/n] of [Nigerian/a] descent", "a person"),
    ("a tutor from a [Muslim/a] background.", "a tutor."),
    ("[Born in 1961/p], she is a tutor.", "She is a tutor."),
    ("Anna (aged [45/p]) applied", "Anna applied"),
    ("a tutor aged [45/p] applied", "a tutor applied"),
    ("Anna ([female/a]), 12 Elm Road", "Anna, 12 Elm Road"),
    ("Anna ([34/p], [Peruvian/a]) pays.", "Anna pays."),
    ("Anna ([34/p]/[gay/v]) pays.", "Anna pays."),
    ("Anna ([34/p], [Peruvian/a]; SQL) pays.", "Anna (SQL) pays."),
    ("Anna (SQL, [34/p], [Peruvian/a]) pays.", "Anna (SQL) pays."),
    ("Anna (SQL; [Peruvian/a]; cash) pays.", "Anna (SQL; cash) pays."),
    ("Anna ([Peruvian/a]; [34/p]; [gay/v]) pays.", "Anna pays."),
    ("Anna ([Peruvian/a]/cash) pays.", "Anna (cash) pays."),
    ("Anna (cash/[Peruvian/a]) pays.", "Anna (cash) pays."),
    ("Anna (cash/[Peruvian/a]/SQL) pays.", "Anna (cash/SQL) pays."),
    ("Anna ([female/a], [34/a]) applied.", "Anna applied."),
    ("A [mother of two/n=parent] applied.", "A parent applied."),
    ("The players (22 [Spanish/a], 5 [Italian/a]) left.", "The players left."),
    ("The [deaf/a] [widow/n], a [Muslim/n], asked.", "The person asked."),
    ("She, being [Muslim/a], does not drink.", "She does not drink."),
    ("their [spouse/n] came", "their spouse came"),
    ("the [children/n] of Rome", "the children of Rome"),
]

LABELS: Table = [
    ("Gender: [female/a]\nName: Kim", "Gender: undisclosed\nName: Kim"),
    ("Name: Kim, Religion: [Muslim/n], Skills: SQL", "Name: Kim, Religion: Undisclosed, Skills: SQL"),
    ("- **Gender:** [female/a]\n", "- **Gender:** undisclosed\n"),
    ("[Female/a]\n5 years", "Person\n5 years"),
]

QUOTES: Table = [
    ('"[Black/a] people are loud," he said.', '"People are loud," he said.'),
    ("He wrote “a [young/a] engineer”.", "He wrote “an engineer”."),
    ("Is `[woman/n]` a keyword?", "Is `woman` a keyword?"),
    ("```\nif [women/n]:\n```\nfor [women/n]", "```\nif women:\n```\nfor people"),
    ("~~~\n[women/n]", "~~~\nwomen"),
    ("a ` [women/n]", "a ` people"),
]

SENTENCES: Table = [
    ("[Young/a] engineers came.", "Engineers came."),
    ("Yes. [Young/a] engineers came.", "Yes. Engineers came."),
    ("1. [Young/a] engineers\n2. Others", "1. Engineers\n2. Others"),
    ("- [Young/a] engineers", "- Engineers"),
    ("**[Young/a]** engineers", "Engineers"),
    ("only _[young/a]_ engineers", "only engineers"),
    ("**[Young/a] engineers**", "**Engineers**"),
    ("the [Black/a] engineers", "the engineers"),
    ("Wait, [young/a] engineers came!", "Wait, engineers came!"),
    ("[Women/n]!", "People!"),
]

MASKED: Table = [
    ("a [45-year-old/a@age] nurse", "an [age] nurse"),
    ("an [Asian/a@race] [man/n] came", "a [race] [gender] came"),
    ("a [deaf/a@ethnicity] nurse", "an [ethnicity] nurse"),
]


@pytest.mark.parametrize(("marked", "expected"), PHRASES)
def test_phrases_go_with_what_joined_them(marked: str, expected: str) -> None:
    assert edited(marked) == expected


@pytest.mark.parametrize(("marked", "expected"), LABELS)
def test_the_value_of_a_label_is_undisclosed(marked: str, expected: str) -> None:
    assert edited(marked) == expected


@pytest.mark.parametrize(("marked", "expected"), QUOTES)
def test_quotes_are_edited_and_code_is_not(marked: str, expected: str) -> None:
    assert edited(marked) == expected


@pytest.mark.parametrize(("marked", "expected"), SENTENCES)
def test_a_sentence_that_began_with_a_capital_still_does(marked: str, expected: str) -> None:
    assert edited(marked) == expected


@pytest.mark.parametrize(("marked", "expected"), MASKED)
def test_a_mask_names_the_attribute_after_the_right_article(marked: str, expected: str) -> None:
    assert edited(marked, Moderation.MASK) == expected
