"""Do not wait for a dead critic: after some failures in a row it is left alone for a while, then tried once."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Sequence
from functools import partial
from typing import TypeVar

from guardrails.critics.critic import Critic
from guardrails.errors import CriticPausedError
from guardrails.flow import Flow
from guardrails.forking import renewed_in_children
from guardrails.types import Principle, Request, Response, Verdicts

__all__ = ["BreakingCritic"]

T = TypeVar("T")


class BreakingCritic:
    """*critic* behind a circuit breaker (Nygard, "Release It!", 2007). Safe under threads and tasks.

    After *failures* errors in a row every call raises `CriticPausedError` at once, for *pause_s* seconds by *clock*
    (monotonic). Then one call goes through: its success closes the circuit, its error starts the next pause. A call
    that is cancelled counts as neither.
    """

    def __init__(
        self,
        critic: Critic,
        *,
        failures: int = 5,
        pause_s: float = 30.0,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        if failures < 1 or pause_s <= 0:
            raise ValueError("failures must be 1 or more, and pause_s above 0")
        self._critic, self._most, self._pause, self._clock = critic, failures, pause_s, clock
        self._failed = 0
        self._until: float | None = None
        self._start_anew()
        renewed_in_children(self)

    def _start_anew(self) -> None:
        self._lock, self._trying = threading.Lock(), False

    def __reduce__(self) -> tuple[Callable[..., BreakingCritic], tuple[Critic]]:
        """A closed circuit: what failed here is nothing to another process."""
        return partial(BreakingCritic, failures=self._most, pause_s=self._pause, clock=self._clock), (self._critic,)

    @property
    def name(self) -> str:
        return self._critic.name

    def judge(self, request: Request, draft: Response, principles: Sequence[Principle], /) -> Flow[Verdicts]:
        """As the critic judges, or `CriticPausedError`."""
        return self._watched(lambda: self._critic.judge(request, draft, principles))

    def revise(
        self, request: Request, draft: Response, verdicts: Verdicts, principles: Sequence[Principle], /
    ) -> Flow[Response]:
        """As the critic revises, or `CriticPausedError`."""
        return self._watched(lambda: self._critic.revise(request, draft, verdicts, principles))

    def _watched(self, begin: Callable[[], Flow[T]]) -> Flow[T]:
        self._admit()
        try:
            value = yield from begin()
        except Exception:
            self._end(failed=True)
            raise
        except BaseException:  # closed or cancelled: nothing was learned
            self._trying = False
            raise
        self._end(failed=False)
        return value

    def _admit(self) -> None:
        with self._lock:
            if self._until is None:
                return
            if self._trying or self._clock() < self._until:
                raise CriticPausedError(failures=self._failed)
            self._trying = True

    def _end(self, *, failed: bool) -> None:
        with self._lock:
            self._trying = False
            self._failed = self._failed + 1 if failed else 0
            self._until = self._clock() + self._pause if self._failed >= self._most else None
