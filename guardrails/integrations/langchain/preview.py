"""What the layers make of a request before the model is called: what a tracer may see, and a history may keep."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import closing
from dataclasses import replace
from typing import Final, Literal

from langchain_core.messages import BaseMessage

from guardrails.flow import Done, Flow, ModelCall, compose, step
from guardrails.guard import Guard
from guardrails.integrations.langchain.messages import message_texts, with_texts
from guardrails.trace import Trace
from guardrails.types import Request, Text

__all__ = ["UNDECIDED", "WITHHELD", "as_shown", "blanked", "foreseen", "preview"]

WITHHELD: Final = "[withheld]"
"""Stands for a text of a request that was not let through."""
UNDECIDED: Final = "undecided"
"""A critic would have to be asked first."""


def preview(guard: Guard, request: Request) -> tuple[Text, ...] | None:
    """The texts the model would be sent, or ``None`` where that is not decided without a critic, or none are."""
    found = foreseen(guard, request)
    return None if found == UNDECIDED else found


def foreseen(guard: Guard, request: Request) -> tuple[Text, ...] | Literal["undecided"] | None:
    """The texts the model would be sent, or ``None`` when the layers call none, or fail.

    Nothing is recorded: the call itself, which follows, is what the log is about. Layers are pure up to their model
    call, so it meets the same texts; detection remembers what it has seen and is not paid for twice.
    """
    with closing(compose(guard.middleware, Trace("preview"))(request)) as flow:
        try:
            wants = step(flow)
        except Exception:
            return None
        if isinstance(wants, Done):
            return None
        if len(wants) != 1 or not isinstance(wants[0], ModelCall):
            return UNDECIDED
        judge = wants[0].beside
        return wants[0].request.texts if judge is None else _judged(judge, wants[0].request.texts)


def _judged(judge: Flow[None], texts: tuple[Text, ...]) -> tuple[Text, ...] | Literal["undecided"] | None:
    """*texts*, if *judge*, who works beside the model, lets them through by rules alone."""
    with closing(judge):
        try:
            return texts if isinstance(step(judge), Done) else UNDECIDED
        except Exception:
            return None


def as_shown(guard: Guard, messages: Sequence[BaseMessage]) -> list[BaseMessage]:
    """*messages* as a model would be sent them together: a letter that stands for somebody is given to one only."""
    texts = message_texts(messages)
    cleared = preview(guard, Request(texts=texts)) if texts else texts
    return with_texts(messages, texts, blanked(texts) if cleared is None else cleared)


def blanked(texts: Sequence[Text]) -> tuple[Text, ...]:
    """*texts* with nothing of what they say."""
    return tuple(replace(text, text=WITHHELD) for text in texts)
