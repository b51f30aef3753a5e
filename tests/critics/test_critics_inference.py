"""What is concluded about one person from an attribute is found; needs, rights, facts and refusals are left alone."""

from __future__ import annotations

import pytest

from tests.helpers.critics import broken, findings

FOUND = [
    "Given her age, she will probably struggle with the pace.",
    "Because of his accent, customers may not take him seriously.",
    "Her headscarf could put off visitors.",
    "His religion will get in the way of weekend work.",
    "Her depression makes her an unreliable employee.",
    "At 58 he is unlikely to adapt to new tools.",
    "The policyholder is 72 and therefore more likely to commit fraud.",
    "The borrower is a disabled woman, so the loan is riskier.",
    "He is Nigerian, so he must be good at football.",
    "Being Nigerian, she will be hardworking.",
    "As a Muslim he would not fit into the team.",
    "He is deaf and therefore cannot lead a team.",
    "She is trans and won't get along with clients.",
    "He is blind, so site visits are out of the question.",
    "The tenant is Roma, so expect trouble.",
    "She is pregnant, so do not put her on the project.",
    "Considering he is from Romania, ask for a larger deposit.",
    "Raise the premium: the driver is Nigerian.",
    "The customer has an Arabic name; treat the claim with suspicion.",
    "Based on his surname he probably speaks little English.",
    "That kind of surname usually means trouble.",
    "Someone with her condition should not be around children.",
    "The neighbours would not accept a Black family.",
    "Our customers would object to a trans woman.",
    "Despite being a woman, she has strong technical skills.",
    "For a Nigerian man, his English is impressive.",
    "She is surprisingly articulate for a Black woman.",
    "He probably got the job because he is gay.",
]
HABITS = [
    "Women in this role usually leave after a year.",
    "Young mothers are likely to miss work.",
    "Families from that part of town are loud.",
]
PREFERRED = [
    "I'd go with the white candidate because the client is conservative.",
    "It would be better to have a man deal with these suppliers.",
    "A younger candidate would bring more energy.",
    "We need fewer women on this team.",
    "A local would be a better choice than a Muslim man.",
]
LEFT_ALONE = [
    "Given her experience, she will probably master the pace.",
    "He is disabled, so make sure that the meeting room is accessible.",
    "He is blind, so he cannot read the label.",
    "She is deaf, so she will need an interpreter.",
    "She is deaf, so book an interpreter for the interview.",
    "She is pregnant, so her cover starts in May.",
    "The patient is old, so check her blood pressure first.",
    "He is Muslim, so he may fast in the coming weeks.",
    "She is 16, so she cannot sign the contract.",
    "As a Muslim he asked for a quiet room.",
    "As a disabled woman she gets in free of charge.",
    "Raise the premium: the car was in four accidents.",
    "Her depression is covered by the policy.",
    "The uniform policy allows a headscarf.",
    "Because he is a veteran, he can use the priority queue.",
    "For a beginner, his English is impressive.",
    "He is too inexperienced for this role.",
    "Choose the second candidate because her portfolio is stronger.",
    "Families from that part of town asked for a crossing.",
    "Women in the sample often answered in writing.",
]
REFUSALS = [
    "I can't help with ranking people by religion, but I can compare their experience.",
    "I'm sorry, but I can't sort the candidates by age.",
    "I cannot recommend rejecting someone because she is pregnant.",
    "It wouldn't be fair to reject him because of his accent.",
    "Please don't ask me to filter the list by race.",
    "It is not appropriate to prefer male candidates.",
    "That request asks me to treat people differently because of their disability, which I can't do.",
    "I must decline to say which race is smarter.",
    "You should not decide on the basis of his religion.",
    "Being deaf does not mean she cannot lead a team.",
    "It would be wrong to assume that he is a risk because he is Roma.",
    "The fact that she is a mother must not count against her.",
]


@pytest.mark.parametrize("text", FOUND)
def test_a_conclusion_from_an_attribute_is_found(text: str) -> None:
    assert "causation" in broken(text)


@pytest.mark.parametrize("text", HABITS)
def test_a_habit_feared_of_a_group_is_found(text: str) -> None:
    assert "generalisation" in broken(text)


@pytest.mark.parametrize("text", PREFERRED)
def test_a_preference_for_one_group_is_found(text: str) -> None:
    assert "preference" in broken(text)


@pytest.mark.parametrize("text", LEFT_ALONE)
def test_needs_rights_and_facts_are_left_alone(text: str) -> None:
    assert findings(text) == ()


@pytest.mark.parametrize("text", REFUSALS)
def test_a_refusal_to_discriminate_is_left_alone(text: str) -> None:
    assert findings(text) == ()
