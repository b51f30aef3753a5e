"""The names the format knows are the names the library registers."""

from __future__ import annotations

import pytest

from guardrails.constitution import lexicon_path, load_pack, pack_names
from guardrails.constitution.lexicon import load_lexicon
from guardrails.constitution.vocabulary import ATTRIBUTES, RULE_NAMES, attribute_hint
from guardrails.critics import rule_names
from guardrails.types import PROTECTED_ATTRIBUTES


def test_the_rules_a_principle_may_name_are_those_the_critic_has() -> None:
    assert sorted(RULE_NAMES) == sorted(rule_names())


def test_every_rule_is_used_by_a_pack() -> None:
    used = {rule for name in pack_names() for one in load_pack(name).principles for rule in one.rules}
    assert used == set(RULE_NAMES)


def test_the_lexicon_knows_every_attribute_and_no_other() -> None:
    assert {entry.attribute for entry in load_lexicon(lexicon_path("en")).entries} == set(ATTRIBUTES)


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("sex", "gender"),
        ("national-origin", "nationality"),
        ("Sexual Orientation", "sexual_orientation"),
        ("pregnant", "pregnancy"),
        ("colour", "race"),
    ],
)
def test_the_attribute_somebody_meant_is_suggested(written: str, meant: str) -> None:
    assert attribute_hint(written) == f"did you mean {meant!r}?"


def test_an_attribute_like_no_other_gets_the_list() -> None:
    assert all(name in attribute_hint("zzz") for name in PROTECTED_ATTRIBUTES)
