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

from guardrails.errors import GuardFailed
from guardrails.guard import Guard
from guardrails.integrations.langchain.history import storable
from guardrails.integrations.langchain.preview import as_shown, blanked
from guardrails.integrations.langchain.values import value_texts, value_with
from guardrails.integrations.langchain_agents.review import ANSWER
from guardrails.middleware.redact import redactors_of
from guardrails.types import Source

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
    *decided*: what a person decided, as it is shown and as it was given.
    """

    def __init__(
        self, place: str, shown: Sequence[BaseMessage], said: Sequence[BaseMessage], guards: Sequence[Guard],
        decided: Sequence[tuple[Any, Any]] = (),
    ) -> None:  # fmt: skip
        self._place, self.guards, self._decided = _graph(place), guards, decided
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

    def decided(self, answer: object) -> object:
        """What a person decided, where *answer* is what was shown of it, and of nothing else."""
        given = [one for now, one in self._decided if now == answer]
        return given[0] if given and all(one == given[0] for one in given) else answer


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
        return _resumed(guards, value, ensure_config(config))
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


def _resumed(guards: Sequence[Guard], command: Command[Any], config: RunnableConfig) -> Given:
    """*command* with the messages it adds as they may be kept, and what a person wrote in a decision scrubbed."""
    update, decided = command.update, _Decided(guards)
    if isinstance(update, Mapping) and update.get("messages"):
        said = update["messages"]
        messages = convert_to_messages(said if isinstance(said, list) else [said])
        for guard in guards:
            messages = storable(guard, messages)
        update = {**update, "messages": messages}
    now = Command(graph=command.graph, update=update, resume=decided(command.resume), goto=command.goto)
    asked = Asked(place_of(config), (), (), guards, decided.pairs)
    return Given(now, {**config, "configurable": {**(config.get("configurable") or {}), _ASKED: asked}})


class _Decided:
    """Scrubs what is written in decisions, and keeps in *pairs* what that came to and what it was."""

    def __init__(self, guards: Sequence[Guard]) -> None:
        self._scrubs = [redactors_of(guard.middleware)[1] for guard in guards]
        self.pairs: list[tuple[Any, Any]] = []

    def __call__(self, value: Any) -> Any:
        """*value* resumes one interrupt, or several by their ids."""
        if not isinstance(value, Mapping):
            return value
        decisions = value.get("decisions")
        if not isinstance(decisions, list):
            return {key: self(one) for key, one in value.items()}
        now = {**value, "decisions": [self._decision(one) for one in decisions]}
        self.pairs.append((now, value))
        return now

    def _decision(self, decision: Any) -> Any:
        action = decision.get("edited_action") if isinstance(decision, Mapping) else None
        if not isinstance(action, Mapping) or not isinstance(action.get("args"), Mapping):
            return decision
        source = Source.ASSISTANT if action.get("name") == ANSWER else Source.TOOL_CALL
        return {**decision, "edited_action": {**action, "args": self._written(action["args"], source)}}

    def _written(self, args: Any, source: Source) -> Any:
        try:
            texts = kept = value_texts(args, source)
        except GuardFailed:  # of a kind that no decision is made of: it is asked for again
            return {}
        for scrub in self._scrubs:
            kept = scrub(kept).texts or blanked(kept)
        return value_with(args, texts, kept)
