"""Noun phrases stay grammatical when what describes people goes."""

from __future__ import annotations

import pytest

from tests.helpers.marked import Table, edited

ARTICLES: Table = [
    ("an [Asian/a] man", "a man"),
    ("a [Black/a] engineer", "an engineer"),
    ("a [young/a] hourly worker", "an hourly worker"),
    ("a [gay/a] honest broker", "an honest broker"),
    ("an [elderly/a] university teacher", "a university teacher"),
    ("an [old/a] European buyer", "a European buyer"),
    ("an [Indian/a] user", "a user"),
    ("a [female/a] MBA student", "an MBA student"),
    ("a [female/a] HR manager", "an HR manager"),
    ("an [Irish/a] UK resident", "a UK resident"),
    ("a [deaf/a] one-time buyer", "a one-time buyer"),
    ("a [Muslim/a] heir", "an heir"),
    ("an [older/a] 8-year veteran", "an 8-year veteran"),
    ("a [blind/a] 11th hire", "an 11th hire"),
    ("AN [ASIAN/a] NURSE", "A NURSE"),
    ("An [Asian/a] nurse", "A nurse"),
    ("A [Black/a] attorney", "An attorney"),
    ("the [Asian/a] nurse", "the nurse"),
]

STACKS: Table = [
    ("after his [Chinese/n] mates", "after his mates"),
    ("a much more [youthful/a] [man/n]", "a person"),
    ("hire more [Black/a] people", "hire more people"),
    ("most [Black/a] tenants", "most tenants"),
    ("The [Muslim/n] family left.", "The family left."),
    ("[gay/n] lives are worth it", "lives are worth it"),
    ("the [Muslim/n] living here", "the person living here"),
    ("the [man/n] responsible for it", "the person responsible for it"),
    ("The [deaf/a] one left.", "The one left."),
    ("a [20-year-old/a] grabbed a seat", "a person grabbed a seat"),
    ("a shifty [Christian/a].", "a shifty person."),
    ("As far as I am concerned, [gay/a] people are fine.", "As far as I am concerned, people are fine."),
    ("The [deaf/n] candidate's coach", "The candidate's coach"),
    ("a [45-year-old/a] [Black/a] [woman/n] with ten years in sales", "a person with ten years in sales"),
    ("a [young/a], [Black/a] [woman/n]", "a person"),
    ("a [young/a] [Black/a] [female/a] nurse", "a nurse"),
    ("[young/a] and [disabled/a] [women/n]", "people"),
    ("a [young/a], dynamic [salesman/n=salesperson]", "a dynamic salesperson"),
    ("The customer is an angry [Irish/a] [man/n].", "The customer is an angry person."),
    ("a [young/a], talented engineer", "a talented engineer"),
    ("a [young/a] and talented engineer", "a talented engineer"),
    ("a talented, [young/a] engineer", "a talented engineer"),
    ("a talented and [young/a] engineer", "a talented engineer"),
    ("Hire [young/a], energetic people.", "Hire energetic people."),
    ("an [openly/a] [gay/a] judge", "a judge"),
    ("an openly [gay/a] judge", "a judge"),
    ("a very [old/a] customer", "a customer"),
    ("a severely [disabled/a] tenant", "a tenant"),
    ("especially [Black/a] tenants", "especially tenants"),
    ("only [white/a] applicants", "only applicants"),
    ("a [German/a]-born engineer", "an engineer"),
    ("a half-[Asian/a] nurse", "a nurse"),
    ("a [Asian/a]-[American/a] nurse", "a nurse"),
    ("an all-[female/a] team", "a team"),
    ("[Muslim/n] [woman/n] here", "Person here"),
    ("[Young/a] people apply.", "People apply."),
    ("[young/a] people apply.", "people apply."),
]

NOUNS: Table = [
    ("The [Iraqis/n] and the dog", "The people and the dog"),
    ("Many [Hindus/n] live here.", "Many people live here."),
    ("for [women of colour/n] in sales", "for people in sales"),
    ("a [person with disabilities/n]", "a person"),
    ("I love [lesbians/a].", "I love people."),
    ("two [kids/n@age]", "two people"),
    ("a student with no [kids/n@age]", "a student with no kids"),
    ("she has two [kids/n@age]", "she has two kids"),
    ("a flatmate, preferably [female/n], in May", "a flatmate, in May"),
    ("the [woman/n] in the office", "the person in the office"),
    ("three [women/n] in the office", "three people in the office"),
    ("Help [the blind/n].", "Help people."),
    ("Help the [blind/n@disability].", "Help people."),
    ("Help the [Muslims/n@religion].", "Help people."),
    ("Help the [Muslims/n@religion] in my street.", "Help the people in my street."),
    ("the [elderly/n] need support", "people need support"),
    ("Half of the [Catholics/n@religion] left.", "Half of the people left."),
    ("The [Chinese/n] are here.", "People are here."),
    ("A [Chinese/n] came.", "A person came."),
    ("No [blacks/n@race] here.", "No people here."),
    ("many [Muslims/n] work here", "many people work here"),
    ("[Whites/n] only.", "People only."),
    ("each [woman/n]", "each person"),
    ("a [wheelchair user/n]", "a person"),
    ("two [wheelchair users/n=person]", "two people"),
    ("[mothers/n=parent] at work", "parents at work"),
    ("A [mother/n=parent] at work", "A parent at work"),
    ("her [husband/n=spouse] works", "her spouse works"),
    ("the [wives/n=spouse]", "the spouses"),
    ("[Boys/n=child] play", "Children play"),
    ("the [chairman/n=chair] spoke", "the chair spoke"),
    ("a [waitress/n=attendant]", "an attendant"),
    ("[woman/n] candidate", "candidate"),
    ("a [woman/n] engineer", "an engineer"),
    ("a [Black/a] [woman/n] engineer", "an engineer"),
    ("two [women/n] engineers", "two engineers"),
    ("a [female/a] engineer", "an engineer"),
    ("a [Black/a] person", "a person"),
    ("a [disabled/a] and a [Black/a]", "two people"),
    ("I am a [gay/a] [man/n] looking for a flat", "I am a person looking for a flat"),
    ("Lend to the [younger/n] of the two.", "Lend to one of the two."),
    ("a local [sixty-something/n=people]", "a local person"),
    ("I want an [old/a] one.", "I want one."),
    ("[Elderly/a] have to wait.", "People have to wait."),
    ("No [women/n], please. Call me.", "Call me."),
    ("No [women/n] need apply.", "Undisclosed."),
    ("There are no [women/n] here.", "There are no people here."),
    ("My [aunt/n=relative], [aged 91/p], fell.", "My relative fell."),
]

POSSESSIVES: Table = [
    ("the club's [women/n]'s team", "the club's team"),
    ("a [girls/n]' school", "a school"),
    ("the [woman/n]'s CV", "the person's CV"),
    ("the [women/n]'s CVs", "the people's CVs"),
    ("the [girls/n]' CVs", "the people's CVs"),
    ("the [woman/n]’s CV", "the person’s CV"),
    ("the [mothers/n=parent]' meeting", "the parents' meeting"),
    ("the [women/n=adult]'s meeting", "the adults' meeting"),
    ("the [woman's/n] CV", "the person's CV"),
]

CANDIDATES: Table = [
    ("The nursery takes [babies/n].", "The nursery takes people."),
    ("She left after the first [child/n].", "She left after the first child."),
    ("the [woman/n]'s CV", "the candidate's CV"),
    ("the [women/n]'s CVs", "the candidates' CVs"),
    ("a [Black/a] [woman/n] with ten years in sales", "a candidate with ten years in sales"),
    ("an [old/a] [woman/n]", "a candidate"),
    ("[men/n] and [women/n]", "candidates"),
    ("a [Black/a] person", "a person"),
    ("a [woman/n] candidate", "a candidate"),
    ("[Women/n] over there", "Candidates over there"),
    ("The driver is a [woman/n].", "The driver is a person."),
    ("All the engineers are [men/n].", "All the engineers are people."),
    ("My dentist is [Muslim/a].", "My dentist is a person."),
    ("Anna is a [woman/n].", "Anna is a candidate."),
    ("She was the only [woman/n] here.", "She was the only candidate here."),
]

COORDINATION: Table = [
    ("[Men/n] and [women/n] can apply.", "People can apply."),
    ("[men/n], [women/n] and [children/n]", "people"),
    ("[Muslims/n], [Jews/n], and [Christians/n] live here", "People live here"),
    ("for [Black/a] or [Hispanic/a] applicants", "for applicants"),
    ("for [Black/a] and [white/a] [men/n]", "for people"),
    ("[young/a] [women/n] and [older/a] [men/n]", "people"),
    ("[women/n] and [disabled/a] people", "people"),
    ("[women/n] and managers", "people and managers"),
    ("[mothers/n=parent] and [fathers/n=parent]", "parents"),
    ("a [mother/n=parent] and a [daughter/n=child]", "a parent and a child"),
    ("a [man/n] or a [woman/n]", "a person"),
    ("a [man/n] or [woman/n]", "a person"),
    ("either a [man/n] or a [woman/n]", "a person"),
    ("every [man/n] and [woman/n]", "every person"),
    ("both [men/n] and [women/n]", "people"),
    ("the [blind/n] and the [deaf/n]", "people"),
    ("for [Black/a] students and [white/a] students", "for students"),
    ("doctors and [female/a] nurses", "doctors and nurses"),
    ("[husbands/n=spouse] and [wives/n=spouse]", "spouses"),
]


@pytest.mark.parametrize(("marked", "expected"), ARTICLES)
def test_the_article_fits_the_sound_of_the_word_it_now_meets(marked: str, expected: str) -> None:
    assert edited(marked) == expected


@pytest.mark.parametrize(("marked", "expected"), STACKS)
def test_adjectives_vanish_with_what_hangs_on_them(marked: str, expected: str) -> None:
    assert edited(marked) == expected


@pytest.mark.parametrize(("marked", "expected"), NOUNS)
def test_nouns_become_a_neutral_noun_of_their_number_or_none_beside_a_role(marked: str, expected: str) -> None:
    assert edited(marked) == expected


@pytest.mark.parametrize(("marked", "expected"), POSSESSIVES)
def test_possessive_endings_follow_the_new_noun(marked: str, expected: str) -> None:
    assert edited(marked) == expected


@pytest.mark.parametrize(("marked", "expected"), CANDIDATES)
def test_the_noun_for_a_person_is_the_callers(marked: str, expected: str) -> None:
    assert edited(marked, person="candidate") == expected


@pytest.mark.parametrize(("marked", "expected"), COORDINATION)
def test_coordinated_groups_become_one_phrase(marked: str, expected: str) -> None:
    assert edited(marked) == expected
