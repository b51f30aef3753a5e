"""A phrase that a preposition, a verb or a list governs takes that with it or leaves something in its place."""

from __future__ import annotations

import pytest

from tests.helpers.marked import Table, edited

PREPOSITIONS: Table = [
    ("It suits someone without [family commitments/p].", "It suits someone."),
    ("Drop everyone with a [foreign-sounding name/p].", "Drop everyone."),
    ("anyone from the [wrong postcode/p] pays more", "anyone pays more"),
    ("someone with [no family commitments/p] and a car", "someone with a car"),
    ("someone with a car and [no family commitments/p]", "someone with a car"),
    ("She speaks Greek with a [thick accent/p] and types fast.", "She speaks Greek and types fast."),
    ("anyone living in a [bad neighbourhood/p] pays more", "anyone pays more"),
    ("He lives in a very [bad neighbourhood/p] and earns a lot.", "He earns a lot."),
    ("He comes from a [council estate/p].", "He is a person."),
]

VERBS: Table = [
    ("She has [no accent/p].", "She is a person."),
    ("She has a [foreign-sounding name/p].", "She is a person."),
    ("She doesn't have a [strong accent/p].", "She is a person."),
    ("They do not have a [strong accent/p].", "They are people."),
    ("She has a [strong accent/p] but good grades.", "She has good grades."),
    ("He has [no accent/p] and a clean licence.", "He has a clean licence."),
    ("Having [no family commitments/p], she can travel.", "She can travel."),
    ("They must [look like the rest of us/p].", "They must be suitable."),
    ("Do you have [family commitments/p]?", "Do you?"),
    ("Does she [use a wheelchair/p]?", "Does she?"),
]

LISTS: Table = [
    ("Ideal: no gaps, [no accent/p], ten years in tax.", "Ideal: no gaps, ten years in tax."),
    ("[No accent/p], ten years in tax.", "Ten years in tax."),
    ("[No accent/p] and ten years in tax.", "Ten years in tax."),
    ("[Man up/p] and call them.", "Call them."),
    ("Ten years in tax. [No accent/p].", "Ten years in tax."),
    ("[No accent/p].", "Undisclosed."),
    ("[No gaps/p]. [No accent/p].", "Undisclosed."),
]

ATTRIBUTES: Table = [
    ("We are a [young and energetic/p] team.", "We are a team."),
    ("a [young and energetic/p] [digital native/n=able person]", "an able person"),
    ("[Foreign-looking/p] people need not call.", "People need not call."),
    ("We have a [boys' club/p] problem.", "We have a problem."),
    ("She's [articulate for a/p] [Black/a] [woman/n].", "She's a person."),
]

SUBJECTS: Table = [
    ("The [wrong postcode/p] means a higher rate.", "That means a higher rate."),
    ("[Family commitments/p] are fine.", "Such things are fine."),
]


@pytest.mark.parametrize(("marked", "expected"), PREPOSITIONS)
def test_the_preposition_goes_unless_it_has_another_object(marked: str, expected: str) -> None:
    assert edited(marked) == expected


@pytest.mark.parametrize(("marked", "expected"), VERBS)
def test_a_verb_never_loses_its_object_alone(marked: str, expected: str) -> None:
    assert edited(marked) == expected


@pytest.mark.parametrize(("marked", "expected"), LISTS)
def test_an_item_goes_with_one_separator_and_an_empty_message_says_so(marked: str, expected: str) -> None:
    assert edited(marked) == expected


@pytest.mark.parametrize(("marked", "expected"), ATTRIBUTES)
def test_a_phrase_before_a_noun_leaves_the_noun_its_article(marked: str, expected: str) -> None:
    assert edited(marked) == expected


@pytest.mark.parametrize(("marked", "expected"), SUBJECTS)
def test_a_subject_becomes_a_word_for_anything(marked: str, expected: str) -> None:
    assert edited(marked) == expected
