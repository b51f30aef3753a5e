"""Resolving a tenant's own names: exactly, by alias, nearly, and what they may not hide."""

from __future__ import annotations

import pytest

from guardrails.policy import english_detector
from guardrails.rag import Entity, EntityIndex
from guardrails.rag.terms import EntityMatch, Match

NAMES = (
    Entity(id="1", name="Dr. Ruth Black"),
    Entity(id="2", name="Black & Decker"),
    Entity(id="3", name="Gay Talese"),
    Entity(id="4", name="Gay"),
    Entity(id="5", name="Blackwoman"),
    Entity(id="6", name="International Business Machines", aliases=("IBM", "Big Blue")),
    Entity(id="7", name="Jürgen Großmann"),
    Entity(id="8", name="Christian French"),
    Entity(id="9", name="French"),
)
INDEX = EntityIndex.of(NAMES)


def resolved(text: str) -> list[tuple[str, str, Match]]:
    found = INDEX.resolve(text, english_detector()(text))
    return [(text[one.start : one.end], one.entity.id, one.match) for one in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("letter to Dr. Ruth Black", [("Dr. Ruth Black", "1", Match.EXACT)]),
        ("dr black, oncology", [("dr black", "1", Match.ALIAS)]),
        ("Ruth Black's calendar", [("Ruth Black", "1", Match.ALIAS)]),
        ("black and decker drill", [("black and decker", "2", Match.EXACT)]),
        ("BLACK & DECKER", [("BLACK & DECKER", "2", Match.EXACT)]),
        ("gay talese essays", [("gay talese", "3", Match.EXACT)]),
        ("ibm servers", [("ibm", "6", Match.ALIAS)]),
        ("JÜRGEN GROSSMANN", [("JÜRGEN GROSSMANN", "7", Match.EXACT)]),
        ("Ruht Black", [("Ruht Black", "1", Match.FUZZY)]),
        ("orders of Christian Frensh since May", [("Christian Frensh", "8", Match.FUZZY)]),
        ("nothing of ours", []),
        ("", []),
    ],
)
def test_names_are_found(text: str, expected: list[tuple[str, str, Match]]) -> None:
    assert resolved(text) == expected


@pytest.mark.parametrize(
    "text", ["customer called Gay", "invoices for Gay", "Gay's invoices", 'the account "Gay"', "gay"]
)
def test_a_cue_makes_a_word_for_people_a_name(text: str) -> None:
    assert [name for _, name, _ in resolved(text)] == ["4"]


@pytest.mark.parametrize(
    "text",
    ["gay nurses", "jobs for gay people", "French nurses", "black women", "Black Women", "gay men"],
)
def test_wording_about_people_is_no_name_without_one(text: str) -> None:
    assert resolved(text) == []


def test_a_fuzzy_match_says_how_close_it_is() -> None:
    text = "Ruht Black"
    (found,) = INDEX.resolve(text, english_detector()(text))
    assert isinstance(found, EntityMatch)
    assert 0.9 <= found.score < 1


def test_a_threshold_of_one_is_exact() -> None:
    assert not EntityIndex.of(NAMES, fuzzy=1.0).resolve("Ruht Black")


def test_of_two_entities_with_one_name_the_first_counts() -> None:
    index = EntityIndex.of([Entity(id="a", name="Stone"), Entity(id="b", name="stone")])
    assert [one.entity.id for one in index.resolve("stone")] == ["a"]


def test_a_name_counts_before_an_alias() -> None:
    index = EntityIndex.of([Entity(id="a", name="Apex Works", aliases=("Zenith",)), Entity(id="b", name="Zenith")])
    assert [one.entity.id for one in index.resolve("zenith")] == ["b"]


@pytest.mark.parametrize("name", ["", "   ", "&", "…"])
def test_an_entity_without_a_word_in_its_name_is_passed_over(name: str) -> None:
    assert len(EntityIndex.of([Entity(id="x", name=name)])) == 0


def test_the_index_says_nothing_of_its_names() -> None:
    text = "gay talese"
    (found,) = INDEX.resolve(text)
    assert "Talese" not in repr(found)
