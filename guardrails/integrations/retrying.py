"""When the critic's call is tried again: only where that can help, and only within the time it was given."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from types import ModuleType
from typing import TYPE_CHECKING, Any

from tenacity import RetryCallState, retry_if_exception_type, retry_if_result, stop_after_attempt, stop_before_delay
from tenacity.wait import wait_random_exponential

if TYPE_CHECKING:
    import httpx

__all__ = ["joined", "limited", "retry_policy"]

_STATUSES = frozenset({408, 409, 429, 500, 502, 503, 504, 529})
_LONGEST = 60.0
"""Seconds: who asks for a longer pause is not waited for that long; where a budget is set, it ends the tries first."""
_BACKOFF = wait_random_exponential(multiplier=0.5, max=4.0)  # seconds


def retry_policy(http: ModuleType, *, timeout_s: float | None, attempts: int = 3) -> dict[str, Any]:
    """Arguments for tenacity's ``Retrying`` and ``AsyncRetrying`` around one send.

    What is left when the tries or *timeout_s* are used up is handed on: the last answer, or the last error.
    """
    stop: Any = stop_after_attempt(attempts)
    if timeout_s is not None:
        stop = stop | stop_before_delay(timeout_s)
    return {
        "retry": retry_if_exception_type(http.TransportError) | retry_if_result(_is_retryable),
        "wait": _wait,
        "stop": stop,
        "retry_error_callback": _last,
    }


def _is_retryable(answer: httpx.Response) -> bool:
    return answer.status_code in _STATUSES


def _last(state: RetryCallState) -> Any:
    return state.outcome.result() if state.outcome is not None else None


def _wait(state: RetryCallState) -> float:
    """What ``Retry-After`` asks for, in seconds and within reason; else a growing, jittered pause."""
    outcome = state.outcome
    if outcome is not None and not outcome.failed:
        asked = outcome.result().headers.get("retry-after", "")
        if asked.isascii() and asked.isdigit():
            return min(float(asked), _LONGEST)
    return _BACKOFF(state)


def limited(request: httpx.Request, deadline: float | None, clock: Callable[[], float]) -> httpx.Request:
    """*request* with no timeout longer than what is left until *deadline*, on *clock*, in seconds."""
    if deadline is not None:
        left = max(deadline - clock(), 0.001)
        timeouts = request.extensions.get("timeout") or {}
        phases = {phase: timeouts.get(phase) for phase in ("connect", "read", "write", "pool")}
        capped = {phase: left if limit is None else min(limit, left) for phase, limit in phases.items()}
        request.extensions = {**request.extensions, "timeout": capped}
    return request


def joined(chunks: Iterable[bytes], deadline: float | None, clock: Callable[[], float]) -> bytes:
    """*chunks* put together. Raises `TimeoutError` when one comes after *deadline*, on *clock*, in seconds.

    A client's own timeouts hold for each read, and an answer that drips keeps within them for ever.
    """
    parts: list[bytes] = []
    for chunk in chunks:
        if deadline is not None and clock() > deadline:
            raise TimeoutError
        parts.append(chunk)
    return b"".join(parts)
