"""What the layers make of a request before the model is called: what a tracer may see, and a history may keep."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import closing
from dataclasses import replace

from guardrails.flow import Done, Flow, ModelCall, compose, step
from guardrails.guard import Guard
from guardrails.trace import Trace
from guardrails.types import Request, Text

__all__ = ["WITHHELD", "blanked", "preview"]

WITHHELD = "[withheld]"
"""Stands for a text of a request that was not let through."""


def preview(guard: Guard, request: Request) -> tuple[Text, ...] | None:
    """The texts the model would be sent, or ``None`` when the layers call none, ask a critic first, or fail.

    Nothing is recorded: the call itself, which follows, is what the log is about. Layers are pure up to their model
    call, so it meets the same texts; detection remembers what it has seen and is not paid for twice.
    """
    with closing(compose(guard.middleware, Trace("preview"))(request)) as flow:
        try:
            wants = step(flow)
        except Exception:
            return None
        if isinstance(wants, Done) or len(wants) != 1 or not isinstance(wants[0], ModelCall):
            return None
        if wants[0].beside is not None and _refuses(wants[0].beside):
            return None
        return wants[0].request.texts


def _refuses(judge: Flow[None]) -> bool:
    """Whether *judge*, who works beside the model, stops the call by rules alone: no critic is asked."""
    with closing(judge):
        try:
            step(judge)
        except Exception:
            return True
    return False


def blanked(texts: Sequence[Text]) -> tuple[Text, ...]:
    """*texts* with nothing of what they say."""
    return tuple(replace(text, text=WITHHELD) for text in texts)
