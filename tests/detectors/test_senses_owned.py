"""Goods, facilities and events named after those they are for, beside what people have."""

from __future__ import annotations

import pytest

from guardrails.policy import english_detector
from guardrails.types import Sense

_FOR = [
    "a pair of women's running shoes",
    "Men's size 42, ladies' size 38",
    "the men's toilet is upstairs",
    "men's and women's sizes, boys' and girls' jackets",
    "Sale: women\u2019s coats",
    "men's 42, women's 38",
    "we watched the women's final",
]
_OF = [
    "the women's bags were lost",
    "women's rights and men's duties",
    "these are the women's",
    "he asked for the girls' answers",
    "a woman's answer",
]


def _gendered(text: str) -> list[str]:
    return [text[s.start : s.end] for s in english_detector()(text) if s.sense is Sense.PERSON and not s.tags]


@pytest.mark.parametrize("text", _FOR)
def test_what_is_for_them_says_nothing_of_a_person(text: str) -> None:
    assert not _gendered(text)


@pytest.mark.parametrize("text", _OF)
def test_what_is_theirs_does(text: str) -> None:
    assert _gendered(text)
