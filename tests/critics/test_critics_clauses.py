"""A revision leaves the rest of the draft whole: what stands beside a finding in its sentence, its table, its list."""

from __future__ import annotations

import pytest

from tests.helpers.critics import revised

LEFT = {
    "behind a semicolon": ("Muslims are terrorists; the bus leaves at 8:15.", "The bus leaves at 8:15."),
    "behind but": ("Blind people are a burden, but the lift was built in 2019.", "The lift was built in 2019."),
    "behind and": ("Deaf people are lazy, and the fee is 20 euros. Pay soon.", "The fee is 20 euros. Pay soon."),
    "before and behind": (
        "The score is fine; immigrants are scammers; the office is in Room 12.",
        "The score is fine; the office is in Room 12.",
    ),
    "goes on with the group": ("Deaf people are lazy, but they cost us 20 euros. Pay soon.", "Pay soon."),
    "figures of the claim": ("Immigrants are lazy, and the rate is 50 percent. Pay soon.", "Pay soon."),
    "numbered item": ("1. Ann: 8 years\n2. Immigrants are lazy.\n3. Bo: 3 years", "1. Ann: 8 years\n3. Bo: 3 years"),
    "first item": ("- Women are lazy.\n- Bo: 3 years", "- Bo: 3 years"),
    "last item": ("- Bo: 3 years\n* Women are lazy.", "- Bo: 3 years"),
    "cell of a table": ("| Ann | Women are weak. | 7 |\n| Bo | Good. | 8 |", "| Ann | | 7 |\n| Bo | Good. | 8 |"),
}


@pytest.mark.parametrize(("draft", "left"), LEFT.values(), ids=LEFT.keys())
def test_what_stands_without_the_finding_is_kept(draft: str, left: str) -> None:
    assert revised(draft) == left
