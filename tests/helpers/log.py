"""Decisions and a clock for tests of the decision log."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from itertools import count

from guardrails.log import JsonlSink, Record, records_of
from guardrails.types import Action, ConstitutionRef, Decision, Source

__all__ = ["START", "a_decision", "a_sink", "some_records"]

START = datetime(2026, 3, 1, 12, 0, tzinfo=UTC)


def a_decision(**changes: object) -> Decision:
    """A decision of the moderator; *changes* replace its fields."""
    fields: dict[str, object] = {
        "layer": "moderate",
        "action": Action.REWRITE,
        "reason": "adjective before a person noun",
        "source": Source.USER,
        "path": "/messages/0/content",
        "rule": "lexicon",
        "attribute": "age",
        "span": (4, 9),
        "duration_ms": 0.25,
    }
    return Decision(**(fields | changes))  # type: ignore[arg-type]


def some_records(count: int = 1, *, call_id: str = "call-1", time: datetime = START) -> tuple[Record, ...]:
    """The records of one call."""
    ref = ConstitutionRef(name="hiring", version="1.2.0", digest="d" * 64)
    decisions = [a_decision() for _ in range(count)]
    return records_of(decisions, call_id=call_id, constitution=ref, time=time)


def _ticking() -> Iterator[datetime]:
    return (START + timedelta(seconds=step) for step in count())


def a_sink(folder: object, **options: object) -> JsonlSink:
    """A sink whose clock ticks a second a look, and whose random letters are all the same."""
    ticks = _ticking()
    defaults: dict[str, object] = {"clock": lambda: next(ticks), "token": lambda: "0000"}
    return JsonlSink(folder, **(defaults | options))  # type: ignore[arg-type]
