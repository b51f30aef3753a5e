"""People whose descriptions are gone are told apart where the text needs it, and only there."""

from __future__ import annotations

import pytest

from tests.helpers.marked import Table, edited

INDIVIDUALS: Table = [
    ("The [Sikh/a] one sang while the [Mormon/a] one slept.", "Person A sang while person B slept."),
    ("Two students, a [Black/a] student and a [white/a] student, came.", "Two students came."),
    ("There were two managers - an [Asian/a] manager and a [white/a] manager.", "There were two managers."),
    ("Neither a [Black/a] [man/n] nor a [white/a] [man/n] was hired.", "Neither person was hired."),
    ("The [woman/n] asked the [man/n] for help.", "Person A asked person B for help."),
    ("A [woman/n] met a [man/n]. The [man/n] left.", "Person A met person B. Person B left."),
    (
        "A [young/a] [Black/a] [woman/n] and an [old/a] [man/n] applied. The [woman/n] won.",
        "Person A and person B applied. Person A won.",
    ),
    ("The [female/a] engineer beat the [male/a] engineer.", "Engineer A beat engineer B."),
    ("The [Black/a] [man/n]'s house is next to the [white/a] [man/n]'s.", "Person A's house is next to person B's."),
    ("A [Black/a] student and a [white/a] student applied.", "Two students applied."),
    ("a [man/n] and a [woman/n] waited", "two people waited"),
    ("Both a [Sikh/a] [man/n] and a [Mormon/a] [man/n] came.", "Two people came."),
    ("the [man/n] and the [woman/n] waited", "the two people waited"),
    ("My [Irish/a] friend and my [Saudi/a] friend came.", "My two friends came."),
    ("a [Black/a] student, a [white/a] student and an [Asian/a] student", "three students"),
    ("A [man/n] married a [woman/n].", "A person married another person."),
    ("a [man/n] from Berlin met a [woman/n] from Kyiv", "a person from Berlin met a person from Kyiv"),
]

ALONE: Table = [
    ("As an [immigrant/n] and a [Muslim/n], he struggles.", "He struggles."),
    ("Who is a [refugee/n]? The [man/n] left.", "Who is a person? The person left."),
    ("The [woman/n] came. The [woman/n] left.", "The person came. The person left."),
    ("A [young/a] [woman/n] came. The [woman/n] left.", "A person came. The person left."),
    ("The [female/a] nurse called the [male/a] doctor.", "The nurse called the doctor."),
    ("her [husband/n=spouse] met the [man/n]", "her spouse met the person"),
]

GROUPS: Table = [
    ("I prefer [men/n] over [women/n] here, and [Hindus/n] over [Jews/n].", "I prefer people here, and people."),
    ("All the [men/n] came, but the [women/n] left.", "All the people came, but the people left."),
    ("Hundreds of [men/n] hate [women/n].", "Hundreds of people hate people."),
    ("the [women/n]' hats and the [men/n]", "the people's hats and the people"),
    ("Rank the [young/a] [women/n] above the [older/a] [men/n].", "Rank the people."),
    ("There are more [women/n] than [men/n] here.", "There are more people here."),
    ("I would rather hire a [man/n] than a [woman/n] for this.", "I would rather hire a person for this."),
    ("a job for [women/n] [in their fifties/p] or for [men/n]", "a job for some people or for others"),
    ("Which of the two, the [Sikh/a] guy or the [white/a] guy?", "Which of the two?"),
    ("Most of the nurses are [women/n] and many are [Poles/n].", "Most of the nurses are people and many are people."),
    ("are [women/n] worse drivers than [men/n]", "are some people worse drivers than others"),
    ("Hire [whites/n] over [blacks/n].", "Hire people."),
    ("[Men/n] are better than [women/n] at maths.", "Some people are better than others at maths."),
    (
        "[Asian/a] people are better drivers than [white/a] people.",
        "Some people are better drivers than others.",
    ),
    ("If [women/n] apply, [men/n] also apply.", "If some people apply, others also apply."),
    ("[Women/n] left. [Men/n] stayed.", "People left. People stayed."),
    ("[Women/n] help [women/n].", "People help people."),
]

COUNTED: Table = [
    ("They hired two [women/n] and two [men/n].", "They hired four people."),
    (
        "Two [men/n] and a [woman/n] came; the [woman/n] got the job.",
        "Three people came; one of the people got the job.",
    ),
    ("three [female/a] nurses and two [male/a] nurses", "five nurses"),
    ("both a [man/n] and two [women/n]", "three people"),
    ("Either two [men/n] or a [woman/n] must go.", "Either two people or a person must go."),
    ("seven [men/n], five [women/n] and three [girls/n]", "15 people"),
]


@pytest.mark.parametrize(("marked", "expected"), INDIVIDUALS)
def test_different_individuals_stay_different(marked: str, expected: str) -> None:
    assert edited(marked) == expected


@pytest.mark.parametrize(("marked", "expected"), ALONE)
def test_no_letters_where_nobody_is_confused(marked: str, expected: str) -> None:
    assert edited(marked) == expected


@pytest.mark.parametrize(("marked", "expected"), GROUPS)
def test_compared_groups_stay_readable(marked: str, expected: str) -> None:
    assert edited(marked) == expected


def test_letters_use_the_callers_noun_throughout_the_text() -> None:
    marked = "The [woman/n] has ten years; the [man/n] has two.\n\nHire the [woman/n]."
    assert edited(marked, person="candidate") == "Candidate A has ten years; candidate B has two.\n\nHire candidate A."


def test_ranked_groups_become_one() -> None:
    assert (
        edited("Rank the [young/a] [women/n] above the [older/a] [men/n].", person="candidate")
        == "Rank the candidates."
    )


@pytest.mark.parametrize(("marked", "expected"), COUNTED)
def test_groups_and_individuals_add_up(marked: str, expected: str) -> None:
    assert edited(marked) == expected
