"""Folding: what a matcher reads, and the exact way back to the characters it came from."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from guardrails.text.fold import disguised, fold

_ANY = st.text(max_size=80)
_PRONE = st.text(st.sampled_from("aB \n\t-é\u0301\u200bﬁЖа＠w0man.ß\u00ad\u202e🧑\u200d\ud800İŉ"), max_size=40)
_texts = _ANY | _PRONE


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        pytest.param("A Black Woman", "a black woman", id="case"),
        pytest.param("ｗｏｍａｎ", "woman", id="full width"),
        pytest.param("wo\u200bm\u200dan", "woman", id="zero width"),
        pytest.param("wo\u00adman", "woman", id="soft hyphen"),
        pytest.param("\u202ewoman\u202c", "woman", id="bidirectional"),
        pytest.param("w\u0301o\u0308man", "woman", id="combining marks"),
        pytest.param("fiancée", "fiancee", id="accent"),
        pytest.param("wоmаn", "woman", id="cyrillic"),
        pytest.param("ωοmαn", "woman", id="greek"),
        pytest.param("𝐰𝐨𝐦𝐚𝐧", "woman", id="mathematical"),
        pytest.param("ⓦⓞⓜⓐⓝ", "woman", id="circled"),
        pytest.param("ᴡᴏᴍᴀɴ", "woman", id="small capitals"),
        pytest.param("oﬃcer", "officer", id="ligature"),
        pytest.param("Jehovah’s", "jehovah's", id="apostrophe"),
        pytest.param("African‑American", "african-american", id="hyphen that does not break"),
        pytest.param("African\u00a0American", "african american", id="space that does not break"),
        pytest.param("African \n  American", "african american", id="wrapped line"),
        pytest.param("one\n\ntwo", "one\ntwo", id="empty line"),
        pytest.param("Straße", "strasse", id="sharp s"),
        pytest.param("", "", id="empty"),
    ],
)
def test_what_reads_alike_folds_alike(text: str, folded: str) -> None:
    assert fold(text).text == folded


@pytest.mark.parametrize(
    "text", [pytest.param("私は女性です", id="japanese"), pytest.param("👩🏽\u200d🦽 ok", id="emoji"), "naïve plan"]
)
def test_other_writing_is_not_bent_into_english(text: str) -> None:
    assert "woman" not in fold(text).text


@given(_texts)
@example("e\u0301\u0301x")
@example("ŉİß")
def test_every_position_maps_to_the_very_characters_it_came_from(text: str) -> None:
    folded = fold(text)
    for at, char in enumerate(folded.text):
        start, end = folded.source_span(at, at + 1)
        assert 0 <= start < end <= len(text)
        assert char in fold(text[start:end]).text


@given(_texts, st.data())
def test_a_range_maps_to_a_range_and_order_is_kept(text: str, data: st.DataObject) -> None:
    folded = fold(text)
    if not folded.text:
        return
    start = data.draw(st.integers(0, len(folded.text) - 1))
    end = data.draw(st.integers(start + 1, len(folded.text)))
    low, high = folded.source_span(start, end)
    assert 0 <= low < high <= len(text)
    assert low >= folded.source_span(0, 1)[0]
    assert folded.source_span(start, start + 1)[0] == low


@given(st.text(st.characters(max_codepoint=127), max_size=60))
def test_ascii_without_runs_of_space_keeps_its_positions(text: str) -> None:
    single = " ".join(text.split())
    folded = fold(single)
    assert folded.text == single.lower()
    assert folded.source_span(0, max(1, len(single))) == (0, max(1, len(single)))


@given(_texts)
def test_the_cased_text_runs_in_step_with_the_folded_one(text: str) -> None:
    folded = fold(text)
    cased = folded.cased(text)
    assert len(cased) == len(folded.text)


@given(_texts)
def test_folding_twice_changes_nothing_more(text: str) -> None:
    once = fold(text).text
    assert fold(fold(once).text).text == fold(once).text


@pytest.mark.parametrize(
    ("text", "hidden"),
    [
        pytest.param("a w0man here", ["woman"], id="zero"),
        pytest.param("l3sbian, g4y", ["lesbian", "gay"], id="digits"),
        pytest.param("@sian men", ["asian"], id="at"),
        pytest.param("bl@ck", ["black"], id="at inside"),
        pytest.param("the w o m a n left", ["woman"], id="spaces"),
        pytest.param("w-o-m-a-n", ["woman"], id="hyphens"),
        pytest.param("b.l.a.c.k", ["black"], id="full stops"),
        pytest.param("g*a*y", ["gay"], id="stars"),
    ],
)
def test_disguised_words_are_uncovered(text: str, hidden: list[str]) -> None:
    assert [piece.text for piece in disguised(fold(text))] == hidden


@pytest.mark.parametrize(
    "text",
    [
        "room 101",
        "3d model",
        "in 1984",
        "hello!",
        "call 0800 123",
        "a b",
        "see e.g. this",
        "1st",
        "4f4b2e3c89",
        "R2D2 2",
    ],
)
def test_ordinary_signs_hide_nothing(text: str) -> None:
    assert not [piece.text for piece in disguised(fold(text)) if piece.text in ("woman", "black", "gay", "man")]


@given(_texts)
def test_what_is_disguised_maps_back_too(text: str) -> None:
    for piece in disguised(fold(text)):
        start, end = piece.source_span(0, len(piece.text))
        assert 0 <= start < end <= len(text)
        assert len(piece.text) <= 64


@pytest.mark.parametrize("unit", ["a.", "\u200b", "a", "1a", "é", " ", "@a", "a ", "\u0301", "a-", "🧑"])
def test_hostile_text_folds_in_proportion(unit: str) -> None:
    short, long = (fold(unit * count) for count in (200, 2_000))
    assert len(long.text) <= 10 * len(short.text) + 10
    assert sum(1 for _ in disguised(long)) <= 10 * sum(1 for _ in disguised(short)) + 10


def test_the_text_stays_out_of_the_repr() -> None:
    assert "secret" not in repr(fold("a secrét"))
