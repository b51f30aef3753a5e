"""A guarded runnable takes and gives what the runnable did, honours its config, and composes like any other."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from typing import Any

import pytest
from langchain_core.documents import Document
from langchain_core.language_models.fake_chat_models import GenericFakeChatModel
from langchain_core.load import dumps
from langchain_core.messages import AIMessage, HumanMessage, SystemMessage
from langchain_core.output_parsers import StrOutputParser
from langchain_core.prompt_values import ChatPromptValue, StringPromptValue
from langchain_core.prompts import ChatPromptTemplate
from langchain_core.runnables import ConfigurableField, RunnableConfig, RunnableLambda, RunnablePassthrough
from pydantic import BaseModel

from guardrails import Guard
from guardrails.errors import Blocked, GuardFailed
from tests.helpers.guards import NEUTRAL, TERM, Block, Neutralise
from tests.helpers.langchain import Everything, ScriptedChat

SAID, CLEAN = f"the {TERM}!", f"the {NEUTRAL}!"


class Form(BaseModel):
    """An application."""

    note: str
    pages: int = 1


@dataclass(frozen=True)
class Row:
    note: str
    count: int


VALUES: dict[str, tuple[Any, Any]] = {
    "string": (SAID, CLEAN),
    "message": (HumanMessage(SAID, id="m"), HumanMessage(CLEAN, id="m")),
    "messages": ([SystemMessage("s"), HumanMessage(SAID)], [SystemMessage("s"), HumanMessage(CLEAN)]),
    "string prompt": (StringPromptValue(text=SAID), StringPromptValue(text=CLEAN)),
    "chat prompt": (
        ChatPromptValue(messages=[HumanMessage(SAID)]),
        ChatPromptValue(messages=[HumanMessage(CLEAN)]),
    ),
    "dict": ({"q": SAID, "n": 3, "deep": [{"x": SAID}]}, {"q": CLEAN, "n": 3, "deep": [{"x": CLEAN}]}),
    "documents": ([Document(SAID, metadata={"page": 1})], [Document(CLEAN, metadata={"page": 1})]),
    "object": (Form(note=SAID, pages=2), Form(note=CLEAN, pages=2)),
    "dataclass": (Row(SAID, 2), Row(CLEAN, 2)),
    "nothing": (None, None),
}


@pytest.fixture
def guard() -> Guard:
    return Guard([Neutralise()])


def _same(value: Any) -> Any:
    return value


def plain_runnable(function: Any) -> Any:
    """A runnable of a function of any types."""
    return RunnableLambda(function)


def _first() -> Any:
    return RunnablePassthrough()


@pytest.mark.parametrize(("given", "moderated"), VALUES.values(), ids=VALUES)
def test_a_value_is_moderated_in_its_own_type_both_ways(guard: Guard, given: Any, moderated: Any) -> None:
    seen: list[Any] = []
    guarded = guard.wrap(plain_runnable(seen.append) | plain_runnable(lambda _: given))
    answer = guarded.invoke(given)
    assert seen == [moderated]
    assert answer == moderated
    assert type(answer) is type(given)


def test_an_untouched_value_is_the_object_it_was(guard: Guard) -> None:
    seen: list[Any] = []
    given = {"q": "fine", "more": [HumanMessage("fine")]}
    guard.wrap(plain_runnable(seen.append)).invoke(given)
    assert seen[0] is given


@pytest.mark.parametrize("odd", [object(), {"q": object()}, [lambda: None]], ids=["object", "in a dict", "function"])
def test_a_value_whose_strings_nobody_knows_is_refused(guard: Guard, odd: Any) -> None:
    with pytest.raises(GuardFailed, match="cannot be guarded"):
        guard.wrap(plain_runnable(_same)).invoke(odd)


def test_tags_metadata_and_limits_reach_what_runs_inside_and_callbacks_do_not(guard: Guard) -> None:
    configs: list[RunnableConfig] = []

    def keep(value: str, config: RunnableConfig) -> str:
        configs.append(config)
        return value

    seen, run_id = Everything(), uuid.uuid4()
    config = {**seen.config, "max_concurrency": 3, "run_name": "mine", "run_id": run_id}
    guard.wrap(plain_runnable(keep)).invoke("a", config)
    (inside,) = configs
    assert inside["tags"] == ["t"]
    assert inside["metadata"]["m"] == 1
    assert inside["max_concurrency"] == 3
    (run,) = seen.keeper.runs
    assert (run.name, run.id, run.tags, run.child_runs) == ("mine", run_id, ["t"], [])
    assert run.extra["metadata"]["guardrails"]["action"] == "allow"


def test_it_says_of_itself_what_the_runnable_said(guard: Guard) -> None:
    chain = ChatPromptTemplate.from_template("{topic}") | ScriptedChat(script=["a"]) | StrOutputParser()
    guarded = guard.wrap(chain)
    assert guarded.get_name() == chain.get_name()
    assert (guarded.InputType, guarded.OutputType) == (chain.InputType, chain.OutputType)
    assert guarded.get_input_jsonschema() == chain.get_input_jsonschema()
    assert guarded.get_output_jsonschema() == chain.get_output_jsonschema()
    nodes = [node.name for node in guarded.get_graph().nodes.values()]
    assert nodes == [node.name for node in chain.get_graph().nodes.values()]


def test_it_can_be_bound_piped_assigned_and_mapped(guard: Guard) -> None:
    guarded = guard.wrap(plain_runnable(lambda value, extra="": f"{value}{extra}"))
    assert guarded.bind(extra="?").invoke(SAID) == f"{CLEAN}?"
    assert guarded.pipe(str.upper).invoke(SAID) == CLEAN.upper()
    assert guarded.map().invoke([SAID, "b"]) == [CLEAN, "b"]
    assert RunnablePassthrough.assign(said=guarded).invoke({"a": "b"})["said"] == "{'a': 'b'}"
    assert guard.wrap(plain_runnable(_same)).assign(n=lambda given: len(given["q"])).invoke({"q": SAID}) == {
        "q": CLEAN,
        "n": len(CLEAN),
    }


def test_it_is_tried_again_and_falls_back(guard: Guard) -> None:
    tries: list[str] = []

    def fails(value: str) -> str:
        tries.append(value)
        raise ConnectionError("down")

    guarded = guard.wrap(plain_runnable(fails))
    again = guarded.with_retry(stop_after_attempt=3, wait_exponential_jitter=False)
    assert again.with_fallbacks([guard.wrap(plain_runnable(lambda value: f"{value} {SAID}"))]).invoke(SAID) == (
        f"{CLEAN} {CLEAN}"
    )
    assert tries == [CLEAN] * 3


def test_fields_and_alternatives_are_configured_through_it(guard: Guard) -> None:
    model = ScriptedChat(script=[SAID]).configurable_fields(size=ConfigurableField(id="size"))
    other = ScriptedChat(script=["other"])
    chosen = model.configurable_alternatives(ConfigurableField(id="which"), other=other)
    guarded = guard.wrap(chosen)
    assert {spec.id for spec in guarded.config_specs} == {"size", "which"}
    assert guarded.invoke(SAID).content == CLEAN
    assert guarded.with_config(configurable={"which": "other"}).invoke(SAID).content == "other"
    assert other.asked[0][0].content == CLEAN


def test_a_stream_of_strings_can_be_part_of_a_chain(guard: Guard) -> None:
    chain: Any = guard.wrap(GenericFakeChatModel(messages=iter([AIMessage(f"a {SAID}")])) | StrOutputParser())
    assert "".join((_first() | chain | StrOutputParser()).stream(SAID)) == f"a {CLEAN}"


async def test_an_async_stream_can_be_part_of_a_chain(guard: Guard) -> None:
    chain: Any = guard.wrap(GenericFakeChatModel(messages=iter([AIMessage(f"a {SAID}")])) | StrOutputParser())
    stream = (_first() | chain | StrOutputParser()).astream(SAID)
    assert "".join([piece async for piece in stream]) == f"a {CLEAN}"


def test_only_the_named_key_is_the_users() -> None:
    guarded = Guard([Neutralise()]).wrap(plain_runnable(_same), input_key="q", output_key="q")
    assert guarded.invoke({"q": SAID, "rest": SAID}) == {"q": CLEAN, "rest": CLEAN}


def test_a_refusal_has_the_form_of_the_answer() -> None:
    guard = Guard([Block(late=True)])
    assert guard.wrap(plain_runnable(lambda _: SAID)).invoke("a") == "withheld by the test"
    message = guard.wrap(plain_runnable(lambda _: AIMessage(SAID))).invoke("a")
    assert (message.content, message.response_metadata["finish_reason"]) == ("withheld by the test", "content_filter")
    keyed = guard.wrap(plain_runnable(lambda _: {"answer": SAID}), output_key="answer")
    assert keyed.invoke("a") == {"answer": "withheld by the test"}


@pytest.mark.parametrize("options", [{}, {"on_block": "raise"}], ids=["no form", "asked for"])
def test_a_refusal_without_a_form_is_raised_and_quotes_nothing(options: Any) -> None:
    guarded = Guard([Block(late=True)]).wrap(plain_runnable(lambda _: {"answer": SAID}), **options)
    with pytest.raises(Blocked) as caught:
        guarded.invoke("a")
    assert TERM not in repr(caught.value)
    assert caught.value.result.response.native is None


def test_it_is_serialised_without_the_guard_and_what_was_said(guard: Guard) -> None:
    written = dumps(guard.wrap(plain_runnable(_same) | StrOutputParser()))
    assert '"not_implemented"' in written
    assert "Neutralise" not in written
