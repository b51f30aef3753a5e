"""Articles by sound, plurals, agreeing verbs, and where code is."""

from __future__ import annotations

import pytest

from guardrails.text.articles import article_for, starts_with_vowel_sound, with_article
from guardrails.text.code import Code
from guardrails.text.number import is_plural, pluralise
from guardrails.text.verbs import is_adjective, is_finite, plural_verb
from guardrails.text.words import after, before

AN = [
    "hour",
    "honest",
    "heir",
    "HR",
    "MP",
    "X-ray",
    "8",
    "11",
    "18",
    "85-year-old",
    "uninsured",
    "umbrella",
    "Éire",
    "FBI",
]
A = ["user", "unit", "European", "one-off", "UK", "university", "house", "1", "110", "USB", "ewe", "Ukrainian"]


@pytest.mark.parametrize("word", AN)
def test_an_comes_before_a_vowel_sound(word: str) -> None:
    assert starts_with_vowel_sound(word)


@pytest.mark.parametrize("word", A)
def test_a_comes_before_a_consonant_sound(word: str) -> None:
    assert not starts_with_vowel_sound(word)


def test_the_article_keeps_its_case() -> None:
    assert [article_for("hour", like=like) for like in ("a", "A", "AN")] == ["an", "An", "AN"]
    assert with_article("applicant") == "an applicant"


@pytest.mark.parametrize(
    ("noun", "plural"),
    [
        ("person", "people"),
        ("candidate", "candidates"),
        ("child", "children"),
        ("grandchild", "grandchildren"),
        ("salesperson", "salespeople"),
        ("team member", "team members"),
        ("party", "parties"),
        ("boss", "bosses"),
        ("spouse", "spouses"),
        ("parent-in-law", "parents-in-law"),
    ],
)
def test_plurals_of_nouns_for_people(noun: str, plural: str) -> None:
    assert pluralise(noun) == plural
    assert is_plural(plural)
    assert not is_plural(noun)


@pytest.mark.parametrize("noun", ["", "boss", "human", "Swiss", "woman", "chorus", "women's"])
def test_what_is_no_plural(noun: str) -> None:
    assert not is_plural(noun)


@pytest.mark.parametrize(
    ("verb", "plural"),
    [
        ("is", "are"),
        ("has", "have"),
        ("tries", "try"),
        ("dies", "die"),
        ("watches", "watch"),
        ("misses", "miss"),
        ("fixes", "fix"),
        ("loses", "lose"),
        ("can", "can"),
        ("worked", "worked"),
        ("doesn't", "don't"),
    ],
)
def test_the_form_after_they(verb: str, plural: str) -> None:
    assert plural_verb(verb) == plural


def test_finite_verbs_depend_on_the_person_of_their_subject() -> None:
    assert is_finite("lives")
    assert not is_finite("live")
    assert is_finite("live", third=False)
    assert not is_finite("qualified")
    assert is_adjective("talented")


def test_words_beside_a_position_stop_at_punctuation_and_bounds() -> None:
    text = "an (old-fashioned) tutor, here"
    assert after(text, 4) == (4, 17, "old-fashioned", "old-fashioned")
    assert before(text, 17) == (4, 17, "old-fashioned", "old-fashioned")
    assert before(text, 18) is None
    assert after(text, 24) is None
    assert before(text, 24, 20) == (20, 24, "utor", "utor")


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("a `b` c", "`b`"),
        ("a ``b ` c`` d", "``b ` c``"),
        ("a ` b", ""),
        ("```\nb\n```\nc", "```\nb\n```"),
        ("```py\nb", "```py\nb"),
        ("~~~\n```\n~~~ \nc", "~~~\n```\n~~~ "),
    ],
)
def test_code_runs_between_equal_ticks_and_fences(text: str, code: str) -> None:
    found = Code(text)
    assert "".join(letter for at, letter in enumerate(text) if found.covers(at, at + 1)) == code
