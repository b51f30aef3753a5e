"""A critic that keeps failing is left alone, tried once, and taken back when it answers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import pytest

from guardrails.critics import BreakingCritic
from guardrails.errors import CriticError, CriticPausedError
from guardrails.flow import Flow, ask_all, drive
from guardrails.testing import ScriptedModel, step
from guardrails.types import Principle, Request, Response, Verdicts
from tests.helpers.critics import asked, said

NORMS = (Principle(id="a", text="A."),)


@dataclass
class Flaky:
    """Fails while *down*; counts how often it is asked."""

    down: bool = True
    calls: int = 0
    name: str = "flaky"

    def judge(self, request: Request, draft: Response, principles: Sequence[Principle], /) -> Flow[Verdicts]:
        self.calls += 1
        yield from ask_all(())
        if self.down:
            raise CriticError("down")
        return Verdicts(judged=("a",))

    def revise(
        self, request: Request, draft: Response, verdicts: Verdicts, principles: Sequence[Principle], /
    ) -> Flow[Response]:
        self.calls += 1
        yield from ask_all(())
        if self.down:
            raise CriticError("down")
        return draft


class Bench:
    """A breaker of two failures and ten seconds around a flaky critic, at a time that can be set."""

    def __init__(self) -> None:
        self.now, self.flaky = 0.0, Flaky()
        self.breaker = BreakingCritic(self.flaky, failures=2, pause_s=10, clock=lambda: self.now)

    def judge(self) -> Verdicts:
        return drive(self.breaker.judge(asked(), said("x"), NORMS), ScriptedModel([]))

    def fails(self, times: int, error: type[CriticError] = CriticError) -> None:
        for _ in range(times):
            with pytest.raises(error) as caught:
                self.judge()
            assert type(caught.value) is error


def test_after_failures_in_a_row_the_critic_is_not_asked() -> None:
    bench = Bench()
    bench.fails(2)
    bench.fails(3, CriticPausedError)
    assert bench.flaky.calls == 2


def test_after_the_pause_one_call_goes_through_and_its_failure_starts_the_next_pause() -> None:
    bench = Bench()
    bench.fails(2)
    bench.now = 10
    bench.fails(1)
    bench.now = 19.9
    bench.fails(1, CriticPausedError)
    assert bench.flaky.calls == 3


def test_success_after_the_pause_closes_the_circuit_and_forgets_the_failures() -> None:
    bench = Bench()
    bench.fails(2)
    bench.now, bench.flaky.down = 10, False
    assert bench.judge().judged == ("a",)
    bench.flaky.down = True
    bench.fails(1)
    bench.flaky.down = False
    assert bench.judge().judged == ("a",)


def test_failures_that_are_not_in_a_row_do_not_add_up() -> None:
    bench = Bench()
    for _ in range(3):
        bench.flaky.down = True
        bench.fails(1)
        bench.flaky.down = False
        assert bench.judge().judged == ("a",)


def test_while_one_call_tries_the_others_are_told_at_once() -> None:
    bench = Bench()
    bench.fails(2)
    bench.now = 10
    trying = bench.breaker.judge(asked(), said("x"), NORMS)
    step(trying)
    bench.fails(1, CriticPausedError)
    trying.close()
    bench.flaky.down = False
    assert bench.judge().judged == ("a",), "a trial that was given up leaves room for the next"


def test_revisions_count_too() -> None:
    bench = Bench()
    for _ in range(2):
        with pytest.raises(CriticError):
            drive(bench.breaker.revise(asked(), said("x"), Verdicts(), NORMS), ScriptedModel([]))
    bench.fails(1, CriticPausedError)


@pytest.mark.parametrize(("failures", "pause_s"), [(0, 1), (1, 0)])
def test_senseless_numbers_are_refused(failures: int, pause_s: float) -> None:
    with pytest.raises(ValueError, match="failures must be 1 or more, and pause_s above 0"):
        BreakingCritic(Flaky(), failures=failures, pause_s=pause_s)
