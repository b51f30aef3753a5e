"""Laws that hold for any text; ``HYPOTHESIS_PROFILE=thorough`` tries each on three thousand (about five minutes)."""

from __future__ import annotations

import sys
from collections.abc import Callable
from functools import partial
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from guardrails import Guard
from guardrails.policy import english_detector
from guardrails.text.edits import edit
from guardrails.text.fold import disguised, fold
from guardrails.types import Moderation, Sense, Span
from tests.helpers.marked import replayed
from tests.hostile.fuzz_texts import ANY_TEXT, DISGUISED, FILLER, SENTENCES, nasty

_KINDS = (
    "dots, zero widths, one giant word, brackets, spaced letters, swapped signs, commas, ands, hyphens, quotes, "
    "capitals, spaces, combining, ages, ends"
)
every_kind = pytest.mark.parametrize("kind", _KINDS.split(", "))
_MODES = (Moderation.NEUTRALISE, Moderation.REMOVE, Moderation.MASK, Moderation.KEEP)
detect = english_detector()


def people(text: str) -> list[Span]:
    return [span for span in detect(text) if span.sense is Sense.PERSON]


def neutral(text: str) -> str:
    plan = [(span, Moderation.NEUTRALISE) for span in people(text)]
    return edit(text, plan).text


@given(ANY_TEXT)
def test_every_folded_character_comes_from_somewhere_in_order(text: str) -> None:
    folded = fold(text)
    places = [folded.source_span(at, at + 1) for at in range(len(folded.text))]
    assert all(0 <= start < end <= len(text) for start, end in places)
    assert places == sorted(places)


@given(ANY_TEXT)
def test_folding_what_is_folded_changes_nothing_that_matters(text: str) -> None:
    once = fold(text).text
    assert fold(once).text.split() == once.split()


@given(FILLER, DISGUISED, FILLER)
def test_a_disguised_word_maps_back_to_the_characters_it_came_from(
    left: str, word: tuple[str, str], right: str
) -> None:
    plain, written = word
    text = f"{left} {written} {right}"
    start = text.index(written, len(left))
    folded = fold(text)
    places = [at for at in range(len(folded.text)) if folded.text.startswith(plain, at)]
    spans = [folded.source_span(at, at + len(plain)) for at in places]
    assert any(begin == start and end <= start + len(written) for begin, end in spans)


@given(ANY_TEXT)
def test_pieces_in_disguise_lie_inside_the_text(text: str) -> None:
    for piece in disguised(fold(text)):
        start, end = piece.source_span(0, len(piece.text))
        assert 0 <= start < end <= len(text)


@given(ANY_TEXT)
def test_spans_are_sorted_disjoint_and_inside(text: str) -> None:
    at = 0
    for span in detect(text):
        assert at <= span.start < span.end <= len(text)
        at = span.end


@given(ANY_TEXT)
def test_detecting_twice_gives_the_same(text: str) -> None:
    assert list(detect(text)) == list(english_detector()(text))


@given(ANY_TEXT)
@example("58, ")
def test_a_paragraph_before_moves_spans_and_loses_none(text: str) -> None:
    shift = len("Dear all,\n\n")
    alone = {(s.start, s.end) for s in people(text)}
    after = {(s.start - shift, s.end - shift) for s in people("Dear all,\n\n" + text)}
    assert alone == after


@given(ANY_TEXT, st.lists(st.sampled_from(_MODES), min_size=1, max_size=6), st.booleans())
def test_an_edit_is_what_its_changes_say(text: str, modes: list[Moderation], neutralise: bool) -> None:
    plan = [(span, modes[at % len(modes)]) for at, span in enumerate(people(text))]
    result = edit(text, plan, person="applicant", pronouns="neutralise" if neutralise else "keep")
    assert replayed(text, result) == result.text


@given(SENTENCES)
def test_neutralising_sentences_twice_changes_nothing(text: str) -> None:
    once = neutral(text)
    assert neutral(once) == once


@given(ANY_TEXT)
def test_neutralising_any_text_comes_to_rest(text: str) -> None:
    seen = text
    for _ in range(6):
        once = neutral(seen)
        if once == seen:
            return
        seen = once
    assert neutral(seen) == seen


@given(ANY_TEXT)
def test_a_guard_takes_any_text(text: str) -> None:
    result = Guard.from_pack("hiring").check(text)
    assert all(0 <= d.span[0] <= d.span[1] <= len(text) for d in result.decisions if d.span and d.layer == "moderate")


def _calls(work: Callable[[], object]) -> int:
    """How many functions are called, which does not depend on the machine."""
    count = 0

    def counted(_frame: object, event: str, _argument: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(counted)
    try:
        work()
    finally:
        sys.setprofile(before)
    return count


@every_kind
def test_work_grows_no_faster_than_a_hostile_text(kind: str) -> None:
    neutral(nasty(kind, 100))  # what is built once is built
    short, long = (_calls(partial(neutral, nasty(kind, size))) for size in (2_000, 16_000))
    assert long <= 10 * short + 1_000


@every_kind
@pytest.mark.parametrize("size", [10_000, 100_000])
def test_bench_hostile_text(benchmark: Any, kind: str, size: int) -> None:
    text = nasty(kind, size)
    assert isinstance(benchmark.pedantic(neutral, args=(text,), rounds=2), str)
