"""The public test kit: scripted models, stepping a flow by hand, and the streaming law as an assertion."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable, Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import Protocol, cast

from guardrails.flow import AsyncModel, Call, Model, ModelCall, Scrubber, step
from guardrails.streaming import AsyncGuardedStream, GuardedStream, no_critic
from guardrails.types import Request, Response, Result, Source, Text

__all__ = ["ScriptedModel", "Streaming", "assert_chunking_invariant", "step"]


class ScriptedModel:
    """Answers with *replies* in order (an exception is raised instead) and keeps every call it got in ``calls``.

    Use the object itself as a sync model and ``.acall`` as an async one. Running out of replies is an
    ``AssertionError``: the flow made a call the test did not expect.
    """

    def __init__(self, replies: Iterable[str | Response | Exception]) -> None:
        self._replies = list(replies)
        self.calls: list[Call] = []

    def __call__(self, call: Call, /) -> Response:
        self.calls.append(call)
        if len(self.calls) > len(self._replies):
            raise AssertionError(f"unexpected model call number {len(self.calls)}: {type(call).__name__}")
        reply = self._replies[len(self.calls) - 1]
        if isinstance(reply, Exception):
            raise reply
        if isinstance(reply, Response):
            return reply
        return Response(texts=(Text(path="", text=reply, source=Source.ASSISTANT),))

    async def acall(self, call: Call, /) -> Response:
        """Async twin."""
        return self(call)


class Streaming(Protocol):
    """A `Guard`, as far as its streams are compared with its answers."""

    def run(self, request: Request | str, model: Model) -> Result: ...
    def stream(
        self, request: Request | str, open_stream: Callable[[Request], Iterator[str]], *, critic: Model | None = None
    ) -> GuardedStream: ...
    def astream(
        self,
        request: Request | str,
        open_stream: Callable[[Request], AsyncIterator[str]],
        *,
        critic: AsyncModel | None = None,
    ) -> AsyncGuardedStream: ...


def assert_chunking_invariant(
    subject: Callable[[], Scrubber] | Streaming,
    text: str,
    *,
    request: Request | str = "Go on.",
    critic: Callable[[], Model] | None = None,
    sizes: Sequence[int] = (1, 2, 3, 7, 64, 1_000_000),
) -> str:
    """Feed *text* in pieces of each size; return the one output that all of them must agree on.

    *subject* makes fresh scrubbers, or is a guard: then *text* is what the model answers to *request*, and what
    ``stream`` and ``astream`` show must be what ``run`` returns; of an answer that is withheld, the beginning of the
    text and then the refusal. *critic* makes a fresh critic model. ``AssertionError`` names sizes and quotes nothing.
    """
    if isinstance(subject, type) or not hasattr(subject, "astream"):
        return _scrubbed(cast("Callable[[], Scrubber]", subject), text, sizes)
    guard = cast("Streaming", subject)
    new_critic = critic or (lambda: no_critic)
    expected = guard.run(request, _answering(text, new_critic()))
    for size in sizes:
        pieces = [text[at : at + size] for at in range(0, len(text), size)]
        for name, read in (("stream", _read), ("astream", _aread)):
            shown, result = read(guard, request, pieces, new_critic())
            _assert_same(expected, shown, result, text, f"{name}, pieces of {size}")
    return expected.text


def _scrubbed(scrubber: Callable[[], Scrubber], text: str, sizes: Sequence[int]) -> str:
    outputs: dict[str, int] = {}
    for size in sizes:
        scrub = scrubber()
        fed = [scrub.feed(text[at : at + size]) for at in range(0, len(text), size)]
        outputs.setdefault("".join(fed) + scrub.flush(), size)
    if len(outputs) != 1:
        raise AssertionError(f"output depends on chunking: sizes {sorted(outputs.values())} disagree")
    return next(iter(outputs))


def _answering(text: str, critic: Model) -> Model:
    answer = Response(texts=(Text(path="", text=text, source=Source.ASSISTANT),))
    return lambda call: answer if isinstance(call, ModelCall) else critic(call)


def _read(guard: Streaming, request: Request | str, pieces: Sequence[str], critic: Model) -> tuple[str, Result]:
    stream = guard.stream(request, lambda _: iter(pieces), critic=critic)
    return "".join(stream), stream.result


def _aread(guard: Streaming, request: Request | str, pieces: Sequence[str], critic: Model) -> tuple[str, Result]:
    async def opened(_: Request) -> AsyncIterator[str]:
        for piece in pieces:
            yield piece

    async def answered(call: Call) -> Response:
        return critic(call)

    async def read() -> tuple[str, Result]:
        stream = guard.astream(request, opened, critic=answered)
        return "".join([delta async for delta in stream]), stream.result

    with ThreadPoolExecutor(1) as elsewhere:  # a loop may be running here
        return elsewhere.submit(asyncio.run, read()).result()


def _assert_same(expected: Result, shown: str, result: Result, text: str, how: str) -> None:
    if result.response.texts != expected.response.texts or result.action is not expected.action:
        raise AssertionError(f"{how}: the result is not that of run")
    refusal = expected.response.refusal
    early = shown if refusal is None else shown.removesuffix(result.text).removesuffix("\n\n")
    if (refusal is None and shown != expected.text) or (refusal is not None and not text.startswith(early)):
        raise AssertionError(f"{how}: what was shown is not what run returns")
