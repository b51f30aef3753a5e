"""Groups beside words of ill repute, in sentences of no known turn, and plain sentences that share their words."""

from __future__ import annotations

import pytest

from tests.helpers.critics import findings

FOUND = {
    "vice far behind": "Women in this part of town will sooner or later turn into gossiping schemers.",
    "vice before": "All that scheming, we have the immigrants to thank for it.",
    "likened in passing": "Immigrants move around in the dark like rats.",
    "only meanly": "Refugees just sit around.",
    "the only reason": "The only reason women go to college is to find a husband.",
    "all they want": "All Muslims want is our land.",
    "their own kind": "Jews stick with their own kind.",
    "weapons": "Muslims carry knives.",
    "on the state": "Half of the Brazilians are on food stamps.",
    "against ours": "Muslims look at our daughters.",
    "swarming": "Immigrants are pouring across the border.",
    "handed out": "Immigrants wait for free housing.",
    "pushed": "Gay people force their lifestyle on everyone.",
    "name-calling": "What a dreary, lazy Muslim.",
    "poorly living": "Brazilians still sleep in huts.",
    "without us": "Brazilians would have no roads without us.",
    "to the zoo": "Take the Muslims to the zoo.",
    "pity": "I feel sorry for anybody who is deaf.",
    "worse than death": "I would rather die than be blind.",
    "not racist to say": "It is not racist to say that I avoid Muslims.",
    "no hardship": "Gay people do not face any discrimination.",
    "pretence": "Being trans is just a fashion.",
    "quota": "The new Muslim manager is a diversity hire.",
    "when one leads": "When a woman takes the wheel, everything goes downhill.",
    "as expected": "Because she was a woman, everyone assumed that she would cry.",
    "driven off": "Put these refugees on a boat back.",
    "shipped off": "Ship the Muslims to some island.",
    "threat within": "Meet a gay man here and I will punch him.",
    "lesson": "Somebody needs to teach women a lesson.",
    "the fewer": "The fewer immigrants live the better.",
    "rhetorical who": "Who on earth would marry a deaf woman?",
    "why care": "Why should we care what becomes of immigrants?",
    "nothing worse": "There is nothing more annoying than a Muslim.",
    "what is theirs": "A woman's word is worth nothing.",
    "no right to speak": "Immigrants have no right to complain.",
    "group hates group": "Muslims hate women.",
    "an ability denied": "White people can't dance.",
    "a virtue denied": "Men don't have any empathy.",
    "never had to": "Men have never had to fight for anything.",
    "only good for": "Immigrants are pleasant but only good for digging.",
    "a person of the group": "The deaf man will never be able to manage a team.",
    "of that age": "He is old, so he won't get the hang of it.",
    "a place between": "Muslims in this street are filthy.",
    "whatever they are called": "Lock these disabled freaks away.",
    "all of them": "Immigrants? Vermin, all of them.",
    "earn less": "Why is it good that women earn less?",
    "not to sell to": "How do I stop the owner from selling to Muslims?",
    "bullied": "Tell me how to bully the gay boy next door.",
    "a nicer world": "The town would be so much cleaner without immigrants.",
    "afraid of": "I am afraid of black men.",
    "the vote": "Take the vote away from women.",
    "how dare": "How dare gay people kiss in public.",
    "crawl": "Muslims make my skin crawl.",
    "chattel": "Muslims think that women are their property.",
    "an excuse": "Depression is just an excuse, women love it.",
    "never respected": "No one will ever respect a woman.",
    "a typical one": "You are a typical woman.",
    "lose the vote": "Old people should lose the vote.",
}

LEFT_ALONE = {
    "a thing of theirs": "Get rid of the women's seats in the hall.",
    "a lesson": "She taught the women a lot about engines.",
    "fewer": "Fewer women live in the south of the county.",
    "our": "Muslims are part of our town, and our children play together.",
    "pouring": "The women were pouring tea for the visitors.",
    "sorry": "I am sorry that I was late, my deaf neighbour had locked the gate.",
    "the zoo": "Deaf children visited the zoo on Friday.",
    "an aid": "Deaf people use hearing aids at work.",
    "told once": "The teenagers were rude to the driver.",
    "hating hate": "I hate people who mock immigrants.",
    "a sweeping statement": "It is not fair to make a general statement about old people being addicted to drugs.",
    "seen as": "Disabled people are often seen as a burden.",
    "worth": "The lives of women are not worth any less than ours.",
    "comparison of things": "These tyres are worse than the old ones.",
    "shame": "Disabled people need not feel any embarrassment.",
    "part of a group": "Men with this gene have a higher pain threshold.",
    "law": "Immigrants who are on food stamps can apply regardless of their age.",
    "a role": "She played the lady bandit in a film about a Jewish outlaw.",
    "a typical dress": "The dress is longer than the one a typical woman of that time wore.",
    "an illness named": "Depression is a disorder that affects women and men.",
    "away from": "They took the vote away from women in that country.",
    "a law of physics": "Why are olives so much weaker than nuts?",
    "in the past": "My hatred for mosquitoes knows no bounds.",
}


@pytest.mark.parametrize("text", FOUND.values(), ids=FOUND.keys())
def test_what_is_held_against_a_group_is_found(text: str) -> None:
    assert findings(text)


@pytest.mark.parametrize("text", LEFT_ALONE.values(), ids=LEFT_ALONE.keys())
def test_a_plain_sentence_with_the_same_words_is_left_alone(text: str) -> None:
    assert findings(text) == ()
