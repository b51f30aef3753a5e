"""The collector rests while what lasts is made, and is left as it was found."""

from __future__ import annotations

import gc
from collections.abc import Iterator

import pytest

from guardrails.pausing import Pausing


@pytest.fixture(autouse=True)
def collecting() -> Iterator[None]:
    gc.enable()
    yield
    gc.enable()


def test_nothing_is_collected_inside_and_all_is_as_before_after() -> None:
    with Pausing():
        assert not gc.isenabled()
    assert gc.isenabled()


def test_it_runs_again_after_an_error() -> None:
    with pytest.raises(ValueError, match="broken"), Pausing():
        raise ValueError("broken")
    assert gc.isenabled()


def test_one_inside_another_waits_for_the_outer() -> None:
    with Pausing():
        with Pausing():
            pass
        assert not gc.isenabled()
    assert gc.isenabled()


def test_a_collector_that_was_switched_off_stays_off() -> None:
    gc.disable()
    with Pausing():
        pass
    assert not gc.isenabled()
