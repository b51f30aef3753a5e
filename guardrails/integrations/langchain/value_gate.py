"""A runnable's stream under guard: strings go out as they are cleared, everything else when all is decided."""

from __future__ import annotations

import operator
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import reduce
from typing import Any

from langchain_core.messages import AIMessage

from guardrails.integrations.langchain.info import informed
from guardrails.integrations.langchain.messages import edits_between
from guardrails.integrations.langchain.value_exchange import Said, ValueExchange
from guardrails.streaming import Release, Releases
from guardrails.types import Request, Response, Result

__all__ = ["ValueGate"]


class ValueGate:
    """The `Relay` of one streamed call of a runnable."""

    def __init__(self, exchange: ValueExchange, releases: Releases) -> None:
        self._exchange, self._releases = exchange, releases
        self._release: Release | None = None
        self._chunks: list[Any] = []
        self._shown = ""

    def begin(self, request: Request, /, *, silent: bool = False) -> None:
        self._chunks = []
        self._release = None if silent or self._shown else self._releases(request)

    def feed(self, item: Any, /) -> Sequence[Any]:
        self._chunks.append(item)
        if self._release is None:
            return ()
        if not isinstance(item, str) or (not self._shown and self._opens_json()):
            self._release = None  # JSON is guarded by leaf: no prefix of it stands for itself
            return ()
        now = self._release.feed(item)
        self._shown += now
        return (now,) if now else ()

    def _opens_json(self) -> bool:
        return len(self._chunks) < 8 and "".join(self._chunks)[:64].lstrip()[:1] in ("{", "[")

    def reply(self) -> Response:
        response = self._exchange.reply(_whole(self._chunks))
        if not self._shown:
            return response
        return replace(response, texts=tuple(replace(text, shown=len(self._shown)) for text in response.texts))

    def agrees(self, response: Response, /) -> bool:
        said = response.texts[0].text if response.texts else ""
        return response.refusal is not None or said.startswith(self._shown)

    def rest(self, result: Result, /) -> Iterator[Any]:
        answer = self._exchange.answer(result)
        if self._shown:
            rest = f"\n\n{answer}" if result.response.refusal is not None else answer[len(self._shown) :]
            if rest:
                yield rest
        elif self._untouched(result):
            yield from self._originals(result)
        elif isinstance(said := result.response.native, Said) and said.chunks and result.response.refusal is None:
            yield from answer
        else:
            yield answer

    def _untouched(self, result: Result) -> bool:
        said = result.response.native
        if result.response.refusal is not None or not isinstance(said, Said) or not self._chunks:
            return False
        return not edits_between(self._exchange.texts(said), result.response.texts)

    def _originals(self, result: Result) -> Iterator[Any]:
        *before, last = self._chunks
        yield from before
        if isinstance(last, AIMessage):
            last = last.model_copy(update={"response_metadata": informed(last.response_metadata, result)})
        yield last


def _whole(chunks: list[Any]) -> Said:
    """All chunks as one value, the way LangChain adds them up; each for itself where they cannot be added."""
    if len(chunks) == 1:
        return Said(chunks[0])
    if all(isinstance(chunk, str) for chunk in chunks):
        return Said("".join(chunks))
    try:
        return Said(reduce(operator.add, chunks)) if chunks else Said([], chunks=True)
    except TypeError:
        return Said(chunks, chunks=True)
