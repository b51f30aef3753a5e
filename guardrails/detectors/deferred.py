"""A detector that is built when the first text comes: a process that only starts does not wait for a lexicon."""

from __future__ import annotations

import os
import threading
from collections.abc import Callable, Sequence
from weakref import WeakSet

from guardrails.errors import DetectorError
from guardrails.forking import renewed_in_children
from guardrails.pausing import Pausing
from guardrails.types import Detector, Span

__all__ = ["deferred"]


def deferred(build: Callable[[], Detector]) -> Detector:
    """The detector that *build* makes, made once, by the first text, whatever thread it comes from.

    What *build* raises is raised for that text, and tried again for the next. `DetectorError` is raised where *build*
    asks the detector it is making. A fork waits for a making that goes on, ten seconds at the most; a child forked
    before its end makes its own. To have it ready before a process forks or serves, give it a text: ``detect("")``.
    """
    return _Deferred(build)


class _Deferred:
    __slots__ = ("__weakref__", "_build", "_building", "_built", "_lock")

    def __init__(self, build: Callable[[], Detector]) -> None:
        self._build = build
        self._built: Detector | None = None
        self._start_anew()
        _all.add(self)
        renewed_in_children(self)

    def __reduce__(self) -> tuple[Callable[[Callable[[], Detector]], Detector], tuple[Callable[[], Detector]]]:
        return deferred, (self._build,)

    def __call__(self, text: str, /) -> Sequence[Span]:
        return (self._built or self._made())(text)

    def _start_anew(self) -> None:
        self._lock, self._building = threading.RLock(), False

    def wait(self) -> None:
        if self._building and self._lock.acquire(timeout=_PATIENCE):
            self._lock.release()

    def _made(self) -> Detector:
        with self._lock:
            if self._building:  # by this thread: any other would wait for the lock
                reason = "it is asked for spans while it is built: what builds it must not use it"
                raise DetectorError("detector", reason)
            if self._built is None:
                self._building = True
                try:
                    with Pausing():
                        self._built = self._build()
                finally:
                    self._building = False
            return self._built


_PATIENCE = 10.0  # seconds; a build that itself waits for the fork must not hold it up for ever
_all: WeakSet[_Deferred] = WeakSet()


def _wait_for_all() -> None:
    """Before a fork: a child can never import a module that another thread was importing."""
    for detector in tuple(_all):
        detector.wait()


if hasattr(os, "register_at_fork"):  # not on Windows
    os.register_at_fork(before=_wait_for_all)
