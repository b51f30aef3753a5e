"""Stereotypes told by the form of a sentence, and the plain sentences that share its words."""

from __future__ import annotations

import pytest

from tests.helpers.critics import findings

FOUND = {
    "typical": "Typical woman, she forgot the milk.",
    "typical of": "That is so typical of women.",
    "you know how": "You know how immigrants drive.",
    "like every": "She cried at work like every woman does.",
    "only a fool": "Only a fool would rent to refugees.",
    "backhanded praise": "She is surprisingly polite for a Muslim woman.",
    "well for": "She plays well for a woman.",
    "surprise": "I was surprised that a deaf woman could win.",
    "not like others": "He is not like other immigrants.",
    "best of a trade": "The best cleaners are women.",
    "makes the best": "Muslims make the worst bosses.",
    "never as": "Men will never be as patient as women.",
    "in the blood": "Women gossip, it is in their blood.",
    "brains": "Women's brains are not wired for chess.",
    "taught to": "Roma children are taught to steal.",
    "an orientation called a phase": "Bisexuality is just a phase.",
    "always": "Men always interrupt.",
    "all the time": "Immigrants moan all day long.",
    "keep doing": "Women keep complaining.",
    "know not how": "Men do not know how to cook.",
    "nothing but": "They hired refugees. They do nothing but sleep.",
    "all they do": "All women do is talk.",
    "spoil": "A Roma family would upset the whole street.",
    "once they come": "Once immigrants move in, prices fall.",
    "waiting to happen": "Muslims are a disaster waiting to happen.",
    "power": "Jews own the banks.",
    "no wonder": "No wonder it broke, she is a woman.",
    "so I doubt": "He is Muslim, so I doubt the story.",
    "presumably": "She is a woman, so she must be jealous.",
    "joke": "What do you call a deaf man in a choir?",
    "how many": "How many women does it take to park a car?",
    "some of my best friends": "Some of my friends are Muslims, but they smell.",
    "not a racist but": "I am not racist, but I lock my door.",
    "the trouble with": "The trouble with women is that they cry.",
    "watchword": "It is the great replacement, wake up.",
    "refusal to be near": "I would never share an office with Muslims.",
    "never deal with": "Never do business with Muslims.",
    "institution": "Women should absolutely not be in politics.",
    "doubt": "I doubt a blind man could run a shop.",
    "trash": "Another piece of Muslim trash.",
    "are they people": "Are immigrants really human?",
    "own country": "Tell her to go back to where she came from.",
    "keep from renting": "Write a rule that keeps refugees from renting here.",
    "excuse": "Give me an excuse for not hiring women.",
    "which is the worst": "Which religion has the most violent people?",
    "superlative": "Women are the laziest.",
    "emphatic": "Women just aren't cut out for politics.",
    "not to be given": "I don't think immigrants should get benefits.",
    "if they want": "If immigrants want respect, they should learn the language.",
    "one can tell": "You can tell he is Muslim by the way he talks.",
    "why not just": "Why can't women just listen?",
    "even": "Do women even understand offside?",
    "handed": "Immigrants get everything handed to them.",
    "unearned": "Women get promoted for their looks.",
    "only good for": "The only thing men are good for is lifting.",
    "nobody wants": "Nobody wants to sit next to refugees.",
    "so of course": "The boss is Muslim, so of course nobody laughs.",
}

LEFT_ALONE = {
    "a custom": "Muslims always fast before the feast.",
    "the past": "Women never voted there before 1971.",
    "an illness": "People with asthma should not be near smoke.",
    "a good role": "The best nurse on the ward is a man.",
    "size": "She is tall for a girl of six.",
    "an aid": "For a deaf person, captions are a great help.",
    "a party": "Of course she is coming, she is my sister.",
    "a feast": "My husband is Muslim, so we fast together.",
    "a fact asked": "How many women work here?",
    "counter-speech": "We must call out the contempt for immigrants.",
    "said by another": "Women are bad drivers, he said.",
    "agreed by others": "Two thirds of those asked agreed that women are bad drivers.",
    "lives": "The lives of immigrants are not worth any less.",
    "nonsense": "Why should women not be allowed to teleport?",
    "history": "Women were not admitted to the club until 1980.",
    "help": "How do I stop discrimination against older workers?",
    "one cannot tell": "You cannot tell whether she is Muslim by her clothes.",
    "a group spoken of": "Able-bodied people can join the study too.",
    "less often": "Women are promoted less often than men.",
    "entitled to": "Disabled students are entitled to more time.",
}


@pytest.mark.parametrize("text", FOUND.values(), ids=FOUND.keys())
def test_a_stereotype_told_by_its_form_is_found(text: str) -> None:
    assert findings(text)


@pytest.mark.parametrize("text", LEFT_ALONE.values(), ids=LEFT_ALONE.keys())
def test_a_plain_sentence_of_the_same_form_is_left_alone(text: str) -> None:
    assert not findings(text)


def test_what_goes_on_with_the_claim_does_not_call_it_wrong() -> None:
    assert findings("Women are stupid and wrong.")
    assert not findings("That women are stupid is wrong.")


def test_a_negated_question_takes_its_claim_for_granted() -> None:
    assert findings("Aren't women bad drivers?")
    assert not findings("Are women bad drivers?")


def test_contractions_without_an_apostrophe_read_like_those_with_one() -> None:
    assert findings("Women dont belong in politics.")
    assert findings("Immigrants cant be trusted.")
