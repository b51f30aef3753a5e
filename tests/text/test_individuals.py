"""Somebody who was given a letter keeps it through a conversation, and nobody else is given it."""

from __future__ import annotations

from string import ascii_uppercase

from hypothesis import given
from hypothesis import strategies as st

from guardrails.text.individuals import Individuals, Mention

_WORDS = st.sampled_from(["young", "old", "black", "woman", "man", "deaf"])
_MENTIONS = st.builds(
    Mention,
    st.sampled_from(["candidate", "person"]),
    st.lists(_WORDS, min_size=1, max_size=3).map(tuple),
    st.booleans(),
)
_TEXTS = st.lists(st.lists(_MENTIONS, max_size=5), max_size=6)


def the(*key: str, noun: str = "candidate") -> Mention:
    return Mention(noun, key, True)


def a(*key: str, noun: str = "candidate") -> Mention:
    return Mention(noun, key, False)


def test_letters_follow_the_order_of_first_mention() -> None:
    assert Individuals().tell_apart([the("man"), the("woman"), the("man")]) == {the("man"): "A", the("woman"): "B"}


def test_one_person_needs_no_letter() -> None:
    assert not Individuals().tell_apart([a("young", "man"), the("man")])


def test_people_nobody_points_to_need_no_letter() -> None:
    assert not Individuals().tell_apart([a("man"), a("woman")])


def test_a_later_text_keeps_the_letter_of_somebody_told_of_before() -> None:
    individuals = Individuals()
    assert not individuals.tell_apart([a("young", "man"), a("old", "woman")])
    assert individuals.tell_apart([the("old", "woman")]) == {the("old", "woman"): "B"}
    assert individuals.tell_apart([the("man")]) == {the("man"): "A"}


def test_nouns_have_letters_of_their_own() -> None:
    individuals = Individuals()
    individuals.tell_apart([the("man"), the("woman")])
    nurses = [the("old", noun="nurse"), the("deaf", noun="nurse")]
    assert set(individuals.tell_apart(nurses).values()) == {"A", "B"}


def test_a_letter_that_a_text_uses_already_is_given_to_nobody() -> None:
    individuals = Individuals(["Candidate A was late, candidate C was not."])
    assert individuals.tell_apart([the("man"), the("woman")]) == {the("man"): "B", the("woman"): "D"}


def test_new_people_side_by_side_need_no_letters_but_known_ones_do() -> None:
    pair = [the("man"), the("woman")]
    individuals = Individuals()
    assert not individuals.tell_apart(pair, together=True)
    assert individuals.tell_apart(pair, together=True) == {the("man"): "A", the("woman"): "B"}


def test_more_people_than_letters_get_none_and_those_who_have_one_keep_it() -> None:
    individuals = Individuals()
    individuals.tell_apart([the("first"), the("second")])
    crowd = [the(f"w{number}") for number in range(40)]
    assert not individuals.tell_apart(crowd)
    assert individuals.tell_apart([the("second")]) == {the("second"): "B"}


@given(_TEXTS, st.integers(0, 6))
def test_what_a_text_gets_does_not_depend_on_later_texts(texts: list[list[Mention]], cut: int) -> None:
    whole, part = Individuals(), Individuals()
    given_whole = [dict(whole.tell_apart(mentions)) for mentions in texts]
    assert [dict(part.tell_apart(mentions)) for mentions in texts[:cut]] == given_whole[:cut]


@given(_TEXTS)
def test_letters_are_capitals_and_only_for_what_was_asked(texts: list[list[Mention]]) -> None:
    individuals = Individuals()
    for mentions in texts:
        letters = individuals.tell_apart(mentions)
        assert set(letters) <= set(mentions)
        assert all(letter in ascii_uppercase for letter in letters.values())
