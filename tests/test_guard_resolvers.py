"""A guard of a pack takes the caller's names, and models that find names."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from guardrails import Action, Guard, Sense, english_detector
from guardrails.detectors.entities import Entity
from guardrails.types import Decision, Status

TEXT = "Please send the deaf Quorn a reply."
"""What a model takes for a name is one, here a screen name; our own rules cannot know."""


def screen_names(text: str) -> Sequence[Entity]:
    start = text.find("deaf Quorn")
    return [Entity(start=start, end=start + 10, kind=Sense.NAME, reason="model: person")] if start >= 0 else []


def broken(text: str) -> Sequence[Entity]:
    raise ValueError(text)


def decisions(guard: Guard) -> list[Decision]:
    return [decision for decision in guard.check(TEXT).decisions if decision.layer == "moderate"]


def test_without_help_the_wording_is_neutralised() -> None:
    assert {d.action for d in decisions(Guard.from_pack("hiring"))} == {Action.REWRITE}


def test_a_resolver_decides_and_is_named_in_the_record() -> None:
    spared = decisions(Guard.from_pack("hiring", resolvers=[screen_names]))
    assert {(d.action, d.rule, d.reason) for d in spared} == {(Action.ALLOW, "name", "model: person")}


def test_names_of_the_caller_are_spared() -> None:
    spared = decisions(Guard.from_pack("hiring", entities=["Deaf Quorn"]))
    assert {(d.action, d.rule) for d in spared} == {(Action.ALLOW, "name")}


def test_a_file_of_ones_own_takes_them_too(tmp_path: Path) -> None:
    path = tmp_path / "own.yaml"
    path.write_text('constitution: 1\nname: own\nversion: "1.0"\nextends: hiring\n', encoding="utf-8")
    for guard in (
        Guard.from_file(path, resolvers=[screen_names]),
        Guard.from_file(path, entities=iter(["deaf Quorn"])),
    ):
        assert {d.action for d in decisions(guard)} == {Action.ALLOW}


def test_a_resolver_that_breaks_is_handled_by_the_layer_s_policy() -> None:
    result = Guard.from_pack("hiring", resolvers=[broken]).check(TEXT)
    assert result.action is Action.BLOCK
    assert [(d.status, d.reason) for d in result.decisions] == [
        (Status.FAILED_CLOSED, "detection failed: DetectorError")
    ]


@pytest.mark.parametrize(
    "options", [{"entities": ["Deaf Quorn"]}, {"resolvers": [screen_names]}], ids=["entities", "resolvers"]
)
def test_the_detector_of_everyone_else_stays_as_it_is(options: dict[str, list[object]]) -> None:
    before = english_detector()(TEXT)
    assert english_detector(**options)(TEXT) != before  # type: ignore[arg-type]
    assert english_detector() is english_detector()
    assert english_detector()(TEXT) == before
