"""Whole words, overlaps, the longest match, and words that make up a run of letters."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guardrails.detectors.match import Matcher
from guardrails.text.spans import resolve

SURFACES = ("nigerian", "woman", "african", "african american", "american woman", "man", "deaf", "a")


def matcher() -> Matcher[str]:
    return Matcher({surface: surface for surface in SURFACES})


def whole(text: str) -> list[str]:
    return [hit.value for hit in resolve(matcher().words(text))]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("a nigerian woman", ["a", "nigerian", "woman"]),
        ("nigerian woman", ["nigerian", "woman"]),
        ("african american woman", ["african american", "woman"]),
        ("womanly", []),
        ("snowoman", []),
        ("woman.", ["woman"]),
        ("(woman)", ["woman"]),
        ("woman's", ["woman"]),
        ("womanø", []),
        ("my_woman", []),
        ("woman1", []),
        ("deaf man", ["deaf", "man"]),
        ("woman.com", []),
        ("man.", ["man"]),
        ("x.man", []),
        ("...man", ["man"]),
        ("@man", []),
        ("man(1)", []),
        ("", []),
    ],
)
def test_only_whole_words_match_and_the_longest_wins(text: str, found: list[str]) -> None:
    assert whole(text) == found


def test_overlapping_matches_are_all_seen() -> None:
    seen = {hit.value for hit in matcher().words("african american woman")}
    assert seen == {"african", "african american", "american woman", "woman"}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("we met deafwomen there", ["deaf", "women"]),
        ("a nigerianwoman.", ["nigerian", "woman"]),
        ("the womenfolk", []),
        ("deafwomenly", []),
        ("undeafwomen", []),
        ("deafman", []),
    ],
)
def test_a_word_that_lost_its_blank_is_two(text: str, found: list[str]) -> None:
    glued: Matcher[str] = Matcher({surface: surface for surface in ("deaf", "nigerian", "woman", "women", "man")})
    assert [hit.value for hit in glued.words(text)] == found


@given(st.lists(st.sampled_from([*SURFACES, "x", "womanly", "_"]), max_size=8))
def test_words_agree_with_a_search_for_each_surface(parts: list[str]) -> None:
    text = " ".join(parts)
    expected = {
        (found.start(), found.end())
        for surface in SURFACES
        for found in re.finditer(rf"(?<![^\W]){re.escape(surface)}(?![^\W])", text)
    }
    assert {(hit.start, hit.end) for hit in matcher().words(text)} == expected


@pytest.mark.parametrize(
    ("text", "tiles"),
    [
        ("deafman", ["deaf", "man"]),
        ("woman", ["woman"]),
        ("nigerianwoman", ["nigerian", "woman"]),
        ("deafx", []),
        ("xdeaf", []),
        ("", []),
    ],
)
def test_letters_are_tiled_by_the_fewest_surfaces(text: str, tiles: list[str]) -> None:
    assert [hit.value for hit in matcher().tiles(text)] == tiles
