"""A runnable that was built around one model, around another: how structured output comes to go through a guard."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from langchain_core.language_models import BaseChatModel
from langchain_core.runnables import Runnable, RunnableBinding, RunnableParallel, RunnableSequence

__all__ = ["Transplant", "transplanted"]

_Replace = Callable[[BaseChatModel], Runnable[Any, Any]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Transplant:
    """*runnable* with *count* chat models replaced."""

    runnable: Runnable[Any, Any]
    count: int


def transplanted(runnable: Runnable[Any, Any], replace: _Replace) -> Transplant:
    """*runnable* with each chat model in its sequences, parallels and bindings replaced, by what *replace* gives."""
    if isinstance(runnable, BaseChatModel):
        return Transplant(runnable=replace(runnable), count=1)
    if isinstance(runnable, RunnableBinding):
        inside = transplanted(runnable.bound, replace)
        return Transplant(runnable=runnable.model_copy(update={"bound": inside.runnable}), count=inside.count)
    if isinstance(runnable, RunnableSequence):
        steps = [transplanted(step, replace) for step in runnable.steps]
        joined: Runnable[Any, Any] = RunnableSequence(*(step.runnable for step in steps), name=runnable.name)
        return Transplant(runnable=joined, count=sum(step.count for step in steps))
    if isinstance(runnable, RunnableParallel):
        named = {key: transplanted(step, replace) for key, step in runnable.steps__.items()}
        parallel: Runnable[Any, Any] = RunnableParallel({key: step.runnable for key, step in named.items()})
        return Transplant(runnable=parallel, count=sum(step.count for step in named.values()))
    return Transplant(runnable=runnable, count=0)
