"""Quotes found in drafts, passages whose exact parts must survive, splices that touch nothing else."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guardrails.critics.preserve import keeps
from guardrails.critics.quotes import locate
from guardrails.critics.revision import LEFT_OUT, revised, spliced
from guardrails.text.tidy import Op
from guardrails.types import Finding, Response, Source, Text
from tests.helpers.critics import broken, said

TEXT = 'She said: "Don’t hire\n  them", and the zero\u200bwidth   note — ended.'


@pytest.mark.parametrize(
    ("quote", "there"),
    [
        ("and the", "and the"),
        ("Don't hire them", "Don’t hire\n  them"),
        ("zerowidth note", "zero\u200bwidth   note"),
        ("“Don’t hire them”", '"Don’t hire\n  them"'),
        ("note - ended", "note — ended"),
        ("SHE SAID", "She said"),
        ("...and the zerowidth...", "and the zero\u200bwidth"),
    ],
)
def test_a_quote_is_found_past_what_a_model_changes(quote: str, there: str) -> None:
    place = locate(quote, TEXT)
    assert place is not None
    assert TEXT[place[0] : place[1]] == there


@pytest.mark.parametrize("quote", ["", " ", "!", "s", "hire us", "...", "\u200b\u200b"])
def test_what_is_no_quote_is_not_found(quote: str) -> None:
    assert locate(quote, TEXT) is None


@given(st.text(max_size=60), st.text(min_size=2, max_size=20), st.text(max_size=60))
def test_an_exact_quote_is_found_where_it_first_stands(before: str, quote: str, after: str) -> None:
    text = before + quote + after
    place = locate(quote, text)
    if sum(char.isalnum() for char in quote) < 2:
        assert place is None
    else:
        assert place == (text.index(quote), text.index(quote) + len(quote))


@pytest.mark.parametrize(
    ("passage", "replacement", "may"),
    [
        ("Women are late at 14:30.", "They were late at 14:30.", True),
        ("Women are late at 14:30.", "They were late.", False),
        ("They are late.", "They were 3 minutes late.", False),
        ("See https://a.example/x?y=1 now", "Look at https://a.example/x?y=1 now", True),
        ("See https://a.example/x?y=1 now", "Look at https://b.example now", False),
        ("Mail a.b@c.example, old man", "Mail a.b@c.example", True),
        ("Run `rm -r x`, girl", "Run it", False),
        ("Women lie [3].", "Some lied [3].", True),
        ("as seen by Ada Stone, a woman", "as seen by her", False),
        ("as seen by Ada Stone, a woman", "as seen by Ada Stone", True),
        ("says Dr. Okoro, a Nigerian", "says a doctor", False),
        ("the poor African American boy", "the boy", True),
        ("anything at all", "", True),
        ("short", "long " * 100, False),
    ],
)
def test_exact_parts_and_names_survive_and_none_is_added(passage: str, replacement: str, may: bool) -> None:
    assert keeps(passage, replacement) is may


def test_a_splice_mends_the_seam_and_nothing_else() -> None:
    text = "One.  Two is bad. Three,  four."
    assert spliced(text, [Op(6, 17, "")]) == "One.  Three,  four."


def test_overlapping_splices_become_one() -> None:
    assert spliced("Keep abcdef keep.", [Op(5, 9, "x"), Op(7, 11, "y")]) == "Keep x keep."
    assert spliced("Keep abcdef keep.", [Op(5, 11, "x"), Op(6, 8, "y")]) == "Keep x keep."


def test_a_text_that_would_be_empty_says_that_something_was_left_out() -> None:
    assert spliced("Bad.", [Op(0, 4, "")]) == LEFT_OUT
    assert broken(LEFT_OUT) == ()


def test_a_finding_without_replacement_is_dropped() -> None:
    finding = Finding(principle="p", path="/0", start=5, end=9, replacement=None)
    assert revised(said("Good bad good."), [finding]).texts[0].text == "Good good."


def test_findings_outside_the_text_or_of_another_text_change_nothing() -> None:
    draft = said("Good.")
    findings = [Finding(principle="p", path="/0", start=3, end=99), Finding(principle="p", path="/9", start=0, end=2)]
    assert revised(draft, findings) == draft


def test_a_text_that_the_revision_does_not_fit_stays() -> None:
    draft = Response(texts=(Text(path="/0", text="red", source=Source.TOOL_CALL, fits=lambda new: new == "red"),))
    finding = Finding(principle="p", path="/0", start=0, end=3, replacement="blue")
    assert revised(draft, [finding]).texts[0].text == "red"
