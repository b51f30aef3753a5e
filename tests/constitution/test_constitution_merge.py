"""What a constitution inherits, what it replaces, and where each value says it came from."""

from __future__ import annotations

from pathlib import Path

import pytest

from guardrails.constitution import Constitution, explain, kept, load_file, only_by_model
from guardrails.errors import ConstitutionError
from guardrails.types import Moderation, Source
from tests.helpers.constitutions import HEADER, built

BASE = """\
summary: the base
protected_attributes: [caste]
moderation:
  user: {default: neutralise, age: mask}
  context: annotate
  relevant: [{attributes: [religion], topics: [kosher]}]
  person: guest
principles:
  - {id: first, text: one, severity: low, rules: [comparison]}
  - {id: second, text: two}
  - {id: third, text: three}
critique: {rounds: 1, budget: {tokens: 100, seconds: 5}}
tests: [{user: a, expect: {action: allow}}]
"""


def merged(tmp_path: Path, body: str) -> Constitution:
    (tmp_path / "base.yaml").write_text(HEADER + BASE, encoding="utf-8")
    child = tmp_path / "child.yaml"
    child.write_text(HEADER.replace("mine", "child") + "extends: base.yaml\n" + body, encoding="utf-8")
    return load_file(child)


def test_what_is_not_said_is_inherited(tmp_path: Path) -> None:
    child = merged(tmp_path, "")
    assert child.attributes[-1] == "caste"
    assert child.moderation.person == "guest"
    assert child.critique.budget.tokens == 100
    assert [principle.id for principle in child.principles] == ["first", "second", "third"]


def test_each_file_says_its_own_name_summary_and_cases(tmp_path: Path) -> None:
    child = merged(tmp_path, "")
    assert (child.name, child.summary, child.tests) == ("child", "", ())


@pytest.mark.parametrize("missing", ["constitution: 1\n", "name: child\n", 'version: "1.0"\n'])
def test_the_header_is_not_inherited(tmp_path: Path, missing: str) -> None:
    (tmp_path / "base.yaml").write_text(HEADER, encoding="utf-8")
    child = tmp_path / "child.yaml"
    child.write_text((HEADER.replace("mine", "child") + "extends: base.yaml\n").replace(missing, ""), encoding="utf-8")
    with pytest.raises(ConstitutionError, match=f"'{missing.partition(':')[0]}' is missing"):
        load_file(child)


def test_attributes_add_up(tmp_path: Path) -> None:
    assert merged(tmp_path, "protected_attributes: [pregnancy, caste]\n").attributes[7:] == ("caste", "pregnancy")
    assert merged(tmp_path, "protected_attributes: []\n").attributes[7:] == ("caste",)


def test_a_word_replaces_what_the_base_says_of_a_source(tmp_path: Path) -> None:
    words = merged(tmp_path, "moderation: {user: annotate}\n").moderation_actions()[Source.USER]
    assert set(words.values()) == {Moderation.ANNOTATE}


def test_a_mapping_changes_only_the_attributes_it_names(tmp_path: Path) -> None:
    actions = merged(tmp_path, "moderation: {user: {race: block}, context: {race: block}}\n").moderation_actions()
    user, context = actions[Source.USER], actions[Source.CONTEXT]
    assert (user["race"], user["age"], user["gender"]) == (Moderation.BLOCK, Moderation.MASK, Moderation.NEUTRALISE)
    assert (context["race"], context["age"]) == (Moderation.BLOCK, Moderation.ANNOTATE)


def test_mappings_merge_and_lists_are_replaced(tmp_path: Path) -> None:
    child = merged(tmp_path, "critique: {budget: {tokens: 7}}\nmoderation: {relevant: []}\n")
    assert (child.critique.rounds, child.critique.budget.tokens, child.critique.budget.seconds) == (1, 7, 5)
    assert child.moderation.relevant == ()


def test_a_principle_with_the_same_id_is_replaced_whole_and_in_place_and_new_ones_go_first(tmp_path: Path) -> None:
    child = merged(tmp_path, "principles: [{id: fourth, text: four}, {id: first, text: uno}]\n")
    assert [(one.id, one.text) for one in child.principles] == [
        ("fourth", "four"),
        ("first", "uno"),
        ("second", "two"),
        ("third", "three"),
    ]
    assert (child.principles[0].severity, child.principles[0].rules) == ("medium", ())


def test_an_empty_list_of_principles_drops_none(tmp_path: Path) -> None:
    assert len(merged(tmp_path, "principles: []\n").principles) == 3


def test_principles_are_dropped_by_name_only(tmp_path: Path) -> None:
    child = merged(tmp_path, "drop_principles: [second]\n")
    assert [principle.id for principle in child.principles] == ["first", "third"]
    with pytest.raises(
        ConstitutionError, match=r"child.yaml:5:19: no principle 'secnd' .* \(did you mean 'second'\?\)"
    ):
        merged(tmp_path, "drop_principles: [secnd]\n")


def test_the_same_id_twice_in_one_file_is_not_hidden_by_merging(tmp_path: Path) -> None:
    with pytest.raises(ConstitutionError, match=r"child.yaml:5:54: duplicate principle id 'first'"):
        merged(tmp_path, "principles: [{id: first, text: uno}, {text: dos, id: first}]\n")


@pytest.mark.parametrize(
    "body",
    [
        "principles: first\n",
        "protected_attributes: {a: b}\n",
        "moderation: [user]\n",
        "critique: always\n",
        "scrub: 3\n",
    ],
)
def test_a_value_of_the_wrong_kind_is_not_lost_in_merging(tmp_path: Path, body: str) -> None:
    with pytest.raises(ConstitutionError, match=r"child\.yaml:5:"):
        merged(tmp_path, body)


def test_every_value_knows_the_file_and_line_it_came_from(tmp_path: Path) -> None:
    child = merged(tmp_path, "moderation: {user: {race: block}}\ncritique:\n  rounds: 3\n")
    places = {path: (Path(place.file).name, place.line) for path, place in child.origins.items()}
    assert places["name"] == ("child.yaml", 2)
    assert places["moderation.user.race"] == ("child.yaml", 5)
    assert places["moderation.user.age"] == ("base.yaml", 7)
    assert places["critique.rounds"] == ("child.yaml", 7)
    assert places["critique.budget.tokens"] == ("base.yaml", 15)
    assert places["principles.second.text"] == ("base.yaml", 13)
    assert "streaming" not in places


def test_every_line_shown_has_its_value_and_origin(tmp_path: Path) -> None:
    child = merged(tmp_path, "protected_attributes: [pregnancy]\nmoderation: {user: mask}\n")
    lines = {line.path: (line.value, line.origin and Path(line.origin.file).name) for line in explain(child)}
    assert lines["moderation.user.default"] == ("mask", "child.yaml")
    assert lines["moderation.context.default"] == ("annotate", "base.yaml")
    assert lines["moderation.payload.default"] == ("neutralise", None)
    assert lines["protected_attributes.0"] == ("caste", "base.yaml")
    assert lines["protected_attributes.1"] == ("pregnancy", "child.yaml")
    assert lines["principles.first.rules"] == ("comparison", "base.yaml")
    assert not any(path.startswith("tests") for path in lines)


def test_what_is_kept_and_what_only_a_model_can_judge_is_pointed_out(tmp_path: Path) -> None:
    child = merged(tmp_path, "moderation: {user: {disability: keep, caste: keep}}\n")
    assert [(one.part, one.source, one.attribute) for one in kept(child)] == [("moderation", Source.USER, "disability")]
    assert only_by_model(child) == ("second", "third")
    assert kept(built()) == ()
