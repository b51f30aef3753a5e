"""Laws of the assembled detector, whatever the text; disguises; hostile input."""

from __future__ import annotations

import subprocess
import sys
from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from guardrails.constitution import lexicon_path
from guardrails.constitution.lexicon import load_lexicon
from guardrails.detectors import Entry, Kind, Lexicon, build_detector
from guardrails.types import Sense, Span
from tests.helpers.ascribed import ascribed, english, senses

_PRONE = (
    "a an the young old Black white woman men Indian Spanish deaf is are was speaks restaurant engineer Dr. Gay "
    "45-year-old in her sixties with a disability , . - ' “ \u200b é 🧑 wоman w0man and or not single senior Jordan"
)
_WORDS = st.sampled_from(_PRONE.split(" "))
_texts = st.text(max_size=60) | st.lists(_WORDS, max_size=16).map(" ".join)


@given(_texts)
@example("")
@example("w o m a n\u0301")
@example("\ud800 a deaf man")
def test_spans_are_sorted_disjoint_and_inside(text: str) -> None:
    spans = english()(text)
    assert all(0 <= span.start < span.end <= len(text) for span in spans)
    assert all(a.end <= b.start for a, b in pairwise(spans))


@given(_texts)
def test_detection_is_a_pure_function(text: str) -> None:
    assert list(english()(text)) == list(english()(text))


@given(_texts)
def test_every_span_says_why_and_quotes_nothing(text: str) -> None:
    reasons = {span.reason for span in english()(text)}
    assert all(reason and len(reason) < 80 for reason in reasons)
    assert not [reason for reason in reasons if "é" in reason or "\u200b" in reason or "🧑" in reason]


@given(st.lists(st.sampled_from(["A deaf man left. ", "Old code runs. ", "She speaks Spanish. "]), max_size=6))
def test_sentences_are_read_alike_wherever_they_stand(sentences: list[str]) -> None:
    alone = [found for sentence in sentences for found in ascribed(sentence)]
    assert ascribed("".join(sentences)) == alone


@pytest.mark.parametrize(
    "text",
    [
        "a young wo\u200bman applied",
        "a young ｗｏｍａｎ applied",
        "a young wоmаn applied",
        "a young w0man applied",
        "a young w o m a n applied",
        "a young w-o-m-a-n applied",
        "a YOUNG WOMAN applied",
        "a young wo\u00adman applied",
        "a young w\u0301oman applied",
    ],
)
def test_a_disguise_hides_nothing(text: str) -> None:
    found = [(text[span.start : span.end], span.attribute) for span in english()(text)]
    assert [attribute for _, attribute in found] == ["age", "gender"]
    assert found[1][0] == text[text.casefold().index("young") + 6 : text.casefold().index(" applied")]


@pytest.mark.parametrize(
    "text", ["commit 4f4b2e", "call 0800-911", "R2D2", "a - b - c - d", "x.y.z", "b2b sales", "log4j"]
)
def test_codes_are_no_disguise(text: str) -> None:
    assert ascribed(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "gay.example.com",
        "see man.py",
        "self.trans = 1",
        "race=1",
        "C::black",
        "is_female",
        "@white",
        "x.old.y",
        "white(1)",
    ],
)
def test_words_inside_code_and_addresses_are_spared(text: str) -> None:
    assert ascribed(text) == []


def test_only_the_chosen_attributes_are_found() -> None:
    detect = build_detector(load_lexicon(lexicon_path("en")), attributes=["age"])
    assert {span.attribute for span in detect("a young Black woman in her sixties")} == {"age"}


def test_names_the_caller_knows_are_spared_in_any_case() -> None:
    detect = build_detector(load_lexicon(lexicon_path("en")), entities=["young turks inc"])
    text = "The Young Turks Inc hired a young man."
    assert [text[s.start : s.end] for s in detect(text) if s.sense is Sense.PERSON] == ["young", "man"]


def test_a_name_gives_its_kind_and_reason_to_the_term_inside() -> None:
    assert senses("Ask Dr. Black.") == [("Black", Sense.NAME)]


def test_a_lexicon_of_ones_own_is_enough() -> None:
    lexicon = Lexicon(
        language="en", entries=(Entry(term="gnomish", attribute="ethnicity", kind=Kind.CERTAIN, tags=("proxy",)),)
    )
    spans = build_detector(lexicon)("A Gnomish smith.")
    assert [(span.start, span.end, span.attribute, span.tags) for span in spans] == [(2, 9, "ethnicity", ("proxy",))]


@pytest.mark.parametrize(
    "unit",
    [
        "a.",
        "\u200b",
        "a",
        "old ",
        "black and ",
        "(",
        "man-",
        "1a",
        "a ",
        "45 year ",
        "with ",
        "'s",
        "Aa ",
        "Dr. ",
        "white, ",
    ],
)
def test_hostile_text_gives_spans_in_proportion(unit: str) -> None:
    few, many = (len(english()(unit * count)) for count in (300, 3_000))
    assert many <= 10 * few + 20


def test_a_long_text_is_read_to_its_end() -> None:
    text = "Nothing to see here. " * 2_000 + "The deaf man left."
    assert [found for found, _ in ascribed(text)] == ["deaf", "man"]


def test_the_matcher_is_loaded_only_when_a_detector_is_built() -> None:
    code = "import sys, guardrails.detectors; print('ahocorasick_rs' in sys.modules, 'yaml' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["False", "False"]


def test_spans_of_all_senses_come_back() -> None:
    found: list[Span] = list(english()("A black coat for a Black man."))
    assert [span.sense for span in found] == [Sense.COLOUR, Sense.PERSON, Sense.PERSON]
