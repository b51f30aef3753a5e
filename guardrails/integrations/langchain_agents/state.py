"""What the middleware keeps in an agent's state: the turn that waits for a person, scrubbed, and nothing else."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any, Final, NotRequired, TypedDict

from langchain.agents.middleware.types import AgentState, PrivateStateAttr
from langchain_core.messages import AIMessage
from langchain_core.runnables import RunnableConfig
from langgraph.config import get_config

__all__ = ["HELD", "GuardState", "HeldTurn", "has_checkpointer", "held_turn"]

HELD: Final = "guardrails_held"
"""The state's key, and the sign that an agent has the middleware."""


class HeldTurn(TypedDict):
    """One answer that waits. *case* is the guard's case as JSON, empty where the guard's own store keeps it.

    *draft* is the scrubbed answer, if the model gave one that has its place in a message; *approvable*: it can be given
    as it is. *released* is what a person decided to give, on its way to the model node.
    """

    reference: str
    case: str
    draft: AIMessage | None
    approvable: bool
    released: AIMessage | None


def _merged(before: Mapping[str, Any] | None, now: Mapping[str, Any] | None) -> dict[str, Any]:
    """Turns by name of the middleware that holds them; ``None`` takes one away."""
    return {name: turn for name, turn in {**(before or {}), **(now or {})}.items() if turn is not None}


class GuardState(AgentState[Any]):
    """An agent's state with the middleware's own, which callers neither give nor get, and which is absent at first."""

    guardrails_held: NotRequired[Annotated[dict[str, Any] | None, PrivateStateAttr, _merged]]


def held_turn(state: Mapping[str, Any], name: str) -> HeldTurn | None:
    """The turn that the middleware called *name* holds in *state*."""
    turn: HeldTurn | None = (state.get(HELD) or {}).get(name)
    return turn


def has_checkpointer(config: RunnableConfig | None = None) -> bool:
    """Whether the run that is going on can stop here and be resumed."""
    configurable = (config or get_config()).get("configurable") or {}
    return configurable.get("__pregel_checkpointer") is not None
