"""An agent with a tool and human review: a held letter interrupts the run, a person decides, the tool sends it."""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from langchain.agents import create_agent
from langchain_core.language_models.fake_chat_models import FakeMessagesListChatModel
from langchain_core.messages import AIMessage, BaseMessage
from langchain_core.runnables import Runnable
from langchain_core.tools import tool
from langgraph.checkpoint.memory import InMemorySaver
from langgraph.types import Command

from guardrails import Guard
from guardrails.integrations.langchain_agents import GuardMiddleware

PACK = """
constitution: 1
name: reviewed-hiring
version: "1.0.0"
extends: hiring
summary: A draft that breaks a principle is not revised; it waits for a person.
critique: {rounds: 0, unresolved: escalate}
"""
LETTER = "We want a digital native. Old women need not apply."


class Scripted(FakeMessagesListChatModel):
    """Stands for a chat model with tools: says the same as often as it is asked."""

    def bind_tools(self, tools: Sequence[Any], **options: Any) -> Runnable[Any, AIMessage]:
        return self.bind(**options)


@tool
def send(to: str, letter: str) -> str:
    """Send a letter."""
    print(f"   the tool sends: {letter}")
    return f"sent to {to}"


def turn(agent: Any, given: Any, thread: str) -> dict[str, Any]:
    state: dict[str, Any] = agent.invoke(given, {"configurable": {"thread_id": thread}})
    return state


def review(agent: Any, thread: str, decision: Any) -> None:
    """Ask for a letter on a *thread* of its own, and decide about it."""
    state = turn(agent, {"messages": [("user", "Write to the young applicants, then tell me.")]}, thread)
    print("   the model was asked:", state["messages"][0].content)
    (action,) = state["__interrupt__"][0].value["action_requests"]
    print("   a reviewer sees:", action["name"], action["args"])
    messages: list[BaseMessage] = turn(agent, Command(resume={"decisions": [decision]}), thread)["messages"]
    print("   the caller reads:", str(messages[-1].content).partition(" The reference")[0])


def main() -> None:
    with tempfile.TemporaryDirectory() as name:
        path = Path(name) / "reviewed.yaml"
        path.write_text(PACK, encoding="utf-8")
        guard = Guard.from_file(path)
    call = {"name": "send", "args": {"to": "all", "letter": LETTER}, "id": "call_1", "type": "tool_call"}
    edited = {"name": "send", "args": {"to": "all", "letter": "We want somebody who learns new tools quickly."}}
    decisions: dict[str, Any] = {
        "approve": {"type": "approve"},
        "edit": {"type": "edit", "edited_action": edited},
        "reject": {"type": "reject", "message": "Not like this."},
    }
    for verdict, decision in decisions.items():
        print(f"{verdict}:")
        model = Scripted(responses=[AIMessage("", tool_calls=[call]), AIMessage("It is done.")])
        middleware = [GuardMiddleware(guard)]
        agent = guard.wrap(create_agent(model, [send], middleware=middleware, checkpointer=InMemorySaver()))
        review(agent, verdict, decision)


if __name__ == "__main__":
    main()
