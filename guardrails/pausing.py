"""Making what lasts without collecting garbage meanwhile: none of it is garbage, and each pass would walk all of it."""

from __future__ import annotations

import gc
import threading
from types import TracebackType

from guardrails.forking import renewed_in_children

__all__ = ["Pausing"]


class Pausing:
    """Keeps the cyclic collector from running inside a ``with``: for modules and tables that stay to the end.

    Its passes are a sixth of what a start costs. It is one collector for the process: the first thread in pauses it,
    the last one out leaves it as the first found it. The collector of a caller who has switched it off stays off. A
    caller who switches it on during a pause has it on at once; one who switches it off then has it on again
    afterwards, since Python does not tell who switched it off. A forked child starts without a pause.
    """

    __slots__ = ("_within",)

    def __enter__(self) -> None:
        self._within = _pauses
        self._within.begin()

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._within is _pauses:  # not so in a child forked inside the pause: it has ended there
            self._within.end()


class _Pauses:
    """How many pauses are going on, and whether the collector was on before them.

    A signal handler may pause too, between any two of these lines: hence the lock that its own thread may take again,
    and the order, by which whoever comes second finds a pause already counted, or still counted.
    """

    __slots__ = ("__weakref__", "_depth", "_lock", "_was_on")

    def __init__(self) -> None:
        self._lock, self._depth, self._was_on = threading.RLock(), 0, False
        renewed_in_children(self)

    def _start_anew(self) -> None:
        """The threads that would have ended the pauses are not there, and the old lock may be held for ever."""
        global _pauses
        self.restore()
        _pauses = _Pauses()

    def begin(self) -> None:
        with self._lock:
            self._depth += 1
            if self._depth == 1:
                self._was_on = gc.isenabled()
                gc.disable()

    def end(self) -> None:
        with self._lock:
            if self._depth == 1:
                self.restore()
            self._depth -= 1

    def restore(self) -> None:
        if self._was_on:
            gc.enable()
        self._was_on = False


_pauses = _Pauses()
