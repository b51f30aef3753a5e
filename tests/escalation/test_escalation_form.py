"""Cases as JSON: nothing is lost on the way, and what is no case is refused without being quoted."""

from __future__ import annotations

import json
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guardrails.escalation import Escalation, Resolution, State, as_json
from guardrails.escalation.form import case_of, dumps, resolution_of
from guardrails.types import ConstitutionRef, Source, Text
from tests.helpers.escalations import a_case

SECRET = "the planted words"

anything = st.text(st.characters(), max_size=40)  # surrogates included
times = st.datetimes(timezones=st.just(UTC))
names = st.lists(anything, max_size=3).map(tuple)
texts = st.lists(st.builds(Text, path=anything, text=anything, source=st.sampled_from(Source)), max_size=3).map(tuple)
refs = st.none() | st.builds(ConstitutionRef, name=anything, version=anything, digest=anything)
cases = st.builds(
    Escalation, id=anything, call_id=anything, created=times, constitution=refs, tenant=st.none() | anything,
    model=st.none() | anything, reasons=names, principles=names, attributes=names, request=texts, draft=texts,
    unfit=names, decisions=st.integers(0, 10**6), resolution=st.none(),
)  # fmt: skip
resolutions = st.builds(
    Resolution, state=st.sampled_from([state for state in State if state is not State.PENDING]), by=anything, at=times,
    note=anything, answer=texts,
)  # fmt: skip


@given(cases)
def test_a_case_comes_back_as_it_was(case: Escalation) -> None:
    assert case_of(dumps(case)) == case


@given(resolutions)
def test_a_resolution_comes_back_as_it_was(resolution: Resolution) -> None:
    assert resolution_of(dumps(resolution)) == resolution


def damaged(**changes: object) -> bytes:
    fields = json.loads(dumps(a_case(tenant=SECRET)))
    return json.dumps({name: value for name, value in (fields | changes).items() if value is not ...}).encode()


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"", "not JSON"),
        (SECRET.encode(), "not JSON"),
        (b"[" * 100_000, "not JSON"),
        (b"\xff\xfe", "not JSON"),
        (b"[]", "guardrails.escalation/1"),
        (damaged(schema="guardrails.decision/1"), "guardrails.escalation/1"),
        (damaged(id=...), "'id'"),
        (damaged(created="2026-03-01"), "'created'"),
        (damaged(created=SECRET), "'created'"),
        (damaged(reasons=SECRET), "'reasons'"),
        (damaged(principles=[1]), "'principles'"),
        (damaged(draft=[SECRET]), "'draft'"),
        (damaged(draft=[{"path": "", "source": SECRET, "text": ""}]), "'draft'"),
        (damaged(request=[{"path": "", "source": "user"}]), "'text'"),
        (damaged(decisions=-1), "'decisions'"),
        (damaged(constitution=SECRET), "'constitution'"),
        (damaged(constitution={"name": "hiring"}), "'version'"),
    ],
)
def test_what_is_no_case_says_what_is_wrong_and_is_not_quoted(content: bytes, why: str) -> None:
    with pytest.raises(ValueError, match=why) as caught:
        case_of(content)
    assert SECRET not in str(caught.value)


@pytest.mark.parametrize("state", ["pending", "released", 1, None])
def test_a_resolution_has_a_final_state(state: object) -> None:
    done = Resolution(state=State.APPROVED, by="Ada", at=datetime(2026, 3, 1, tzinfo=UTC))
    fields = json.loads(dumps(done)) | {"state": state}
    with pytest.raises(ValueError, match="state"):
        resolution_of(json.dumps(fields).encode())


def test_people_and_programs_are_shown_the_state_and_the_resolution() -> None:
    done = Resolution(state=State.REJECTED, by="Ada", at=datetime(2026, 3, 1, tzinfo=UTC), note="no")
    shown = as_json(a_case().resolved(done))
    assert shown["state"] == "rejected"
    assert shown["resolution"] == {
        "schema": "guardrails.resolution/1", "state": "rejected", "by": "Ada", "at": "2026-03-01T00:00:00Z",
        "note": "no", "answer": [],
    }  # fmt: skip
    assert as_json(a_case())["resolution"] is None
