"""The lexicon file: its format is checked with place and hint, and ours is in order."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest

from guardrails.constitution import lexicon_path
from guardrails.constitution.lexicon import load_lexicon
from guardrails.detectors import Kind, Lexicon, WordClass
from guardrails.detectors.derive import surface_of, terms_of
from guardrails.errors import ConstitutionError

HEAD = "lexicon: 1\nlanguage: en\ngroups:\n  - id: a\n    attribute: age\n    kind: noun\n"
GOOD = HEAD + "    terms: |\n      adult, child / children -> minor / minors,\n      elder\n"


def lexicon(tmp_path: Path, text: str, cues: str | None = None) -> Lexicon:
    path = tmp_path / "xx.yaml"
    path.write_text(text, encoding="utf-8")
    if cues is not None:
        (tmp_path / "xx.cues.yaml").write_text(cues, encoding="utf-8")
    return load_lexicon(path)


@pytest.fixture(scope="module")
def english_lexicon() -> Lexicon:
    return load_lexicon(lexicon_path("en"))


def test_a_group_gives_its_terms_attribute_kind_plural_and_neutral_words(tmp_path: Path) -> None:
    adult, child, elder = lexicon(tmp_path, GOOD).entries
    assert (adult.term, adult.attribute, adult.kind, adult.plural) == ("adult", "age", Kind.NOUN, None)
    assert (child.plural, child.neutral, child.neutral_plural) == ("children", "minor", "minors")
    assert (adult.line, elder.line) == (8, 9)


def test_cue_words_come_from_the_file_beside_it(tmp_path: Path) -> None:
    words = "cues: 1\nlanguage: en\nwords:\n  person: |\n    Nurse, welder\n"
    assert lexicon(tmp_path, GOOD, words).words == {WordClass.PERSON: frozenset({"nurse", "welder"})}


@pytest.mark.parametrize(
    ("text", "line", "says"),
    [
        pytest.param(GOOD.replace("attribute: age", "attribute: aeg"), 5, "did you mean 'age'?", id="attribute"),
        pytest.param(GOOD.replace("kind: noun", "kind: nuon"), 6, "did you mean 'noun'?", id="kind"),
        pytest.param(GOOD.replace("kind: noun", "kind: noun\n    tag: [slur]"), 7, "unknown key", id="key"),
        pytest.param(GOOD.replace("kind: noun", "kind: noun\n    tags: [slr]"), 7, "did you mean 'slur'?", id="tag"),
        pytest.param(GOOD.replace("kind: noun", "kind: noun\n    case: large"), 7, "known: capital", id="case"),
        pytest.param(GOOD.replace("kind: noun", "kind: noun\n    kind: noun"), 7, "twice", id="key twice"),
        pytest.param(GOOD.replace("elder", "elder, adult"), 9, "sorted", id="order"),
        pytest.param(GOOD + GOOD.partition("groups:\n")[2], 14, "listed twice", id="twice"),
        pytest.param(GOOD.replace("lexicon: 1", "lexicon: 2"), 1, "version", id="version"),
        pytest.param(GOOD.replace("language: en\n", ""), 1, "'language' is missing", id="missing"),
        pytest.param(HEAD + "    terms: [adult]\n", 7, "a text is needed", id="terms are text"),
        pytest.param("lexicon: 1\nlanguage: en\ngroups: 3\n", 3, "a list is needed", id="groups are a list"),
        pytest.param("- 1\n", 1, "a mapping is needed", id="no mapping"),
        pytest.param("lexicon: [1\n", None, "no valid YAML", id="no yaml"),
        pytest.param("", None, "empty", id="empty"),
    ],
)
def test_a_fault_is_named_with_its_place(tmp_path: Path, text: str, line: int | None, says: str) -> None:
    with pytest.raises(ConstitutionError, match=r"xx\.yaml") as caught:
        lexicon(tmp_path, text)
    assert says in str(caught.value)
    assert line is None or caught.value.line == line


def test_a_missing_file_is_a_constitution_error(tmp_path: Path) -> None:
    with pytest.raises(ConstitutionError, match="cannot be read"):
        load_lexicon(tmp_path / "none.yaml")


def test_an_unknown_class_of_cue_words_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(ConstitutionError, match=r"xx\.cues\.yaml:4"):
        lexicon(tmp_path, GOOD, "cues: 1\nlanguage: en\nwords:\n  persons: |\n    nurse\n")


def test_terms_of_the_english_lexicon_do_not_conflict(english_lexicon: Lexicon) -> None:
    listed: dict[str, str] = {}
    for entry in english_lexicon.entries:
        surface = next(iter(terms_of([entry]))).surface
        assert listed.setdefault(surface, entry.attribute) == entry.attribute, surface


def test_groups_of_the_english_lexicon_are_sorted(english_lexicon: Lexicon) -> None:
    by_line = sorted(english_lexicon.entries, key=lambda entry: entry.line)
    assert [entry.term for entry in by_line] == [entry.term for entry in english_lexicon.entries]


def test_the_english_lexicon_is_broad(english_lexicon: Lexicon) -> None:
    by_kind = {kind: sum(entry.kind is kind for entry in english_lexicon.entries) for kind in Kind}
    assert by_kind[Kind.DEMONYM] > 500
    assert by_kind[Kind.FAITH] > 100
    assert by_kind[Kind.CONDITION] > 100
    assert len({entry.term for entry in english_lexicon.entries if "slur" in entry.tags}) > 80
    assert len({entry.term for entry in english_lexicon.entries if "proxy" in entry.tags}) > 50


def test_no_cue_word_is_listed_as_a_person_and_as_none(english_lexicon: Lexicon) -> None:
    words = english_lexicon.words
    assert not words[WordClass.PERSON] & words[WordClass.NOT_PERSON]


EXPRESSIONS = "expressions: 1\nlanguage: en\nattributes:\n  race: |\n    "


@pytest.mark.parametrize(
    ("text", "says"),
    [
        pytest.param(EXPRESSIONS + "black box,\n    black art\n", r"expressions\.yaml:6.* stands after", id="order"),
        pytest.param(EXPRESSIONS + "black art, black art\n", r"expressions\.yaml:5.* twice", id="twice"),
        pytest.param(EXPRESSIONS.replace("race", "rase") + "black art\n", r"did you mean 'race'", id="attribute"),
    ],
)
def test_a_fault_in_the_expressions_is_named_with_its_place(tmp_path: Path, text: str, says: str) -> None:
    (tmp_path / "xx.expressions.yaml").write_text(text, encoding="utf-8")
    with pytest.raises(ConstitutionError, match=says):
        lexicon(tmp_path, GOOD)


def test_no_expression_is_a_term_as_well(english_lexicon: Lexicon) -> None:
    terms = {term.surface for term in terms_of(english_lexicon.entries)}
    found = {text for texts in english_lexicon.expressions.values() for text in texts}
    assert len(found) > 2000
    assert not found & terms


def test_expressions_are_written_as_the_matcher_meets_them(english_lexicon: Lexicon) -> None:
    assert all(surface_of(text) == text for texts in english_lexicon.expressions.values() for text in texts)


@pytest.mark.parametrize("name", ["en.yaml", "en.cues.yaml", "en.expressions.yaml"])
def test_lines_are_short_enough_to_review(name: str) -> None:
    lines = lexicon_path("en").with_name(name).read_text(encoding="utf-8").splitlines()
    assert max(map(len, lines)) <= 120
    assert all(not (a == b == "") for a, b in pairwise(lines))
