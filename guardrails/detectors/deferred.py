"""A detector that is built when the first text comes: a process that only starts does not wait for a lexicon."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence

from guardrails.pausing import Pausing
from guardrails.types import Detector, Span

__all__ = ["deferred"]


def deferred(build: Callable[[], Detector]) -> Detector:
    """The detector that *build* makes, made once, by the first text, whatever thread it comes from.

    What *build* raises is raised for that text, and tried again for the next. To have it ready before a process forks
    or serves, give it a text: ``detect("")``.
    """
    return _Deferred(build)


class _Deferred:
    __slots__ = ("_build", "_built", "_lock")

    def __init__(self, build: Callable[[], Detector]) -> None:
        self._build, self._lock = build, threading.Lock()
        self._built: Detector | None = None

    def __reduce__(self) -> tuple[Callable[[Callable[[], Detector]], Detector], tuple[Callable[[], Detector]]]:
        return deferred, (self._build,)

    def __call__(self, text: str, /) -> Sequence[Span]:
        return (self._built or self._made())(text)

    def _made(self) -> Detector:
        with self._lock:
            if self._built is None:
                with Pausing():
                    self._built = self._build()
            return self._built
