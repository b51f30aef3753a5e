"""A conversation as a LangGraph graph."""

from __future__ import annotations

from typing import Any

from langchain_core.messages import BaseMessage
from langchain_core.runnables import RunnableLambda
from langgraph.graph import START, MessagesState, StateGraph

__all__ = ["graph_of"]


def graph_of(model: Any, saver: Any) -> Any:
    """A conversation: each turn is answered by *model* and kept by *saver*."""

    def answer(state: MessagesState) -> dict[str, list[BaseMessage]]:
        return {"messages": [model.invoke(state["messages"])]}

    async def aanswer(state: MessagesState) -> dict[str, list[BaseMessage]]:
        return {"messages": [await model.ainvoke(state["messages"])]}

    building = StateGraph(MessagesState).add_node("answer", RunnableLambda(answer, aanswer))
    return building.add_edge(START, "answer").compile(checkpointer=saver)
