"""A streaming chat model that says what a test scripted, and handlers that keep everything LangChain shows them."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from types import FunctionType, MethodType, ModuleType
from typing import Any

from langchain_core.callbacks import BaseCallbackHandler
from langchain_core.language_models import BaseChatModel
from langchain_core.messages import AIMessage, AIMessageChunk, BaseMessage
from langchain_core.output_parsers import PydanticOutputParser
from langchain_core.outputs import ChatGeneration, ChatGenerationChunk, ChatResult
from langchain_core.runnables import Runnable
from langchain_core.tracers.base import BaseTracer
from langchain_core.utils.function_calling import convert_to_openai_tool
from pydantic import Field

from guardrails.flow import CriticCall, Flow, Handler, ask_all
from guardrails.trace import Trace
from guardrails.types import Action, Decision, Request, Response
from tests.helpers.guards import TERM

__all__ = ["Criticised", "Everything", "Recorder", "RunKeeper", "ScriptedChat", "Withhold", "strings_in"]

USAGE: Any = {"input_tokens": 7, "output_tokens": 5, "total_tokens": 12}


class ScriptedChat(BaseChatModel):
    """Says *script* in order, the last line again and again; an exception is raised. ``asked`` keeps what it got.

    A stream comes in pieces of *size* characters; *breaks* raises the error after that many of them.
    """

    script: list[Any] = Field(default_factory=list, repr=False)
    asked: list[Any] = Field(default_factory=list, repr=False)
    model_name: str = "fake"
    size: int = 4
    breaks: int | None = None

    @property
    def _llm_type(self) -> str:
        return "scripted"

    def _next(self, messages: list[BaseMessage]) -> AIMessage:
        self.asked.append(messages)
        line = self.script[min(len(self.asked), len(self.script)) - 1]
        if isinstance(line, Exception):
            raise line
        said = line if isinstance(line, AIMessage) else AIMessage(line)
        return said.model_copy(update={"usage_metadata": USAGE})

    def _generate(
        self, messages: list[BaseMessage], stop: list[str] | None = None, run_manager: Any = None, **kwargs: Any
    ) -> ChatResult:
        return ChatResult(generations=[ChatGeneration(message=self._next(messages))], llm_output={"model_name": "fake"})

    def _stream(
        self, messages: list[BaseMessage], stop: list[str] | None = None, run_manager: Any = None, **kwargs: Any
    ) -> Iterator[ChatGenerationChunk]:
        for index, chunk in enumerate(_pieces(self._next(messages), self.size)):
            if index == self.breaks:
                raise ConnectionError("the line went dead")
            yield ChatGenerationChunk(message=chunk)

    async def _agenerate(self, messages: list[BaseMessage], *args: Any, **kwargs: Any) -> ChatResult:
        return self._generate(messages)

    async def _astream(
        self, messages: list[BaseMessage], *args: Any, **kwargs: Any
    ) -> AsyncIterator[ChatGenerationChunk]:
        for chunk in self._stream(messages):
            yield chunk

    def bind_tools(self, tools: Sequence[Any], *, tool_choice: Any = None, **kwargs: Any) -> Runnable[Any, AIMessage]:
        choice = {} if tool_choice is None else {"tool_choice": tool_choice}
        return self.bind(tools=[convert_to_openai_tool(tool) for tool in tools], **choice, **kwargs)

    def with_structured_output(
        self, schema: Any, *, include_raw: bool = False, method: str = "function_calling", **kwargs: Any
    ) -> Runnable[Any, Any]:
        """By a tool call as the base class has it, or by JSON that a parser reads."""
        if method == "function_calling":
            return super().with_structured_output(schema, include_raw=include_raw)
        parser: Runnable[Any, Any] = PydanticOutputParser(pydantic_object=schema)
        return self.bind(response_format={"type": method.replace("json_mode", "json_object")}) | parser


def _pieces(message: AIMessage, size: int) -> Iterator[AIMessageChunk]:
    content = message.content
    if isinstance(content, str):
        for at in range(0, len(content), size):
            yield AIMessageChunk(content=content[at : at + size])
    else:
        for index, block in enumerate(content):
            yield AIMessageChunk(content=[{**block, "index": index}] if isinstance(block, dict) else [block])
    for index, call in enumerate(message.tool_calls):
        arguments = json.dumps(call["args"])
        name, ident = call["name"], call["id"]
        yield AIMessageChunk(content="", tool_call_chunks=[_call(name=name, args="", id=ident, index=index)])
        for at in range(0, len(arguments), size):
            piece = _call(name=None, args=arguments[at : at + size], id=None, index=index)
            yield AIMessageChunk(content="", tool_call_chunks=[piece])
    extra = message.additional_kwargs
    told = {"model_name": "fake"}
    yield AIMessageChunk(
        content="", usage_metadata=message.usage_metadata, additional_kwargs=extra, response_metadata=told
    )


def _call(**fields: Any) -> Any:
    return {**fields, "type": "tool_call_chunk"}


class Recorder(BaseCallbackHandler):
    """Keeps the arguments of every callback."""

    raise_error = run_inline = True

    def __init__(self) -> None:
        self.seen: list[Any] = []

    def __getattribute__(self, name: str) -> Any:
        if not name.startswith("on_"):
            return super().__getattribute__(name)

        def keep(*args: Any, **kwargs: Any) -> None:
            self.seen.append((name, args, kwargs))

        return keep


class RunKeeper(BaseTracer):
    """Keeps every finished root run, as a tracing service would be sent it."""

    raise_error = run_inline = True

    def __init__(self) -> None:
        super().__init__()
        self.runs: list[Any] = []

    def _persist_run(self, run: Any) -> None:
        self.runs.append(run)


class Everything:
    """What a caller and everyone who watches the call got to see, as one string."""

    def __init__(self) -> None:
        self.recorder, self.keeper = Recorder(), RunKeeper()
        self.given: list[Any] = []

    @property
    def config(self) -> Any:
        return {"callbacks": [self.recorder, self.keeper], "tags": ["t"], "metadata": {"m": 1}}

    @property
    def one_at_a_time(self) -> Any:
        return {**self.config, "max_concurrency": 1}

    def __str__(self) -> str:
        return "\n".join(strings_in([self.given, self.recorder.seen, self.keeper.runs]))


def strings_in(root: Any) -> Iterator[str]:
    """Every string that can be reached from *root*: what a ``repr`` leaves out as well, and in less time."""
    seen: set[int] = set()
    todo = [root]
    while todo:
        value = todo.pop()
        if isinstance(value, str):
            yield value
        elif id(value) not in seen and not isinstance(value, type | ModuleType | FunctionType | MethodType):
            seen.add(id(value))
            todo.extend(_parts(value))


def _parts(value: Any) -> Iterator[Any]:
    if isinstance(value, Mapping):
        yield from value
        yield from value.values()
    elif isinstance(value, list | tuple | set | frozenset):
        yield from value
    elif isinstance(value, BaseException):
        yield from (*value.args, value.__context__, value.__cause__)
    yield from getattr(value, "__dict__", {}).values()
    yield from (getattr(value, "__pydantic_extra__", None) or {}).values()
    for kind in type(value).__mro__:
        yield from (getattr(value, name, None) for name in getattr(kind, "__slots__", ()) if name != "__weakref__")


@dataclass(frozen=True)
class Criticised:
    """Asks a critic model and puts its answer in place of the planted term wherever the draft says it."""

    secret: str = "what the critic is told"

    def __call__(self, request: Request, call_next: Handler, trace: Trace, /) -> Flow[Response]:
        draft = yield from call_next(request)
        (verdict,) = yield from ask_all((CriticCall(instructions=self.secret, prompt=self.secret),))
        trace.record(Decision(layer="test", action=Action.REVISE, reason="planted"))
        told = verdict.texts[0].text
        return replace(draft, texts=tuple(replace(t, text=t.text.replace(TERM, told)) for t in draft.texts))


@dataclass(frozen=True)
class Withhold:
    """Withholds an answer, or a request, that says the planted term, under *action*."""

    action: Action = Action.BLOCK

    def __call__(self, request: Request, call_next: Handler, trace: Trace, /) -> Flow[Response]:
        if any(TERM in text.text for text in request.texts):
            return self._refused(trace, Response(texts=()))
        draft = yield from call_next(request)
        if not any(TERM in text.text for text in draft.texts):
            return draft
        return replace(self._refused(trace, draft), native=draft.native)

    def _refused(self, trace: Trace, draft: Response) -> Response:
        trace.record(Decision(layer="test", action=self.action, reason="planted"))
        return Response(texts=(), refusal="withheld by the test")
