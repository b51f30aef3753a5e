"""The cells of LangChain's matrix: what is asked and said, the ways to call a runnable, what a guard makes of it."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any, Final

from langchain_core.language_models import BaseChatModel
from langchain_core.messages import AIMessage, BaseMessage, HumanMessage, SystemMessage, ToolMessage
from langchain_core.runnables import Runnable
from langchain_core.tools import tool
from pydantic import BaseModel

from guardrails import Guard
from guardrails.types import Action
from tests.helpers.guards import NEUTRAL, TERM, Neutralise
from tests.helpers.langchain import Criticised, Everything, ScriptedChat, Withhold

__all__ = [
    "ACTIONS",
    "CLEAN",
    "OWN",
    "PAYLOADS",
    "SAID",
    "STREAMED",
    "SURFACES",
    "Note",
    "Payload",
    "Wrap",
    "as_model",
    "assert_clean",
    "built",
    "in_order",
    "normal",
    "normal_text",
    "watch",
]

SAID: Final = f"the {TERM} said so"
CLEAN: Final = "the plain answer"
IMAGE: Final = {"type": "image_url", "image_url": {"url": "data:image/png;base64,iVBORw0KGgo="}}

Wrap = Callable[[Any], Any]


class Note(BaseModel):
    """A note about somebody."""

    who: str
    score: int = 1


@tool
def look_up(query: str, note: str) -> str:
    """Look somebody up."""
    return query + note


def call(text: str) -> Any:
    return {"name": "look_up", "args": {"query": text, "note": "n"}, "id": "call_1", "type": "tool_call"}


def _human(text: str) -> list[BaseMessage]:
    return [HumanMessage(text)]


@dataclass(frozen=True, kw_only=True)
class Payload:
    """What is asked and what is said, both around one text. *method* and *raw* are those of structured output."""

    asked: Callable[[str], list[BaseMessage]] = _human
    said: Callable[[str], AIMessage] = AIMessage
    tools: bool = False
    method: str | None = None
    raw: bool = False


def _turns(text: str) -> list[BaseMessage]:
    pairs = [(HumanMessage(f"{i} {text}"), AIMessage(f"{i} {text}")) for i in range(3)]
    return [SystemMessage(text), *(message for pair in pairs for message in pair), HumanMessage("go on")]


def _results(text: str) -> list[BaseMessage]:
    return [HumanMessage("look"), AIMessage("", tool_calls=[call(text)]), ToolMessage(text, tool_call_id="call_1")]


def _seen(text: str) -> list[BaseMessage]:
    return [HumanMessage([{"type": "text", "text": text}, IMAGE])]


def _noted(text: str) -> AIMessage:
    return AIMessage("", tool_calls=[{**call(text), "name": "Note", "args": {"who": text, "score": 2}}])


def _written(text: str) -> AIMessage:
    return AIMessage(Note(who=text, score=2).model_dump_json())


PAYLOADS: Final = {
    "text": Payload(),
    "blocks": Payload(
        asked=lambda text: [HumanMessage([{"type": "text", "text": text}, {"type": "text", "text": "b"}])],
        said=lambda text: AIMessage([{"type": "text", "text": text}, {"type": "text", "text": " end"}]),
    ),
    "tool call": Payload(said=lambda text: AIMessage(text, tool_calls=[call(text)]), tools=True),
    "empty content": Payload(said=lambda text: AIMessage("", tool_calls=[call(text)]), tools=True),
    "tool result": Payload(asked=_results),
    "turns": Payload(asked=_turns),
    "image": Payload(asked=_seen),
    "reasoning": Payload(
        said=lambda text: AIMessage([{"type": "reasoning", "reasoning": text}, {"type": "text", "text": text}])
    ),
    "refusal": Payload(said=lambda text: AIMessage("", additional_kwargs={"refusal": text})),
    "function calling": Payload(said=_noted, method="function_calling"),
    "function calling, raw": Payload(said=_noted, method="function_calling", raw=True),
    "JSON schema": Payload(said=_written, method="json_schema"),
    "JSON mode": Payload(said=_written, method="json_mode"),
}


def built(plain: BaseChatModel, payload: Payload, wrap: Wrap) -> Runnable[Any, Any]:
    """What a user makes of a model to ask it for *payload*."""
    model = wrap(plain)
    if payload.method is not None:
        found: Runnable[Any, Any] = model.with_structured_output(Note, method=payload.method, include_raw=payload.raw)
        return found
    return model.bind_tools([look_up]) if payload.tools else model  # type: ignore[no-any-return]


def _invoke(model: Runnable[Any, Any], asked: Any, seen: Everything) -> None:
    seen.given.append(model.invoke(asked, seen.config))


async def _ainvoke(model: Runnable[Any, Any], asked: Any, seen: Everything) -> None:
    seen.given.append(await model.ainvoke(asked, seen.config))


def _stream(model: Runnable[Any, Any], asked: Any, seen: Everything) -> None:
    seen.given.extend(model.stream(asked, seen.config))


async def _astream(model: Runnable[Any, Any], asked: Any, seen: Everything) -> None:
    seen.given.extend([chunk async for chunk in model.astream(asked, seen.config)])


def _batch(model: Runnable[Any, Any], asked: Any, seen: Everything) -> None:
    seen.given.extend(model.batch([asked, asked], seen.one_at_a_time))


async def _abatch(model: Runnable[Any, Any], asked: Any, seen: Everything) -> None:
    seen.given.extend(await model.abatch([asked, asked], seen.one_at_a_time))


def _completed(model: Runnable[Any, Any], asked: Any, seen: Everything) -> None:
    seen.given.extend(model.batch_as_completed([asked, asked], seen.one_at_a_time))


async def _acompleted(model: Runnable[Any, Any], asked: Any, seen: Everything) -> None:
    seen.given.extend([item async for item in model.abatch_as_completed([asked, asked], seen.one_at_a_time)])


def _transform(model: Runnable[Any, Any], asked: Any, seen: Everything) -> None:
    seen.given.extend(model.transform(iter([asked]), seen.config))


async def _atransform(model: Runnable[Any, Any], asked: Any, seen: Everything) -> None:
    async def once() -> Any:
        yield asked

    seen.given.extend([chunk async for chunk in model.atransform(once(), seen.config)])


def _generate(model: Runnable[Any, Any], asked: Any, seen: Everything) -> None:
    plain, bound = _bound(model)
    seen.given.append(plain.generate([asked, asked], **seen.config, **bound))


async def _agenerate(model: Runnable[Any, Any], asked: Any, seen: Everything) -> None:
    plain, bound = _bound(model)
    seen.given.append(await plain.agenerate([asked, asked], **seen.config, **bound))


def _bound(model: Any) -> tuple[Any, dict[str, Any]]:
    """The chat model and what is bound to it: a binding has no ``generate``."""
    return getattr(model, "bound", model), getattr(model, "kwargs", {})


async def _events(model: Runnable[Any, Any], asked: Any, seen: Everything) -> None:
    seen.given.extend([event async for event in model.astream_events(asked, seen.config, version="v2")])


async def _log(model: Runnable[Any, Any], asked: Any, seen: Everything) -> None:
    seen.given.extend([change.ops async for change in model.astream_log(asked, seen.config)])


def _typed_events(model: Runnable[Any, Any], asked: Any, seen: Everything) -> None:
    stream: Any = model.stream_events(asked, seen.config, version="v3")
    seen.given.extend(stream)
    seen.given.append(stream.output)


async def _atyped_events(model: Runnable[Any, Any], asked: Any, seen: Everything) -> None:
    awaited: Any = model.astream_events(asked, seen.config, version="v3")
    stream = await awaited
    seen.given.extend([event async for event in stream])
    seen.given.append(await stream.output)


Surface = Callable[[Runnable[Any, Any], Any, Everything], Awaitable[None] | None]

TYPED: Final[dict[str, Surface]] = (
    {"stream_events v3": _typed_events, "astream_events v3": _atyped_events}
    if hasattr(BaseChatModel, "stream_events")
    else {}
)
"""Not of the oldest langchain-core."""

SURFACES: Final[dict[str, Surface]] = {
    "invoke": _invoke,
    "ainvoke": _ainvoke,
    "stream": _stream,
    "astream": _astream,
    "batch": _batch,
    "abatch": _abatch,
    "batch_as_completed": _completed,
    "abatch_as_completed": _acompleted,
    "transform": _transform,
    "atransform": _atransform,
    "generate": _generate,
    "agenerate": _agenerate,
    "astream_events": _events,
    "astream_log": _log,
    **TYPED,
}
OWN: Final = {"generate", "agenerate", *TYPED}
"""Of chat models only: neither of a chain nor of what structured output is."""
STREAMED: Final = {"stream", "astream", "transform", "atransform", "astream_events", "astream_log", *TYPED}

ACTIONS: Final[dict[str, tuple[Callable[[], Guard], str, str]]] = {
    "neutralise": (lambda: Guard([Neutralise()]), SAID, SAID),
    "revise": (lambda: Guard([Criticised()]), CLEAN, SAID),
    "block the request": (lambda: Guard([Withhold()]), SAID, CLEAN),
    "block the answer": (lambda: Guard([Withhold()]), CLEAN, SAID),
    "escalate the request": (lambda: Guard([Withhold(Action.ESCALATE)]), SAID, CLEAN),
    "escalate the answer": (lambda: Guard([Withhold(Action.ESCALATE)]), CLEAN, SAID),
}
"""Guard, what is asked and what is said."""


def as_model(guard: Guard) -> Wrap:
    return lambda plain: guard.wrap(plain, critic=ScriptedChat(script=[NEUTRAL]))


def watch(surface: str, runnable: Runnable[Any, Any], asked: Any) -> Everything:
    """Everything that was seen; an exception is part of it."""
    seen = Everything()

    async def run(running: Awaitable[None]) -> None:
        await running

    try:
        running = SURFACES[surface](runnable, asked, seen)
        if running is not None:
            asyncio.run(run(running))
    except Exception as error:
        seen.given.append(error)
    return seen


def assert_clean(seen: Everything, action: str) -> None:
    """Something was seen, the action among it, and neither the planted term nor what the critic was told."""
    everything = str(seen)
    assert TERM not in everything
    assert Criticised().secret not in everything
    assert seen.recorder.seen
    assert {"neutralise": NEUTRAL, "revise": NEUTRAL}.get(action, action.partition(" ")[0]) in everything


def normal(seen: Everything, *, ordered: bool) -> list[str]:
    """What was given, but for what `normal_text` leaves out. *ordered*: in order."""
    found = [normal_text(repr(value)) for value in seen.given]
    return found if ordered else sorted(found)


def normal_text(text: str) -> str:
    """*text* without what differs from run to run and what the guard says of itself."""
    text = re.sub(r"'guardrails': \{(?:[^{}]|\{[^{}]*\})*\}(?:, )?", "", text)
    text = re.sub(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}", "ID", text)
    text = re.sub(r"\d{4}-\d\d-\d\dT[\d:.]+(?:\+00:00|Z)?", "TIME", text)
    return text.replace(", }", "}").replace(", 'metadata': {}", "")


def in_order(surface: str, payload: str) -> bool:
    """Whether what is given comes in the same order each time: neither as completed, nor from steps side by side."""
    return "completed" not in surface and not PAYLOADS[payload].raw
