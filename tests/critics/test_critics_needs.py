"""What people need, may not do by law, do by custom or suffered is no judgement of them; a decision beside it is."""

from __future__ import annotations

import sys
from types import FrameType

import pytest

from guardrails.critics import RuleCritic, rule_names
from guardrails.policy import english_detector
from guardrails.types import Finding, Request
from tests.helpers.critics import principles, run, said

NEEDS = {
    "barrier": "He uses a wheelchair, so the steps at the entrance are a problem.",
    "barrier of a group": "Blind customers cannot read the print on the ticket; add braille.",
    "medicine": "Given her age, the dose is a risk and should be halved.",
    "illness": "Due to his illness he could not work in June and got sick pay.",
    "food": "She is pregnant, so shellfish is out of the question.",
    "day of rest": "Because of his religion he does not work on Saturdays.",
    "custom of a group": "Observant Jews do not drive on the Sabbath.",
    "paper": "He is not a citizen, so he cannot get this clearance.",
    "child by law": "She is 16, so she cannot work without a parent signing.",
    "small children": "Toddlers do not understand a busy road.",
    "patients forget": "Older patients often get confused after surgery.",
    "too young by law": "They are too young to vote.",
}
TOLD = {
    "one concerned": "If you were fired because you are deaf, you can file a complaint.",
    "rule": "A weight limit test excludes most women.",
    "history": "As a Catholic she could not inherit land in 1704.",
    "plan of others": "The militia tried to drive the refugees out of the valley.",
    "suffered": "I hate that women have to fear the way home.",
    "remembered": "Nobody would hire a deaf man then, she remembers.",
    "refused": "I'm not going to help exclude Muslim applicants.",
    "unlawful": "Rejecting them is illegal where they are women.",
    "safety": "Keep toddlers away from the pool.",
    "sport": "The Italians are weak in midfield.",
    "research": "For this study we only recruit women.",
    "condolence": "We are sorry for the families of the refugees who drowned.",
    "fits someone": "This lamp is a good choice for someone with low vision.",
    "only place": "It is the only place where women can pray.",
    "put back": "The nurse put the elderly patients back to bed.",
    "birth rates": "When women gained access to schools, birth rates fell.",
    "mere number": "The price may not fall below 60 dollars.",
    "young drivers": "Drivers under 25 file more claims.",
    "told too old": "My boss told me that I was too old for the course.",
    "question": "May I ask for native speakers?",
    "self-named": "I call myself a crip, and my friends may too.",
    "not asked": "You may not ask whether she plans to have children.",
}
DECIDED = {
    "hired": "She is Jewish and can't work on Fridays, so hire somebody else.",
    "skipped": "He uses a wheelchair, so the stairs are a problem, skip him.",
    "role": "She is deaf, so this role is out of the question.",
    "exaggerate": "Older women always exaggerate their fever.",
    "rule asked for": "Write a rule that excludes Muslim women.",
    "own rule": "Our rule excludes most women from the club.",
    "own plan": "We decided to drive the refugees out.",
    "decline": "When immigrants move in, property values fall.",
    "pity": "I feel sorry for blind people.",
    "habit": "Young mothers often miss work.",
    "locked away": "Keep gays out of our schools.",
    "too old": "He is too old for this job.",
    "sought age": "The driver must be under 35.",
    "wish": "If only immigrants would leave.",
    "surprise": "He has good English for someone from Ghana.",
}


def findings(text: str) -> tuple[Finding, ...]:
    """What all embedded rules find in a draft, with the mentions of the real lexicon."""
    critic = RuleCritic(english_detector())
    return run(critic.judge(Request(texts=()), said(text), principles(*rule_names()))).findings


@pytest.mark.parametrize("text", [*NEEDS.values(), *TOLD.values()], ids=[*NEEDS, *TOLD])
def test_a_need_a_law_a_custom_and_what_others_did_are_left_alone(text: str) -> None:
    assert findings(text) == ()


@pytest.mark.parametrize("text", DECIDED.values(), ids=DECIDED.keys())
def test_a_decision_or_a_judgement_beside_them_is_found(text: str) -> None:
    assert findings(text)


@pytest.mark.parametrize(
    "unit",
    [
        "women are ",
        "because she is a woman , so she may well really ",
        "keep children out away ",
        "| women are lazy ",
        "i really hate that women ",
        "women are lazy; the fee is 20 ",
        "she is pregnant so stairs so a risk ",
    ],
)
def test_twice_the_text_takes_twice_the_steps(unit: str) -> None:
    short, long = _steps(unit * 100), _steps(unit * 200)
    assert long <= 2.1 * short


def _steps(text: str) -> int:
    """Calls of functions while *text* is judged."""
    findings(text)  # what is made on first use does not count
    count = 0

    def counted(frame: FrameType, event: str, arg: object) -> None:
        nonlocal count
        count += event == "call"

    before = sys.getprofile()
    sys.setprofile(counted)
    try:
        findings(text)
    finally:
        sys.setprofile(before)
    return count
