"""Forms by rule: plurals, hyphens, accents, and two peoples in one."""

from __future__ import annotations

import pytest

from guardrails.detectors.derive import Term, by_surface, expressions_of, plural_of, terms_of
from guardrails.detectors.joined import joined
from guardrails.detectors.lexicon import Entry, Kind
from guardrails.detectors.match import Hit


def entry(term: str, kind: Kind = Kind.NOUN, **more: str) -> Entry:
    return Entry(term=term, attribute="x", kind=kind, plural=more.get("plural"))


@pytest.mark.parametrize(
    ("word", "plural"),
    [
        ("lady", "ladies"),
        ("boy", "boys"),
        ("witness", "witnesses"),
        ("ex", "exes"),
        ("asylum seeker", "asylum seekers"),
    ],
)
def test_regular_plurals(word: str, plural: str) -> None:
    assert plural_of(word) == plural


@pytest.mark.parametrize(
    ("given_entry", "surfaces"),
    [
        pytest.param(entry("Fiancée"), ["fiancee", "fiancees"], id="accents fold"),
        pytest.param(entry("well-off", Kind.CERTAIN), ["well off", "well offs"], id="hyphens are spaces"),
        pytest.param(entry("man", plural="men"), ["man", "men"], id="irregular"),
        pytest.param(entry("Chinese", Kind.DEMONYM), ["chinese"], id="-ese has no plural"),
        pytest.param(entry("Irish", Kind.DEMONYM), ["irish"], id="-ish has no plural"),
        pytest.param(entry("Kenyan", Kind.DEMONYM), ["kenyan", "kenyans"], id="demonym"),
        pytest.param(entry("old", Kind.COMMON), ["old"], id="adjectives have none"),
        pytest.param(entry("divorced", Kind.CERTAIN), ["divorced"], id="participles have none"),
        pytest.param(entry("on welfare", Kind.PHRASE), ["on welfare"], id="phrases have none"),
    ],
)
def test_surfaces_of_an_entry(given_entry: Entry, surfaces: list[str]) -> None:
    assert [term.surface for term in terms_of([given_entry])] == surfaces


def test_a_listed_form_wins_over_a_derived_one() -> None:
    single, listed = entry("gay"), entry("gays", Kind.CERTAIN)
    assert by_surface(terms_of([single, listed]))["gays"].entry is listed


def people(text: str) -> list[str]:
    hits = []
    for word in ("korean", "american", "americans", "irish", "british", "tall"):
        if (at := text.replace("-", " ").find(word)) >= 0 and text[at - 1 : at] in ("", " ", "-", ","):
            kind = Kind.COMMON if word == "tall" else Kind.DEMONYM
            if text[at + len(word) : at + len(word) + 1] in ("", " ", "-", ","):
                term = Term(surface=word, entry=entry(word, kind), plural=word.endswith("s"))
                hits.append(Hit(at, at + len(word), term))
    hits.sort(key=lambda hit: hit.start)
    return [text[hit.start : hit.end] for hit in joined(hits, text)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("korean-american", ["korean-american"]),
        ("korean american", ["korean american"]),
        ("irish americans", ["irish americans"]),
        ("irish-korean", ["irish-korean"]),
        ("irish korean", ["irish", "korean"]),
        ("korean, american", ["korean", "american"]),
        ("tall-american", ["tall", "american"]),
        ("irish", ["irish"]),
    ],
)
def test_adjacent_peoples_are_one(text: str, found: list[str]) -> None:
    assert people(text) == found


def test_expressions_share_one_term_an_attribute_and_have_plurals() -> None:
    found = dict(expressions_of({"race": ["black box"], "age": ["old hand"]}))
    assert set(found) == {"black box", "black boxes", "old hand", "old hands"}
    assert found["black box"] is found["black boxes"]
    assert {term.entry.kind for term in found.values()} == {Kind.FIXED}
