"""Whatever goes, no text ends or begins with a word that asks for another."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from guardrails.text.vocabulary import words
from guardrails.types import Moderation
from tests.helpers.marked import Table, edited

_ASKING = words(
    "a an the no every my your our their of for with without from into and or nor because although than is are was "
    "were be been has have had wants needs hired prefers employs who"
)

LEFT_OVER: Table = [
    ("We need a [very quiet/p].", "We are people."),
    ("Are you [deaf/v]?", "Are you a person?"),
    ("Jobs for the [young at heart/p].", "Jobs."),
    ("They spoke to and about [whatever/p].", "They spoke."),
    ("He came in [with a limp/p].", "He came in."),
    ("[In a wheelchair/p] and keen to work.", "Keen to work."),
    ("She works because of [age/p].", "She works."),
    ("She was rejected because she is [Muslim/v].", "She was rejected."),
    ("He was not hired because he is [deaf/v].", "He was not hired."),
    ("We rejected her because she is [deaf/v].", "We rejected her."),
]

MERGED: Table = [
    ("We want people who are not [disabled/v] and have [no accent/p].", "We want people."),
    ("A cook, [deaf/v] and nearly mute, left.", "A cook, nearly mute, left."),
    ("They were spoken to - one [gay/v] and one [deaf/v].", "They were spoken to."),
    ("Borrower: [Black/a] [male/a], [34/p], [married/v], two [children/n].", "Borrower: Undisclosed, two children."),
]

LOUD: Table = [
    ("OLDER [WOMEN/n] NEED NOT APPLY", "OLDER PEOPLE NEED NOT APPLY"),
    ("A [MUSLIM/a] [WOMAN/n] CALLED.", "A PERSON CALLED."),
    ("She is a [POC/n].", "She is a person."),
    ("[WOMEN/n]!", "People!"),
]

LINES: Table = [
    ("We met an\n[old/a] [man/n].", "We met a\nperson."),
    ("We met an\n[old/a] nurse.", "We met a\nnurse."),
]

SHARED: Table = [
    ("A [man/n] [with autism/p] and a car came.", "A person with a car came."),
    ("A tutor [with autism/p] and a fast car came.", "A tutor with a fast car came."),
    ("A tutor [with autism/p] and a kind nurse came.", "A tutor and a kind nurse came."),
    ("[new graduates/n=entry-level people] and [women/n]", "people"),
]

_SUBJECT = st.sampled_from(["She", "The tutor", "A [man/n]", "[Women/n]", "The [young/a] nurse", "They", "Anna"])
_SAID = st.tuples(
    st.sampled_from(["is", "is not", "was never", "became", "are"]),
    st.sampled_from(["a [Muslim/n]", "[deaf/v]", "[in her sixties/p]", "very [young/a]", "of [Irish/a] descent"]),
)
_DONE = st.tuples(
    st.sampled_from(["has", "wants", "hired", "needs", "lives in", "works with", "cannot stand", "did not have"]),
    st.sampled_from(
        ["a [Muslim/n]", "[no accent/p]", "a [bad area/p]", "the [blind/n]", "[Sikhs/n]", "an [old/a] car"]
    ),
)
_END = st.sampled_from([".", " and leaves.", ", who is kind.", "!", "", " and [gay/v].", " and a [Sikh/n].", "\n"])
_SENTENCE = st.builds(lambda who, what, end: f"{who} {what[0]} {what[1]}{end}", _SUBJECT, _SAID | _DONE, _END)


def last_word(text: str) -> str:
    body = text.rstrip(" \t\n.!?;:\"”)'")
    return body.rpartition(" ")[2].lower() if body[-1:].isalpha() else ""


@pytest.mark.parametrize(("marked", "expected"), LEFT_OVER)
def test_what_would_dangle_goes_or_gets_an_object(marked: str, expected: str) -> None:
    assert edited(marked) == expected


@pytest.mark.parametrize(("marked", "expected"), MERGED)
def test_deletions_side_by_side_are_checked_as_one(marked: str, expected: str) -> None:
    assert edited(marked) == expected


def test_a_search_query_may_end_with_its_verb() -> None:
    assert edited("how to hire [women/n]", Moderation.REMOVE) == "how to hire"


@pytest.mark.parametrize(("marked", "expected"), LOUD)
def test_capitals_stay_loud(marked: str, expected: str) -> None:
    assert edited(marked) == expected


@pytest.mark.parametrize(("marked", "expected"), LINES)
def test_an_article_is_the_same_across_a_line_break(marked: str, expected: str) -> None:
    assert edited(marked) == expected


@pytest.mark.parametrize(("marked", "expected"), SHARED)
def test_what_is_shared_stays_with_the_other(marked: str, expected: str) -> None:
    assert edited(marked) == expected


@settings(deadline=None, max_examples=400)
@given(st.lists(_SENTENCE, min_size=1, max_size=3))
def test_no_text_ends_with_a_word_that_asks_for_another(sentences: list[str]) -> None:
    for result in edited(" ".join(sentences)).split(". "):
        assert last_word(result) not in _ASKING
