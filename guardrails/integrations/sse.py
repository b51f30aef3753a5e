"""Server-sent events as bytes: parse a whole stream, and write one."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

__all__ = ["DONE", "Event", "parse", "render"]


@dataclass(frozen=True, slots=True)
class Event:
    """One event. *data* holds its data lines joined by newlines; *name* is empty when the stream gave none."""

    data: bytes = field(repr=False)
    name: str = ""


DONE = Event(b"[DONE]")
"""How OpenAI's chat and completion streams end."""


def parse(raw: bytes) -> list[Event]:
    """The events of a complete stream. Comments, ids and events without data are left out.

    A last event that no blank line closes counts: some servers end that way.
    """
    if b"\r" in raw:
        raw = raw.replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    blocks = raw.removeprefix(b"\xef\xbb\xbf").split(b"\n\n")
    return [event for block in blocks if (event := _event(block)) is not None]


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
