"""The digest changes with behaviour and with nothing else."""

from __future__ import annotations

import json
import random

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from guardrails.constitution import load_pack, load_text, pack_names
from guardrails.constitution.vocabulary import FURTHER_ATTRIBUTES
from guardrails.types import PROTECTED_ATTRIBUTES, Moderation, Source
from tests.helpers.constitutions import HEADER, built

FULL = (
    HEADER
    + """\
summary: all of it
protected_attributes: [caste, pregnancy]
moderation:
  user: {default: neutralise, age: mask, caste: block}
  except: [name, relevant]
  relevant: [{attributes: [age], topics: [pensions]}]
principles: [{id: one, text: First., severity: high}, {id: two, text: Second.}]
critique: {critic: llm, model: m, rounds: 1, budget: {tokens: 10, seconds: 1.5}}
on_error: {moderation: escalate}
tests: [{user: a, expect: {action: allow}}]
"""
)
REFERENCE = load_text(FULL).digest

SAME = {
    "comments": FULL.replace("\n", "  # a remark\n"),
    "blank lines": FULL.replace("\n", "\n\n"),
    "summary": FULL.replace("all of it", "something else"),
    "cases": FULL.replace("{user: a, expect: {action: allow}}", "{user: b, expect: {action: block}}"),
    "order of attributes": FULL.replace("[caste, pregnancy]", "[pregnancy, caste]"),
    "order of exceptions": FULL.replace("[name, relevant]", "[relevant, name]"),
    "a default written out": FULL + "streaming: hold\n",
    "the default word named again": FULL.replace("age: mask,", "age: mask, race: neutralise,"),
    "quotes": FULL.replace("Second.", "'Second.'"),
}
OTHER = {
    "name": FULL.replace("name: mine", "name: other"),
    "version": FULL.replace('"1.0"', '"1.0.0"'),
    "attribute": FULL.replace("[caste, pregnancy]", "[caste]"),
    "word": FULL.replace("age: mask", "age: remove"),
    "exception": FULL.replace("[name, relevant]", "[name, grounded, relevant]"),
    "topic": FULL.replace("pensions", "retirement"),
    "text of a principle": FULL.replace("Second.", "Second!"),
    "order of principles": FULL.replace("id: one", "id: three").replace("id: two", "id: one"),
    "severity": FULL.replace("severity: high", "severity: low"),
    "model": FULL.replace("model: m", "model: n"),
    "rounds": FULL.replace("rounds: 1", "rounds: 2"),
    "budget": FULL.replace("tokens: 10", "tokens: 11"),
    "on error": FULL.replace("escalate", "block"),
}


@pytest.mark.parametrize("text", SAME.values(), ids=SAME)
def test_layout_and_what_changes_no_decision_leave_the_digest(text: str) -> None:
    assert text != FULL
    assert load_text(text).digest == REFERENCE


@pytest.mark.parametrize("text", OTHER.values(), ids=OTHER)
def test_what_can_change_a_decision_changes_the_digest(text: str) -> None:
    assert load_text(text).digest != REFERENCE


def test_the_digest_is_sha256_in_hex() -> None:
    assert len(REFERENCE) == 64
    assert int(REFERENCE, 16) >= 0


def test_a_constitution_split_over_files_has_the_digest_of_one_in_a_piece() -> None:
    whole = load_pack("hiring")
    data = whole.data()
    del data["extends"], data["drop_principles"]
    assert load_text(json.dumps(data)).digest == whole.digest


def test_a_copy_with_another_value_has_another_digest() -> None:
    constitution = built()
    before = constitution.digest
    assert constitution.model_copy(update={"name": "other"}).digest != before


def shuffled(value: object, source: random.Random) -> object:
    if isinstance(value, dict):
        keys = list(value)
        source.shuffle(keys)
        return {key: shuffled(value[key], source) for key in keys}
    return [shuffled(item, source) for item in value] if isinstance(value, list) else value


words = st.sampled_from([word.value for word in Moderation if word is not Moderation.KEEP])
by_source = st.dictionaries(
    st.sampled_from([source.value for source in Source]),
    words | st.dictionaries(st.sampled_from(["default", *PROTECTED_ATTRIBUTES]), words, min_size=1),
    max_size=4,
)
documents = st.fixed_dictionaries(
    {"constitution": st.just(1), "name": st.just("mine"), "version": st.just("1.0"), "moderation": by_source},
    optional={
        "protected_attributes": st.lists(st.sampled_from(sorted(FURTHER_ATTRIBUTES)), unique=True),
        "critique": st.fixed_dictionaries({}, optional={"rounds": st.integers(0, 5), "critic": st.just("llm")}),
        "summary": st.text("abc: #'", max_size=10),
    },
)


@given(documents, st.randoms(use_true_random=False))
def test_loading_is_deterministic_and_the_order_of_keys_does_not_matter(
    document: dict[str, object], source: random.Random
) -> None:
    text = yaml.safe_dump(document, sort_keys=False)
    other = yaml.safe_dump(shuffled(document, source), sort_keys=False, default_flow_style=True)
    once, again, mixed = load_text(text), load_text(text), load_text("# a comment\n" + other)
    assert once == again
    assert once.digest == again.digest == mixed.digest


@pytest.mark.parametrize("name", pack_names())
def test_loading_a_pack_twice_gives_the_same(name: str) -> None:
    assert load_pack(name) == load_pack(name)
    assert load_pack(name).ref == load_pack(name).ref
