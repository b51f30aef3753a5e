"""Sentences, mentions of groups and word patterns: what the rules read."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guardrails.critics.index import Index
from guardrails.critics.lexis_claims import CLASSES
from guardrails.critics.mentions import mentions
from guardrails.critics.pattern import Vocabulary, compile_pattern
from guardrails.critics.sentences import sentences
from guardrails.critics.view import view_of
from tests.helpers.critics import detect

WORDS = Vocabulary(
    {"bad": frozenset({"lazy", "out of touch"}), "be": frozenset({"are", "seem to be"}), "adv": frozenset({"so"})}
)


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("One. Two! Three?", ["One.", "Two!", "Three?"]),
        ("Dr. Smith came. He left.", ["Dr. Smith came.", "He left."]),
        ("At 4.1 percent, e.g. now.", ["At 4.1 percent, e.g. now."]),
        ("wrapped\nprose goes on", ["wrapped\nprose goes on"]),
        ("A title\n\n- first item\n- second", ["A title", "- first item", "- second"]),
        ('"No!" she said. Then:', ['"No!" she said.', "Then:"]),
        ('She said "no." Then he left.', ['She said "no."', "Then he left."]),
        ("", []),
        (" \n ", []),
    ],
)
def test_a_text_comes_apart_into_sentences(text: str, parts: list[str]) -> None:
    assert [text[one.start : one.end] for one in sentences(text)] == parts


@given(st.text(max_size=200))
def test_words_stand_in_order_and_inside_the_text(text: str) -> None:
    at = 0
    for sentence in sentences(text):
        assert len(sentence.words) == len(sentence.starts) == len(sentence.ends)
        for start, end in zip(sentence.starts, sentence.ends, strict=True):
            assert at <= end <= len(text)
            assert 0 <= start < end
            at = start


@pytest.mark.parametrize("unit", ["a", "a-", "a'", "n't", "'", '"', ".)", "-", "a-a'", "\n", "\u200b", "ａ"])
def test_a_text_made_to_be_slow_still_comes_apart(unit: str) -> None:
    text = unit * 60_000
    words = sum(len(sentence.words) for sentence in sentences(text))
    assert words <= len(text)
    assert all(len(sentence.words) <= 251 for sentence in sentences(text))


def test_contractions_come_apart_and_disguises_are_folded() -> None:
    (sentence,) = sentences("They don’t like wo\u200bmen’s ＷＯＲＫ")
    assert sentence.words == ("they", "do", "n't", "like", "women", "'s", "work")


def test_words_written_in_haste_read_like_contractions_and_keep_their_places() -> None:
    text = "They dont care, and youre late."
    (sentence,) = sentences(text)
    assert sentence.words == ("they", "do", "n't", "care", ",", "and", "you", "'re", "late", ".")
    stand = [text[start:end] for start, end in zip(sentence.starts, sentence.ends, strict=True)]
    assert stand == ["They", "do", "nt", "care", ",", "and", "you", "re", "late", "."]


@pytest.mark.parametrize(
    ("text", "phrase", "headed", "generic"),
    [
        ("women are here", "women", True, True),
        ("young Black women are here", "young Black women", True, True),
        ("we met disabled people", "disabled people", True, True),
        ("people with autism work", "people with autism", True, True),
        ("girls who are deaf sing", "girls who are deaf", True, True),
        ("the blind need help", "blind", True, True),
        ("he is blind", "blind", False, True),
        ("my gay brother sings", "gay brother", True, False),
        ("two women left", "women", True, False),
        ("the old man left", "old man", True, False),
        ("an old man cannot", "old man", True, True),
        ("the tall old man left", "old man", True, False),
        ("a rather nice Muslim", "Muslim", True, True),
        ("the girls were rude", "girls", True, False),
        ("my scorn for women grows", "women", True, True),
    ],
)
def test_a_mention_grows_to_its_noun_phrase(text: str, phrase: str, headed: bool, generic: bool) -> None:
    (sentence,) = sentences(text)
    (mention,) = mentions(sentence, detect(text))
    assert text[sentence.starts[mention.start] : sentence.ends[mention.end - 1]] == phrase
    assert (mention.headed, mention.generic) == (headed, generic)


def test_they_means_the_group_named_before() -> None:
    first, second = sentences("Refugees came. They sang.")
    before = view_of("", first, detect("Refugees came. They sang.")).lasting
    assert before is not None
    assert [group.attribute for group in view_of("", second, (), before).groups] == ["nationality"]
    assert view_of("", second, (), None).groups == ()


@pytest.mark.parametrize(
    ("pattern", "text", "matched"),
    [
        ("<group!> {be} {bad}", "women are lazy", "women are lazy"),
        (
            "<group!> {be} {adv}* {bad}",
            "women seem to be so totally out of touch",
            "women seem to be so totally out of touch",
        ),
        ("<group!> ...3 {bad}", "women and men are lazy", "women and men are lazy"),
        ("<group!> ...3 {bad}", "women are not lazy", None),
        ("<group!> ...1 {bad}", "women over there lazy", None),
        ("<group!> {be} {bad}", "women on this bus are lazy", "women on this bus are lazy"),
        ("<group!> {be} {bad}", "women with this gene are lazy", None),
        ("<group> {be}|was {bad}", "my gay brother was lazy", "gay brother was lazy"),
        ("<group!> was {bad}", "my gay brother was lazy", None),
        ("so? {be} <attr>", "so are blind", "so are blind"),
        ("so? {be} <attr>", "they are blind", "are blind"),
        ("no _ <group!> $", "no more women.", "no more women"),
        ("no _ <group!> $", "no more women here", None),
        ("^ no <group!>", '"no women', "no women"),
        ("^ no <group!>", "there are no women", None),
    ],
)
def test_a_pattern_reads_like_its_wording(pattern: str, text: str, matched: str | None) -> None:
    index = Index((compiled, None) for compiled in compile_pattern(pattern, WORDS))
    (sentence,) = sentences(text)
    hits = list(index.hits(view_of(text, sentence, detect(text))))
    found = [text[sentence.starts[hit.start] : sentence.ends[hit.end - 1]] for hit in hits]
    assert found[:1] == ([] if matched is None else [matched])


def test_an_unknown_class_is_an_error_when_the_pattern_is_compiled() -> None:
    with pytest.raises(KeyError):
        list(compile_pattern("{missing} x", WORDS))


def test_word_classes_are_folded_words() -> None:
    assert [entry for entries in CLASSES.values() for entry in entries if entry != entry.strip().lower()] == []
