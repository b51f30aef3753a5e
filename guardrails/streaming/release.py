"""How much of an answer may be shown while it is still arriving: what the layers of a guard need, put together."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Final, Protocol, TypeAlias

from guardrails.flow import Clearing, Middleware, Scrubber
from guardrails.types import Request, StreamNeed

__all__ = ["Release", "Releases", "need_of", "releases_of"]

_NEEDS: Final[tuple[StreamNeed, ...]] = ("pass", "window", "sentence", "hold")


class Release(Protocol):
    """Fed one answer as it arrives, says what of it may be shown now. What it has let go it never takes back."""

    def feed(self, delta: str, /) -> str: ...


Releases: TypeAlias = Callable[[Request], Release]
"""A fresh release for one text of the answer to a request."""


def need_of(layers: Sequence[Middleware]) -> StreamNeed:
    """The strictest need of *layers*; a layer that does not say needs the whole text."""
    needs: list[StreamNeed] = [getattr(layer, "stream_need", "hold") for layer in layers]
    return max(needs, key=_NEEDS.index, default="pass")


def releases_of(layers: Sequence[Middleware]) -> Releases:
    """What a guard with *layers*, outermost first, may show of an answer.

    A layer that needs a window or sentences gives a fresh `Clearing` from ``clearing(request)``, or a fresh `Scrubber`
    from ``scrubber()``. Where both are, only text that the scrubbers leave as it is goes out early.
    """
    need = need_of(layers)
    if need == "hold":
        return _nothing
    asked = [layer for layer in reversed(layers) if getattr(layer, "stream_need", "pass") != "pass"]
    if any(hasattr(layer, "clearing") for layer in asked):
        return partial(_cleared, asked)
    return partial(_chained, asked)


def _nothing(request: Request) -> Release:
    return _Nothing()


def _cleared(layers: Sequence[Middleware], request: Request) -> Release:
    return _Cleared([_clearing(layer, request) for layer in layers])


def _chained(layers: Sequence[Middleware], request: Request) -> Release:
    return _Chain([layer.scrubber() for layer in layers])  # type: ignore[attr-defined]


def _clearing(layer: Middleware, request: Request) -> Clearing:
    if hasattr(layer, "clearing"):
        clearing: Clearing = layer.clearing(request)
        return clearing
    return _Untouched(layer.scrubber())  # type: ignore[attr-defined]


class _Nothing:
    __slots__ = ()

    def feed(self, delta: str, /) -> str:
        return ""


class _Chain:
    """Through each scrubber in order; through none, text passes as it is."""

    __slots__ = ("_scrubbers",)

    def __init__(self, scrubbers: Sequence[Scrubber]) -> None:
        self._scrubbers = tuple(scrubbers)

    def feed(self, delta: str, /) -> str:
        for scrubber in self._scrubbers:
            delta = scrubber.feed(delta)
        return delta


class _Cleared:
    """As far as every clearing says: what one of them doubts holds back all that follows.

    So does one that fails: its layer fails again when it has the whole, and then the layer's policy decides.
    """

    __slots__ = ("_clearings", "_failed", "_held", "_shown")

    def __init__(self, clearings: Sequence[Clearing]) -> None:
        self._clearings = _together(clearings)
        self._held, self._shown, self._failed = "", 0, False

    def feed(self, delta: str, /) -> str:
        if self._failed:
            return ""
        self._held += delta
        try:
            cleared = min([clearing.feed(delta) for clearing in self._clearings]) - self._shown
        except Exception:
            self._failed = True
            return ""
        if cleared <= 0:
            return ""
        now, self._held = self._held[:cleared], self._held[cleared:]
        self._shown += cleared
        return now


def _together(clearings: Sequence[Clearing]) -> tuple[Clearing, ...]:
    """*clearings*, with those in one that can do their work together."""
    kept: list[Clearing] = []
    for clearing in clearings:
        beside = getattr(kept[-1], "beside", None) if kept else None
        joined: Clearing | None = beside(clearing) if beside is not None else None
        if joined is None:
            kept.append(clearing)
        else:
            kept[-1] = joined
    return tuple(kept)


class _Untouched:
    """A scrubber as a clearing: up to where it first changes something."""

    __slots__ = ("_changed", "_cleared", "_rest", "_scrubber")

    def __init__(self, scrubber: Scrubber) -> None:
        self._scrubber = scrubber
        self._rest, self._cleared, self._changed = "", 0, False

    def feed(self, delta: str, /) -> int:
        if self._changed:
            return self._cleared
        self._rest += delta
        now = self._scrubber.feed(delta)
        if self._rest.startswith(now):
            self._cleared, self._rest = self._cleared + len(now), self._rest[len(now) :]
        else:
            self._changed = True
        return self._cleared
