"""A guard that went through pickle decides as before; one that cannot go says which part of it stops it."""

from __future__ import annotations

import pickle
from dataclasses import dataclass, field
from pathlib import Path
from threading import Lock
from typing import Any

import pytest

from guardrails import Guard
from guardrails.escalation import MemoryEscalations
from guardrails.flow import Flow, Handler
from guardrails.log import JsonlSink, read, verify
from guardrails.trace import Trace
from guardrails.types import Request, Response
from tests.helpers.guards import Neutralise

SAID = "The young Nigerian woman led nine people."

OWN = """\
constitution: 1
name: own
version: "1.0.0"
extends: hiring
"""


@dataclass(frozen=True)
class Locked:
    """A layer of somebody's own that holds what only this process has."""

    lock: Any = field(default_factory=Lock)

    def __call__(self, request: Request, call_next: Handler, trace: Trace, /) -> Flow[Response]:
        return (yield from call_next(request))


def _again(guard: Guard) -> Guard:
    found = pickle.loads(pickle.dumps(guard))  # noqa: S301 - our own bytes
    assert isinstance(found, Guard)
    return found


def _said(guard: Guard) -> list[str]:
    return [text.text for source in ("user", "assistant") for text in guard.check(SAID, source=source).response.texts]


@pytest.mark.parametrize("pack", ["hiring", "support"])
@pytest.mark.parametrize("given", [{}, {"entities": ["Nigerian Breweries"]}])
def test_guard_of_a_pack_decides_as_before(pack: str, given: Any) -> None:
    guard = Guard.from_pack(pack, tenant="t1", **given)
    found = _again(guard)
    assert (found.constitution, found.tenant, found.stream_need) == (guard.constitution, "t1", guard.stream_need)
    assert _said(found) == _said(guard)


def test_guard_of_a_file_needs_the_file_no_more(tmp_path: Path) -> None:
    file = tmp_path / "own.yaml"
    file.write_text(OWN, encoding="utf-8")
    guard = Guard.from_file(file)
    data, before = pickle.dumps(guard), _said(guard)
    file.unlink()
    assert _said(pickle.loads(data)) == before  # noqa: S301 - our own bytes


def test_folder_of_the_log_is_written_by_both(tmp_path: Path) -> None:
    guard = Guard.from_pack("hiring", log=tmp_path)
    guard.check(SAID)
    found = _again(guard)
    found.check(SAID)
    for each in (guard, found):
        assert isinstance(each.log, JsonlSink)
        each.log.close()
    assert verify(tmp_path).intact
    assert len({record.call_id for record in read(tmp_path)}) == 2


@pytest.mark.parametrize(
    ("guard", "part"),
    [
        (lambda _: Guard([Locked()]), "Locked"),
        (lambda _: Guard([Neutralise()], escalations=MemoryEscalations()), "MemoryEscalations"),
        (lambda _: Guard([Neutralise()], clock=lambda: 0.0), "function"),
        (lambda folder: Guard([Neutralise()], log=JsonlSink(folder, key=b"secret")), "JsonlSink"),
    ],
)
def test_part_that_cannot_be_pickled_is_named_with_the_next_step(guard: Any, part: str, tmp_path: Path) -> None:
    with pytest.raises(TypeError, match=f"its {part} cannot be .*; make the guard where it runs"):
        pickle.dumps(guard(tmp_path))
