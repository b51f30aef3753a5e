"""A wrapped chat model or runnable shows what the guard lets through, whichever way it is called."""

from __future__ import annotations

import pytest
from langchain_core.language_models.fake_chat_models import GenericFakeChatModel
from langchain_core.messages import AIMessage
from langchain_core.runnables import RunnableLambda

from guardrails import Guard
from tests.helpers.guards import Block, Neutralise
from tests.helpers.langchain import Everything, ScriptedChat

DRAFT, FORBIDDEN = "Both are able. Women are too emotional to lead.", "emotional"


@pytest.fixture
def model() -> GenericFakeChatModel:
    wrapped: GenericFakeChatModel = Guard.from_pack("hiring").wrap(
        GenericFakeChatModel(messages=iter([AIMessage(DRAFT)]))
    )
    return wrapped


def test_an_answer_is_revised_and_says_so(model: GenericFakeChatModel) -> None:
    answer = model.invoke("Compare them.")
    assert answer.content == "Both are able."
    assert answer.response_metadata["guardrails"]["action"] == "revise"


def test_a_stream_never_shows_what_was_not_cleared(model: GenericFakeChatModel) -> None:
    chunks = [str(chunk.content) for chunk in model.stream("Compare them.")]
    assert "".join(chunks) == "Both are able."


async def test_no_event_of_a_stream_holds_it(model: GenericFakeChatModel) -> None:
    events = [str(event) async for event in model.astream_events("Compare them.", version="v2")]
    assert events
    assert not [event for event in events if FORBIDDEN in event]


def test_a_runnable_is_guarded_on_both_sides() -> None:
    seen: list[str] = []

    def answer(given: dict[str, str]) -> str:
        seen.append(given["question"])
        return DRAFT

    guarded = Guard.from_pack("hiring").wrap(RunnableLambda(answer), input_key="question")
    assert guarded.invoke({"question": "Who is the deaf woman?"}) == "Both are able."
    assert seen
    assert not [text for text in seen if "deaf" in text]


@pytest.mark.parametrize("way", ["invoke", "stream"])
def test_a_model_of_two_guards_is_sent_and_shows_what_both_let_through(way: str) -> None:
    inner, seen = ScriptedChat(script=["BBB, AAA"]), Everything()
    model = Guard([Neutralise("AAA", "a")]).wrap(Guard([Neutralise("BBB", "b")]).wrap(inner))
    answer = getattr(model, way)("about AAA and BBB", seen.config)
    seen.given.extend([answer] if way == "invoke" else answer)
    assert [message.content for message in inner.asked[0]] == ["about a and b"]
    assert "b, a" in "".join(str(getattr(one, "content", "")) for one in seen.given)
    assert not [word for word in ("AAA", "BBB") if word in str(seen)]


def test_what_the_inner_of_two_guards_blocks_is_refused_and_says_so() -> None:
    inner = ScriptedChat(script=["fine"])
    answer = Guard([Neutralise("AAA", "a")]).wrap(Guard([Block("BBB")]).wrap(inner)).invoke("about AAA and BBB")
    assert (answer.content, inner.asked) == ("withheld by the test", [])
    assert answer.response_metadata["guardrails"]["action"] == "block"
