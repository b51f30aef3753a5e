"""A chat model's stream under guard: which chunks may go out while it runs, and what follows when it has ended."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from langchain_core.messages import AIMessage, AIMessageChunk, BaseMessage
from langchain_core.outputs import ChatGeneration, ChatGenerationChunk, ChatResult

from guardrails.integrations.langchain.exchange import Exchange
from guardrails.integrations.langchain.info import informed
from guardrails.integrations.langchain.messages import edits_between
from guardrails.integrations.wire.jsons import dumps
from guardrails.streaming import Release, Releases
from guardrails.types import Request, Response, Result

__all__ = ["ChunkGate", "as_chunk"]

_PROSE = "/0/content"


class ChunkGate:
    """The `Relay` of one streamed call: plain text goes out as it is cleared, everything else when all is decided."""

    def __init__(self, exchange: Exchange, releases: Releases) -> None:
        self._exchange, self._releases = exchange, releases
        self._release: Release | None = None
        self._chunks: list[ChatGenerationChunk] = []
        self._shown = ""
        self._prose = True

    def begin(self, request: Request, /, *, silent: bool = False) -> None:
        self._chunks = []
        self._release = None if silent or self._shown else self._releases(request)
        self._prose = True

    def feed(self, item: ChatGenerationChunk, /) -> Sequence[ChatGenerationChunk]:
        first = not self._chunks
        self._chunks.append(item)
        content = item.message.content
        if not isinstance(content, str) or (self._blank() and content.lstrip()[:1] in ("{", "[")):
            self._prose = False  # blocks, and JSON that is guarded by leaf: no prefix of it stands for itself
        if not self._prose or self._release is None or not isinstance(content, str) or not content:
            return ()
        now = self._release.feed(content)
        if not now:
            return ()
        self._shown += now
        if now == content and first and not item.message.response_metadata:
            return (ChatGenerationChunk(message=AIMessageChunk(content=now, id=item.message.id)),)
        return (ChatGenerationChunk(message=AIMessageChunk(content=now, id=self._chunks[0].message.id)),)

    def _blank(self) -> bool:
        said = [chunk.message.content for chunk in self._chunks[:-1]]
        return all(isinstance(content, str) and not content.strip() for content in said[-8:]) and not self._shown

    def reply(self) -> Response:
        if not self._chunks:
            return Response(texts=(), model=self._exchange.request.model)
        whole = _merged(self._chunks)
        response = self._exchange.reply(
            ChatResult(generations=[ChatGeneration(message=whole.message, generation_info=whole.generation_info)])
        )
        shown = len(self._shown) if str(whole.message.content).startswith(self._shown) else 0
        texts = tuple(replace(t, shown=shown) if t.path == _PROSE else t for t in response.texts)
        return replace(response, texts=texts)

    def agrees(self, response: Response, /) -> bool:
        return response.refusal is not None or self._said(response).startswith(self._shown)

    def _said(self, response: Response) -> str:
        return next((text.text for text in response.texts if text.path == _PROSE), "")

    def rest(self, result: Result, /) -> Iterator[ChatGenerationChunk]:
        if self._untouched(result) and not self._shown:
            yield from _stamped(self._chunks, result)
        elif self._chunks or result.response.refusal is not None or result.response.native is None:
            (generation, *_) = self._exchange.answer(result).generations
            yield self._remaining(generation, refused=result.response.refusal is not None)

    def _untouched(self, result: Result) -> bool:
        response = result.response
        if response.refusal is not None or not self._chunks or not isinstance(response.native, ChatResult):
            return False
        return not edits_between(self._exchange.reply(response.native).texts, response.texts)

    def _remaining(self, generation: ChatGeneration, *, refused: bool) -> ChatGenerationChunk:
        chunk = as_chunk(generation.message)
        if self._shown and isinstance(chunk.content, str):
            rest = f"\n\n{chunk.content}" if refused else chunk.content[len(self._shown) :]
            chunk = chunk.model_copy(update={"content": rest})
        return ChatGenerationChunk(message=chunk, generation_info=generation.generation_info)


def _merged(chunks: Sequence[ChatGenerationChunk]) -> ChatGenerationChunk:
    first, *others = chunks
    return first + others if others else first


def _stamped(chunks: Sequence[ChatGenerationChunk], result: Result) -> Iterator[ChatGenerationChunk]:
    """The model's own chunks; the last one says what the guard decided."""
    *before, last = chunks
    yield from before
    metadata = informed(last.message.response_metadata, result)
    message = last.message.model_copy(update={"response_metadata": metadata})
    yield ChatGenerationChunk(message=message, generation_info=last.generation_info)


def as_chunk(message: BaseMessage) -> AIMessageChunk:
    """*message* as the only chunk of a stream."""
    if isinstance(message, AIMessageChunk):
        return message
    if not isinstance(message, AIMessage):
        return AIMessageChunk(content=message.content, id=message.id)
    told: dict[str, Any] = {
        name: getattr(message, name)
        for name in ("content", "additional_kwargs", "response_metadata", "name", "id", "usage_metadata")
    }
    calls: Any = [
        {"name": call["name"], "args": _arguments(call["args"]), "id": call["id"], "index": index}
        for index, call in enumerate([*message.tool_calls, *message.invalid_tool_calls])
    ]
    return AIMessageChunk(**told, tool_call_chunks=calls)


def _arguments(args: object) -> str | None:
    return args if isinstance(args, str) or args is None else dumps(args).decode()
