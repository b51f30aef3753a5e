"""The streaming window: what it shows equals the whole rewrite, however the text was cut."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guardrails.testing import assert_chunking_invariant
from guardrails.text.window import Window
from guardrails.types import Detector, Span


def finds(pattern: str) -> Detector:
    compiled = re.compile(pattern)

    def detect(text: str) -> Sequence[Span]:
        return [Span(start=m.start(), end=m.end(), attribute="x") for m in compiled.finditer(text)]

    return detect


def counted(text: str, span: Span) -> str:
    return f"<{len(text)}>"


def rewritten(pattern: str, text: str) -> str:
    return re.sub(pattern, lambda m: f"<{len(m.group())}>", text)


@pytest.mark.parametrize(
    ("pattern", "text"),
    [
        pytest.param(r"\d{4}", "1234567890123456789" * 9, id="runs re-align"),
        pytest.param(r"(?<!\d)\d{4}(?!\d)", "12 1234 12345678901 1234 " * 9, id="look-around on both sides"),
        pytest.param(r"\bcat\b", "concat cat catcat cat  cat " * 9, id="word boundaries"),
        pytest.param(r"(?<=secret: )\w{4}", "x" * 120 + "secret: abcd zz", id="look-behind across a release"),
        pytest.param("x", "", id="nothing"),
        pytest.param("é", "é\U0001f600" * 80, id="beyond the basic plane"),
    ],
)
def test_output_is_the_whole_rewrite_for_every_chunking(pattern: str, text: str) -> None:
    output = assert_chunking_invariant(lambda: Window(finds(pattern), counted, lookahead=16), text)
    assert output == rewritten(pattern, text)


@pytest.mark.parametrize(("pattern", "letters"), [(r"\bab\b", "ab "), (r"(?<=a:)b{2}", "a:b"), (r"a{1,6}b", "ab")])
def test_every_short_text_over_a_small_alphabet(pattern: str, letters: str) -> None:
    pad = "." * 64
    for chosen in itertools.product(letters, repeat=7):
        text = pad + "".join(chosen) + pad
        window = Window(finds(pattern), counted, lookahead=16)
        output = "".join(window.feed(text[at : at + 5]) for at in range(0, len(text), 5)) + window.flush()
        assert output == rewritten(pattern, text)


@given(st.lists(st.sampled_from(["a@b.com", "x@y.com", " ", "a", "@", ".com", "é", "\U0001f600", "ab@c"]), max_size=40))
def test_any_mixture_of_matches_and_near_misses(pieces: list[str]) -> None:
    pattern, text = r"[a-z]+@[a-z]+\.com", "".join(pieces)
    output = assert_chunking_invariant(lambda: Window(finds(pattern), counted, lookahead=128), text)
    assert output == rewritten(pattern, text)


def test_nothing_is_released_that_the_lookahead_could_still_change() -> None:
    window = Window(finds("secret"), counted, lookahead=16)
    assert window.feed("x" * 64 + "secr") == "x" * 52
    assert "secr" not in window.feed("et" + "y" * 70)
