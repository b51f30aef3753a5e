"""What was said to a guarded agent, on its way past everything that watches the agent, to its first model call."""

from __future__ import annotations

import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from langchain_core.messages import BaseMessage, convert_to_messages
from langchain_core.runnables import RunnableConfig
from langchain_core.runnables.config import ensure_config
from langgraph.types import Command

from guardrails.guard import Guard
from guardrails.integrations.langchain.history import storable
from guardrails.integrations.langchain.preview import as_shown

__all__ = ["Asked", "Given", "asked_of", "place_of", "shown"]

_ASKED: Final = "__guardrails_asked"
"""In ``configurable``; two underscores keep it out of a run's metadata."""


_WITHIN: Final = "|"
"""Between the names of nodes in LangGraph's ``checkpoint_ns``."""


@dataclass(frozen=True, slots=True)
class _Pair:
    shown: BaseMessage = field(repr=False)
    said: BaseMessage = field(repr=False)


class Asked:
    """What was said in one run of an agent, by id of the message, where it differs from what is *shown* of it.

    The first model call of the agent at *place*, which is where its graph runs in those around it, judges it. Later
    ones, guards inside that call, and agents that are asked meanwhile meet what was shown. *guards* guard the door.
    """

    def __init__(
        self, place: str, shown: Sequence[BaseMessage], said: Sequence[BaseMessage], guards: Sequence[Guard]
    ) -> None:
        self._place, self.guards = _graph(place), guards
        pairs = zip(shown, said, strict=True)
        self._pairs = {there.id: _Pair(now, there) for now, there in pairs if now is not there}
        self._open = bool(self._pairs)

    def take(self, place: str) -> bool:
        """Whether a call of the node at *place* may judge what was said: one at a time, until one has been made."""
        if _graph(place.rpartition(_WITHIN)[0]) != self._place:
            return False
        taken, self._open = self._open, False
        return taken

    def give_back(self) -> None:
        """The call that took it came to nothing or was refused, and may be made again."""
        self._open = True

    def said(self, message: BaseMessage) -> BaseMessage:
        """What stands behind *message*, unless somebody has changed it since it was shown."""
        pair = self._pairs.get(message.id)
        return message if pair is None or pair.shown != message else pair.said


@dataclass(frozen=True, slots=True)
class Given:
    """What the agent is given, and the configuration that carries what was said."""

    value: Any = field(repr=False)
    config: RunnableConfig | None = field(repr=False)


def asked_of(config: RunnableConfig) -> Asked | None:
    """What was said, where somebody guards the door; else ``None``."""
    found = (config.get("configurable") or {}).get(_ASKED)
    return found if isinstance(found, Asked) else None


def place_of(config: RunnableConfig) -> str:
    """Where something runs: LangGraph's names of the nodes around it, from the outermost."""
    place: str = (config.get("configurable") or {}).get("checkpoint_ns") or ""
    return place


def _graph(place: str) -> str:
    """*place* without the numbers that tell runs of one graph in one node apart: they are given after the door."""
    return _WITHIN.join(part for part in place.split(_WITHIN) if not part.isdecimal())


def shown(guards: Sequence[Guard], value: Any, config: RunnableConfig | None) -> Given:
    """*value* for an agent as it may be shown, by all of *guards*, to callbacks, streams and checkpoints."""
    if isinstance(value, Command):
        for guard in guards:
            value = _resumed(guard, value)
        return Given(value, config)
    if not isinstance(value, Mapping) or not value.get("messages"):
        return Given(value, config)
    said = value["messages"]
    messages = convert_to_messages(said if isinstance(said, list) else [said])
    known = seen = [one if one.id else one.model_copy(update={"id": str(uuid.uuid4())}) for one in messages]
    for guard in guards:
        seen = storable(guard, seen) if guard.memory == "raw" else as_shown(guard, seen)
    changed = any(one is not now for one, now in zip(known, seen, strict=True))
    config = ensure_config(config)
    if not changed and asked_of(config) is not None:
        return Given(value, config)
    configurable = {**(config.get("configurable") or {}), _ASKED: Asked(place_of(config), seen, known, guards)}
    return Given({**value, "messages": seen} if changed else value, {**config, "configurable": configurable})


def _resumed(guard: Guard, command: Command[Any]) -> Command[Any]:
    """*command* with the messages it adds as they may be kept. What a person decided is theirs to say."""
    update = command.update
    if not isinstance(update, Mapping) or not update.get("messages"):
        return command
    said = update["messages"]
    stored = storable(guard, convert_to_messages(said if isinstance(said, list) else [said]))
    return Command(graph=command.graph, update={**update, "messages": stored}, resume=command.resume, goto=command.goto)
