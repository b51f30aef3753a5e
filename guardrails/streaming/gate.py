"""What stands between the model's stream and the caller."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Protocol, TypeVar

from guardrails.flow import Gate
from guardrails.streaming.release import Releases
from guardrails.types import Request, Response, Result, Source, Text

__all__ = ["Relay", "TextGate"]

Item = TypeVar("Item")


class Relay(Gate[Item], Protocol[Item]):
    """A gate that also says, once the layers have spoken, what is still to be shown."""

    def agrees(self, response: Response, /) -> bool:
        """Whether *response* takes back nothing of what was shown."""
        ...

    def rest(self, result: Result, /) -> Iterable[Item]:
        """What is still to be shown of *result*."""
        ...


class TextGate:
    """The `Gate` of a stream of plain text. It belongs to one call."""

    __slots__ = ("_raw", "_release", "_releases", "_shown", "_silent")

    def __init__(self, releases: Releases) -> None:
        self._releases = releases
        self._raw: list[str] = []
        self._shown = ""
        self._silent = False

    def begin(self, request: Request, /, *, silent: bool = False) -> None:
        # A layer that asks again replaces what was said first: nothing may follow what was shown of that.
        self._silent = silent or bool(self._shown)
        self._raw, self._release = [], self._releases(request)

    def feed(self, item: str, /) -> Sequence[str]:
        self._raw.append(item)
        if self._silent or not (now := self._release.feed(item)):
            return ()
        self._shown += now
        return (now,)

    def reply(self) -> Response:
        raw = "".join(self._raw)
        shown = len(self._shown) if raw.startswith(self._shown) else 0
        return Response(texts=(Text(path="", text=raw, source=Source.ASSISTANT, shown=shown),))

    def agrees(self, response: Response, /) -> bool:
        return response.refusal is not None or _said(response).startswith(self._shown)

    def rest(self, result: Result, /) -> Iterator[str]:
        if result.response.refusal is not None:
            rest = f"\n\n{result.text}" if self._shown else result.text
        else:
            rest = result.text[len(self._shown) :]
        if rest:
            yield rest


def _said(response: Response) -> str:
    return "\n".join(text.text for text in response.texts)
