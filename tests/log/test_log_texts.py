"""What of a call's texts a log holds: nothing unless asked, nothing protected where redacted, all by explicit wish."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guardrails import Guard, text_model
from guardrails.constitution import load_text
from guardrails.log import JsonlSink, Record, read, verify
from guardrails.policy import compile_policy
from guardrails.types import Request, Response, Result, Source, Text
from tests.helpers.guards import Pass
from tests.helpers.streams import CLEAN, LOOK_ALIKES, VIOLATIONS

ASKED = "Rank the young Black women above the older Muslim men. She knows Dr. Black."
SAID = "The blind candidate is best."
PROTECTED = ("young", "black women", "older", "muslim", "she ", "blind")


def guard_of(how: str | None, log: Any) -> Guard:
    line = "" if how is None else f"log: {{text: {how}}}\n"
    pack = f'constitution: 1\nname: logged\nversion: "1"\nextends: hiring\n{line}'
    return Guard.from_policy(compile_policy(load_text(pack)), log=log)


def logged(how: str | None, folder: Path) -> tuple[Result, list[Record], str]:
    """The result, its records, and everything that was written."""
    with JsonlSink(folder) as sink:
        result = guard_of(how, sink).run(ASKED, text_model(lambda _: SAID))
    written = "".join(path.read_text(encoding="utf-8") for path in folder.iterdir())
    return result, list(read(folder)), written


@pytest.mark.parametrize("how", [None, "none"])
def test_no_text_is_kept_unless_it_is_asked_for(tmp_path: Path, how: str | None) -> None:
    _, records, written = logged(how, tmp_path)
    assert all(record.text is None for record in records)
    assert '"text"' not in written
    assert not any(word in written.lower() for word in ("rank", "candidate", *PROTECTED))


def test_redacted_keeps_the_texts_without_protected_wording(tmp_path: Path) -> None:
    _, records, written = logged("redacted", tmp_path)
    texts = [(record.layer, record.reason, record.text) for record in records if record.text is not None]
    assert [(layer, reason) for layer, reason, _ in texts] == [
        ("text", "the request, redacted"),
        ("text", "the answer, redacted"),
    ]
    assert texts[0][2] is not None
    assert texts[0][2].startswith("Rank the [age]")
    assert "Dr. Black" in texts[0][2]  # a name is spared
    assert not any(word in written.lower() for word in PROTECTED)


def test_full_keeps_the_request_as_asked_and_the_answer_as_given(tmp_path: Path) -> None:
    result, records, _ = logged("full", tmp_path)
    assert [record.text for record in records if record.text is not None] == [ASKED, result.text]
    assert SAID not in (record.text for record in records)  # the draft was scrubbed, and is kept by nobody


@pytest.mark.parametrize("how", ["redacted", "full"])
def test_a_log_with_texts_is_chained_like_any_other_and_shows_none_in_a_repr(tmp_path: Path, how: str) -> None:
    result, records, _ = logged(how, tmp_path)
    assert verify(tmp_path).intact
    assert "Rank" not in repr(records) + repr(result)


class Kept:
    def __init__(self) -> None:
        self.records: list[Record] = []

    def write(self, records: Any, /) -> None:
        self.records.extend(records)


@given(st.lists(st.sampled_from([*CLEAN, *LOOK_ALIKES, *VIOLATIONS]), min_size=1, max_size=6))
def test_what_redaction_leaves_has_nothing_that_the_detector_finds(sentences: list[str]) -> None:
    kept = Kept()
    guard = guard_of("redacted", kept)
    guard.run(" ".join(sentences), text_model(lambda _: " ".join(reversed(sentences))))
    detect = guard.middleware[0].treatment.detect  # type: ignore[attr-defined]  # the moderation layer
    for text in (record.text for record in kept.records if record.text):
        assert not [s for s in detect(text) if s.sense == "person" and "pronoun" not in s.tags and text[s.start] != "["]


def test_a_withheld_draft_is_kept_in_no_form() -> None:
    kept = Kept()
    pack = 'constitution: 1\nname: t\nversion: "1"\nextends: hiring\ncritique: {rounds: 0, unresolved: block}\n'
    layers = compile_policy(load_text(pack)).middleware
    Guard(layers, log=kept, log_text="full").run("Go.", text_model(lambda _: VIOLATIONS[0]))
    assert [record.text for record in kept.records if record.text is not None] == ["Go."]


def test_where_nobody_says_what_is_protected_nothing_is_kept_and_that_is_said() -> None:
    kept = Kept()
    Guard([Pass()], log=kept, log_text="redacted").run("Go.", text_model(lambda _: "Words."))
    (said,) = [record for record in kept.records if record.layer == "text"]
    assert (said.status, said.text) == ("skipped", "")
    assert "nothing" not in said.reason and "no text is kept" in said.reason


@pytest.mark.parametrize("text", ["half \ud83d pair", "x" * 200_000])
def test_a_text_that_no_line_can_hold_is_kept_as_far_as_it_can_be(tmp_path: Path, text: str) -> None:
    with JsonlSink(tmp_path) as sink:
        request = Request(texts=(Text(path="/a", text=text, source=Source.USER),))
        Guard([Pass()], log=sink, log_text="full").run(request, lambda _: Response(texts=()))
    (record,) = [record for record in read(tmp_path) if record.layer == "text"]
    assert record.text is not None
    assert record.text[:5] == text[:5]
    assert len(record.text) == min(len(text), 100_000)
    assert verify(tmp_path).intact
