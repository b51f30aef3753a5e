"""A call that may not take longer than it is given: a store that hangs is an error, and holds nobody up."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import copy_context
from queue import Empty, SimpleQueue
from typing import TypeVar

from guardrails.errors import GuardrailsError, StoreError

__all__ = ["told", "within"]

T = TypeVar("T")


def within(seconds: float | None, call: Callable[[], T]) -> T:
    """What *call* returns or raises; a retryable ``StoreError`` after *seconds* (``None``: no limit).

    Errors are as in `told`. A call that is given up on goes on in a daemon thread, and its result is dropped.
    """
    if seconds is None:
        return _called(call)
    answers: SimpleQueue[tuple[bool, T | BaseException]] = SimpleQueue()

    def run() -> None:
        try:
            answers.put((True, context.run(_called, call)))
        except BaseException as error:
            answers.put((False, error))

    context = copy_context()
    threading.Thread(target=run, name="guardrails-store", daemon=True).start()
    try:
        done, answer = answers.get(timeout=seconds)
    except Empty:
        reason = f"no answer within {seconds:g} s; nothing was returned, try again or allow more time"
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
