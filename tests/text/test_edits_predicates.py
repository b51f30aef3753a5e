"""What is said of somebody goes with as much of its clause as the sentence can spare."""

from __future__ import annotations

import pytest

from tests.helpers.marked import Table, edited

CONTINUED: Table = [
    ("Is she [married/a], and does she drive?", "Does she drive?"),
    ("The caller sounded [elderly/a] and confused.", "The caller sounded confused."),
    ("The nurse is [a woman/n] and she sings.", "The nurse sings."),
    ("She is [Muslim/a] and has five years of experience.", "She has five years of experience."),
    ("She is [Muslim/a] and hardworking.", "She is hardworking."),
    ("She is [Muslim/a] but eats here.", "She eats here."),
    ("She's [Muslim/a] and has five years.", "She has five years."),
    ("She’s [Muslim/a] and speaks Greek.", "She speaks Greek."),
    ("I'm [deaf/a], how do I apply?", "How do I apply?"),
    ("I'm [deaf/a], so I need captions.", "I need captions."),
    ("I'm [17/p@age], can I apply?", "Can I apply?"),
    ("She is [pregnant/a], is that a problem?", "Is that a problem?"),
    ("I am [45 years old/a] and looking for work.", "I am looking for work."),
    ("I am [45 years old/v] and live in Rome.", "I live in Rome."),
    ("She [is 45 years old/v] and lives in Rome.", "She lives in Rome."),
    ("He [uses a wheelchair/v] and needs a ramp.", "He needs a ramp."),
    ("He [uses a wheelchair/p] and needs a ramp.", "He needs a ramp."),
    ("I [have autism/v] and I need quiet.", "I need quiet."),
    ("[I'm deaf/v] and I need captions.", "I need captions."),
    ("She is [in her sixties/p] and works at a bank.", "She works at a bank."),
    ("She is of [Nigerian/a] descent and speaks French.", "She speaks French."),
    ("She was [born in 1961/p] and has worked here since.", "She has worked here since."),
    ("She is a [woman/n] and has ten years of experience.", "She has ten years of experience."),
    ("They are [disabled/a] and work from home.", "They work from home."),
    ("The candidate is [Muslim/a] and he has a degree.", "The candidate has a degree."),
    ("She is not [Muslim/a] but punctual.", "She is punctual."),
    ("She is a devout [Muslim/n] and a hard worker.", "She is a hard worker."),
    ("My [husband/n=spouse] is [Jewish/v] and he sings.", "My spouse sings."),
    ("She is [deaf/v] and a friend helps her.", "A friend helps her."),
    ("Our team is all [male/n] and mostly quiet.", "Our team is mostly quiet."),
    ("Applicants should be [aged 25/p@age] and be fit.", "Applicants should be fit."),
    ("those who are [divorced/v] or widowed pay", "those who are widowed pay"),
    ("my dog is [old/v] and shes tired", "my dog is tired"),
    ("She is [deaf/v] and chairs the board.", "She chairs the board."),
    ("They are [deaf/v] and host a fair.", "They host a fair."),
    ("Must be [under 35/p] and hold a licence.", "Must hold a licence."),
    ("She wants to be [pregnant/a] and live here.", "She wants to live here."),
    ("He is [blind/v] but types fast.", "He types fast."),
    ("She [has two kids/v@family_status] and no car.", "She has no car."),
    ("I know a tutor who [grew up poor/v] and now runs a bank.", "I know a tutor who now runs a bank."),
    ("The driver was an [Arab/n] and very polite.", "The driver was very polite."),
    ("Is there somebody who is [deaf/v@disability]?", "Is there somebody?"),
]

LISTS: Table = [
    ("She is kind and [Muslim/a].", "She is kind."),
    ("She is kind, [Muslim/a] and funny.", "She is kind and funny."),
    ("She is [young/a], [Black/a] and talented.", "She is talented."),
    ("She is [young/a], talented and kind.", "She is talented and kind."),
    ("ill, [disabled/a] and dying people", "ill and dying people"),
    ("I like kind, [disabled/a] and funny people", "I like kind and funny people"),
]

DROPPED: Table = [
    ("We want someone who isn't [pregnant/a] or about to be.", "We want someone."),
    ("They refused because I'm [gay/a] and [have HIV/v].", "They refused."),
    ("someone who isn't a smoker and isn't [Muslim/a]", "someone who isn't a smoker"),
    ("a candidate who is [Muslim/a]", "a candidate"),
    ("a candidate who's [Muslim/a]", "a candidate"),
    ("The tutor, who is [deaf/a], left.", "The tutor left."),
    ("a tutor who is [deaf/a] and has a degree", "a tutor who has a degree"),
    ("Despite being [blind/v], he passed.", "He passed."),
    ("The judge, who is a [Catholic/n], and the lawyer, who is a [Jew/n], left.", "The judge and the lawyer left."),
    ("a friend who is a [woman/n=adult]", "a friend who is an adult"),
    ("Is he late because he is recently [married/v]?", "Is he late?"),
    ("I like her because she is [Muslim/a].", "I like her."),
    ("Because she is [Muslim/a], she left.", "She left."),
    ("He works hard and he is [deaf/a].", "He works hard."),
    ("He was rejected. He is [Black/a]. He sued.", "He was rejected. He sued."),
    ("He sued. He is [Black/a].", "He sued."),
    ("He is [Black/a]. He sued.", "He sued."),
    ("Two clients came, one [gay/a] and the other [straight/a].", "Two clients came."),
    ("Two clients - one of them [gay/a], the other [straight/a] - came.", "Two clients came."),
    ("We met two clients, one who's [gay/a] and the other who's [deaf/a], in May.", "We met two clients in May."),
    ("Two came (one [Black/a] and one [white/a]).", "Two came."),
    ("Two came. One is [Black/a] and the other is [white/a]. Both left.", "Two came. Both left."),
]

KEPT: Table = [
    ("He was raised [Catholic/a].", "He was raised that way."),
    ("He's [deaf/a], which his manager knows.", "He's a person, which his manager knows."),
    ("Our team is [deaf/a], so she may leave.", "Our team is a person, so she may leave."),
    ("He said she was [pregnant/a@pregnancy].", "He said she was in a particular situation."),
    ("He became [blind/a@disability] at sea.", "He became that way at sea."),
    ("Written when he was [31/a@age].", "Written when he was that age."),
    ("She was left [paralysed/a] from the neck down.", "She was left that way from the neck down."),
    ("You should never [use a cane/p].", "You should never do so."),
    ("He is [white/a], [straight/a] and [able-bodied/a@disability].", "He is a person."),
    ("Being [gay/a] is fine.", "Being a person is fine."),
    ("Being [female/n] is fine.", "Being a person is fine."),
    ("He said she was [deaf/a].", "He said she was a person."),
    ("They are [blind/a].", "They are people."),
    ("She is not [Muslim/a].", "She is a person."),
    ("She isn't [Muslim/a].", "She is a person."),
    ("He identifies as [gay/a].", "He is a person."),
    ("Reject her if she is [pregnant/a].", "Reject her if she is a person."),
    ("He's a bit [old/v] for us.", "He's a person for us."),
    ("Why are [Sikhs/n] so slow?", "Why are people so slow?"),
    ("Applicants should be [Muslim/v].", "Applicants should be people."),
    ("Who is likely to be [deaf/v]?", "Who is likely?"),
    ("Is she [Muslim/a]?", "Is she a person?"),
    ("Are the candidates [Muslim/a]?", "Are the candidates people?"),
    ("Who is [deaf/a]?", "Who is it?"),
    ("She got [pregnant/a] last year.", "She got that way last year."),
    ("[Europeans/n] are [dumb/a].", "People are that way."),
    ("She is a [Muslim/n].", "She is a person."),
    ("There's a [man/n], and on the left a dog.", "There's a person, and on the left a dog."),
    ("Cally says she is [pregnant/a], and her dog barks.", "Cally says she is a person, and her dog barks."),
    ("Moreau's [father/n=parent] was here.", "Moreau's parent was here."),
    ("He came across as [gay/a] in the interview.", "He came across as a person in the interview."),
    ("She may be [tired/v], so do not ask her.", "She may be a person, so do not ask her."),
    ("He is too [old/v] for this job.", "He is unsuitable for this job."),
    ("He is not [old/v] enough for this job.", "He is unsuitable for this job."),
    ("He isn't [old/v] enough for this job.", "He isn't suitable for this job."),
    ("She [uses a wheelchair/v@disability].", "She is in a particular situation."),
    ("[Old people/n] [have a habit/v].", "People are individuals."),
    ("my [partner/n=partner] is [trans/v]", "my partner is a person"),
]


@pytest.mark.parametrize(("marked", "expected"), CONTINUED)
def test_what_follows_takes_the_place_of_the_predicate(marked: str, expected: str) -> None:
    assert edited(marked) == expected


@pytest.mark.parametrize(("marked", "expected"), LISTS)
def test_an_item_leaves_its_list(marked: str, expected: str) -> None:
    assert edited(marked) == expected


@pytest.mark.parametrize(("marked", "expected"), DROPPED)
def test_clauses_that_say_nothing_else_go(marked: str, expected: str) -> None:
    assert edited(marked) == expected


@pytest.mark.parametrize(("marked", "expected"), KEPT)
def test_a_clause_that_must_stay_keeps_a_neutral_word(marked: str, expected: str) -> None:
    assert edited(marked) == expected
