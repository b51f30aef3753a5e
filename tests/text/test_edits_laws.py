"""Laws that hold for any text and any plan."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from guardrails.text.edits import Edited, edit
from guardrails.types import Form, Moderation, Span
from tests.helpers.marked import edited, replayed, unmark

Plan = list[tuple[Span, Moderation]]

_WORDS = st.sampled_from(
    [
        "She",
        "he",
        "is",
        "are",
        "Muslim",
        "woman",
        "women",
        "the",
        "a",
        "an",
        "and",
        "or",
        ",",
        ".",
        "(",
        ")",
        ";",
        ":",
        "-",
        "in",
        "and",
        "with",
        "who",
        "'s",
        "’",
        "`",
        "```",
        "\n",
        "I'm",
        "he's",
        "her",
        "his",
        "blind",
        "Gender:",
        "one",
        "the",
        "other",
        "both",
        "of",
        "descent",
        "talented",
        "engineers",
        "person",
        "İ",
        "ß",
        "👩🏽\u200d🦽",
        "ﬁ",
        "Z͑",
        "two",
        "not",
        "got",
    ]
)
_TEXTS = st.one_of(
    st.text(max_size=60), st.lists(_WORDS, max_size=40).map(" ".join), st.lists(_WORDS, max_size=40).map("".join)
)


@st.composite
def plans(draw: Callable[..., object]) -> tuple[str, Plan]:
    """A text and a valid plan for it: sorted, disjoint spans of any form and treatment."""
    text = str(draw(_TEXTS))
    drawn = draw(st.lists(st.integers(0, len(text)), max_size=12, unique=True))
    assert isinstance(drawn, list)
    cuts = sorted(drawn)
    plan: Plan = []
    for start, end in zip(cuts[::2], cuts[1::2], strict=False):
        form, how = draw(st.sampled_from(list(Form))), draw(st.sampled_from(list(Moderation)))
        neutral = draw(st.sampled_from([None, None, "", "people", "parent", "friend of a friend"]))
        assert isinstance(form, Form)
        assert isinstance(how, Moderation)
        assert neutral is None or isinstance(neutral, str)
        plan.append((Span(start=start, end=end, attribute="age", form=form, neutral=neutral), how))
    return text, plan


@settings(deadline=None, max_examples=300)
@given(plans(), st.sampled_from(["person", "applicant"]), st.booleans())
def test_changes_are_sorted_disjoint_and_yield_the_text(case: tuple[str, Plan], person: str, neutral: bool) -> None:
    text, plan = case
    result = edit(text, plan, person=person, pronouns="neutralise" if neutral else "keep")
    assert replayed(text, result) == result.text


@settings(deadline=None)
@given(plans())
def test_nothing_to_do_returns_the_very_same_text(case: tuple[str, Plan]) -> None:
    text, plan = case
    kept = [(span, Moderation.KEEP) for span, _ in plan]
    assert edit(text, kept) == Edited(text=text)
    assert edit(text, []).text is text


@settings(deadline=None)
@given(plans())
def test_every_masked_span_outside_code_is_gone(case: tuple[str, Plan]) -> None:
    text, plan = case
    masked = [(span, Moderation.MASK) for span, _ in plan if span.form is not Form.PRONOUN]
    if "`" in text or "~" in text:
        return
    result = edit(text, masked)
    for span, _ in masked:
        assert any(change.start <= span.start and span.end <= change.end for change in result.changes)


@settings(deadline=None)
@given(_TEXTS)
def test_neutral_pronouns_need_no_second_pass(text: str) -> None:
    once = edit(text, (), pronouns="neutralise").text
    assert edit(once, (), pronouns="neutralise").text == once


def test_the_same_plan_gives_the_same_text() -> None:
    marked = "A [young/a] [woman/n] met a [man/n]. The [man/n] left."
    assert edited(marked) == edited(marked)


def test_the_text_is_left_out_of_reprs() -> None:
    text, spans = unmark("a [secretive/a] nurse")
    result = edit(text, [(spans[0], Moderation.NEUTRALISE)])
    assert "secretive" not in repr(result)
    assert "nurse" not in repr(result)


def test_changes_name_the_span_that_caused_them_and_agreement_names_none() -> None:
    text, spans = unmark("She is a [young/a] nurse")
    result = edit(text, [(spans[0], Moderation.NEUTRALISE)], pronouns="neutralise")
    assert [change.span for change in result.changes] == [None, None, spans[0]]


@pytest.mark.parametrize(
    ("start", "end"), [(0, 0), (5, 3), (-2, 4), (3, 999)], ids=["empty", "reversed", "negative", "past the end"]
)
def test_a_span_that_does_not_fit_the_text_is_ignored(start: int, end: int) -> None:
    span = Span(start=start, end=end, attribute="age", form=Form.NOUN)
    assert edit("a woman", [(span, Moderation.NEUTRALISE)]).text == "a woman"


@pytest.mark.parametrize("filler", [" ", "`", "a", "a.", "he ", "- ", "\n", "(", "her or "])
def test_hostile_text_costs_linear_work(filler: str) -> None:
    """Twenty thousand repetitions finish at once; anything quadratic would hang the suite."""
    text = filler * 20_000
    plan = [
        (Span(start=at, end=at + 1, attribute="age", form=Form.ADJECTIVE), Moderation.NEUTRALISE)
        for at in range(0, len(text) - 1, 50)
    ]
    result = edit(text, plan, pronouns="neutralise")
    assert replayed(text, result) == result.text


@settings(deadline=None, max_examples=300)
@given(plans())
def test_words_that_a_blank_kept_apart_are_not_made_one(case: tuple[str, Plan]) -> None:
    text, plan = case
    for change in edit(text, plan).changes:
        cut = text[change.start : change.end]
        if not change.replacement and " " in cut.strip() and cut[0] != " ":
            before, after = text[max(0, change.start - 1) : change.start], text[change.end : change.end + 1]
            assert not (before.isalnum() and after.isalnum())
