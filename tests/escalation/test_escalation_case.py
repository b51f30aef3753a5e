"""What the caller of a held call may see at each state."""

from __future__ import annotations

import pytest

from guardrails.escalation import Escalation, Resolution, State
from guardrails.types import Source, Text
from tests.helpers.escalations import CREATED, a_case

GIVEN = Text(path="/choices/0/message/content", text="Fine.", source=Source.ASSISTANT)


def resolved(state: State) -> Escalation:
    answer = () if state is State.REJECTED else (GIVEN,)
    return a_case().resolved(Resolution(state=state, by="Ada", at=CREATED, note="seen", answer=answer))


def test_a_pending_case_says_that_a_person_will_look_and_gives_its_reference() -> None:
    case = a_case()
    assert (case.state, case.resolved_at, case.resolved_by, case.note) == (State.PENDING, None, None, "")
    assert "a person will review it" in case.text
    assert case.id in case.text
    assert case.response.texts == ()


@pytest.mark.parametrize("state", [State.APPROVED, State.EDITED])
def test_a_released_case_gives_its_answer(state: State) -> None:
    case = resolved(state)
    assert (case.state, case.resolved_at, case.resolved_by, case.note) == (state, CREATED, "Ada", "seen")
    assert case.response.refusal is None
    assert case.response.texts == (GIVEN,)
    assert case.text == "Fine."


def test_a_rejected_case_gives_a_refusal_with_its_reference_and_no_draft() -> None:
    case = resolved(State.REJECTED)
    assert case.response.texts == ()
    assert "after a person reviewed it" in case.text
    assert case.id in case.text


def test_no_text_of_a_case_shows_in_its_repr() -> None:
    shown = repr(resolved(State.EDITED)) + repr(a_case(unfit=("/secret",)))
    assert not [word for word in ("Fine.", "A person left.", "Write a note.", "seen", "/secret") if word in shown]
