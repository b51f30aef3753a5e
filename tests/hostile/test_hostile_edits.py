"""Neutralised texts read as a writer would have put them."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

import pytest

from guardrails import Guard
from tests.hostile.edits import anyone, candidates
from tests.hostile.known_failures import EDITS, TWICE

_CASES = {module.PACK: module.CASES for module in (anyone, candidates)}


@pytest.fixture(scope="module")
def guards() -> Mapping[str, Guard]:
    return MappingProxyType({pack: Guard.from_pack(pack) for pack in _CASES})


def _param(known: str | None, pack: str, number: int, *values: object) -> object:
    marks = [] if known is None else [pytest.mark.xfail(strict=True, reason=known)]
    return pytest.param(pack, *values, id=f"{pack}-{number}", marks=marks)


_NUMBERED = [(pack, at, *case) for pack, table in _CASES.items() for at, case in enumerate(table, 1)]
_PARAMS = [_param(EDITS.get(text), pack, at, text, expected) for pack, at, text, expected in _NUMBERED]
_TWICE = [_param(TWICE.get(text), pack, at, text) for pack, at, text, _ in _NUMBERED]


@pytest.mark.parametrize(("pack", "text", "expected"), _PARAMS)
def test_it_reads_well(guards: Mapping[str, Guard], pack: str, text: str, expected: str | tuple[str, ...]) -> None:
    allowed = (expected,) if isinstance(expected, str) else expected
    assert guards[pack].check(text).text in allowed


@pytest.mark.parametrize(("pack", "text"), _TWICE)
def test_neutralising_twice_changes_nothing(guards: Mapping[str, Guard], pack: str, text: str) -> None:
    once = guards[pack].check(text).text
    assert guards[pack].check(once).text == once


def test_every_known_failure_is_a_case() -> None:
    assert not {*EDITS, *TWICE} - {text for table in _CASES.values() for text, _ in table}
