"""A tool whose result is moderated before the callbacks and streams of its run see it, the agent and the model."""

from __future__ import annotations

import functools
from collections.abc import Awaitable, Callable
from functools import lru_cache
from typing import Any, Final, Protocol

from langchain_core.tools import BaseTool, ToolException

from guardrails.integrations.langchain_agents.signatures import signed

__all__ = ["Screen", "watched"]

_TOOL: Final = "_guardrails_tool"
_SCREEN: Final = "_guardrails_screen"


class Screen(Protocol):
    """Moderates what one call of a tool gave, or said when it failed."""

    def __call__(self, value: Any, /) -> Any: ...
    def later(self, value: Any, /) -> Awaitable[Any]: ...


def watched(tool: BaseTool, screen: Screen) -> BaseTool:
    """*tool* for one call, with its results passed through *screen*. It is *tool* itself that runs, with its state."""
    twin = tool.model_copy()
    twin.__dict__.update({_TOOL: tool, _SCREEN: screen})
    object.__setattr__(twin, "__class__", _watched_kind(type(tool)))
    return twin


@lru_cache(maxsize=256)
def _watched_kind(kind: type[BaseTool]) -> type[BaseTool]:
    """A subclass of *kind* with the signatures of *kind*, which LangChain reads."""
    members: dict[str, Any] = {"__module__": kind.__module__, "_run": signed(_running(kind._run))}
    if kind._arun is not BaseTool._arun:  # that one runs `_run`
        members["_arun"] = signed(_arunning(kind._arun))
    return type(kind.__name__, (kind,), members)


def _running(run: Callable[..., Any]) -> Callable[..., Any]:
    @functools.wraps(run)
    def watching(self: Any, *args: Any, **kwargs: Any) -> Any:
        tool, screen = self.__dict__[_TOOL], self.__dict__[_SCREEN]
        try:
            gave = run(tool, *args, **kwargs)
        except ToolException as error:
            raise _told(tool, error, screen(str(error))) from None
        content, artifact = _parts(tool, gave)
        return _whole(tool, gave, content, screen(content), artifact)

    return watching


def _arunning(run: Callable[..., Any]) -> Callable[..., Any]:
    @functools.wraps(run)
    async def watching(self: Any, *args: Any, **kwargs: Any) -> Any:
        tool, screen = self.__dict__[_TOOL], self.__dict__[_SCREEN]
        try:
            gave = await run(tool, *args, **kwargs)
        except ToolException as error:
            raise _told(tool, error, await screen.later(str(error))) from None
        content, artifact = _parts(tool, gave)
        return _whole(tool, gave, content, await screen.later(content), artifact)

    return watching


def _told(tool: BaseTool, error: ToolException, text: Any) -> ToolException:
    """*error* with a moderated text, where LangChain is about to hand that to the model."""
    return error if not tool.handle_tool_error or text == str(error) else ToolException(text)


def _parts(tool: BaseTool, gave: Any) -> tuple[Any, Any]:
    if tool.response_format == "content_and_artifact" and isinstance(gave, tuple) and len(gave) == 2:
        return gave
    return gave, None


def _whole(tool: BaseTool, gave: Any, content: Any, now: Any, artifact: Any) -> Any:
    if now is content:
        return gave
    if content is gave:
        return now
    return now, (None if getattr(now, "withheld", False) else artifact)
