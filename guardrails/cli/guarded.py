"""A guard for one command: its constitution compiled, its log open, its warnings told, its exit code."""

from __future__ import annotations

import os
import warnings
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from guardrails.cli.errors import ExitCode, warn
from guardrails.cli.inputs import read_key
from guardrails.cli.options import LOG_KEY
from guardrails.constitution import Constitution
from guardrails.errors import SinkError
from guardrails.guard import Guard
from guardrails.log import JsonlSink, Record, Sink, as_json
from guardrails.log.record import Json
from guardrails.policy import compile_policy
from guardrails.types import Action, ConstitutionRef, Status

__all__ = ["exit_code", "guarding", "opened_log", "result_json", "tell_unguarded"]

_UNGUARDED = {Status.DEGRADED, Status.FAILED_OPEN, Status.FAILED_CLOSED}


@contextmanager
def opened_log(target: Path | None, key_file: str | None) -> Iterator[JsonlSink | None]:
    """The sink of a command, closed at its end; ``None`` when no records are kept. Nothing is written by itself."""
    key = read_key(key_file, os.environ.get(LOG_KEY))
    if target is None:
        yield None
        return
    log = JsonlSink(target, key=key)
    try:
        yield log
    finally:
        try:
            log.close()
        except SinkError as error:
            warn(f"the closing line was not written: {error}")


@contextmanager
def guarding(
    constitution: Constitution, log: Sink | None, *, critic_model: str | None = None, escalations: str | None = None
) -> Iterator[Guard]:
    """A guard that writes to *log* and keeps held calls in the folder *escalations*.

    What it warns of becomes a line on standard error.
    """
    policy = compile_policy(constitution, critic_model=critic_model)
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        try:
            yield Guard.from_policy(policy, log=log, escalations=escalations)
        finally:
            for message in dict.fromkeys(str(one.message) for one in caught if one.category is RuntimeWarning):
                warn(message)


def exit_code(action: Action, statuses: Iterable[Status]) -> ExitCode:
    """3 when the answer is withheld because a layer failed, 1 when it is withheld for what it says, else 0."""
    if Status.FAILED_CLOSED in set(statuses):
        return ExitCode.FAILED
    return ExitCode.BLOCKED if action >= Action.ESCALATE else ExitCode.OK


def tell_unguarded(records: Iterable[Record]) -> None:
    """Warn of every layer that did not, or not wholly, do its work."""
    for line in dict.fromkeys(
        f"{one.layer} {one.status.replace('_', ' ')}: {one.reason}" for one in records if one.status in _UNGUARDED
    ):
        warn(line)


def result_json(
    *,
    text: str,
    action: Action,
    withheld: bool,
    records: Iterable[Record],
    constitution: ConstitutionRef | None,
    call_id: str,
    log: Path | None,
) -> Mapping[str, object]:
    """What ``--json`` prints of one call."""
    ref = constitution
    return {
        "text": text,
        "action": action.name.lower(),
        "withheld": withheld,
        "decisions": [_decision_json(record) for record in records],
        "constitution": None if ref is None else {"name": ref.name, "version": ref.version, "digest": ref.digest},
        "call_id": call_id,
        "log": None if log is None else str(log),
    }


def _decision_json(record: Record) -> Mapping[str, Json]:
    said_once = {"schema", "call_id", "constitution", "time"}  # the same for the whole call
    return {name: value for name, value in as_json(record).items() if name not in said_once}  # type: ignore[misc]
