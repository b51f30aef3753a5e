"""Server-sent events as bytes: parse a stream, whole or while it arrives, and write one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

__all__ = ["DONE", "Arrived", "Event", "Splitter", "parse", "render"]

_BOM: Final = b"\xef\xbb\xbf"
# two line ends in a row; a "\r" at the end of what has arrived may still get its "\n"
_BLANK_LINE: Final = re.compile(rb"(?:\r\n|\n|\r(?=[^\n])){2}")
# one whole event as nearly every server writes it: b"event: said\ndata: {...}\n\n"
_ONE: Final = re.compile(rb"(?:event: ([^\r\n]*)\n)?data: ([^\r\n]*)\n\n")


class Event(NamedTuple):
    """One event. *data* holds its data lines joined by newlines; *name* is empty when the stream gave none.

    A named tuple because thousands are made for a stream.
    """

    data: bytes
    name: str = ""

    def __repr__(self) -> str:
        return f"Event(name={self.name!r})"


DONE = Event(b"[DONE]")
"""How OpenAI's chat and completion streams end."""


def parse(raw: bytes) -> list[Event]:
    """The events of a complete stream. Comments, ids and events without data are left out.

    A last event that no blank line closes counts: some servers end that way.
    """
    if b"\r" in raw:
        raw = raw.replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    blocks = raw.removeprefix(_BOM).split(b"\n\n")
    return [event for block in blocks if (event := _event(block)) is not None]


class Arrived(NamedTuple):
    """A block of a stream as it came, its blank line included, and the event in it, if any."""

    raw: bytes
    event: Event | None


class Splitter:
    """Takes a stream apart while it arrives, whatever pieces it comes in; every byte comes back in some block."""

    __slots__ = ("_begun", "_rest")

    def __init__(self) -> None:
        self._rest, self._begun = b"", False

    def feed(self, chunk: bytes, /) -> Iterable[Arrived]:
        """The blocks that are complete now."""
        if not self._rest and (one := _ONE.fullmatch(chunk)) is not None:
            self._begun = True
            return (Arrived(chunk, Event(one[2], one[1].decode("utf-8", "replace") if one[1] else "")),)
        return self._blocks(chunk)

    def _blocks(self, chunk: bytes) -> Iterator[Arrived]:
        at, data, begin = 0, self._rest + chunk, max(0, len(self._rest) - 3)
        plain = b"\r" not in data
        while (end := _block_end(data, begin, plain)) > 0:
            yield self._arrived(data[at:end])
            at = begin = end
        self._rest = data[at:]

    def flush(self) -> Iterator[Arrived]:
        """The stream has ended: what no blank line closed."""
        rest, self._rest = self._rest, b""
        if rest:
            yield self._arrived(rest)

    def _arrived(self, raw: bytes) -> Arrived:
        block = raw if self._begun else raw.removeprefix(_BOM)
        self._begun = True
        if b"\r" in block:
            block = block.replace(b"\r\n", b"\n").replace(b"\r", b"\n")
        return Arrived(raw, _event(block))


def _block_end(data: bytes, begin: int, plain: bool) -> int:
    """Where the first block ends that ends behind *begin*, or 0; *plain* data has no carriage returns."""
    if plain:
        found = data.find(b"\n\n", begin)
        return found + 2 if found >= 0 else 0
    match = _BLANK_LINE.search(data, begin)
    return match.end() if match else 0


def _event(block: bytes) -> Event | None:
    name, data = "", []
    for line in block.split(b"\n"):
        key, _, value = line.partition(b":")
        if key == b"data":
            data.append(value.removeprefix(b" "))
        elif key == b"event":
            name = value.removeprefix(b" ").decode("utf-8", "replace")
    return Event(b"\n".join(data), name) if data else None


def render(events: Iterable[Event]) -> bytes:
    """*events* as a stream; data must hold no line break, which JSON without indentation never does."""
    return b"".join(
        b"%sdata: %s\n\n" % (b"event: %s\n" % event.name.encode() if event.name else b"", event.data)
        for event in events
    )
