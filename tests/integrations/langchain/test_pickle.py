"""A guarded model or runnable that went through pickle guards as before, where what it wraps can be pickled."""

from __future__ import annotations

import pickle
from pathlib import Path
from typing import Any

import pytest
from langchain_core.prompts import ChatPromptTemplate
from langchain_core.runnables import Runnable, RunnableLambda
from langchain_openai import ChatOpenAI

from guardrails import Guard
from tests.helpers.guards import NEUTRAL, TERM, Neutralise
from tests.helpers.langchain import ScriptedChat

SAID = "The young Nigerian woman led nine people."
PROMPT = ChatPromptTemplate.from_messages([("human", "{q}")])


def _again(thing: Any) -> Any:
    return pickle.loads(pickle.dumps(thing))  # noqa: S301 - our own bytes


def _model(guard: Guard) -> Any:
    return guard.wrap(ScriptedChat(script=["fine"]))


def _chain(guard: Guard) -> Runnable[Any, Any]:
    return guard.wrap(PROMPT | ScriptedChat(script=["fine"]), input_key="q")


@pytest.mark.parametrize("wrap", [_model, _chain])
@pytest.mark.parametrize("given", [{}, {"critic_model": "judge"}, {"entities": ["Nigerian Breweries"]}])
def test_round_trip_still_moderates_what_the_model_is_sent(wrap: Any, given: Any) -> None:
    found = _again(wrap(Guard.from_pack("hiring", **given)))
    inner = found.inner if wrap is _model else found.bound.last
    found.invoke(SAID if wrap is _model else {"q": SAID})
    sent = inner.asked[0]
    assert "led nine people" in sent[0].text
    assert "Nigerian" not in sent[0].text


def test_round_trip_still_guards_the_answer_with_layers_of_ones_own() -> None:
    model = _again(Guard([Neutralise()]).wrap(ScriptedChat(script=[f"the {TERM}"])))
    assert model.invoke("who?").text == f"the {NEUTRAL}"
    assert "".join(chunk.text for chunk in model.stream("who?")) == f"the {NEUTRAL}"


def test_bytes_hold_no_text_of_a_call(tmp_path: Path) -> None:
    guard = Guard.from_pack("hiring", log=tmp_path, critic_model="judge")
    guard.check(SAID)
    guard.check(SAID, source="assistant")
    assert b"Nigerian woman led" not in pickle.dumps(guard)


def test_real_client_is_pickled_where_its_own_class_can_be() -> None:
    """`ChatOpenAI` holds open connections, so its own error surfaces, guarded or not."""
    plain: Any = ChatOpenAI(model="gpt-4.1-mini", api_key="k")  # type: ignore[arg-type]
    with pytest.raises(TypeError, match="cannot pickle"):
        pickle.dumps(plain)
    with pytest.raises(TypeError, match="cannot pickle"):
        pickle.dumps(Guard.from_pack("hiring").wrap(plain))


def test_runnable_that_cannot_be_pickled_fails_as_it_does_alone() -> None:
    plain: Any = RunnableLambda(lambda text: text)
    with pytest.raises(Exception) as alone:
        pickle.dumps(plain)
    with pytest.raises(alone.type):
        pickle.dumps(Guard([Neutralise()]).wrap(plain))
