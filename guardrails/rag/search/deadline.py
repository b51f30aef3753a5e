"""A call that may not take longer than it is given: a store that hangs is an error, and holds nobody up."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import copy_context
from queue import Empty, SimpleQueue
from typing import Final, TypeVar

from guardrails.errors import GuardrailsError, StoreError

__all__ = ["Deadline", "told"]

T = TypeVar("T")
_MOST: Final = 64
"""Calls that run at once; without a bound, a store that hangs would eat the threads of the process."""


class Deadline:
    """A limit of *seconds* on each call (``None``: no limit). One serves all threads.

    A call that is given up on goes on in a daemon thread, and what it returns is dropped: nothing can stop it from
    outside. At most *most* calls run at once, those among them; a further one waits its turn, no longer than the limit.
    """

    __slots__ = ("_free", "_most", "seconds")

    def __init__(self, seconds: float | None, *, most: int = _MOST) -> None:
        self.seconds, self._most = seconds, most
        self._free = threading.BoundedSemaphore(most)

    def within(self, call: Callable[[], T]) -> T:
        """What *call* returns or raises; a retryable ``StoreError`` when it takes too long. Errors are as in `told`."""
        if self.seconds is None:
            return _called(call)
        if not self._free.acquire(timeout=self.seconds):
            reason = f"{self._most} calls before this one are not answered yet; nothing was returned, try again later"
            raise StoreError("store", reason, retryable=True)
        answers: SimpleQueue[tuple[bool, T | BaseException]] = SimpleQueue()
        context = copy_context()

        def run() -> None:
            try:
                answers.put((True, context.run(_called, call)))
            except BaseException as error:
                answers.put((False, error))
            finally:
                self._free.release()

        try:
            threading.Thread(target=run, name="guardrails-store", daemon=True).start()
        except (RuntimeError, MemoryError) as error:  # nothing runs that would give the place back
            self._free.release()
            reason = "no thread could be started for the call; nothing was returned, try again later"
            raise StoreError("store", reason, retryable=True) from error
        return self._answer(answers)

    def _answer(self, answers: SimpleQueue[tuple[bool, T | BaseException]]) -> T:
        try:
            done, answer = answers.get(timeout=self.seconds)
        except Empty:
            reason = f"no answer within {self.seconds:g} s; nothing was returned, try again or allow more time"
            raise StoreError("store", reason, retryable=True) from None
        if done:
            return answer  # type: ignore[return-value]  # the first of the pair says which it is
        raise answer  # type: ignore[misc]


@contextmanager
def told() -> Iterator[None]:
    """What a store raises inside that is no error of ours becomes a `StoreError`: its message may quote the query."""
    try:
        yield
    except GuardrailsError:
        raise
    except (TypeError, AttributeError, AssertionError):  # a mistake in code, not a store that is down
        raise
    except Exception as error:
        reason = f"it raised {type(error).__name__}; is it running, and are its address and collection right?"
        raise StoreError("store", reason, retryable=isinstance(error, OSError)) from error


def _called(call: Callable[[], T]) -> T:
    with told():
        return call()
