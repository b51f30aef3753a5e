"""The public test kit: scripted models, stepping a flow by hand, and the streaming law as an assertion."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from guardrails.flow import Call, Scrubber, step
from guardrails.types import Response, Source, Text

__all__ = ["ScriptedModel", "assert_chunking_invariant", "step"]


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


def assert_chunking_invariant(
    scrubber: Callable[[], Scrubber], text: str, *, sizes: Sequence[int] = (1, 2, 3, 7, 64, 1_000_000)
) -> str:
    """Feed *text* to a fresh scrubber in pieces of each size; return the one output they all must agree on."""
    outputs: dict[str, int] = {}
    for size in sizes:
        scrub = scrubber()
        fed = [scrub.feed(text[at : at + size]) for at in range(0, len(text), size)]
        outputs.setdefault("".join(fed) + scrub.flush(), size)
    if len(outputs) != 1:
        raise AssertionError(f"output depends on chunking: sizes {sorted(outputs.values())} disagree")
    return next(iter(outputs))
