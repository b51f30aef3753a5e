"""What LangSmith is sent of a guarded call: one run, as it may be shown, with what was decided."""

from __future__ import annotations

from typing import Any

import pytest
from langchain_core.messages import HumanMessage
from langchain_core.tracers.langchain import LangChainTracer

from guardrails import Guard
from tests.helpers.guards import NEUTRAL, TERM, Neutralise
from tests.helpers.langchain import Criticised, ScriptedChat, strings_in

SAID = f"the {TERM}!"

# Of the oldest langchain-core, whose own tracer calls what Pydantic has renamed.
pytestmark = pytest.mark.filterwarnings("ignore::pydantic.warnings.PydanticDeprecatedSince20")


class Service:
    """Keeps what a client of LangSmith is told to send."""

    tracing_queue = None

    def __init__(self) -> None:
        self.created: list[dict[str, Any]] = []
        self.updated: list[dict[str, Any]] = []

    def create_run(self, *args: Any, **fields: Any) -> None:
        self.created.append(fields)

    def update_run(self, *args: Any, **fields: Any) -> None:
        self.updated.append(fields)

    def __str__(self) -> str:
        return "\n".join(strings_in([self.created, self.updated]))


@pytest.fixture
def service() -> Service:
    return Service()


@pytest.fixture
def config(service: Service) -> Any:
    client: Any = service
    return {"callbacks": [LangChainTracer(client=client)]}


def test_one_run_is_sent_with_the_decisions_in_its_metadata(service: Service, config: Any) -> None:
    guarded = Guard([Neutralise()]).wrap(ScriptedChat(script=[SAID]))
    guarded.invoke([HumanMessage(SAID)], config)
    (run,), (end,) = service.created, service.updated
    assert (run["name"], run["run_type"], run.get("parent_run_id")) == ("ScriptedChat", "llm", None)
    told = end["extra"]["metadata"]["guardrails"]
    assert told["action"] == "rewrite"
    assert [decision["reason"] for decision in told["decisions"]][:1] == ["planted"]
    assert NEUTRAL in str(service)
    assert TERM not in str(service)


def test_nothing_of_the_critic_is_sent(service: Service, config: Any) -> None:
    guarded = Guard([Criticised()]).wrap(ScriptedChat(script=[SAID]), critic=ScriptedChat(script=[NEUTRAL]))
    assert guarded.invoke([HumanMessage("who?")], config).content == f"the {NEUTRAL}!"
    assert len(service.created) == 1
    assert Criticised().secret not in str(service)
    assert TERM not in str(service)


async def test_a_stream_is_one_run_as_well(service: Service, config: Any) -> None:
    guarded = Guard([Neutralise()]).wrap(ScriptedChat(script=[SAID]))
    assert [chunk async for chunk in guarded.astream([HumanMessage(SAID)], config)]
    assert len(service.created) == 1
    assert NEUTRAL in str(service)
    assert TERM not in str(service)
