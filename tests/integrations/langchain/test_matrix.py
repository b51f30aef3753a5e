"""Every surface, payload and action on a stand-in: the planted term is seen nowhere, what is allowed stays."""

from __future__ import annotations

from typing import Any

import pytest
from langchain_core.runnables import Runnable, RunnablePassthrough

from guardrails import Guard
from tests.helpers.guards import NEUTRAL, Neutralise
from tests.helpers.langchain import ScriptedChat
from tests.helpers.langchain_cells import (
    ACTIONS,
    CLEAN,
    OWN,
    PAYLOADS,
    SURFACES,
    Payload,
    Wrap,
    as_model,
    assert_clean,
    built,
    in_order,
    normal,
    watch,
)

pytestmark = [
    pytest.mark.filterwarnings("ignore:Pydantic serializer warnings:UserWarning"),  # of parsed objects in chunks
    pytest.mark.filterwarnings("ignore:astream_log is deprecated"),
    pytest.mark.filterwarnings("ignore:.*in beta"),
]

MODEL = [(s, p) for s in SURFACES for p in PAYLOADS if not (s in OWN and PAYLOADS[p].method)]
CHAIN = [(s, p) for s, p in MODEL if s not in OWN]
OUTSIDE = [(s, p) for s, p in CHAIN if s not in ("astream_events", "astream_log")]


def _unwrapped(plain: Any) -> Any:
    return plain


@pytest.mark.parametrize(("surface", "payload"), MODEL)
def test_planted_term_is_seen_nowhere_on_a_model(surface: str, payload: str, subtests: pytest.Subtests) -> None:
    what = PAYLOADS[payload]
    for action, (guard, asked, said) in ACTIONS.items():
        with subtests.test(action):
            model = built(ScriptedChat(script=[what.said(said)]), what, as_model(guard()))
            assert_clean(watch(surface, model, what.asked(asked)), action)


@pytest.mark.parametrize(("surface", "payload"), CHAIN)
def test_planted_term_is_seen_nowhere_on_a_chain(surface: str, payload: str, subtests: pytest.Subtests) -> None:
    what = PAYLOADS[payload]
    for action, (guard, asked, said) in ACTIONS.items():
        with subtests.test(action):
            chain: Any = RunnablePassthrough() | built(ScriptedChat(script=[what.said(said)]), what, _unwrapped)
            guarded = guard().wrap(chain, critic=ScriptedChat(script=[NEUTRAL]))
            assert_clean(watch(surface, guarded, what.asked(asked)), action)


@pytest.mark.parametrize(("surface", "payload"), MODEL)
def test_allowed_answer_and_events_of_a_model_are_not_changed(surface: str, payload: str) -> None:
    what = PAYLOADS[payload]

    def made(wrap: Wrap) -> Runnable[Any, Any]:
        return built(ScriptedChat(script=[what.said(CLEAN)]), what, wrap)

    before = watch(surface, made(_unwrapped), what.asked(CLEAN))
    after = watch(surface, made(as_model(Guard([Neutralise()]))), what.asked(CLEAN))
    ordered = in_order(surface, payload)
    assert normal(after, ordered=ordered) == normal(before, ordered=ordered)


@pytest.mark.parametrize(("surface", "payload"), OUTSIDE)
def test_allowed_answer_of_a_chain_is_not_changed(surface: str, payload: str) -> None:
    """What runs inside is out of sight, so its events are not there to be compared."""
    what: Payload = PAYLOADS[payload]

    def made() -> Runnable[Any, Any]:
        return RunnablePassthrough() | built(ScriptedChat(script=[what.said(CLEAN)]), what, _unwrapped)

    before = watch(surface, made(), what.asked(CLEAN))
    after = watch(surface, Guard([Neutralise()]).wrap(made()), what.asked(CLEAN))
    ordered = in_order(surface, payload)
    assert normal(after, ordered=ordered) == normal(before, ordered=ordered)
