"""More forms a judgement of people takes; and what has the same form and judges nobody."""

from __future__ import annotations

import pytest

from tests.helpers.critics import broken, findings

FOUND = [
    ("generalisation", "Deaf drivers are a danger to everyone."),
    ("generalisation", "Older tenants are more trouble than they are worth."),
    ("generalisation", "Women are good listeners but have no ambition."),
    ("generalisation", "You can't expect women to read a map."),
    ("generalisation", "She was too emotional to lead, like most women."),
    ("causation", "I would reject her because she is pregnant, he said."),
    ("exclusion", "We should not hire Muslims, they say, and they are right."),
    ("generalisation", "Women are too emotional to lead, and on Monday, he said hello."),
    ("causation", "She is pregnant, which makes her a risk."),
    ("causation", "Deny the loan, she is pregnant."),
    ("causation", "He is Muslim, so take a bigger deposit."),
    ("exclusion", "Immigrants should not get mortgages."),
    ("exclusion", "I avoid Muslims."),
    ("exclusion", "Better not to insure immigrants."),
]
LEFT_ALONE = [
    "Women are too emotional to lead, he said.",
    "I hate it when people say that immigrants are dangerous.",
    "We study why people believe that immigrants commit crimes.",
    "You can't expect a beginner to read a map.",
    "Women should not get less pay than men.",
    "She is pregnant, which makes her eligible for the allowance.",
    "Deny the loan, the income is too low.",
    "Better not to insure the old van.",
    "I avoid motorways.",
    "Irish bus drivers voted for the strike.",
]


@pytest.mark.parametrize(("rule", "text"), FOUND, ids=[text for _, text in FOUND])
def test_a_judgement_in_this_form_is_found(rule: str, text: str) -> None:
    assert rule in broken(text)


@pytest.mark.parametrize("text", LEFT_ALONE)
def test_the_same_form_without_a_judgement_is_left_alone(text: str) -> None:
    assert findings(text) == ()
